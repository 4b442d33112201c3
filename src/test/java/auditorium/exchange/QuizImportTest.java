package auditorium.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import auditorium.library.Catalogue;
import auditorium.library.CatalogueLoader;
import auditorium.library.ContentReport;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.Lang;
import auditorium.platform.tables.Unreadable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is imported is read by our own library without an error. */
class QuizImportTest {

    private static final QuizImport SEALS = new QuizImport(Optional.empty(), Optional.of("F3-seals"), List.of("SC-22"));

    @TempDir
    Path folder;

    @Test
    void theSamplesOfEveryFormatAreReadByTheLibrary() throws IOException {
        Libraries.in(folder);
        for (Map.Entry<String, QuizFormat> sample : Map.of(
                        "training.gift", QuizFormat.GIFT,
                        "training.aiken.txt", QuizFormat.AIKEN,
                        "training.moodle.xml", QuizFormat.MOODLE_XML,
                        "questions.csv", QuizFormat.CSV,
                        "choice.qti21.xml", QuizFormat.QTI,
                        "gap-match.qti30.xml", QuizFormat.QTI)
                .entrySet()) {
            Path file = Files.write(folder.resolve(sample.getKey()), Imports.sample(sample.getKey()));
            assertEquals(sample.getValue(), QuizFormat.guess(file));
            List<ItemReport> reports = imported(file);
            assertFalse(reports.isEmpty());
        }
        ContentReport report = new ContentReport();
        Catalogue catalogue = new CatalogueLoader(folder, LocalDate.of(2026, 11, 22)).read(report);
        assertEquals(List.of(), errors(report));
        assertEquals(6, catalogue.quizzes().size());
        assertTrue(catalogue
                .quiz("questions")
                .orElseThrow()
                .question("broken-seal")
                .isPresent());
    }

    @Test
    void whatComesBackFromAnotherSystemIsReadByTheLibrary() throws IOException {
        Libraries.in(folder);
        Cases.forAll(GeneratedQuestions::quiz, quiz -> {
            ExportFormat format = List.of(ExportFormat.values())
                    .get(quiz.questions().getFirst().text().zh().length() % 4);
            try {
                comesBack(quiz, format);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void comesBack(Quiz quiz, ExportFormat format) throws IOException {
        Path file = folder.resolve("generated.x");
        List<ItemReport> exported;
        try (OutputStream out = Files.newOutputStream(file)) {
            exported = format.exporter().write(quiz, Lang.EN, out);
        }
        List<ItemReport> reports = imported(file);
        ContentReport report = new ContentReport();
        Catalogue catalogue = new CatalogueLoader(folder, LocalDate.of(2026, 11, 22)).read(report);
        clear(folder.resolve("quizzes"));
        assertEquals(List.of(), errors(report), reports::toString);
        Quiz back = catalogue.quiz("generated").orElseThrow();
        for (ItemReport written : exported) {
            if (written.status() == ItemReport.Status.TAKEN) {
                Question before = quiz.question(written.where()).orElseThrow();
                Question after = back.question(written.where()).orElseThrow();
                assertEquals(before.text().en(), after.text().en());
                assertEquals(Imports.shown(before.form(), Lang.EN, false), Imports.shown(after.form(), Lang.EN, false));
                assertEquals(before.points(), after.points());
            }
        }
    }

    @Test
    void whatIsMissingIsReportedNotInvented() throws IOException {
        Path file = Files.writeString(folder.resolve("a.gift"), "Stop?{T#no}\n\n停吗？{T#否}\n\nUp?{T#no}\n");
        List<ItemReport> reports = new ArrayList<>();
        new QuizImport(Optional.empty(), Optional.empty(), List.of())
                .read(file, QuizFormat.GIFT, folder.resolve("out"), reports::add);
        assertEquals(
                "only en; it tests no requirement yet: give --tests; it belongs to no lesson yet: give --lesson",
                reports.get(0).reason());
        assertTrue(reports.get(1).reason().startsWith("only zh"));
        assertFalse(Files.readString(folder.resolve("out/a.yaml")).contains("tests"));
    }

    @Test
    void theSameQuestionTwiceIsRefusedAndTheSameTitleTwiceIsNot() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.gift"),
                "::seal::Stop?{T#no}\n\n::seal::Stop?{T#no}\n\n::seal::Stop?{T#no}\n\n::seal::Go?{T#no}\n");
        List<ItemReport> reports = imported(file);
        assertEquals(
                List.of("LOSSY", "LOSSY", "REFUSED", "LOSSY"),
                reports.stream().map(r -> r.status().name()).toList());
    }

    @Test
    void aFileThatBreaksHalfWayLeavesNothingBehind() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.xml"),
                "<quiz><question type=\"truefalse\"><questiontext><text>x</text></questiontext><answer fraction=\"100\"><text>true</text></answer></question><quest");
        assertThrows(Unreadable.class, () -> imported(file));
        try (Stream<Path> left = Files.list(folder.resolve("quizzes"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aFileWithoutAQuestionIsSaidToHaveNone() throws IOException {
        for (String empty : List.of("", "// only a remark\n\n", "题目,答案\n")) {
            Path file = Files.writeString(folder.resolve(empty.contains(",") ? "a.csv" : "a.gift"), empty);
            Unreadable e = assertThrows(Unreadable.class, () -> imported(file));
            assertEquals("the file has no question", e.getMessage());
        }
    }

    @Test
    void anAuthorsFileIsNeverOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("a.gift"), "Stop?{T#no}\n");
        Files.createDirectories(folder.resolve("quizzes"));
        Files.writeString(folder.resolve("quizzes/a.yaml"), "mine");
        assertThrows(Unreadable.class, () -> imported(file));
        assertEquals("mine", Files.readString(folder.resolve("quizzes/a.yaml")));
    }

    @Test
    void textThatLooksLikeYamlStaysText() throws IOException {
        Libraries.in(folder);
        String nasty = "\"}, id: x, correct: true # \\u0041 &a *a !!str %TAG --- \u202E \u0085 \u200B";
        Path file = Files.writeString(
                folder.resolve("a.gift"), "[plain]" + nasty.replaceAll("[~=#{}:\\\\]", "\\\\$0") + "{T#x}\n");
        imported(file);
        ContentReport report = new ContentReport();
        Catalogue catalogue = new CatalogueLoader(folder, LocalDate.of(2026, 11, 22)).read(report);
        assertEquals(List.of(), errors(report));
        assertEquals(
                nasty.replace("\u0085", "").strip(),
                catalogue.quiz("a").orElseThrow().questions().getFirst().text().en());
    }

    private List<ItemReport> imported(Path file) throws IOException {
        List<ItemReport> reports = new ArrayList<>();
        SEALS.read(file, QuizFormat.guess(file), folder.resolve("quizzes"), reports::add);
        return reports;
    }

    private static List<ContentReport.Problem> errors(ContentReport report) {
        return report.problems().stream()
                .filter(p -> p.level() == ContentReport.Level.ERROR && p.file().startsWith("quizzes/"))
                .toList();
    }

    private static void clear(Path quizzes) throws IOException {
        try (Stream<Path> all = Files.walk(quizzes)) {
            for (Path path : all.sorted(Comparator.reverseOrder())
                    .filter(p -> !p.equals(quizzes))
                    .toList()) {
                Files.delete(path);
            }
        }
    }
}
