package auditorium.quizzes.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How the questions of a quiz work, as Moodle defines its quiz statistics (Moodle developer documentation, "Quiz statistics
 * calculations", and its {@code core_question\statistics\questions\calculator}). Variances and covariances have n − 1 below.
 * Give it each person's first attempt only, finished and fully marked; an unanswered question has a mark of 0.
 *
 * <p>Moodle assumes that every attempt has the same questions. Ours are drawn, so each question is compared over the attempts
 * it was part of, and with the <em>share</em> of the other points that was earned instead of their number. Where all attempts
 * have the same questions that changes nothing: these statistics don't depend on the scale of what is compared with.
 *
 * @param items by question id; questions that are never scored are left out
 */
public record ItemAnalysis(Map<String, Item> items) {

    /** With fewer attempts than this the numbers say little. Moodle sets no limit; this one is the product's own. */
    public static final int SMALL_SAMPLE = 20;

    public ItemAnalysis {
        items = Collections.unmodifiableMap(new TreeMap<>(items));
    }

    /**
     * One question's statistics, in per cent. Empty: it can't be said, for too few attempts or because all marks are alike.
     *
     * @param attempts how many attempts it is about
     * @param facility mean mark of the possible one, 0 to 100: how easy it is
     * @param deviation standard deviation of the mark, of the possible one
     * @param discrimination discrimination index, −100 to 100: the correlation of its mark with the rest of the attempt. Below 0
     *     the wrong people get it right
     * @param efficiency discriminative efficiency, up to 100: the covariance behind the index, of the greatest that the same
     *     marks could have
     * @param weight effective weight, 0 to 100: its part in how attempts differ. Empty too when it lowers the differences
     */
    public record Item(
            int attempts,
            OptionalDouble facility,
            OptionalDouble deviation,
            OptionalDouble discrimination,
            OptionalDouble efficiency,
            OptionalDouble weight) {

        /** Too few attempts to act on. */
        public boolean smallSample() {
            return attempts < SMALL_SAMPLE;
        }
    }

    /** Each attempt: the marks of its questions, by question id. */
    public static ItemAnalysis of(Collection<Map<String, Mark>> attempts) {
        Map<String, Series> all = new TreeMap<>();
        for (Map<String, Mark> attempt : attempts) {
            Mark total = attempt.values().stream().reduce(Mark.UNSCORED, Mark::plus);
            attempt.forEach((question, mark) -> {
                if (mark.possible() > 0) {
                    all.computeIfAbsent(question, id -> new Series()).add(mark, total);
                }
            });
        }
        double weights = all.values().stream()
                .mapToDouble(series -> series.rootOfCovariance().orElse(0.0))
                .sum();
        Map<String, Item> items = new TreeMap<>();
        all.forEach((question, series) -> items.put(question, series.item(weights)));
        return new ItemAnalysis(items);
    }

    /** One question's marks with the rest and the whole of the attempts they belong to, as shares of what was possible. */
    private static final class Series {

        private final List<Mark> marks = new ArrayList<>();
        private final List<Double> rests = new ArrayList<>();
        private final List<Double> totals = new ArrayList<>();

        void add(Mark mark, Mark total) {
            marks.add(mark);
            rests.add(share(total.earned() - mark.earned(), total.possible() - mark.possible()));
            totals.add(share(total.earned(), total.possible()));
        }

        private static double share(int earned, int possible) {
            return possible == 0 ? 0 : (double) earned / possible;
        }

        Item item(double weights) {
            double[] x = earned();
            double[] rest = array(rests);
            double highest = marks.stream().mapToInt(Mark::possible).max().orElse(1);
            double possible = marks.stream().mapToInt(Mark::possible).sum();
            Optional<Double> spread = covariance(x, x);
            return new Item(
                    x.length,
                    OptionalDouble.of(100 * Arrays.stream(x).sum() / possible),
                    percent(spread.map(v -> Math.sqrt(v) / highest)),
                    percent(spread.flatMap(v ->
                            covariance(rest, rest).flatMap(r -> over(covariance(x, rest), Math.sqrt(v * r))))),
                    percent(covariance(sorted(x), sorted(rest)).flatMap(most -> over(covariance(x, rest), most))),
                    percent(rootOfCovariance().flatMap(root -> over(Optional.of(root), weights))));
        }

        /** Of the mark with the whole attempt, its own part included; empty when below 0. */
        Optional<Double> rootOfCovariance() {
            return covariance(earned(), array(totals)).filter(c -> c >= 0).map(Math::sqrt);
        }

        private double[] earned() {
            return marks.stream().mapToDouble(Mark::earned).toArray();
        }
    }

    private static Optional<Double> covariance(double[] x, double[] y) {
        if (x.length < 2) {
            return Optional.empty();
        }
        if (allAlike(x) || allAlike(y)) {
            return Optional.of(0.0);
        }
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return Optional.of(sum / (x.length - 1));
    }

    /** Asked of the values themselves: rounding would leave a tiny variance where there is none. */
    private static boolean allAlike(double[] x) {
        return Arrays.stream(x).allMatch(v -> v == x[0]);
    }

    private static Optional<Double> over(Optional<Double> value, double base) {
        return base == 0 ? Optional.empty() : value.map(v -> v / base);
    }

    private static OptionalDouble percent(Optional<Double> share) {
        return share.map(s -> OptionalDouble.of(100 * s)).orElse(OptionalDouble.empty());
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
