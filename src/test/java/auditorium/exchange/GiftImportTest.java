package auditorium.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.Form;
import auditorium.platform.Lang;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GiftImportTest {

    @Test
    void everyKindOfQuestionInARealFileIsReadOrRefusedWithItsLine() throws IOException {
        List<Importer.Item> items = Imports.of(QuizFormat.GIFT, Imports.sample("training.gift"));
        assertEquals(
                List.of(
                        "single [+“Stop loading and tell the shift leader” because “Nothing leaves until the number is clear.”,"
                                + " -“Load on and note it later” because “A wrong number is found at the port.”,"
                                + " -“Call the driver” because “Helpful, but the gate stays shut.”]",
                        "single [+“每月” because “现场检查每月一次。”, -“每年” because “现场检查每月一次。”, -“每五年” because “现场检查每月一次。”]",
                        "false because “Not even for one minute.”",
                        "multiple true [+“Needles” because “Yes.”, +“Blades” because “Yes.”, -“Buttons” because “No.”]",
                        "[ISO 17712, ISO17712] because “No explanation was given.”",
                        "[“red” -> “forbidden”, “blue” -> “must be done”, “yellow” -> “warning”] because “No explanation was given.”",
                        "[“oily rag” in [“hazardous”] because “No explanation was given.”,"
                                + " “battery” in [“hazardous”] because “No explanation was given.”,"
                                + " “carton” in [“recycled”] because “No explanation was given.”]",
                        "48±0.5 “—” because “Two days.”",
                        "1.5±0.5 “—” because “No explanation was given.”",
                        "[[+“down” because “”, -“sideways” because “”]] because “No explanation was given.”",
                        "[1: “The answer is complete and true to the facts.”]"),
                items.stream()
                        .flatMap(i -> i.question().stream())
                        .map(q -> Imports.shown(q.form(), q.text().zh().contains("灭") ? Lang.ZH : Lang.EN, false))
                        .toList());
        assertEquals("line 4", items.getFirst().where());
        assertEquals(
                List.of("it has no answers in braces", "its answers begin with neither = nor ~"),
                items.stream()
                        .filter(i -> i.question().isEmpty())
                        .map(i -> i.remarks().getFirst())
                        .toList());
    }

    @Test
    void whatIsLostIsNamed() throws IOException {
        List<Importer.Item> items = Imports.of(QuizFormat.GIFT, Imports.sample("training.gift"));
        assertEquals(
                List.of("an option that counted in part is lost"), items.get(0).remarks());
        assertEquals(
                List.of("of 2 explanations the first is kept"), items.get(2).remarks());
        assertEquals(
                List.of("an answer that counted in part is lost", "no explanation"),
                items.get(4).remarks());
        assertEquals(List.of("no unit"), items.get(7).remarks());
        assertEquals(List.of("no rubric"), items.get(10).remarks());
    }

    @Test
    void htmlBecomesLinesOfPlainText() throws IOException {
        ImportedQuestion q = Imports.question(
                QuizFormat.GIFT, "[html]<p>One &amp; two</p><ul><li>a<li>b</ul><script>x()</script>{T}");
        assertEquals("One & two\n- a\n- b", q.text().en());
    }

    @Test
    void signsBehindABackslashAreText() throws IOException {
        ImportedQuestion q = Imports.question(QuizFormat.GIFT, "2 \\= 1 \\{a\\:b\\} \\\\ 50\\~60{=yes\\#1 ~no}");
        assertEquals("2 = 1 {a:b} \\ 50~60", q.text().en());
        assertEquals(
                "yes#1",
                assertInstanceOf(Form.Single.class, q.form())
                        .options()
                        .get(0)
                        .text()
                        .en());
    }

    @Test
    void aQuestionAsLongAsABookIsRefusedAndTheNextOneIsRead() throws IOException {
        List<Importer.Item> items = Imports.of(QuizFormat.GIFT, "x".repeat(3_000_000) + "{T}\n\nShort?{T#a}\n");
        assertEquals(2, items.size());
        assertTrue(items.get(0).question().isEmpty());
        assertTrue(items.get(1).question().isPresent());
    }

    @Test
    void optionsThatDifferInPunctuationOnlyAreRefused() throws IOException {
        assertEquals(
                "two of its options differ in nothing but punctuation",
                Imports.why(QuizFormat.GIFT, "Which?{=停下。 ~停下！}"));
    }
}
