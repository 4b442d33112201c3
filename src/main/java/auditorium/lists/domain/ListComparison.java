package auditorium.lists.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What became of each line of a list in its next edition. Every line of either edition is in exactly one change, so that nothing that
 * hangs on a line can get lost unseen. The order of the rows plays no part: of lines that are told apart by nothing but their place,
 * any one may stand for another.
 */
public final class ListComparison {

    /** From this share on two wordings are one line. */
    private static final double REWORDED = 0.5;
    /** The same for lines that bear the same number. */
    private static final double REWORDED_UNDER_ITS_NUMBER = 0.3;
    /** What the same number adds where several lines come into question. */
    private static final double NUMBER = 0.15;
    /** From this share on a line is so much like another that it is no part of something else. */
    private static final double PLAINLY = 0.8;
    /** A part has this share of its words from the whole. */
    private static final double WITHIN = 0.65;
    /** A further part brings this share of the whole that no other part has. */
    private static final double BRINGS = 0.15;
    /** The parts together hold this share of the whole. */
    private static final double TOGETHER = 0.65;

    /** What became of a line. */
    public enum Kind {
        NEW,
        REMOVED,
        SPLIT,
        MERGED,
        REWORDED,
        SAME
    }

    /** Lines of the old and of the new edition that belong together, by their places in the two, and how much they are alike. */
    public record Change(Kind kind, List<Integer> before, List<Integer> after, int percent) {
        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    private record Pair(int before, int after, double alike, double points) {}

    private final List<ListLine> before;
    private final List<ListLine> after;
    private final Set<Integer> oldLeft = new TreeSet<>();
    private final Set<Integer> newLeft = new TreeSet<>();
    private final Map<Integer, Set<String>> oldFeatures = new HashMap<>();
    private final Map<Integer, Set<String>> newFeatures = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    private ListComparison(List<ListLine> before, List<ListLine> after) {
        this.before = before;
        this.after = after;
        oldLeft.addAll(IntStream.range(0, before.size()).boxed().toList());
        newLeft.addAll(IntStream.range(0, after.size()).boxed().toList());
    }

    /** In the order of the new edition; what was removed stands at the end. */
    public static List<Change> of(List<ListLine> before, List<ListLine> after) {
        ListComparison comparison = new ListComparison(before, after);
        comparison.identical(l -> Wording.plain(l.zh()) + "\n" + Wording.plain(l.en()) + "\n" + l.grade(), Kind.SAME);
        comparison.identical(l -> Wording.plain(l.zh()) + "\n" + Wording.plain(l.en()), Kind.REWORDED);
        comparison.alike();
        comparison.oldLeft.forEach(o -> comparison.add(Kind.REMOVED, List.of(o), List.of(), 0));
        comparison.newLeft.forEach(n -> comparison.add(Kind.NEW, List.of(), List.of(n), 0));
        comparison.changes.sort(Comparator.comparingInt((Change c) ->
                        c.after().isEmpty() ? Integer.MAX_VALUE : c.after().get(0))
                .thenComparingInt(c ->
                        c.before().isEmpty() ? Integer.MAX_VALUE : c.before().get(0)));
        return List.copyOf(comparison.changes);
    }

    private void add(Kind kind, List<Integer> old, List<Integer> fresh, double alike) {
        changes.add(new Change(
                kind, old.stream().sorted().toList(), fresh.stream().sorted().toList(), (int) Math.round(100 * alike)));
    }

    /** Lines with the same words: those with the same number and section first, then with the same number, then any. */
    private void identical(Function<ListLine, String> words, Kind kind) {
        Map<String, List<Integer>> known = new HashMap<>();
        oldLeft.forEach(o -> known.computeIfAbsent(words.apply(before.get(o)), k -> new ArrayList<>())
                .add(o));
        Map<String, List<Integer>> fresh = new LinkedHashMap<>();
        newLeft.forEach(n -> fresh.computeIfAbsent(words.apply(after.get(n)), k -> new ArrayList<>())
                .add(n));
        List<BiPredicate<ListLine, ListLine>> rules = List.of(
                (o, n) -> o.reference().equals(n.reference()) && o.section().equals(n.section()),
                (o, n) -> o.reference().equals(n.reference()),
                (o, n) -> true);
        fresh.forEach((text, places) -> {
            List<Integer> olds = inOrder(known.getOrDefault(text, List.of()), before);
            List<Integer> news = inOrder(places, after);
            for (BiPredicate<ListLine, ListLine> rule : rules) {
                for (int o : List.copyOf(olds)) {
                    news.stream()
                            .filter(n -> rule.test(before.get(o), after.get(n)))
                            .findFirst()
                            .ifPresent(n -> {
                                add(kind, List.of(o), List.of(n), 1);
                                olds.removeIf(x -> x == o);
                                news.removeIf(n::equals);
                                oldLeft.remove(o);
                                newLeft.remove(n);
                            });
                }
            }
        });
    }

    private static List<Integer> inOrder(List<Integer> places, List<ListLine> lines) {
        List<Integer> sorted = new ArrayList<>(places);
        sorted.sort(canonical(lines));
        return sorted;
    }

    /** By what a line says, so that the order of the rows decides only between lines that say the very same. */
    private static Comparator<Integer> canonical(List<ListLine> lines) {
        return Comparator.comparing((Integer i) -> lines.get(i).zh())
                .thenComparing(i -> lines.get(i).en())
                .thenComparing(i -> lines.get(i).reference())
                .thenComparing(i -> lines.get(i).section())
                .thenComparing(Comparator.naturalOrder());
    }

    private void alike() {
        oldLeft.forEach(o -> oldFeatures.put(o, Wording.features(before.get(o).words())));
        newLeft.forEach(n -> newFeatures.put(n, Wording.features(after.get(n).words())));
        List<Pair> pairs = pairs();
        Map<Integer, List<Pair>> byOld = new HashMap<>();
        Map<Integer, List<Pair>> byNew = new HashMap<>();
        Map<Integer, Set<Integer>> plainOld = new HashMap<>();
        Map<Integer, Set<Integer>> plainNew = new HashMap<>();
        for (Pair pair : pairs) {
            byOld.computeIfAbsent(pair.before(), k -> new ArrayList<>()).add(pair);
            byNew.computeIfAbsent(pair.after(), k -> new ArrayList<>()).add(pair);
            if (pair.alike() >= PLAINLY) {
                plainOld.computeIfAbsent(pair.before(), k -> new HashSet<>()).add(pair.after());
                plainNew.computeIfAbsent(pair.after(), k -> new HashSet<>()).add(pair.before());
            }
        }
        for (int whole : inOrder(List.copyOf(oldLeft), before)) {
            List<Integer> parts = parts(
                    features(oldFeatures, whole),
                    byOld.getOrDefault(whole, List.of()).stream()
                            .map(Pair::after)
                            .filter(n -> newLeft.contains(n) && free(plainNew, n, whole, oldLeft))
                            .toList(),
                    newFeatures,
                    after);
            if (parts.size() > 1) {
                add(Kind.SPLIT, List.of(whole), parts, 1);
                oldLeft.remove(whole);
                parts.forEach(newLeft::remove);
            }
        }
        for (int whole : inOrder(List.copyOf(newLeft), after)) {
            List<Integer> parts = parts(
                    features(newFeatures, whole),
                    byNew.getOrDefault(whole, List.of()).stream()
                            .map(Pair::before)
                            .filter(o -> oldLeft.contains(o) && free(plainOld, o, whole, newLeft))
                            .toList(),
                    oldFeatures,
                    before);
            if (parts.size() > 1) {
                add(Kind.MERGED, parts, List.of(whole), 1);
                newLeft.remove(whole);
                parts.forEach(oldLeft::remove);
            }
        }
        Comparator<Integer> oldOrder = canonical(before);
        Comparator<Integer> newOrder = canonical(after);
        pairs.stream()
                .filter(p -> p.alike() >= (sameNumber(p.before(), p.after()) ? REWORDED_UNDER_ITS_NUMBER : REWORDED))
                .sorted(Comparator.comparingDouble((Pair p) -> -p.points())
                        .thenComparing(Pair::before, oldOrder)
                        .thenComparing(Pair::after, newOrder))
                .forEach(p -> {
                    if (oldLeft.contains(p.before()) && newLeft.contains(p.after())) {
                        add(Kind.REWORDED, List.of(p.before()), List.of(p.after()), p.alike());
                        oldLeft.remove(p.before());
                        newLeft.remove(p.after());
                    }
                });
    }

    /** Whether a line is not plainly another one than the whole that it may be a part of. */
    private static boolean free(Map<Integer, Set<Integer>> plain, int part, int whole, Set<Integer> left) {
        return plain.getOrDefault(part, Set.of()).stream().noneMatch(other -> other != whole && left.contains(other));
    }

    private static Set<String> features(Map<Integer, Set<String>> of, int at) {
        return of.getOrDefault(at, Set.of());
    }

    /** All that have anything in common, with how much. */
    private List<Pair> pairs() {
        Map<String, List<Integer>> postings = new HashMap<>();
        oldLeft.forEach(o -> features(oldFeatures, o)
                .forEach(
                        f -> postings.computeIfAbsent(f, k -> new ArrayList<>()).add(o)));
        int common = Math.max(50, (oldLeft.size() + newLeft.size()) / 8);
        List<Pair> pairs = new ArrayList<>();
        for (int n : newLeft) {
            Map<Integer, Integer> shared = new HashMap<>();
            Set<String> mine = features(newFeatures, n);
            for (String feature : mine) {
                List<Integer> in = postings.getOrDefault(feature, List.of());
                if (in.size() <= common) { // what nearly all lines have tells none apart
                    in.forEach(o -> shared.merge(o, 1, Integer::sum));
                }
            }
            shared.keySet().forEach(o -> {
                double alike = alike(features(oldFeatures, o), mine);
                if (alike >= 0.15) {
                    pairs.add(new Pair(o, n, alike, alike + (sameNumber(o, n) ? NUMBER : 0)));
                }
            });
        }
        return pairs;
    }

    private boolean sameNumber(int old, int fresh) {
        String number = before.get(old).reference();
        return !number.isEmpty() && number.equals(after.get(fresh).reference());
    }

    /** Dice's coefficient; the better one of the languages that both have. */
    private static double alike(Set<String> one, Set<String> two) {
        double best = dice(one, two, "");
        for (String language : List.of("z", "e")) {
            best = Math.max(best, dice(one, two, language));
        }
        return best;
    }

    private static double dice(Set<String> one, Set<String> two, String language) {
        long first = one.stream().filter(f -> f.startsWith(language)).count();
        long second = two.stream().filter(f -> f.startsWith(language)).count();
        if (!language.isEmpty() && Math.min(first, second) < 4) {
            return 0;
        }
        long both = one.stream()
                .filter(f -> f.startsWith(language) && two.contains(f))
                .count();
        return first + second == 0 ? 0 : 2.0 * both / (first + second);
    }

    /** Those that together make up the whole, each from words of the whole; at most one when it was not taken apart. */
    private static List<Integer> parts(
            Set<String> whole, List<Integer> candidates, Map<Integer, Set<String>> featuresOf, List<ListLine> lines) {
        record Part(int at, long shared) {}
        List<Part> within = new ArrayList<>();
        for (int candidate : inOrder(candidates, lines)) {
            Set<String> features = features(featuresOf, candidate);
            long shared = features.stream().filter(whole::contains).count();
            if (shared >= WITHIN * features.size()) {
                within.add(new Part(candidate, shared));
            }
        }
        within.sort(Comparator.comparingLong((Part p) -> -p.shared())); // stable
        Set<String> covered = new HashSet<>();
        List<Integer> parts = new ArrayList<>();
        for (Part part : within) {
            long brings = features(featuresOf, part.at()).stream()
                    .filter(f -> whole.contains(f) && !covered.contains(f))
                    .count();
            if (brings >= BRINGS * whole.size()) {
                features(featuresOf, part.at()).stream().filter(whole::contains).forEach(covered::add);
                parts.add(part.at());
            }
        }
        return covered.size() >= TOGETHER * whole.size() ? parts : List.of();
    }
}
