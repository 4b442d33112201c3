package auditorium.courses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.Library;
import auditorium.library.content.Lesson;
import auditorium.platform.Ids;
import auditorium.platform.Text;
import auditorium.platform.print.Pdf;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A consultant takes a lesson into a room: on paper and on the wall, in both languages. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HandoutHttpTest {

    @Inject
    Library library;

    private static String text(Response response) throws IOException {
        assertEquals(200, response.statusCode());
        assertEquals("application/pdf", response.contentType());
        try (PDDocument document = Loader.loadPDF(response.asByteArray())) {
            // a line break on paper is no end of a sentence
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }

    @Test
    void aLessonPrintsInBothLanguagesWithEveryCard() throws IOException {
        Visitor consultant = Visitor.withPassword("consultant");
        String factory = Visitor.worker().client();
        Lesson lesson = library.catalogue().lesson("A7-audit-day").orElseThrow();
        Response zh = consultant.get("/c/" + factory + "/handouts/lessons/A7-audit-day?lang=zh");
        Response en = consultant.get("/c/" + factory + "/handouts/lessons/A7-audit-day?lang=en");
        String chinese = text(zh);
        String english = text(en);
        for (var card : lesson.cards()) {
            assertTrue(
                    chinese.contains(card.title().zh().replaceAll("\\s+", "")),
                    card.title().zh());
            assertTrue(
                    english.contains(card.title().en().replaceAll("\\s+", "")),
                    card.title().en());
        }
        assertTrue(chinese.contains("第1页/共"), chinese);
        assertTrue(english.contains("Page1of"), english);
        assertFalse(chinese.contains("#") || english.contains("#"), "every character has its glyph");
        String name = zh.header("Content-Disposition");
        assertTrue(name.contains("filename*=UTF-8''A7%20"), name);
    }

    @Test
    void aWorkerPrintsALessonAndAWholeCourseIsOneDocument() throws IOException {
        Visitor worker = Visitor.worker();
        assertTrue(text(worker.get(worker.at("/handouts/lessons/A7-audit-day"))).contains("审核"));
        long began = System.nanoTime();
        Response course = worker.get(worker.at("/handouts/courses/ethics"));
        String text = text(course);
        System.out.printf(
                "a course of %d bytes took %d ms%n",
                course.asByteArray().length, (System.nanoTime() - began) / 1_000_000);
        for (Lesson lesson : library.catalogue().course("ethics").orElseThrow().lessons()) {
            assertTrue(
                    text.contains(lesson.title().zh().replaceAll("\\s+", "")),
                    lesson.title().zh());
        }
    }

    @Test
    void slidesAreOneCardEachWithNotesInTheOtherLanguage() {
        Visitor manager = Visitor.withPassword("manager");
        Lesson lesson = library.catalogue().lesson("A7-audit-day").orElseThrow();
        String page = manager.get(manager.at("/lessons/A7-audit-day/slides")).asString();
        assertEquals(lesson.cards().size() + 1, page.split("<section class=\"slide ", -1).length - 1);
        for (var card : lesson.cards()) {
            assertTrue(
                    page.contains(escaped(card.title().zh()) + "</h2>"),
                    card.title().zh());
            assertTrue(
                    page.contains("<h3>" + escaped(card.title().en()) + "</h3>"),
                    card.title().en());
        }
        String english =
                manager.get(manager.at("/lessons/A7-audit-day/slides?lang=en")).asString();
        assertTrue(english.startsWith("<!doctype html>\n<html lang=\"en\""), english.substring(0, 80));
        String next = manager.get(manager.at("/courses")).asString();
        assertTrue(next.contains("<html lang=\"zh-CN\""), "the language changed for this page only");
    }

    @Test
    void questionsInTheNotesAreForConsultantsAndNeverTellWhatIsRight() {
        Visitor consultant = Visitor.withPassword("consultant");
        String factory = Visitor.worker().client();
        var quiz = library.catalogue().quizOf("A7-audit-day").orElseThrow();
        List<String> asked = quiz.questions().stream()
                .filter(q -> q.card().isPresent() && !q.text().zh().contains("[["))
                .map(q -> q.text().zh())
                .filter(t -> !t.isBlank())
                .toList();
        assertFalse(asked.isEmpty());
        String theirs = consultant
                .get("/c/" + factory + "/lessons/A7-audit-day/slides?lang=zh")
                .asString();
        Visitor manager = Visitor.withPassword("manager");
        String others =
                manager.get(manager.at("/lessons/A7-audit-day/slides?lang=zh")).asString();
        for (String question : asked) {
            assertTrue(theirs.contains(escaped(question)), question);
            assertFalse(others.contains(escaped(question)), question);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Test
    void whatIsNotThereOrNotOursIsNotFound() {
        Visitor worker = Visitor.worker();
        for (String page : List.of("/handouts/lessons/X9", "/handouts/courses/none", "/lessons/X9/slides")) {
            assertEquals(404, worker.get(worker.at(page)).statusCode(), page);
        }
        for (String page :
                List.of("/handouts/lessons/A7-audit-day", "/handouts/courses/ethics", "/lessons/A7-audit-day/slides")) {
            assertEquals(404, worker.get("/c/" + Ids.next() + page).statusCode(), page);
            assertEquals(303, Visitor.stranger().get(worker.at(page)).statusCode(), page);
        }
    }

    @Test
    void theFontsHaveEveryCharacterOfTheContent() {
        var catalogue = library.catalogue();
        StringBuilder all = new StringBuilder();
        Consumer<Text> add = t -> all.append(t.zh()).append(t.en());
        catalogue.lessons().forEach(l -> {
            add.accept(l.title());
            l.cards().forEach(c -> {
                add.accept(c.title());
                add.accept(c.plain());
            });
        });
        catalogue.glossary().forEach(t -> {
            add.accept(t.term());
            add.accept(t.meaning());
        });
        catalogue.requirements().forEach(r -> {
            add.accept(r.title());
            add.accept(r.text());
            add.accept(r.guidance());
        });
        catalogue.laws().forEach(l -> {
            add.accept(l.fact());
            add.accept(l.source());
        });
        catalogue.questions().forEach(q -> all.append(q.version().body()));
        assertEquals(Set.of(), Pdf.lacking(all.toString()));
    }

    @Test
    void anUnknownLanguageIsChinese() throws IOException {
        Visitor worker = Visitor.worker();
        assertTrue(text(worker.get(worker.at("/handouts/lessons/A7-audit-day?lang=%3Cscript%3E")))
                .contains("审核"));
    }
}
