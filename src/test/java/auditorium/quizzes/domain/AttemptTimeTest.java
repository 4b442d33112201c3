package auditorium.quizzes.domain;

import static auditorium.Cases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is always true of deadlines, pauses, extra time and late answers, whatever is sent and whenever. */
class AttemptTimeTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    /** Random rules, answers to some questions, and pauses, all within a few hours. */
    private record Case(AttemptRules rules, List<Question> questions, List<AnswerEvent> events, Instant moment) {

        static Case some(RandomGenerator random) {
            List<Question> questions = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(i -> Some.question(random, "q" + i))
                    .toList();
            List<AnswerEvent> events = new ArrayList<>();
            for (int i = 0; i < random.nextInt(15); i++) {
                Question question = questions.get(random.nextInt(questions.size()));
                int at = random.nextInt(12_000);
                events.add(new AnswerEvent(
                        new UUID(random.nextLong(), random.nextLong()),
                        question.id(),
                        random.nextInt(8),
                        Some.any(random, question),
                        START.plusSeconds(at),
                        START.plusSeconds(at + random.nextInt(20_000))));
            }
            return new Case(rules(random), questions, events, START.plusSeconds(random.nextInt(20_000)));
        }

        private static AttemptRules rules(RandomGenerator random) {
            return new AttemptRules(
                    START,
                    random.nextInt(5) == 0 ? Optional.empty() : Optional.of(minutes(random, 120)),
                    random.nextInt(3) == 0 ? Optional.of(START.plus(minutes(random, 200))) : Optional.empty(),
                    Duration.ofSeconds(random.nextInt(60)),
                    random.nextBoolean() ? Duration.ZERO : minutes(random, 200),
                    random.nextBoolean() ? Duration.ZERO : minutes(random, 30),
                    random.nextBoolean() ? Duration.ZERO : minutes(random, 60),
                    Pause.of(pauses(random)),
                    random.nextInt(3) == 0 ? Optional.of(START.plus(minutes(random, 300))) : Optional.empty());
        }

        private AttemptState state(AttemptRules rules) {
            return AttemptState.of(events, rules);
        }
    }

    private static Duration minutes(RandomGenerator random, int most) {
        return Duration.ofMinutes(1 + random.nextInt(most));
    }

    private static List<Pause.Event> pauses(RandomGenerator random) {
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(i -> new Pause.Event(
                        new UUID(random.nextLong(), random.nextLong()),
                        random.nextBoolean(),
                        START.plusSeconds(random.nextInt(9000))))
                .toList();
    }

    private static AttemptRules with(AttemptRules r, Duration extra, List<Pause> pauses, Optional<Instant> finalAt) {
        return new AttemptRules(
                r.startedAt(),
                r.limit(),
                r.closesAt(),
                r.grace(),
                r.lateWindow(),
                extra,
                r.mayPause(),
                pauses,
                finalAt);
    }

    @Test
    void whatIsCutOffAndSentAgainLaterComesToTheSame() {
        forAll(
                random -> {
                    Case c = Case.some(random);
                    List<AnswerEvent> first = new ArrayList<>(c.events());
                    Collections.shuffle(first, random);
                    List<AnswerEvent> all =
                            new ArrayList<>(first.subList(0, first.isEmpty() ? 0 : random.nextInt(first.size())));
                    all.addAll(c.events());
                    return Map.entry(c, all);
                },
                both -> assertEquals(
                        both.getKey().state(both.getKey().rules()),
                        AttemptState.of(both.getValue(), both.getKey().rules())));
    }

    @Test
    void extraTimeNeverMakesAnAnswerCountLess() {
        forAll(Case::some, c -> {
            AttemptRules more = with(
                    c.rules(),
                    c.rules().extra().plusMinutes(7),
                    c.rules().pauses(),
                    c.rules().finalAt());
            c.events()
                    .forEach(e -> assertTrue(!c.rules().timeliness(e).counts()
                            || more.timeliness(e).counts()));
        });
    }

    @Test
    void onceTheScoreIsFinalNothingThatArrivesLaterChangesIt() {
        forAll(Case::some, c -> {
            AttemptRules before = with(c.rules(), c.rules().extra(), c.rules().pauses(), Optional.empty());
            AttemptRules settled = before.settled(c.moment());
            List<AnswerEvent> known = c.events().stream()
                    .filter(e -> !e.receivedAt().isAfter(c.moment()))
                    .toList();
            assertEquals(AttemptState.of(known, before), AttemptState.of(c.events(), settled));
            assertEquals(Optional.of(c.moment()), settled.finalAfter());
        });
    }

    @Test
    void whatArrivesAfterTheScoreIsFinalByItselfNeverCounts() {
        forAll(
                Case::some,
                c -> c.rules()
                        .finalAfter()
                        .ifPresent(end -> c.events().stream()
                                .filter(e -> e.receivedAt().isAfter(end))
                                .forEach(
                                        e -> assertFalse(c.rules().timeliness(e).counts()))));
    }

    @Test
    void anExaminationTrustsNoPhonesClock() {
        forAll(Case::some, c -> {
            AttemptRules r = c.rules();
            AttemptRules exam = new AttemptRules(START, r.limit(), r.closesAt(), r.grace(), Duration.ZERO);
            c.events().forEach(e -> {
                AnswerEvent early = new AnswerEvent(
                        e.id(), e.question(), e.sequence(), e.answer(), START.minusSeconds(99_999), e.receivedAt());
                assertEquals(exam.timeliness(e).counts(), exam.timeliness(early).counts());
            });
        });
    }

    @Test
    void aPauseMovesTheDeadlineByItsLengthAndNoFurtherThanItMay() {
        forAll(Case::some, c -> {
            AttemptRules r = c.rules();
            AttemptRules unpaused = with(r, r.extra(), List.of(), r.finalAt());
            r.deadline().ifPresent(end -> {
                Duration moved = Duration.between(unpaused.deadline().orElseThrow(), end);
                assertFalse(moved.isNegative());
                assertTrue(moved.compareTo(r.mayPause()) <= 0);
                assertTrue(r.closesAt().filter(end::isAfter).isEmpty());
            });
        });
    }

    @Test
    void whileTheClockStandsNothingIsLostAndGoingOnNeverMovesTheEndOut() {
        forAll(Case::some, c -> {
            AttemptRules r = c.rules();
            boolean known = r.pauses().stream().noneMatch(p -> p.beganAt().isAfter(c.moment()));
            if (known && r.paused(c.moment()) && r.closesAt().isEmpty()) {
                Instant later = c.moment().plusSeconds(1);
                assertTrue(!r.paused(later) || r.left(c.moment()).equals(r.left(later)));
                List<Pause> ended = r.pauses().stream()
                        .map(p -> new Pause(p.beganAt(), p.endedAt().or(() -> Optional.of(c.moment()))))
                        .toList();
                AttemptRules resumed = with(r, r.extra(), ended, r.finalAt());
                assertFalse(
                        resumed.deadline().orElseThrow().isAfter(r.deadline().orElseThrow()));
                assertFalse(resumed.paused(c.moment()));
            }
        });
    }

    @Test
    void timeThatIsLeftAndTimeThatIsOverAgree() {
        forAll(Case::some, c -> {
            AttemptRules r = c.rules();
            assertEquals(r.left(c.moment()).isPresent(), r.deadline().isPresent());
            if (r.over(c.moment())) {
                assertEquals(Optional.of(Duration.ZERO), r.left(c.moment()));
                assertFalse(r.paused(c.moment()));
                assertFalse(r.pausable(c.moment()));
            }
        });
    }

    @Test
    void pausesComeToTheSameInWhateverOrderAndHoweverOftenTheyAreTold() {
        forAll(
                random -> {
                    List<Pause.Event> told = pauses(random);
                    List<Pause.Event> again = new ArrayList<>(told);
                    told.stream().filter(e -> random.nextBoolean()).forEach(again::add);
                    Collections.shuffle(again, random);
                    return Map.entry(told, again);
                },
                both -> {
                    List<Pause> pauses = Pause.of(both.getKey());
                    assertEquals(pauses, Pause.of(both.getValue()));
                    for (int i = 1; i < pauses.size(); i++) {
                        assertFalse(pauses.get(i - 1)
                                .endedAt()
                                .orElseThrow()
                                .isAfter(pauses.get(i).beganAt()));
                    }
                });
    }

    @Test
    void aRightAnswerInTimeNeverLowersTheScoreWhateverElseArrives() {
        forAll(Case::some, c -> {
            AttemptState before = c.state(c.rules());
            int earned = score(c, before).earned();
            for (Question question : c.questions()) {
                List<AnswerEvent> more = new ArrayList<>(c.events());
                more.add(new AnswerEvent(
                        new UUID(1, question.id().hashCode()), question.id(), 99, Some.right(question), START, START));
                AttemptState after = AttemptState.of(more, c.rules());
                if (before.answers().get(question.id()) == null || !(Some.right(question) instanceof Answer.FreeText)) {
                    assertTrue(score(c, after).earned() >= earned);
                }
            }
        });
    }

    private static Score score(Case c, AttemptState state) {
        return Score.of(c.questions(), state.answers(), Map.of());
    }

    @Test
    void whatWasTakenBackStandsUnanswered() {
        AnswerEvent given = new AnswerEvent(new UUID(0, 1), "q", 1, new Answer.Words("seal"), START, START);
        AnswerEvent back = new AnswerEvent(new UUID(0, 2), "q", 2, new Answer.Nothing(), START, START);
        AnswerEvent again = new AnswerEvent(new UUID(0, 3), "q", 3, new Answer.Words("bolt"), START, START);
        assertEquals(Map.of(), AttemptState.of(List.of(back, given)).answers());
        assertEquals(
                Map.of("q", new Answer.Words("bolt")),
                AttemptState.of(List.of(again, back, given)).answers());
    }

    @Test
    void aClockThatIsNeverStartedAgainGoesOnByItself() {
        AttemptRules rules = new AttemptRules(
                START,
                Optional.of(Duration.ofMinutes(20)),
                Optional.empty(),
                Terms.GRACE,
                Duration.ZERO,
                Duration.ofMinutes(5),
                Duration.ofHours(24),
                List.of(new Pause(START.plusSeconds(600), Optional.empty())),
                Optional.empty());
        assertTrue(rules.paused(START.plusSeconds(3600)));
        assertEquals(Optional.of(Duration.ofMinutes(15)), rules.left(START.plusSeconds(3600)));
        assertFalse(rules.paused(START.plusSeconds(600 + 24 * 3600)));
        assertEquals(Optional.of(START.plusSeconds(25 * 60 + 24 * 3600)), rules.deadline());
        assertTrue(rules.over(START.plusSeconds(25 * 60 + 24 * 3600 + 1)));
    }
}
