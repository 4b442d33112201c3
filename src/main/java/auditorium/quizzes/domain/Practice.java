package auditorium.quizzes.domain;

import auditorium.quizzes.domain.Fsrs.Grade;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Spaced repetition of single questions. Every question that somebody answered in an attempt is remembered as a {@link Fsrs}; it is
 * due at once when it was missed, and when recall has fallen to 90 % otherwise. A phone on the shop floor doesn't wait ten
 * minutes, so the short steps of learning are left out: what was practised today comes back tomorrow at the earliest.
 */
public final class Practice {

    /** About a minute. Whoever wants more may go on. */
    public static final int A_DAY = 3;

    private Practice() {}

    /** The memory after one more answer. */
    public static Fsrs after(Optional<Fsrs> before, Grade grade, LocalDate today) {
        return before.map(memory -> memory.next(grade, today)).orElseGet(() -> Fsrs.first(grade, today));
    }

    /** When to ask again, after an answer of that grade. */
    public static LocalDate dueOn(Fsrs after, Grade grade) {
        return grade == Grade.AGAIN
                ? after.reviewedOn()
                : after.reviewedOn().plusDays(Math.max(after.days(), after.restDays()));
    }
}
