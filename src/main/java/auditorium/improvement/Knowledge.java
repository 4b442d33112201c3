package auditorium.improvement;

import auditorium.improvement.domain.TrainingProof;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What people have shown to know of a requirement. Improvement asks, and whoever keeps the results of quizzes answers, so that a training
 * task is closed by what people know and not by a tick.
 */
public interface Knowledge {

    /**
     * Those of a department whom the requirement concerns, and what they have shown in quizzes after {@code since}. Empty when no
     * question asks for it, or it concerns nobody there: then the verifier has to see for themselves.
     */
    Optional<TrainingProof> since(UUID client, UUID department, String requirement, Instant since);
}
