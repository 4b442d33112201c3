package auditorium.training.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How long a lesson holds that was learned, and when it is asked for again. All dates are days of the factory; the last day on which it
 * holds is the day that {@link #until} answers.
 *
 * @param months the length of a term; 0 for {@link Repeat#ONCE}
 * @param anchor the fixed date, for {@link Repeat#CALENDAR} only
 * @param earlyDays how many days before the end of a term learning counts for the next one, and the lesson is asked for again
 * @param graceDays how many days after the due date nobody calls it late
 */
public record Renewal(Repeat repeat, int months, Optional<LocalDate> anchor, int earlyDays, int graceDays) {

    /** No month is shorter: the early window must end before the term does. */
    public static final int SHORTEST_MONTH = 28;

    public static final int MOST_MONTHS = 120;

    public Renewal {
        if ((repeat == Repeat.ONCE) != (months == 0) || months < 0 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("a term of " + months + " months does not fit " + repeat);
        }
        if ((repeat == Repeat.CALENDAR) != anchor.isPresent()) {
            throw new IllegalArgumentException("a fixed date is for CALENDAR, and CALENDAR needs one");
        }
        if (earlyDays < 0 || graceDays < 0 || (months > 0 && earlyDays >= months * SHORTEST_MONTH)) {
            throw new IllegalArgumentException("the early window must be shorter than the term");
        }
    }

    public static Renewal once(int graceDays) {
        return new Renewal(Repeat.ONCE, 0, Optional.empty(), 0, graceDays);
    }

    /**
     * The last day on which something holds that was learned on a day; empty when it never ends.
     *
     * @param prior the last day of the term before, which keeps the rhythm of {@link Repeat#EXPIRY}
     * @param ownEnd an end that the source gave: the earlier of the two counts
     */
    public Optional<LocalDate> until(Optional<LocalDate> prior, LocalDate on, Optional<LocalDate> ownEnd) {
        Optional<LocalDate> end = switch (repeat) {
            case ONCE -> Optional.empty();
            case COMPLETION -> Optional.of(on.plusMonths(months));
            case EXPIRY -> Optional.of(inRhythm(prior.orElse(on.plusMonths(months)), on));
            case CALENDAR -> Optional.of(inRhythm(anchor.orElseThrow(), on));
        };
        return end.isPresent() && ownEnd.isPresent() && ownEnd.get().isBefore(end.get())
                ? ownEnd
                : end.or(() -> ownEnd);
    }

    /** The first date of the rhythm for which learning on that day is not too early. */
    private LocalDate inRhythm(LocalDate first, LocalDate on) {
        LocalDate past = on.plusDays(earlyDays);
        long turn = Math.max(0, (monthsBetween(first, past) / months) - 1);
        while (!first.plusMonths(turn * months).isAfter(past)) {
            turn++;
        }
        return first.plusMonths(turn * months);
    }

    private static long monthsBetween(LocalDate from, LocalDate to) {
        return (to.getYear() - from.getYear()) * 12L + to.getMonthValue() - from.getMonthValue();
    }

    /** The day on which the next term's lesson is asked for, and from which learning counts for it. */
    public LocalDate opens(LocalDate until) {
        return until.minusDays(earlyDays);
    }

    /** The first day on which it is late. */
    public LocalDate lateFrom(LocalDate due) {
        return due.plusDays(graceDays + 1L);
    }
}
