package auditorium.improvement.domain;

import auditorium.library.content.Severity;
import auditorium.library.content.TaskTemplate;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When a task is due: so many days from today, but not later than its finding's grade allows, three days before the audit at the latest,
 * and never before today. The days by grade are the product's own defaults; a customer's deadline, typed by hand, wins.
 */
public final class DueDate {

    private static final int DAYS_BEFORE_AUDIT = 3;

    private DueDate() {}

    public static LocalDate of(LocalDate today, int days, Optional<LocalDate> auditOn) {
        LocalDate due = today.plusDays(Math.max(0, days));
        LocalDate latest = auditOn.map(a -> a.minusDays(DAYS_BEFORE_AUDIT))
                .filter(l -> !l.isBefore(today))
                .orElse(due);
        return due.isAfter(latest) ? latest : due;
    }

    /** A template's days, unless the grade wants it sooner. */
    public static LocalDate of(LocalDate today, Severity grade, int days, Optional<LocalDate> auditOn) {
        return of(today, Math.min(days, days(grade)), auditOn);
    }

    /** Of a task in one's own words. */
    public static LocalDate of(LocalDate today, Severity grade, TaskTemplate.Kind kind, Optional<LocalDate> auditOn) {
        return of(today, kind == TaskTemplate.Kind.CONTAINMENT ? containment(grade) : days(grade), auditOn);
    }

    /** Within how many days it is put right. */
    static int days(Severity grade) {
        return switch (grade) {
            case ZERO_TOLERANCE -> 7;
            case CRITICAL -> 30;
            case MAJOR -> 60;
            case MINOR -> 90;
        };
    }

    /** Within how many days nobody is harmed by it any more. */
    static int containment(Severity grade) {
        return switch (grade) {
            case ZERO_TOLERANCE -> 0;
            case CRITICAL -> 1;
            case MAJOR -> 7;
            case MINOR -> 14;
        };
    }
}
