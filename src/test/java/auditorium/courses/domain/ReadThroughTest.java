package auditorium.courses.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadThroughTest {

    private static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final List<String> TWO = List.of("a", "b");

    @Test
    void sayingItAloneIsNoReading() {
        ReadThrough through = ReadThrough.of(TWO, Map.of(), Optional.of(NOON), MINUTE);
        assertFalse(through.counts());
        assertEquals(TWO, through.unseen());
        assertFalse(ReadThrough.of(TWO, Map.of("x", NOON), Optional.of(NOON), Duration.ZERO)
                .counts());
        assertFalse(ReadThrough.of(List.of(), Map.of(), Optional.of(NOON), Duration.ZERO)
                .counts());
    }

    @Test
    void allCardsInNoTimeDoNotCountUntilTheTimeHasPassed() {
        Map<String, Instant> seen = Map.of("a", NOON, "b", NOON.plusSeconds(5));
        ReadThrough fast = ReadThrough.of(TWO, seen, Optional.empty(), MINUTE);
        assertFalse(fast.counts());
        assertEquals(Duration.ofSeconds(55), fast.missing());
        assertFalse(ReadThrough.of(TWO, seen, Optional.of(NOON.plusSeconds(59)), MINUTE)
                .counts());
        ReadThrough slow = ReadThrough.of(TWO, seen, Optional.of(NOON.plusSeconds(60)), MINUTE);
        assertTrue(slow.counts());
        assertEquals(Optional.of(NOON.plusSeconds(60)), slow.at());
        assertEquals(MINUTE, slow.took());
    }

    @Test
    void aCardThatWasPassedByIsNamed() {
        assertEquals(
                List.of("b", "d"),
                ReadThrough.of(
                                List.of("a", "b", "c", "d"),
                                Map.of("c", NOON, "a", NOON),
                                Optional.of(NOON.plusSeconds(999)),
                                MINUTE)
                        .unseen());
    }

    @Test
    void whatWasSaidBeforeTheLastCardChangesNothing() {
        Map<String, Instant> seen = Map.of("a", NOON, "b", NOON.plusSeconds(70));
        assertEquals(
                ReadThrough.of(TWO, seen, Optional.empty(), MINUTE),
                ReadThrough.of(TWO, seen, Optional.of(NOON.minusSeconds(900)), MINUTE));
    }

    /** A lesson and what somebody saw of it. */
    record Case(List<String> cards, Map<String, Instant> seen, Optional<Instant> said, Duration least) {
        ReadThrough through() {
            return ReadThrough.of(cards, seen, said, least);
        }
    }

    private static Case some(RandomGenerator r) {
        List<String> cards = IntStream.rangeClosed(1, 1 + r.nextInt(9))
                .mapToObj(i -> "c" + i)
                .toList();
        Map<String, Instant> seen = new HashMap<>();
        for (String card : cards) {
            if (r.nextInt(10) > 0) {
                seen.put(card, NOON.plusMillis(r.nextInt(120_000)));
            }
        }
        return new Case(
                cards,
                seen,
                r.nextBoolean() ? Optional.of(NOON.plusMillis(r.nextInt(200_000))) : Optional.empty(),
                Duration.ofMillis(r.nextInt(120_000)));
    }

    @Test
    void itCountsWhenAllCardsWereSeenAndNothingIsMissing() {
        Cases.forAll(ReadThroughTest::some, c -> {
            ReadThrough through = c.through();
            assertEquals(
                    c.seen().keySet().containsAll(c.cards()) && through.took().compareTo(c.least()) >= 0,
                    through.counts());
        });
    }

    @Test
    void waitingWhatIsMissingIsEnough() {
        Cases.forAll(ReadThroughTest::some, c -> {
            ReadThrough through = c.through();
            if (through.unseen().isEmpty()) {
                Instant later = through.at().orElseThrow().plus(through.missing());
                assertTrue(ReadThrough.of(c.cards(), c.seen(), Optional.of(later), c.least())
                        .counts());
            }
        });
    }

    @Test
    void anotherSignNeverTakesAnythingBack() {
        Cases.forAll(ReadThroughTest::some, c -> {
            Map<String, Instant> more = new HashMap<>(c.seen());
            c.cards().forEach(card -> more.putIfAbsent(card, NOON.plusSeconds(30)));
            ReadThrough after = ReadThrough.of(c.cards(), more, c.said(), c.least());
            assertTrue(after.unseen().isEmpty());
            assertTrue(!c.through().counts() || after.counts());
        });
    }

    @Test
    void onlyTheTimeBetweenSignsMattersNotWhatAClockSays() {
        Cases.forAll(ReadThroughTest::some, c -> {
            Duration wrong = Duration.ofDays(400);
            Map<String, Instant> shifted = c.seen().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, e -> e.getValue().minus(wrong)));
            ReadThrough through = ReadThrough.of(c.cards(), shifted, c.said().map(s -> s.minus(wrong)), c.least());
            assertEquals(c.through().took(), through.took());
            assertEquals(c.through().counts(), through.counts());
        });
    }
}
