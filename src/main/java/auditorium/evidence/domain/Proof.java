package auditorium.evidence.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a piece of evidence says about time. All dates are days in the factory's time zone, and last days are included.
 *
 * @param coversFrom the first day that it speaks about, if it speaks about a period
 * @param coversTo the last day that it speaks about
 * @param madeOn the day on which the document itself was made, never the day of a copy or an upload
 * @param expiresOn the last day on which it holds, if it says so itself
 */
public record Proof(
        Optional<LocalDate> coversFrom, Optional<LocalDate> coversTo, LocalDate madeOn, Optional<LocalDate> expiresOn) {

    /** Why the dates of a piece can't be right. */
    public enum Fault {
        PERIOD_REVERSED,
        MADE_IN_THE_FUTURE,
        ENDS_BEFORE_IT_WAS_MADE,
        PERIOD_WITHOUT_END
    }

    /** Empty when the dates fit together. */
    public List<Fault> faults(LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        if (coversFrom.isPresent() && coversTo.isEmpty()) {
            faults.add(Fault.PERIOD_WITHOUT_END);
        }
        if (coversFrom.isPresent()
                && coversTo.map(to -> to.isBefore(coversFrom.get())).orElse(false)) {
            faults.add(Fault.PERIOD_REVERSED);
        }
        if (madeOn.isAfter(today)) {
            faults.add(Fault.MADE_IN_THE_FUTURE);
        }
        if (expiresOn.map(e -> e.isBefore(madeOn)).orElse(false)) {
            faults.add(Fault.ENDS_BEFORE_IT_WAS_MADE);
        }
        return faults;
    }

    /** Whether it was made only after the period that it speaks about. Such a piece has to say what it is and where it comes from. */
    public boolean historic() {
        return coversTo.map(madeOn::isAfter).orElse(false);
    }

    /** The day that its age is counted from: when it was made, or the end of its period if that was earlier. */
    public LocalDate basis() {
        return coversTo.filter(to -> to.isBefore(madeOn)).orElse(madeOn);
    }

    /**
     * The last day on which it holds: as it says itself or as long as evidence of its kind holds, whichever ends first. Empty: for good.
     *
     * @param valid how long evidence of this kind holds, counted from {@link #basis()}
     */
    public Optional<LocalDate> until(Optional<Period> valid) {
        Optional<LocalDate> byKind = valid.map(basis()::plus);
        return byKind.map(k -> expiresOn.filter(e -> e.isBefore(k)).orElse(k)).or(() -> expiresOn);
    }
}
