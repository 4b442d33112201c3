package auditorium.quizzes;

import static auditorium.quizzes.QuizFixture.letter;
import static auditorium.quizzes.QuizFixture.option;
import static auditorium.quizzes.QuizFixture.paper;
import static auditorium.quizzes.QuizFixture.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.quizzes.domain.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** How many SQL statements a quiz costs. Hibernate counts neither the session's statement nor the one that names the client. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@ActivateRequestContext
class QuizBudgetTest {

    private static final int SESSION_AND_CLIENT = 2;

    @Inject
    SessionFactory sessions;

    @Inject
    QuizFixture fixture;

    @Inject
    MarkingFixture marking;

    @Inject
    Clock clock;

    private void costs(int most, int status, Supplier<Response> request) {
        sessions.getStatistics().clear();
        request.get().then().statusCode(status);
        long cost = sessions.getStatistics().getPrepareStatementCount() + SESSION_AND_CLIENT;
        assertTrue(cost <= most, "it costs " + cost + " statements");
    }

    @Test
    void anAnswerCostsThreeStatementsAndAPaperFour() {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(Duration.ofMinutes(20), Duration.ofHours(24), true), clock.instant());
        String paper = paper(factory, id);
        List<Question> singles = fixture.singles(factory, id);
        Visitor worker = factory.worker(1);
        costs(4, 200, () -> worker.get(paper));
        worker.letter(paper + "/answers", letter(singles.get(0), option(singles.get(0), true), clock.instant()));
        costs(
                3,
                200,
                () -> worker.letter(
                        paper + "/answers", letter(singles.get(1), option(singles.get(1), true), clock.instant())));
        assertEquals(0, sessions.getStatistics().getQueryPlanCacheMissCount(), "the first answer's plan serves all");
        costs(
                3,
                400,
                () -> worker.letter(paper + "/answers", letter(singles.get(1), "no-such-option", clock.instant())));
        costs(4, 200, () -> worker.get(paper));
    }

    @Test
    void beginningCostsFourStatementsAndTheQuizItselfFour() {
        QuizFixture.Factory factory = fixture.factory(2);
        String quiz = "/quizzes/" + QuizFixture.QUIZ;
        Visitor first = factory.worker(1);
        first.get(first.at(quiz));
        first.post(first.at(quiz + "/attempts"), Map.of()); // the first use of this version is kept once for all
        first.get(first.at("/quizzes/" + QuizFixture.QUIZ));
        Visitor second = factory.worker(2);
        costs(4, 200, () -> second.get(second.at(quiz)));
        costs(5, 303, () -> second.post(second.at(quiz + "/attempts"), Map.of()));
        costs(4, 303, () -> second.post(second.at(quiz + "/attempts"), Map.of())); // goes on
    }

    @Test
    void whatWaitsForAMarkerCostsFourStatementsAndOneAnswerFourToo() {
        MarkingFixture.Plant factory = marking.factory(2);
        Quiz quiz = marking.quiz("A8-report-cap");
        Question essay = quiz.questions().stream()
                .filter(q -> q.form() instanceof Form.Essay)
                .findFirst()
                .orElseThrow();
        factory.people()
                .forEach(person -> marking.handIn(
                        factory, person, quiz, List.of(essay), Map.of(essay.id(), new Answer.FreeText("遏制"))));
        Object id = marking.row(factory, "select id, 0 from essay order by id limit 1")[0];
        Visitor manager = factory.visitor("manager");
        manager.get(factory.at("/essays"));
        costs(4, 200, () -> manager.get(factory.at("/essays")));
        costs(4, 200, () -> manager.get(factory.at("/essays/" + id)));
    }
}
