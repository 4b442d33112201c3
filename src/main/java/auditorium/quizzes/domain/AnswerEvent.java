package auditorium.quizzes.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody answered a question of their attempt. The phone makes the id and counts the sequence up with every answer of the
 * attempt; {@code answeredAt} is what its clock claims, {@code receivedAt} is when the answer first reached us.
 */
public record AnswerEvent(
        UUID id, String question, long sequence, Answer answer, Instant answeredAt, Instant receivedAt) {}
