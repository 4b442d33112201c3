package auditorium.quizzes;

import auditorium.quizzes.domain.AttemptRules;
import auditorium.quizzes.domain.Pause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Stops the clock of an attempt, lets it go on, and gives it more time. Each locks the attempt, so that none misses another. */
@ApplicationScoped
class AttemptClocks {

    private final EntityManager entities;
    private final Attempts attempts;

    AttemptClocks(EntityManager entities, Attempts attempts) {
        this.entities = entities;
        this.attempts = attempts;
    }

    /** Stops the clock if it may be stopped now; asking twice stops it once. */
    boolean stop(UUID client, UUID attempt, UUID event, Instant now) {
        Attempt locked = attempts.locked(attempt);
        AttemptRules rules = attempts.rules(client, locked);
        if (locked.submittedAt().isPresent() || !rules.pausable(now)) {
            return rules.paused(now);
        }
        append(client, locked, event, true, now);
        return true;
    }

    /** Lets the clock go on if it stands. */
    void goOn(UUID client, UUID attempt, UUID event, Instant at) {
        Attempt locked = attempts.locked(attempt);
        if (locked.pausedAt().filter(since -> !at.isBefore(since)).isPresent()) {
            append(client, locked, event, false, at);
        }
    }

    /** The same, by the person's own button: it works also when our clock was put back meanwhile. */
    void goOnNow(UUID client, UUID attempt, UUID event, Instant now) {
        attempts.locked(attempt).pausedAt().ifPresent(since -> {
            Instant soonest = since.plusMillis(1); // a pause has a length
            goOn(client, attempt, event, now.isBefore(soonest) ? soonest : now);
        });
    }

    private void append(UUID client, Attempt attempt, UUID event, boolean stopped, Instant at) {
        entities.createNativeQuery("""
                        insert into attempt_pause (client_id, id, attempt_id, stopped, at)
                        values (?1, ?2, ?3, ?4, ?5) on conflict (client_id, id) do nothing""")
                .setParameter(1, client)
                .setParameter(2, event)
                .setParameter(3, attempt.id())
                .setParameter(4, stopped)
                .setParameter(5, at)
                .executeUpdate();
        attempt.keepClock(attempts.pauses(client, attempt.id()));
    }

    /** Gives (or, below zero, takes back) time in the attempt at the quiz that is going on, if there is one. */
    void extend(UUID client, UUID person, String quiz, Duration more) {
        attempts.find("person = ?1 and quiz = ?2 and submittedAt is null", person, quiz)
                .firstResultOptional()
                .ifPresent(open -> {
                    Attempt locked = attempts.locked(open.id());
                    List<Pause> pauses = locked.mayPause() ? attempts.pauses(client, locked.id()) : List.of();
                    if (locked.submittedAt().isEmpty()) {
                        locked.extend(more, pauses);
                    }
                });
    }
}
