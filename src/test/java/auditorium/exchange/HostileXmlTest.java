package auditorium.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import auditorium.platform.tables.SafeXml;
import auditorium.platform.tables.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HT24 and its relatives. */
class HostileXmlTest {

    private static final String REST = "<quiz><question type=\"truefalse\"><questiontext><text>%s</text></questiontext>"
            + "<answer fraction=\"100\"><text>true</text></answer></question></quiz>";

    @TempDir
    Path folder;

    @Test
    void aDocumentTypeIsRefusedWhateverItSays() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "canary");
        for (String type : List.of(
                "<!DOCTYPE quiz>",
                "<!DOCTYPE quiz [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
                "<!DOCTYPE quiz SYSTEM \"http://127.0.0.1:1/evil.dtd\">",
                "<!DOCTYPE quiz [<!ENTITY % p SYSTEM \"ftp://127.0.0.1:1/x\"> %p;]>",
                "<!DOCTYPE quiz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY e \"&b;&b;&b;&b;&b;&b;\">]>")) {
            String xml = type + REST.formatted("&e;");
            assertThrows(Unreadable.class, () -> Imports.of(QuizFormat.MOODLE_XML, xml), type);
            assertThrows(Unreadable.class, () -> Imports.of(QuizFormat.QTI, xml), type);
        }
        assertThrows(Unreadable.class, () -> Imports.of(QuizFormat.MOODLE_XML, REST.formatted("&e;")));
    }

    @Test
    void includesAndStylesheetsAreOnlyText() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "canary");
        String xml = "<?xml-stylesheet href=\"" + secret.toUri() + "\"?>"
                + REST.formatted("a<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + secret.toUri()
                        + "\" parse=\"text\"/>b");
        assertEquals("ab", Imports.question(QuizFormat.MOODLE_XML, xml).text().en());
    }

    @Test
    void deepNestingIsRefused() {
        assertThrows(
                Unreadable.class, () -> Imports.of(QuizFormat.MOODLE_XML, "<quiz>" + "<question>".repeat(100_000)));
    }

    @Test
    void endlessPiecesStopWhereTheyCrossTheLimit() {
        Map<String, String> pieces = Map.of(
                "attribute", "<quiz a=\"x|",
                "many attributes", "<quiz| a1=\"1\"",
                "comment", "<quiz><!-- <x> |",
                "section", "<quiz><question><![CDATA[<x>|",
                "instruction", "<?quiz |",
                "text", "<quiz>|",
                "name", "<quiz|z");
        pieces.forEach((name, piece) -> assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThrows(IOException.class, () -> read(piece), name)));
    }

    /** What stands behind the bar is repeated for 100 MB, or until nobody reads on. */
    private static void read(String piece) throws IOException {
        int bar = piece.indexOf('|');
        String again =
                bar + 1 < piece.length() ? piece.substring(bar + 1) : "<x> ".substring(piece.contains("<x>") ? 0 : 3);
        try (SafeXml xml = SafeXml.open(() -> new Endless(piece.substring(0, bar), again), n -> n)) {
            while (xml.nextElement().isPresent()) {
                // on and on
            }
        }
    }

    @Test
    void aQuestionTooLargeIsRefusedAndTheNextOneIsRead() throws IOException {
        String one = REST.substring("<quiz>".length(), REST.length() - "</quiz>".length());
        List<Importer.Item> items = Imports.of(
                QuizFormat.MOODLE_XML,
                "<quiz>" + one.formatted("x".repeat(2_000_000)) + one.formatted("Short?") + "</quiz>");
        assertEquals(2, items.size());
        assertEquals(List.of("it is larger than 512 kB"), items.get(0).remarks());
        assertEquals("Short?", items.get(1).question().orElseThrow().text().en());
    }

    @Test
    void markupThatWouldMakeAPatternSearchForeverIsReadAtOnce() {
        for (String text : List.of("&lt;a", "&lt;!--", "&lt;", "&amp;", "{1:SA:", "{1:MC:\\", "[[1", "  ")) {
            String xml = REST.formatted(text.repeat(400_000 / text.length())).replace("truefalse", "cloze");
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Imports.of(QuizFormat.MOODLE_XML, xml), text);
        }
    }

    /** Some bytes, then the same again and again, 100 MB in all. */
    private static final class Endless extends InputStream {

        private final String start;
        private final String again;
        private long at;

        Endless(String start, String again) {
            this.start = start;
            this.again = again;
        }

        @Override
        public int read() {
            if (at >= 100 * 1024 * 1024) {
                return -1;
            }
            long i = at++;
            return i < start.length()
                    ? start.charAt((int) i)
                    : again.charAt((int) ((i - start.length()) % again.length()));
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int n = 0;
            for (int c = length == 0 ? -1 : read(); c >= 0; c = n == length ? -1 : read()) {
                bytes[offset + n++] = (byte) c;
            }
            return n == 0 ? -1 : n;
        }
    }
}
