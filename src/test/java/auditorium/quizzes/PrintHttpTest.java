package auditorium.quizzes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.Library;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.Paper;
import auditorium.quizzes.domain.PaperDraw;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A quiz for a pen: every form of question can be answered with one, and the key speaks the paper's letters. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PrintHttpTest {

    @Inject
    Library library;

    private static String text(Response response) throws IOException {
        assertEquals(200, response.statusCode());
        assertEquals("application/pdf", response.contentType());
        try (PDDocument document = Loader.loadPDF(response.asByteArray())) {
            String text = new PDFTextStripper().getText(document);
            assertFalse(text.contains("#"), "a character has no glyph: " + text);
            return text.replaceAll("\\s+", "");
        }
    }

    private static Response get(Visitor visitor, String path, String seed, String lang) {
        return visitor.request()
                .queryParam("seed", seed)
                .queryParam("lang", lang)
                .get(visitor.at(path));
    }

    @Test
    void paperAndKeyOfOneNumberBelongTogether() throws IOException {
        Visitor manager = Visitor.withPassword("manager");
        Quiz quiz = library.catalogue().quiz("F3-seals").orElseThrow();
        String paper = text(get(manager, "/papers/F3-seals/sheet", "4711", "zh"));
        String key = text(get(manager, "/papers/F3-seals/key", "4711", "zh"));
        String number = "卷号4711-" + quiz.version().hash().substring(0, 6);
        assertTrue(paper.contains(number) && key.contains(number), paper);
        for (String field : List.of("答题卡", "姓名", "工号", "部门", "日期", "签名")) {
            assertTrue(paper.contains(field), field);
        }
        assertEquals(
                paper, text(get(manager, "/papers/F3-seals/sheet", "4711", "zh")), "the same number, the same paper");
        assertNotEquals(paper, text(get(manager, "/papers/F3-seals/sheet", "4712", "zh")));
        assertTrue(text(get(manager, "/papers/F3-seals/sheet", "4711", "en")).contains("Answersheet"));
        for (Paper.Drawn drawn : PaperDraw.draw(quiz, 4711).questions()) {
            Question q = quiz.question(drawn.question()).orElseThrow();
            if (q.form() instanceof Form.Single single && q.scored()) {
                for (Form.Option option : single.options()) {
                    String why = option.reason().zh().replaceAll("\\s+", "");
                    assertTrue(paper.contains(option.text().zh().replaceAll("\\s+", "")));
                    assertTrue(key.contains(why), why);
                    assertFalse(!why.isEmpty() && paper.contains(why), "a reason stands on the paper: " + why);
                }
            }
        }
    }

    @Test
    void everyFormOfQuestionPrintsInBothLanguagesAndExperienceStaysAway() throws IOException {
        Visitor consultant = Visitor.withPassword("consultant");
        String factory = Visitor.worker().client();
        Set<String> seen = new TreeSet<>();
        for (Quiz quiz : library.catalogue().quizzes()) {
            Set<String> forms = PaperDraw.draw(quiz, 1).questions().stream()
                    .map(d -> quiz.question(d.question()).orElseThrow())
                    .filter(Question::scored)
                    .map(q -> q.form().type())
                    .collect(Collectors.toSet());
            if (seen.containsAll(forms)) {
                continue;
            }
            seen.addAll(forms);
            for (String lang : List.of("zh", "en")) {
                String base = "/c/" + factory + "/papers/" + quiz.id();
                String paper = text(consultant.get(base + "/sheet?seed=1&lang=" + lang));
                text(consultant.get(base + "/key?seed=1&lang=" + lang));
                quiz.questions().stream()
                        .filter(q -> !q.scored())
                        .forEach(q -> assertFalse(
                                paper.contains(q.text().in(Lang.of(lang)).replaceAll("\\s+", "")), q.id()));
            }
        }
        assertTrue(seen.size() >= 10, seen.toString());
    }

    @Test
    void theKeySpeaksTheLettersOfThePaper() {
        var catalogue = library.catalogue();
        int checked = 0;
        for (Quiz quiz : catalogue.quizzes()) {
            for (Paper.Drawn drawn : PaperDraw.draw(quiz, 7).questions()) {
                Question q = quiz.question(drawn.question()).orElseThrow();
                QuestionView view =
                        QuestionView.of(q, drawn, 1, Optional.empty(), Optional.empty(), Lang.ZH, catalogue);
                PrintedQuestion printed = PrintedQuestion.of(q, view, "1");
                PrintedKey key = PrintedKey.of(q, printed, Lang.ZH, List.of());
                if (q.form() instanceof Form.Single single) {
                    String right = single.options().stream()
                            .filter(Form.Option::correct)
                            .findFirst()
                            .orElseThrow()
                            .text()
                            .zh();
                    assertEquals(
                            right,
                            printed.options().stream()
                                    .filter(o -> o.label().equals(key.answers().get(0)))
                                    .findFirst()
                                    .orElseThrow()
                                    .text());
                    checked++;
                }
                if (q.form() instanceof Form.Matching matching) {
                    for (int i = 0; i < printed.rows().size(); i++) {
                        PrintedQuestion.Row row = printed.rows().get(i);
                        String letter = key.answers().get(i).replaceAll(".* – ", "");
                        String right = printed.options().stream()
                                .filter(o -> o.label().equals(letter))
                                .findFirst()
                                .orElseThrow()
                                .text();
                        assertTrue(
                                matching.pairs().stream()
                                        .anyMatch(p -> p.left().zh().equals(row.text())
                                                && p.right().zh().equals(right)),
                                row + " " + right);
                    }
                    checked++;
                }
                key.answers().forEach(a -> assertFalse(a.isBlank() || a.endsWith("– "), q.id()));
            }
        }
        assertTrue(checked > 50, checked + " keys");
    }

    @Test
    void aWorkerGetsNeitherPaperNorKey() {
        Visitor worker = Visitor.worker();
        for (String page : List.of("", "/sheet?seed=1", "/key?seed=1")) {
            assertEquals(403, worker.get(worker.at("/papers/F3-seals" + page)).statusCode(), page);
        }
        assertFalse(worker.get(worker.at("/quizzes/F3-seals")).asString().contains("/papers/"));
        Visitor manager = Visitor.withPassword("manager");
        assertTrue(manager.get(manager.at("/quizzes/F3-seals")).asString().contains("/papers/F3-seals"));
        assertEquals(404, manager.get(manager.at("/papers/none")).statusCode());
        assertEquals(404, manager.get("/c/" + Ids.next() + "/papers/F3-seals").statusCode());
    }

    @Test
    void aNumberThatIsNoneComesBackWithWordsAndWhatWasTyped() {
        Visitor manager = Visitor.withPassword("manager");
        for (String wrong : List.of("", "0", "-1", "1e3", "1234567", "<b>", "'; drop")) {
            Response answer = get(manager, "/papers/F3-seals/sheet", wrong, "zh");
            assertEquals(303, answer.statusCode(), wrong);
            String page = manager.request()
                    .urlEncodingEnabled(false)
                    .get(answer.header("Location"))
                    .asString();
            assertTrue(page.contains("卷号只能是"), wrong);
            assertFalse(page.contains("value=\"<b>"), "what was typed stays text");
        }
        String page = get(manager, "/papers/F3-seals", "<b>", "zh").asString();
        assertTrue(page.contains("value=\"&lt;b&gt;\""));
    }
}
