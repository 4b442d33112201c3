package auditorium.quizzes.domain;

import static auditorium.Cases.forAll;
import static auditorium.quizzes.domain.Some.question;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final String LONG = "长".repeat(4001);

    private static void refused(Form form, Answer answer) {
        assertTrue(Answers.problem(question("q", form), answer).isPresent(), answer::toString);
    }

    private static void fits(Form form, Answer answer) {
        assertEquals(Optional.empty(), Answers.problem(question("q", form), answer));
    }

    private static Answer chosen(String... ids) {
        return new Answer.Chosen(Set.of(ids));
    }

    private record Case(Question question, Question other, Answer answer) {}

    @Test
    void everyFormRefusesEveryOtherKindOfAnswer() {
        forAll(
                random -> {
                    Question other = question(random, "other");
                    return new Case(question(random, "q"), other, Some.right(other));
                },
                c -> {
                    if (c.answer().getClass() != Some.right(c.question()).getClass()) {
                        assertTrue(Answers.problem(c.question(), c.answer()).isPresent());
                    }
                });
    }

    @Test
    void whetherAnAnswerFitsDoesNotTellTheKey() {
        forAll(
                random -> {
                    Question question = question(random, "q");
                    return new Case(question, Rekeyed.question(random, question), Some.any(random, question));
                },
                c -> assertEquals(Answers.problem(c.question(), c.answer()), Answers.problem(c.other(), c.answer())));
    }

    @Test
    void anUnknownEmptyOrLookAlikeOptionIsRefused() {
        refused(Some.single("a", "a", "b"), chosen("c"));
        refused(Some.single("a", "a", "b"), chosen(""));
        refused(Some.single("a", "a", "b"), chosen("\u0430"));
        refused(Some.multiple(true, "a", "a", "b"), chosen("a", "A"));
        refused(Some.experience("a", "b"), chosen("z"));
    }

    @Test
    void aSingleChoiceHasExactlyOneAndSeveralMayAllBeTakenBack() {
        refused(Some.single("a", "a", "b"), chosen("a", "b"));
        refused(Some.single("a", "a", "b"), chosen());
        fits(Some.multiple(true, "a", "a", "b"), chosen());
    }

    @Test
    void moreThanTwoHundredEntriesAreRefusedWhateverTheyAre() {
        Set<String> many = IntStream.rangeClosed(0, 200).mapToObj(i -> "o" + i).collect(Collectors.toSet());
        String[] all = many.toArray(String[]::new);
        refused(Some.multiple(true, "o1", all), new Answer.Chosen(many));
        refused(Some.ordering(all), new Answer.Order(List.copyOf(many)));
    }

    @Test
    void aTextOverFourThousandCharactersIsRefused() {
        refused(Some.essay(), new Answer.FreeText(LONG));
        refused(Some.gaps(), new Answer.Filled(Map.of("2", LONG)));
        refused(new Form.ShortText(List.of("a"), List.of("a"), Some.WHY), new Answer.Words(LONG));
        fits(Some.essay(), new Answer.FreeText(LONG.substring(1)));
    }

    @Test
    void anOrderHasEachItemOnceAtMost() {
        refused(Some.ordering("a", "b"), new Answer.Order(List.of("a", "a")));
        refused(Some.ordering("a", "b"), new Answer.Order(List.of("a", "c")));
        fits(Some.ordering("a", "b"), new Answer.Order(List.of("b")));
    }

    @Test
    void aRightSideIsNotNamedByItsPair() {
        refused(Some.matching("saw=guard", "lift=gate"), new Answer.Pairs(Map.of("saw", "saw")));
        refused(Some.matching("saw=guard", "lift=gate"), new Answer.Pairs(Map.of("drill", "r-0")));
    }

    @Test
    void aGapOrGroupThatIsNotThereIsRefused() {
        refused(Some.gaps(), new Answer.Filled(Map.of("3", "a")));
        refused(Some.gaps(), new Answer.Filled(Map.of("1", "z")));
        refused(Some.groups("gift=over", "lunch=fine"), new Answer.Sorted(Map.of("gift", "maybe")));
        refused(Some.groups("gift=over", "lunch=fine"), new Answer.Sorted(Map.of("cash", "over")));
    }

    @Test
    void aSquareOutsideTheGridIsRefused() {
        Form room = Some.hotspot("A1");
        fits(room, new Answer.Squares(Set.of("A1", "F4")));
        List.of("G1", "A5", "A0", "a1", "A", "", "A10", "A\u0661", "\uff211", "@1")
                .forEach(square -> refused(room, new Answer.Squares(Set.of(square))));
    }

    @Test
    void aStepOfACaseIsCheckedLikeAnyQuestion() {
        Form.Scenario scenario = new Form.Scenario(
                Some.text("case"),
                List.of(new Form.Scenario.Step(question("now", Some.single("a", "a", "b")), Map.of())));
        fits(scenario, new Answer.Steps(Map.of("now", chosen("b"))));
        refused(scenario, new Answer.Steps(Map.of("now", chosen("c"))));
        refused(scenario, new Answer.Steps(Map.of("then", chosen("a"))));
        refused(scenario, new Answer.Steps(Map.of("now", new Answer.Steps(Map.of()))));
    }

    @Test
    void aNumberIsReadAsPeopleTypeIt() {
        assertEquals(Optional.of(amount("2080")), Answer.Amount.of(" ２，０８０．００ "));
        assertEquals(Optional.of(amount("-1.5")), Answer.Amount.of("−1.5"));
        assertEquals(amount("2.5"), amount("2.50"));
        assertEquals(amount("0"), amount("-0.000"));
        List.of("NaN", "1e9", "Infinity", "", " ", "0x10", "1,00", "36h", ".5", "1.", "9".repeat(200))
                .forEach(typed -> assertEquals(Optional.empty(), Answer.Amount.of(typed)));
    }

    @Test
    void anEndlessNumberIsRefused() {
        refused(Some.number("36", "0"), amount("1e1000000"));
        refused(Some.number("36", "0"), amount("1e-1000000"));
        refused(Some.number("36", "0"), amount("9".repeat(60)));
    }

    @Test
    void equalAnswersAreEqualWhateverOrderTheyCameIn() {
        forAll(
                random -> {
                    List<String> shuffled = new ArrayList<>(List.of("c", "a", "b"));
                    Collections.shuffle(shuffled, random);
                    return new Answer.Chosen(new LinkedHashSet<>(shuffled));
                },
                chosen -> assertEquals("Chosen[ids=[a, b, c]]", chosen.toString()));
        assertFalse(chosen("a").equals(chosen("b")));
    }

    private static Answer.Amount amount(String value) {
        return new Answer.Amount(new BigDecimal(value));
    }
}
