package auditorium.improvement.domain;

import auditorium.library.content.Severity;
import java.time.LocalDate;

/**
 * When somebody looks again whether what was done has worked. The worse the finding, the sooner; the days are the product's own
 * defaults. That it works can't be said before that day, because only time shows it; that it does not work can be said at once.
 */
public final class Effectiveness {

    private Effectiveness() {}

    public static LocalDate checkOn(Severity grade, LocalDate verifiedOn) {
        return verifiedOn.plusDays(
                switch (grade) {
                    case ZERO_TOLERANCE -> 14;
                    case CRITICAL -> 30;
                    case MAJOR -> 60;
                    case MINOR -> 90;
                });
    }

    public static boolean tooEarly(LocalDate checkOn, LocalDate today) {
        return today.isBefore(checkOn);
    }
}
