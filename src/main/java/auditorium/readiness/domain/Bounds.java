package auditorium.readiness.domain;

import java.util.Optional;

/** From which per cent on something is ready, nearly ready, or has a gap; below that it fails. A client may change them. */
public record Bounds(int ready, int near, int gap) {

    public static final Bounds DEFAULT = new Bounds(95, 80, 65);

    public Bounds {
        if (!fall(ready, near, gap)) {
            throw new IllegalArgumentException("bounds fall from ready to gap: " + ready + ", " + near + ", " + gap);
        }
    }

    /** Nothing when they do not fall from 100 down. */
    public static Optional<Bounds> ordered(int ready, int near, int gap) {
        return fall(ready, near, gap) ? Optional.of(new Bounds(ready, near, gap)) : Optional.empty();
    }

    private static boolean fall(int ready, int near, int gap) {
        return 100 >= ready && ready > near && near > gap && gap > 0;
    }

    public State of(int percent) {
        return percent >= ready
                ? State.READY
                : percent >= near ? State.NEAR : percent >= gap ? State.GAP : State.FAILING;
    }
}
