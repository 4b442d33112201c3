package auditorium.quizzes.domain;

import static auditorium.Cases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.quizzes.domain.Fsrs.Grade;
import auditorium.quizzes.domain.Fsrs.Phase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FsrsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static final List<Grade> GRADES = List.of(Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY);

    private static List<Grade> grades(String letters) {
        return letters.chars()
                .mapToObj(c -> switch (c) {
                    case 'A' -> Grade.AGAIN;
                    case 'H' -> Grade.HARD;
                    case 'G' -> Grade.GOOD;
                    default -> Grade.EASY;
                })
                .toList();
    }

    private static Fsrs some(RandomGenerator random) {
        Fsrs memory = Fsrs.first(grade(random), MONDAY);
        for (int i = 0; i < random.nextInt(30); i++) {
            memory = memory.next(grade(random), memory.dueOn().plusDays(random.nextInt(5) - 1L));
        }
        return memory;
    }

    private static Grade grade(RandomGenerator random) {
        return GRADES.get(random.nextInt(4));
    }

    /** As py-fsrs's test_review_card, ts-fsrs and others have it, each review on its due day. */
    @Test
    void theReferenceSequenceIsReproduced() {
        List<Integer> days = new ArrayList<>();
        Fsrs memory = Fsrs.first(Grade.GOOD, MONDAY);
        days.add(memory.days());
        for (Grade grade : grades("GGGGGAAGGGGG")) {
            memory = memory.next(grade, memory.dueOn());
            days.add(memory.days());
        }
        assertEquals(List.of(0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21), days);
    }

    /** The test_memory_state of fsrs-rs and py-fsrs: again, then good after these days. */
    @Test
    void theReferenceMemoryIsReproduced() {
        Fsrs memory = Fsrs.first(Grade.AGAIN, MONDAY);
        LocalDate day = MONDAY;
        for (int after : new int[] {0, 1, 3, 8, 21}) {
            day = day.plusDays(after);
            memory = memory.next(Grade.GOOD, day);
        }
        assertEquals(53.62691, memory.stability(), 1e-4);
        assertEquals(6.3574867, memory.difficulty(), 1e-4);
    }

    /** The first stabilities and difficulties that ts-fsrs and py-fsrs have for the default weights. */
    @Test
    void theFirstAnswerGivesThePublishedMemories() {
        double[] stabilities = {0.212, 1.2931, 2.3065, 8.2956};
        double[] difficulties = {6.4133, 5.1121707, 2.1181040, 1};
        for (int i = 0; i < 4; i++) {
            Fsrs memory = Fsrs.first(GRADES.get(i), MONDAY);
            assertEquals(stabilities[i], memory.stability(), 1e-9);
            assertEquals(difficulties[i], memory.difficulty(), 1e-6);
        }
    }

    /** By the default weights 15 and 16. */
    @Test
    void hardGainsLessThanGoodAndEasyMore() {
        Fsrs memory = Fsrs.first(Grade.GOOD, MONDAY).next(Grade.GOOD, MONDAY);
        double good = memory.next(Grade.GOOD, memory.dueOn()).stability() - memory.stability();
        double hard = memory.next(Grade.HARD, memory.dueOn()).stability() - memory.stability();
        double easy = memory.next(Grade.EASY, memory.dueOn()).stability() - memory.stability();
        assertEquals(0.6014, hard / good, 1e-9);
        assertEquals(1.8729, easy / good, 1e-9);
    }

    @Test
    void learningGoesByMinutesFirst() {
        Fsrs again = Fsrs.first(Grade.AGAIN, MONDAY);
        assertEquals(Duration.ofMinutes(1), again.pause());
        assertEquals(Duration.ofSeconds(330), Fsrs.first(Grade.HARD, MONDAY).pause());
        assertEquals(Duration.ofMinutes(10), Fsrs.first(Grade.GOOD, MONDAY).pause());
        assertEquals(Phase.REVIEW, Fsrs.first(Grade.EASY, MONDAY).phase());
        assertEquals(MONDAY.plusDays(8), Fsrs.first(Grade.EASY, MONDAY).dueOn());
    }

    @Test
    void whatIsForgottenInReviewIsLearnedAgain() {
        Fsrs forgotten = Fsrs.first(Grade.EASY, MONDAY).next(Grade.AGAIN, MONDAY.plusDays(8));
        assertEquals(Phase.RELEARNING, forgotten.phase());
        assertEquals(Duration.ofMinutes(10), forgotten.pause());
        assertEquals(
                Duration.ofMinutes(15),
                forgotten.next(Grade.HARD, MONDAY.plusDays(8)).pause());
    }

    @Test
    void recallIsNinetyPerCentAfterAsManyDaysAsTheStability() {
        Fsrs tenDays = new Fsrs(10, 5, Phase.REVIEW, 0, MONDAY, Duration.ofDays(10));
        assertEquals(1, tenDays.recall(MONDAY), 1e-12);
        assertEquals(0.9, tenDays.recall(MONDAY.plusDays(10)), 1e-12);
        assertTrue(tenDays.recall(MONDAY.plusDays(11)) < 0.9);
    }

    @Test
    void aDayBeforeTheLastAnswerCountsAsTheSameDay() {
        Fsrs memory = Fsrs.first(Grade.EASY, MONDAY);
        assertEquals(memory.next(Grade.GOOD, MONDAY), memory.next(Grade.GOOD, MONDAY.minusDays(3)));
    }

    @Test
    void whateverHappensTheNumbersStayInTheirRanges() {
        forAll(FsrsTest::some, memory -> {
            assertTrue(memory.stability() >= 0.001 && memory.stability() < 1e9);
            assertTrue(memory.difficulty() >= 1 && memory.difficulty() <= 10);
            assertTrue(memory.days() <= 36_500);
            assertEquals(memory.phase() == Phase.REVIEW, memory.days() > 0);
        });
    }

    @Test
    void aBetterGradeNeverMeansASoonerQuestion() {
        forAll(FsrsTest::some, memory -> {
            LocalDate day = memory.dueOn();
            for (int i = 1; i < 4; i++) {
                Fsrs worse = memory.next(GRADES.get(i - 1), day);
                Fsrs better = memory.next(GRADES.get(i), day);
                assertTrue(better.stability() >= worse.stability());
                assertTrue(better.difficulty() <= worse.difficulty());
            }
        });
    }

    @Test
    void onlyAFullMarkIsRemembered() {
        assertEquals(Grade.GOOD, Grade.of(new Mark(100, 100)));
        assertEquals(Grade.AGAIN, Grade.of(new Mark(99, 100)));
    }
}
