package auditorium.quizzes.domain;

import auditorium.library.content.Quiz;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * On what terms an attempt is begun. They are frozen with it: a quiz that changes later changes no attempt.
 *
 * @param pass per cent of the points that pass
 * @param limit how long a person has; empty: as long as they like
 * @param closesAt when it closes for everybody, for instance by an assignment; empty: never
 * @param lateWindow how long after the deadline an answer may still arrive that was given in time by the phone's clock
 * @param mayPause how long in all the clock may be stopped; zero: not at all
 * @param attempts how often one person may begin; empty: as often as they like
 * @param examination whether the key stays closed while the person may try again
 */
public record Terms(
        int pass,
        Optional<Duration> limit,
        Optional<Instant> closesAt,
        Duration lateWindow,
        Duration mayPause,
        Optional<Integer> attempts,
        boolean examination) {

    /** The way through the network: how much later than the deadline anything may reach us. */
    public static final Duration GRACE = Duration.ofSeconds(30);

    /** A night and more, so that the next shift can go on; a clock that stands longer goes on by itself. */
    public static final Duration LONGEST_PAUSE = Duration.ofHours(24);

    /** Without a clock or a count, passed at that per cent. */
    public static Terms free(int pass) {
        return new Terms(
                pass,
                Optional.empty(),
                Optional.empty(),
                Quiz.Rules.LATE_WINDOW,
                Duration.ZERO,
                Optional.empty(),
                false);
    }

    /** As the quiz's own settings say. */
    public static Terms of(Quiz quiz) {
        Quiz.Rules rules = quiz.rules();
        return new Terms(
                quiz.pass(),
                rules.limit(),
                Optional.empty(),
                rules.lateWindow(),
                rules.pause() ? LONGEST_PAUSE : Duration.ZERO,
                rules.attempts(),
                rules.exam());
    }

    /** The rules of an attempt that is begun now; {@code extra} is the person's own extra time. */
    public AttemptRules begun(Instant now, Duration extra) {
        return new AttemptRules(now, limit, closesAt, GRACE, lateWindow, extra, mayPause, List.of(), Optional.empty());
    }
}
