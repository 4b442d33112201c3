package auditorium.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 100,000 questions pass through memory that does not grow with them. */
@Tag("long")
class StreamingTest {

    private static final int QUESTIONS = 100_000;
    private static final int EARLY = 20_000;
    private static final long GROWTH = 8L * 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void gift() throws IOException {
        streams(QuizFormat.GIFT, lines("", n -> "::q" + n + "::灭火器 " + n + "？{=每月#对 ~每年#错}\n\n", ""));
    }

    @Test
    void aiken() throws IOException {
        streams(QuizFormat.AIKEN, lines("", n -> "灭火器 " + n + "？\nA. 每月\nB. 每年\nANSWER: A\n\n", ""));
    }

    @Test
    void moodleXml() throws IOException {
        streams(
                QuizFormat.MOODLE_XML,
                lines(
                        "<quiz>",
                        n -> "<question type=\"truefalse\"><name><text>q" + n + "</text></name><questiontext><text>灭火器 "
                                + n
                                + "？</text></questiontext><answer fraction=\"100\"><text>true</text></answer></question>\n",
                        "</quiz>"));
    }

    @Test
    void csv() throws IOException {
        streams(QuizFormat.CSV, lines("题目,A,B,答案\n", n -> "灭火器 " + n + "？,每月,每年,A\n", ""));
    }

    @Test
    void xlsx() throws IOException {
        Path file = folder.resolve("many.xlsx");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("题目");
            List<String> header = List.of("题目", "A", "B", "答案");
            for (int c = 0; c < header.size(); c++) {
                sheet.inlineString(0, c, header.get(c));
            }
            for (int n = 1; n <= QUESTIONS; n++) {
                sheet.inlineString(n, 0, "灭火器 " + n + "？");
                sheet.inlineString(n, 1, "每月");
                sheet.inlineString(n, 2, "每年");
                sheet.inlineString(n, 3, "A");
                if (n % 1000 == 0) {
                    sheet.flush();
                }
            }
            sheet.finish();
        }
        streams(QuizFormat.XLSX, file);
    }

    @Test
    void qti() throws IOException {
        Path file = folder.resolve("many.zip");
        String item = new String(Imports.sample("choice.qti21.xml"), StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.putNextEntry(new ZipEntry("imsmanifest.xml"));
            zip.write("<manifest><resources>".getBytes(StandardCharsets.UTF_8));
            for (int n = 0; n < QUESTIONS; n++) {
                zip.write(("<resource type=\"imsqti_item_xmlv2p1\" href=\"" + n + ".xml\"/>\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            zip.write("</resources></manifest>".getBytes(StandardCharsets.UTF_8));
            for (int n = 0; n < QUESTIONS; n++) {
                zip.putNextEntry(new ZipEntry(n + ".xml"));
                zip.write(item.replace("unattended-luggage", "q" + n).getBytes(StandardCharsets.UTF_8));
            }
        }
        streams(QuizFormat.QTI, file);
    }

    @Test
    void theWholeImportWritesFilesThatTheLibraryReads() throws IOException {
        Path file = lines("", n -> "::q" + n + "::灭火器 " + n + "？{=每月#对 ~每年#错}\n\n", "");
        Path out = folder.resolve("out");
        Meter meter = new Meter();
        new QuizImport(Optional.empty(), Optional.of("C2-fire-safety"), List.of("HS-05"))
                .read(file, QuizFormat.GIFT, out, report -> {
                    assertEquals("only zh", report.reason());
                    meter.count();
                });
        meter.check();
        try (Stream<Path> files = Files.list(out)) {
            List<Path> written = files.toList();
            assertTrue(written.size() > 10);
            for (Path quiz : written) {
                assertTrue(Files.size(quiz) < 2L * 1024 * 1024, quiz.toString());
            }
        }
    }

    private static void streams(QuizFormat format, Path file) throws IOException {
        Meter meter = new Meter();
        format.importer().read(file, item -> {
            assertTrue(item.question().isPresent(), item::toString);
            meter.count();
        });
        meter.check();
    }

    private Path lines(String head, IntFunction<String> question, String foot) throws IOException {
        Path file = folder.resolve("many.txt");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(head);
            for (int n = 0; n < QUESTIONS; n++) {
                out.write(question.apply(n));
            }
            out.write(foot);
        }
        return file;
    }

    /** Compares what is in use, after collecting, early and late. */
    private static final class Meter {

        private int seen;
        private long early;
        private long late;

        void count() {
            seen++;
            if (seen == EARLY) {
                early = used();
            } else if (seen == QUESTIONS) {
                late = used();
            }
        }

        void check() {
            assertEquals(QUESTIONS, seen);
            assertTrue(late - early < GROWTH, "grew by " + (late - early) + " bytes");
        }

        private static long used() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}
