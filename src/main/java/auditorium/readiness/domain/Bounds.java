package auditorium.readiness.domain;

/** From which per cent on something is ready, nearly ready, or has a gap; below that it fails. A client may change them. */
public record Bounds(int ready, int near, int gap) {

    public static final Bounds DEFAULT = new Bounds(95, 80, 65);

    public Bounds {
        if (!(100 >= ready && ready > near && near > gap && gap > 0)) {
            throw new IllegalArgumentException("bounds fall from ready to gap: " + ready + ", " + near + ", " + gap);
        }
    }

    public State of(int percent) {
        return percent >= ready
                ? State.READY
                : percent >= near ? State.NEAR : percent >= gap ? State.GAP : State.FAILING;
    }
}
