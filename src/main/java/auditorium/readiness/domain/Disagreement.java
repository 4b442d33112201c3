package auditorium.readiness.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * When two people on the same walk answer the same requirement differently and neither knew of the other: two phones without a network
 * in one department. Both answers are kept; until one of the two, or somebody else, answers anew knowing both, the worse one counts.
 */
public final class Disagreement {

    /**
     * An answer as far as this matters.
     *
     * @param seen the newest answer that the writer knew of, empty when none
     * @param walk what makes it the same walk: the day in the factory's time zone
     */
    public record Said(UUID id, UUID by, Result result, Instant at, Optional<UUID> seen, java.time.LocalDate walk) {}

    private Disagreement() {}

    /** Whether {@code newer} was given without knowing {@code older}, on the same walk, by somebody else, with another result. */
    public static boolean between(Said older, Said newer) {
        return !older.by().equals(newer.by())
                && older.walk().equals(newer.walk())
                && older.result() != newer.result()
                && older.result() != Result.NOT_CHECKED
                && newer.result() != Result.NOT_CHECKED
                && !newer.seen().equals(Optional.of(older.id()));
    }
}
