package auditorium.improvement;

import auditorium.improvement.domain.Escalation;
import auditorium.library.content.Severity;
import auditorium.platform.ClientScope;
import auditorium.platform.EveryClient;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * What time alone brings: turns of routines that come soon, and that a late task is told to the next role. Every hour, in each client's
 * own day; a turn's and an escalation's keys are their days, so several nodes may run this.
 */
@ApplicationScoped
class TaskClock {

    /** How long a plan that came back and that nobody took is kept. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final EntityManager entities;
    private final EveryClient clients;
    private final ClientScope scope;
    private final Routines routines;
    private final CapImports imports;
    private final Clock clock;

    TaskClock(
            EntityManager entities,
            EveryClient clients,
            ClientScope scope,
            Routines routines,
            CapImports imports,
            Clock clock) {
        this.entities = entities;
        this.clients = clients;
        this.scope = scope;
        this.routines = routines;
        this.imports = imports;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", identity = "task-clock")
    void tickAll() {
        clients.inTurn("the clock of tasks", c -> scope.inside(c.id(), () -> tick(c.id(), c.today(clock))));
    }

    void tick(UUID client, LocalDate today) {
        imports.forget(client, clock.instant().minus(KEPT));
        routines.going(Optional.empty()).forEach(r -> routines.unroll(client, r, today));
        for (Object row : entities.createNativeQuery("""
                        select t.id, t.due_on, f.grade,
                               (select coalesce(max(e.level), 0) from task_escalation e
                                 where e.client_id = t.client_id and e.task_id = t.id and e.due_on = t.due_on) as told
                          from task t
                          join finding f on f.client_id = t.client_id and f.id = t.finding_id
                         where t.client_id = ?1 and t.state in ('OPEN', 'IN_PROGRESS') and t.due_on < ?2""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, today)
                .getResultList()) {
            Object[] late = (Object[]) row;
            LocalDate due = PlanReport.day(late[1]);
            int level = Escalation.level(Severity.valueOf((String) late[2]), ChronoUnit.DAYS.between(due, today));
            if (level > ((Number) late[3]).intValue()) {
                raise(client, (UUID) late[0], due, level);
            }
        }
    }

    private void raise(UUID client, UUID task, LocalDate due, int level) {
        entities.createNativeQuery("""
                        insert into task_escalation (client_id, task_id, due_on, level, raised_at)
                        select ?1, ?2, ?3, l, ?5 from generate_series(1, ?4) l on conflict do nothing""")
                .setParameter(1, client)
                .setParameter(2, task)
                .setParameter(3, due)
                .setParameter(4, level)
                .setParameter(5, clock.instant())
                .executeUpdate();
    }
}
