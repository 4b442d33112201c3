package auditorium.training;

import auditorium.library.content.Lesson;
import auditorium.training.domain.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * That somebody mastered a lesson: what {@link Achievements} is told.
 *
 * @param sourceId the attempt, session, talk or import; person, lesson, source and this id make the achievement one, however
 *     often it is told
 * @param score in per cent, rounded down; empty where nothing was asked
 * @param validUntil the end that the source itself gave, such as an outside certificate's
 */
public record Achieved(
        UUID person,
        Lesson lesson,
        Source source,
        UUID sourceId,
        Optional<UUID> attempt,
        Optional<Integer> score,
        Instant at,
        Optional<LocalDate> validUntil) {

    public Achieved {
        if (score.isPresent() && (score.get() < 0 || score.get() > 100)) {
            throw new IllegalArgumentException("a score is 0 to 100 per cent, not " + score.get());
        }
    }
}
