package auditorium.evidence;

import java.time.LocalDate;
import java.util.Optional;

/** When evidence is to be renewed. */
public final class Renewal {

    /** Testing bodies and offices need weeks for an appointment. */
    private static final int DAYS_AHEAD = 30;

    private Renewal() {}

    /** What ends on this day or before is to be renewed: 30 days ahead, and whatever will not hold on the day of a coming audit. */
    public static LocalDate horizon(LocalDate today, Optional<LocalDate> audit) {
        LocalDate soon = today.plusDays(DAYS_AHEAD);
        return audit.map(a -> a.minusDays(1)).filter(soon::isBefore).orElse(soon);
    }
}
