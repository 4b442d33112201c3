package auditorium.improvement.domain;

import java.util.Optional;

/**
 * What shows that a training task is done: those concerned answer questions on the requirement after the finding was opened, and know
 * it. {@code people} are those concerned, {@code requizzed} of them have answered since, and earned {@code earned} of {@code possible}
 * points. A tick proves nothing, and neither does a quiz from before the finding.
 */
public record TrainingProof(int people, int requizzed, long earned, long possible) {

    /** Per cent of those concerned who have to answer anew: some are always away. */
    public static final int REACH = 95;

    /** Per cent of the points that they have to earn. */
    public static final int KNOWN = 80;

    /** What is missing. */
    public enum Missing {
        PEOPLE,
        KNOWLEDGE
    }

    /** Whole per cent of the people, rounded down. */
    public int reached() {
        return people == 0 ? 0 : (int) (100L * requizzed / people);
    }

    /** Whole per cent of the points, rounded down. */
    public int known() {
        return possible == 0 ? 0 : (int) (100 * earned / possible);
    }

    public Optional<Missing> missing() {
        if (reached() < REACH) {
            return Optional.of(Missing.PEOPLE);
        }
        return known() < KNOWN ? Optional.of(Missing.KNOWLEDGE) : Optional.empty();
    }
}
