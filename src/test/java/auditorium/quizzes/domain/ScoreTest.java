package auditorium.quizzes.domain;

import static auditorium.Cases.forAll;
import static auditorium.quizzes.domain.Some.question;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ScoreTest {

    private record Case(List<Question> questions, Map<String, Answer> answers) {

        static Case some(RandomGenerator random) {
            List<Question> questions = Some.questions(random);
            Map<String, Answer> answers = new HashMap<>();
            questions.stream()
                    .filter(q -> random.nextInt(3) > 0)
                    .forEach(q -> answers.put(q.id(), Some.any(random, q)));
            return new Case(questions, answers);
        }

        Score score() {
            return Score.of(questions, answers, Map.of());
        }
    }

    @Test
    void oneMoreRightAnswerNeverLowersTheScore() {
        forAll(Case::some, c -> {
            for (Question question : c.questions()) {
                if (!c.answers().containsKey(question.id())) {
                    Map<String, Answer> more = new HashMap<>(c.answers());
                    more.put(question.id(), Some.right(question));
                    Score better = Score.of(c.questions(), more, Map.of());
                    assertTrue(better.earned() >= c.score().earned());
                    assertTrue(better.percent() >= c.score().percent());
                }
            }
        });
    }

    @Test
    void aRightAnswerInPlaceOfAnyOtherNeverLowersWhatIsEarned() {
        forAll(Case::some, c -> {
            for (Question question : c.questions()) {
                if (!(question.form() instanceof Form.Essay)) {
                    Map<String, Answer> more = new HashMap<>(c.answers());
                    more.put(question.id(), Some.right(question));
                    assertTrue(Score.of(c.questions(), more, Map.of()).earned()
                            >= c.score().earned());
                }
            }
        });
    }

    @Test
    void aHundredPerCentMeansThatNothingWasMissed() {
        forAll(Case::some, c -> {
            Score score = c.score();
            assertTrue(score.percent() >= 0 && score.percent() <= 100);
            assertEquals(
                    score.percent() == 100,
                    score.missed().isEmpty() && score.pending().isEmpty());
        });
    }

    @Test
    void eachQuestionCountsForEachRequirementItTests() {
        Question both = question("both", 1, List.of("SC-21", "SC-22", "SC-22"), 2, Some.single("a", "a", "b"));
        Question one = question("one", 1, List.of("SC-22"), 1, Some.single("a", "a", "b"));
        Score score = Score.of(List.of(both, one), Map.of("both", new Answer.Chosen(Set.of("a"))), Map.of());
        assertEquals(Map.of("SC-21", new Mark(200, 200), "SC-22", new Mark(200, 300)), score.requirements());
        assertEquals(new Mark(200, 300), score.total());
        assertEquals(List.of("one"), score.missed());
        assertEquals(66, score.percent());
    }

    @Test
    void almostIsNotPassed() {
        Question part = question("q", 1, List.of(), 1, Some.multiple(true, "abcde", "a", "b", "c", "d", "e", "f"));
        Score score = Score.of(List.of(part), Map.of("q", new Answer.Chosen(Set.of("a", "b", "c", "d"))), Map.of());
        assertTrue(score.passed(80));
        assertFalse(score.passed(81));
    }

    @Test
    void whatAPersonHasYetToMarkIsPendingAndNotMissed() {
        Question essay = question("essay", Some.essay());
        Map<String, Answer> answers = Map.of("essay", new Answer.FreeText("text"));
        Score before = Score.of(List.of(essay), answers, Map.of());
        assertEquals(List.of("essay"), before.pending());
        assertEquals(List.of(), before.missed());
        Score after = Score.of(List.of(essay), answers, Map.of("essay", new Mark(66, 100)));
        assertEquals(List.of(), after.pending());
        assertEquals(List.of("essay"), after.missed());
        assertEquals(66, after.percent());
    }

    @Test
    void experienceIsNeitherEarnedNorMissed() {
        Question lived = question("lived", Some.experience("a", "b"));
        Score score = Score.of(List.of(lived), Map.of(), Map.of());
        assertEquals(new Score(Mark.UNSCORED, Map.of("lived", Mark.UNSCORED), Map.of(), List.of(), List.of()), score);
    }

    @Test
    void aQuestionStandsOnAPaperOnce() {
        Question twice = question("q", Some.single("a", "a", "b"));
        assertThrows(IllegalArgumentException.class, () -> Score.of(List.of(twice, twice), Map.of(), Map.of()));
    }
}
