package auditorium.training.domain;

import java.time.LocalDate;
import java.util.Optional;

/** How a certificate stands on a day. */
public enum Validity {
    VALID,
    /** Its last day is over. */
    EXPIRED,
    /** A newer one for the same course has taken its place. */
    SUPERSEDED,
    /** Somebody has taken it back. */
    REVOKED;

    /** What was taken back stays so, whatever else is true of it; then comes the newer one, then the day. */
    public static Validity of(boolean revoked, boolean superseded, Optional<LocalDate> until, LocalDate today) {
        if (revoked) {
            return REVOKED;
        }
        if (superseded) {
            return SUPERSEDED;
        }
        return until.filter(today::isAfter).isPresent() ? EXPIRED : VALID;
    }
}
