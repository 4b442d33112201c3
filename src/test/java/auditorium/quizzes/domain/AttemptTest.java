package auditorium.quizzes.domain;

import static auditorium.Cases.forAll;
import static auditorium.quizzes.domain.AttemptRules.Timeliness.LATE_COUNTED;
import static auditorium.quizzes.domain.AttemptRules.Timeliness.LATE_KEPT;
import static auditorium.quizzes.domain.AttemptRules.Timeliness.ON_TIME;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private static final AttemptRules TWENTY_MINUTES = new AttemptRules(
            START, Optional.of(Duration.ofMinutes(20)), Optional.empty(), Duration.ofSeconds(30), Duration.ofHours(8));

    private record Delivery(List<AnswerEvent> sent, List<AnswerEvent> arrived) {}

    private static AnswerEvent event(long id, String question, long sequence, boolean answer, long at, long received) {
        return new AnswerEvent(
                new UUID(0, id),
                question,
                sequence,
                new Answer.Truth(answer),
                START.plusSeconds(at),
                START.plusSeconds(received));
    }

    private static Delivery shuffledAndDuplicated(RandomGenerator random) {
        List<AnswerEvent> sent = new ArrayList<>();
        for (int i = 0; i < random.nextInt(20); i++) {
            int at = random.nextInt(2400);
            sent.add(new AnswerEvent(
                    new UUID(random.nextLong(), random.nextLong()),
                    "q" + random.nextInt(4),
                    random.nextInt(6),
                    new Answer.Truth(random.nextBoolean()),
                    START.plusSeconds(at),
                    START.plusSeconds(at + random.nextInt(40_000))));
        }
        List<AnswerEvent> arrived = new ArrayList<>(sent);
        for (AnswerEvent event : sent) {
            if (random.nextBoolean()) {
                Instant again = event.receivedAt().plusSeconds(1 + random.nextInt(1000));
                arrived.add(new AnswerEvent(
                        event.id(), event.question(), event.sequence(), event.answer(), event.answeredAt(), again));
            }
        }
        Collections.shuffle(arrived, random);
        return new Delivery(sent, arrived);
    }

    @Test
    void howOftenAndInWhichOrderAnswersArriveDoesNotMatter() {
        forAll(AttemptTest::shuffledAndDuplicated, d -> {
            assertEquals(AttemptState.of(d.sent()), AttemptState.of(d.arrived()));
            assertEquals(AttemptState.of(d.sent(), TWENTY_MINUTES), AttemptState.of(d.arrived(), TWENTY_MINUTES));
        });
    }

    /** Each time the phone begins anew with what it has, and each time but the last the network cuts it off somewhere. */
    private static Delivery cutAndBegunAgain(RandomGenerator random) {
        List<AnswerEvent> sent = shuffledAndDuplicated(random).sent();
        List<AnswerEvent> arrived = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            arrived.addAll(sent.subList(0, random.nextInt(sent.size() + 1)));
        }
        arrived.addAll(sent);
        return new Delivery(sent, arrived);
    }

    @Test
    void aDeliveryThatIsCutAndBegunAgainComesToTheSame() {
        forAll(AttemptTest::cutAndBegunAgain, d -> {
            assertEquals(AttemptState.of(d.sent()), AttemptState.of(d.arrived()));
            assertEquals(AttemptState.of(d.sent(), TWENTY_MINUTES), AttemptState.of(d.arrived(), TWENTY_MINUTES));
        });
    }

    @Test
    void theLastAnswerToAQuestionStands() {
        AttemptState state = AttemptState.of(List.of(
                event(1, "q", 2, true, 60, 60), event(2, "q", 1, false, 90, 90), event(3, "r", 3, true, 90, 90)));
        assertEquals(Map.of("q", new Answer.Truth(true), "r", new Answer.Truth(true)), state.answers());
    }

    @Test
    void ofTwoAnswersWithOneSequenceTheHigherIdStands() {
        UUID high = UUID.fromString("f0000000-0000-7000-8000-000000000000");
        UUID low = UUID.fromString("10000000-0000-7000-8000-000000000000");
        AnswerEvent one = new AnswerEvent(high, "q", 1, new Answer.Truth(true), START, START);
        AnswerEvent two = new AnswerEvent(low, "q", 1, new Answer.Truth(false), START, START);
        assertEquals(Map.of("q", one), AttemptState.of(List.of(one, two)).standing());
    }

    @Test
    void anAnswerSentAgainWithOtherContentChangesNothing() {
        AnswerEvent first = event(1, "q", 1, false, 1300, 40_000);
        AnswerEvent forged = event(1, "q", 9, true, 60, 41_000);
        assertEquals(Map.of("q", first), AttemptState.of(List.of(forged, first)).standing());
        assertEquals(
                Map.of(),
                AttemptState.of(List.of(forged, first), TWENTY_MINUTES).standing());
    }

    @Test
    void anAnswerThatIsTooLateDoesNotDisplaceOneThatCounts() {
        AnswerEvent good = event(1, "q", 1, true, 60, 60);
        AnswerEvent late = event(2, "q", 2, false, 1300, 1300);
        assertEquals(
                Map.of("q", good),
                AttemptState.of(List.of(late, good), TWENTY_MINUTES).standing());
        assertEquals(Map.of("q", late), AttemptState.of(List.of(late, good)).standing());
    }

    @Test
    void whatArrivesByTheDeadlineAndGraceIsOnTime() {
        assertEquals(ON_TIME, TWENTY_MINUTES.timeliness(event(1, "q", 1, true, 1200, 1200)));
        assertEquals(ON_TIME, TWENTY_MINUTES.timeliness(event(1, "q", 1, true, 1229, 1230)));
    }

    @Test
    void whatWasGivenInTimeCountsWithinTheLateWindow() {
        int window = 1200 + 8 * 3600;
        assertEquals(LATE_COUNTED, TWENTY_MINUTES.timeliness(event(1, "q", 1, true, 1200, 1231)));
        assertEquals(LATE_COUNTED, TWENTY_MINUTES.timeliness(event(1, "q", 1, true, 60, window)));
        assertEquals(LATE_KEPT, TWENTY_MINUTES.timeliness(event(1, "q", 1, true, 60, window + 1)));
        assertEquals(LATE_KEPT, TWENTY_MINUTES.timeliness(event(1, "q", 1, true, 1201, 1231)));
        assertEquals(Optional.of(START.plusSeconds(window)), TWENTY_MINUTES.finalAfter());
    }

    @Test
    void withoutAnEndEverythingIsOnTime() {
        AttemptRules endless =
                new AttemptRules(START, Optional.empty(), Optional.empty(), Duration.ZERO, Duration.ZERO);
        assertEquals(ON_TIME, endless.timeliness(event(1, "q", 1, true, 60, 99_999_999)));
        assertEquals(Optional.empty(), endless.finalAfter());
    }

    @Test
    void theQuizMayCloseBeforeThePersonsTimeIsUp() {
        AttemptRules closing = new AttemptRules(
                START,
                Optional.of(Duration.ofMinutes(20)),
                Optional.of(START.plusSeconds(600)),
                Duration.ZERO,
                Duration.ZERO);
        assertEquals(ON_TIME, closing.timeliness(event(1, "q", 1, true, 0, 600)));
        assertEquals(LATE_KEPT, closing.timeliness(event(1, "q", 1, true, 0, 601)));
    }

    @Test
    void aClockThatIsWrongIsBroughtBetweenStartAndArrival() {
        assertEquals(START.plusSeconds(60), TWENTY_MINUTES.answeredAt(event(1, "q", 1, true, 999_999, 60)));
        assertEquals(START, TWENTY_MINUTES.answeredAt(event(1, "q", 1, true, -999_999, 60)));
        assertEquals(START, TWENTY_MINUTES.answeredAt(event(1, "q", 1, true, 60, -1)));
        assertEquals(LATE_COUNTED, TWENTY_MINUTES.timeliness(event(1, "q", 1, true, -999_999, 1300)));
    }
}
