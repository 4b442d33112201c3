package auditorium.readiness.domain;

import auditorium.library.content.Severity;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * What to do first: what it wins by severity, times how easy it is, times whether it can still be done before the audit. An open
 * zero-tolerance gap stands before everything else, because it outranks every number.
 */
public final class FirstThings {

    /** What takes a week is worth half of what takes no time. */
    private static final double A_WEEK = 7;

    /** Comes before everything that no such thing is, whatever that wins. */
    private static final double BEFORE_ALL = 1e6;

    private FirstThings() {}

    /**
     * Something that is not as it should be.
     *
     * @param what whatever the caller wants back
     * @param days how long it takes to put right, from 0 up; only compared, never shown as a promise
     * @param key decides between equals, so that the order does not hang on chance
     */
    public record Thing<T>(T what, State state, Severity grade, int days, String key) {

        public Thing {
            if (days < 0) {
                throw new IllegalArgumentException(days + " days");
            }
        }

        /** @param left days until the audit; empty where none is planned. What takes longer than that wins only its share. */
        double worth(OptionalLong left) {
            int gain = grade.weight() * (State.FULL - state.quarters());
            double ease = A_WEEK / (A_WEEK + days);
            double before = left.isEmpty() || days == 0
                    ? 1
                    : Math.min(1, Math.max(1, left.getAsLong()) / (double) Math.max(1, days));
            return gain * ease * before + (state == State.STOP ? BEFORE_ALL : 0);
        }
    }

    /** The first so many; what is ready is not among them. */
    public static <T> List<Thing<T>> of(Collection<Thing<T>> things, OptionalLong daysToAudit, int most) {
        return things.stream()
                .filter(t -> t.state().open())
                .sorted(Comparator.comparingDouble((Thing<T> t) -> -t.worth(daysToAudit))
                        .thenComparing(Thing::state)
                        .thenComparing(Thing::grade)
                        .thenComparing(Thing::key))
                .limit(most)
                .toList();
    }
}
