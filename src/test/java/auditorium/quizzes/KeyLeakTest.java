package auditorium.quizzes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.Library;
import auditorium.library.OtherLibrary;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.platform.Settings;
import auditorium.quizzes.domain.Marking;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The strongest form of “answers don't leak”: two versions of a quiz that differ only in the key are served the same to the byte, for
 * every form of question, in both languages, before, while and after everything is answered, until it is handed in.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@ActivateRequestContext
class KeyLeakTest {

    private static final long SEED = 20261126;

    @TempDir
    Path first;

    @TempDir
    Path second;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Inject
    QuizFixture fixture;

    @Inject
    Attempts attempts;

    @Inject
    ClientScope scope;

    /** What a browser saw of a quiz, in the order it asked, without what is different each time. */
    private record Seen(List<String> bytes, String result, int right) {}

    @Test
    void twoQuizzesThatDifferOnlyInTheKeyLookTheSameUntilTheyAreHandedIn() throws IOException {
        Seen one = look(OtherLibrary.of(settings, clock, first, KeyedQuestions.all(true)));
        Seen two = look(OtherLibrary.of(settings, clock, second, KeyedQuestions.all(false)));
        assertEquals(one.bytes().size(), two.bytes().size());
        for (int i = 0; i < one.bytes().size(); i++) {
            assertEquals(one.bytes().get(i), two.bytes().get(i));
        }
        // the same answers, and another mark: so the keys do differ, and the test could have failed
        assertNotEquals(one.right(), two.right());
        assertNotEquals(one.result(), two.result());
        for (String page : one.bytes()) {
            assertFalse(page.contains("理由") || page.contains("reason"), page);
        }
        assertTrue(one.result().contains("理由甲"));
    }

    private Seen look(OtherLibrary library) {
        QuarkusMock.installMockForType(library, Library.class);
        Quiz quiz = library.quiz();
        QuizFixture.Factory factory = fixture.factory(1);
        Visitor worker = factory.worker(1);
        List<String> seen = new ArrayList<>();
        seen.add(plain(worker.get(worker.at("/quizzes/" + quiz.id()))));
        UUID id = scope.inside(
                factory.client(),
                () -> attempts.begin(
                        factory.client(),
                        factory.person(1),
                        Attempts.Sitting.of(quiz, SEED),
                        Duration.ZERO,
                        clock.instant()));
        String paper = QuizFixture.paper(factory, id);
        seen.add(plain(worker.get(paper)));
        english(worker, paper, seen);
        int right = 0;
        for (Question question : quiz.questions()) {
            Map<String, String> fields = fields(question);
            Response taken = worker.letter(paper + "/answers", letter(question, fields));
            if (question.form() instanceof Form.Hotspot) {
                assertEquals(
                        200,
                        taken.statusCode(),
                        question.id()); // no field of an answer has the name of one of a letter
            }
            seen.add(plain(taken));
            seen.add(plain(worker.get(paper)));
            seen.add(plain(
                    worker.letter(paper + "/answers", letter(question, Map.of("option", "no-such", "truth", "x")))));
            right += Marking.mark(question, AnswerForm.read(question, form(fields)))
                    .earned();
        }
        english(worker, paper, seen);
        seen.add(plain(worker.request().accept("application/json").get(paper + "/time")));
        seen.add(plain(worker.get(paper + "/result"))); // sends back to the paper
        seen.add(plain(worker.get(worker.at("/quizzes/" + quiz.id()))));
        worker.post(paper + "/submission", Map.of()).then().statusCode(303);
        return new Seen(
                seen,
                worker.get(paper + "/result").then().statusCode(200).extract().asString(),
                right);
    }

    private static void english(Visitor worker, String paper, List<String> seen) {
        worker.post("/language", Map.of("to", "en", "back", paper)).then().statusCode(303);
        seen.add(plain(worker.get(paper)));
        worker.post("/language", Map.of("to", "zh", "back", paper));
    }

    /** One answer of the question's kind, the same whatever is right. */
    private static Map<String, String> fields(Question question) {
        return switch (question.form()) {
            case Form.Single f -> Map.of("option", "a");
            case Form.Multiple f -> Map.of("option", "a");
            case Form.TrueFalse f -> Map.of("truth", "true");
            case Form.Numeric f -> Map.of("amount", "36");
            case Form.ShortText f -> Map.of("words", "封条");
            case Form.Ordering f -> Map.of("position.stop", "1", "position.report", "2", "position.write", "3");
            case Form.Matching f -> Map.of("pair.saw", "r-0", "pair.press", "r-1", "pair.lift", "r-2");
            case Form.Gaps f -> Map.of("gap.1", "x", "gap.2", "号码");
            case Form.Hotspot f -> Map.of("square", "A1");
            case Form.Groups f -> Map.of("group.lunch", "fine", "group.cash", "over");
            case Form.Scenario f -> Map.of("step.now.option", "a", "step.then.option", "b");
            case Form.Essay f -> Map.of("essay", "…");
            case Form.Experience f -> Map.of("option", "often");
        };
    }

    private static Map<String, String> letter(Question question, Map<String, String> fields) {
        Map<String, String> letter = new LinkedHashMap<>(fields);
        letter.put("question", question.id());
        letter.put("id", Ids.next().toString());
        letter.put("at", "2026-11-26T08:00:00Z");
        letter.put("sequence", "1795680000000");
        return letter;
    }

    private static MultivaluedMap<String, String> form(Map<String, String> fields) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        fields.forEach(form::putSingle);
        return form;
    }

    /** Everything that was served, headers too; ids, tokens, dates and lengths are each time other ones. */
    private static String plain(Response response) {
        StringBuilder all = new StringBuilder().append(response.statusCode()).append('\n');
        response.headers().asList().stream()
                .filter(h -> !List.of("set-cookie", "date", "content-length", "x-request-id")
                        .contains(h.getName().toLowerCase(java.util.Locale.ROOT)))
                .forEach(h -> all.append(h.getName())
                        .append(": ")
                        .append(h.getValue())
                        .append('\n'));
        return all.append(response.asString())
                .toString()
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "id")
                .replaceAll("csrf-token\" value=\"[^\"]*", "csrf");
    }

    @Test
    void aTestOfEveryForm() throws IOException {
        Quiz quiz = OtherLibrary.of(settings, clock, first, KeyedQuestions.all(true))
                .quiz();
        long forms = quiz.questions().stream()
                .map(q -> q.form().getClass())
                .distinct()
                .count();
        assertEquals(Form.class.getPermittedSubclasses().length - 1, forms); // all but essays, which are not drawn
        assertEquals(Optional.empty(), quiz.rules().limit());
    }
}
