package auditorium.access;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Forgets what has no use any more: ended sessions, start codes that ran out, old wrong guesses, devices that nobody has used for a year. */
@ApplicationScoped
class Housekeeping {

    private static final Duration FAILURES_KEPT = Duration.ofDays(2);
    private static final Duration DEVICES_KEPT = Duration.ofDays(400);

    private final EntityManager entities;
    private final Sessions sessions;
    private final StartCodes codes;
    private final HalfWays halfWays;
    private final KeyChallenges challenges;
    private final Clock clock;

    Housekeeping(
            EntityManager entities,
            Sessions sessions,
            StartCodes codes,
            HalfWays halfWays,
            KeyChallenges challenges,
            Clock clock) {
        this.entities = entities;
        this.sessions = sessions;
        this.codes = codes;
        this.halfWays = halfWays;
        this.challenges = challenges;
        this.clock = clock;
    }

    @Scheduled(every = "30m", delayed = "5m", identity = "access-housekeeping")
    @Transactional
    void tidy() {
        sessions.sweep();
        codes.sweep();
        halfWays.sweep();
        challenges.sweep();
        entities.createNativeQuery("delete from sign_in_failure where at < ?1")
                .setParameter(1, clock.instant().minus(FAILURES_KEPT))
                .executeUpdate();
        entities.createNativeQuery("delete from known_device where seen_at < ?1")
                .setParameter(1, clock.instant().minus(DEVICES_KEPT))
                .executeUpdate();
    }
}
