package auditorium.training.sessions.domain;

/** Whether somebody was at a session. Being there says nothing about what was understood. */
public enum Attended {
    /** Was never noted as present, or by mistake. */
    ABSENT,
    /** Came, and stayed to the end. */
    PRESENT,
    /** Came, and left before the end. */
    LEFT
}
