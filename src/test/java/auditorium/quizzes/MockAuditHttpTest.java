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
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A mock audit on a phone: six stages, answers that are never lost, and looking back. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MockAuditHttpTest {

    @Inject
    QuizFixture fixture;

    @Inject
    Attempts attempts;

    @Inject
    ClientScope scope;

    @Inject
    Library library;

    static String begin(Visitor visitor, String standard) {
        visitor.get(visitor.at("/mock-audits")).then().statusCode(200);
        Response begun = visitor.post(visitor.at("/mock-audits"), Map.of("standard", standard));
        assertEquals(303, begun.statusCode());
        String location = begun.header("Location");
        return location.substring(location.indexOf("/c/"));
    }

    static UUID id(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private List<Question> questions(QuizFixture.Factory factory, String audit) {
        return scope.inside(
                factory.client(),
                () -> attempts.frozen(attempts.findById(id(audit))).questions());
    }

    @Test
    @ActivateRequestContext
    void theSixStagesStandOnOnePageThatOpensWithoutANetwork() {
        QuizFixture.Factory factory = fixture.factory(1);
        Visitor worker = factory.worker(1);
        String audit = begin(worker, "nome");
        String page = worker.get(audit).then().statusCode(200).extract().asString();
        int at = 0;
        for (Question.Stage stage : Question.Stage.values()) {
            int next = page.indexOf("data-stage=\"" + stage + "\"", at);
            assertTrue(next > at, stage + " stands in its place");
            at = next;
        }
        assertTrue(page.contains("data-keep-page") && page.contains("data-paper"));
        assertTrue(page.contains("class=\"scene"), "a picture to find faults in");
        assertTrue(page.contains("name=\"experience."), "what people live is asked");
        assertTrue(page.contains("rights-card"));
        for (Question question : questions(factory, audit)) {
            assertTrue(page.contains("id=\"q-" + question.id() + "\""), question.id());
            if (question.form() instanceof Form.Single single) {
                single.options()
                        .forEach(o -> assertTrue(!page.contains(o.reason().zh()), o.id()));
            }
        }
        assertTrue(!page.contains("signal") && !page.contains("correct") && !page.contains("discloses"));
    }

    @Test
    @ActivateRequestContext
    void twoTapsMakeOneAndEachStandardHasItsOwn() {
        QuizFixture.Factory factory = fixture.factory(1);
        Visitor worker = factory.worker(1);
        String general = begin(worker, "");
        assertEquals(general, begin(worker, ""));
        assertTrue(!general.equals(begin(worker, "alibaba")));
        assertEquals(
                plain(worker.get(general).asString()), plain(worker.get(general).asString()));
        worker.post(worker.at("/mock-audits"), Map.of("standard", "no-such"))
                .then()
                .statusCode(404);
    }

    private static String plain(String page) {
        return page.replaceAll("csrf-token\" value=\"[^\"]*", "");
    }

    @Test
    @ActivateRequestContext
    void answersArriveAsThoseOfAnyPaperAndTheDebriefSaysWhatHeldAndWhatToLearn() {
        QuizFixture.Factory factory = fixture.factory(2);
        Visitor worker = factory.worker(2);
        String audit = begin(worker, "alibaba");
        worker.get(audit);
        Question right = null;
        Question wrong = null;
        for (Question question : questions(factory, audit)) {
            if (question.form() instanceof Form.Single) {
                boolean first = right == null;
                UUID id = Ids.next();
                Map<String, String> letter = letter(question, QuizFixture.option(question, first), id);
                for (int i = 0; i < 2; i++) { // a phone sends twice
                    worker.letter("/c/" + factory.client() + "/attempts/" + id(audit) + "/answers", letter)
                            .then()
                            .statusCode(200)
                            .header("Receipt", equalTo(id.toString()));
                }
                if (first) {
                    right = question;
                } else if (wrong == null) {
                    wrong = question;
                }
            }
        }
        assertTrue(right != null && wrong != null, "a mock audit has single choices");
        worker.get(audit + "/debrief").then().statusCode(303).header("Location", containsString(audit));
        worker.post(audit + "/submission", Map.of())
                .then()
                .statusCode(303)
                .header("Location", containsString("/debrief"));
        String debrief =
                worker.get(audit + "/debrief").then().statusCode(200).extract().asString();
        assertTrue(debrief.contains(wrong.tests().getFirst()));
        assertTrue(debrief.contains("/lessons/"), "a link to the lesson");
        assertTrue(debrief.contains("id=\"r-" + right.id() + "\""));
        worker.get(audit).then().statusCode(303).header("Location", containsString("/debrief"));
        worker.post(audit + "/submission", Map.of()).then().statusCode(303);
        assertEquals(plain(debrief), plain(worker.get(audit + "/debrief").asString()));
        assertTrue(fixture.count(factory, "select count(*) from mastery where person_id = ?1", factory.person(2)) > 0);
        assertTrue(fixture.count(factory, "select count(*) from mock_standing where person_id = ?1", factory.person(2))
                > 0);
        worker.get(worker.at("/mock-audits")).then().body(containsString(audit + "/debrief"));
    }

    private static Map<String, String> letter(Question question, String option, UUID id) {
        Map<String, String> fields = new HashMap<>(QuizFixture.letter(question, option, Instant.now()));
        fields.put("id", id.toString());
        return fields;
    }

    @Test
    @ActivateRequestContext
    void aPlainFormComesBackToTheStages() {
        QuizFixture.Factory factory = fixture.factory(1);
        Visitor worker = factory.worker(1);
        String audit = begin(worker, "");
        worker.get(audit);
        Question question = questions(factory, audit).stream()
                .filter(q -> q.form() instanceof Form.Single)
                .findFirst()
                .orElseThrow();
        String paper = "/c/" + factory.client() + "/attempts/" + id(audit);
        worker.post(paper + "/answers", Map.of("question", question.id(), "option", QuizFixture.option(question, true)))
                .then()
                .statusCode(303)
                .header("Location", containsString("#q-" + question.id()));
        worker.get(paper).then().statusCode(303).header("Location", containsString(audit));
        worker.get(paper + "/result").then().statusCode(303).header("Location", containsString(audit));
        worker.get(audit).then().body(containsString("value=\"" + QuizFixture.option(question, true) + "\" checked"));
    }

    @Test
    @ActivateRequestContext
    void disclosingIsNamedInTheDebrief() {
        QuizFixture.Factory factory = fixture.factory(4);
        for (int i = 1; i <= 4; i++) {
            Visitor worker = factory.worker(i);
            String audit = begin(worker, "");
            worker.get(audit);
            List<Question> disclosing = questions(factory, audit).stream()
                    .filter(Question::discloses)
                    .toList();
            assertTrue(!disclosing.isEmpty());
            disclosing.stream()
                    .filter(q -> q.form() instanceof Form.Single)
                    .forEach(q -> worker.letter(
                            "/c/" + factory.client() + "/attempts/" + id(audit) + "/answers",
                            letter(q, QuizFixture.option(q, true), Ids.next())));
            worker.post(audit + "/submission", Map.of());
            String debrief = worker.get(audit + "/debrief").asString();
            assertTrue(debrief.contains("class=\"sheet disclosed\""));
            disclosing.forEach(q -> assertTrue(debrief.contains("href=\"#r-" + q.id() + "\""), q.id()));
            boolean given = disclosing.stream().anyMatch(q -> q.form() instanceof Form.Single);
            assertEquals(given, debrief.contains("缺的说缺，再定怎么改"));
        }
    }

    @Test
    @ActivateRequestContext
    void whatPeopleLiveIsCountedOncePerPersonAndShownByFives() {
        QuizFixture.Factory factory = fixture.factory(1);
        Visitor worker = factory.worker(1);
        String audit = begin(worker, "");
        String page = worker.get(audit).asString();
        Matcher asked = Pattern.compile("name=\"experience\\.([^\"]+)\" value=\"([^\"]+)\"")
                .matcher(page);
        assertTrue(asked.find());
        worker.post(audit + "/submission", Map.of("experience." + asked.group(1), asked.group(2)));
        String one = "select coalesce(sum(people), 0) from experience_turnout where question = ?1";
        assertEquals(1, fixture.count(factory, one, asked.group(1)));
        assertEquals(0, fixture.count(factory, "select coalesce(sum(shown_people), 0) from experience_turnout"));
        assertEquals(
                1,
                fixture.count(factory, "select count(*) from experience_answer where question = ?1", asked.group(1)));
        // the same person again, until the same question is drawn: kept, but nobody counts twice in a month
        for (int i = 0; i < 12; i++) {
            String again = begin(worker, i % 2 == 0 ? "alibaba" : "nome");
            boolean drawn = worker.get(again).asString().contains("name=\"experience." + asked.group(1) + "\"");
            worker.post(
                    again + "/submission", drawn ? Map.of("experience." + asked.group(1), asked.group(2)) : Map.of());
            if (drawn) {
                assertEquals(1, fixture.count(factory, one, asked.group(1)));
                assertEquals(
                        2,
                        fixture.count(
                                factory, "select count(*) from experience_answer where question = ?1", asked.group(1)));
                return;
            }
        }
    }

    @Test
    @ActivateRequestContext
    void aPreviewKeepsNothingAndIsForThoseWhoSeeDepartments() {
        QuizFixture.Factory factory = fixture.factory(1);
        Visitor consultant = factory.consultant();
        Response opened = consultant.get(
                "/c/" + factory.client() + "/mock-audit-previews?department=" + factory.warehouse() + "&standard=nome");
        assertEquals(303, opened.statusCode());
        String address = opened.header("Location");
        address = address.substring(address.indexOf("/c/"));
        String page = consultant.get(address).then().statusCode(200).extract().asString();
        assertTrue(page.contains("name=\"q."));
        assertEquals(plain(page), plain(consultant.get(address).asString()));
        consultant.post(address, Map.of()).then().statusCode(200).body(containsString("class=\"review\""));
        assertEquals(0, fixture.count(factory, "select count(*) from attempt"));
        assertEquals(0, fixture.count(factory, "select count(*) from mock_audit"));
        factory.worker(1).get(address).then().statusCode(403);
        // the manager of production reaches production only
        factory.leader().get(address).then().statusCode(404);
        factory.leader()
                .get("/c/" + factory.client() + "/mock-audit-previews?seed=5&department=" + factory.production())
                .then()
                .statusCode(200);
    }

    @Test
    @ActivateRequestContext
    void somebodyElsesMockAuditIsNotFound() {
        QuizFixture.Factory factory = fixture.factory(2);
        String audit = begin(factory.worker(1), "");
        QuizFixture.Factory neighbour = fixture.factory(1);
        for (Visitor other : List.of(factory.worker(2), factory.manager(), factory.consultant())) {
            other.get(audit).then().statusCode(404);
            other.get(audit + "/debrief").then().statusCode(404);
            other.post(audit + "/submission", Map.of()).then().statusCode(404);
        }
        Visitor stranger = neighbour.worker(1);
        stranger.get(audit).then().statusCode(404);
        stranger.get(audit.replace(
                        factory.client().toString(), neighbour.client().toString()))
                .then()
                .statusCode(404);
        stranger.get("/c/" + factory.client() + "/mock-audits").then().statusCode(404);
        // an attempt at a quiz is no mock audit
        UUID quiz = fixture.begin(
                factory,
                1,
                QuizFixture.terms(java.time.Duration.ofHours(1), java.time.Duration.ZERO, false),
                Instant.now());
        factory.worker(1)
                .get("/c/" + factory.client() + "/mock-audits/" + quiz)
                .then()
                .statusCode(404);
    }

    @Test
    void theWordsAreInBothLanguagesAndNeverCoach() {
        Visitor worker = Visitor.withPin("DEMO", "A0361");
        worker.get(worker.at("/mock-audits"))
                .then()
                .statusCode(200)
                .body(containsString("你的权利"))
                .body(not(containsString("标准答案")));
    }
}
