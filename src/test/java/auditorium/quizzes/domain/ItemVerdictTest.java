package auditorium.quizzes.domain;

import static auditorium.Cases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.platform.Lang;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ItemVerdictTest {

    /** People who know between nothing and all; at the question asked about, {@code odds} says how likely each is right. */
    private static ItemSums people(int n, long seed, DoubleUnaryOperator odds) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Map<String, Mark>> attempts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double knows = random.nextDouble();
            Map<String, Mark> marks = new HashMap<>();
            for (int q = 0; q < 7; q++) {
                marks.put("q" + q, mark(random.nextDouble() < knows));
            }
            marks.put("it", mark(random.nextDouble() < odds.applyAsDouble(knows)));
            attempts.add(marks);
        }
        return ItemSumsTest.sums(attempts).getOrDefault("it", ItemSums.NONE);
    }

    private static Mark mark(boolean right) {
        return new Mark(right ? 100 : 0, 100);
    }

    private static ItemVerdict verdict(ItemSums zh, ItemSums en) {
        return ItemVerdict.of(zh.plus(en), zh, en);
    }

    @Test
    void aQuestionThatThoseWhoKnowGetRightIsGood() {
        assertEquals(ItemVerdict.GOOD, verdict(people(200, 1, k -> k), ItemSums.NONE));
    }

    @Test
    void withFewAttemptsNothingIsSaid() {
        forAll(
                random -> people(random.nextInt(ItemAnalysis.SMALL_SAMPLE), random.nextLong(), k -> 1 - k),
                few -> assertEquals(ItemVerdict.FEW, verdict(few, ItemSums.NONE)));
    }

    @Test
    void aQuestionThatThoseWhoKnowGetWrongIsReversed() {
        assertEquals(ItemVerdict.REVERSED, verdict(people(200, 2, k -> 1 - k), ItemSums.NONE));
    }

    @Test
    void hardEasyAndFlatAreTold() {
        assertEquals(ItemVerdict.HARD, verdict(people(200, 3, k -> 0.3 * k), ItemSums.NONE));
        assertEquals(ItemVerdict.EASY, verdict(people(200, 4, k -> 0.99), ItemSums.NONE));
        assertEquals(ItemVerdict.FLAT, verdict(people(400, 5, k -> 0.6), ItemSums.NONE));
    }

    @Test
    void aQuestionThatFailsInOneLanguageOnlyIsFlaggedWithTheLanguage() {
        ItemSums well = people(100, 6, k -> 0.5 + k / 2);
        ItemSums badly = people(25, 7, k -> 0.15 * k);
        assertEquals(ItemVerdict.ONE_LANGUAGE, verdict(well, badly));
        assertEquals(Optional.of(Lang.EN), ItemVerdict.failsOnlyIn(well, badly));
        assertEquals(Optional.of(Lang.ZH), ItemVerdict.failsOnlyIn(badly, well));
    }

    /** All who read English know less of everything: no wording is to blame. */
    @Test
    void aLanguageReadByPeopleWhoKnowLessIsNotBlamed() {
        int blamed = 0;
        for (long seed = 1; seed <= 200; seed++) {
            ItemSums zh = weak(seed, 100, 0.4);
            ItemSums en = weak(seed + 1000, 40, 0);
            blamed += ItemVerdict.failsOnlyIn(zh, en).isPresent() ? 1 : 0;
        }
        assertTrue(blamed <= 6, blamed + " of 200");
    }

    private static ItemSums weak(long seed, int n, double more) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Map<String, Mark>> attempts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double knows = more + random.nextDouble() * 0.6;
            Map<String, Mark> marks = new HashMap<>();
            for (int q = 0; q < 8; q++) {
                marks.put("q" + q, mark(random.nextDouble() < knows));
            }
            attempts.add(marks);
        }
        return ItemSumsTest.sums(attempts).getOrDefault("q0", ItemSums.NONE);
    }

    /** English readers fail at another question, so all else goes better for them by comparison: nothing here fails. */
    @Test
    void aQuestionThatGoesWellInBothLanguagesFailsInNeither() {
        assertEquals(Optional.empty(), ItemVerdict.failsOnlyIn(people(100, 10, k -> 0.86), people(40, 11, k -> 1)));
    }

    @Test
    void tooFewInALanguageAreNotCompared() {
        assertEquals(Optional.empty(), ItemVerdict.failsOnlyIn(people(100, 8, k -> 1), people(9, 9, k -> 0)));
    }
}
