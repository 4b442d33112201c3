package auditorium.training.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TurnTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private static Renewal renewal(Repeat repeat, int months, int early) {
        return new Renewal(
                repeat,
                months,
                repeat == Repeat.CALENDAR ? Optional.of(LocalDate.of(2025, 6, 1)) : Optional.empty(),
                early,
                7);
    }

    private static Learned on(LocalDate day) {
        return new Learned(day, 1, Optional.empty());
    }

    /** A rule and when a person learned, in order. */
    record Life(Renewal renewal, int dueDays, List<Integer> learnedOn) {}

    static Renewal anyRenewal(RandomGenerator random) {
        Repeat repeat = List.of(Repeat.values()).get(random.nextInt(4));
        if (repeat == Repeat.ONCE) {
            return Renewal.once(random.nextInt(30));
        }
        int months = 1 + random.nextInt(24);
        return new Renewal(
                repeat,
                months,
                repeat == Repeat.CALENDAR ? Optional.of(DAY.plusDays(random.nextInt(800) - 400)) : Optional.empty(),
                random.nextInt(Math.min(90, months * Renewal.SHORTEST_MONTH)),
                random.nextInt(30));
    }

    private static Life life(RandomGenerator random) {
        List<Integer> days = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            days.add(random.nextInt(2000));
        }
        return new Life(
                anyRenewal(random),
                random.nextInt(60),
                days.stream().sorted().distinct().toList());
    }

    /** Lives through all days up to a day; the turns in their order. */
    private static List<Turn> live(Life life, int to) {
        List<Turn> turns = new ArrayList<>();
        for (int day = 0; day <= to; day++) {
            LocalDate today = DAY.plusDays(day);
            boolean learns = life.learnedOn().contains(day);
            if (turns.isEmpty()) {
                turns.add(Turn.first(Optional.empty(), 1, today, life.dueDays(), life.renewal()));
            }
            turns.getLast().next(today, 1, life.dueDays(), life.renewal()).ifPresent(turns::add);
            if (learns) {
                turns.set(turns.size() - 1, turns.getLast().learned(on(today), life.renewal()));
                turns.getLast().next(today, 1, life.dueDays(), life.renewal()).ifPresent(turns::add);
            }
        }
        return turns;
    }

    private static Optional<LocalDate> holds(List<Turn> turns) {
        return turns.stream()
                .filter(t -> !t.open())
                .reduce((a, b) -> b)
                .flatMap(t -> t.until().or(() -> Optional.of(LocalDate.MAX)));
    }

    @Test
    void whatWasDoneIsNeverResetHoweverTimePasses() {
        Cases.forAll(TurnTest::life, life -> {
            List<Turn> early = live(life, 900);
            List<Turn> late = live(life, 1900);
            assertTrue(late.size() >= early.size());
            for (int i = 0; i < early.size(); i++) {
                if (!early.get(i).open()) {
                    assertEquals(early.get(i).doneOn(), late.get(i).doneOn());
                    assertEquals(early.get(i).dueOn(), late.get(i).dueOn());
                }
                assertEquals(i + 1, late.get(i).number());
            }
            assertTrue(late.subList(0, late.size() - 1).stream().noneMatch(Turn::open), "one open turn at most");
        });
    }

    @Test
    void learningOnceMoreNeverMakesItEndSooner() {
        Cases.forAll(TurnTest::life, life -> {
            List<Turn> without = live(life, 2000);
            List<Integer> more = new ArrayList<>(life.learnedOn());
            more.add(2000);
            List<Turn> with = live(new Life(life.renewal(), life.dueDays(), more), 2000);
            Optional<LocalDate> before = holds(without);
            Optional<LocalDate> after = holds(with);
            assertTrue(after.isPresent());
            assertTrue(before.map(b -> !after.get().isBefore(b)).orElse(true), before + " then " + after);
        });
    }

    @Test
    void aTurnBeginsOnTheDayThatTheWindowOpensAndIsDueWhenTheTermEnds() {
        Cases.forAll(TurnTest::life, life -> {
            List<Turn> turns = live(life, 2000);
            for (int i = 1; i < turns.size(); i++) {
                Turn before = turns.get(i - 1);
                Turn turn = turns.get(i);
                assertEquals(Cause.RENEWAL, turn.cause());
                assertEquals(before.until(), turn.prior());
                assertTrue(turn.again());
                LocalDate opens = life.renewal().opens(before.until().orElseThrow());
                // a term that began inside its own window, as a fixed date may make it, is asked for at once
                assertFalse(turn.assignedOn().isBefore(opens));
                assertEquals(before.until(), turn.dueOn());
                if (!turn.open()) {
                    assertTrue(turn.until().orElseThrow().isAfter(before.until().orElseThrow()));
                }
            }
        });
    }

    @Test
    void itHoldsAtLeastAsLongAsNothingLess() {
        Cases.forAll(
                r -> new Life(anyRenewal(r), 0, List.of(r.nextInt(900))),
                life -> life.renewal()
                        .until(Optional.empty(), DAY.plusDays(life.learnedOn().get(0)), Optional.empty())
                        .ifPresent(until -> assertTrue(
                                until.isAfter(DAY.plusDays(life.learnedOn().get(0))
                                        .plusDays(life.renewal().earlyDays())),
                                "a term never ends before its next window can open")));
    }

    @Test
    void theFourWaysOfCounting() {
        Optional<LocalDate> prior = Optional.of(LocalDate.of(2027, 1, 31));
        LocalDate early = LocalDate.of(2027, 1, 10);
        LocalDate late = LocalDate.of(2027, 3, 5);
        assertEquals(Optional.empty(), Renewal.once(0).until(prior, late, Optional.empty()));
        assertEquals(
                Optional.of(LocalDate.of(2028, 1, 10)),
                renewal(Repeat.COMPLETION, 12, 30).until(prior, early, Optional.empty()));
        assertEquals(
                Optional.of(LocalDate.of(2028, 1, 31)),
                renewal(Repeat.EXPIRY, 12, 30).until(prior, early, Optional.empty()));
        assertEquals(
                Optional.of(LocalDate.of(2028, 1, 31)),
                renewal(Repeat.EXPIRY, 12, 30).until(prior, late, Optional.empty()),
                "learned late, the rhythm stays");
        assertEquals(
                Optional.of(LocalDate.of(2027, 6, 1)),
                renewal(Repeat.CALENDAR, 12, 30).until(prior, early, Optional.empty()));
        assertEquals(
                Optional.of(LocalDate.of(2028, 6, 1)),
                renewal(Repeat.CALENDAR, 12, 30).until(prior, LocalDate.of(2027, 5, 2), Optional.empty()),
                "in the window before the date it counts for the next year");
        assertEquals(
                Optional.of(LocalDate.of(2026, 2, 28)),
                renewal(Repeat.COMPLETION, 1, 0).until(Optional.empty(), DAY, Optional.empty()));
        assertEquals(
                Optional.of(LocalDate.of(2026, 8, 1)),
                renewal(Repeat.COMPLETION, 12, 0).until(Optional.empty(), DAY, Optional.of(LocalDate.of(2026, 8, 1))),
                "an outside certificate's own end counts when it comes first");
    }

    @Test
    void aLessonThatMeansSomethingElseIsAskedForAnewAndOldKnowledgeDoesNotClose() {
        Renewal yearly = renewal(Repeat.COMPLETION, 12, 30);
        Turn learned = Turn.first(Optional.of(on(DAY)), 1, DAY, 30, yearly);
        LocalDate later = DAY.plusDays(100);
        Turn again = learned.next(later, 2, 30, yearly).orElseThrow();
        assertEquals(Cause.REVISION, again.cause());
        assertEquals(Optional.of(later.plusDays(30)), again.dueOn());
        assertTrue(again.learned(on(later), yearly).open(), "the old revision is not enough");
        Turn done = again.learned(new Learned(later, 2, Optional.empty()), yearly);
        assertEquals(Optional.of(later.plusMonths(12)), done.until());
        assertEquals(Optional.empty(), done.next(later, 2, 30, yearly));
    }

    @Test
    void standingsSayWhatTheMatrixSays() {
        Renewal yearly = renewal(Repeat.COMPLETION, 12, 30);
        Turn never = Turn.first(Optional.empty(), 1, DAY, 30, yearly);
        LocalDate late = yearly.lateFrom(never.dueOn().orElseThrow());
        assertEquals(Standing.NEVER, Standing.of(never, late, DAY, DAY));
        assertEquals(Standing.NEVER, Standing.of(never, late, late.minusDays(1), late));
        assertEquals(Standing.OVERDUE, Standing.of(never, late, late, late));
        Turn valid = never.learned(on(DAY), yearly);
        assertEquals(Standing.VALID, Standing.of(valid, late, DAY, DAY.plusDays(60)));
        assertEquals(Standing.DUE_SOON, Standing.of(valid, late, DAY, DAY.plusDays(400)));
        assertEquals(Standing.OVERDUE, Standing.of(valid, late, DAY.plusDays(366), DAY.plusDays(400)));
        Turn again = valid.next(DAY.plusDays(340), 1, 30, yearly).orElseThrow();
        LocalDate lateAgain = yearly.lateFrom(again.dueOn().orElseThrow());
        assertEquals(Standing.DUE_SOON, Standing.of(again, lateAgain, DAY.plusDays(340), DAY.plusDays(340)));
        assertEquals(7, ChronoUnit.DAYS.between(again.dueOn().orElseThrow(), lateAgain) - 1);
        assertEquals(Standing.OVERDUE, Standing.of(again, lateAgain, lateAgain, lateAgain));
        Turn old = Turn.first(Optional.of(on(DAY.minusYears(3))), 1, DAY, 30, yearly)
                .next(DAY, 1, 30, yearly)
                .orElseThrow();
        assertEquals(
                Optional.of(DAY.plusDays(30)), old.dueOn(), "what ended long ago gets the days that a new lesson gets");
        assertEquals(Standing.OVERDUE, Standing.of(old, DAY.plusDays(38), DAY, DAY), "but it does not hold meanwhile");
    }

    @Test
    void aRenewalThatCantWorkIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> renewal(Repeat.COMPLETION, 1, 28));
        assertThrows(IllegalArgumentException.class, () -> renewal(Repeat.COMPLETION, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> renewal(Repeat.COMPLETION, 121, 0));
        assertThrows(IllegalArgumentException.class, () -> new Renewal(Repeat.CALENDAR, 12, Optional.empty(), 0, 0));
    }
}
