package auditorium.quizzes.domain;

import static java.util.Comparator.comparing;

import auditorium.library.content.Form;
import auditorium.library.content.Pool;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.quizzes.domain.Paper.Drawn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Draws a paper from a quiz. The same quiz and seed give the same paper.
 *
 * <p>Nothing here looks at what is right. Some content is written in the key's own order: the items of an ordering, the right
 * sides of a matching. So everything is put in the order of its ids first and then shuffled plainly, and two quizzes that
 * differ only in the key give the same questions and orders; only the versions' hashes differ. An ordering may therefore
 * start in its right order now and then: avoiding that would tell which order is wrong.
 */
public final class PaperDraw {

    private PaperDraw() {}

    /**
     * From pools: pool by pool in their order, none of the questions twice. Without pools:
     * {@link Quiz#draw()} questions, or all there are. If the quiz has questions on experience, one of them is the last, unless
     * only one question is drawn. The others are drawn one by one: first those that test a requirement key no question drawn so
     * far tests, then of the difficulty that has fewest so far, then of the key tested least, then by lot.
     */
    public static Paper draw(Quiz quiz, long seed) {
        List<Question> lots = shuffled(quiz.questions(), Question::id, new SplittableRandom(seed));
        if (!quiz.pools().isEmpty()) {
            return new Paper(pooled(quiz.pools(), lots).stream()
                    .map(q -> drawn(quiz.id(), q, seed))
                    .toList());
        }
        List<Question> scored = lots.stream().filter(Question::scored).toList();
        List<Question> lived = lots.stream().filter(q -> !q.scored()).toList();
        int last = lived.isEmpty() || (quiz.draw() < 2 && !scored.isEmpty()) ? 0 : 1;
        return new Paper(Stream.concat(
                        new Balance().take(scored, quiz.draw() - last).stream(),
                        lived.stream().limit(last))
                .map(q -> drawn(quiz.id(), q, seed))
                .toList());
    }

    /** One question with its options in an order of their own, for papers that are put together from several quizzes. */
    public static Drawn drawn(String quiz, Question question, long seed) {
        return new Drawn(quiz, question.id(), question.version().hash(), order(question, seed));
    }

    private static List<Question> pooled(List<Pool> pools, List<Question> lots) {
        Balance balance = new Balance();
        List<Question> drawn = new ArrayList<>();
        for (Pool pool : pools) {
            drawn.addAll(balance.take(
                    lots.stream()
                            .filter(q -> pool.fits(q) && !drawn.contains(q))
                            .toList(),
                    pool.take()));
        }
        return drawn;
    }

    /** What a paper tests so far. */
    private static final class Balance {

        private final Map<String, Integer> tested = new HashMap<>();
        private final Map<Integer, Integer> difficulties = new HashMap<>();

        private final Comparator<Question> best = comparing(
                        (Question q) -> tested.keySet().containsAll(q.tests()))
                .thenComparing(q -> difficulties.getOrDefault(q.difficulty(), 0))
                .thenComparingInt(this::leastTested);

        /** As many as are wanted, or all; of equals, the first of the lots. */
        List<Question> take(List<Question> lots, int wanted) {
            List<Question> left = new ArrayList<>(lots);
            List<Question> drawn = new ArrayList<>();
            while (drawn.size() < wanted && !left.isEmpty()) {
                Question next = Collections.min(left, best);
                left.remove(next);
                drawn.add(next);
                difficulties.merge(next.difficulty(), 1, Integer::sum);
                next.tests().forEach(key -> tested.merge(key, 1, Integer::sum));
            }
            return drawn;
        }

        private int leastTested(Question question) {
            return question.tests().stream()
                    .mapToInt(key -> tested.getOrDefault(key, 0))
                    .min()
                    .orElse(Integer.MAX_VALUE);
        }
    }

    /** Each question is shuffled by a lot of its own, so that its order doesn't hang on its neighbours. */
    static List<String> order(Question question, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 31 + longHash(question.id()));
        return order(question.form(), random);
    }

    private static List<String> order(Form form, SplittableRandom random) {
        return switch (form) {
            case Form.Single single -> options(single.options(), random);
            case Form.Multiple multiple -> options(multiple.options(), random);
            case Form.Experience lived -> ids(lived.options(), Form.Experience.Seen::id, random);
            case Form.Ordering ordering -> ids(ordering.items(), Form.Item::id, random);
            case Form.Matching matching ->
                ids(RightSides.of(matching).keySet().stream().toList(), id -> id, random);
            case Form.Groups groups -> ids(groups.items(), Form.Groups.Sorted::id, random);
            case Form.Gaps gaps ->
                gaps.gaps().stream()
                        .flatMap(gap -> inside(gap.id(), options(gap.options(), random)))
                        .toList();
            case Form.Scenario scenario ->
                scenario.steps().stream()
                        .map(Form.Scenario.Step::question)
                        .flatMap(step -> inside(step.id(), order(step.form(), random)))
                        .toList();
            case Form.TrueFalse ignored -> List.of();
            case Form.Numeric ignored -> List.of();
            case Form.ShortText ignored -> List.of();
            case Form.Hotspot ignored -> List.of();
            case Form.Essay ignored -> List.of();
        };
    }

    private static List<String> options(List<Form.Option> options, SplittableRandom random) {
        return ids(options, Form.Option::id, random);
    }

    private static <T> List<String> ids(List<T> all, Function<T, String> id, SplittableRandom random) {
        return shuffled(all, id, random).stream().map(id).toList();
    }

    private static Stream<String> inside(String part, List<String> order) {
        return order.stream().map(id -> part + '/' + id);
    }

    static <T> List<T> shuffled(List<T> all, Function<T, String> id, SplittableRandom random) {
        List<T> list = new ArrayList<>(all);
        list.sort(comparing(id));
        Collections.shuffle(list, random);
        return list;
    }

    /** FNV-1a over 64 bits: spreads short ids well and is the same everywhere. */
    private static long longHash(String text) {
        return text.chars().asLongStream().reduce(0xcbf29ce484222325L, (hash, c) -> (hash ^ c) * 0x100000001b3L);
    }
}
