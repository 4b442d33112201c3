package auditorium.quizzes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import auditorium.TestDatabase;
import auditorium.clients.People;
import auditorium.clients.Person;
import auditorium.library.ContentVersions;
import auditorium.library.Library;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.AnswerEvent;
import auditorium.quizzes.domain.Paper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What follows, in the same transaction, when somebody hands in a paper that passes. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LessonPassedTest {

    @Inject
    Attempts attempts;

    @Inject
    Results results;

    @Inject
    People people;

    @Inject
    Library library;

    @Inject
    ContentVersions versions;

    @Inject
    ClientScope scope;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private UUID neighbour() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (UUID) entities.createNativeQuery("select id from client where code = 'YUAN'", UUID.class)
                        .getSingleResult());
    }

    /** A paper of one question, answered and handed in. */
    private UUID handIn(UUID client, Person person, Quiz quiz, boolean right) {
        Question question = quiz.questions().stream()
                .filter(q -> q.form() instanceof Form.Single)
                .findFirst()
                .orElseThrow();
        String option = ((Form.Single) question.form())
                .options().stream()
                        .filter(o -> o.correct() == right)
                        .findFirst()
                        .orElseThrow()
                        .id();
        UUID id = Ids.next();
        Instant now = clock.instant();
        versions.use(List.of(
                new ContentVersions.Use("quiz", quiz.id(), quiz.version()),
                new ContentVersions.Use("question", quiz.id() + "/" + question.id(), question.version())));
        entities.createNativeQuery("""
                        insert into attempt (client_id, id, person_id, quiz, version, seed, paper, started_at)
                        values (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7)""")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, person.id())
                .setParameter(4, quiz.id())
                .setParameter(5, quiz.version().hash())
                .setParameter(
                        6,
                        Json.of(new Paper(List.of(new Paper.Drawn(
                                quiz.id(), question.id(), question.version().hash(), List.of(option))))))
                .setParameter(7, now)
                .executeUpdate();
        attempts.answer(
                client,
                id,
                new AnswerEvent(Ids.next(), question.id(), 1, new Answer.Chosen(Set.of(option)), now, now),
                Lang.ZH);
        results.handIn(client, id, Map.of(), clock.instant());
        results.handIn(client, id, Map.of(), clock.instant());
        return id;
    }

    private long achievements(UUID attempt) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from achievement where attempt_id = ?1 and source = 'SELF' and source_id = ?1 and score = 100")
                        .setParameter(1, attempt)
                        .getSingleResult())
                .longValue();
    }

    @Test
    @ActivateRequestContext
    void aPaperThatPassesIsOneAchievementAndOneThatFailsIsNone() {
        UUID client = neighbour();
        scope.inside(client, () -> {
            Person person = people.working().get(5);
            Quiz quiz = library.catalogue().quiz("A10-audit-integrity").orElseThrow();
            UUID failed = handIn(client, person, quiz, false);
            UUID passed = handIn(client, person, quiz, true);
            UUID again = handIn(client, person, quiz, true);
            assertEquals(0, achievements(failed));
            assertEquals(1, achievements(passed));
            assertEquals(1, achievements(again));
            assertEquals(
                    again,
                    entities.createNativeQuery(
                                    "select attempt_id from lesson_standing where person_id = ?1 and lesson = ?2",
                                    UUID.class)
                            .setParameter(1, person.id())
                            .setParameter(2, quiz.lesson())
                            .getSingleResult());
        });
    }
}
