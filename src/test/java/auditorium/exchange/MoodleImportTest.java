package auditorium.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import auditorium.platform.Lang;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoodleImportTest {

    @Test
    void everyKindOfQuestionInARealFileIsReadOrRefused() throws IOException {
        assertEquals(
                List.of(
                        "single [+“Stop & report” because “Right.”, -“Load on” because “Numbers are compared digit by digit.”,"
                                + " -“Call the driver” because “Numbers are compared digit by digit.”]",
                        "multiple true [+“Needles” because “Yes”, +“Blades” because “Yes”, -“Buttons” because “No”]",
                        "false because “No.”",
                        "[ISO 17712, 17712] because “No explanation was given.”",
                        "48±0.5 “h” because “Two days.”",
                        "[“red” -> “forbidden”, “blue” -> “must be done”] because “No explanation was given.”",
                        "[“oily rag” in [“hazardous”] because “No explanation was given.”,"
                                + " “battery” in [“hazardous”] because “No explanation was given.”,"
                                + " “carton” in [“recycled”] because “No explanation was given.”]",
                        "[[-“up” because “”, +“down” because “”], [+“both ways” because “”, -“left” because “”]]"
                                + " because “No explanation was given.”",
                        "[[ISO 17712], [-“cut” because “”, +“locked” because “Yes”, -“glued” because “”]]"
                                + " because “No explanation was given.”",
                        "[2: “names a person”, 1: “names a day”]",
                        "[“view”, “verify”, “tug”] because “No explanation was given.”",
                        "nothing of ours is like its type “ddmarker”",
                        "it asks nothing"),
                items().stream()
                        .map(i -> i.question()
                                .map(q -> Imports.shown(q.form(), Lang.EN, false))
                                .orElseGet(() -> i.remarks().getFirst()))
                        .toList());
    }

    @Test
    void whatIsLostIsNamed() throws IOException {
        Importer.Item first = items().getFirst();
        assertEquals("question 1", first.where());
        assertEquals(
                "The seal number differs. What now?",
                first.question().orElseThrow().text().en());
        assertEquals(2, first.question().orElseThrow().points());
        assertEquals(
                List.of(
                        "a hint is lost",
                        "formatting is lost",
                        "a picture, sound or formula is lost",
                        "an option that counted in part is lost"),
                first.remarks());
        assertEquals(
                "A bolt seal meets [[1]] and is [[2]].",
                items().get(8).question().orElseThrow().text().en());
        assertEquals(3, items().get(9).question().orElseThrow().points());
    }

    private static List<Importer.Item> items() throws IOException {
        return Imports.of(QuizFormat.MOODLE_XML, Imports.sample("training.moodle.xml"));
    }
}
