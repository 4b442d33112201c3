package auditorium.readiness;

import auditorium.platform.ClientScope;
import auditorium.platform.EveryClient;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/**
 * Keeps {@code knowledge_sum} short and true. Triggers put rows in whenever somebody passes, answers, moves or leaves; here they are
 * folded into one for each department and key. Once a day all is counted anew, because somebody who moves at the very moment in which
 * their answers arrive is added up in the place that they have just left. Each client has a lock for it, so several nodes may run this.
 */
@ApplicationScoped
class KnowledgeSums {

    /** From so many loose rows on it is worth the while: adding up as many takes a board a few milliseconds. */
    private static final int LOOSE = 2000;

    private final EntityManager entities;
    private final EveryClient clients;
    private final ClientScope scope;

    KnowledgeSums(EntityManager entities, EveryClient clients, ClientScope scope) {
        this.entities = entities;
        this.clients = clients;
        this.scope = scope;
    }

    @Scheduled(every = "1m", delayed = "2m", identity = "knowledge-sums")
    void foldAll() {
        clients.inTurn(
                "adding up what departments know",
                c -> scope.inside(c.id(), () -> {
                    if (loose(c.id()) >= LOOSE) {
                        fold(c.id());
                    }
                }));
    }

    private int loose(UUID client) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from (select from knowledge_sum where client_id = ?1 and not folded limit ?2) l")
                        .setParameter(1, client)
                        .setParameter(2, LOOSE)
                        .getSingleResult())
                .intValue();
    }

    /** Makes one row of all that belong together. Readers see either the many or the one. */
    void fold(UUID client) {
        lock(client);
        entities.createNativeQuery("""
                        with gone as (
                          delete from knowledge_sum s
                           where s.client_id = ?1
                             and (not s.folded or (s.department_id, s.kind, s.key) in (
                               select department_id, kind, key from knowledge_sum where client_id = ?1 and not folded))
                          returning department_id, kind, key, met, more)
                        insert into knowledge_sum (client_id, department_id, kind, key, met, more, folded)
                        select ?1, department_id, kind, key, sum(met), sum(more), true from gone group by department_id, kind, key""").setParameter(1, client).executeUpdate();
    }

    /**
     * Counts every person anew. One statement sees one moment: what is being added meanwhile is neither counted nor taken away. Without
     * loops, because right after thousands of people came in the database still plans as if there were few.
     */
    void recount(UUID client) {
        lock(client);
        entities.createNativeQuery("set local enable_nestloop = off").executeUpdate();
        entities.createNativeQuery("""
                        with gone as (delete from knowledge_sum where client_id = ?1)
                        insert into knowledge_sum (client_id, department_id, kind, key, met, more, folded)
                        select ?1, p.department_id, 'KNOWN', m.requirement, sum(m.earned), sum(m.possible), true
                          from mastery m join person p on p.client_id = m.client_id and p.id = m.person_id
                         where m.client_id = ?1 and p.left_on is null group by p.department_id, m.requirement
                        union all
                        select ?1, p.department_id, 'PASSED', s.lesson, count(*), count(*) filter (where p.leads), true
                          from lesson_standing s join person p on p.client_id = s.client_id and p.id = s.person_id
                         where s.client_id = ?1 and p.left_on is null group by p.department_id, s.lesson""").setParameter(1, client).executeUpdate();
        entities.createNativeQuery("set local enable_nestloop = on").executeUpdate();
    }

    private void lock(UUID client) {
        entities.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtext('knowledge-sums'), hashtext(?1)) as text)")
                .setParameter(1, client.toString())
                .getResultList();
    }
}
