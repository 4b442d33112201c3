package auditorium.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.Lang;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Export then import is the identity for what a format can carry. */
class RoundTripTest {

    @Test
    void qti21ComesBackAsItWasIdsIncluded() {
        Cases.forAll(GeneratedQuestions::quiz, quiz -> comesBack(quiz, ExportFormat.QTI21, QuizFormat.QTI, true));
    }

    @Test
    void qti30ComesBackAsItWasIdsIncluded() {
        Cases.forAll(GeneratedQuestions::quiz, quiz -> comesBack(quiz, ExportFormat.QTI30, QuizFormat.QTI, true));
    }

    @Test
    void moodleXmlComesBackAsItWas() {
        Cases.forAll(
                GeneratedQuestions::quiz,
                quiz -> comesBack(quiz, ExportFormat.MOODLE_XML, QuizFormat.MOODLE_XML, false));
    }

    @Test
    void giftComesBackAsItWas() {
        Cases.forAll(GeneratedQuestions::quiz, quiz -> comesBack(quiz, ExportFormat.GIFT, QuizFormat.GIFT, false));
    }

    @Test
    void theSameQuizGivesTheSameBytes() {
        Quiz quiz = GeneratedQuestions.quiz(new SplittableRandom(7));
        for (ExportFormat format : ExportFormat.values()) {
            assertArrayEquals(
                    export(quiz, format, Lang.EN, new ArrayList<>()), export(quiz, format, Lang.EN, new ArrayList<>()));
        }
    }

    private static void comesBack(Quiz quiz, ExportFormat to, QuizFormat from, boolean ids) {
        Lang lang = quiz.questions().getFirst().text().zh().length() % 2 == 0 ? Lang.ZH : Lang.EN;
        List<ItemReport> reports = new ArrayList<>();
        byte[] bytes = export(quiz, to, lang, reports);
        List<ItemReport> written = reports.stream()
                .filter(r -> r.status() != ItemReport.Status.REFUSED)
                .toList();
        List<Importer.Item> items = imported(bytes, from);
        assertEquals(written.size(), items.size());
        for (int i = 0; i < items.size(); i++) {
            Question question = quiz.question(written.get(i).where()).orElseThrow();
            ImportedQuestion back = items.get(i).question().orElseThrow(() -> new AssertionError(items.toString()));
            assertEquals(question.id(), back.name());
            if (written.get(i).status() == ItemReport.Status.TAKEN) {
                assertEquals(question.points(), back.points());
                assertEquals(question.text().in(lang), back.text().zh());
                assertTrue(items.get(i).remarks().isEmpty(), () -> items.toString());
            }
            if (carried(written.get(i))) {
                assertEquals(Imports.shown(question.form(), lang, ids), Imports.shown(back.form(), lang, ids));
            }
        }
    }

    /** Losses that leave the form as it was. */
    private static boolean carried(ItemReport report) {
        return report.reason().replaceAll("it counts 1 instead of [0-9]", "").isEmpty();
    }

    private static byte[] export(Quiz quiz, ExportFormat format, Lang lang, List<ItemReport> reports) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            reports.addAll(format.exporter().write(quiz, lang, out));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Importer.Item> imported(byte[] bytes, QuizFormat format) {
        try {
            return Imports.of(format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
