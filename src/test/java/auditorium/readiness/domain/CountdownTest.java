package auditorium.readiness.domain;

import static auditorium.Cases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.readiness.domain.Countdown.Need;
import auditorium.readiness.domain.Countdown.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CountdownTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private record Case(List<Need<Integer>> needs, LocalDate audit) {}

    private static Optional<LocalDate> day(RandomGenerator random) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(TODAY.plusDays(random.nextInt(300) - 40));
    }

    private static Case some(RandomGenerator random) {
        List<Need<Integer>> needs = new ArrayList<>();
        for (int i = random.nextInt(20); i >= 0; i--) {
            needs.add(new Need<>(i, random.nextInt(40), day(random), day(random), "K" + i));
        }
        return new Case(needs, TODAY.plusDays(random.nextInt(250)));
    }

    @Test
    void eachNeedIsOneStepBetweenTodayAndTheAudit() {
        forAll(CountdownTest::some, c -> {
            List<Step<Integer>> steps = Countdown.of(c.needs(), TODAY, c.audit());
            assertEquals(c.needs().size(), steps.size());
            assertEquals(
                    c.needs().size(),
                    new HashSet<>(steps.stream().map(Step::what).toList()).size());
            LocalDate last = TODAY;
            for (Step<Integer> s : steps) {
                assertFalse(s.begin().isBefore(TODAY));
                assertFalse(s.by().isBefore(s.begin()));
                assertFalse(s.by().isAfter(c.audit()));
                assertFalse(s.begin().isBefore(last), "in the order in which to begin");
                last = s.begin();
            }
        });
    }

    @Test
    void whateverHasTheTimeThatItTakesIsNotTightAndEndsBeforeItIsDue() {
        forAll(CountdownTest::some, c -> {
            for (Step<Integer> s : Countdown.of(c.needs(), TODAY, c.audit())) {
                Need<Integer> n = c.needs().stream()
                        .filter(x -> x.what().equals(s.what()))
                        .findFirst()
                        .orElseThrow();
                if (!s.tight()) {
                    assertFalse(s.begin().plusDays(n.days()).isAfter(s.by()));
                    if (n.notBefore().isEmpty()) {
                        n.due().ifPresent(d -> assertFalse(s.by().isAfter(d)));
                    }
                }
            }
        });
    }

    @Test
    void whatIsDueEarlierOrTakesLongerNeverBeginsLater() {
        forAll(CountdownTest::some, c -> {
            for (Need<Integer> n : c.needs()) {
                Step<Integer> now = Countdown.of(List.of(n), TODAY, c.audit()).getFirst();
                Need<Integer> longer = new Need<>(n.what(), n.days() + 5, n.due(), n.notBefore(), n.key());
                assertFalse(Countdown.of(List.of(longer), TODAY, c.audit())
                        .getFirst()
                        .begin()
                        .isAfter(now.begin()));
                n.due().ifPresent(d -> {
                    Need<Integer> earlier =
                            new Need<>(n.what(), n.days(), Optional.of(d.minusDays(9)), n.notBefore(), n.key());
                    assertFalse(Countdown.of(List.of(earlier), TODAY, c.audit())
                            .getFirst()
                            .begin()
                            .isAfter(now.begin()));
                });
            }
        });
    }

    @Test
    void evidenceIsRenewedThreeWeeksBeforeItEndsAndAWalkIsNotMadeTooEarly() {
        LocalDate audit = TODAY.plusDays(240);
        Step<String> permit = Countdown.of(
                        List.of(new Need<>("permit", 21, Optional.of(TODAY.plusDays(60)), Optional.empty(), "p")),
                        TODAY,
                        audit)
                .getFirst();
        assertEquals(new Step<>("permit", TODAY.plusDays(39), TODAY.plusDays(60), false), permit);
        LocalDate fresh = audit.minusMonths(6).plusDays(1);
        Step<String> walk = Countdown.of(
                        List.of(new Need<>("walk", 2, Optional.empty(), Optional.of(fresh), "w")), TODAY, audit)
                .getFirst();
        assertEquals(new Step<>("walk", audit.minusDays(5), audit.minusDays(3), false), walk);
        assertFalse(walk.begin().isBefore(fresh));
        assertTrue(Countdown.of(List.of(new Need<>("x", 9, Optional.empty(), Optional.empty(), "x")), TODAY, TODAY)
                .getFirst()
                .tight());
    }
}
