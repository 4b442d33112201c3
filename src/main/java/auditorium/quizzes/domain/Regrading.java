package auditorium.quizzes.domain;

import auditorium.library.content.Form;
import auditorium.library.content.Picture;
import auditorium.library.content.Question;
import auditorium.platform.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a corrected key does to an attempt that is marked already. The answer stays, and so does the paper as it was seen; only the
 * mark of the one question is made anew, by the new key, and the total changes by the difference. Whoever has passed has passed: a
 * key that was wrong is nobody's fault but the key's.
 */
public final class Regrading {

    private Regrading() {}

    /**
     * An attempt as it stands.
     *
     * @param question the question's mark
     * @param answer what was answered; empty: nothing
     * @param total the attempt's mark
     * @param passed whether it counts as passed
     * @param pass per cent that pass
     */
    public record Before(Mark question, Optional<Answer> answer, Mark total, boolean passed, int pass) {}

    /** What it becomes; {@code kept}: it counts as passed although the total would no longer do. */
    public record After(Mark question, Mark total, boolean passed, boolean kept) {}

    /** Empty when the mark stays as it is, also because the answer can't be one to the question as it reads now. */
    public static Optional<After> of(Question key, Before before) {
        if (!fits(key, before.answer())) {
            return Optional.empty();
        }
        Mark mark = Marking.mark(key, before.answer());
        if (mark.equals(before.question())) {
            return Optional.empty();
        }
        Mark total = new Mark(
                before.total().earned() - before.question().earned() + mark.earned(),
                before.total().possible() - before.question().possible() + mark.possible());
        boolean enough = total.possible() > 0 && total.percent() >= before.pass();
        return Optional.of(new After(mark, total, enough || before.passed(), before.passed() && !enough));
    }

    /** Whether the answer can be marked by the key at all. */
    public static boolean fits(Question key, Optional<Answer> answer) {
        return answer.map(a -> Answers.problem(key, a).isEmpty()).orElse(true);
    }

    /** Whether answers to one can be answers to the other: the same kind of question, marked by the program. */
    public static boolean comparable(Question one, Question other) {
        return one.scored()
                && other.scored()
                && one.form().getClass().equals(other.form().getClass())
                && !(one.form() instanceof Form.Essay);
    }

    /** Whether both ask the very same in both languages and differ in the key and its reasons at most. */
    public static boolean asksAlike(Question one, Question other) {
        return comparable(one, other)
                && one.text().equals(other.text())
                && one.picture().map(Picture::svg).equals(other.picture().map(Picture::svg))
                && shown(one.form()).equals(shown(other.form()));
    }

    /** Everything that somebody who answers gets to see, and nothing of what is right. */
    private static Object shown(Form form) {
        return switch (form) {
            case Form.Single f -> options(f.options());
            case Form.Multiple f -> options(f.options());
            case Form.TrueFalse ignored -> "";
            case Form.Numeric f -> f.unit();
            case Form.ShortText ignored -> "";
            case Form.Ordering f -> items(f.items());
            case Form.Matching f ->
                List.of(
                        by(f.pairs(), Form.Matching.Pair::id, Form.Matching.Pair::left),
                        f.pairs().stream().map(Form.Matching.Pair::right).collect(Collectors.toSet()));
            case Form.Gaps f -> by(f.gaps(), Form.Gaps.Gap::id, g -> options(g.options()));
            case Form.Hotspot f -> List.of(f.columns(), f.rows(), f.description());
            case Form.Groups f ->
                List.of(items(f.groups()), by(f.items(), Form.Groups.Sorted::id, Form.Groups.Sorted::text));
            case Form.Scenario f ->
                List.of(
                        f.story(),
                        f.steps().stream()
                                .map(s -> List.of(
                                        s.question().id(),
                                        s.question().text(),
                                        s.when(),
                                        shown(s.question().form())))
                                .toList());
            case Form.Essay f -> f.rubric();
            case Form.Experience f -> f.options();
        };
    }

    private static Map<String, Text> options(List<Form.Option> options) {
        return by(options, Form.Option::id, Form.Option::text);
    }

    private static Map<String, Text> items(List<Form.Item> items) {
        return by(items, Form.Item::id, Form.Item::text);
    }

    private static <T, V> Map<String, V> by(List<T> all, Function<T, String> id, Function<T, V> value) {
        return all.stream().collect(Collectors.toMap(id, value));
    }
}
