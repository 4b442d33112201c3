package auditorium.readiness.domain;

import auditorium.library.content.Severity;

/**
 * Readiness of many requirements together, weighted by severity. {@code met} and {@code possible} are quarters of weight: what does
 * not apply is in neither.
 */
public record Score(int met, int possible, int unknown, int stops, int open) {

    public static final Score EMPTY = new Score(0, 0, 0, 0, 0);

    /** With one more requirement. One that does not apply changes nothing. */
    public Score plus(Severity severity, Standing standing) {
        if (standing.state().isEmpty()) {
            return this;
        }
        State state = standing.state().get();
        return new Score(
                met + severity.weight() * state.quarters(),
                possible + severity.weight() * State.FULL,
                unknown + (state == State.UNKNOWN ? severity.weight() * State.FULL : 0),
                stops + (state == State.STOP ? 1 : 0),
                open + (state.open() ? 1 : 0));
    }

    public Score plus(Score other) {
        return new Score(
                met + other.met,
                possible + other.possible,
                unknown + other.unknown,
                stops + other.stops,
                open + other.open);
    }

    public boolean applicable() {
        return possible > 0;
    }

    /** Rounds down: 99.9 % is not ready. Nothing applicable means nothing is missing. */
    public int percent() {
        return possible == 0 ? 100 : (int) (100L * met / possible);
    }

    /** An open zero-tolerance gap outranks every number; where nobody has looked at anything, nothing is known. */
    public State state(Bounds bounds) {
        if (stops > 0) {
            return State.STOP;
        }
        return unknown == possible ? State.UNKNOWN : bounds.of(percent());
    }
}
