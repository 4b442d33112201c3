package auditorium.training;

import auditorium.clients.RosterChanged;
import auditorium.library.Library;
import auditorium.platform.ClientScope;
import auditorium.platform.EveryClient;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jboss.logging.Logger;

/**
 * Works out who has to learn what when a new day has begun in a factory, when lessons have changed, and when people were changed. Each
 * factory is looked at under the lock of its row, so several nodes may run this.
 */
@ApplicationScoped
class EvaluationJob {

    private static final Logger LOG = Logger.getLogger(EvaluationJob.class);

    private final EntityManager entities;
    private final EveryClient clients;
    private final ClientScope scope;
    private final Evaluation evaluation;
    private final Library library;
    private final Clock clock;

    EvaluationJob(
            EntityManager entities,
            EveryClient clients,
            ClientScope scope,
            Evaluation evaluation,
            Library library,
            Clock clock) {
        this.entities = entities;
        this.clients = clients;
        this.scope = scope;
        this.evaluation = evaluation;
        this.library = library;
        this.clock = clock;
    }

    /** In the transaction that changed who works where: the next minute's run looks again. */
    void onRoster(@Observes RosterChanged changed) {
        entities.createNativeQuery(
                        "update training_evaluation set evaluated_on = null where client_id = ?1 and evaluated_on is not null")
                .setParameter(1, changed.client())
                .executeUpdate();
    }

    @Scheduled(
            every = "1m",
            delayed = "2m",
            identity = "training-evaluation",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void evaluateAll() {
        clients.inTurn("working out lessons", c -> scope.inside(c.id(), () -> evaluateIfDue(c.zone())));
    }

    /** Does nothing when today's has been done and nothing has changed. */
    void evaluateIfDue(ZoneId zone) {
        Instant now = clock.instant();
        boolean done = !entities.createNativeQuery("""
                        select 1 from training_evaluation
                         where client_id = current_client() and evaluated_on = ?1 and content = ?2
                           and not exists (select from assignment_rule r where r.client_id = current_client() and r.evaluated_at is null)""")
                .setParameter(1, LocalDate.ofInstant(now, zone))
                .setParameter(2, Evaluation.content(library.catalogue()))
                .getResultList()
                .isEmpty();
        if (!done) {
            Evaluation.Outcome outcome = evaluation.evaluate(now);
            LOG.debugf("worked out who has to learn what: %s", outcome);
        }
    }
}
