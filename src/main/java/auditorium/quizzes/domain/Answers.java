package auditorium.quizzes.domain;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether an answer is one that the question can have. It says nothing about right or wrong. */
public final class Answers {

    /** The most options, items, gaps, squares or steps in one answer. */
    public static final int MOST_ENTRIES = 200;

    /** The longest text, in UTF-16 units. */
    public static final int LONGEST_TEXT = 4000;

    private static final int MOST_DIGITS = 50;

    private Answers() {}

    /**
     * Why the answer doesn't fit, or empty when it does. The sentence never repeats what was sent. "I don't know" fits every
     * question, and so does taking back; so does an answer that leaves items, gaps or steps out.
     */
    public static Optional<String> problem(Question question, Answer answer) {
        if (answer instanceof Answer.Unknown || answer instanceof Answer.Nothing) {
            return Optional.empty();
        }
        return switch (question.form()) {
            case Form.Single single ->
                answer instanceof Answer.Chosen chosen
                        ? chosen(chosen, optionIds(single.options()))
                                .or(() -> when(chosen.ids().size() != 1, "exactly one option must be chosen"))
                        : wrongKind("a choice");
            case Form.Multiple multiple ->
                answer instanceof Answer.Chosen chosen
                        ? chosen(chosen, optionIds(multiple.options()))
                        : wrongKind("a choice");
            case Form.Experience experience ->
                answer instanceof Answer.Chosen chosen
                        ? chosen(chosen, ids(experience.options().stream().map(Form.Experience.Seen::id)))
                        : wrongKind("a choice");
            case Form.TrueFalse ignored ->
                answer instanceof Answer.Truth ? Optional.empty() : wrongKind("true or false");
            case Form.Numeric ignored ->
                answer instanceof Answer.Amount amount ? amount(amount.value()) : wrongKind("a number");
            case Form.ShortText ignored ->
                answer instanceof Answer.Words words ? text(words.text()) : wrongKind("a few words");
            case Form.Ordering ordering ->
                answer instanceof Answer.Order order ? order(order.ids(), ordering) : wrongKind("an order");
            case Form.Matching matching ->
                answer instanceof Answer.Pairs pairs ? pairs(pairs.rights(), matching) : wrongKind("pairs");
            case Form.Gaps gaps ->
                answer instanceof Answer.Filled filled ? filled(filled.gaps(), gaps) : wrongKind("gaps");
            case Form.Hotspot hotspot ->
                answer instanceof Answer.Squares squares ? squares(squares.squares(), hotspot) : wrongKind("squares");
            case Form.Groups groups ->
                answer instanceof Answer.Sorted sorted ? sorted(sorted.groups(), groups) : wrongKind("groups");
            case Form.Scenario scenario ->
                answer instanceof Answer.Steps steps ? steps(steps.answers(), scenario) : wrongKind("steps");
            case Form.Essay ignored -> answer instanceof Answer.FreeText free ? text(free.text()) : wrongKind("a text");
        };
    }

    private static Optional<String> chosen(Answer.Chosen chosen, Set<String> known) {
        return tooMany(chosen.ids().size()).or(() -> unknown(chosen.ids(), known, "option"));
    }

    private static Optional<String> amount(BigDecimal value) {
        return when(
                value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS,
                "the number has too many digits");
    }

    private static Optional<String> text(String text) {
        return when(text.length() > LONGEST_TEXT, "the text is longer than " + LONGEST_TEXT + " characters");
    }

    private static Optional<String> order(List<String> ids, Form.Ordering ordering) {
        return tooMany(ids.size())
                .or(() -> unknown(ids, ids(ordering.items().stream().map(Form.Item::id)), "item"))
                .or(() -> when(new HashSet<>(ids).size() < ids.size(), "an item stands twice in the order"));
    }

    private static Optional<String> pairs(Map<String, String> rights, Form.Matching matching) {
        Set<String> lefts = ids(matching.pairs().stream().map(Form.Matching.Pair::id));
        return tooMany(rights.size())
                .or(() -> unknown(rights.keySet(), lefts, "left side"))
                .or(() -> unknown(rights.values(), RightSides.of(matching).keySet(), "right side"));
    }

    private static Optional<String> filled(Map<String, String> filled, Form.Gaps gaps) {
        Set<String> known = ids(gaps.gaps().stream().map(Form.Gaps.Gap::id));
        return tooMany(filled.size())
                .or(() -> unknown(filled.keySet(), known, "gap"))
                .or(() -> first(gaps.gaps().stream()
                        .flatMap(gap ->
                                Optional.ofNullable(filled.get(gap.id())).map(text -> gap(text, gap)).stream())));
    }

    private static Optional<String> gap(String given, Form.Gaps.Gap gap) {
        return gap.options().isEmpty() ? text(given) : unknown(Set.of(given), optionIds(gap.options()), "option");
    }

    private static Optional<String> squares(Set<String> squares, Form.Hotspot hotspot) {
        return tooMany(squares.size())
                .or(() -> when(!squares.stream().allMatch(s -> inside(s, hotspot)), "a square is not on the picture"));
    }

    private static boolean inside(String square, Form.Hotspot hotspot) {
        int row = square.length() == 2 ? square.charAt(1) - '0' : 0;
        return row >= 1
                && row <= Math.min(9, hotspot.rows())
                && square.charAt(0) >= 'A'
                && square.charAt(0) < 'A' + hotspot.columns();
    }

    private static Optional<String> sorted(Map<String, String> sorted, Form.Groups groups) {
        Set<String> items = ids(groups.items().stream().map(Form.Groups.Sorted::id));
        return tooMany(sorted.size())
                .or(() -> unknown(sorted.keySet(), items, "item"))
                .or(() -> unknown(sorted.values(), ids(groups.groups().stream().map(Form.Item::id)), "group"));
    }

    private static Optional<String> steps(Map<String, Answer> answers, Form.Scenario scenario) {
        Set<String> known =
                ids(scenario.steps().stream().map(step -> step.question().id()));
        return tooMany(answers.size())
                .or(() -> unknown(answers.keySet(), known, "step"))
                .or(() -> first(scenario.steps().stream()
                        .map(Form.Scenario.Step::question)
                        .flatMap(q -> Optional.ofNullable(answers.get(q.id())).map(a -> problem(q, a)).stream())));
    }

    private static Optional<String> tooMany(int entries) {
        return when(entries > MOST_ENTRIES, "the answer has more than " + MOST_ENTRIES + " entries");
    }

    private static Optional<String> unknown(Collection<String> given, Set<String> known, String what) {
        return when(!known.containsAll(given), "the question has no such " + what);
    }

    private static Optional<String> wrongKind(String wanted) {
        return Optional.of("the question is answered by " + wanted);
    }

    private static Optional<String> when(boolean so, String problem) {
        return so ? Optional.of(problem) : Optional.empty();
    }

    private static Optional<String> first(Stream<Optional<String>> problems) {
        return problems.flatMap(Optional::stream).findFirst();
    }

    private static Set<String> optionIds(List<Form.Option> options) {
        return ids(options.stream().map(Form.Option::id));
    }

    private static Set<String> ids(Stream<String> ids) {
        return ids.collect(Collectors.toUnmodifiableSet());
    }
}
