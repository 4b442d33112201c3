package auditorium.quizzes;

import auditorium.library.Catalogue;
import auditorium.library.content.Question;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.AnswerEvent;
import auditorium.quizzes.domain.AttemptRules;
import auditorium.quizzes.domain.AttemptState;
import auditorium.quizzes.domain.Paper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A paper in progress as its page shows it.
 *
 * @param sequence the highest sequence of an answer so far: a phone counts on from there
 * @param clock when there is one, the time
 */
record PaperView(
        UUID id,
        String quiz,
        String title,
        List<QuestionView> questions,
        long answered,
        long sequence,
        Optional<Clock> clock) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /**
     * The attempt's time.
     *
     * @param left seconds until the deadline
     * @param end the deadline, for a page that was kept and is opened without a network
     * @param ends the same in words, by the factory's clock
     * @param paused whether the clock stands; then {@code ends} is when at the latest it goes on by itself
     */
    record Clock(long left, Instant end, String ends, boolean paused, boolean pausable, boolean over) {

        static Optional<Clock> of(AttemptRules rules, Instant now, ZoneId zone) {
            return rules.left(now).map(left -> {
                Instant end = now.plus(left);
                boolean paused = rules.paused(now);
                Instant shown = paused ? rules.deadline().orElse(end).minus(left) : end;
                return new Clock(
                        left.plusMillis(999).toSeconds(),
                        end,
                        words(shown, now, zone),
                        paused,
                        rules.pausable(now),
                        rules.over(now));
            });
        }

        private static String words(Instant at, Instant now, ZoneId zone) {
            LocalDate today = now.atZone(zone).toLocalDate();
            return (at.atZone(zone).toLocalDate().equals(today) ? TIME : DAY).format(at.atZone(zone));
        }

        /** Whole minutes, rounded up. */
        public long minutes() {
            return (left + 59) / 60;
        }
    }

    /** How many questions there are. */
    public long all() {
        return questions.size();
    }

    /** Whether the questions are shown: not while the clock stands, and not when time is over. */
    public boolean going() {
        return clock.filter(c -> c.paused() || c.over()).isEmpty();
    }

    static PaperView of(
            Attempt attempt,
            String title,
            Attempts.Frozen frozen,
            AttemptState state,
            Optional<QuestionView.Typed> typed,
            Optional<Clock> clock,
            Lang lang,
            Catalogue catalogue) {
        var answers = state.answers();
        List<QuestionView> views = new ArrayList<>();
        for (Question question : frozen.questions()) {
            Paper.Drawn drawn = frozen.paper().drawn(question.id()).orElseThrow();
            views.add(QuestionView.of(
                    question,
                    drawn,
                    views.size() + 1,
                    Optional.ofNullable(answers.get(question.id())),
                    typed,
                    lang,
                    catalogue));
        }
        return new PaperView(
                attempt.id(),
                attempt.quiz(),
                title,
                views,
                views.stream().filter(QuestionView::answered).count(),
                state.standing().values().stream()
                        .mapToLong(AnswerEvent::sequence)
                        .max()
                        .orElse(0),
                clock);
    }
}
