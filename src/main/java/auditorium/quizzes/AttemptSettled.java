package auditorium.quizzes;

import auditorium.quizzes.domain.Score;
import java.time.Instant;
import java.util.UUID;

/**
 * An attempt's score is final. Fired once an attempt, within the transaction that settles it.
 *
 * @param quiz the quiz, or the name of a paper of several quizzes
 * @param at when the answering ended
 */
public record AttemptSettled(
        UUID client,
        UUID attempt,
        UUID person,
        Attempt.Kind kind,
        String quiz,
        boolean passed,
        Score score,
        Instant at) {}
