package auditorium.training.sessions.domain;

/** Where a session stands. */
public enum SessionState {
    /** It lies ahead. */
    PLANNED,
    /** Its day has come, and it is not closed. */
    OPEN,
    /** It was held and closed, and stays as it is. */
    CLOSED,
    /** It will not take place. */
    CANCELLED
}
