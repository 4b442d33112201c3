package auditorium.readiness.domain;

import java.util.Optional;

/** How something stood and how it stands. Empty: it did not apply, or does not, which is as good as ready. */
public record Change(Optional<State> before, Optional<State> after) {

    /** Worse is below zero, better above. */
    public int direction() {
        return Integer.signum(after.orElse(State.READY).compareTo(before.orElse(State.READY)));
    }

    public boolean worse() {
        return direction() < 0;
    }

    public boolean better() {
        return direction() > 0;
    }
}
