package auditorium.improvement;

import auditorium.access.Reader;
import auditorium.clients.Person;
import auditorium.files.FileBox;
import auditorium.improvement.domain.Closing;
import auditorium.improvement.domain.Effectiveness;
import auditorium.improvement.domain.TaskState;
import auditorium.improvement.domain.Verification;
import auditorium.library.ContentVersions;
import auditorium.library.content.TaskTemplate;
import auditorium.platform.Ids;
import auditorium.records.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What can be done to a task, step by step, and what follows for its finding. */
@ApplicationScoped
public class Improvement {

    /** A finding whose tasks have all been verified. Whoever keeps readiness answers the requirement anew. */
    public record FindingVerified(UUID client, Finding finding, UUID by, String byName, Instant at, String note) {}

    private final EntityManager entities;
    private final Tasks tasks;
    private final TaskSteps steps;
    private final Attachments attachments;
    private final FileBox box;
    private final Findings findings;
    private final FindingSteps happened;
    private final Comebacks comebacks;
    private final ContentVersions versions;
    private final Ledger ledger;
    private final Event<FindingVerified> verified;

    Improvement(
            EntityManager entities,
            Tasks tasks,
            TaskSteps steps,
            Attachments attachments,
            FileBox box,
            Findings findings,
            FindingSteps happened,
            Comebacks comebacks,
            ContentVersions versions,
            Ledger ledger,
            Event<FindingVerified> verified) {
        this.entities = entities;
        this.tasks = tasks;
        this.steps = steps;
        this.attachments = attachments;
        this.box = box;
        this.findings = findings;
        this.happened = happened;
        this.comebacks = comebacks;
        this.versions = versions;
        this.ledger = ledger;
        this.verified = verified;
    }

    /** Who does something, when, and under which id: the same id twice is done once. */
    public record Act(UUID id, Reader reader, ZoneId zone, Instant at) {
        FindingSteps.By by() {
            return new FindingSteps.By(reader.account(), reader.name(), at);
        }
    }

    /** One task a template and finding: asking twice gives the same task. */
    public Task plan(Finding finding, TaskTemplate template, Person owner, LocalDate due, Act act) {
        return tasks.of(finding.id()).stream()
                .filter(t -> t.template().filter(template.id()::equals).isPresent())
                .findFirst()
                .orElseGet(() -> {
                    versions.use("task", template.id(), template.version());
                    Task task = new Task(Ids.next(), finding, template, owner, due, act.at());
                    tasks.persist(task);
                    more(finding, act);
                    return task;
                });
    }

    /** A task in one's own words; its id is the form's. */
    public void plan(Finding finding, Task.OwnWords words, Person owner, LocalDate due, Act act) {
        if (tasks.findByIdOptional(act.id()).isEmpty()) {
            tasks.persist(new Task(act.id(), finding, words, owner, due, act.at()));
            more(finding, act);
        }
    }

    /** A finding to which something is added has not been dealt with, though nothing has failed. */
    private void more(Finding finding, Act act) {
        if (finding.state() != Finding.State.OPEN) {
            finding.unverify();
            happened.add(Ids.next(), finding, FindingStep.Kind.REOPENED, "", act.by());
        }
    }

    /** Somebody has begun; photos taken now show how it was before. */
    boolean start(Task task, List<FileUpload> sent, Act act) {
        if (task.state() == TaskState.IN_PROGRESS) {
            return true;
        }
        boolean taken = step(task, TaskState.Step.STARTED, "", act);
        if (taken) {
            attach(task, sent, act);
        }
        return taken;
    }

    private void attach(Task task, List<FileUpload> sent, Act act) {
        entities.flush();
        UUID client = task.finding().client();
        sent.stream()
                .filter(f -> f.size() > 0)
                .forEach(f -> attachments.persist(new Attachment(Ids.next(), act.id(), box.keep(client, f), act.at())));
    }

    /**
     * The owner's word that it is done, with what shows it, or why nothing can be attached. False when the task does not stand so that
     * it could be.
     */
    public boolean report(Task task, String note, String withoutFile, List<FileUpload> files, Act act) {
        if (steps.findByIdOptional(act.id()).isPresent()) {
            return true; // sent twice
        }
        if (!task.take(TaskState.Step.REPORTED)) {
            return false;
        }
        append(task, TaskState.Step.REPORTED, note, withoutFile, act);
        attach(task, files, act);
        return true;
    }

    /** Why the reader may not verify the task; empty when they may. */
    public Optional<Verification.Objection> objection(Task task, Reader reader, Reader.Seat seat) {
        return objection(task.finding(), List.of(task), steps.of(task.id()), reader, seat);
    }

    /** Why the reader may not judge whether what was done for the finding works; empty when they may. */
    public Optional<Verification.Objection> objection(Finding finding, Reader reader, Reader.Seat seat) {
        return objection(finding, tasks.of(finding.id()), steps.ofFinding(finding.id()), reader, seat);
    }

    private static Optional<Verification.Objection> objection(
            Finding finding, List<Task> all, List<TaskStep> history, Reader reader, Reader.Seat seat) {
        Set<UUID> doers = new HashSet<>();
        history.stream()
                .filter(s -> s.kind() == TaskState.Step.REPORTED)
                .map(TaskStep::madeBy)
                .forEach(doers::add);
        boolean owns = seat.person()
                .filter(p -> all.stream().anyMatch(t -> t.owner().id().equals(p)))
                .isPresent();
        if (owns) {
            doers.add(reader.account());
        }
        return new Verification(finding.grade(), doers, finding.department())
                .objectionTo(reader.account(), seat.department());
    }

    /** Somebody else has looked and says that it is so. When it was the finding's last task, the finding counts as verified. */
    public boolean verify(Task task, String note, Act act) {
        if (task.state() == TaskState.VERIFIED) {
            return true;
        }
        return step(task, TaskState.Step.VERIFIED, note, act) && settle(task.finding(), note, act);
    }

    /** It is not so yet, or not any more: back to work, with the reason. */
    public boolean reopen(Task task, String note, Act act) {
        if (steps.findByIdOptional(act.id()).isPresent()) {
            return true;
        }
        Finding finding = task.finding();
        if (finding.state() != Finding.State.OPEN && task.state() == TaskState.VERIFIED) {
            comebacks.these(act.id(), finding, List.of(task), FindingStep.Kind.REOPENED, note, act.by());
            return true;
        }
        boolean taken = step(task, TaskState.Step.REOPENED, note, act);
        if (taken) {
            more(finding, act);
        }
        return taken;
    }

    /** It is not to be done after all, with the reason. What is left may be all that was needed. */
    public boolean cancel(Task task, String reason, Act act) {
        return step(task, TaskState.Step.CANCELLED, reason, act) && settle(task.finding(), reason, act);
    }

    /** Due on another day. */
    public boolean move(Task task, LocalDate to, String reason, Act act) {
        if (task.dueOn().equals(to)) {
            return true;
        }
        boolean taken = step(task, TaskState.Step.MOVED, task.dueOn() + " → " + to + after(reason), act);
        if (taken) {
            task.move(to);
        }
        return taken;
    }

    /** Somebody else owns it. */
    public boolean handOver(Task task, Person to, String reason, Act act) {
        if (task.owner().id().equals(to.id())) {
            return true;
        }
        String note = task.owner().name() + " → " + to.name() + after(reason);
        boolean taken = step(task, TaskState.Step.HANDED_OVER, note, act);
        if (taken) {
            task.handOver(to);
        }
        return taken;
    }

    private static String after(String reason) {
        return reason.isEmpty() ? "" : ": " + reason;
    }

    private boolean settle(Finding finding, String note, Act act) {
        entities.flush();
        entities.refresh(finding, LockModeType.PESSIMISTIC_WRITE); // two who verify the last two tasks at once
        if (finding.state() != Finding.State.OPEN || closing(finding).missing().isPresent()) {
            return true;
        }
        LocalDate today = LocalDate.ofInstant(act.at(), act.zone());
        finding.verify(act.at(), Effectiveness.checkOn(finding.grade(), today));
        happened.add(Ids.next(), finding, FindingStep.Kind.VERIFIED, note, act.by());
        entities.flush();
        verified.fire(new FindingVerified(
                finding.client(), finding, act.reader().account(), act.reader().name(), act.at(), note));
        return true;
    }

    /** What stands between a finding and its being verified. */
    Closing closing(Finding finding) {
        return new Closing(tasks.parts(finding.id()), systemic(finding));
    }

    boolean systemic(Finding finding) {
        return Closing.systemic(findings.earlier(finding), finding.timesBack());
    }

    /** Somebody has looked after a while: it works, and the finding is closed. False when it is not the time to say so. */
    boolean confirm(Finding finding, String note, Act act) {
        if (happened.findByIdOptional(act.id()).isPresent()) {
            return true;
        }
        LocalDate today = LocalDate.ofInstant(act.at(), act.zone());
        if (finding.state() != Finding.State.VERIFIED
                || finding.checkOn()
                        .filter(on -> !Effectiveness.tooEarly(on, today))
                        .isEmpty()) {
            return false;
        }
        finding.close(act.reader().account(), act.at());
        happened.add(act.id(), finding, FindingStep.Kind.CONFIRMED, note, act.by());
        return true;
    }

    /** Somebody has looked: it does not work. These tasks go back to work. */
    boolean fail(Finding finding, Set<UUID> again, String note, Act act) {
        if (happened.findByIdOptional(act.id()).isPresent()) {
            return true;
        }
        List<Task> chosen = tasks.of(finding.id()).stream()
                .filter(t -> again.contains(t.id()) && t.state() == TaskState.VERIFIED)
                .toList();
        if (finding.state() != Finding.State.VERIFIED || chosen.isEmpty()) {
            return false;
        }
        comebacks.these(act.id(), finding, chosen, FindingStep.Kind.FAILED, note, act.by());
        return true;
    }

    /** Takes a step and keeps it; true when it has been taken, now or before. */
    boolean step(Task task, TaskState.Step kind, String note, Act act) {
        if (steps.findByIdOptional(act.id()).isPresent()) {
            return true;
        }
        if (!task.take(kind)) {
            return false;
        }
        append(task, kind, note, "", act);
        return true;
    }

    private void append(Task task, TaskState.Step kind, String note, String withoutFile, Act act) {
        TaskStep step = new TaskStep(
                act.id(),
                task.id(),
                kind,
                note,
                act.reader().account(),
                act.reader().name(),
                act.at());
        step.without(withoutFile);
        steps.persist(step);
        ledger.append(ImprovementWitnesses.TASK_STEP, act.id());
    }
}
