package auditorium.quizzes.domain;

import static auditorium.Cases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.quizzes.domain.ItemAnalysis.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ItemAnalysisTest {

    /** Four attempts at three questions of one point: 111, 110, 100, 001. */
    private static final List<Map<String, Mark>> FOUR =
            List.of(attempt(1, 1, 1), attempt(1, 1, 0), attempt(1, 0, 0), attempt(0, 0, 1));

    private static Map<String, Mark> attempt(int... points) {
        Map<String, Mark> marks = new HashMap<>();
        for (int i = 0; i < points.length; i++) {
            marks.put("q" + (i + 1), new Mark(100 * points[i], 100));
        }
        return marks;
    }

    private static List<Map<String, Mark>> some(RandomGenerator random) {
        List<Map<String, Mark>> attempts = new ArrayList<>();
        for (int i = 0; i < random.nextInt(30); i++) {
            Map<String, Mark> marks = new HashMap<>();
            for (int q = 0; q < 6; q++) {
                if (random.nextInt(3) > 0) {
                    marks.put("q" + q, new Mark(random.nextInt(101), 100));
                }
            }
            attempts.add(marks);
        }
        return attempts;
    }

    private static void assertNear(double expected, OptionalDouble actual) {
        assertEquals(expected, actual.orElseThrow(), 1e-9);
    }

    /** By hand: x = 1 1 1 0 and rest = 2 1 0 1 have covariance 0, y = 1 1 0 0 and rest 2 1 1 1 have 1/6. */
    @Test
    void theNumbersAreMoodles() {
        Map<String, Item> items = ItemAnalysis.of(FOUR).items();
        Item first = item(items, "q1");
        assertNear(75, first.facility());
        assertNear(50, first.deviation());
        assertNear(0, first.discrimination());
        assertNear(0, first.efficiency());
        Item second = item(items, "q2");
        assertNear(50, second.facility());
        assertNear(100 * Math.sqrt(1.0 / 3), second.deviation());
        assertNear(100 * (1.0 / 6) / Math.sqrt(1.0 / 3 * 1.0 / 4), second.discrimination());
        assertNear(100, second.efficiency());
        Item third = item(items, "q3");
        assertNear(100 * (-1.0 / 6) / Math.sqrt(1.0 / 3 * 11.0 / 12), third.discrimination());
        assertNear(100 * (-1.0 / 6) / 0.5, third.efficiency());
    }

    /** Covariances with the total 3 2 1 1: 1/4, 1/2 and 1/6. */
    @Test
    void effectiveWeightsAreSharesOfTheRootsOfTheCovariances() {
        Map<String, Item> items = ItemAnalysis.of(FOUR).items();
        double sum = Math.sqrt(1.0 / 4) + Math.sqrt(1.0 / 2) + Math.sqrt(1.0 / 6);
        assertNear(100 * Math.sqrt(1.0 / 4) / sum, item(items, "q1").weight());
        assertNear(100 * Math.sqrt(1.0 / 2) / sum, item(items, "q2").weight());
        assertNear(100 * Math.sqrt(1.0 / 6) / sum, item(items, "q3").weight());
    }

    private static Item item(Map<String, Item> items, String question) {
        return Optional.ofNullable(items.get(question)).orElseThrow();
    }

    @Test
    void everythingStaysInItsRange() {
        forAll(ItemAnalysisTest::some, attempts -> {
            double weights = 0;
            for (Item item : ItemAnalysis.of(attempts).items().values()) {
                assertTrue(within(0, item.facility(), 100));
                assertTrue(within(0, item.deviation(), 71));
                assertTrue(within(-100, item.discrimination(), 100));
                assertTrue(within(Double.NEGATIVE_INFINITY, item.efficiency(), 100));
                assertTrue(within(0, item.weight(), 100));
                weights += item.weight().orElse(0);
            }
            assertTrue(weights == 0 || Math.abs(weights - 100) < 1e-6);
        });
    }

    private static boolean within(double low, OptionalDouble value, double high) {
        return value.isEmpty() || (value.getAsDouble() >= low - 1e-6 && value.getAsDouble() <= high + 1e-6);
    }

    @Test
    void oneAttemptSaysNothingAboutDifferences() {
        Item alone = item(ItemAnalysis.of(List.of(attempt(1, 0))).items(), "q1");
        assertNear(100, alone.facility());
        assertTrue(alone.deviation().isEmpty());
        assertTrue(alone.discrimination().isEmpty());
        assertTrue(alone.efficiency().isEmpty());
        assertTrue(alone.weight().isEmpty());
    }

    @Test
    void aQuestionThatEverybodyGetsRightDoesNotDiscriminate() {
        Item easy = item(
                ItemAnalysis.of(List.of(attempt(1, 0, 1), attempt(1, 1, 1), attempt(1, 1, 0)))
                        .items(),
                "q1");
        assertNear(0, easy.deviation());
        assertTrue(easy.discrimination().isEmpty());
        assertTrue(easy.efficiency().isEmpty());
        assertNear(0, easy.weight());
    }

    @Test
    void fewerThanTwentyAttemptsAreASmallSample() {
        List<Map<String, Mark>> attempts = new ArrayList<>();
        for (int i = 0; i < 19; i++) {
            attempts.add(attempt(i % 2, 1));
        }
        assertTrue(item(ItemAnalysis.of(attempts).items(), "q1").smallSample());
        attempts.add(attempt(1, 1));
        assertFalse(item(ItemAnalysis.of(attempts).items(), "q1").smallSample());
    }

    @Test
    void whatIsNeverScoredIsLeftOut() {
        assertEquals(
                Map.of(),
                ItemAnalysis.of(List.of(Map.of("lived", Mark.UNSCORED))).items());
    }

    @Test
    void choicesAreCountedThoseNobodyMadeIncluded() {
        List<Optional<Answer>> answers = List.of(
                Optional.of(new Answer.Chosen(Set.of("a"))),
                Optional.of(new Answer.Chosen(Set.of("a"))),
                Optional.of(new Answer.Chosen(Set.of("b"))),
                Optional.of(new Answer.Unknown()),
                Optional.of(new Answer.Chosen(Set.of("zzz"))),
                Optional.empty());
        assertEquals(
                new Choices(Map.of("a", 2, "b", 1, "c", 0), 1, 2, 6),
                Choices.of(Some.question("q", Some.single("a", "a", "b", "c")), answers));
    }

    @Test
    void choicesInPartsAreCountedByPart() {
        Choices gaps = Choices.of(
                Some.question("q", Some.gaps()),
                List.of(Optional.of(new Answer.Filled(Map.of("1", "b", "2", "a typed text")))));
        assertEquals(Map.of("1/a", 0, "1/b", 1, "1/c", 0), gaps.counts());
        Choices groups = Choices.of(
                Some.question("q", Some.groups("gift=over", "lunch=fine")),
                List.of(Optional.of(new Answer.Sorted(Map.of("gift", "fine")))));
        assertEquals(Map.of("gift/fine", 1, "gift/over", 0, "lunch/fine", 0, "lunch/over", 0), groups.counts());
    }
}
