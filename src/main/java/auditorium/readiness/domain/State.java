package auditorium.readiness.domain;

import java.util.Arrays;
import java.util.Optional;

/** How something stands, worst first. The order is the rule: of several facts the first one in this order decides. */
public enum State {
    /** An open zero-tolerance gap: not ready, whatever else is well. */
    STOP(0, "stop"),
    FAILING(0, "fail"),
    /** Nobody has looked: counts as a gap. */
    UNKNOWN(0, "none"),
    GAP(2, "gap"),
    NEAR(3, "near"),
    READY(4, "ready");

    /** What a fully met requirement earns, of this many quarters. */
    public static final int FULL = 4;

    private final int quarters;
    private final String mark;

    State(int quarters, String mark) {
        this.quarters = quarters;
        this.mark = mark;
    }

    /** How much of a requirement is met, in quarters: ready 4, nearly 3, gap 2, else nothing. */
    public int quarters() {
        return quarters;
    }

    /** The name of its mark and colours on a page. */
    public String mark() {
        return mark;
    }

    /** The state of a mark; empty for what does not apply. */
    public static Optional<State> marked(String mark) {
        return Arrays.stream(values()).filter(s -> s.mark.equals(mark)).findFirst();
    }

    public State weaker(State other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Whether somebody has to act. */
    public boolean open() {
        return this != READY;
    }
}
