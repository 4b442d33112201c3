package auditorium.improvement;

import auditorium.access.Reader;
import auditorium.clients.Person;
import auditorium.files.FileBox;
import auditorium.improvement.domain.TaskState;
import auditorium.improvement.domain.Verification;
import auditorium.library.ContentVersions;
import auditorium.library.content.TaskTemplate;
import auditorium.platform.Ids;
import auditorium.records.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What can be done to a task, step by step, and what follows for its finding. */
@ApplicationScoped
public class Improvement {

    /** A finding whose tasks have all been verified. Whoever keeps readiness answers the requirement anew. */
    public record FindingClosed(UUID client, Finding finding, UUID by, String byName, Instant at, String note) {}

    private final EntityManager entities;
    private final Tasks tasks;
    private final TaskSteps steps;
    private final Attachments attachments;
    private final FileBox files;
    private final ContentVersions versions;
    private final Ledger ledger;
    private final Event<FindingClosed> closed;

    Improvement(
            EntityManager entities,
            Tasks tasks,
            TaskSteps steps,
            Attachments attachments,
            FileBox files,
            ContentVersions versions,
            Ledger ledger,
            Event<FindingClosed> closed) {
        this.entities = entities;
        this.tasks = tasks;
        this.steps = steps;
        this.attachments = attachments;
        this.files = files;
        this.versions = versions;
        this.ledger = ledger;
        this.closed = closed;
    }

    /** One task a template and finding: asking twice gives the same task. */
    public Task plan(Finding finding, TaskTemplate template, Person owner, LocalDate due, Instant now) {
        return tasks.of(finding.id()).stream()
                .filter(t -> t.template().equals(template.id()))
                .findFirst()
                .orElseGet(() -> {
                    versions.use("task", template.id(), template.version());
                    Task task = new Task(Ids.next(), finding, template, owner, due, now);
                    tasks.persist(task);
                    return task;
                });
    }

    /** The owner's word that it is done, with what shows it. False when the task does not stand so that it could be. */
    public boolean report(UUID id, Task task, Reader reader, String note, List<FileUpload> sent, Instant at) {
        if (steps.findByIdOptional(id).isPresent()) {
            return true; // sent twice
        }
        if (!task.take(TaskState.Step.REPORTED)) {
            return false;
        }
        append(id, task, TaskState.Step.REPORTED, note, reader, at);
        entities.flush();
        UUID client = task.finding().client();
        sent.stream()
                .filter(f -> f.size() > 0)
                .forEach(f -> attachments.persist(new Attachment(Ids.next(), id, files.keep(client, f), at)));
        return true;
    }

    /** Why the reader may not verify the task; empty when they may. */
    public Optional<Verification.Objection> objection(Task task, Reader reader, Reader.Seat seat) {
        List<TaskStep> history = steps.of(task.id());
        UUID reporter = history.stream()
                .filter(s -> s.kind() == TaskState.Step.REPORTED)
                .reduce((first, last) -> last)
                .map(TaskStep::madeBy)
                .orElse(new UUID(0, 0));
        Optional<UUID> owner =
                seat.person().filter(p -> p.equals(task.owner().id())).map(p -> reader.account());
        return new Verification(
                        task.finding().grade(), reporter, owner, task.finding().department())
                .objectionTo(reader.account(), seat.department());
    }

    /** Somebody else has looked and says that it is so. When it was the finding's last task, the finding closes. */
    public boolean verify(UUID id, Task task, Reader reader, String note, Instant at) {
        if (steps.findByIdOptional(id).isPresent() || task.state() == TaskState.VERIFIED) {
            return true;
        }
        if (!task.take(TaskState.Step.VERIFIED)) {
            return false;
        }
        append(id, task, TaskState.Step.VERIFIED, note, reader, at);
        Finding finding = task.finding();
        boolean settled =
                tasks.of(finding.id()).stream().allMatch(t -> t.state().settled());
        if (settled && finding.open()) {
            finding.close(reader.account(), at);
            ledger.append(ImprovementWitnesses.FINDING, finding.id());
            entities.flush();
            closed.fire(new FindingClosed(finding.client(), finding, reader.account(), reader.name(), at, note));
        }
        return true;
    }

    /** It is not so yet, or not any more: back to work, with the reason. */
    public boolean reopen(UUID id, Task task, Reader reader, String note, Instant at) {
        if (steps.findByIdOptional(id).isPresent()) {
            return true;
        }
        if (!task.take(TaskState.Step.REOPENED)) {
            return false;
        }
        append(id, task, TaskState.Step.REOPENED, note, reader, at);
        if (!task.finding().open()) {
            task.finding().reopen();
            ledger.append(ImprovementWitnesses.FINDING, task.finding().id());
        }
        return true;
    }

    private void append(UUID id, Task task, TaskState.Step kind, String note, Reader reader, Instant at) {
        steps.persist(new TaskStep(id, task.id(), kind, note, reader.account(), reader.name(), at));
        ledger.append(ImprovementWitnesses.TASK_STEP, id);
    }
}
