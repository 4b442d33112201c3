package auditorium.training.sessions.domain;

/** How a session is held. */
public enum SessionKind {
    /** In a room, planned, with a code on the wall or a sheet of paper to sign. */
    ROOM,
    /** Where people work, with one phone that goes round. */
    LINE
}
