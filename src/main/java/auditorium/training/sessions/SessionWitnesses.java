package auditorium.training.sessions;

import auditorium.platform.Text;
import auditorium.records.Witness;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What sessions tell the record. */
@Singleton
class SessionWitnesses {

    /** A session was held and closed, with these people. */
    static final String SESSION = "training-session";

    /** Something was added to a closed session. */
    static final String CORRECTION = "session-correction";

    @Produces
    @Singleton
    Witness sessions() {
        return Witness.of(SESSION, new Text("培训场次结束", "Training session closed"), """
                        select id as subject, kind, taught, language, room, trainer, trainer_id, starts_at, minutes, planned_by, planned_at,
                               closed_at, closed_by, closed_by_name,
                               (select count(*)::int from session_outcome o where o.client_id = t.client_id and o.session_id = t.id) as people,
                               (select encode(sha256(convert_to(string_agg(concat(o.person_id, '|', o.attended, '|', o.walk_in, '|', o.how, '|',
                                    (extract(epoch from o.arrived_at) * 1000000)::bigint, '|', (extract(epoch from o.left_at) * 1000000)::bigint),
                                    ';' order by o.person_id), 'UTF8')), 'hex')
                                  from session_outcome o where o.client_id = t.client_id and o.session_id = t.id) as attendance,
                               (select encode(sha256(convert_to(string_agg(concat(r.person_id, '|', r.lesson, '|', r.asked, '|', r.answered, '|',
                                    r.score, '|', r.passed), ';' order by r.person_id, r.lesson collate "C"), 'UTF8')), 'hex')
                                  from session_result r where r.client_id = t.client_id and r.session_id = t.id) as results,
                               (select string_agg(encode(p.sha256, 'hex'), ' ' order by p.sha256)
                                  from session_photo p where p.client_id = t.client_id and p.session_id = t.id) as photos
                          from training_session t where client_id = current_client() and closed_at is not null""")
                .personal("trainer", "trainer_id")
                .personal("closed_by_name", "closed_by");
    }

    @Produces
    @Singleton
    Witness corrections() {
        return Witness.of(CORRECTION, new Text("培训场次更正", "Training session corrected"), """
                        select id as subject, session_id, words, made_at, made_by, made_by_name
                          from session_correction where client_id = current_client()""")
                .words("words")
                .personal("made_by_name", "made_by");
    }
}
