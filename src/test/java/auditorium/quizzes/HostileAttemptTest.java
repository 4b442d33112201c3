package auditorium.quizzes;

import static auditorium.quizzes.QuizFixture.letter;
import static auditorium.quizzes.QuizFixture.option;
import static auditorium.quizzes.QuizFixture.paper;
import static auditorium.quizzes.QuizFixture.terms;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.Library;
import auditorium.library.OtherLibrary;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.platform.Settings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody may try with a paper: other people's papers, other clocks, other answers than there are, and asking what is right. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@ActivateRequestContext
class HostileAttemptTest {

    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final Duration DAY = Duration.ofHours(24);

    @TempDir
    Path folder;

    @Inject
    QuizFixture fixture;

    @Inject
    Attempts attempts;

    @Inject
    ClientScope scope;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    private Instant ago(long minutes) {
        return clock.instant().minus(Duration.ofMinutes(minutes));
    }

    @Test
    void anotherPersonsPaperIsNotThereNorAreItsTimePausesOrResult() {
        QuizFixture.Factory factory = fixture.factory(2);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, DAY, false), ago(1));
        Question question = fixture.singles(factory, id).get(0);
        String paper = paper(factory, id);
        factory.worker(1).get(paper).then().statusCode(200);
        List<Visitor> others = List.of(factory.worker(2), factory.manager(), factory.consultant(), Visitor.worker());
        for (Visitor other : others) {
            other.get(other.at("/today"));
            for (String page : List.of("", "/result", "/time")) {
                other.request().accept("*/*").get(paper + page).then().statusCode(404);
            }
            for (String action : List.of("/submission", "/pauses", "/resumptions")) {
                other.post(paper + action, Map.of()).then().statusCode(404);
            }
            other.letter(paper + "/answers", letter(question, option(question, true), ago(0)))
                    .then()
                    .statusCode(404);
        }
        assertTrue(fixture.attempt(factory, id).submittedAt().isEmpty());
        assertEquals(0, fixture.count(factory, "select count(*) from answer_event"));
    }

    @Test
    void anAnswerThatTheQuestionCanNotHaveIsRefusedAndTheAttemptIsAsItWas() {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, DAY, false), ago(1));
        String paper = paper(factory, id);
        List<Question> singles = fixture.singles(factory, id);
        Question question = singles.get(0);
        Visitor worker = factory.worker(1);
        worker.get(paper);
        worker.letter(paper + "/answers", letter(question, option(question, true), ago(1)))
                .then()
                .statusCode(200);
        List<String> foreign =
                new ArrayList<>(List.of("-1", "NaN", "1e9", "", " ", "\u0430", "a\u0000", "'; drop", "<b>"));
        Set<String> own = ((Form.Single) question.form())
                .options().stream().map(Form.Option::id).collect(Collectors.toSet());
        singles.stream()
                .flatMap(q -> ((Form.Single) q.form()).options().stream())
                .map(Form.Option::id)
                .filter(o -> !own.contains(o))
                .findFirst()
                .ifPresent(foreign::add);
        for (String bad : foreign) {
            int status = worker.letter(paper + "/answers", letter(question, bad, ago(0)))
                    .statusCode();
            assertEquals(400, status, bad);
        }
        for (Map.Entry<String, String> bad : Map.of(
                        "question", "no-such", "sequence", "-1", "at", "yesterday", "id", "not-an-id")
                .entrySet()) {
            Map<String, String> fields = new HashMap<>(letter(question, option(question, false), ago(0)));
            fields.put(bad.getKey(), bad.getValue());
            worker.letter(paper + "/answers", fields).then().statusCode(400);
        }
        Map<String, String> endless = new HashMap<>(letter(question, option(question, false), ago(0)));
        endless.put("sequence", "9".repeat(40));
        worker.letter(paper + "/answers", endless).then().statusCode(400);
        assertEquals(1, fixture.count(factory, "select count(*) from answer_event"));
        worker.get(paper)
                .then()
                .statusCode(200)
                .body(containsString("value=\"" + option(question, true) + "\" checked"));
    }

    @Test
    void tenThousandOptionsAreRefusedAndTheSameOptionTwiceIsOne() {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, DAY, false), ago(1));
        String paper = paper(factory, id);
        Question question = fixture.singles(factory, id).get(0);
        Visitor worker = factory.worker(1);
        worker.get(paper);
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add("o" + i);
        }
        int status = send(worker, paper, question, many);
        assertTrue(status == 400 || status == 413, "status " + status);
        assertEquals(0, fixture.count(factory, "select count(*) from answer_event"));
        String right = option(question, true);
        assertEquals(200, send(worker, paper, question, List.of(right, right, right)));
        assertEquals(400, send(worker, paper, question, List.of(right, option(question, false))));
        assertEquals(1, fixture.count(factory, "select count(*) from answer_event"));
    }

    private static int send(Visitor worker, String paper, Question question, List<String> options) {
        return worker.request()
                .accept("application/json")
                .header("X-CSRF-TOKEN", worker.cookies().get("csrf-token"))
                .contentType("application/x-www-form-urlencoded")
                .formParam("question", question.id())
                .formParam("id", Ids.next().toString())
                .formParam("at", "2026-11-26T08:00:00Z")
                .formParam("option", options)
                .post(paper + "/answers")
                .statusCode();
    }

    @Test
    void aWrongClockAReplayAndASecondPhoneComeToOneScore() {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, DAY, false), ago(5));
        String paper = paper(factory, id);
        Question question = fixture.singles(factory, id).get(0);
        Visitor one = factory.worker(1);
        Visitor two = factory.worker(1);
        one.get(paper);
        two.get(paper);
        // a clock of last year, and one of next year, on time by ours
        Map<String, String> early = letter(question, option(question, false), ago(500_000));
        one.letter(paper + "/answers", early).then().statusCode(200);
        Map<String, String> ahead =
                letter(question, option(question, true), clock.instant().plus(Duration.ofDays(300)));
        two.letter(paper + "/answers", ahead).then().statusCode(200);
        // the old one again, and with other content under the same id
        one.letter(paper + "/answers", early).then().statusCode(200);
        Map<String, String> forged = new HashMap<>(early);
        forged.put("option", option(question, false));
        forged.put("sequence", Long.toString(1L << 52));
        one.letter(paper + "/answers", forged).then().statusCode(200);
        assertEquals(2, fixture.count(factory, "select count(*) from answer_event"));
        one.post(paper + "/submission", Map.of()).then().statusCode(303);
        assertEquals(
                Optional.of(100 * question.points()),
                fixture.attempt(factory, id).earned());
        // a replay after the end changes nothing either
        one.letter(paper + "/answers", letter(question, option(question, false), ago(2)));
        two.post(paper + "/submission", Map.of()).then().statusCode(303);
        assertEquals(
                Optional.of(100 * question.points()),
                fixture.attempt(factory, id).earned());
        assertEquals(1, fixture.count(factory, "select count(*) from attempt_marking"));
    }

    @Test
    void aPlainFormIsNewerThanWhateverAPhoneWithAWrongClockHasSent() {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, DAY, false), ago(5));
        String paper = paper(factory, id);
        Question question = fixture.singles(factory, id).get(0);
        Visitor worker = factory.worker(1);
        worker.get(paper);
        worker.letter(
                paper + "/answers",
                letter(question, option(question, false), clock.instant().plus(Duration.ofDays(300))));
        worker.post(paper + "/answers", Map.of("question", question.id(), "option", option(question, true)))
                .then()
                .statusCode(303);
        worker.get(paper).then().body(containsString("value=\"" + option(question, true) + "\" checked"));
    }

    @Test
    void handingInAtOnceOrTwiceEarnsNothingThatWasNotAnswered() {
        QuizFixture.Factory factory = fixture.factory(1);
        Visitor worker = factory.worker(1);
        worker.get(worker.at("/quizzes/" + QuizFixture.QUIZ));
        String started = worker.post(worker.at("/quizzes/" + QuizFixture.QUIZ + "/attempts"), Map.of())
                .header("Location");
        String paper = started.substring(started.indexOf("/c/"));
        worker.get(paper + "/result").then().statusCode(303); // there is none before the end
        worker.post(
                        paper + "/submission",
                        Map.of("earned", "900", "passed", "true", "final_at", "2020-01-01T00:00:00Z"))
                .then()
                .statusCode(303);
        worker.post(paper + "/submission", Map.of()).then().statusCode(303);
        assertEquals(1, fixture.count(factory, "select count(*) from attempt where earned = 0 and not passed"));
        assertEquals(0, fixture.count(factory, "select count(*) from lesson_standing"));
        assertEquals(1, fixture.count(factory, "select count(*) from attempt_marking"));
    }

    @Test
    void aQuizThatChangesDuringAnAttemptMarksWhatWasDrawn() throws IOException {
        OtherLibrary before = OtherLibrary.of(settings, clock, folder, KeyedQuestions.all(true));
        QuarkusMock.installMockForType(before, Library.class);
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = scope.inside(
                factory.client(),
                () -> attempts.begin(
                        factory.client(),
                        factory.person(1),
                        Attempts.Sitting.of(before.quiz(), 3),
                        Duration.ZERO,
                        clock.instant()));
        String paper = paper(factory, id);
        Visitor worker = factory.worker(1);
        String shown = worker.get(paper).asString();
        Question single = before.quiz().question("single").orElseThrow();
        worker.letter(paper + "/answers", letter(single, "a", ago(0))).then().statusCode(200);

        // the key is turned round, and a question is gone
        List<String> changed = new ArrayList<>(KeyedQuestions.all(false));
        changed.removeIf(q -> q.contains("id: numeric"));
        QuarkusMock.installMockForType(
                OtherLibrary.of(settings, clock, folder.resolve("later"), changed), Library.class);
        String again = worker.get(paper).then().statusCode(200).extract().asString();
        assertEquals(stripped(shown).replace(" checked", ""), stripped(again).replace(" checked", ""));
        worker.letter(
                        paper + "/answers",
                        Map.of(
                                "question",
                                "numeric",
                                "amount",
                                "36",
                                "id",
                                Ids.next().toString(),
                                "at",
                                "2026-11-26T08:00:00Z"))
                .then()
                .statusCode(200);
        worker.post(paper + "/submission", Map.of()).then().statusCode(303);
        assertEquals(Optional.of(200), fixture.attempt(factory, id).earned()); // by the key that was asked
        worker.get(paper + "/result").then().statusCode(200).body(containsString("理由甲"));
    }

    private static String stripped(String page) {
        return page.replaceAll("csrf-token\" value=\"[^\"]*", "")
                .replaceAll("data-sequence=\"\\d+\"", "")
                .replaceAll("<li( class=\"done\")?></li>", "")
                .replaceAll("stamp-time\" data-saved( hidden)?", "");
    }

    @Test
    void savingOverAndOverTellsNothingOfWhatIsRight() {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, DAY, false), ago(1));
        String paper = paper(factory, id);
        Visitor worker = factory.worker(1);
        worker.get(paper);
        for (Question question : fixture.singles(factory, id)) {
            Set<String> answers = new HashSet<>();
            Set<String> pages = new HashSet<>();
            for (Form.Option option : ((Form.Single) question.form()).options()) {
                var response = worker.letter(paper + "/answers", letter(question, option.id(), clock.instant()));
                answers.add(response.statusCode() + response.asString());
                pages.add(worker.get(paper)
                        .asString()
                        .replaceAll("csrf-token\" value=\"[^\"]*", "")
                        .replaceAll("data-sequence=\"\\d+\"", "")
                        .replaceAll("data-left=\"\\d+\"|data-end=\"[^\"]*\"", "")
                        .replaceAll("name=\"id\" value=\"[^\"]*\"", "")
                        .replace(" checked", ""));
            }
            assertEquals(1, answers.size());
            assertEquals(1, pages.size(), "a page that differs by more than the choice");
        }
        assertFalse(worker.get(paper).asString().contains("correct"));
    }

    @Test
    void whatCanBeNoNumberIsSaidAndStaysWhereItWasTyped() throws IOException {
        OtherLibrary library = OtherLibrary.of(settings, clock, folder, KeyedQuestions.all(true));
        QuarkusMock.installMockForType(library, Library.class);
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = scope.inside(
                factory.client(),
                () -> attempts.begin(
                        factory.client(),
                        factory.person(1),
                        Attempts.Sitting.of(library.quiz(), 3),
                        Duration.ZERO,
                        clock.instant()));
        String paper = paper(factory, id);
        Visitor worker = factory.worker(1);
        worker.get(paper);
        worker.post(paper + "/answers", Map.of("question", "numeric", "amount", "大约 36 小时"))
                .then()
                .statusCode(400)
                .body(containsString("这里要填一个数"))
                .body(containsString("value=\"大约 36 小时\""));
        worker.letter(
                        paper + "/answers",
                        Map.of(
                                "question",
                                "numeric",
                                "amount",
                                "NaN",
                                "id",
                                Ids.next().toString()))
                .then()
                .statusCode(400);
        worker.post(paper + "/answers", Map.of("question", "numeric", "amount", "３６．０"))
                .then()
                .statusCode(303);
        worker.get(paper).then().body(containsString("value=\"36\""));
        // taking back what was given
        worker.post(paper + "/answers", Map.of("question", "numeric", "amount", ""))
                .then()
                .statusCode(303);
        String page = worker.get(paper).asString();
        assertFalse(page.contains("value=\"36\""));
        assertFalse(page.contains("class=\"done\""));
    }
}
