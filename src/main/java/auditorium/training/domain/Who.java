package auditorium.training.domain;

/** Whom a rule asks to learn. */
public enum Who {
    /** Everybody who works here. */
    EVERYONE,
    /** The people of some departments. */
    DEPARTMENT,
    /** The people with some jobs. */
    JOB,
    /** Those who joined since the rule began. */
    JOINER,
    /** Those who changed the department since the rule began: what they learned before the move does not count. */
    MOVER,
    /** The people of departments in which a requirement is open; the lessons are those that teach it. */
    REQUIREMENT
}
