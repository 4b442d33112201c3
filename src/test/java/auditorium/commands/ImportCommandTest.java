package auditorium.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void oneLineAQuestionAndExitZeroWhenNoneWasRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("seals.txt"), "::seal-number::封条号不符？{=停#对 ~走#错}\n\n::tug::Tug it?{T#Yes.}\n");
        assertEquals(0, run(file, "--tests", "SC-22,SC-31", "--lesson", "F3-seals"));
        assertEquals("lossy\tseal-number\tonly zh\nlossy\ttug\tonly en\n", out.toString());
        assertTrue(Files.readString(folder.resolve("out/seals.yaml")).contains("tests: [\"SC-22\", \"SC-31\"]"));
    }

    @Test
    void bothLanguagesMakeItTaken() throws IOException {
        Path file = Files.writeString(
                folder.resolve("q.csv"),
                "id,text_zh,text_en,right,reason_zh,reason_en,tests\nexit,锁吗？,Locked?,错,不能锁,Never,HS-05\n");
        assertEquals(0, run(file, "--lesson", "C2"));
        assertEquals("taken\texit\n", out.toString());
    }

    @Test
    void aRefusedQuestionMakesExitOneAndTheOthersAreWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("q.gift"), "What?{}\n\nOnly words.\n");
        assertEquals(1, run(file, "--format", "gift", "--lang", "zh", "--tests", "SC-22", "--lesson", "F3"));
        assertEquals("lossy\twhat\tno rubric; only zh\nrefused\tline 3\tit has no answers in braces\n", out.toString());
        assertTrue(Files.exists(folder.resolve("out/q.yaml")));
    }

    @Test
    void aHostileFileIsRefusedInOneLineAndLeavesNothing() throws IOException {
        Path file = Files.writeString(
                folder.resolve("q.xml"), "<!DOCTYPE quiz [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><quiz>&e;</quiz>");
        assertEquals(1, run(file));
        assertEquals("", out.toString());
        assertEquals(
                "auditorium: nothing was imported: this file has a document type or an entity, which we never read\n",
                err.toString());
        assertFalse(Files.exists(folder.resolve("out/q.yaml")));
    }

    @Test
    void reasonsCarryNoEscapeSequencesAndNoLineEnds() throws IOException {
        Path file = Files.writeString(folder.resolve("q.csv"), "type,text,right\n\"\u001B[31mred\nx\",What?,A\n");
        assertEquals(1, run(file));
        assertEquals("refused\trow 2\t“[31mred x” is no type of question in a table\n", out.toString());
    }

    @Test
    void wrongWordsMakeExitTwo() throws IOException {
        Path file = Files.writeString(folder.resolve("q.gift"), "What?{T}\n");
        assertEquals(2, run(file, "--format", "word"));
        assertEquals(2, run(file, "--lang", "fr"));
        assertEquals(2, run(folder.resolve("missing.gift")));
        assertTrue(err.toString().contains("“word” is none of [gift, moodle-xml, aiken, qti, csv, xlsx]"));
    }

    private int run(Path file, String... more) {
        List<String> words = new ArrayList<>(
                List.of(file.toString(), "--out", folder.resolve("out").toString()));
        words.addAll(List.of(more));
        return new CommandLine(new ImportCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words.toArray(String[]::new));
    }
}
