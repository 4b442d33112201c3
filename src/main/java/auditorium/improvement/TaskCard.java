package auditorium.improvement;

import auditorium.improvement.domain.TaskState;
import auditorium.library.content.Severity;
import auditorium.platform.Lang;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A task as lists show it, or evidence that is to be renewed. */
public record TaskCard(
        UUID id,
        String title,
        String requirement,
        String grade,
        String department,
        String owner,
        String state,
        String kind,
        String dueOn,
        long daysLeft,
        String checkOn) {

    /** The kind of what is no task but evidence to renew. */
    static final String RENEWAL = "RENEWAL";

    private static final int SOON = 2;
    /** An office needs weeks for a new permit. */
    private static final int SOON_TO_RENEW = 14;

    static TaskCard of(Renewals.Due due, Severity grade, Lang lang, LocalDate today) {
        return new TaskCard(
                due.evidence(),
                due.title(),
                due.requirement(),
                grade.name(),
                due.department().in(lang),
                due.owner(),
                TaskState.OPEN.name(),
                RENEWAL,
                due.dueOn().toString(),
                ChronoUnit.DAYS.between(today, due.dueOn()),
                "");
    }

    /** Where it is, within the client's pages. */
    public String path() {
        return (kind.equals(RENEWAL) ? "evidence/" : "tasks/") + id;
    }

    /** {@code daysLeft} is negative when it is late; {@code checkOn} is when somebody looks whether it worked, or empty. */
    public static TaskCard of(Task task, Lang lang, LocalDate today) {
        return new TaskCard(
                task.id(),
                task.title().in(lang),
                task.finding().requirement(),
                task.finding().grade().name(),
                task.owner().department().name().in(lang),
                task.owner().name(),
                task.state().name(),
                task.kind().name(),
                task.dueOn().toString(),
                ChronoUnit.DAYS.between(today, task.dueOn()),
                task.state() == TaskState.VERIFIED
                        ? task.finding()
                                .checkOn()
                                .filter(on -> task.finding().open())
                                .map(LocalDate::toString)
                                .orElse("")
                        : "");
    }

    /** soon: today or within two days, for evidence within two weeks. */
    public String urgency() {
        boolean toDo = state.equals(TaskState.OPEN.name()) || state.equals(TaskState.IN_PROGRESS.name());
        return !toDo
                ? ""
                : daysLeft < 0 ? "late" : daysLeft <= (kind.equals(RENEWAL) ? SOON_TO_RENEW : SOON) ? "soon" : "";
    }

    /** How many days too late. */
    public long daysLate() {
        return -daysLeft;
    }
}
