package auditorium.training;

import auditorium.library.Catalogue;
import auditorium.platform.Lang;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A lesson on somebody's list, as pages show it.
 *
 * @param cause why it is there; {@code causeOf}, {@code rule}, {@code place} and {@code priorUntil} say the particulars
 * @param daysLeft until it is due; negative afterwards
 * @param late whether the days of grace are over too
 */
public record DueLesson(
        String lesson,
        String title,
        String course,
        int minutes,
        String cause,
        String causeOf,
        String rule,
        String place,
        String priorUntil,
        String dueOn,
        long daysLeft,
        boolean late) {

    private static final int SOON = 7;

    /** Empty when the library no longer has the lesson. */
    static Optional<DueLesson> of(AssignmentReport.Open open, Catalogue catalogue, Lang lang, LocalDate today) {
        return catalogue
                .lesson(open.lesson())
                .map(l -> new DueLesson(
                        l.id(),
                        l.title().in(lang),
                        catalogue
                                .course(l.course())
                                .map(c -> c.title().in(lang))
                                .orElse(""),
                        l.minutes(),
                        open.cause(),
                        open.causeOf(),
                        open.rule(),
                        open.place().in(lang),
                        open.priorUntil().map(LocalDate::toString).orElse(""),
                        open.dueOn().toString(),
                        ChronoUnit.DAYS.between(today, open.dueOn()),
                        !today.isBefore(open.lateFrom())));
    }

    /** late, soon or nothing. */
    public String urgency() {
        return late ? "late" : daysLeft <= SOON ? "soon" : "";
    }

    public long daysLate() {
        return -daysLeft;
    }
}
