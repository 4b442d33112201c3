package auditorium.quizzes.domain;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How often each thing was chosen in a question, to see which wrong option people fall for.
 *
 * @param counts by option id, {@code true} or {@code false}, square, or {@code part/id} for the choice in a gap, the right side
 *     of a left one, the group of an item; what could be chosen but never was has 0 (squares: is left out). Numbers, texts,
 *     orders, essays and cases have none
 * @param unknown how many said "I don't know"
 * @param none how many gave no answer, or one that doesn't fit
 * @param answers of how many in all
 */
public record Choices(Map<String, Integer> counts, int unknown, int none, int answers) {

    public Choices {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    public static Choices of(Question question, Collection<Optional<Answer>> answers) {
        Map<String, Integer> counts = new TreeMap<>();
        choosable(question.form()).forEach(id -> counts.put(id, 0));
        int unknown = 0;
        int none = 0;
        for (Optional<Answer> given : answers) {
            Optional<Answer> answer =
                    given.filter(a -> Answers.problem(question, a).isEmpty());
            if (answer.filter(a -> !(a instanceof Answer.Nothing)).isEmpty()) {
                none++;
            } else if (answer.get() instanceof Answer.Unknown) {
                unknown++;
            } else {
                chosen(question.form(), answer.get()).forEach(id -> counts.merge(id, 1, Integer::sum));
            }
        }
        return new Choices(counts, unknown, none, answers.size());
    }

    /**
     * What was typed, folded as marking folds it, and how often: numbers, words, and gaps ({@code gap/text}). A spelling that
     * many use and nobody thought of shows here. What only one person typed may tell who it was, so it is left out.
     */
    public static Map<String, Integer> typed(Question question, Collection<Answer> answers) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Answer answer : answers) {
            switch (answer) {
                case Answer.Words words -> counts.merge(Spelling.fold(words.text()), 1, Integer::sum);
                case Answer.Amount amount -> counts.merge(amount.value().toPlainString(), 1, Integer::sum);
                case Answer.Filled filled ->
                    filled.gaps().forEach((gap, text) -> {
                        if (typed(question.form(), gap)) {
                            counts.merge(gap + '/' + Spelling.fold(text), 1, Integer::sum);
                        }
                    });
                default -> {
                    // chosen, not typed
                }
            }
        }
        counts.values().removeIf(n -> n < 2);
        return Collections.unmodifiableMap(counts);
    }

    private static List<String> choosable(Form form) {
        return switch (form) {
            case Form.Single single ->
                single.options().stream().map(Form.Option::id).toList();
            case Form.Multiple multiple ->
                multiple.options().stream().map(Form.Option::id).toList();
            case Form.Experience lived ->
                lived.options().stream().map(Form.Experience.Seen::id).toList();
            case Form.TrueFalse ignored -> List.of("true", "false");
            case Form.Gaps gaps ->
                gaps.gaps().stream()
                        .flatMap(gap -> gap.options().stream().map(option -> gap.id() + '/' + option.id()))
                        .toList();
            case Form.Matching matching ->
                matching.pairs().stream()
                        .flatMap(pair ->
                                RightSides.of(matching).keySet().stream().map(side -> pair.id() + '/' + side))
                        .toList();
            case Form.Groups groups ->
                groups.items().stream()
                        .flatMap(item -> groups.groups().stream().map(group -> item.id() + '/' + group.id()))
                        .toList();
            default -> List.of();
        };
    }

    private static List<String> chosen(Form form, Answer answer) {
        return switch (answer) {
            case Answer.Chosen chosen -> List.copyOf(chosen.ids());
            case Answer.Truth truth -> List.of(String.valueOf(truth.value()));
            case Answer.Squares squares -> List.copyOf(squares.squares());
            case Answer.Pairs pairs -> paths(pairs.rights());
            case Answer.Sorted sorted -> paths(sorted.groups());
            case Answer.Filled filled -> {
                Map<String, String> picked = new TreeMap<>(filled.gaps());
                picked.keySet().removeIf(gap -> typed(form, gap));
                yield paths(picked);
            }
            default -> List.of();
        };
    }

    private static boolean typed(Form form, String gap) {
        return form instanceof Form.Gaps gaps
                && gaps.gaps().stream()
                        .anyMatch(g -> g.id().equals(gap) && g.options().isEmpty());
    }

    private static List<String> paths(Map<String, String> map) {
        return map.entrySet().stream().map(e -> e.getKey() + '/' + e.getValue()).toList();
    }
}
