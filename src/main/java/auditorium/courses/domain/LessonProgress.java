package auditorium.courses.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * How far one person is in one lesson. {@code cardsSeen} counts cards of the version that is taught today; {@code readAt} is when
 * all of that version had been read; {@code passedAt} is when its quiz was last passed.
 */
public record LessonProgress(int cardsSeen, int cards, Optional<Instant> readAt, Optional<Instant> passedAt) {

    /** Where somebody stands who has never opened it. */
    public static LessonProgress none(int cards) {
        return new LessonProgress(0, cards, Optional.empty(), Optional.empty());
    }

    public LessonProgress {
        cardsSeen = Math.min(cardsSeen, cards);
    }

    /** The four steps of a lesson, in their order. */
    public enum Step {
        NEW,
        STARTED,
        READ,
        PASSED
    }

    public Step step() {
        if (passedAt.isPresent()) {
            return Step.PASSED;
        }
        if (readAt.isPresent()) {
            return Step.READ;
        }
        return cardsSeen > 0 ? Step.STARTED : Step.NEW;
    }
}
