package auditorium.courses.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadingTimeTest {

    @Test
    void aCardTakesTheTimeOfItsFasterLanguage() {
        assertEquals(Duration.ofSeconds(5), ReadingTime.card(100, 550));
        assertEquals(Duration.ofSeconds(10), ReadingTime.card(400, 550));
        assertEquals(Duration.ofMillis(7500), ReadingTime.card(150, 600));
    }

    @Test
    void aPictureIsLookedAtForTwoSecondsAndNoCardAsksForMoreThanTwenty() {
        assertEquals(Duration.ofSeconds(2), ReadingTime.card(0, 0));
        assertEquals(Duration.ofSeconds(2), ReadingTime.card(10_000, 0));
        assertEquals(Duration.ofSeconds(20), ReadingTime.card(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    /** Lengths of a card in both languages. */
    record Lengths(int chinese, int english) {}

    @Test
    void moreTextNeverTakesLess() {
        Cases.forAll(r -> new Lengths(r.nextInt(2000), r.nextInt(5000)), l -> {
            Duration one = ReadingTime.card(l.chinese(), l.english());
            assertTrue(one.compareTo(ReadingTime.SHORTEST) >= 0 && one.compareTo(ReadingTime.LONGEST) <= 0);
            assertTrue(ReadingTime.card(l.chinese() + 100, l.english() + 100).compareTo(one) >= 0);
        });
    }

    @Test
    void signsLieAsFarApartAsAllCardsTakeButTheLongest() {
        assertEquals(Duration.ZERO, ReadingTime.betweenSigns(List.of()));
        assertEquals(Duration.ZERO, ReadingTime.betweenSigns(List.of(Duration.ofSeconds(9))));
        assertEquals(
                Duration.ofSeconds(7),
                ReadingTime.betweenSigns(List.of(Duration.ofSeconds(4), Duration.ofSeconds(9), Duration.ofSeconds(3))));
    }

    @Test
    void whoeverReadsEachCardForItsLeastTimeIsNeverTooFast() {
        Cases.forAll(
                r -> r.ints(1 + r.nextInt(12), 2000, 20_001)
                        .mapToObj(Duration::ofMillis)
                        .toList(),
                cards -> {
                    // signs at the end of each card: from the first to the last all but the first card were read
                    Duration apart = cards.stream().skip(1).reduce(Duration.ZERO, Duration::plus);
                    assertTrue(apart.compareTo(ReadingTime.betweenSigns(cards)) >= 0);
                    // and their order does not matter
                    List<Duration> mixed = new ArrayList<>(cards);
                    Collections.shuffle(mixed, new Random(cards.size()));
                    assertEquals(ReadingTime.betweenSigns(cards), ReadingTime.betweenSigns(mixed));
                });
    }
}
