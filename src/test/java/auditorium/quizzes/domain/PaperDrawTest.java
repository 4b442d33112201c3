package auditorium.quizzes.domain;

import static auditorium.Cases.forAll;
import static auditorium.quizzes.domain.Some.question;
import static auditorium.quizzes.domain.Some.quiz;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.Form;
import auditorium.library.content.Pool;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.quizzes.domain.Paper.Drawn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaperDrawTest {

    private record Case(Quiz quiz, Quiz otherKey, long seed) {

        Paper paper() {
            return PaperDraw.draw(quiz, seed);
        }

        List<Question> drawn() {
            return paper().questions().stream()
                    .map(d -> quiz.question(d.question()).orElseThrow())
                    .toList();
        }
    }

    private static Case some(RandomGenerator random) {
        List<Question> questions = Some.questions(random);
        int draw = 1 + random.nextInt(questions.size());
        List<Question> rekeyed =
                questions.stream().map(q -> Rekeyed.question(random, q)).toList();
        return new Case(quiz(draw, questions), quiz(draw, rekeyed), random.nextLong());
    }

    @Test
    void theSameQuizAndSeedGiveTheSamePaper() {
        forAll(PaperDrawTest::some, c -> {
            assertEquals(c.paper(), c.paper());
            List<Question> backwards = c.quiz().questions().reversed();
            assertEquals(c.paper(), PaperDraw.draw(quiz(c.quiz().draw(), backwards), c.seed()));
        });
    }

    @Test
    void theKeyLeavesNoTraceInQuestionsOrOrders() {
        forAll(PaperDrawTest::some, c -> assertEquals(shown(c.quiz(), c.seed()), shown(c.otherKey(), c.seed())));
    }

    private static List<List<String>> shown(Quiz quiz, long seed) {
        return PaperDraw.draw(quiz, seed).questions().stream()
                .map(d -> {
                    List<String> all = new ArrayList<>(d.order());
                    all.addFirst(d.question());
                    return all;
                })
                .toList();
    }

    @Test
    void everyOptionIsShownOnceAndNothingElse() {
        forAll(PaperDrawTest::some, c -> {
            for (Drawn drawn : c.paper().questions()) {
                Question question = c.quiz().question(drawn.question()).orElseThrow();
                assertEquals(drawn.order().size(), new HashSet<>(drawn.order()).size());
                assertEquals(question.version().hash(), drawn.version());
                if (question.form() instanceof Form.Ordering f) {
                    assertEquals(ids(f), new HashSet<>(drawn.order()));
                }
            }
        });
    }

    private static Set<String> ids(Form.Ordering ordering) {
        return ordering.items().stream().map(Form.Item::id).collect(Collectors.toSet());
    }

    @Test
    void aPaperHasAsManyQuestionsAsTheQuizDrawsIfThereAreEnough() {
        forAll(PaperDrawTest::some, c -> {
            long scored = c.quiz().questions().stream().filter(Question::scored).count();
            boolean lived = scored < c.quiz().questions().size();
            int size = c.paper().questions().size();
            assertTrue(size <= c.quiz().draw());
            assertTrue(size == c.quiz().draw() || size == scored + (lived ? 1 : 0));
        });
    }

    @Test
    void atMostOneQuestionIsAboutExperienceAndItIsTheLast() {
        forAll(PaperDrawTest::some, c -> {
            List<Question> drawn = c.drawn();
            assertTrue(drawn.stream().limit(drawn.size() - 1L).allMatch(Question::scored));
        });
    }

    @Test
    void noRequirementIsTestedTwiceWhileAnotherOneIsNotTestedAtAll() {
        forAll(PaperDrawTest::some, c -> {
            List<Question> drawn = c.drawn().stream().filter(Question::scored).toList();
            Set<String> tested = keys(drawn);
            boolean allTested = tested.containsAll(
                    keys(c.quiz().questions().stream().filter(Question::scored).toList()));
            assertTrue(allTested || tested.size() >= drawn.size());
        });
    }

    private static Set<String> keys(List<Question> questions) {
        return questions.stream().flatMap(q -> q.tests().stream()).collect(Collectors.toSet());
    }

    @Test
    void whereRequirementsDoNotDecideDifficultiesTakeTurns() {
        forAll(
                random -> {
                    List<Question> questions = IntStream.range(0, 12)
                            .mapToObj(i -> question(
                                    "q" + i, 1 + i % 3, List.of("SC-22"), 1, new Form.TrueFalse(true, Some.WHY)))
                            .toList();
                    Quiz quiz = quiz(1 + random.nextInt(12), questions);
                    return new Case(quiz, quiz, random.nextLong());
                },
                c -> {
                    Map<Integer, Long> counts = c.drawn().stream()
                            .collect(Collectors.groupingBy(Question::difficulty, Collectors.counting()));
                    long most = Collections.max(counts.values());
                    assertTrue(IntStream.rangeClosed(1, 3).allMatch(d -> counts.getOrDefault(d, 0L) >= most - 1));
                });
    }

    @Test
    void otherSeedsGiveOtherPapers() {
        List<Question> questions = IntStream.range(0, 8)
                .mapToObj(i -> question("q" + i, Some.single("a", "a", "b", "c", "d")))
                .toList();
        Set<Paper> papers = new HashSet<>();
        forAll(RandomGenerator::nextLong, seed -> papers.add(PaperDraw.draw(quiz(4, questions), seed)));
        assertTrue(papers.size() > 490);
    }

    @Test
    void everyOrderOfAnOrderingComesUpTheRightOneIncluded() {
        Quiz three = quiz(1, List.of(question("q", Some.ordering("z", "y", "x"))));
        Set<List<String>> seen = new HashSet<>();
        forAll(RandomGenerator::nextLong, seed -> seen.add(order(three, seed)));
        assertEquals(6, seen.size());
    }

    private static List<String> order(Quiz quiz, long seed) {
        return PaperDraw.draw(quiz, seed).questions().getFirst().order();
    }

    @Test
    void rightSidesAreShownUnderNamesThatDoNotTellTheirPair() {
        Question q = question("q", Some.matching("saw=guard", "lift=gate"));
        List<String> order = order(quiz(1, List.of(q)), 7);
        assertEquals(RightSides.of((Form.Matching) q.form()).keySet(), Set.copyOf(order));
        assertTrue(order.stream().noneMatch(Predicate.<String>isEqual("saw").or(Predicate.isEqual("lift"))));
    }

    @Test
    void whatLiesInsideAPartIsFoundByThePartsName() {
        Question gaps = question("g", Some.gaps());
        Form.Scenario scenario = new Form.Scenario(Some.text("case"), List.of(new Form.Scenario.Step(gaps, Map.of())));
        Drawn drawn = PaperDraw.draw(quiz(1, List.of(question("q", scenario))), 7)
                .questions()
                .getFirst();
        assertEquals(Set.of("1/a", "1/b", "1/c"), Set.copyOf(drawn.within("g")));
        assertFalse(drawn.order().stream().anyMatch(id -> id.startsWith("g/2")));
    }

    private record Pooled(Quiz quiz, long seed) {}

    /** One to three pools, of which the later ones fit whatever is left. */
    private static Pooled pooled(RandomGenerator random) {
        List<Question> questions = Some.questions(random);
        List<Pool> pools = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            Question like = questions.get(random.nextInt(questions.size()));
            pools.add(new Pool(
                    "p" + i,
                    1 + random.nextInt(3),
                    new Pool.From(
                            random.nextBoolean() ? Set.copyOf(like.tests()) : Set.of(),
                            Set.of(),
                            random.nextBoolean() ? Set.of(like.stage()) : Set.of(),
                            random.nextBoolean() ? Set.of(like.difficulty()) : Set.of(),
                            random.nextBoolean() ? Set.of(like.form().type()) : Set.of())));
        }
        Quiz plain = quiz(1, questions);
        return new Pooled(
                new Quiz(
                        plain.id(),
                        plain.title(),
                        plain.lesson(),
                        plain.pass(),
                        pools.stream().mapToInt(Pool::take).sum(),
                        plain.rules(),
                        pools,
                        questions,
                        plain.version()),
                random.nextLong());
    }

    @Test
    void poolsGiveWhatFitsInTheirOrderAndNoQuestionTwice() {
        forAll(PaperDrawTest::pooled, c -> {
            List<Question> left = PaperDraw.draw(c.quiz(), c.seed()).questions().stream()
                    .map(d -> c.quiz().question(d.question()).orElseThrow())
                    .collect(Collectors.toCollection(ArrayList::new));
            Set<String> used = new HashSet<>();
            for (Pool pool : c.quiz().pools()) {
                long fitting = c.quiz().questions().stream()
                        .filter(pool::fits)
                        .filter(q -> !used.contains(q.id()))
                        .count();
                for (int i = 0; i < Math.min(pool.take(), fitting); i++) {
                    Question next = left.removeFirst();
                    assertTrue(pool.fits(next), pool + " does not fit " + next.id());
                    assertTrue(used.add(next.id()));
                }
            }
            assertEquals(List.of(), left);
        });
    }

    @Test
    void theSameSeedGivesTheSamePaperFromPools() {
        forAll(PaperDrawTest::pooled, c -> {
            Paper paper = PaperDraw.draw(c.quiz(), c.seed());
            assertEquals(paper, PaperDraw.draw(c.quiz(), c.seed()));
            Quiz q = c.quiz();
            assertEquals(
                    paper,
                    PaperDraw.draw(
                            new Quiz(
                                    q.id(),
                                    q.title(),
                                    q.lesson(),
                                    q.pass(),
                                    q.draw(),
                                    q.rules(),
                                    q.pools(),
                                    q.questions().reversed(),
                                    q.version()),
                            c.seed()));
        });
    }
}
