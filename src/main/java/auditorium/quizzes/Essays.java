package auditorium.quizzes;

import auditorium.access.Reader;
import auditorium.library.content.Question;
import auditorium.platform.Ids;
import auditorium.quizzes.domain.AnswerEvent;
import auditorium.quizzes.domain.AttemptState;
import auditorium.quizzes.domain.Mark;
import auditorium.records.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;

/**
 * What people wrote and somebody marks. Markings are appended: one that corrects another takes its place and leaves it where it is.
 */
@ApplicationScoped
class Essays {

    private final EntityManager entities;
    private final Ledger ledger;

    Essays(EntityManager entities, Ledger ledger) {
        this.entities = entities;
        this.ledger = ledger;
    }

    /**
     * What a marker decided.
     *
     * @param id made by the page: sending it again changes nothing
     * @param supersedes the marking that was seen and is corrected; empty: there was none
     * @param points by criterion
     * @param reason why it is marked again; empty at the first time
     */
    record Order(
            UUID id,
            Optional<UUID> supersedes,
            Map<String, Integer> points,
            Mark mark,
            String comment,
            String reason,
            Reader by,
            Instant at) {}

    /** Puts the answers of an attempt that somebody has to mark into the queue. */
    void queue(UUID client, Attempt attempt, Attempts.Frozen frozen, AttemptState state, Collection<String> questions) {
        for (String id : questions) {
            Question question = frozen.question(id).orElseThrow();
            AnswerEvent answer = Optional.ofNullable(state.standing().get(id)).orElseThrow();
            entities.createNativeQuery("""
                            insert into essay (client_id, id, attempt_id, person_id, quiz, question, version, answer_id, handed_in_at)
                            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)""")
                    .setParameter(1, client)
                    .setParameter(2, Ids.next())
                    .setParameter(3, attempt.id())
                    .setParameter(4, attempt.person())
                    .setParameter(5, attempt.quiz())
                    .setParameter(6, id)
                    .setParameter(7, question.version().hash())
                    .setParameter(8, answer.id())
                    .setParameter(9, attempt.submittedAt().orElseThrow())
                    .executeUpdate();
        }
    }

    /** Keeps a marking; false when it is here already, or another one was given first. */
    boolean mark(UUID client, EssayReport.Essay essay, Order order) {
        int made = entities.createNativeQuery("""
                        insert into essay_mark (client_id, id, essay_id, person_id, supersedes, points, earned, possible, comment, reason,
                                                marked_by, marked_by_name, marked_at)
                        select ?1, ?2, ?3, ?4, cast(?5 as uuid), ?6, ?7, ?8, nullif(?9, ''), nullif(?10, ''), ?11, ?12, ?13
                         where cast(?5 as uuid) is null
                            or exists (select from essay_mark where client_id = ?1 and essay_id = ?3 and id = cast(?5 as uuid))
                        on conflict do nothing""")
                .setParameter(1, client)
                .setParameter(2, order.id())
                .setParameter(3, essay.id())
                .setParameter(4, essay.person())
                .setParameter(
                        5,
                        new TypedParameterValue<>(
                                StandardBasicTypes.UUID, order.supersedes().orElse(null)))
                .setParameter(6, Json.of(order.points()))
                .setParameter(7, order.mark().earned())
                .setParameter(8, order.mark().possible())
                .setParameter(9, order.comment())
                .setParameter(10, order.reason())
                .setParameter(11, order.by().account())
                .setParameter(12, order.by().name())
                .setParameter(13, order.at())
                .executeUpdate();
        if (made == 0) {
            return false;
        }
        entities.createNativeQuery("update essay set waiting = false where client_id = ?1 and id = ?2 and waiting")
                .setParameter(1, client)
                .setParameter(2, essay.id())
                .executeUpdate();
        ledger.append(QuizWitnesses.ESSAY_MARK, order.id());
        return true;
    }
}
