package auditorium.exchange;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import auditorium.Cases;
import auditorium.fuzz.Noise;
import auditorium.platform.Lang;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Broken files are read, refused or unreadable; never anything else, and soon. */
class FuzzTest {

    @Test
    void gift() {
        survives(QuizFormat.GIFT, Imports.sample("training.gift"));
    }

    @Test
    void aiken() {
        survives(QuizFormat.AIKEN, Imports.sample("training.aiken.txt"));
    }

    @Test
    void moodleXml() {
        survives(QuizFormat.MOODLE_XML, Imports.sample("training.moodle.xml"));
    }

    @Test
    void csv() {
        survives(QuizFormat.CSV, Imports.sample("questions.csv"));
    }

    @Test
    void qtiItems() {
        survives(QuizFormat.QTI, Imports.sample("choice.qti21.xml"));
        survives(QuizFormat.QTI, Imports.sample("gap-match.qti30.xml"));
    }

    @Test
    void qtiPackages() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportFormat.QTI21.exporter().write(GeneratedQuestions.quiz(new SplittableRandom(1)), Lang.ZH, out);
        survives(QuizFormat.QTI, out.toByteArray());
    }

    @Test
    void itemsOfPackages() {
        Cases.forAll(
                random -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    try {
                        ExportFormat.QTI30.exporter().write(GeneratedQuestions.quiz(random), Lang.EN, out);
                        return Zips.changed(out.toByteArray(), "items/", bytes -> Noise.in(bytes, random));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                zip -> read(QuizFormat.QTI, zip));
    }

    @Test
    void workbooks() throws IOException {
        byte[] book = TableImportTest.workbook();
        survives(QuizFormat.XLSX, book);
        Cases.forAll(
                random -> Zips.changed(book, "xl/", bytes -> Noise.in(bytes, random)),
                changed -> read(QuizFormat.XLSX, changed));
    }

    private static void survives(QuizFormat format, byte[] sample) {
        Cases.forAll(random -> Noise.in(sample, random), broken -> read(format, broken));
    }

    private static void read(QuizFormat format, byte[] bytes) {
        assertTimeout(Duration.ofSeconds(5), () -> {
            try {
                Imports.of(format, bytes);
            } catch (IOException e) {
                // said so
            }
        });
    }
}
