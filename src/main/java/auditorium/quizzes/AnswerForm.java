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

    /** Empty when nothing was filled in, or nothing that could be an answer. */
    static Optional<Answer> read(Question question, MultivaluedMap<String, String> fields) {
        return new AnswerForm(fields, "").read(question);
    }

    private Optional<Answer> read(Question question) {
        if (one("unknown") != null) {
            return Optional.of(new Answer.Unknown());
        }
        return switch (question.form()) {
            case Form.Single f -> chosen();
            case Form.Multiple f -> chosen();
            case Form.Experience f -> chosen();
            case Form.TrueFalse f -> optional("truth").map("true"::equals).map(Answer.Truth::new);
            case Form.Numeric f -> optional("amount").flatMap(Answer.Amount::of).map(a -> a);
            case Form.ShortText f -> optional("words").map(Answer.Words::new);
            case Form.Essay f -> optional("essay").map(Answer.FreeText::new);
            case Form.Ordering f -> order(f);
            case Form.Matching f ->
                rows("pair", f.pairs(), Form.Matching.Pair::id).map(Answer.Pairs::new);
            case Form.Gaps f -> rows("gap", f.gaps(), Form.Gaps.Gap::id).map(Answer.Filled::new);
            case Form.Groups f ->
                rows("group", f.items(), Form.Groups.Sorted::id).map(Answer.Sorted::new);
            case Form.Hotspot f ->
                all("at").isEmpty() ? Optional.empty() : Optional.of(new Answer.Squares(new TreeSet<>(all("at"))));
            case Form.Scenario f -> steps(f);
        };
    }

    private Optional<Answer> chosen() {
        List<String> ids = all("option");
        return ids.isEmpty() ? Optional.empty() : Optional.of(new Answer.Chosen(new TreeSet<>(ids)));
    }

    /** Each item has a place to choose; items at the same place keep their order in the file of ids, so nothing is lost. */
    private Optional<Answer> order(Form.Ordering form) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Form.Item item : form.items()) {
            optional("position." + item.id())
                    .filter(p -> p.matches("\\d{1,3}"))
                    .ifPresent(p -> places.put(item.id(), Integer.valueOf(p)));
        }
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(new Answer.Order(places.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                        .map(Map.Entry::getKey)
                        .toList()));
    }

    private <T> Optional<Map<String, String>> rows(String name, List<T> rows, Function<T, String> id) {
        Map<String, String> values = new LinkedHashMap<>();
        for (T row : rows) {
            optional(name + "." + id.apply(row)).ifPresent(v -> values.put(id.apply(row), v));
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    private Optional<Answer> steps(Form.Scenario form) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Form.Scenario.Step step : form.steps()) {
            new AnswerForm(fields, "step." + step.question().id() + ".")
                    .read(step.question())
                    .ifPresent(a -> answers.put(step.question().id(), a));
        }
        return answers.isEmpty() ? Optional.empty() : Optional.of(new Answer.Steps(answers));
    }

    private Optional<String> optional(String name) {
        return Optional.ofNullable(one(name)).filter(v -> !v.isBlank());
    }

    private @Nullable String one(String name) {
        return fields.getFirst(prefix + name);
    }

    private List<String> all(String name) {
        return fields.getOrDefault(prefix + name, List.of());
    }
}
