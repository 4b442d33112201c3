package auditorium.improvement;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.clients.People;
import auditorium.improvement.domain.TaskState;
import auditorium.improvement.domain.TrainingProof;
import auditorium.improvement.domain.Verification;
import auditorium.library.content.TaskTemplate;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A task as its page shows it to somebody. */
@ApplicationScoped
class TaskSheet {

    static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final TaskSteps steps;
    private final EntityManager entities;
    private final Attachments attachments;
    private final TaskReach reach;
    private final Improvement improvement;
    private final People people;
    private final Instance<Knowledge> knowledge;
    private final Typed typed;
    private final CurrentReader reader;
    private final CurrentLanguage language;

    TaskSheet(
            TaskSteps steps,
            EntityManager entities,
            Attachments attachments,
            TaskReach reach,
            Improvement improvement,
            People people,
            Instance<Knowledge> knowledge,
            Typed typed,
            CurrentReader reader,
            CurrentLanguage language) {
        this.steps = steps;
        this.entities = entities;
        this.attachments = attachments;
        this.reach = reach;
        this.improvement = improvement;
        this.people = people;
        this.knowledge = knowledge;
        this.typed = typed;
        this.reader = reader;
        this.language = language;
    }

    /** A task with what this reader can do now. */
    record TaskView(
            TaskCard card,
            UUID finding,
            String findingLabel,
            String fact,
            String action,
            String closesWith,
            List<StepView> history,
            boolean canStart,
            boolean canReport,
            boolean forSomebody,
            boolean canVerify,
            boolean canChange,
            String objection,
            String withoutFile,
            Optional<ProofView> proof,
            List<FindingPages.OwnerChoice> owners,
            String today,
            boolean manager,
            UUID formId,
            UUID otherFormId,
            UUID remarkId) {}

    /** What quizzes show for a training task. */
    record ProofView(int people, int requizzed, int known, boolean enough, boolean peopleEnough) {}

    /** A step with its photos and files. */
    record StepView(String kind, String note, String withoutFile, String by, String at, List<FileView> files) {}

    /** A step at its time. */
    private record Moment(Instant at, StepView step) {}

    /** Each time that it was late and the next role was told. */
    private List<Moment> escalations(UUID client, UUID task, ZoneId zone) {
        return Rows.of(entities.createNativeQuery(
                                "select level, raised_at from task_escalation where client_id = ?1 and task_id = ?2",
                                Object[].class)
                        .setParameter(1, client)
                        .setParameter(2, task))
                .stream()
                .map(r -> {
                    Instant at = (Instant) r[1];
                    return new Moment(
                            at, new StepView("ESCALATED_" + r[0], "", "", "", WHEN.format(at.atZone(zone)), List.of()));
                })
                .toList();
    }

    /** A photo or file. */
    record FileView(UUID id, String name, boolean picture, int kilobytes) {}

    TaskView of(UUID client, Task task) {
        Reader.Seat seat = reader.at(client);
        Lang lang = language.lang();
        ZoneId zone = seat.zone();
        List<Attachment> files = attachments.of(task.id());
        List<Moment> moments = new ArrayList<>(escalations(client, task.id(), zone));
        steps.of(task.id()).stream()
                .map(s -> new Moment(
                        s.madeAt(),
                        new StepView(
                                s.kind().name(),
                                s.note(),
                                s.withoutFile(),
                                s.madeByName(),
                                WHEN.format(s.madeAt().atZone(zone)),
                                files.stream()
                                        .filter(f -> f.step().equals(s.id()))
                                        .map(f -> new FileView(
                                                f.id(),
                                                f.file().name(),
                                                f.file().picture(),
                                                (f.file().size() + 1023) / 1024))
                                        .toList())))
                .forEach(moments::add);
        moments.sort(Comparator.comparing(Moment::at));
        List<StepView> history = moments.stream().map(Moment::step).toList();
        boolean manager = reach.manages(seat, task);
        boolean works = task.state().toDo() && reach.works(seat, task);
        boolean toVerify = task.state() == TaskState.DONE && manager;
        String objection = toVerify
                ? improvement
                        .objection(task, reader.get(), seat)
                        .map(Verification.Objection::name)
                        .orElse("")
                : "";
        boolean change = task.state().toDo() && manager;
        return new TaskView(
                TaskCard.of(task, lang, typed.today(client)),
                task.finding().id(),
                task.finding().label(),
                task.finding().fact(),
                task.action().in(lang),
                task.closesWith().in(lang),
                history,
                works && task.state() == TaskState.OPEN,
                works,
                works && !reach.owns(seat, task),
                toVerify && objection.isEmpty(),
                change,
                objection,
                withoutFile(task),
                proof(client, task)
                        .map(p -> new ProofView(
                                p.people(),
                                p.requizzed(),
                                p.known(),
                                p.missing().isEmpty(),
                                p.reached() >= TrainingProof.REACH)),
                change ? FindingPages.owners(people.leaders(), task.owner().id(), lang) : List.of(),
                typed.today(client).toString(),
                manager,
                Ids.next(),
                Ids.next(),
                Ids.next());
    }

    /** Why the latest report has nothing attached; empty when it has, or needs nothing. */
    String withoutFile(Task task) {
        return task.state() != TaskState.DONE
                ? ""
                : steps.of(task.id()).stream()
                        .filter(s -> s.kind() == TaskState.Step.REPORTED)
                        .reduce((first, last) -> last)
                        .map(TaskStep::withoutFile)
                        .orElse("");
    }

    /** What quizzes show since the finding was opened; empty for other tasks, and where no question can show it. */
    Optional<TrainingProof> proof(UUID client, Task task) {
        return task.kind() == TaskTemplate.Kind.TRAINING && knowledge.isResolvable()
                ? knowledge
                        .get()
                        .since(
                                client,
                                task.finding().department(),
                                task.finding().requirement(),
                                task.finding().openedAt())
                : Optional.empty();
    }
}
