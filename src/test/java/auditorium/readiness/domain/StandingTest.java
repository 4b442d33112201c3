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

    static Facts facts(RandomGenerator random) {
        Result[] results = Result.values();
        Severity[] severities = Severity.values();
        List<Severity> findings = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            findings.add(severities[random.nextInt(severities.length)]);
        }
        int exposed = 1 + random.nextInt(60);
        int possible = 100 * (1 + random.nextInt(20));
        return new Facts(
                severities[random.nextInt(severities.length)],
                random.nextInt(5) == 0
                        ? Optional.empty()
                        : Optional.of(new Facts.Answered(results[random.nextInt(results.length)], DAY)),
                findings,
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new Facts.Training("L", random.nextInt(exposed + 1), exposed)),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new Facts.Mastery(random.nextInt(possible + 1), possible)));
    }

    /** The same with one fact worse. */
    private static Facts worse(Facts f) {
        if (f.mastery().isPresent() && f.mastery().get().earned() > 0) {
            return new Facts(
                    f.severity(),
                    f.answer(),
                    f.openFindings(),
                    f.training(),
                    Optional.of(new Facts.Mastery(
                            f.mastery().get().earned() / 2, f.mastery().get().possible())));
        }
        if (f.training().isPresent() && f.training().get().trained() > 0) {
            return new Facts(
                    f.severity(),
                    f.answer(),
                    f.openFindings(),
                    Optional.of(new Facts.Training(
                            "L",
                            f.training().get().trained() - 1,
                            f.training().get().exposed())),
                    f.mastery());
        }
        if (f.answer().isPresent() && f.answer().get().result() == Result.CONFORMS) {
            return new Facts(
                    f.severity(),
                    Optional.of(new Facts.Answered(Result.FAILS, DAY)),
                    f.openFindings(),
                    f.training(),
                    f.mastery());
        }
        List<Severity> more = new ArrayList<>(f.openFindings());
        more.add(Severity.ZERO_TOLERANCE);
        return new Facts(f.severity(), f.answer(), more, f.training(), f.mastery());
    }

    @Test
    void readinessNeverRisesWhenAFactGetsWorse() {
        forAll(StandingTest::facts, f -> {
            State before = Standing.of(f, Bounds.DEFAULT).state().orElse(State.READY);
            State after = Standing.of(worse(f), Bounds.DEFAULT).state().orElse(State.READY);
            assertTrue(after.compareTo(before) <= 0, before + " → " + after);
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
            Standing s =
                    Standing.of(new Facts(f.severity(), f.answer(), more, f.training(), f.mastery()), Bounds.DEFAULT);
            assertEquals(Optional.of(State.STOP), s.state());
        });
    }

    @Test
    void whatNobodyHasCheckedIsUnknownAndCountsAsAGap() {
        Facts nothing = new Facts(Severity.MAJOR, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        Standing s = Standing.of(nothing, Bounds.DEFAULT);
        assertEquals(Optional.of(State.UNKNOWN), s.state());
        assertEquals(0, Score.EMPTY.plus(Severity.MAJOR, s).percent());
    }

    @Test
    void whatDoesNotApplyIsInNoScore() {
        Facts na = new Facts(
                Severity.CRITICAL,
                Optional.of(new Facts.Answered(Result.NOT_APPLICABLE, DAY)),
                List.of(),
                Optional.empty(),
                Optional.empty());
        assertEquals(Score.EMPTY, Score.EMPTY.plus(Severity.CRITICAL, Standing.of(na, Bounds.DEFAULT)));
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
}
