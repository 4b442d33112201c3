package auditorium.readiness.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What to do by when, so that an audit day finds things as they should be: from what will be missing, counted back. All is to be done
 * three days before the audit, as tasks are; nothing is ever to be begun in the past, and where the time that is left is too short the
 * step says so.
 */
public final class Countdown {

    /** So many days before the audit everything is to be done. */
    public static final int QUIET_DAYS = 3;

    private Countdown() {}

    /**
     * Something that will be missing on the day.
     *
     * @param what whatever the caller wants back
     * @param days how long it takes, from 0 up
     * @param due a day by which it is to be done anyway: evidence ends on it, a task is due on it; empty: any time before the audit
     * @param notBefore the first day on which doing it helps: what is done earlier would be too old again; empty: at once
     * @param key decides between equals
     */
    public record Need<T>(T what, int days, Optional<LocalDate> due, Optional<LocalDate> notBefore, String key) {

        public Need {
            if (days < 0) {
                throw new IllegalArgumentException(days + " days");
            }
        }
    }

    /**
     * A step of the plan.
     *
     * @param begin the last day on which to begin, today at the earliest
     * @param by the day on which it is to be done
     * @param tight whether less time is left than it takes
     */
    public record Step<T>(T what, LocalDate begin, LocalDate by, boolean tight) {}

    /** One step for each need, in the order in which to begin. */
    public static <T> List<Step<T>> of(Collection<Need<T>> needs, LocalDate today, LocalDate audit) {
        return needs.stream()
                .sorted(Comparator.comparing(
                                (Need<T> n) -> step(n, today, audit).begin())
                        .thenComparing(n -> step(n, today, audit).by())
                        .thenComparing(Need::key))
                .map(n -> step(n, today, audit))
                .toList();
    }

    private static <T> Step<T> step(Need<T> need, LocalDate today, LocalDate audit) {
        LocalDate quiet = later(today, audit.minusDays(QUIET_DAYS));
        LocalDate wanted = need.due().filter(quiet::isAfter).orElse(quiet);
        // what helps only shortly before the audit is not asked for earlier, be it due or not
        LocalDate by = later(
                today,
                later(wanted, need.notBefore().filter(d -> !d.isAfter(audit)).orElse(wanted)));
        LocalDate begin = later(
                later(today, by.minusDays(need.days())),
                need.notBefore().filter(d -> !d.isAfter(by)).orElse(today));
        return new Step<>(
                need.what(),
                begin,
                by,
                wanted.isBefore(today) || begin.plusDays(need.days()).isAfter(by));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
