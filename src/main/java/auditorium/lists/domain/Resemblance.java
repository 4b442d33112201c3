package auditorium.lists.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which of many texts a wording resembles most: the cosine of the angle between the two, where what is rare counts more
 * (the usual ln(N/n)), and what stands in a heavier part of a text, such as its title. The languages are measured apart, and the better one
 * counts. Immutable, and the same for the same texts in whatever order.
 */
public final class Resemblance {

    /** A text with how much it resembles, in per cent. */
    public record Like(String key, int percent) {}

    /** Words of a text, and how much they count in it. */
    public record Part(String words, double weight) {}

    private static final int LANGUAGES = 2;
    /** In fewer features a resemblance may be an accident. */
    private static final int ENOUGH = 3;
    /** A word that none of the texts has counts as this share of a rare one. */
    private static final double STRANGE = 0.4;

    private final List<String> keys;
    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final double[][] lengths;

    /** A text that has a feature, and how much it counts there. */
    private record Posting(int at, double weight) {}

    /** The texts by their keys, part by part; a feature counts by the heaviest part that has it. */
    public Resemblance(Map<String, List<Part>> texts) {
        keys = texts.keySet().stream().sorted().toList();
        for (int i = 0; i < keys.size(); i++) {
            int at = i;
            weights(texts.getOrDefault(keys.get(i), List.of()))
                    .forEach((feature, weight) -> postings.computeIfAbsent(feature, k -> new ArrayList<>())
                            .add(new Posting(at, weight)));
        }
        lengths = new double[LANGUAGES][keys.size()];
        postings.keySet().stream().sorted().forEach(feature -> {
            for (Posting p : postings.getOrDefault(feature, List.of())) {
                lengths[language(feature)][p.at()] += p.weight() * p.weight() * square(feature);
            }
        });
        for (double[] length : lengths) {
            Arrays.setAll(length, i -> Math.sqrt(length[i]));
        }
    }

    private static Map<String, Double> weights(List<Part> parts) {
        Map<String, Double> weights = new HashMap<>();
        for (Part part : parts) {
            Wording.features(part.words()).forEach(f -> weights.merge(f, part.weight(), Math::max));
        }
        return weights;
    }

    private static int language(String feature) {
        return feature.charAt(0) == 'z' ? 0 : 1;
    }

    /** The square of a feature's weight. */
    private double square(String feature) {
        List<Posting> in = postings.get(feature);
        double weight = in == null ? STRANGE * Math.log(1 + keys.size()) : Math.log((1.0 + keys.size()) / in.size());
        return weight * weight;
    }

    /** The texts that resemble most, best first: at most {@code most}, each by {@code percent} or more. */
    public List<Like> like(String words, int most, int percent) {
        Set<String> asked = Wording.features(words);
        double[][] common = new double[LANGUAGES][keys.size()];
        double[] length = new double[LANGUAGES];
        int[] count = new int[LANGUAGES];
        for (String feature : asked) {
            int language = language(feature);
            double square = square(feature);
            length[language] += square;
            count[language]++;
            for (Posting p : postings.getOrDefault(feature, List.of())) {
                common[language][p.at()] += p.weight() * square;
            }
        }
        boolean both = Arrays.stream(count).allMatch(c -> c >= ENOUGH);
        List<Like> found = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            double best = 0;
            for (int language = 0; language < LANGUAGES; language++) {
                boolean counts = both || count[language] == Math.max(count[0], count[1]);
                if (counts && common[language][i] > 0) {
                    best = Math.max(best, common[language][i] / (Math.sqrt(length[language]) * lengths[language][i]));
                }
            }
            int rounded = (int) Math.round(100 * best);
            if (rounded >= percent && rounded > 0) {
                found.add(new Like(keys.get(i), Math.min(100, rounded)));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt((Like l) -> -l.percent()).thenComparing(Like::key))
                .limit(most)
                .toList();
    }
}
