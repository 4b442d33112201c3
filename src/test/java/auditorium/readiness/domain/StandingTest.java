package auditorium.readiness.domain;

import static auditorium.Cases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static Optional<Facts.Answered> answer(RandomGenerator random) {
        Result[] results = Result.values();
        return random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(new Facts.Answered(
                        results[random.nextInt(results.length)],
                        DAY.minusDays(random.nextInt(500)),
                        random.nextInt(5) > 0
                                ? Optional.empty()
                                : Optional.of(results[random.nextInt(results.length - 1)])));
    }

    static Facts facts(RandomGenerator random) {
        Severity[] severities = Severity.values();
        List<Severity> findings = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            findings.add(severities[random.nextInt(severities.length)]);
        }
        int exposed = 1 + random.nextInt(60);
        int possible = 100 * (1 + random.nextInt(20));
        return new Facts(
                severities[random.nextInt(severities.length)],
                answer(random),
                random.nextBoolean() ? Optional.empty() : answer(random),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new Facts.Evidence(
                                "K",
                                random.nextInt(4) > 0,
                                random.nextInt(4) == 0
                                        ? Optional.empty()
                                        : Optional.of(DAY.plusDays(random.nextInt(400) - 100)))),
                findings,
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new Facts.Training("L", random.nextInt(exposed + 1), exposed)),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new Facts.Mastery(random.nextInt(possible + 1), possible)),
                new Facts.Days(DAY, DAY.plusDays(random.nextInt(200))));
    }

    /** The same with one fact worse, each fact in turn. */
    private static List<Facts> worse(Facts f) {
        List<Facts> worse = new ArrayList<>();
        f.mastery()
                .ifPresent(m -> worse.add(with(
                        f,
                        f.answer(),
                        f.verified(),
                        f.evidence(),
                        f.openFindings(),
                        f.training(),
                        Optional.of(new Facts.Mastery(m.earned() / 2, m.possible())))));
        f.training()
                .filter(t -> t.trained() > 0)
                .ifPresent(t -> worse.add(with(
                        f,
                        f.answer(),
                        f.verified(),
                        f.evidence(),
                        f.openFindings(),
                        Optional.of(new Facts.Training("L", t.trained() - 1, t.exposed())),
                        f.mastery())));
        for (Result result : List.of(Result.PARTLY, Result.FAILS)) {
            f.answer()
                    .filter(a -> a.result() == Result.CONFORMS)
                    .ifPresent(a -> worse.add(with(
                            f,
                            Optional.of(new Facts.Answered(result, a.on(), a.other())),
                            f.verified(),
                            f.evidence(),
                            f.openFindings(),
                            f.training(),
                            f.mastery())));
            f.verified()
                    .filter(a -> a.result() == Result.CONFORMS)
                    .ifPresent(a -> worse.add(with(
                            f,
                            f.answer(),
                            Optional.of(new Facts.Answered(result, a.on(), a.other())),
                            f.evidence(),
                            f.openFindings(),
                            f.training(),
                            f.mastery())));
            f.answer()
                    .filter(a -> a.other().isEmpty())
                    .filter(a -> a.result() != Result.NOT_APPLICABLE)
                    .ifPresent(a -> worse.add(with(
                            f,
                            Optional.of(new Facts.Answered(a.result(), a.on(), Optional.of(result))),
                            f.verified(),
                            f.evidence(),
                            f.openFindings(),
                            f.training(),
                            f.mastery())));
        }
        f.evidence().ifPresent(e -> {
            worse.add(with(
                    f,
                    f.answer(),
                    f.verified(),
                    Optional.of(new Facts.Evidence("K", false, Optional.empty())),
                    f.openFindings(),
                    f.training(),
                    f.mastery()));
            worse.add(with(
                    f,
                    f.answer(),
                    f.verified(),
                    Optional.of(new Facts.Evidence(
                            "K", e.there(), Optional.of(e.until().orElse(DAY).minusDays(40)))),
                    f.openFindings(),
                    f.training(),
                    f.mastery()));
        });
        List<Severity> more = new ArrayList<>(f.openFindings());
        more.add(Severity.MINOR);
        worse.add(with(f, f.answer(), f.verified(), f.evidence(), more, f.training(), f.mastery()));
        worse.add(f.on(DAY.plusDays(1)));
        worse.add(f.on(DAY.plusDays(190)));
        worse.add(f.on(DAY.plusDays(400)));
        return worse;
    }

    private static Facts with(
            Facts f,
            Optional<Facts.Answered> answer,
            Optional<Facts.Answered> verified,
            Optional<Facts.Evidence> evidence,
            List<Severity> findings,
            Optional<Facts.Training> training,
            Optional<Facts.Mastery> mastery) {
        return new Facts(f.severity(), answer, verified, evidence, findings, training, mastery, f.days());
    }

    private static Facts of(Severity severity, Facts.Answered... answers) {
        return new Facts(
                severity,
                answers.length > 0 ? Optional.of(answers[0]) : Optional.empty(),
                answers.length > 1 ? Optional.of(answers[1]) : Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new Facts.Days(DAY, DAY));
    }

    private static Optional<State> state(Facts f) {
        return Standing.of(f, Bounds.DEFAULT).state();
    }

    @Test
    void readinessNeverRisesWhenAFactGetsWorse() {
        forAll(StandingTest::facts, f -> {
            State before = Standing.of(f, Bounds.DEFAULT).state().orElse(State.READY);
            for (Facts worse : worse(f)) {
                State after = Standing.of(worse, Bounds.DEFAULT).state().orElse(State.READY);
                assertTrue(after.compareTo(before) <= 0, before + " → " + after + " by " + worse);
            }
        });
    }

    @Test
    void theWeakestFactDecidesAndIsTheReason() {
        forAll(StandingTest::facts, f -> {
            Standing s = Standing.of(f, Bounds.DEFAULT);
            s.state().ifPresent(state -> {
                assertEquals(state, s.reason().state());
                assertTrue(s.facts().stream().allMatch(r -> r.state().compareTo(state) >= 0));
            });
        });
    }

    @Test
    void anOpenZeroToleranceFindingStopsWhateverElseIsWell() {
        forAll(StandingTest::facts, f -> {
            List<Severity> more = new ArrayList<>(f.openFindings());
            more.add(Severity.ZERO_TOLERANCE);
            Standing s = Standing.of(
                    with(f, f.answer(), f.verified(), f.evidence(), more, f.training(), f.mastery()), Bounds.DEFAULT);
            assertEquals(Optional.of(State.STOP), s.state());
        });
    }

    @Test
    void whatNobodyHasCheckedIsUnknownAndCountsAsAGap() {
        Standing s = Standing.of(of(Severity.MAJOR), Bounds.DEFAULT);
        assertEquals(Optional.of(State.UNKNOWN), s.state());
        assertEquals(0, Score.EMPTY.plus(Severity.MAJOR, s).percent());
    }

    @Test
    void whatDoesNotApplyIsInNoScore() {
        Facts na = of(Severity.CRITICAL, new Facts.Answered(Result.NOT_APPLICABLE, DAY));
        assertEquals(Score.EMPTY, Score.EMPTY.plus(Severity.CRITICAL, Standing.of(na, Bounds.DEFAULT)));
    }

    @Test
    void whatConformedCountsLessAfterSixMonthsAndIsTooOldAfterTwelve() {
        assertEquals(
                Optional.of(State.READY),
                state(of(Severity.MAJOR, new Facts.Answered(Result.CONFORMS, DAY.minusMonths(6)))));
        assertEquals(
                Optional.of(State.NEAR),
                state(of(
                        Severity.MAJOR,
                        new Facts.Answered(Result.CONFORMS, DAY.minusMonths(6).minusDays(1)))));
        assertEquals(
                Optional.of(State.GAP),
                state(of(
                        Severity.MAJOR,
                        new Facts.Answered(Result.CONFORMS, DAY.minusMonths(12).minusDays(1)))));
    }

    @Test
    void aNewerVerificationCountsAndABetterClaimAfterItIsNearAtMost() {
        Facts.Answered claim = new Facts.Answered(Result.CONFORMS, DAY.minusDays(9));
        assertEquals(
                Optional.of(State.FAILING),
                state(of(Severity.MAJOR, claim, new Facts.Answered(Result.FAILS, DAY.minusDays(3)))));
        assertEquals(
                Optional.of(State.NEAR),
                state(of(Severity.MAJOR, claim, new Facts.Answered(Result.FAILS, DAY.minusDays(20)))));
        assertEquals(
                Optional.of(State.READY),
                state(of(
                        Severity.MAJOR,
                        new Facts.Answered(Result.FAILS, DAY.minusDays(20)),
                        new Facts.Answered(Result.CONFORMS, DAY.minusDays(9)))));
    }

    @Test
    void ofTwoAnswersThatDifferTheWorseCounts() {
        assertEquals(
                Optional.of(State.STOP),
                state(of(
                        Severity.ZERO_TOLERANCE, new Facts.Answered(Result.CONFORMS, DAY, Optional.of(Result.FAILS)))));
    }

    @Test
    void theDayOnWhichItTurnsRedIsTheFirstOneOnWhichItIsRed() {
        forAll(
                StandingTest::facts,
                f -> Standing.turnsRed(f, Bounds.DEFAULT).ifPresent(day -> {
                    assertTrue(day.isAfter(DAY));
                    assertTrue(state(f).orElseThrow().compareTo(State.GAP) > 0);
                    assertTrue(state(f.on(day)).orElseThrow().compareTo(State.GAP) <= 0);
                    assertTrue(state(f.on(day.minusDays(1))).orElseThrow().compareTo(State.GAP) > 0);
                }));
        Facts drill = new Facts(
                Severity.MAJOR,
                Optional.of(new Facts.Answered(Result.CONFORMS, DAY)),
                Optional.empty(),
                Optional.of(new Facts.Evidence("drill-record", true, Optional.of(DAY.plusDays(10)))),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new Facts.Days(DAY, DAY));
        assertEquals(Optional.of(DAY.plusDays(11)), Standing.turnsRed(drill, Bounds.DEFAULT));
        assertEquals(State.UNKNOWN, Score.EMPTY.state(Bounds.DEFAULT), "a factory without departments is not ready");
    }

    @Test
    void hundredPercentExactlyWhenNothingIsOpen() {
        forAll(random -> List.of(facts(random), facts(random), facts(random)), list -> {
            Score score = Score.EMPTY;
            for (Facts f : list) {
                score = score.plus(f.severity(), Standing.of(f, Bounds.DEFAULT));
            }
            assertEquals(score.open() == 0, score.percent() == 100);
            assertTrue(score.percent() >= 0 && score.percent() <= 100);
        });
    }

    @Test
    void aScoreWithAStopIsNeverReady() {
        forAll(random -> List.of(facts(random), facts(random)), list -> {
            Score score = Score.EMPTY;
            for (Facts f : list) {
                score = score.plus(f.severity(), Standing.of(f, Bounds.DEFAULT));
            }
            if (score.stops() > 0) {
                assertEquals(State.STOP, score.state(Bounds.DEFAULT));
            }
        });
    }

    @Test
    void timeAloneNeverMakesAnythingBetterByTheDayOfTheAuditWhateverTheBounds() {
        forAll(
                random -> {
                    int gap = 1 + random.nextInt(60);
                    int near = gap + 1 + random.nextInt(20);
                    return new Seen(
                            facts(random),
                            DAY.plusDays(random.nextInt(800)),
                            random.nextInt(40),
                            new Bounds(near + 1 + random.nextInt(100 - near), near, gap));
                },
                seen -> {
                    Facts f = seen.facts();
                    Facts today = in(f, f.training(), DAY, seen.audit());
                    Facts then = in(
                            f,
                            f.training()
                                    .map(t -> new Facts.Training(
                                            "L", Math.max(0, t.trained() - seen.lapsing()), t.exposed())),
                            seen.audit(),
                            seen.audit());
                    Change change = new Change(
                            Standing.of(today, seen.bounds()).state(),
                            Standing.of(then, seen.bounds()).state());
                    assertTrue(change.direction() <= 0, change.toString());
                });
    }

    private record Seen(Facts facts, LocalDate audit, int lapsing, Bounds bounds) {}

    private static Facts in(Facts f, Optional<Facts.Training> training, LocalDate today, LocalDate audit) {
        return new Facts(
                f.severity(),
                f.answer(),
                f.verified(),
                f.evidence(),
                f.openFindings(),
                training,
                f.mastery(),
                new Facts.Days(today, audit));
    }

    @Test
    void stricterBoundsNeverMakeAnythingBetter() {
        forAll(StandingTest::facts, f -> {
            State usual = Standing.of(f, Bounds.DEFAULT).state().orElse(State.READY);
            State strict = Standing.of(f, new Bounds(100, 90, 80)).state().orElse(State.READY);
            assertTrue(strict.compareTo(usual) <= 0);
        });
    }

    @Test
    void boundsFallFromAHundredDownOrAreNone() {
        assertEquals(Optional.of(new Bounds(100, 2, 1)), Bounds.ordered(100, 2, 1));
        for (int[] b : new int[][] {{101, 80, 65}, {95, 95, 65}, {95, 80, 80}, {95, 80, 0}, {65, 80, 95}}) {
            assertEquals(Optional.empty(), Bounds.ordered(b[0], b[1], b[2]));
        }
    }
}
