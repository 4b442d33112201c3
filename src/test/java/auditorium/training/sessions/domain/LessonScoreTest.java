package auditorium.training.sessions.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LessonScoreTest {

    @Test
    void nobodyMastersALessonByBeingThere() {
        assertFalse(LessonScore.NONE.passed(0));
        assertFalse(LessonScore.NONE.passed(80));
        assertEquals(0, LessonScore.NONE.percent());
    }

    @Test
    void twoQuestionsSayNothingThreeDo() {
        LessonScore two = LessonScore.NONE.plus(true, 100, 100).plus(true, 100, 100);
        assertFalse(two.passed(80));
        assertTrue(two.plus(true, 100, 100).passed(80));
    }

    @Test
    void whatWasNotAnsweredCountsAndMoreRightAnswersNeverMakeItWorse() {
        Cases.forAll(RandomGenerator::nextLong, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            LessonScore score = LessonScore.NONE;
            int right = 0;
            int asked = 3 + random.nextInt(8);
            for (int i = 0; i < asked; i++) {
                boolean good = random.nextBoolean();
                right += good ? 1 : 0;
                score = score.plus(good || random.nextBoolean(), good ? 100 : 0, 100);
            }
            int pass = random.nextInt(101);
            assertEquals(100 * right / asked, score.percent());
            assertEquals(100 * right / asked >= pass, score.passed(pass));
            assertTrue(score.plus(true, 100, 100).percent() >= score.percent());
        });
    }
}
