package auditorium.quizzes.domain;

import static auditorium.Cases.forAll;
import static auditorium.quizzes.domain.Some.WHY;
import static auditorium.quizzes.domain.Some.question;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarkingTest {

    private static int earned(Form form, Answer answer) {
        return Marking.mark(question("q", form), Optional.of(answer)).earned();
    }

    private static Answer chosen(String... ids) {
        return new Answer.Chosen(Set.of(ids));
    }

    private record Case(Question question, Answer answer) {}

    @Test
    void aMarkIsNeverBelowNothingNorAboveWhatIsPossible() {
        forAll(
                random -> {
                    Question question = question(random, "q");
                    return new Case(question, Some.any(random, question));
                },
                c -> {
                    Mark mark = Marking.mark(c.question(), Optional.of(c.answer()));
                    assertTrue(mark.earned() >= 0 && mark.earned() <= mark.possible());
                    assertTrue(mark.possible() <= 100 * c.question().points());
                });
    }

    @Test
    void theRightAnswerEarnsEverythingAndFits() {
        forAll(random -> question(random, "q"), q -> {
            assertEquals(Optional.empty(), Answers.problem(q, Some.right(q)));
            if (!(q.form() instanceof Form.Essay)) {
                assertTrue(Marking.mark(q, Optional.of(Some.right(q))).full());
            }
        });
    }

    @Test
    void anAnswerThatDoesNotFitCountsAsNone() {
        forAll(
                random -> {
                    Question question = question(random, "q");
                    return new Case(question, Some.any(random, question));
                },
                c -> {
                    if (Answers.problem(c.question(), c.answer()).isPresent()) {
                        assertEquals(
                                Marking.mark(c.question(), Optional.empty()),
                                Marking.mark(c.question(), Optional.of(c.answer())));
                    }
                });
    }

    @Test
    void iDontKnowFitsEveryQuestionAndEarnsNothing() {
        forAll(random -> question(random, "q"), q -> {
            assertEquals(Optional.empty(), Answers.problem(q, new Answer.Unknown()));
            assertEquals(0, Marking.mark(q, Optional.of(new Answer.Unknown())).earned());
        });
    }

    @Test
    void aSingleChoiceIsAllOrNothing() {
        assertEquals(100, earned(Some.single("b", "a", "b", "c"), chosen("b")));
        assertEquals(0, earned(Some.single("b", "a", "b", "c"), chosen("a")));
        assertEquals(0, earned(Some.single("b", "a", "b", "c"), chosen("a", "b")));
    }

    @Test
    void inAPartialChoiceEachWrongOneCostsARightOne() {
        Form three = Some.multiple(true, "abc", "a", "b", "c", "d", "e");
        assertEquals(100, earned(three, chosen("a", "b", "c")));
        assertEquals(66, earned(three, chosen("a", "b")));
        assertEquals(33, earned(three, chosen("a", "b", "d")));
        assertEquals(0, earned(three, chosen("d", "e")));
        assertEquals(33, earned(three, chosen("a", "b", "c", "d", "e")));
    }

    @Test
    void withoutPartialAllRightOnesAndNoOtherMustBeChosen() {
        Form two = Some.multiple(false, "ab", "a", "b", "c");
        assertEquals(100, earned(two, chosen("b", "a")));
        assertEquals(0, earned(two, chosen("a")));
        assertEquals(0, earned(two, chosen("a", "b", "c")));
    }

    @Test
    void aNumberIsRightUpToTheEndsOfTheTolerance() {
        Form hours = Some.number("36", "0.5");
        assertEquals(100, earned(hours, new Answer.Amount(new BigDecimal("36.5"))));
        assertEquals(100, earned(hours, new Answer.Amount(new BigDecimal("35.50"))));
        assertEquals(0, earned(hours, new Answer.Amount(new BigDecimal("36.51"))));
        assertEquals(0, earned(hours, new Answer.Amount(new BigDecimal("1e2000000000"))));
    }

    @Test
    void aShortTextIsComparedAsPeopleType() {
        Form seal = new Form.ShortText(List.of("ISO 17712 封条"), List.of("bolt seal"), WHY);
        assertEquals(100, earned(seal, new Answer.Words("  Bolt\u3000 SEAL\n")));
        assertEquals(100, earned(seal, new Answer.Words("ｉｓｏ　１７７１２ 封条")));
        assertEquals(100, earned(seal, new Answer.Words("ＩＳＯ 17712 封條"))); // as people from Hong Kong write it
        assertEquals(100, earned(seal, new Answer.Words("bolt\u00a0se\u200bal")));
        assertEquals(0, earned(seal, new Answer.Words("boltseal")));
        assertEquals(0, earned(new Form.ShortText(List.of(""), List.of(), WHY), new Answer.Words(" ")));
    }

    @Test
    void anOrderEarnsByItsLongestRunThatIsRight() {
        Form five = Some.ordering("a", "b", "c", "d", "e");
        assertEquals(100, earned(five, new Answer.Order(List.of("a", "b", "c", "d", "e"))));
        assertEquals(75, earned(five, new Answer.Order(List.of("b", "c", "d", "e", "a"))));
        assertEquals(50, earned(five, new Answer.Order(List.of("a", "c", "e"))));
        assertEquals(0, earned(five, new Answer.Order(List.of("e", "d", "c", "b", "a"))));
        assertEquals(0, earned(five, new Answer.Order(List.of())));
    }

    @Test
    void pairsGroupsAndGapsEarnTheShareThatIsRight() {
        Question machines = question("q", Some.matching("saw=guard", "press=two hands", "lift=gate"));
        String guard = RightSides.id(Some.pair(machines, "saw"));
        assertEquals(33, earned(machines.form(), new Answer.Pairs(Map.of("saw", guard, "press", guard))));
        Form line = Some.groups("gift=over", "lunch=fine", "cash=over");
        assertEquals(66, earned(line, new Answer.Sorted(Map.of("gift", "over", "cash", "over", "lunch", "over"))));
        assertEquals(100, earned(Some.gaps(), new Answer.Filled(Map.of("1", "a", "2", "Seal "))));
        assertEquals(50, earned(Some.gaps(), new Answer.Filled(Map.of("1", "b", "2", "封条"))));
    }

    @Test
    void pairsWithTheSameRightSideMayStandForEachOther() {
        Question q = question("q", Some.matching("saw=guard", "drill=guard", "lift=gate"));
        assertEquals(2, RightSides.of((Form.Matching) q.form()).size());
        assertEquals(RightSides.id(Some.pair(q, "saw")), RightSides.id(Some.pair(q, "drill")));
    }

    @Test
    void onAPictureEachSquareOutsideAllFaultsCostsAFault() {
        Form room = Some.hotspot("A1 A2", "C3", "F4");
        assertEquals(100, earned(room, new Answer.Squares(Set.of("A1", "A2", "C3", "F4"))));
        assertEquals(33, earned(room, new Answer.Squares(Set.of("A2", "C3", "B2"))));
        assertEquals(0, earned(room, new Answer.Squares(Set.of("A1", "B2", "B3"))));
    }

    @Test
    void anEssayWaitsForAPersonAndAnExperienceIsNeverScored() {
        Question essay = question("q", Some.essay());
        Optional<Answer> text = Optional.of(new Answer.FreeText("…"));
        assertEquals(new Mark(0, 100), Marking.mark(essay, text));
        assertTrue(Marking.pending(essay, text));
        assertFalse(Marking.pending(essay, Optional.empty()));
        assertFalse(Marking.pending(essay, Optional.of(new Answer.Unknown())));
        assertEquals(new Mark(66, 100), Marking.judged(essay, Map.of("what", 9, "why", -1, "style", 5)));
        assertEquals(Mark.UNSCORED, Marking.mark(question("q", Some.experience("a", "b")), Optional.of(chosen("b"))));
    }
}
