package auditorium.improvement.domain;

import java.time.LocalDate;
import java.util.Optional;

/** When a task is due: so many days from the finding, but three days before the audit at the latest, and never before today. */
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
}
