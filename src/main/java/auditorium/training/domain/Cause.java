package auditorium.training.domain;

/** Why a lesson stands on somebody's list. */
public enum Cause {
    /** A rule asks for it. */
    RULE,
    /** The term of what was learned before ends. */
    RENEWAL,
    /** The lesson's meaning has changed since it was learned. */
    REVISION,
    /** The person has come to another department. */
    MOVE,
    /** What was verified in the person's department turned out not to hold. */
    FINDING
}
