package auditorium.readiness.domain;

import auditorium.library.content.Rating;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fixes that lift an estimate to the next grade with the least effort. Open zero-tolerance gaps come first, whatever they cost.
 * For shares and points it is exact (a knapsack over all requirements); by clause it is exact for each clause and for the choice of
 * clauses, and where requirements stand under several clauses what proves superfluous is left out again, so that it may then cost a
 * little more than the very least.
 *
 * @param grade what the estimate would be afterwards
 */
public record CheapestPath(String grade, List<String> requirements) {

    /** Nothing when the best grade is reached, or when nothing that could be put right would lead to a better one. */
    public static Optional<CheapestPath> of(Rating.Scheme scheme, List<Estimate.Clause> clauses) {
        Set<String> fixes = new LinkedHashSet<>();
        Estimate.distinct(clauses).stream().filter(Rated::stops).forEach(r -> fixes.add(r.requirement()));
        if (fixes.isEmpty()) {
            String now = Estimate.of(scheme, clauses).grade();
            int at = scheme.grades().indexOf(now);
            if (at == 0) {
                return Optional.empty();
            }
            String next = scheme.grades().get(at - 1);
            List<Rated> all = List.copyOf(Estimate.distinct(clauses));
            switch (scheme) {
                case Rating.Bands b ->
                    knapsack(all, missing(all, b.bands().get(at - 1).from(), 100))
                            .forEach(r -> fixes.add(r.requirement()));
                case Rating.Points p ->
                    knapsack(all, missing(all, p.pass(), p.of())).forEach(r -> fixes.add(r.requirement()));
                case Rating.Nonconformities n ->
                    all.stream().filter(r -> r.nonconformity().equals(now)).forEach(r -> fixes.add(r.requirement()));
                case Rating.Clauses c -> byClause(c, c.overall().get(at - 1), clauses, fixes);
            }
            leaveOut(scheme, clauses, next, fixes);
        }
        String then = Estimate.of(scheme, with(clauses, fixes)).grade();
        return fixes.isEmpty() ? Optional.empty() : Optional.of(new CheapestPath(then, List.copyOf(fixes)));
    }

    /** The same clauses after those requirements have been put right. */
    static List<Estimate.Clause> with(List<Estimate.Clause> clauses, Set<String> fixes) {
        return clauses.stream()
                .map(c -> new Estimate.Clause(
                        c.number(),
                        c.requirements().stream()
                                .map(r -> fixes.contains(r.requirement()) ? r.fixed() : r)
                                .toList()))
                .toList();
    }

    /** Drops, dearest first, what is not needed for the grade. */
    private static void leaveOut(Rating.Scheme scheme, List<Estimate.Clause> clauses, String grade, Set<String> fixes) {
        int wanted = scheme.grades().indexOf(grade);
        List<Rated> dearest = Estimate.distinct(clauses).stream()
                .filter(r -> fixes.contains(r.requirement()))
                .sorted(Comparator.comparingInt(Rated::effort).reversed())
                .toList();
        for (Rated fix : dearest) {
            Set<String> less = new HashSet<>(fixes);
            less.remove(fix.requirement());
            if (scheme.grades().indexOf(Estimate.of(scheme, with(clauses, less)).grade()) <= wanted) {
                fixes.remove(fix.requirement());
            }
        }
    }

    /** How many quarters of weight are missing for {@code wanted} of {@code of}. */
    private static int missing(Collection<Rated> all, int wanted, int of) {
        Score score = Estimate.score(all);
        long least = ((long) wanted * score.possible() + of - 1) / of;
        return (int) Math.max(0, least - score.met());
    }

    private static long cost(Collection<Rated> fixes) {
        return fixes.stream().mapToLong(Rated::effort).sum();
    }

    /** The cheapest requirements that together win at least {@code need}; all of them if that is not enough. */
    static List<Rated> knapsack(List<Rated> all, int need) {
        if (need == 0) {
            return List.of();
        }
        List<Rated> open = all.stream().filter(r -> r.gain() > 0).toList();
        int unit = open.stream().mapToInt(Rated::gain).reduce(0, CheapestPath::divisor);
        if (unit == 0) {
            return List.of();
        }
        int units = (need + unit - 1) / unit;
        long[] least = new long[units + 1];
        Arrays.fill(least, 1, units + 1, Long.MAX_VALUE / 2);
        List<BitSet> taken = new ArrayList<>();
        for (Rated r : open) {
            BitSet takes = new BitSet(units + 1);
            int gain = r.gain() / unit;
            for (int g = units; g > 0; g--) {
                long with = least[Math.max(0, g - gain)] + r.effort();
                if (with < least[g]) {
                    least[g] = with;
                    takes.set(g);
                }
            }
            taken.add(takes);
        }
        if (least[units] >= Long.MAX_VALUE / 2) {
            return open;
        }
        List<Rated> fixes = new ArrayList<>();
        int left = units;
        for (int i = open.size() - 1; i >= 0 && left > 0; i--) {
            if (taken.get(i).get(left)) {
                fixes.add(open.get(i));
                left = Math.max(0, left - open.get(i).gain() / unit);
            }
        }
        return fixes;
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    /** What has been chosen for the clauses so far. */
    private record Choice(long cost, List<Rated> fixes) {}

    /** For each clause the cheapest way into each better band, then the cheapest choice of bands that the overall grade allows. */
    private static void byClause(
            Rating.Clauses scheme, Rating.Limits target, List<Estimate.Clause> clauses, Set<String> fixes) {
        Map<Map<String, Integer>, Choice> choices = new HashMap<>();
        choices.put(Map.of(), new Choice(0, List.of()));
        for (Estimate.Clause clause : clauses) {
            if (!clause.applicable()) {
                continue;
            }
            Map<Map<String, Integer>, Choice> next = new HashMap<>();
            for (Rating.Band band : scheme.bands()) {
                List<Rated> way = knapsack(clause.requirements(), missing(clause.requirements(), band.from(), 100));
                choices.forEach((counts, choice) -> {
                    Map<String, Integer> then = counted(target, counts, band.grade());
                    if (then.entrySet().stream()
                            .anyMatch(
                                    c -> c.getValue() > target.atMost().getOrDefault(c.getKey(), Integer.MAX_VALUE))) {
                        return;
                    }
                    long cost = choice.cost() + cost(way);
                    Choice known = next.get(then);
                    if (known == null || cost < known.cost()) {
                        List<Rated> all = new ArrayList<>(choice.fixes());
                        all.addAll(way);
                        next.put(then, new Choice(cost, all));
                    }
                });
                if (way.isEmpty()) {
                    break; // it stands in this band already; it would not get worse on purpose
                }
            }
            choices = next;
        }
        choices.entrySet().stream()
                .filter(c -> Estimate.within(target, c.getKey()))
                .min(Comparator.comparingLong(c -> c.getValue().cost()))
                .ifPresent(c -> fixes.addAll(c.getValue().fixes().stream()
                        .map(Rated::requirement)
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
    }

    /** Counts only what the target asks about, and no further than it asks. */
    private static Map<String, Integer> counted(Rating.Limits target, Map<String, Integer> counts, String grade) {
        boolean most = target.atMost().containsKey(grade);
        int least = target.atLeast().getOrDefault(grade, 0);
        if (!most && least == 0) {
            return counts;
        }
        Map<String, Integer> then = new HashMap<>(counts);
        int n = then.getOrDefault(grade, 0) + 1;
        then.put(grade, most ? n : Math.min(n, least));
        return then;
    }
}
