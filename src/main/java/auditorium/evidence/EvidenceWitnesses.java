package auditorium.evidence;

import auditorium.platform.Text;
import auditorium.records.Witness;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What evidence tells the record. */
@Singleton
class EvidenceWitnesses {

    /** A piece of evidence or a newer revision of one, with the hash of its file. */
    static final String EVIDENCE = "evidence";

    /** What somebody says who has looked at a piece. */
    static final String CHECK = "evidence-check";

    @Produces
    @Singleton
    Witness evidence() {
        return Witness.of(EVIDENCE, new Text("证据", "Evidence"), """
                        select e.id as subject, e.department_id, e.sort, e.title, e.covers_from, e.covers_to, e.made_on, e.expires_on, e.original,
                               e.historic_note, e.revises, e.revision, encode(e.sha256, 'hex') as file, e.media_type, e.size, e.filed_by,
                               e.filed_by_name, e.filed_at, e.received_at,
                               (select string_agg(r.requirement || '/' || r.kind, ' ' order by r.requirement, r.kind) from evidence_requirement r
                                 where r.client_id = e.client_id and r.evidence_id = e.id) as proves
                          from evidence e where e.client_id = current_client()""")
                .words("title")
                .words("original")
                .words("historic_note")
                .personal("filed_by_name", "filed_by");
    }

    @Produces
    @Singleton
    Witness checks() {
        return Witness.of(CHECK, new Text("证据复核", "Check of evidence"), """
                        select id as subject, evidence_id, accepted, note, made_by, made_by_name, made_at
                          from evidence_check where client_id = current_client()""")
                .words("note")
                .personal("made_by_name", "made_by");
    }
}
