package auditorium.quizzes.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/**
 * The sums that a question's simple statistics need: they can be made by a database, kept, and added up over factories. For
 * each attempt x is the share of the question's points that was earned, and y the share of all other points of the attempt, both
 * from 0 to 1. What needs the attempts themselves (efficiency, weight) is in {@link ItemAnalysis}, and agrees with this.
 *
 * @param attempts how many attempts
 * @param x sum of x
 * @param y sum of y
 * @param xx sum of x²
 * @param yy sum of y²
 * @param xy sum of x·y
 */
public record ItemSums(long attempts, double x, double y, double xx, double yy, double xy) {

    public static final ItemSums NONE = new ItemSums(0, 0, 0, 0, 0, 0);

    /** Shares of whole points: whatever is less comes from adding up doubles. */
    private static final double NOTHING = 1e-9;

    public ItemSums plus(ItemSums other) {
        return new ItemSums(
                attempts + other.attempts, x + other.x, y + other.y, xx + other.xx, yy + other.yy, xy + other.xy);
    }

    /** The sums of each group of questions: {@code group} names it by the attempt's place in the collection and the question. */
    public static <A, G> Map<G, ItemSums> of(
            Collection<A> attempts,
            BiFunction<A, String, G> group,
            java.util.function.Function<A, Map<String, Mark>> of) {
        Map<G, ItemSums> sums = new HashMap<>();
        for (A attempt : attempts) {
            Map<String, Mark> marks = of.apply(attempt);
            Mark total = marks.values().stream().reduce(Mark.UNSCORED, Mark::plus);
            marks.forEach((question, mark) -> {
                if (mark.possible() > 0) {
                    sums.merge(group.apply(attempt, question), one(mark, total), ItemSums::plus);
                }
            });
        }
        return sums;
    }

    private static ItemSums one(Mark mark, Mark total) {
        double x = share(mark.earned(), mark.possible());
        double y = share(total.earned() - mark.earned(), total.possible() - mark.possible());
        return new ItemSums(1, x, y, x * x, y * y, x * y);
    }

    private static double share(int earned, int possible) {
        return possible == 0 ? 0 : (double) earned / possible;
    }

    /** Mean share earned, in per cent. Empty without an attempt. */
    public OptionalDouble facility() {
        return attempts == 0 ? OptionalDouble.empty() : OptionalDouble.of(100 * x / attempts);
    }

    /** Standard deviation of the share, in per cent, with n − 1 below. Empty with fewer than two attempts. */
    public OptionalDouble deviation() {
        return attempts < 2 ? OptionalDouble.empty() : OptionalDouble.of(100 * Math.sqrt(variance(x, xx)));
    }

    /** Correlation of x and y, from −100 to 100. Empty where one of them never differs. */
    public OptionalDouble discrimination() {
        if (attempts < 2) {
            return OptionalDouble.empty();
        }
        double product = variance(x, xx) * variance(y, yy);
        return variance(x, xx) < NOTHING || variance(y, yy) < NOTHING
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        100 * Math.clamp((xy - x * y / attempts) / (attempts - 1) / Math.sqrt(product), -1, 1));
    }

    /** Mean of x − y: how much better (above 0) or worse this question goes than the same people's other questions. */
    double difference() {
        return attempts == 0 ? 0 : (x - y) / attempts;
    }

    /** Variance of that mean. */
    double varianceOfDifference() {
        return attempts < 2 ? 0 : variance(x - y, xx - 2 * xy + yy) / attempts;
    }

    private double variance(double sum, double squares) {
        return Math.max(0, (squares - sum * sum / attempts) / (attempts - 1));
    }
}
