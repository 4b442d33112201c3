package auditorium.quizzes;

import auditorium.platform.Text;
import auditorium.records.Witness;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What quizzes tell the record. */
@Singleton
class QuizWitnesses {

    /** An attempt whose score is final: which paper, what was answered, and what it earned. Told again when it is marked anew. */
    static final String ATTEMPT = "attempt";

    /** Attempts were marked anew by a corrected key. */
    static final String REGRADE = "regrade";

    /** Somebody marked what a person wrote. */
    static final String ESSAY_MARK = "essay-mark";

    /** More time or another attempt for somebody, or that it was taken back. */
    static final String GRANT = "attempt-grant";

    @Produces
    @Singleton
    Witness grants() {
        return Witness.of(GRANT, new Text("加时间、加次数", "Time or attempts granted"), """
                        select g.id as subject, g.person_id, g.quiz, g.extra_seconds, g.extra_attempts, g.reason, g.granted_by, g.granted_by_name,
                               g.granted_at, g.withdraws
                          from attempt_grant g where g.client_id = current_client()""")
                .personal("granted_by_name", "granted_by")
                .personal("reason", "person_id"); // often a matter of health
    }

    @Produces
    @Singleton
    Witness attempts() {
        return Witness.of(ATTEMPT, new Text("答题", "Quiz attempt"), """
                select a.id as subject, a.person_id, a.quiz, a.version, a.started_at, a.submitted_at, a.earned, a.possible, a.passed,
                       sha256(convert_to(a.paper, 'UTF8')) as paper,
                       (select sha256(convert_to(coalesce(string_agg(
                                 concat_ws(E'\\t', e.id, e.question, e.sequence, e.answer, e.answered_at at time zone 'UTC',
                                           e.received_at at time zone 'UTC'), E'\\n' order by e.id), ''), 'UTF8'))
                          from answer_event e
                         where e.client_id = a.client_id and e.attempt_id = a.id and e.received_at <= a.final_at) as answers
                  from attempt a where a.client_id = current_client() and a.final_at is not null and a.kind = 'QUIZ'""")
                .personal("answers", "person_id") // they can be erased, and the record of the result stays
                .changing();
    }

    @Produces
    @Singleton
    Witness essayMarks() {
        return Witness.of(ESSAY_MARK, new Text("批改", "Marking"), """
                        select m.id as subject, m.essay_id, e.attempt_id, e.question, e.version, m.supersedes, m.points, m.earned, m.possible,
                               m.person_id, m.comment, m.reason, m.marked_by, m.marked_by_name, m.marked_at
                          from essay_mark m join essay e on e.client_id = m.client_id and e.id = m.essay_id
                         where m.client_id = current_client()""")
                .personal("comment", "person_id")
                .words("reason")
                .personal("marked_by_name", "marked_by");
    }

    @Produces
    @Singleton
    Witness regrades() {
        return Witness.of(REGRADE, new Text("重新评分", "Regrade"), """
                        select id as subject, quiz, question, key_version, reason, made_by, made_by_name, made_at, attempts, changed,
                               gained, kept
                          from regrade where client_id = current_client()""")
                .words("reason")
                .personal("made_by_name", "made_by");
    }
}
