package auditorium.evidence.domain;

import java.time.LocalDate;
import java.util.Optional;

/** How evidence stands today and on the day of the audit, worst first. */
public enum Validity {
    /** It held, and does no more. */
    EXPIRED("fail"),
    /** It holds today, and will not hold on the day of the audit. */
    ENDS_BEFORE_AUDIT("near"),
    VALID("ready");

    private final String mark;

    Validity(String mark) {
        this.mark = mark;
    }

    /** The name of its mark and colours on a page. */
    public String mark() {
        return mark;
    }

    /**
     * {@code until} is the last day on which the evidence holds, empty for evidence that holds for good; {@code audit} the day of the
     * audit. An audit that is over counts as today.
     */
    public static Validity of(Optional<LocalDate> until, LocalDate today, LocalDate audit) {
        if (until.isEmpty()) {
            return VALID;
        }
        if (until.get().isBefore(today)) {
            return EXPIRED;
        }
        return until.get().isBefore(audit) ? ENDS_BEFORE_AUDIT : VALID;
    }
}
