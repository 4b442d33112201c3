package auditorium.quizzes;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.Library;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AttemptHttpTest {

    private static final String QUIZ = "A10-audit-integrity";

    @Inject
    Library library;

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    private static String start(Visitor visitor) {
        visitor.get(visitor.at("/quizzes/" + QUIZ)).then().statusCode(200);
        Response started = visitor.post(visitor.at("/quizzes/" + QUIZ + "/attempts"), Map.of());
        assertEquals(303, started.statusCode());
        String location = started.header("Location");
        return location.substring(location.indexOf("/c/"));
    }

    private Question single(String paper) {
        Quiz quiz = library.catalogue().quiz(QUIZ).orElseThrow();
        return quiz.questions().stream()
                .filter(q -> q.form() instanceof Form.Single && paper.contains("id=\"q-" + q.id() + "\""))
                .findFirst()
                .orElseThrow();
    }

    private static String right(Question question) {
        return ((Form.Single) question.form())
                .options().stream()
                        .filter(Form.Option::correct)
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    private static Map<String, String> fields(Question question, String option, UUID id) {
        Map<String, String> fields = new HashMap<>();
        fields.put("question", question.id());
        fields.put("option", option);
        fields.put("id", id.toString());
        fields.put("at", "2026-01-01T00:00:00.000Z");
        return fields;
    }

    private long events(Visitor visitor, String attempt) {
        UUID id = UUID.fromString(attempt.substring(attempt.lastIndexOf('/') + 1));
        return scope.inside(
                UUID.fromString(visitor.client()),
                () -> ((Number) entities.createNativeQuery("select count(*) from answer_event where attempt_id = ?1")
                                .setParameter(1, id)
                                .getSingleResult())
                        .longValue());
    }

    @Test
    @ActivateRequestContext
    void anAnswerThatIsSentTwiceIsKeptOnce() {
        Visitor visitor = Visitor.withPin("DEMO", "A0340");
        String attempt = start(visitor);
        Question question = single(visitor.get(attempt).asString());
        UUID id = Ids.next();
        for (int i = 0; i < 3; i++) {
            visitor.letter(attempt + "/answers", fields(question, right(question), id))
                    .then()
                    .statusCode(200)
                    .header("Receipt", equalTo(id.toString()));
        }
        assertEquals(1, events(visitor, attempt));
        visitor.get(attempt).then().body(containsString("value=\"" + right(question) + "\" checked"));
    }

    @Test
    void anAnswerThatCanNeverBeTakenGetsAFinalNo() {
        Visitor visitor = Visitor.withPin("DEMO", "A0341");
        String attempt = start(visitor);
        Question question = single(visitor.get(attempt).asString());
        UUID id = Ids.next();
        for (String bad : List.of("no-such-option", "<script>", "-1")) {
            visitor.letter(attempt + "/answers", fields(question, bad, id))
                    .then()
                    .statusCode(400)
                    .header("Receipt", equalTo(id.toString()));
        }
        Map<String, String> other = fields(question, right(question), id);
        other.put("question", "no-such-question");
        visitor.letter(attempt + "/answers", other).then().statusCode(400).header("Receipt", equalTo(id.toString()));
    }

    @Test
    void whatOneWroteNeverGoesInUnderAnothersName() {
        Visitor visitor = Visitor.withPin("DEMO", "A0342");
        String attempt = start(visitor);
        Question question = single(visitor.get(attempt).asString());
        visitor.request()
                .accept("application/json")
                .header("X-CSRF-TOKEN", visitor.cookies().get("csrf-token"))
                .header("Writer", Ids.next().toString())
                .contentType("application/x-www-form-urlencoded")
                .formParams(fields(question, right(question), Ids.next()))
                .post(attempt + "/answers")
                .then()
                .statusCode(401);
    }

    @Test
    @ActivateRequestContext
    void aSessionThatEndsInMidQuizLosesNothing() {
        Visitor visitor = Visitor.withPin("DEMO", "A0343");
        String attempt = start(visitor);
        Question question = single(visitor.get(attempt).asString());
        UUID id = Ids.next();
        Map<String, String> answer = fields(question, right(question), id);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "delete from login_session where account_id = (select account_id from membership where number = 'A0343')")
                        .executeUpdate());
        Response late = visitor.letter(attempt + "/answers", answer);
        assertEquals(401, late.statusCode());
        assertEquals(null, late.header("Receipt")); // a doubt: the outbox keeps it
        Visitor again = Visitor.withPin("DEMO", "A0343");
        again.get(attempt);
        again.letter(attempt + "/answers", answer).then().statusCode(200).header("Receipt", equalTo(id.toString()));
        assertEquals(1, events(again, attempt));
    }

    @Test
    void startingTwiceIsOneAttemptWithOnePaper() {
        Visitor visitor = Visitor.withPin("DEMO", "A0344");
        String attempt = start(visitor);
        assertEquals(attempt, start(visitor));
        assertEquals(
                plain(visitor.get(attempt).asString()),
                plain(visitor.get(attempt).asString()));
    }

    private static String plain(String page) {
        return page.replaceAll("csrf-token\" value=\"[^\"]*", "");
    }

    @Test
    void anotherLanguageInMidAttemptKeepsPaperOrderAndAnswers() {
        Visitor visitor = Visitor.withPin("DEMO", "A0370");
        String attempt = start(visitor);
        String chinese = visitor.get(attempt).asString();
        Question question = single(chinese);
        visitor.letter(attempt + "/answers", fields(question, right(question), Ids.next()))
                .then()
                .statusCode(200);
        visitor.post("/language", Map.of("to", "en", "back", attempt))
                .then()
                .statusCode(303)
                .header("Location", containsString(attempt));
        String english = visitor.get(attempt).asString();
        assertTrue(english.contains(escaped(question.text().en())));
        assertTrue(english.contains("value=\"" + right(question) + "\" checked"));
        assertEquals(shownIds(chinese), shownIds(english));
        visitor.post("/language", Map.of("to", "zh", "back", attempt));
        assertEquals(shownIds(chinese), shownIds(visitor.get(attempt).asString()));
        visitor.get(attempt).then().body(containsString("value=\"" + right(question) + "\" checked"));
    }

    /** Questions, options and items in the order they are shown. */
    private static List<String> shownIds(String page) {
        return Pattern.compile("(?:id=\"q-|name=\"|value=\")([a-z0-9.-]+)\"")
                .matcher(page.replaceAll("(?s)<form method=\"post\" action=\"/language\".*?</form>", "")
                        .replaceAll("name=\"language\" value=\"..\"", ""))
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @Test
    void aReloadNeverReshuffles() {
        Visitor visitor = Visitor.withPin("DEMO", "A0371");
        String attempt = start(visitor);
        List<String> first = shownIds(visitor.get(attempt).asString());
        assertTrue(first.size() > 20);
        for (int i = 0; i < 5; i++) {
            assertEquals(first, shownIds(visitor.get(attempt).asString()));
        }
        Visitor elsewhere = Visitor.withPin("DEMO", "A0371");
        assertEquals(first, shownIds(elsewhere.get(attempt).asString()));
    }

    @Test
    void handingInTwiceIsHandingInOnce() {
        Visitor visitor = Visitor.withPin("DEMO", "A0345");
        String attempt = start(visitor);
        visitor.get(attempt);
        visitor.post(attempt + "/submission", Map.of())
                .then()
                .statusCode(303)
                .header("Location", containsString("/result"));
        String first = plain(visitor.get(attempt + "/result")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        visitor.post(attempt + "/submission", Map.of()).then().statusCode(303);
        assertEquals(first, plain(visitor.get(attempt + "/result").asString()));
        visitor.get(attempt).then().statusCode(303); // the paper is closed
    }

    @Test
    void somebodyElsesAttemptIsNotFound() {
        Visitor owner = Visitor.withPin("DEMO", "A0346");
        String attempt = start(owner);
        Visitor other = Visitor.withPin("DEMO", "A0347");
        other.get(attempt).then().statusCode(404);
        other.get(attempt + "/result").then().statusCode(404);
        other.post(attempt + "/submission", Map.of()).then().statusCode(404);
        other.letter(attempt + "/answers", Map.of("question", "x", "option", "y"))
                .then()
                .statusCode(404);
    }

    @Test
    void nothingOnThePaperTellsWhatIsRight() {
        Visitor visitor = Visitor.withPin("DEMO", "A0348");
        String attempt = start(visitor);
        String paper = visitor.get(attempt).asString();
        for (Question question : library.catalogue().quiz(QUIZ).orElseThrow().questions()) {
            if (question.form() instanceof Form.Single single) {
                single.options()
                        .forEach(o -> assertTrue(
                                !paper.contains(o.reason().zh())
                                        && !paper.contains(o.reason().en()),
                                o.reason().zh()));
            }
        }
        assertTrue(!paper.contains("correct") && !paper.contains("data-right") && !paper.contains("signal"));
    }

    @Test
    void theResultShowsWhyAndWhichRule() {
        Visitor visitor = Visitor.withPin("DEMO", "A0349");
        String attempt = start(visitor);
        Question question = single(visitor.get(attempt).asString());
        visitor.letter(attempt + "/answers", fields(question, right(question), Ids.next()));
        visitor.post(attempt + "/submission", Map.of());
        Form.Option option = ((Form.Single) question.form())
                .options().stream().filter(Form.Option::correct).findFirst().orElseThrow();
        visitor.get(attempt + "/result")
                .then()
                .statusCode(200)
                .body(containsString(escaped(option.reason().zh())))
                .body(containsString(question.tests().get(0)))
                .body(not(containsString("signal")));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    @Test
    @ActivateRequestContext
    void whatPeopleLiveIsKeptWithoutPersonAttemptOrTime() {
        Visitor visitor = Visitor.withPin("DEMO", "A0350");
        String attempt = start(visitor);
        String paper = visitor.get(attempt).asString();
        Matcher experience = Pattern.compile("name=\"experience\\.([^\"]+)\" value=\"([^\"]+)\"")
                .matcher(paper);
        assertTrue(experience.find(), "the paper has an experience question");
        visitor.post(attempt + "/submission", Map.of("experience." + experience.group(1), experience.group(2)));
        List<?> columns = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select column_name from information_schema.columns where table_name = 'experience_answer' order by 1",
                                String.class)
                        .getResultList());
        assertEquals(
                List.of("client_id", "department_id", "id", "month", "option", "question", "quiz", "signal", "version"),
                columns);
        long kept = scope.inside(
                UUID.fromString(visitor.client()),
                () -> ((Number) entities.createNativeQuery(
                                        "select count(*) from experience_answer where question = ?1 and option = ?2")
                                .setParameter(1, experience.group(1))
                                .setParameter(2, experience.group(2))
                                .getSingleResult())
                        .longValue());
        assertTrue(kept >= 1);
    }
}
