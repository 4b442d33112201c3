package auditorium.readiness.domain;

import auditorium.library.content.Rating;
import auditorium.library.content.Rating.Nonconformities;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scheme would most likely say today, by the part of its rules that is public. It never rises when a fact gets worse.
 *
 * @param grade one of the scheme's; empty while a zero-tolerance gap is open, which no number outweighs
 * @param value the per cent met, rounded down; for points the points, for nonconformities how many there are of the grade
 * @param parts for schemes by clause the grade of each that applies
 */
public record Estimate(String grade, int value, List<Part> parts) {

    /** The requirements under one clause. One requirement may stand under several. */
    public record Clause(String number, List<Rated> requirements) {
        int percent() {
            return score(requirements).percent();
        }

        boolean applicable() {
            return score(requirements).applicable();
        }
    }

    /** How one clause stands. */
    public record Part(String clause, int percent, String grade) {}

    /** The estimate by the scheme's rules; {@code clauses} together are all that it looks at. */
    public static Estimate of(Rating.Scheme scheme, List<Clause> clauses) {
        Collection<Rated> all = distinct(clauses);
        boolean stopped = all.stream().anyMatch(Rated::stops);
        Estimate estimate = switch (scheme) {
            case Rating.Clauses c -> byClause(c, clauses);
            case Rating.Bands b -> {
                int percent = score(all).percent();
                yield new Estimate(
                        b.bands().stream()
                                .filter(band -> percent >= band.from())
                                .findFirst()
                                .orElseThrow()
                                .grade(),
                        percent,
                        List.of());
            }
            case Rating.Points p -> {
                Score score = score(all);
                int points = score.possible() == 0 ? p.of() : (int) ((long) p.of() * score.met() / score.possible());
                yield new Estimate(points >= p.pass() ? Rating.Points.PASS : Rating.Points.BELOW, points, List.of());
            }
            case Nonconformities n -> {
                List<String> found = all.stream().map(Rated::nonconformity).toList();
                String worst = n.grades().reversed().stream()
                        .filter(found::contains)
                        .findFirst()
                        .orElse(Nonconformities.NONE);
                int count = worst.equals(Nonconformities.NONE)
                        ? 0
                        : (int) found.stream().filter(worst::equals).count();
                yield new Estimate(worst, count, List.of());
            }
        };
        return stopped ? new Estimate("", estimate.value(), estimate.parts()) : estimate;
    }

    private static Estimate byClause(Rating.Clauses scheme, List<Clause> clauses) {
        List<Part> parts = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Clause clause : clauses) {
            if (clause.applicable()) {
                String grade = scheme.band(clause.percent());
                parts.add(new Part(clause.number(), clause.percent(), grade));
                counts.merge(grade, 1, Integer::sum);
            }
        }
        return new Estimate(overall(scheme, counts), score(distinct(clauses)).percent(), List.copyOf(parts));
    }

    /** From the worst grade up, as long as the limits of the next better one hold. */
    private static String overall(Rating.Clauses scheme, Map<String, Integer> counts) {
        String grade = scheme.overall().getLast().grade();
        for (Rating.Limits better : scheme.overall().reversed()) {
            if (!within(better, counts)) {
                break;
            }
            grade = better.grade();
        }
        return grade;
    }

    static boolean within(Rating.Limits limits, Map<String, Integer> counts) {
        return limits.atLeast().entrySet().stream().allMatch(l -> counts.getOrDefault(l.getKey(), 0) >= l.getValue())
                && limits.atMost().entrySet().stream()
                        .allMatch(l -> counts.getOrDefault(l.getKey(), 0) <= l.getValue());
    }

    static Collection<Rated> distinct(List<Clause> clauses) {
        Map<String, Rated> all = new LinkedHashMap<>();
        clauses.forEach(c -> c.requirements().forEach(r -> all.putIfAbsent(r.requirement(), r)));
        return all.values();
    }

    static Score score(Collection<Rated> requirements) {
        return requirements.stream().map(Rated::score).reduce(Score.EMPTY, Score::plus);
    }
}
