package auditorium.training.domain;

/** From when the months count until a lesson has to be learned again. */
public enum Repeat {
    /** Never again. */
    ONCE,
    /** From the day on which it was learned last. */
    COMPLETION,
    /** From the day on which the last term ended, so that the rhythm stays, learned early or late. */
    EXPIRY,
    /** From a fixed date, the same for all. */
    CALENDAR
}
