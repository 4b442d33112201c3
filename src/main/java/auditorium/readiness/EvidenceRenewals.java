package auditorium.readiness;

import auditorium.evidence.Renewal;
import auditorium.improvement.Renewals;
import auditorium.platform.ClientScope;
import auditorium.platform.EveryClient;
import auditorium.platform.Text;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Evidence that ends soon becomes somebody's task: one a piece, whoever makes it, so several nodes may run this. It is done when a newer
 * revision is filed, or another piece of the kind holds longer, and needs no tick: the new revision is a piece of its own, with a task of
 * its own when its time comes.
 */
@ApplicationScoped
class EvidenceRenewals implements Renewals {

    /** The piece of {@code s} holds longest of its kind, and no other of the whole factory holds longer. */
    private static final String HOLDS_LONGEST = """
            not exists (select from evidence_standing w
             where w.client_id = s.client_id and w.department_id is null and w.requirement = s.requirement and w.kind = s.kind
               and coalesce(w.until_on, 'infinity') > s.until_on)""";

    /** A piece is to be renewed while it holds longest of its kind, here or in the whole factory, and ends until {@code :last}. */
    private static final String ENDING =
            "select s.evidence_id, min(s.until_on) as until_on from evidence_standing s where s.client_id = :client and s.until_on <= :last and "
                    + HOLDS_LONGEST + " group by s.evidence_id";

    private static final String DUE = """
            select n.evidence_id, e.title, coalesce(p.name, '') as owner, n.due_on,
                   (select min(r.requirement) from evidence_requirement r
                     where r.client_id = e.client_id and r.evidence_id = e.id) as requirement,
                   n.owner_id, coalesce(d.name_zh, ''), coalesce(d.name_en, '')
              from evidence_renewal n
              join evidence e on e.client_id = n.client_id and e.id = n.evidence_id
              left join person p on p.client_id = n.client_id and p.id = n.owner_id
              left join department d on d.client_id = e.client_id and d.id = e.department_id
             where n.client_id = :client""";

    private static final String STILL =
            " and exists (select from evidence_standing s where s.client_id = n.client_id and s.evidence_id = n.evidence_id and "
                    + HOLDS_LONGEST + ") order by n.due_on, e.title, n.evidence_id";

    private final EntityManager entities;
    private final EveryClient clients;
    private final ClientScope scope;
    private final Clock clock;

    EvidenceRenewals(EntityManager entities, EveryClient clients, ClientScope scope, Clock clock) {
        this.entities = entities;
        this.clients = clients;
        this.scope = scope;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "6m", identity = "evidence-renewals")
    void makeAll() {
        clients.inTurn(
                "asking for renewals",
                c -> scope.inside(c.id(), () -> make(c.id(), Renewal.horizon(c.today(clock), c.auditOn()))));
    }

    /**
     * Makes the tasks that are not there yet. The owner is whoever filed the piece, if they are still here and may file; else somebody who
     * leads its department; else nobody, and those who manage see it.
     */
    int make(UUID client, LocalDate last) {
        return entities.createNativeQuery(
                        "insert into evidence_renewal (client_id, evidence_id, owner_id, due_on, made_at) "
                                + "select e.client_id, e.id, coalesce("
                                + "  (select m.person_id from membership m join person p on p.client_id = m.client_id and p.id = m.person_id and p.left_on is null"
                                + "    where m.client_id = e.client_id and m.account_id = e.filed_by and m.ended_at is null"
                                + "      and m.role in ('DEPARTMENT_MANAGER', 'FACTORY_MANAGER')),"
                                + "  (select m.person_id from membership m join person p on p.client_id = m.client_id and p.id = m.person_id and p.left_on is null"
                                + "    where m.client_id = e.client_id and m.department_id = e.department_id and m.role = 'DEPARTMENT_MANAGER'"
                                + "      and m.ended_at is null order by p.number limit 1)), x.until_on, :now"
                                + " from (" + ENDING
                                + ") x join evidence e on e.client_id = :client and e.id = x.evidence_id"
                                + " on conflict (client_id, evidence_id) do nothing")
                .setParameter("client", client)
                .setParameter("last", last)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Override
    public List<Due> due(UUID client, Optional<UUID> person, boolean manages, Optional<UUID> reach, int most) {
        return rows(
                """
                 and (n.owner_id = cast(:person as uuid) or cast(:manages as boolean) and (n.owner_id is null or p.left_on is not null)
                      and (cast(:reach as uuid) is null or e.department_id = cast(:reach as uuid)))""",
                most,
                q -> q.setParameter("client", client)
                        .setParameter("person", ReadinessReport.text(person))
                        .setParameter("manages", manages)
                        .setParameter("reach", ReadinessReport.text(reach)));
    }

    @Override
    public List<Due> planned(UUID client, Optional<UUID> reach, String department, int most) {
        return rows(
                """
                 and (cast(:reach as uuid) is null or e.department_id = cast(:reach as uuid))
                 and (:department = '' or cast(e.department_id as text) = :department)""",
                most,
                q -> q.setParameter("client", client)
                        .setParameter("reach", ReadinessReport.text(reach))
                        .setParameter("department", department));
    }

    private List<Due> rows(String which, int most, Consumer<Query> with) {
        Query query = entities.createNativeQuery(DUE + " " + which + STILL, Object[].class);
        with.accept(query);
        List<Due> all = new ArrayList<>();
        for (Object row : query.setMaxResults(most).getResultList()) {
            Object[] r = (Object[]) row;
            all.add(new Due(
                    (UUID) r[0],
                    (String) r[1],
                    r[4] == null ? "" : (String) r[4],
                    (String) r[2],
                    Optional.ofNullable((UUID) r[5]),
                    new Text((String) r[6], (String) r[7]),
                    ReadinessReport.day(r[3])));
        }
        return all;
    }
}
