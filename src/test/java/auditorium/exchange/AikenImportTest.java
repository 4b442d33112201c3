package auditorium.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import auditorium.platform.Lang;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AikenImportTest {

    @Test
    void goodQuestionsAreTakenAndBrokenOnesNameTheirLine() throws IOException {
        List<Importer.Item> items = Imports.of(QuizFormat.AIKEN, Imports.sample("training.aiken.txt"));
        assertEquals(
                List.of(
                        "line 1: single [-“Load on” because “Not right.”, +“Stop and report” because “Right.”, -“Glue it” because “Not right.”]",
                        "line 7: single [-“可以” because “Not right.”, +“不可以” because “Right.”]",
                        "line 12: its answer “D” is none of its letters",
                        "line 17: it has no line “ANSWER: …”",
                        "line 21: single [+“The guard” because “Right.”, -“Anybody” because “Not right.”]"),
                items.stream()
                        .map(i -> i.where() + ": "
                                + i.question()
                                        .map(q -> Imports.shown(q.form(), Lang.EN, false))
                                        .orElseGet(() -> i.remarks().getFirst()))
                        .toList());
    }
}
