package auditorium.access;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody's seat in a client factory, with what decides who may change it. {@code elsewhere} says that the same account has a seat
 * in another factory; {@code login} is empty for those who sign in with factory code and number.
 */
public record Member(
        UUID id,
        UUID account,
        UUID client,
        String name,
        String login,
        String number,
        Role role,
        Optional<UUID> department,
        Optional<UUID> person,
        State state,
        boolean elsewhere,
        boolean administrator) {

    /** Whether and how the person can sign in. */
    public enum State {
        /** With a PIN or password of their own. */
        READY,
        /** With a start code that has not been used yet. */
        WAITING,
        /** Not at all: no secret, and the start code has run out. */
        CLOSED,
        /** Not while this lasts. */
        SUSPENDED
    }

    public boolean byPin() {
        return login.isEmpty();
    }
}
