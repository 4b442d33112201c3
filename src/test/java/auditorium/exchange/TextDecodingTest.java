package auditorium.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import auditorium.Cases;
import auditorium.platform.tables.TextDecoding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextDecodingTest {

    private static final String GIFT = "灭火器前面可以堆货吗？🚪{=不可以#随时要能拿到。 ~可以#不行。}\n";
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GB18030"));

    @Test
    void everyCharsetIsRecognisedWithAndWithoutItsMark() throws IOException {
        for (Charset charset : CHARSETS) {
            for (String mark : List.of("", "\uFEFF")) {
                ImportedQuestion q = Imports.of(QuizFormat.GIFT, (mark + GIFT).getBytes(charset))
                        .getFirst()
                        .question()
                        .orElseThrow();
                assertEquals("灭火器前面可以堆货吗？🚪", q.text().zh(), charset + (mark.isEmpty() ? "" : " with mark"));
            }
        }
    }

    @Test
    void xmlIsReadInTheCharsetItReallyHas() throws IOException {
        String xml =
                "<?xml version=\"1.0\" encoding=\"%s\"?><quiz><question type=\"truefalse\"><questiontext><text>可以吗？</text></questiontext>"
                        + "<answer fraction=\"100\"><text>false</text></answer></question></quiz>";
        for (Charset charset : CHARSETS) {
            for (String said : List.of("UTF-8", charset.name(), "GB2312")) {
                assertEquals("可以吗？", text(xml.formatted(said).getBytes(charset)), charset + " that says " + said);
            }
        }
        Charset big5 = Charset.forName("Big5");
        assertEquals("可以嗎？", text(xml.formatted("Big5").replace('吗', '嗎').getBytes(big5)));
    }

    private static String text(byte[] xml) throws IOException {
        return Imports.of(QuizFormat.MOODLE_XML, xml)
                .getFirst()
                .question()
                .orElseThrow()
                .text()
                .zh();
    }

    @Test
    void whatIsNoTextIsRefused() {
        for (byte[] bytes : List.of(
                new byte[] {'a', (byte) 0xFF, 'b', '\n'},
                new byte[] {'a', 0, 0, 'b', 0, 0, 'c'},
                "x{T}".getBytes(Charset.forName("UTF-32LE")),
                new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0, 'a', 0, 0, 0},
                new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 0, (byte) 0xD8, 'b', 0})) {
            assertThrows(IOException.class, () -> Imports.of(QuizFormat.GIFT, bytes));
        }
    }

    @Test
    void chineseTextIsNeverTakenForAnotherCharset() {
        Cases.forAll(
                random -> {
                    StringBuilder text = new StringBuilder();
                    for (int line = 0; line < 5; line++) {
                        for (int i = random.nextInt(1, 30); i > 0; i--) {
                            text.appendCodePoint(0x4E00 + random.nextInt(20_000));
                        }
                        text.append("{T}\n\n");
                    }
                    return text.toString();
                },
                text -> CHARSETS.forEach(
                        charset -> assertEquals(text, decoded(text.getBytes(charset)), charset.name())));
    }

    private static String decoded(byte[] bytes) {
        try (var reader = TextDecoding.reader(() -> new ByteArrayInputStream(bytes))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_16BE));
            }
            return out.toString(StandardCharsets.UTF_16BE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
