package auditorium.library;

import auditorium.library.content.Quiz;
import java.time.Duration;
import java.util.Optional;

/** Reads how a quiz is taken: against the clock, how often, as an examination. */
final class QuizRulesReader {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration WIDEST = Duration.ofDays(7);
    private static final int MOST = 100;

    private QuizRulesReader() {}

    static Quiz.Rules read(Yaml yaml) {
        Optional<Duration> limit = within(yaml, "limit", SHORTEST, LONGEST, "from PT1M to PT24H");
        Optional<Duration> window = within(yaml, "late_window", Duration.ZERO, WIDEST, "from PT0S to P7D");
        boolean exam = yaml.flag("exam").orElse(false);
        boolean pause = yaml.flag("pause").orElse(false);
        if (exam && window.filter(w -> !w.isZero()).isPresent()) {
            yaml.errorAt("late_window", "an examination has no “late_window”: what arrives after the end can't count");
        }
        if (exam && limit.isEmpty()) {
            yaml.errorAt("exam", "an examination needs a “limit”");
        }
        if (exam && pause) {
            yaml.errorAt("pause", "an examination can't be paused");
        } else if (pause && limit.isEmpty()) {
            yaml.errorAt("pause", "without a “limit” there is no clock to stop");
        }
        return new Quiz.Rules(
                limit, exam ? Duration.ZERO : window.orElse(Quiz.Rules.LATE_WINDOW), exam, pause, attempts(yaml));
    }

    private static Optional<Duration> within(Yaml yaml, String key, Duration least, Duration most, String wanted) {
        Optional<Duration> given = yaml.duration(key);
        if (given.filter(d -> d.compareTo(least) < 0 || d.compareTo(most) > 0).isPresent()) {
            yaml.errorAt(key, "“" + key + "” is " + given.get() + " but should be " + wanted);
            return Optional.empty();
        }
        return given;
    }

    private static Optional<Integer> attempts(Yaml yaml) {
        if (!yaml.has("attempts")) {
            return Optional.empty();
        }
        int attempts = yaml.number("attempts", 0);
        if (attempts < 1 || attempts > MOST) {
            yaml.errorAt("attempts", "“attempts” is how often one person may try, from 1 to " + MOST);
            return Optional.empty();
        }
        return Optional.of(attempts);
    }
}
