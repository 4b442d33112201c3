package auditorium.quizzes;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.Library;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** Three questions a day, and what they tell about memory. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PracticeHttpTest {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(id|quiz|question)\" value=\"([^\"]+)\">");

    @Inject
    QuizFixture fixture;

    @Inject
    Attempts attempts;

    @Inject
    ClientScope scope;

    @Inject
    Library library;

    @Inject
    SessionFactory sessions;

    private static String at(QuizFixture.Factory factory, String path) {
        return "/c/" + factory.client() + path;
    }

    /** A worker who handed in a paper with nothing but wrong answers to single choices. */
    private Visitor afterAPaper(QuizFixture.Factory factory, int number) {
        Visitor worker = factory.worker(number);
        UUID attempt = fixture.begin(
                factory, number, QuizFixture.terms(Duration.ofHours(1), Duration.ofHours(1), false), Instant.now());
        worker.get(QuizFixture.paper(factory, attempt));
        for (Question question : fixture.singles(factory, attempt)) {
            worker.letter(
                            QuizFixture.paper(factory, attempt) + "/answers",
                            QuizFixture.letter(question, QuizFixture.option(question, false), Instant.now()))
                    .then()
                    .statusCode(200);
        }
        worker.post(QuizFixture.paper(factory, attempt) + "/submission", Map.of())
                .then()
                .statusCode(303);
        return worker;
    }

    private static Map<String, String> hidden(String page) {
        Map<String, String> fields = new HashMap<>();
        Matcher m = HIDDEN.matcher(page);
        while (m.find()) {
            fields.put(m.group(1), m.group(2));
        }
        return fields;
    }

    @Test
    @ActivateRequestContext
    void whatWasMissedJoinsThePracticeWithItsHistory() {
        QuizFixture.Factory factory = fixture.factory(1);
        Visitor worker = afterAPaper(factory, 1);
        long cards = fixture.count(
                factory, "select count(*) from practice_card where missed and due_on <= current_date + 1");
        assertTrue(cards >= 3, cards + " questions");
        assertEquals(
                fixture.count(factory, "select count(*) from practice_card"),
                fixture.count(factory, "select count(*) from practice_review where attempt_id is not null"));
        worker.get(at(factory, "/today")).then().statusCode(200).body(containsString("/practice\""));
    }

    @Test
    @ActivateRequestContext
    void eachAnswerIsLookedAtAtOnceAndThreeAreEnough() {
        QuizFixture.Factory factory = fixture.factory(1);
        Visitor worker = afterAPaper(factory, 1);
        for (int i = 3; i >= 1; i--) {
            String page = worker.get(at(factory, "/practice"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertTrue(page.contains("还有 " + i + " 题"), page);
            Map<String, String> fields = hidden(page);
            Question question = library.catalogue()
                    .quiz(fields.getOrDefault("quiz", ""))
                    .flatMap(q -> q.question(fields.getOrDefault("question", "")))
                    .orElseThrow();
            assertTrue(!page.contains("data-keep-page"), "the page isn't kept on the phone");
            if (question.form() instanceof Form.Single single) {
                single.options()
                        .forEach(o -> assertTrue(!page.contains(o.reason().zh()), "the key isn't on the page"));
            }
            fields.put("unknown", "yes");
            Response answered = worker.post(at(factory, "/practice/answers"), fields);
            assertEquals(303, answered.statusCode());
            String feedback = answered.header("Location");
            feedback = feedback.substring(feedback.indexOf("/c/"));
            assertTrue(feedback.endsWith(fields.get("id")));
            worker.get(feedback).then().statusCode(200).body(containsString("class=\"verdict"));
            // sent again: the same page, once
            assertEquals(
                    303, worker.post(at(factory, "/practice/answers"), fields).statusCode());
        }
        assertEquals(3, fixture.count(factory, "select count(*) from practice_review where attempt_id is null"));
        assertEquals(3, fixture.count(factory, "select count(*) from practice_card where practised_on is not null"));
    }

    @Test
    @ActivateRequestContext
    void anAnswerMovesTheMemoryAndNothingElse() {
        QuizFixture.Factory factory = fixture.factory(1);
        Visitor worker = afterAPaper(factory, 1);
        long mastery = fixture.count(factory, "select coalesce(sum(earned), 0) from mastery");
        Map<String, String> fields = null;
        for (int i = 0; i < 20 && fields == null; i++) {
            Map<String, String> next =
                    hidden(worker.get(at(factory, "/practice")).asString());
            Question question = library.catalogue()
                    .quiz(next.getOrDefault("quiz", ""))
                    .flatMap(q -> q.question(next.getOrDefault("question", "")))
                    .orElseThrow();
            if (question.form() instanceof Form.Single) {
                next.put("option", QuizFixture.option(question, true));
                fields = next;
            } else {
                next.put("unknown", "yes");
                worker.post(at(factory, "/practice/answers"), next);
            }
        }
        assertTrue(fields != null, "a single choice is due");
        assertEquals(303, worker.post(at(factory, "/practice/answers"), fields).statusCode());
        assertEquals(
                1,
                fixture.count(
                        factory,
                        "select count(*) from practice_card where not missed and due_on > current_date and quiz = ?1 and question = ?2",
                        fields.getOrDefault("quiz", ""),
                        fields.getOrDefault("question", "")));
        assertEquals(mastery, fixture.count(factory, "select coalesce(sum(earned), 0) from mastery"));
        assertEquals(1, fixture.count(factory, "select count(*) from attempt"));
    }

    @Test
    @ActivateRequestContext
    void nothingChosenIsAskedAgainWithWords() {
        QuizFixture.Factory factory = fixture.factory(1);
        Visitor worker = afterAPaper(factory, 1);
        Map<String, String> fields = hidden(worker.get(at(factory, "/practice")).asString());
        worker.post(at(factory, "/practice/answers"), fields)
                .then()
                .statusCode(422)
                .body(containsString("role=\"alert\""));
        worker.get(at(factory, "/practice"));
        fields.put("question", "no-such-question");
        worker.post(at(factory, "/practice/answers"), fields).then().statusCode(404);
    }

    @Test
    @ActivateRequestContext
    void whatSomebodyPractisedIsTheirsAlone() {
        QuizFixture.Factory factory = fixture.factory(2);
        Visitor worker = afterAPaper(factory, 1);
        Map<String, String> fields = hidden(worker.get(at(factory, "/practice")).asString());
        fields.put("unknown", "yes");
        worker.post(at(factory, "/practice/answers"), fields);
        String review = at(factory, "/practice/reviews/" + fields.get("id"));
        worker.get(review).then().statusCode(200);
        for (Visitor other : List.of(factory.worker(2), factory.manager())) {
            other.get(review).then().statusCode(404);
        }
        worker.get(at(factory, "/practice/reviews/" + Ids.next())).then().statusCode(404);
        QuizFixture.Factory neighbour = fixture.factory(1);
        neighbour.worker(1).get(review).then().statusCode(404);
        neighbour
                .worker(1)
                .get("/c/" + neighbour.client() + "/practice/reviews/" + fields.get("id"))
                .then()
                .statusCode(404);
        neighbour.worker(1).get(at(neighbour, "/practice")).then().statusCode(200); // nothing is due
    }

    @Test
    @ActivateRequestContext
    void thePersonSeesWhatWillBeRemembered() {
        QuizFixture.Factory factory = fixture.factory(1);
        Visitor worker = afterAPaper(factory, 1);
        worker.get(at(factory, "/practice/memory"))
                .then()
                .statusCode(200)
                .body(containsString("<progress"))
                .body(containsString("BE-03"));
        worker.get(at(factory, "/practice/memory?on=2099-01-01")).then().statusCode(200);
        worker.get(at(factory, "/practice/memory?on=nonsense")).then().statusCode(200);
    }

    @Test
    @ActivateRequestContext
    void theForecastNamesPeopleOnlyToTheirOwnManager() {
        QuizFixture.Factory factory = fixture.factory(4);
        afterAPaper(factory, 1);
        String page = at(factory, "/forecast/" + factory.production());
        factory.leader()
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString("工人1"))
                .body(not(containsString("工人2")));
        for (Visitor other : List.of(factory.manager(), factory.consultant())) {
            other.get(page).then().statusCode(200).body(not(containsString("工人")));
            other.get(at(factory, "/forecast")).then().statusCode(200).body(not(containsString("工人")));
        }
        factory.worker(1).get(page).then().statusCode(403);
        factory.worker(1).get(at(factory, "/forecast")).then().statusCode(403);
        factory.leader()
                .get(at(factory, "/forecast/" + factory.warehouse()))
                .then()
                .statusCode(404);
        QuizFixture.Factory neighbour = fixture.factory(1);
        neighbour.manager().get(page).then().statusCode(404);
        neighbour
                .manager()
                .get(at(neighbour, "/forecast/" + factory.production()))
                .then()
                .statusCode(404);
    }

    private long cost(Visitor visitor, String page) {
        visitor.get(page);
        sessions.getStatistics().clear();
        visitor.get(page).then().statusCode(200);
        long cost = sessions.getStatistics().getPrepareStatementCount() + 2;
        System.out.println(page.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…") + " costs " + cost + " statements");
        return cost;
    }

    @Test
    @ActivateRequestContext
    void thePagesStayCheap() {
        Visitor worker = Visitor.withPin("DEMO", "A0362");
        assertTrue(cost(worker, worker.at("/practice")) <= 4);
        assertTrue(cost(worker, worker.at("/practice/memory")) <= 4);
        assertTrue(cost(worker, worker.at("/mock-audits")) <= 5);
        String audit = MockAuditHttpTest.begin(worker, "");
        assertTrue(cost(worker, audit) <= 6);
        worker.post(audit + "/submission", Map.of());
        assertTrue(cost(worker, audit + "/debrief") <= 6);
        Visitor manager = Visitor.withPassword("manager");
        assertTrue(cost(manager, manager.at("/forecast")) <= 5);
        assertTrue(cost(manager, manager.at("/mock-results")) <= 6);
    }
}
