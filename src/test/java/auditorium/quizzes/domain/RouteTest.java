package auditorium.quizzes.domain;

import static auditorium.quizzes.domain.Some.question;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A seal is broken. Who stops goes on to two more steps; who hides it, to one. */
class RouteTest {

    private final Form.Scenario broken = new Form.Scenario(
            Some.text("The seal is broken."),
            List.of(
                    step("now", Some.single("stop", "stop", "hide"), Map.of()),
                    step("record", Some.single("yes", "yes", "no"), Map.of("now", Set.of("stop"))),
                    step("tell", new Form.TrueFalse(true, Some.WHY), Map.of("now", Set.of("stop"))),
                    step("found-out", Some.single("own-up", "own-up", "deny"), Map.of("now", Set.of("hide"))),
                    step("customer", Some.single("call", "call", "wait"), Map.of("tell", Set.of("true")))));

    private final Question question = question("seal", 2, List.of("SC-22"), 5, broken);

    private static Form.Scenario.Step step(String id, Form form, Map<String, Set<String>> when) {
        return new Form.Scenario.Step(question(id, form), when);
    }

    private static Answer chosen(String id) {
        return new Answer.Chosen(Set.of(id));
    }

    private Mark mark(Map<String, Answer> steps) {
        return Marking.mark(question, Optional.of(new Answer.Steps(steps)));
    }

    private List<String> taken(Map<String, Answer> steps) {
        return Route.taken(broken, new Answer.Steps(steps)).stream()
                .map(Question::id)
                .toList();
    }

    @Test
    void theAnswersLeadTheWay() {
        assertEquals(List.of("now"), taken(Map.of()));
        assertEquals(List.of("now", "record", "tell"), taken(Map.of("now", chosen("stop"))));
        assertEquals(List.of("now", "found-out"), taken(Map.of("now", chosen("hide"))));
    }

    @Test
    void whatLiesBehindAStepThatDoesNotApplyDoesNotApplyEither() {
        assertEquals(List.of("now", "found-out"), taken(Map.of("now", chosen("hide"), "tell", new Answer.Truth(true))));
    }

    @Test
    void onlyStepsOnTheWayCount() {
        assertEquals(
                new Mark(200, 300),
                mark(Map.of("now", chosen("stop"), "record", chosen("yes"), "tell", new Answer.Truth(false))));
        assertEquals(
                new Mark(100, 200),
                mark(Map.of("now", chosen("hide"), "found-out", chosen("own-up"), "record", chosen("yes"))));
    }

    @Test
    void whatIsNotDecidedYetCountsAsTheBestWayThatIsOpen() {
        assertEquals(new Mark(0, 400), mark(Map.of()));
        assertEquals(new Mark(100, 400), mark(Map.of("now", chosen("stop"))));
        assertEquals(new Mark(0, 100), mark(Map.of("now", new Answer.Unknown())));
        assertTrue(mark(Map.of("now", chosen("hide"))).possible() < 400);
    }

    @Test
    void anAnswerWithAStepThatDoesNotExistCountsAsNone() {
        assertEquals(new Mark(0, 400), mark(Map.of("now", chosen("stop"), "later", chosen("a"))));
    }
}
