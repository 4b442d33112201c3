package auditorium.quizzes;

import auditorium.library.content.Lesson;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody passed a lesson's quiz. Fired inside the transaction that marks the attempt; whoever keeps training records observes it.
 * {@code percent} is the score, rounded down.
 */
public record LessonPassed(UUID person, Lesson lesson, UUID attempt, int percent, Instant at) {}
