package auditorium.readiness;

import auditorium.improvement.Improvement;
import auditorium.library.ContentVersions;
import auditorium.library.Library;
import auditorium.library.content.Requirement;
import auditorium.platform.Ids;
import auditorium.readiness.domain.Result;
import auditorium.records.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What was answered about requirements. Appended, never overwritten; the latest of each is kept beside for the boards. */
@ApplicationScoped
class Responses {

    private final EntityManager entities;
    private final ContentVersions versions;
    private final Library library;
    private final Ledger ledger;

    Responses(EntityManager entities, ContentVersions versions, Library library, Ledger ledger) {
        this.entities = entities;
        this.versions = versions;
        this.library = library;
        this.ledger = ledger;
    }

    /** How somebody came to the answer. */
    enum How {
        DOCUMENT,
        INTERVIEW,
        SITE,
        VERIFICATION
    }

    /** One answer about one requirement in one department. */
    record Response(
            UUID id,
            UUID client,
            UUID department,
            Requirement requirement,
            Result result,
            How how,
            String note,
            UUID by,
            String byName,
            Instant madeAt,
            Instant receivedAt) {}

    /** An answer as the history shows it. */
    record Past(UUID id, Result result, How how, String note, String byName, Instant madeAt) {}

    /** Keeps the answer; false when this very answer is already kept. */
    boolean add(Response r) {
        int added = entities.createNativeQuery("""
                        insert into response (client_id, id, department_id, requirement, version, result, method, note, made_by, made_by_name, made_at, received_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) on conflict (client_id, id) do nothing""")
                .setParameter(1, r.client())
                .setParameter(2, r.id())
                .setParameter(3, r.department())
                .setParameter(4, r.requirement().id())
                .setParameter(
                        5,
                        versions.use(
                                "requirement",
                                r.requirement().id(),
                                r.requirement().version()))
                .setParameter(6, r.result().name())
                .setParameter(7, r.how().name())
                .setParameter(8, r.note())
                .setParameter(9, r.by())
                .setParameter(10, r.byName())
                .setParameter(11, r.madeAt())
                .setParameter(12, r.receivedAt())
                .executeUpdate();
        if (added == 1) {
            ledger.append(ReadinessWitnesses.RESPONSE, r.id());
            // one that was made earlier and arrives later does not become the latest
            entities.createNativeQuery("""
                            insert into latest_response (client_id, department_id, requirement, response_id, result, made_at)
                            values (?1, ?2, ?3, ?4, ?5, ?6)
                            on conflict (client_id, department_id, requirement) do update
                            set response_id = excluded.response_id, result = excluded.result, made_at = excluded.made_at
                            where (excluded.made_at, excluded.response_id) > (latest_response.made_at, latest_response.response_id)""")
                    .setParameter(1, r.client())
                    .setParameter(2, r.department())
                    .setParameter(3, r.requirement().id())
                    .setParameter(4, r.id())
                    .setParameter(5, r.result().name())
                    .setParameter(6, r.madeAt())
                    .executeUpdate();
        }
        return added == 1;
    }

    /** The newest first. */
    List<Past> history(UUID client, UUID department, String requirement, int most) {
        List<Past> history = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select id, result, method, note, made_by_name, made_at from response
                         where client_id = ?1 and department_id = ?2 and requirement = ?3 order by made_at desc, id desc""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, department)
                .setParameter(3, requirement)
                .setMaxResults(most)
                .getResultList()) {
            Object[] r = (Object[]) row;
            history.add(new Past(
                    (UUID) r[0],
                    Result.valueOf((String) r[1]),
                    How.valueOf((String) r[2]),
                    (String) r[3],
                    (String) r[4],
                    (Instant) r[5]));
        }
        return history;
    }

    /** What was improved and verified by somebody else conforms from then on. */
    void onClosed(@Observes Improvement.FindingClosed closed) {
        library.catalogue()
                .requirement(closed.finding().requirement())
                .ifPresent(requirement -> add(new Response(
                        Ids.next(),
                        closed.client(),
                        closed.finding().department(),
                        requirement,
                        Result.CONFORMS,
                        How.VERIFICATION,
                        closed.note(),
                        closed.by(),
                        closed.byName(),
                        closed.at(),
                        closed.at())));
    }
}
