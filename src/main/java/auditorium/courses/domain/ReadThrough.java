package auditorium.courses.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a lesson has been read: all cards were seen, and from the first sign of reading to the last there was time to read them.
 * {@code unseen} are the cards without a sign, in their order; {@code took} is the time between the signs and {@code missing} what
 * it falls short of the least; {@code at} is the last sign, empty when there is no card at all.
 */
public record ReadThrough(List<String> unseen, Duration took, Duration missing, Optional<Instant> at) {

    /**
     * Judges the signs that there are.
     *
     * @param cards all cards of the version, in their order
     * @param seen when each card was first seen; cards of other versions don't count
     * @param said when the person said to have read it; that alone is no reading, but may end one
     * @param least the least time between the first sign and the last
     */
    public static ReadThrough of(
            Collection<String> cards, Map<String, Instant> seen, Optional<Instant> said, Duration least) {
        List<String> unseen = cards.stream().filter(c -> !seen.containsKey(c)).toList();
        List<Instant> signs =
                cards.stream().filter(seen::containsKey).map(seen::get).sorted().toList();
        if (signs.isEmpty()) {
            return new ReadThrough(unseen, Duration.ZERO, least, Optional.empty());
        }
        Instant last = said.filter(s -> s.isAfter(signs.getLast())).orElse(signs.getLast());
        Duration took = Duration.between(signs.getFirst(), last);
        Duration missing = least.compareTo(took) > 0 ? least.minus(took) : Duration.ZERO;
        return new ReadThrough(unseen, took, missing, Optional.of(last));
    }

    /** Whether the lesson counts as read. */
    public boolean counts() {
        return at.isPresent() && unseen.isEmpty() && missing.isZero();
    }
}
