package auditorium.quizzes.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
 * @param extra what the person has on top of the limit
 * @param mayPause how long in all the clock may stand still; then it goes on by itself
 * @param pauses when it stood still
 * @param finalAt since when the person may have seen what is right: nothing that reaches us later counts
 */
public record AttemptRules(
        Instant startedAt,
        Optional<Duration> limit,
        Optional<Instant> closesAt,
        Duration grace,
        Duration lateWindow,
        Duration extra,
        Duration mayPause,
        List<Pause> pauses,
        Optional<Instant> finalAt) {

    public AttemptRules {
        pauses = List.copyOf(pauses);
        if (limit.filter(Duration::isNegative).isPresent()
                || Stream.of(grace, lateWindow, extra, mayPause).anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("limit, grace, late window, extra time and pauses are not negative");
        }
    }

    /** Rules without extra time or pauses, for an attempt that goes on. */
    public AttemptRules(
            Instant startedAt,
            Optional<Duration> limit,
            Optional<Instant> closesAt,
            Duration grace,
            Duration lateWindow) {
        this(startedAt, limit, closesAt, grace, lateWindow, Duration.ZERO, Duration.ZERO, List.of(), Optional.empty());
    }

    /** The same, final since then. */
    public AttemptRules settled(Instant at) {
        return new AttemptRules(
                startedAt, limit, closesAt, grace, lateWindow, extra, mayPause, pauses, Optional.of(at));
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

    /**
     * The end of the person's own time or of everybody's, whichever is first; empty: no end. The instant itself is in time.
     * While the clock stands still it is the latest that it can become.
     */
    public Optional<Instant> deadline() {
        return deadline(pause -> pause.endedAt().map(pause::length).orElse(mayPause));
    }

    private Optional<Instant> deadline(Function<Pause, Duration> length) {
        return Stream.concat(
                        limit.map(l -> startedAt.plus(l).plus(extra).plus(stood(length))).stream(), closesAt.stream())
                .min(Instant::compareTo);
    }

    private Optional<Instant> deadlineAsOf(Instant now) {
        return deadline(pause -> pause.length(now));
    }

    /** How long the clock has stood still in all, and no longer than it may. */
    private Duration stood(Function<Pause, Duration> length) {
        Duration sum = pauses.stream().map(length).reduce(Duration.ZERO, Duration::plus);
        return sum.compareTo(mayPause) > 0 ? mayPause : sum;
    }

    private boolean mayStandStill(Instant now) {
        return limit.isPresent() && stood(pause -> pause.length(now)).compareTo(mayPause) < 0 && !over(now);
    }

    private boolean stopped() {
        return pauses.stream().anyMatch(p -> p.endedAt().isEmpty());
    }

    /** What is left of the time; zero when it is over, empty when it has no end. */
    public Optional<Duration> left(Instant now) {
        return deadlineAsOf(now).map(end -> end.isBefore(now) ? Duration.ZERO : Duration.between(now, end));
    }

    /** Whether the deadline has passed; the grace may not have. */
    public boolean over(Instant now) {
        return deadlineAsOf(now).filter(now::isAfter).isPresent();
    }

    /** Whether the clock stands still. */
    public boolean paused(Instant now) {
        return stopped() && mayStandStill(now);
    }

    /** Whether the clock may be stopped now: there is one, it goes, and it was not stopped too often or too long. */
    public boolean pausable(Instant now) {
        return !stopped() && pauses.size() < Pause.MOST && mayStandStill(now);
    }

    /** When time is up so surely that the attempt may be closed: the deadline, and the way through the network. */
    public Optional<Instant> closableAfter() {
        return deadline().map(end -> end.plus(grace));
    }

    /** From then on no answer can arrive that counts: the score is final. */
    public Optional<Instant> finalAfter() {
        return finalAt.or(() -> deadline().map(end -> end.plus(grace.compareTo(lateWindow) > 0 ? grace : lateWindow)));
    }

    public Timeliness timeliness(AnswerEvent event) {
        if (finalAt.filter(event.receivedAt()::isAfter).isPresent()) {
            return Timeliness.LATE_KEPT;
        }
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
