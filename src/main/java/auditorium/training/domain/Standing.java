package auditorium.training.domain;

import java.time.LocalDate;

/** How a lesson stands for a person, as the matrix shows it. */
public enum Standing {
    VALID("ready"),
    /** It holds today, but no longer on the day that is looked at. */
    DUE_SOON("near"),
    /** It held and ended, or it was due and nobody learned it. */
    OVERDUE("fail"),
    /** Not learned, and there is time. */
    NEVER("none"),
    NOT_NEEDED("na");

    private final String mark;

    Standing(String mark) {
        this.mark = mark;
    }

    /** The mark that goes with the word. */
    public String mark() {
        return mark;
    }

    public boolean gap() {
        return this == DUE_SOON || this == OVERDUE || this == NEVER;
    }

    /**
     * The standing of a turn.
     *
     * @param lateFrom the first day on which an open turn is late
     * @param today the day of the factory
     * @param until the day up to which it should hold, today or later
     */
    public static Standing of(Turn turn, LocalDate lateFrom, LocalDate today, LocalDate until) {
        if (!turn.open()) {
            return turn.until().map(u -> u.isBefore(today)).orElse(false)
                    ? OVERDUE
                    : turn.until().map(u -> u.isBefore(until)).orElse(false) ? DUE_SOON : VALID;
        }
        boolean lapsed = turn.prior().map(p -> p.isBefore(turn.assignedOn())).orElse(false);
        if (lapsed || !today.isBefore(lateFrom)) {
            return OVERDUE;
        }
        return turn.again() ? DUE_SOON : NEVER;
    }
}
