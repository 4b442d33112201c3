package auditorium.library.content;

import auditorium.platform.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The questions on a lesson; {@code draw} of them make a paper, {@code pass} per cent of its points pass it.
 *
 * @param pools the parts a paper is drawn from, in the order they are asked; together they give {@code draw} questions. Empty: a
 *     paper is drawn from all questions
 */
public record Quiz(
        String id,
        Text title,
        String lesson,
        int pass,
        int draw,
        Rules rules,
        List<Pool> pools,
        List<Question> questions,
        Version version) {

    /** A quiz without pools. */
    public Quiz(
            String id,
            Text title,
            String lesson,
            int pass,
            int draw,
            Rules rules,
            List<Question> questions,
            Version version) {
        this(id, title, lesson, pass, draw, rules, List.of(), questions, version);
    }

    /**
     * How a quiz is taken.
     *
     * @param limit how long a person has; empty: as long as they like
     * @param lateWindow how long after the end an answer may still arrive that was given in time; zero for an examination
     * @param exam an examination: no late window, and the key stays closed while a person may try again
     * @param pause whether the clock may be stopped for a change of shift
     * @param attempts how often one person may begin; empty: as often as they like
     */
    public record Rules(
            Optional<Duration> limit, Duration lateWindow, boolean exam, boolean pause, Optional<Integer> attempts) {

        /** What a quiz has that says nothing else: a shift without a network, and then some. */
        public static final Duration LATE_WINDOW = Duration.ofHours(24);

        /** No clock, no count. */
        public static final Rules FREE = new Rules(Optional.empty(), LATE_WINDOW, false, false, Optional.empty());
    }

    public Optional<Question> question(String id) {
        return questions.stream().filter(q -> q.id().equals(id)).findFirst();
    }
}
