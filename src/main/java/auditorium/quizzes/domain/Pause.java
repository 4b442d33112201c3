package auditorium.quizzes.domain;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A time in which an attempt's clock stands still, by our clock: for a change of shift. Without an end, it lasts. */
public record Pause(Instant beganAt, Optional<Instant> endedAt) {

    /** The most pauses that one attempt may have. */
    public static final int MOST = 3;

    public Pause {
        if (endedAt.filter(beganAt::isAfter).isPresent()) {
            throw new IllegalArgumentException("a pause ends after it began");
        }
    }

    /** Somebody stopped the clock ({@code stopped}) or let it go on. */
    public record Event(UUID id, boolean stopped, Instant at) {}

    /**
     * The pauses that events come to, in whatever order they are given and however often. Stopping a clock that stands, or
     * starting one that goes, changes nothing.
     */
    public static List<Pause> of(Collection<Event> events) {
        Map<UUID, Event> once = new HashMap<>();
        events.forEach(e -> once.merge(e.id(), e, (a, b) -> a.at().isAfter(b.at()) ? b : a));
        List<Pause> pauses = new ArrayList<>();
        Optional<Instant> since = Optional.empty();
        for (Event event : once.values().stream()
                .sorted(comparing(Event::at)
                        .thenComparing(Event::stopped) // of one instant: go on first, then stop
                        .thenComparing(e -> e.id().toString()))
                .toList()) {
            if (event.stopped()) {
                since = since.or(() -> Optional.of(event.at()));
            } else if (since.isPresent()) {
                pauses.add(new Pause(since.get(), Optional.of(event.at())));
                since = Optional.empty();
            }
        }
        since.ifPresent(at -> pauses.add(new Pause(at, Optional.empty())));
        return List.copyOf(pauses);
    }

    /** How long it took; one that lasts is measured until then. */
    Duration length(Instant now) {
        Instant end = endedAt.orElse(now);
        return end.isBefore(beganAt) ? Duration.ZERO : Duration.between(beganAt, end);
    }
}
