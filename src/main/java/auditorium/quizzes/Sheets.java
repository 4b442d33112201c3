package auditorium.quizzes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The papers that are being answered, as this node has last read them. It keeps only what never changes of an attempt: whose it is
 * and what was drawn. So an answer costs one statement, and every node may have its own.
 */
@ApplicationScoped
class Sheets {

    private static final int MOST = 4000;
    private static final Duration KEPT = Duration.ofMinutes(30);

    private final Attempts attempts;
    private final Clock clock;
    private final Map<Key, Sheet> sheets = new LinkedHashMap<>(256, 0.75f, true);

    Sheets(Attempts attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    private record Key(UUID client, UUID attempt) {}

    private record Sheet(UUID person, Attempts.Frozen frozen, Instant read) {}

    /** The paper of a person's own attempt; somebody else's is not found. */
    Optional<Attempts.Frozen> own(UUID client, UUID attempt, UUID person) {
        Key key = new Key(client, attempt);
        Optional<Sheet> known = known(key);
        if (known.isPresent()) {
            return known.filter(s -> s.person().equals(person)).map(Sheet::frozen);
        }
        return attempts.own(attempt, person)
                .map(a -> keep(key, new Sheet(person, attempts.frozen(a), clock.instant())));
    }

    private Optional<Sheet> known(Key key) {
        synchronized (sheets) {
            return Optional.ofNullable(sheets.get(key))
                    .filter(s -> s.read().plus(KEPT).isAfter(clock.instant()));
        }
    }

    private Attempts.Frozen keep(Key key, Sheet sheet) {
        synchronized (sheets) {
            sheets.put(key, sheet);
            if (sheets.size() > MOST) {
                sheets.remove(sheets.keySet().iterator().next());
            }
        }
        return sheet.frozen();
    }
}
