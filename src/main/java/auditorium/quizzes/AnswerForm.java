package auditorium.quizzes;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.quizzes.domain.Answer;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads an answer from the fields of a question's form; the names of the fields are those of {@link QuestionView}. */
final class AnswerForm {

    private final MultivaluedMap<String, String> fields;
    private final String prefix;

    private AnswerForm(MultivaluedMap<String, String> fields, String prefix) {
        this.fields = fields;
        this.prefix = prefix;
    }

    /**
     * The answer, or {@link Answer.Nothing} when the form came without one: what stood before is taken back. Empty when something
     * was filled in that can be no answer, such as a word where a number belongs.
     */
    static Optional<Answer> read(Question question, MultivaluedMap<String, String> fields) {
        return read(question, fields, "");
    }

    /** The same from fields whose names stand behind a prefix. */
    static Optional<Answer> read(Question question, MultivaluedMap<String, String> fields, String prefix) {
        return new AnswerForm(fields, prefix).read(question);
    }

    private Optional<Answer> read(Question question) {
        if (one("unknown") != null) {
            return Optional.of(new Answer.Unknown());
        }
        return switch (question.form()) {
            case Form.Single f -> chosen();
            case Form.Multiple f -> chosen();
            case Form.Experience f -> chosen();
            case Form.TrueFalse f -> typed("truth", AnswerForm::truth);
            case Form.Numeric f -> typed("amount", v -> Answer.Amount.of(v).map(a -> a));
            case Form.ShortText f -> typed("words", v -> Optional.of(new Answer.Words(v)));
            case Form.Essay f -> typed("essay", v -> Optional.of(new Answer.FreeText(v)));
            case Form.Ordering f -> order(f);
            case Form.Matching f -> rows("pair", f.pairs(), Form.Matching.Pair::id, Answer.Pairs::new);
            case Form.Gaps f -> rows("gap", f.gaps(), Form.Gaps.Gap::id, Answer.Filled::new);
            case Form.Groups f -> rows("group", f.items(), Form.Groups.Sorted::id, Answer.Sorted::new);
            case Form.Hotspot f ->
                Optional.of(
                        all("square").isEmpty()
                                ? new Answer.Nothing()
                                : new Answer.Squares(new TreeSet<>(all("square"))));
            case Form.Scenario f -> steps(f);
        };
    }

    private Optional<Answer> typed(String name, Function<String, Optional<Answer>> parse) {
        return filled(name).map(parse).orElseGet(() -> Optional.of(new Answer.Nothing()));
    }

    private static Optional<Answer> truth(String value) {
        return switch (value) {
            case "true" -> Optional.of(new Answer.Truth(true));
            case "false" -> Optional.of(new Answer.Truth(false));
            default -> Optional.empty();
        };
    }

    private Optional<Answer> chosen() {
        List<String> ids = all("option");
        return Optional.of(ids.isEmpty() ? new Answer.Nothing() : new Answer.Chosen(new TreeSet<>(ids)));
    }

    /** Each item has a place to choose; items at the same place keep their order in the file of ids, so nothing is lost. */
    private Optional<Answer> order(Form.Ordering form) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Form.Item item : form.items()) {
            Optional<String> place = filled("position." + item.id());
            if (place.filter(p -> !p.matches("[0-9]{1,3}")).isPresent()) {
                return Optional.empty();
            }
            place.ifPresent(p -> places.put(item.id(), Integer.valueOf(p)));
        }
        return Optional.of(
                places.isEmpty()
                        ? new Answer.Nothing()
                        : new Answer.Order(places.entrySet().stream()
                                .sorted(Map.Entry.<String, Integer>comparingByValue()
                                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                                .map(Map.Entry::getKey)
                                .toList()));
    }

    private <T> Optional<Answer> rows(
            String name, List<T> rows, Function<T, String> id, Function<Map<String, String>, Answer> answer) {
        Map<String, String> values = new LinkedHashMap<>();
        for (T row : rows) {
            filled(name + "." + id.apply(row)).ifPresent(v -> values.put(id.apply(row), v));
        }
        return Optional.of(values.isEmpty() ? new Answer.Nothing() : answer.apply(values));
    }

    private Optional<Answer> steps(Form.Scenario form) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Form.Scenario.Step step : form.steps()) {
            Optional<Answer> answer =
                    new AnswerForm(fields, prefix + stepPrefix(step.question())).read(step.question());
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            answer.filter(a -> !(a instanceof Answer.Nothing))
                    .ifPresent(a -> answers.put(step.question().id(), a));
        }
        return Optional.of(answers.isEmpty() ? new Answer.Nothing() : new Answer.Steps(answers));
    }

    /** What stands before the names of a step's fields. */
    static String stepPrefix(Question step) {
        return "step." + step.id() + ".";
    }

    private Optional<String> filled(String name) {
        return Optional.ofNullable(one(name)).filter(v -> !v.isBlank());
    }

    private @Nullable String one(String name) {
        return fields.getFirst(prefix + name);
    }

    private List<String> all(String name) {
        return fields.getOrDefault(prefix + name, List.of());
    }
}
