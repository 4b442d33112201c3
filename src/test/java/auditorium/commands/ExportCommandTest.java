package auditorium.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.exchange.Libraries;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExportCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aLibraryWithOneQuiz() throws IOException {
        Libraries.in(folder);
        Files.writeString(folder.resolve("quizzes/F3-seals.yaml"), """
                id: F3-seals
                title: {zh: "封条", en: "Seals"}
                lesson: F3-seals
                pass: 80
                questions:
                  - id: may-leave
                    type: truefalse
                    kind: knowledge
                    difficulty: 1
                    stage: process
                    tests: [SC-22]
                    statements: [S1]
                    text: {zh: "封条断了可以走。", en: "A truck with a cut seal may leave."}
                    answer: false
                    reason: {zh: "先停下。", en: "Stop first."}
                  - id: steps
                    type: ordering
                    kind: knowledge
                    difficulty: 1
                    stage: process
                    tests: [SC-22]
                    text: {zh: "排序", en: "Put in order."}
                    items:
                      - {id: view, text: {zh: "看", en: "View"}}
                      - {id: tug, text: {zh: "拉", en: "Tug"}}
                    reason: {zh: "先看后拉。", en: "View, then tug."}
                """);
    }

    @Test
    void aQuizIsWrittenInTheLanguageThatWasAskedFor() throws IOException {
        assertEquals(1, run("F3-seals", "--format", "gift", "--lang", "en"));
        assertEquals("taken\tmay-leave\nrefused\tsteps\tthe format has no order\n", out.toString());
        assertEquals(
                "::may-leave::[plain]A truck with a cut seal may leave.{FALSE####Stop first.}\n\n",
                Files.readString(folder.resolve("quiz.out")));
    }

    @Test
    void everyFormatIsThere() throws IOException {
        for (String format : new String[] {"moodle-xml", "qti21", "qti30"}) {
            assertEquals(0, run("F3-seals", "--format", format));
            assertTrue(Files.size(folder.resolve("quiz.out")) > 500, format);
        }
    }

    @Test
    void anUnknownQuizOrFormatMakesExitTwo() {
        assertEquals(2, run("F4", "--format", "gift"));
        assertEquals(2, run("F3-seals", "--format", "aiken"));
    }

    @Test
    void brokenContentIsNotExported() throws IOException {
        Files.writeString(folder.resolve("quizzes/broken.yaml"), "id: [\n");
        assertEquals(1, run("F3-seals", "--format", "gift"));
        assertTrue(err.toString().contains("the content has errors"));
    }

    private int run(String quiz, String... more) {
        String[] words = new String[more.length + 5];
        System.arraycopy(
                new String[] {
                    quiz,
                    "--content",
                    folder.toString(),
                    "--out",
                    folder.resolve("quiz.out").toString()
                },
                0,
                words,
                0,
                5);
        System.arraycopy(more, 0, words, 5, more.length);
        return new CommandLine(new ExportCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }
}
