package auditorium.evidence;

import auditorium.evidence.domain.Proof;
import auditorium.files.KeptFile;
import auditorium.records.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes evidence: appended, never changed. A newer revision stands in front of an older one, which stays where it is. */
@ApplicationScoped
class EvidenceFiling {

    /** A requirement that a piece proves, which of its kinds of evidence it is, and the last day on which it holds as such. */
    record Proves(String requirement, String kind, Optional<LocalDate> until) {}

    /** A piece as it is filed. {@code department} is empty for the whole factory. */
    record Piece(
            UUID client,
            UUID id,
            Optional<UUID> department,
            Sort sort,
            String title,
            Proof proof,
            String original,
            String historicNote,
            Optional<UUID> revises,
            int revision,
            List<Proves> proves,
            KeptFile file,
            UUID by,
            String byName,
            Instant filedAt,
            Instant receivedAt) {}

    private final EntityManager entities;
    private final Ledger ledger;

    EvidenceFiling(EntityManager entities, Ledger ledger) {
        this.entities = entities;
        this.ledger = ledger;
    }

    /** Whether this very piece has been filed: a phone may send it twice. */
    boolean filed(UUID client, UUID id) {
        return !entities.createNativeQuery("select 1 from evidence where client_id = ?1 and id = ?2")
                .setParameter(1, client)
                .setParameter(2, id)
                .getResultList()
                .isEmpty();
    }

    /** Files the piece; false when this very piece is filed already. */
    boolean file(Piece p) {
        int added = entities.createNativeQuery("""
                        insert into evidence (client_id, id, department_id, sort, title, covers_from, covers_to, made_on, expires_on, original,
                          historic_note, revises, revision, sha256, media_type, name, size, filed_by, filed_by_name, filed_at, received_at)
                        values (:client, :id, cast(:department as uuid), :sort, :title, cast(:covers_from as date), cast(:covers_to as date),
                          :made_on, cast(:expires_on as date), :original, :note, cast(:revises as uuid), :revision, :sha256, :media_type, :name,
                          :size, :filed_by, :filed_by_name, :filed_at, :received_at)
                        on conflict (client_id, id) do nothing""")
                .setParameter("client", p.client())
                .setParameter("id", p.id())
                .setParameter("department", text(p.department()))
                .setParameter("sort", p.sort().name())
                .setParameter("title", p.title())
                .setParameter("covers_from", text(p.proof().coversFrom()))
                .setParameter("covers_to", text(p.proof().coversTo()))
                .setParameter("made_on", p.proof().madeOn())
                .setParameter("expires_on", text(p.proof().expiresOn()))
                .setParameter("original", p.original())
                .setParameter("note", p.historicNote())
                .setParameter("revises", text(p.revises()))
                .setParameter("revision", p.revision())
                .setParameter("sha256", p.file().sha256())
                .setParameter("media_type", p.file().mediaType())
                .setParameter("name", p.file().name())
                .setParameter("size", p.file().size())
                .setParameter("filed_by", p.by())
                .setParameter("filed_by_name", p.byName())
                .setParameter("filed_at", p.filedAt())
                .setParameter("received_at", p.receivedAt())
                .executeUpdate();
        if (added == 0) {
            return false;
        }
        for (Proves proves : p.proves()) {
            entities.createNativeQuery("""
                            insert into evidence_requirement (client_id, evidence_id, requirement, kind, until_on)
                            values (?1, ?2, ?3, ?4, cast(?5 as date)) on conflict do nothing""")
                    .setParameter(1, p.client())
                    .setParameter(2, p.id())
                    .setParameter(3, proves.requirement())
                    .setParameter(4, proves.kind())
                    .setParameter(5, text(proves.until()))
                    .executeUpdate();
        }
        ledger.append(EvidenceWitnesses.EVIDENCE, p.id());
        stand(p.client(), p.id(), p.revises());
        return true;
    }

    /** What somebody else says who has looked at the piece; false when this very look is kept already. */
    boolean check(
            UUID client, UUID id, UUID evidence, boolean accepted, String note, UUID by, String byName, Instant at) {
        int added = entities.createNativeQuery("""
                        insert into evidence_check (client_id, id, evidence_id, accepted, note, made_by, made_by_name, made_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict (client_id, id) do nothing""")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, evidence)
                .setParameter(4, accepted)
                .setParameter(5, note)
                .setParameter(6, by)
                .setParameter(7, byName)
                .setParameter(8, at)
                .executeUpdate();
        if (added == 1) {
            ledger.append(EvidenceWitnesses.CHECK, id);
            stand(client, evidence, Optional.empty());
        }
        return added == 1;
    }

    /** For all that the piece, or the one that it revises, proves: which current piece that nobody turned down holds longest. */
    private void stand(UUID client, UUID evidence, Optional<UUID> revised) {
        String keys = """
                 (select r.requirement, r.kind from evidence_requirement r
                   where r.client_id = :client and r.kind <> '' and r.evidence_id in (:evidence, coalesce(cast(:revised as uuid), :evidence)))""";
        entities.createNativeQuery("""
                        delete from evidence_standing s using evidence e
                         where s.client_id = :client and e.client_id = :client and e.id = :evidence
                           and s.department_id is not distinct from e.department_id and (s.requirement, s.kind) in""" + keys)
                .setParameter("client", client)
                .setParameter("evidence", evidence)
                .setParameter("revised", text(revised))
                .executeUpdate();
        entities.createNativeQuery("""
                        insert into evidence_standing (client_id, department_id, requirement, kind, evidence_id, until_on)
                        select distinct on (r.requirement, r.kind) e.client_id, e.department_id, r.requirement, r.kind, e.id, r.until_on
                          from evidence this
                          join evidence e on e.client_id = this.client_id and e.department_id is not distinct from this.department_id
                          join evidence_requirement r on r.client_id = e.client_id and r.evidence_id = e.id
                         where this.client_id = :client and this.id = :evidence and (r.requirement, r.kind) in""" + keys + """

                           and not exists (select 1 from evidence n where n.client_id = e.client_id and n.revises = e.id)
                           and coalesce((select c.accepted from evidence_check c where c.client_id = e.client_id and c.evidence_id = e.id
                                          order by c.made_at desc, c.id desc limit 1), true)
                         order by r.requirement, r.kind, r.until_on desc nulls first, e.id desc
                        on conflict (client_id, department_id, requirement, kind) do update
                        set evidence_id = excluded.evidence_id, until_on = excluded.until_on
                        where coalesce(excluded.until_on, 'infinity') > coalesce(evidence_standing.until_on, 'infinity')""")
                .setParameter("client", client)
                .setParameter("evidence", evidence)
                .setParameter("revised", text(revised))
                .executeUpdate();
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }
}
