package auditorium.quizzes.domain;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an answer to a question earns, as {@link Mark}. The rules are the product's own:
 *
 * <ul>
 *   <li>single, true or false, number (within the tolerance, ends included), short text (either language, see
 *       {@link Spelling}), multiple without partial: all or nothing;
 *   <li>multiple with partial: (right − wrong chosen) of the right ones;
 *   <li>ordering of n items: (longest run in the right order, others between allowed, − 1) of (n − 1), so one item out of place
 *       costs one step and the reverse order earns nothing;
 *   <li>matching, gaps, groups: those that are right, of all;
 *   <li>hotspot: (faults found − squares outside all faults) of all faults;
 *   <li>scenario: see {@link Route};
 *   <li>essay: nothing until a person has marked it; experience: never scored.
 * </ul>
 *
 * Never below 0, rounded down to a hundredth of a point. An answer that doesn't fit the question ({@link Answers#problem})
 * counts as none.
 */
public final class Marking {

    private Marking() {}

    /** No answer earns nothing of the same possible points. */
    public static Mark mark(Question question, Optional<Answer> answer) {
        if (!question.scored()) {
            return Mark.UNSCORED;
        }
        Optional<Answer> fitting = fitting(question, answer);
        if (question.form() instanceof Form.Scenario scenario) {
            return Route.mark(scenario, steps(fitting));
        }
        Share share = fitting.map(a -> share(question.form(), a)).orElse(Share.NOTHING);
        return Mark.share(share.part(), share.whole(), possible(question));
    }

    /** Whether a person has to mark the answer: it holds a text to an essay, alone or as a step that applies. */
    public static boolean pending(Question question, Optional<Answer> answer) {
        Optional<Answer> fitting = fitting(question, answer);
        return switch (question.form()) {
            case Form.Essay ignored ->
                fitting.filter(Answer.FreeText.class::isInstance).isPresent();
            case Form.Scenario scenario -> {
                Answer.Steps given = steps(fitting);
                yield Route.taken(scenario, given).stream()
                        .anyMatch(step -> pending(
                                step, Optional.ofNullable(given.answers().get(step.id()))));
            }
            default -> false;
        };
    }

    /**
     * What a person's marking of an essay earns: the points given by criterion id, each within its criterion's points, as a
     * share of the rubric's sum.
     */
    public static Mark judged(Question question, Map<String, Integer> points) {
        if (!(question.form() instanceof Form.Essay essay)) {
            throw new IllegalArgumentException("only an essay is marked by a person");
        }
        int whole = 0;
        int part = 0;
        for (Form.Essay.Criterion criterion : essay.rubric()) {
            int most = Math.max(0, criterion.points());
            whole += most;
            part += Math.clamp(points.getOrDefault(criterion.id(), 0), 0, most);
        }
        return Mark.share(part, whole, possible(question));
    }

    private static Optional<Answer> fitting(Question question, Optional<Answer> answer) {
        return answer.filter(a -> Answers.problem(question, a).isEmpty());
    }

    private static Answer.Steps steps(Optional<Answer> answer) {
        return answer.orElse(null) instanceof Answer.Steps steps ? steps : new Answer.Steps(Map.of());
    }

    private static int possible(Question question) {
        return 100 * Math.max(0, question.points());
    }

    /** The answer fits, so it is of its form's kind or "I don't know". */
    private static Share share(Form form, Answer answer) {
        return switch (form) {
            case Form.Single single ->
                Share.all(answer instanceof Answer.Chosen c && c.ids().equals(right(single.options())));
            case Form.Multiple multiple ->
                answer instanceof Answer.Chosen c ? several(multiple, c.ids()) : Share.NOTHING;
            case Form.TrueFalse so -> Share.all(answer instanceof Answer.Truth t && t.value() == so.answer());
            case Form.Numeric number -> Share.all(answer instanceof Answer.Amount a && within(number, a.value()));
            case Form.ShortText text ->
                Share.all(answer instanceof Answer.Words w
                        && Spelling.accepted(w.text(), text.acceptZh(), text.acceptEn()));
            case Form.Ordering ordering ->
                answer instanceof Answer.Order o ? inOrder(ordering, o.ids()) : Share.NOTHING;
            case Form.Matching matching ->
                answer instanceof Answer.Pairs p ? matched(matching, p.rights()) : Share.NOTHING;
            case Form.Gaps gaps -> answer instanceof Answer.Filled f ? filled(gaps, f.gaps()) : Share.NOTHING;
            case Form.Hotspot hotspot ->
                answer instanceof Answer.Squares s ? found(hotspot, s.squares()) : Share.NOTHING;
            case Form.Groups groups -> answer instanceof Answer.Sorted s ? sorted(groups, s.groups()) : Share.NOTHING;
            case Form.Scenario ignored -> throw new IllegalStateException("a case is marked by its route");
            case Form.Essay ignored -> Share.NOTHING;
            case Form.Experience ignored -> Share.NOTHING;
        };
    }

    private static Share several(Form.Multiple multiple, Set<String> chosen) {
        Set<String> right = right(multiple.options());
        if (!multiple.partial()) {
            return Share.all(chosen.equals(right));
        }
        int hits = (int) chosen.stream().filter(right::contains).count();
        return new Share(hits - (chosen.size() - hits), right.size());
    }

    private static boolean within(Form.Numeric number, BigDecimal value) {
        return value.subtract(number.value()).abs().compareTo(number.tolerance().abs()) <= 0;
    }

    private static Share inOrder(Form.Ordering ordering, List<String> given) {
        List<String> right = ordering.items().stream().map(Form.Item::id).toList();
        if (right.size() < 2) {
            return Share.all(given.equals(right));
        }
        return new Share(longestRun(given.stream().mapToInt(right::indexOf).toArray()) - 1, right.size() - 1);
    }

    /** The length of the longest increasing subsequence: {@code ends[n]} is the least end of a run of n + 1. */
    private static int longestRun(int[] places) {
        int[] ends = new int[places.length];
        int length = 0;
        for (int place : places) {
            int at = Arrays.binarySearch(ends, 0, length, place);
            int slot = at >= 0 ? at : -at - 1;
            ends[slot] = place;
            length = Math.max(length, slot + 1);
        }
        return length;
    }

    private static Share matched(Form.Matching matching, Map<String, String> rights) {
        long right = matching.pairs().stream()
                .filter(pair -> RightSides.id(pair).equals(rights.get(pair.id())))
                .count();
        return new Share((int) right, matching.pairs().size());
    }

    private static Share filled(Form.Gaps gaps, Map<String, String> filled) {
        long right = gaps.gaps().stream()
                .filter(gap -> Optional.ofNullable(filled.get(gap.id()))
                        .filter(text -> fills(gap, text))
                        .isPresent())
                .count();
        return new Share((int) right, gaps.gaps().size());
    }

    /** Whether what was chosen or typed is right for the gap. */
    public static boolean fills(Form.Gaps.Gap gap, String given) {
        return gap.options().isEmpty()
                ? Spelling.accepted(given, gap.acceptZh(), gap.acceptEn())
                : right(gap.options()).contains(given);
    }

    private static Share found(Form.Hotspot hotspot, Set<String> squares) {
        Set<String> misses = new HashSet<>(squares);
        int found = 0;
        for (Form.Hotspot.Spot spot : hotspot.spots()) {
            misses.removeAll(spot.squares());
            found += spot.squares().stream().anyMatch(squares::contains) ? 1 : 0;
        }
        return new Share(found - misses.size(), hotspot.spots().size());
    }

    private static Share sorted(Form.Groups groups, Map<String, String> sorted) {
        long right = groups.items().stream()
                .filter(item -> item.group().equals(sorted.get(item.id())))
                .count();
        return new Share((int) right, groups.items().size());
    }

    private static Set<String> right(List<Form.Option> options) {
        return options.stream()
                .filter(Form.Option::correct)
                .map(Form.Option::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Share(int part, int whole) {

        static final Share NOTHING = new Share(0, 1);

        static Share all(boolean right) {
            return new Share(right ? 1 : 0, 1);
        }
    }
}
