package auditorium.quizzes.domain;

import static auditorium.Cases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ItemSumsTest {

    static List<Map<String, Mark>> some(RandomGenerator random) {
        List<Map<String, Mark>> attempts = new ArrayList<>();
        int size = random.nextInt(40);
        for (int i = 0; i < size; i++) {
            Map<String, Mark> marks = new HashMap<>();
            for (int q = 0; q < 6; q++) {
                if (random.nextInt(3) > 0) {
                    int possible = 100 * (1 + q % 3);
                    marks.put(
                            "q" + q,
                            new Mark(random.nextInt(3) == 0 ? possible : random.nextInt(possible + 1), possible));
                }
            }
            attempts.add(marks);
        }
        return attempts;
    }

    static Map<String, ItemSums> sums(List<Map<String, Mark>> attempts) {
        return ItemSums.of(attempts, (attempt, question) -> question, Function.identity());
    }

    private static void assertSame(OptionalDouble expected, OptionalDouble actual) {
        assertEquals(expected.isPresent(), actual.isPresent(), expected + " and " + actual);
        expected.ifPresent(e -> assertEquals(e, actual.getAsDouble(), 1e-6));
    }

    @Test
    void theySayWhatTheAttemptsThemselvesSay() {
        forAll(ItemSumsTest::some, attempts -> {
            Map<String, ItemAnalysis.Item> items = ItemAnalysis.of(attempts).items();
            Map<String, ItemSums> sums = sums(attempts);
            assertEquals(items.keySet(), sums.keySet());
            items.forEach((question, item) -> {
                ItemSums of = sums.getOrDefault(question, ItemSums.NONE);
                assertEquals(item.attempts(), of.attempts());
                assertSame(item.facility(), of.facility());
                assertSame(item.deviation(), of.deviation());
                assertSame(item.discrimination(), of.discrimination());
            });
        });
    }

    @Test
    void twoFactoriesTogetherAreTheSumOfBoth() {
        forAll(random -> List.of(some(random), some(random)), both -> {
            List<Map<String, Mark>> together = new ArrayList<>(both.get(0));
            together.addAll(both.get(1));
            Map<String, ItemSums> apart = new HashMap<>(sums(both.get(0)));
            sums(both.get(1)).forEach((q, s) -> apart.merge(q, s, ItemSums::plus));
            Map<String, ItemSums> whole = sums(together);
            assertEquals(whole.keySet(), apart.keySet());
            whole.forEach((q, s) -> {
                assertEquals(s.attempts(), apart.getOrDefault(q, ItemSums.NONE).attempts());
                assertEquals(s.x(), apart.getOrDefault(q, ItemSums.NONE).x(), 1e-9);
                assertEquals(s.xy(), apart.getOrDefault(q, ItemSums.NONE).xy(), 1e-9);
            });
        });
    }

    @Test
    void nothingSaysNothing() {
        assertTrue(ItemSums.NONE.facility().isEmpty());
        assertTrue(ItemSums.NONE.deviation().isEmpty());
        assertTrue(ItemSums.NONE.discrimination().isEmpty());
    }
}
