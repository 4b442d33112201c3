package auditorium.quizzes.domain;

import static auditorium.Cases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RegradingTest {

    /** An attempt of random questions and answers, of which one question gets another key. */
    private record Case(List<Question> questions, Map<String, Answer> answers, Question old, Question key, int pass) {

        static Case some(RandomGenerator random) {
            List<Question> questions = new ArrayList<>(Some.questions(random));
            questions.removeIf(q -> q.form() instanceof Form.Essay);
            questions.add(Some.question("x", Some.single("a", "a", "b", "c")));
            Map<String, Answer> answers = new HashMap<>();
            questions.forEach(q -> {
                if (random.nextInt(5) > 0) {
                    answers.put(q.id(), Some.any(random, q));
                }
            });
            Question old = questions.get(random.nextInt(questions.size()));
            return new Case(questions, answers, old, Rekeyed.question(random, old), 1 + random.nextInt(100));
        }

        Score score(boolean newKey) {
            return Score.of(
                    questions.stream()
                            .map(q -> newKey && q.equals(old) ? key : q)
                            .toList(),
                    answers,
                    Map.of());
        }

        Regrading.Before before() {
            Score score = score(false);
            return new Regrading.Before(
                    score.questions().getOrDefault(old.id(), Mark.UNSCORED),
                    Optional.ofNullable(answers.get(old.id())),
                    score.total(),
                    score.possible() > 0 && score.passed(pass),
                    pass);
        }
    }

    @Test
    void aRegradedScoreIsTheOneThatTheNewKeyWouldHaveGiven() {
        forAll(Case::some, c -> {
            Optional<Regrading.After> after = Regrading.of(c.key(), c.before());
            if (Regrading.fits(c.key(), c.before().answer())) {
                assertEquals(
                        c.score(true).total(),
                        after.map(Regrading.After::total).orElse(c.before().total()));
            } else {
                assertEquals(Optional.empty(), after);
            }
        });
    }

    @Test
    void nobodyWhoHadPassedLosesThePass() {
        forAll(
                Case::some,
                c -> Regrading.of(c.key(), c.before()).ifPresent(after -> {
                    assertTrue(after.passed() || !c.before().passed());
                    assertEquals(
                            after.kept(),
                            c.before().passed()
                                    && after.total().percent() < c.before().pass());
                    if (after.total().percent() >= c.before().pass()
                            && after.total().possible() > 0) {
                        assertTrue(after.passed());
                    }
                }));
    }

    @Test
    void regradingTwiceIsRegradingOnce() {
        forAll(
                Case::some,
                c -> Regrading.of(c.key(), c.before())
                        .ifPresent(after -> assertEquals(
                                Optional.empty(),
                                Regrading.of(
                                        c.key(),
                                        new Regrading.Before(
                                                after.question(),
                                                c.before().answer(),
                                                after.total(),
                                                after.passed(),
                                                c.pass())))));
    }

    @Test
    void anotherKeyAsksAlikeAndAnotherWordingDoesNot() {
        Question question = Some.question("q", Some.single("a", "a", "b", "c"));
        assertTrue(Regrading.asksAlike(question, Some.question("q", Some.single("b", "a", "b", "c"))));
        assertTrue(Regrading.asksAlike(question, Some.question("q", Some.single("b", "c", "b", "a"))));
        assertFalse(Regrading.asksAlike(question, Some.question("q", Some.single("b", "a", "b", "d"))));
        assertFalse(Regrading.comparable(question, Some.question("q", Some.number("1", "0"))));
        assertFalse(Regrading.comparable(
                Some.question("q", Some.essay()), Some.question("q", Some.essay()))); // people mark these
        forAll(
                random -> {
                    Question q = Some.question(random, "q");
                    return List.of(q, Rekeyed.question(random, q));
                },
                both -> {
                    Question one = both.getFirst();
                    boolean machine = one.scored() && !(one.form() instanceof Form.Essay);
                    // a picture's areas are part of its key, and the test's other picture is described alike
                    assertEquals(
                            machine,
                            Regrading.asksAlike(one, both.getLast()),
                            one.form().toString());
                });
    }
}
