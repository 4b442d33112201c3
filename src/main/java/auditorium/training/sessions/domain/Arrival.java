package auditorium.training.sessions.domain;

/** How somebody's presence was noted. */
public enum Arrival {
    /** With the code on the wall, on a phone on which the person had signed in. */
    QR,
    /** By whoever held the session. */
    HAND,
    /** With the own PIN, on the phone that went round. */
    LINE
}
