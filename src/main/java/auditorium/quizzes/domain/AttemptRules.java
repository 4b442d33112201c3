package auditorium.quizzes.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Until when answers to an attempt count.
 *
 * @param startedAt when the person began, by our clock
 * @param limit how long they have
 * @param closesAt when the quiz closes for everybody
 * @param grace how much later than the deadline an answer may reach us, whatever the phone's clock says: the way through the
 *     network
 * @param lateWindow how much later than the deadline an answer may reach us that was given in time by the phone's clock: hours
 *     without a network. The clock is only a claim, so this is how far the quiz trusts it; zero trusts nobody
 */
public record AttemptRules(
        Instant startedAt, Optional<Duration> limit, Optional<Instant> closesAt, Duration grace, Duration lateWindow) {

    public AttemptRules {
        if (limit.filter(Duration::isNegative).isPresent() || grace.isNegative() || lateWindow.isNegative()) {
            throw new IllegalArgumentException("limit, grace and late window are not negative");
        }
    }

    /** How an answer's time is taken. */
    public enum Timeliness {
        /** Reached us by the deadline and grace. */
        ON_TIME,
        /** Given in time by the phone's clock, and reached us within the late window. */
        LATE_COUNTED,
        /** Kept with the attempt, but doesn't count. */
        LATE_KEPT;

        public boolean counts() {
            return this != LATE_KEPT;
        }
    }

    /** The end of the person's own time or of everybody's, whichever is first; empty: no end. The instant itself is in time. */
    public Optional<Instant> deadline() {
        return Stream.concat(limit.map(startedAt::plus).stream(), closesAt.stream())
                .min(Instant::compareTo);
    }

    /** From then on no answer can arrive that counts: the score is final. */
    public Optional<Instant> finalAfter() {
        return deadline().map(end -> end.plus(grace.compareTo(lateWindow) > 0 ? grace : lateWindow));
    }

    public Timeliness timeliness(AnswerEvent event) {
        Optional<Instant> deadline = deadline();
        if (deadline.isEmpty() || !event.receivedAt().isAfter(deadline.get().plus(grace))) {
            return Timeliness.ON_TIME;
        }
        boolean inTime = !answeredAt(event).isAfter(deadline.get());
        boolean withinWindow = !event.receivedAt().isAfter(deadline.get().plus(lateWindow));
        return inTime && withinWindow ? Timeliness.LATE_COUNTED : Timeliness.LATE_KEPT;
    }

    /** When the answer was given, as far as it can be true: not after it reached us, not before the attempt began. */
    public Instant answeredAt(AnswerEvent event) {
        Instant claim = event.answeredAt().isAfter(event.receivedAt()) ? event.receivedAt() : event.answeredAt();
        return claim.isBefore(startedAt) ? startedAt : claim;
    }
}
