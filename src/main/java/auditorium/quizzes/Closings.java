package auditorium.quizzes;

import auditorium.platform.ClientScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Closes attempts whose time is up, and settles those that nothing can arrive for any more. Each is done in a transaction of its
 * own and passed over when somebody else has it, another node or the person who hands in: several nodes may run this.
 */
@ApplicationScoped
class Closings {

    private static final Logger LOG = Logger.getLogger(Closings.class);

    /** The most attempts of one factory in one go; the rest waits for the next. */
    private static final int MOST = 500;

    private final EntityManager entities;
    private final ClientScope scope;
    private final Results results;
    private final Clock clock;

    Closings(EntityManager entities, ClientScope scope, Results results, Clock clock) {
        this.entities = entities;
        this.scope = scope;
        this.results = results;
        this.clock = clock;
    }

    @Scheduled(
            every = "20s",
            delayed = "20s",
            identity = "attempt-closings",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void closeAll() {
        List<UUID> clients = QuarkusTransaction.requiringNew()
                .call(() -> entities.unwrap(Session.class)
                        .createNativeQuery("select id from client order by id", UUID.class)
                        .getResultList());
        clients.forEach(client -> close(client, clock.instant()));
    }

    /** Does what is due in one factory; answers how many attempts were looked at. */
    int close(UUID client, Instant now) {
        List<UUID> due = scope.inside(client, () -> due(client, now));
        for (UUID attempt : due) {
            try {
                scope.inside(client, () -> {
                    if (taken(client, attempt)) {
                        results.close(client, attempt, now);
                    }
                });
            } catch (RuntimeException e) {
                LOG.errorf(e, "attempt %s can't be closed; the others are", attempt);
            }
        }
        return due.size();
    }

    private List<UUID> due(UUID client, Instant now) {
        return entities.unwrap(Session.class)
                .createNativeQuery("""
                        select id from attempt
                         where client_id = ?1 and final_at is null and waiting_since is null and deadline_at is not null and deadline_at < ?2
                           and deadline_at + make_interval(secs => case when submitted_at is null then grace_seconds
                                 else greatest(grace_seconds, late_window_seconds) end) < ?2
                         order by deadline_at limit ?3""", UUID.class)
                .setParameter(1, client)
                .setParameter(2, now)
                .setParameter(3, MOST)
                .getResultList();
    }

    private boolean taken(UUID client, UUID attempt) {
        return !entities.createNativeQuery(
                        "select id from attempt where client_id = ?1 and id = ?2 and final_at is null and waiting_since is null for update skip locked",
                        UUID.class)
                .setParameter(1, client)
                .setParameter(2, attempt)
                .getResultList()
                .isEmpty();
    }
}
