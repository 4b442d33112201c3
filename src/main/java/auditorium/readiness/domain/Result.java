package auditorium.readiness.domain;

/** What somebody answered about a requirement in a department. */
public enum Result {
    CONFORMS,
    PARTLY,
    FAILS,
    /** Needs a reason. */
    NOT_APPLICABLE,
    NOT_CHECKED;

    /** Whether the answer says that something is missing. */
    public boolean gap() {
        return this == PARTLY || this == FAILS;
    }
}
