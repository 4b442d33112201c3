package auditorium.quizzes;

import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.AnswerEvent;
import auditorium.quizzes.domain.AttemptState;
import auditorium.quizzes.domain.Mark;
import auditorium.quizzes.domain.Score;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/** What each question of a marked attempt earned, kept when the mark is final, so that no statistic has to read answers again. */
@ApplicationScoped
class MarkedQuestions {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final EntityManager entities;

    MarkedQuestions(EntityManager entities) {
        this.entities = entities;
    }

    /** A question of a settled attempt earned something else after all; answers what it had earned. */
    Mark correct(UUID client, UUID attempt, String question, Mark mark) {
        Object[] before = (Object[]) entities.createNativeQuery(
                        "select earned, possible from marked_question where client_id = ?1 and attempt_id = ?2 and question = ?3",
                        Object[].class)
                .setParameter(1, client)
                .setParameter(2, attempt)
                .setParameter(3, question)
                .getSingleResult();
        entities.createNativeQuery(
                        "update marked_question set earned = ?4, possible = ?5 where client_id = ?1 and attempt_id = ?2 and question = ?3")
                .setParameter(1, client)
                .setParameter(2, attempt)
                .setParameter(3, question)
                .setParameter(4, mark.earned())
                .setParameter(5, mark.possible())
                .executeUpdate();
        return new Mark(((Number) before[0]).intValue(), ((Number) before[1]).intValue());
    }

    /**
     * Keeps the marks of an attempt at a quiz; keeping them again replaces them. A question without an answer takes the language
     * in which the attempt was answered last. A mock audit belongs to the person alone: nothing is kept of it.
     */
    void keep(UUID client, Attempt attempt, Attempts.Frozen frozen, AttemptState state, Score score) {
        if (attempt.kind() != Attempt.Kind.QUIZ) {
            return;
        }
        ArrayNode rows = MAPPER.createArrayNode();
        frozen.questions().forEach(question -> {
            Mark mark = score.questions().getOrDefault(question.id(), Mark.UNSCORED);
            if (mark.possible() > 0) {
                ObjectNode row = rows.addObject();
                row.put("question", question.id());
                row.put("version", question.version().hash());
                AnswerEvent answer = state.standing().get(question.id());
                row.put(
                        "answer",
                        answer == null || answer.answer() instanceof Answer.Nothing
                                ? null
                                : answer.id().toString());
                row.put("earned", mark.earned());
                row.put("possible", mark.possible());
            }
        });
        Instant handedIn = attempt.submittedAt().orElseThrow();
        entities.createNativeQuery("""
                        insert into marked_question (client_id, attempt_id, question, quiz, version, key_version, language, answer_id,
                                                     earned, possible, first_try, handed_in_at)
                        select cast(?1 as uuid), cast(?2 as uuid), v.question, ?3, v.version, v.version,
                               coalesce(e.language, (select l.language from answer_event l
                                                      where l.client_id = ?1 and l.attempt_id = ?2 and l.language is not null
                                                      order by l.received_at desc limit 1)),
                               v.answer, v.earned, v.possible,
                               not exists (select from attempt p
                                            where p.client_id = ?1 and p.person_id = ?4 and p.quiz = ?3 and p.id <> ?2
                                              and p.submitted_at is not null and p.started_at < ?5),
                               ?6
                          from jsonb_to_recordset(cast(?7 as jsonb))
                                 as v(question text, version text, answer uuid, earned int, possible int)
                          left join answer_event e on e.client_id = ?1 and e.id = v.answer
                        on conflict (client_id, attempt_id, question) do update
                           set earned = excluded.earned, possible = excluded.possible, answer_id = excluded.answer_id,
                               language = excluded.language""")
                .setParameter(1, client)
                .setParameter(2, attempt.id())
                .setParameter(3, attempt.quiz())
                .setParameter(4, attempt.person())
                .setParameter(5, attempt.startedAt())
                .setParameter(6, handedIn)
                .setParameter(7, rows.toString())
                .executeUpdate();
    }
}
