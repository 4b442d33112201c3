package auditorium.quizzes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.OtherLibrary;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.Answers;
import auditorium.quizzes.domain.Marking;
import auditorium.quizzes.domain.RightSides;
import auditorium.quizzes.domain.Route;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every question that we ship can be answered rightly through the fields of its form, and then earns everything. */
class EveryQuestionTest {

    @Test
    void theRightAnswerOfEveryQuestionIsTakenFromItsFormAndEarnsAllItsPoints() {
        int asked = 0;
        for (Question question : OtherLibrary.shipped().questions()) {
            if (question.form() instanceof Form.Essay || question.form() instanceof Form.Experience) {
                continue;
            }
            MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
            fill(question, "", fields);
            Optional<Answer> answer = AnswerForm.read(question, fields);
            assertTrue(answer.isPresent(), question.id() + " can't be read from " + fields);
            assertEquals(Optional.empty(), Answers.problem(question, answer.get()), question.id());
            assertTrue(Marking.mark(question, answer).full(), question.id() + " is not right with " + answer);
            assertEquals(answer.get(), Json.answer(Json.of(answer.get())));
            asked++;
        }
        assertTrue(asked > 300, "only " + asked);
    }

    private static void fill(Question question, String prefix, MultivaluedMap<String, String> fields) {
        switch (question.form()) {
            case Form.Single f ->
                f.options().stream().filter(Form.Option::correct).forEach(o -> fields.add(prefix + "option", o.id()));
            case Form.Multiple f ->
                f.options().stream().filter(Form.Option::correct).forEach(o -> fields.add(prefix + "option", o.id()));
            case Form.TrueFalse f -> fields.add(prefix + "truth", Boolean.toString(f.answer()));
            case Form.Numeric f -> fields.add(prefix + "amount", f.value().toPlainString());
            case Form.ShortText f -> fields.add(prefix + "words", f.acceptZh().get(0));
            case Form.Ordering f -> {
                for (int i = 0; i < f.items().size(); i++) {
                    fields.add(prefix + "position." + f.items().get(i).id(), Integer.toString(i + 1));
                }
            }
            case Form.Matching f -> f.pairs().forEach(p -> fields.add(prefix + "pair." + p.id(), RightSides.id(p)));
            case Form.Gaps f ->
                f.gaps()
                        .forEach(g -> fields.add(
                                prefix + "gap." + g.id(),
                                g.options().stream()
                                        .filter(Form.Option::correct)
                                        .map(Form.Option::id)
                                        .findFirst()
                                        .orElseGet(() -> g.acceptZh().get(0))));
            case Form.Hotspot f ->
                f.spots()
                        .forEach(s -> fields.add(
                                prefix + "square", s.squares().iterator().next()));
            case Form.Groups f -> f.items().forEach(i -> fields.add(prefix + "group." + i.id(), i.group()));
            case Form.Scenario f -> scenario(f, fields);
            case Form.Essay ignored -> {}
            case Form.Experience ignored -> {}
        }
    }

    /** Only the steps that the decisions so far lead to, as a person sees them. */
    private static void scenario(Form.Scenario f, MultivaluedMap<String, String> fields) {
        Question whole = new Question(
                "case",
                Question.Kind.KNOWLEDGE,
                1,
                Question.Stage.FLOOR,
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of(),
                Optional.empty(),
                f.story(),
                Optional.empty(),
                1,
                f,
                new auditorium.library.content.Version("", ""));
        for (Form.Scenario.Step step : f.steps()) {
            Answer soFar = AnswerForm.read(whole, fields).orElseThrow();
            Answer.Steps given = soFar instanceof Answer.Steps s ? s : new Answer.Steps(Map.of());
            if (Route.taken(f, given).contains(step.question())) {
                fill(step.question(), AnswerForm.stepPrefix(step.question()), fields);
            }
        }
    }
}
