package auditorium.library.content;

/** How bad it is not to meet a requirement, worst first. The weights are the product's own convention. */
public enum Severity {
    ZERO_TOLERANCE(10),
    CRITICAL(6),
    MAJOR(3),
    MINOR(1);

    private final int weight;

    Severity(int weight) {
        this.weight = weight;
    }

    /** What the requirement counts in an area's, a department's or a factory's readiness. */
    public int weight() {
        return weight;
    }
}
