package auditorium.quizzes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.ClientScope;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.Score;
import auditorium.quizzes.domain.Some;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was stored of an attempt is enough to work its score out again. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReplayTest {

    private static final int ATTEMPTS = 1000;

    @Inject
    MarkingFixture fixture;

    @Inject
    ClientScope scope;

    @Inject
    Attempts attempts;

    @Inject
    Corrections corrections;

    @Test
    @ActivateRequestContext
    void aThousandAttemptsEarnAgainWhatTheyEarned() {
        Random random = new Random(42);
        MarkingFixture.Plant factory = fixture.factory(1);
        List<Quiz> quizzes =
                List.of(fixture.quiz("A10-audit-integrity"), fixture.quiz("C2-fire-safety"), fixture.quiz("F3-seals"));
        List<UUID> handedIn = new ArrayList<>();
        for (int i = 0; i < ATTEMPTS; i++) {
            Quiz quiz = quizzes.get(i % quizzes.size());
            List<Question> paper = new ArrayList<>(quiz.questions().stream()
                    .filter(q -> q.scored() && !(q.form() instanceof Form.Essay))
                    .toList());
            Collections.shuffle(paper, random);
            List<Question> drawn = paper.subList(0, 5);
            Map<String, Answer> answers = new HashMap<>();
            drawn.forEach(q -> {
                Answer answer = Some.any(random, q);
                if (random.nextInt(6) > 0) {
                    answers.put(q.id(), answer);
                }
            });
            handedIn.add(fixture.handIn(factory, factory.person(1), quiz, drawn, answers));
        }
        int some = scope.inside(factory.client(), () -> {
            int earned = 0;
            for (UUID id : handedIn) {
                Attempt attempt = attempts.findById(id);
                Score again = Results.score(
                        corrections.corrected(attempts.frozen(attempt), corrections.regrades(factory.client(), id)),
                        attempts.state(factory.client(), attempt),
                        Map.of());
                assertEquals(attempt.earned().orElseThrow(), again.earned());
                assertEquals(attempt.possible().orElseThrow(), again.possible());
                assertEquals(attempt.passed(), again.passed(attempt.pass()));
                earned += again.earned() > 0 ? 1 : 0;
            }
            return earned;
        });
        assertTrue(some > ATTEMPTS / 2, some + " earned something");
    }
}
