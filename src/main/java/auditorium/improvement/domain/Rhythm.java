package auditorium.improvement.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How often something is done again. Counted from its first day, so that a 31st comes back after a short month. */
public enum Rhythm {
    WEEKLY(0, 7),
    MONTHLY(1, 0),
    QUARTERLY(3, 0),
    HALF_YEARLY(6, 0),
    YEARLY(12, 0);

    private final int months;
    private final int days;

    Rhythm(int months, int days) {
        this.months = months;
        this.days = days;
    }

    /** The day of the turn, counted from 0. */
    public LocalDate turn(LocalDate first, int number) {
        return months > 0 ? first.plusMonths((long) months * number) : first.plusDays((long) days * number);
    }

    /** The days of all turns from {@code from} to {@code until}, both included. */
    public List<LocalDate> turns(LocalDate first, LocalDate from, LocalDate until) {
        List<LocalDate> turns = new ArrayList<>();
        int number = 0;
        for (LocalDate day = first; !day.isAfter(until); day = turn(first, ++number)) {
            if (!day.isBefore(from)) {
                turns.add(day);
            }
        }
        return turns;
    }

    /** How long before its day a turn is shown: a week for what comes weekly, a month for the rest. */
    public LocalDate horizon(LocalDate today) {
        return this == WEEKLY ? today.plusDays(7) : today.plusMonths(1);
    }
}
