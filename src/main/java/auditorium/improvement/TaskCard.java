package auditorium.improvement;

import auditorium.improvement.domain.TaskState;
import auditorium.platform.Lang;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A task as lists show it. */
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

    /** soon: today or within two days. */
    public String urgency() {
        boolean toDo = state.equals(TaskState.OPEN.name()) || state.equals(TaskState.IN_PROGRESS.name());
        return !toDo ? "" : daysLeft < 0 ? "late" : daysLeft <= 2 ? "soon" : "";
    }

    /** How many days too late. */
    public long daysLate() {
        return -daysLeft;
    }
}
