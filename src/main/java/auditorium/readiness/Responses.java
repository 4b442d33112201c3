package auditorium.readiness;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.improvement.Improvement;
import auditorium.library.ContentVersions;
import auditorium.library.content.Requirement;
import auditorium.lists.ClientLibrary;
import auditorium.platform.Ids;
import auditorium.readiness.domain.Disagreement;
import auditorium.readiness.domain.Result;
import auditorium.records.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was answered about requirements. Appended, never overwritten. The latest of each side is kept beside for the boards, with what
 * somebody else answered meanwhile, if that differs.
 */
@ApplicationScoped
class Responses {

    private final EntityManager entities;
    private final ContentVersions versions;
    private final ClientLibrary library;
    private final Ledger ledger;
    private final CurrentReader reader;

    Responses(
            EntityManager entities,
            ContentVersions versions,
            ClientLibrary library,
            Ledger ledger,
            CurrentReader reader) {
        this.entities = entities;
        this.versions = versions;
        this.library = library;
        this.ledger = ledger;
        this.reader = reader;
    }

    /** How somebody came to the answer. */
    enum How {
        DOCUMENT,
        INTERVIEW,
        SITE,
        VERIFICATION
    }

    /** One answer about one requirement in one department. {@code seen} is the newest of its side that the writer knew of. */
    record Response(
            UUID id,
            UUID client,
            UUID department,
            Requirement requirement,
            Result result,
            How how,
            String note,
            Side side,
            Optional<UUID> seen,
            UUID by,
            String byName,
            Instant madeAt,
            Instant receivedAt) {

        private Disagreement.Said said(ZoneId zone) {
            return new Disagreement.Said(
                    id, by, result, madeAt, seen, madeAt.atZone(zone).toLocalDate());
        }
    }

    /** The latest of a side as it stands, with the answer that it differs from. */
    private record Latest(Disagreement.Said said, Optional<Other> other) {}

    private record Other(UUID id, Result result) {
        /** The one that says more that something is missing. */
        static Other worse(Other one, Optional<Other> two) {
            return two.filter(t -> rank(t.result()) > rank(one.result())).orElse(one);
        }

        private static int rank(Result result) {
            return result == Result.FAILS ? 2 : result == Result.PARTLY ? 1 : 0;
        }
    }

    /** Keeps the answer; false when this very answer is already kept. */
    boolean add(Response r) {
        // one answer after the other in a department, so that two at once can't miss each other
        entities.createNativeQuery("select 1 from department where client_id = ?1 and id = ?2 for no key update")
                .setParameter(1, r.client())
                .setParameter(2, r.department())
                .getResultList();
        int added = entities.createNativeQuery("""
                        insert into response (client_id, id, department_id, requirement, version, result, method, note, side, seen, made_by,
                          made_by_name, made_at, received_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, cast(?10 as uuid), ?11, ?12, ?13, ?14)
                        on conflict (client_id, id) do nothing""")
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
                .setParameter(9, r.side().name())
                .setParameter(10, text(r.seen()))
                .setParameter(11, r.by())
                .setParameter(12, r.byName())
                .setParameter(13, r.madeAt())
                .setParameter(14, r.receivedAt())
                .executeUpdate();
        if (added == 1) {
            ledger.append(ReadinessWitnesses.RESPONSE, r.id());
            stand(r);
        }
        return added == 1;
    }

    /** One that was made earlier and arrives later does not become the latest, but may differ from it. */
    private void stand(Response r) {
        ZoneId zone = reader.at(r.client()).zone();
        Disagreement.Said now = r.said(zone);
        Optional<Latest> before = latest(r, zone);
        if (before.isEmpty()) {
            keep(r, now, Optional.empty());
            return;
        }
        Disagreement.Said old = before.get().said();
        boolean newer = Comparator.comparing(Disagreement.Said::at)
                        .thenComparing(Disagreement.Said::id)
                        .compare(now, old)
                > 0;
        Disagreement.Said newest = newer ? now : old;
        Disagreement.Said older = newer ? old : now;
        boolean settled = newer && now.seen().equals(Optional.of(old.id()));
        Optional<Other> open =
                settled ? Optional.empty() : before.get().other().filter(o -> o.result() != newest.result());
        Optional<Other> other = Disagreement.between(older, newest)
                ? Optional.of(Other.worse(new Other(older.id(), older.result()), open))
                : open;
        keep(r, newest, other);
    }

    private Optional<Latest> latest(Response r, ZoneId zone) {
        for (Object row : entities.createNativeQuery("""
                        select r.id, r.made_by, r.result, r.made_at, r.seen, l.other_id, l.other_result
                          from latest_response l join response r on r.client_id = l.client_id and r.id = l.response_id
                         where l.client_id = ?1 and l.department_id = ?2 and l.requirement = ?3 and l.side = ?4""", Object[].class)
                .setParameter(1, r.client())
                .setParameter(2, r.department())
                .setParameter(3, r.requirement().id())
                .setParameter(4, r.side().name())
                .getResultList()) {
            Object[] f = (Object[]) row;
            Instant at = (Instant) f[3];
            return Optional.of(new Latest(
                    new Disagreement.Said(
                            (UUID) f[0],
                            (UUID) f[1],
                            Result.valueOf((String) f[2]),
                            at,
                            Optional.ofNullable((UUID) f[4]),
                            at.atZone(zone).toLocalDate()),
                    f[5] == null
                            ? Optional.empty()
                            : Optional.of(new Other((UUID) f[5], Result.valueOf((String) f[6])))));
        }
        return Optional.empty();
    }

    private void keep(Response r, Disagreement.Said newest, Optional<Other> other) {
        entities.createNativeQuery("""
                        insert into latest_response (client_id, department_id, requirement, side, response_id, result, made_at, other_id, other_result)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(?8 as uuid), ?9)
                        on conflict (client_id, department_id, requirement, side) do update
                        set response_id = excluded.response_id, result = excluded.result, made_at = excluded.made_at,
                            other_id = excluded.other_id, other_result = excluded.other_result""")
                .setParameter(1, r.client())
                .setParameter(2, r.department())
                .setParameter(3, r.requirement().id())
                .setParameter(4, r.side().name())
                .setParameter(5, newest.id())
                .setParameter(6, newest.result().name())
                .setParameter(7, newest.at())
                .setParameter(8, text(other.map(Other::id)))
                .setParameter(9, other.map(o -> o.result().name()).orElse(null))
                .executeUpdate();
    }

    /** What was improved and verified by somebody else conforms from then on, as the side says that verified it. */
    void onVerified(@Observes Improvement.FindingVerified verified) {
        Reader.Seat seat = reader.at(verified.client());
        library.catalogue()
                .requirement(verified.finding().requirement())
                .ifPresent(requirement -> add(new Response(
                        Ids.next(),
                        verified.client(),
                        verified.finding().department(),
                        requirement,
                        Result.CONFORMS,
                        How.VERIFICATION,
                        verified.note(),
                        Side.of(seat.role()),
                        Optional.empty(),
                        verified.by(),
                        verified.byName(),
                        verified.at(),
                        verified.at())));
    }

    private static @Nullable String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse(null);
    }
}
