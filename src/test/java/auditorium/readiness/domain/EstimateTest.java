package auditorium.readiness.domain;

import static auditorium.Cases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.CatalogueLoader;
import auditorium.library.ContentReport;
import auditorium.library.content.Rating;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Estimates by the rule files that we ship, and the cheapest way up. */
class EstimateTest {

    private static final Map<String, Rating> RATINGS = new CatalogueLoader(Path.of("."), LocalDate.of(2026, 11, 22))
            .read(new ContentReport()).ratings().stream().collect(Collectors.toMap(Rating::id, r -> r));

    private static Rating.Scheme scheme(String id) {
        return Objects.requireNonNull(RATINGS.get(id)).scheme();
    }

    private static Rated rated(String id, int met, int possible, State worst, int effort) {
        return new Rated(
                id,
                new Score(met, possible, 0, worst == State.STOP ? 1 : 0, worst.open() ? 1 : 0),
                Optional.of(worst),
                effort);
    }

    /** A clause for each letter of {@code areas}, in the middle of its band. */
    private static List<Estimate.Clause> bsci(String areas) {
        List<Estimate.Clause> clauses = new ArrayList<>();
        for (int i = 0; i < areas.length(); i++) {
            int percent = switch (areas.charAt(i)) {
                case 'A' -> 90;
                case 'B' -> 78;
                case 'C' -> 60;
                case 'D' -> 40;
                default -> 10;
            };
            clauses.add(new Estimate.Clause("" + i, List.of(rated("R-" + i, percent, 100, State.NEAR, 1))));
        }
        return clauses;
    }

    @Test
    void theTenVectorsOfTheBsciRule() {
        Map<String, String> vectors = Map.of(
                "AAAAAAAAAAAAA", "A",
                "AAAAAAABBBBBB", "A",
                "AAAAAABBBBBBB", "B",
                "AAAAAAAAAACCC", "B",
                "AAAAAAAAACCCC", "C",
                "AAAAAAAAAAADD", "C",
                "AAAAAAAAAADDD", "D",
                "AAAAAAAAAAAAE", "D",
                "AAAAAAAEEEEEE", "D",
                "AAAAAAEEEEEEE", "E");
        vectors.forEach((areas, grade) -> assertEquals(
                grade, Estimate.of(scheme("amfori-bsci"), bsci(areas)).grade(), areas));
    }

    @Test
    void bandsBeginExactlyWhereTheFilesSay() {
        Map<Integer, String> bsci = Map.of(86, "A", 85, "B", 71, "B", 70, "C", 51, "C", 50, "D", 30, "D", 29, "E");
        bsci.forEach((percent, grade) ->
                assertEquals(grade, ((Rating.Clauses) scheme("amfori-bsci")).band(percent), percent + " %"));
        Map<Integer, String> wca = Map.of(85, "85-100", 84, "71-84", 71, "71-84", 70, "51-70", 51, "51-70", 50, "0-50");
        wca.forEach((percent, grade) ->
                assertEquals(grade, of("intertek-wca", percent, 100).grade()));
        assertEquals(Rating.Points.PASS, of("gsv", 71, 100).grade());
        assertEquals(Rating.Points.BELOW, of("gsv", 7099, 10000).grade(), "never rounded up");
        assertEquals(new Estimate(Rating.Points.PASS, 76, List.of()), of("scan", 76, 83));
        assertEquals(new Estimate(Rating.Points.BELOW, 75, List.of()), of("scan", 75, 83));
    }

    private static Estimate of(String rating, int met, int possible) {
        return Estimate.of(
                scheme(rating), List.of(new Estimate.Clause("1", List.of(rated("R", met, possible, State.NEAR, 1)))));
    }

    @Test
    void whileAZeroToleranceGapIsOpenThereIsNoGradeAndClosingItComesFirst() {
        for (Rating rating : RATINGS.values()) {
            List<Estimate.Clause> clauses = List.of(new Estimate.Clause(
                    "1",
                    List.of(
                            rated("fine", 4000, 4000, State.READY, 1),
                            rated("stop", 0, 4, State.STOP, 900),
                            rated("cheap", 0, 40, State.GAP, 1))));
            assertEquals("", Estimate.of(rating.scheme(), clauses).grade(), rating.id());
            CheapestPath path = CheapestPath.of(rating.scheme(), clauses).orElseThrow();
            assertEquals(List.of("stop"), path.requirements(), rating.id());
        }
    }

    @Test
    void isoTypesNameTheWorstThatThereIs() {
        assertEquals(Rating.Nonconformities.NONE, iso(State.READY).grade());
        assertEquals(
                Rating.Nonconformities.MINOR,
                iso(State.READY, State.NEAR, State.GAP).grade());
        assertEquals(2, iso(State.READY, State.NEAR, State.GAP).value());
        assertEquals(
                Rating.Nonconformities.UNKNOWN, iso(State.UNKNOWN, State.GAP).grade());
        assertEquals(
                Rating.Nonconformities.MAJOR,
                iso(State.UNKNOWN, State.GAP, State.FAILING).grade());
    }

    private static Estimate iso(State... states) {
        List<Rated> all = IntStream.range(0, states.length)
                .mapToObj(i -> rated("R-" + i, states[i].quarters(), 4, states[i], 1))
                .toList();
        return Estimate.of(scheme("iso-9001"), List.of(new Estimate.Clause("4", all)));
    }

    private static final List<State> UNSTOPPED =
            List.of(State.FAILING, State.UNKNOWN, State.GAP, State.NEAR, State.READY);

    /** A rating with clauses that share no requirement. */
    private record Case(Rating rating, List<Estimate.Clause> clauses) {}

    private static Case anyCase(RandomGenerator random) {
        List<Rating> all = RATINGS.values().stream()
                .sorted(java.util.Comparator.comparing(Rating::id))
                .toList();
        List<Estimate.Clause> clauses = new ArrayList<>();
        int n = 0;
        for (int c = 0; c < 3; c++) {
            List<Rated> requirements = new ArrayList<>();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                State worst = UNSTOPPED.get(random.nextInt(UNSTOPPED.size()));
                int weight = List.of(1, 3, 6, 10).get(random.nextInt(4));
                requirements.add(rated(
                        "R-" + n++, weight * worst.quarters(), weight * State.FULL, worst, 1 + random.nextInt(30)));
            }
            clauses.add(new Estimate.Clause("" + c, requirements));
        }
        return new Case(all.get(random.nextInt(all.size())), clauses);
    }

    @Test
    void noOtherSetOfFixesReachesTheNextGradeWithLessEffort() {
        forAll(EstimateTest::anyCase, c -> {
            Rating.Scheme scheme = c.rating().scheme();
            List<String> grades = scheme.grades();
            int now = grades.indexOf(Estimate.of(scheme, c.clauses()).grade());
            Optional<CheapestPath> path = CheapestPath.of(scheme, c.clauses());
            List<Rated> all = List.copyOf(Estimate.distinct(c.clauses()));
            long least = Long.MAX_VALUE;
            for (int set = 0; set < 1 << all.size(); set++) {
                Set<String> fixes = new HashSet<>();
                long effort = 0;
                for (int i = 0; i < all.size(); i++) {
                    if ((set >> i & 1) == 1) {
                        fixes.add(all.get(i).requirement());
                        effort += all.get(i).effort();
                    }
                }
                String then = Estimate.of(scheme, CheapestPath.with(c.clauses(), fixes))
                        .grade();
                if (grades.indexOf(then) < now) {
                    least = Math.min(least, effort);
                }
            }
            if (least == Long.MAX_VALUE) {
                assertTrue(path.isEmpty() || grades.indexOf(path.get().grade()) >= now);
                return;
            }
            long effort = all.stream()
                    .filter(r -> path.orElseThrow().requirements().contains(r.requirement()))
                    .mapToLong(Rated::effort)
                    .sum();
            assertEquals(least, effort);
            assertTrue(grades.indexOf(path.orElseThrow().grade()) < now);
        });
    }

    @Test
    void anEstimateNeverRisesWhenAFactGetsWorse() {
        forAll(
                random -> {
                    Case c = anyCase(random);
                    List<Rated> all = List.copyOf(Estimate.distinct(c.clauses()));
                    Rated spoilt = all.get(random.nextInt(all.size()));
                    return Map.entry(c, spoilt);
                },
                given -> {
                    Case c = given.getKey();
                    Rated spoilt = given.getValue();
                    Rated worse =
                            rated(spoilt.requirement(), 0, spoilt.score().possible(), State.FAILING, spoilt.effort());
                    List<Estimate.Clause> then = c.clauses().stream()
                            .map(x -> new Estimate.Clause(
                                    x.number(),
                                    x.requirements().stream()
                                            .map(r -> r.equals(spoilt) ? worse : r)
                                            .toList()))
                            .toList();
                    List<String> grades = c.rating().scheme().grades();
                    int before = grades.indexOf(
                            Estimate.of(c.rating().scheme(), c.clauses()).grade());
                    int after = grades.indexOf(
                            Estimate.of(c.rating().scheme(), then).grade());
                    assertTrue(after >= before);
                });
    }
}
