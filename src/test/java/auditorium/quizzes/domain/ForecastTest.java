package auditorium.quizzes.domain;

import static auditorium.Cases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.quizzes.domain.Forecast.Unit;
import auditorium.quizzes.domain.Fsrs.Grade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate AUDIT = LocalDate.of(2026, 12, 15);

    /** A department's units and a target. */
    private record Case(List<Unit> units, int target) {}

    private static Case small(RandomGenerator random) {
        return some(random, 1 + random.nextInt(11));
    }

    private static Case large(RandomGenerator random) {
        return some(random, 100 + random.nextInt(400));
    }

    private static Case some(RandomGenerator random, int count) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long possible = 1 + random.nextLong(10_000_000);
            long now = random.nextLong(possible + 1);
            long refreshed = random.nextInt(8) == 0 ? now / 2 : now + random.nextLong(possible - now + 1);
            units.add(new Unit(new UUID(0, i), "L" + i % 7, possible, now, refreshed));
        }
        return new Case(units, random.nextInt(101));
    }

    private static int percent(List<Unit> units, Set<Unit> refreshed) {
        long possible = 0;
        long sum = 0;
        for (Unit u : units) {
            possible += u.possible();
            sum += refreshed.contains(u) ? Math.max(u.now(), u.refreshed()) : u.now();
        }
        return possible == 0 ? 100 : (int) (sum * 100 / possible);
    }

    @Test
    void noShorterListReachesTheTarget() {
        forAll(ForecastTest::small, c -> {
            Forecast forecast = Forecast.of(c.units(), c.target());
            int best = Integer.MAX_VALUE;
            for (int chosen = 0; chosen < 1 << c.units().size(); chosen++) {
                Set<Unit> some = new HashSet<>();
                for (int i = 0; i < c.units().size(); i++) {
                    if ((chosen >> i & 1) == 1) {
                        some.add(c.units().get(i));
                    }
                }
                if (percent(c.units(), some) >= c.target()) {
                    best = Math.min(best, some.size());
                }
            }
            assertEquals(best < Integer.MAX_VALUE, forecast.reaches(c.target()));
            if (forecast.reaches(c.target())) {
                assertEquals(best, forecast.refreshers().size());
            }
        });
    }

    @Test
    void noOtherOrderOfTakingIsShorter() {
        forAll(ForecastTest::large, c -> {
            Forecast forecast = Forecast.of(c.units(), c.target());
            List<Unit> shuffled = new ArrayList<>(c.units());
            Collections.shuffle(shuffled, new Random(c.target()));
            List<Unit> weakest = new ArrayList<>(c.units());
            weakest.sort((a, b) -> Long.compare(a.now() * 1000 / a.possible(), b.now() * 1000 / b.possible()));
            for (List<Unit> order : List.of(c.units(), shuffled, weakest)) {
                Set<Unit> taken = new HashSet<>();
                for (Unit u : order) {
                    if (percent(c.units(), taken) >= c.target()) {
                        break;
                    }
                    taken.add(u);
                }
                if (percent(c.units(), taken) >= c.target()) {
                    assertTrue(forecast.refreshers().size() <= taken.size());
                }
            }
        });
    }

    @Test
    void whoeverIsOnTheListLiftsTheDepartmentAndTheListDoesWhatItSays() {
        forAll(ForecastTest::large, c -> {
            Forecast forecast = Forecast.of(c.units(), c.target());
            assertEquals(percent(c.units(), Set.of()), forecast.percentNow());
            assertEquals(percent(c.units(), new HashSet<>(forecast.refreshers())), forecast.percentAfter());
            assertTrue(forecast.percentAfter() >= forecast.percentNow());
            assertTrue(forecast.refreshers().stream().allMatch(u -> u.gain() > 0));
            if (forecast.percentNow() >= c.target()) {
                assertEquals(List.of(), forecast.refreshers());
            }
        });
    }

    @Test
    void aHigherTargetNeverTakesFewer() {
        forAll(ForecastTest::large, c -> {
            List<Unit> before = List.of();
            for (int target = 0; target <= 100; target += 5) {
                List<Unit> list = Forecast.of(c.units(), target).refreshers();
                assertEquals(before, list.subList(0, before.size()));
                before = list;
            }
        });
    }

    @Test
    void theOrderInWhichPeopleAreReadDoesNotMatter() {
        forAll(ForecastTest::large, c -> {
            List<Unit> other = new ArrayList<>(c.units());
            Collections.shuffle(other, new Random(1));
            assertEquals(Forecast.of(c.units(), c.target()), Forecast.of(other, c.target()));
        });
    }

    @Test
    void nobodyAndNothingToKnowIsNoGap() {
        assertEquals(100, Forecast.of(List.of(), 80).percentNow());
        assertTrue(Forecast.of(List.of(), 100).reaches(100));
        Unit stuck = new Unit(new UUID(0, 1), "L", 100, 10, 10);
        assertFalse(Forecast.of(List.of(stuck), 50).reaches(50));
    }

    private static Remembered remembered(RandomGenerator random) {
        List<Remembered.Asked> asked = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            LocalDate day = TODAY.minusDays(random.nextInt(200));
            Fsrs memory = Fsrs.first(random.nextInt(4) == 0 ? Grade.AGAIN : Grade.GOOD, day);
            while (random.nextInt(3) > 0 && day.isBefore(TODAY)) {
                day = day.plusDays(random.nextInt(30));
                day = day.isAfter(TODAY) ? TODAY : day;
                memory = memory.next(random.nextInt(4) == 0 ? Grade.AGAIN : Grade.GOOD, day);
            }
            asked.add(new Remembered.Asked(memory, random.nextBoolean() ? Set.of("SC-22") : Set.of("HS-05", "SC-22")));
        }
        return new Remembered(asked);
    }

    @Test
    void refreshingNeverMakesAnybodyForget() {
        forAll(ForecastTest::remembered, r -> {
            for (String key : List.of("SC-22", "HS-05", "SR-01")) {
                long now = r.recall(key, AUDIT);
                long then = r.refreshed(TODAY).recall(key, AUDIT);
                assertTrue(now >= 0 && now <= Remembered.CERTAIN, "" + now);
                assertTrue(then >= now, then + " after refreshing, " + now + " before");
                assertTrue(then > 0 && then <= Remembered.CERTAIN, "" + then);
            }
        });
    }

    @Test
    void whatIsRememberedOnlyFades() {
        forAll(ForecastTest::remembered, r -> {
            long before = Remembered.CERTAIN;
            for (int days = 0; days < 400; days += 20) {
                long then = r.recall("SC-22", TODAY.plusDays(days));
                assertTrue(then <= before);
                before = then;
            }
        });
    }

    @Test
    void aLessonsShareIsTheSumOverItsRequirements() {
        Fsrs memory = Fsrs.first(Grade.GOOD, TODAY);
        Remembered knows = new Remembered(List.of(new Remembered.Asked(memory, Set.of("SC-22"))));
        Unit unit = Forecast.unit(
                new UUID(0, 1), "F3-seals", Map.of("SC-22", 6_000_000L, "SC-21", 3_000_000L), knows, TODAY, AUDIT);
        long recall = knows.recall("SC-22", AUDIT);
        assertEquals(9_000_000, unit.possible());
        assertEquals(6 * recall + 3 * recall, unit.now());
        Unit never = Forecast.unit(
                new UUID(0, 1), "F3-seals", Map.of("SC-22", 6_000_000L), Remembered.NOTHING, TODAY, AUDIT);
        assertEquals(0, never.now());
        assertTrue(never.gain() > 0);
    }
}
