package auditorium.quizzes.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How much of what they have to know a department's people will remember on the day of the audit, and the smallest list of
 * refreshers that lifts it over a target. A refresher is one person reading one lesson again and passing its paper.
 *
 * <p>A person's recall of a requirement is the mean over the lessons meant for that person that teach it; the department's is the
 * mean over people and requirements, weighted by severity. A question belongs to one lesson, so each refresher moves an amount of
 * its own: whichever others are on the list, its gain is the same. Therefore the list of the k largest gains gains the most of all
 * lists of k, and the shortest list that reaches the target is found by taking the largest gains until it is reached: exact, in n
 * log n, with no search. All amounts are whole numbers, so the sums are exact too.
 *
 * @param possible what full recall would be
 * @param now what will be remembered if nobody does anything
 * @param refreshers the list, largest gain first; empty when the target is reached anyway
 * @param after what will be remembered with the list
 */
public record Forecast(long possible, long now, List<Unit> refreshers, long after) {

    public Forecast {
        refreshers = List.copyOf(refreshers);
    }

    /**
     * One person's share of one lesson, weighted.
     *
     * @param possible with full recall
     * @param now on the audit day as things stand
     * @param refreshed on the audit day after refreshing
     */
    public record Unit(UUID person, String lesson, long possible, long now, long refreshed) {

        public Unit {
            if (now < 0 || now > possible || refreshed > possible) {
                throw new IllegalArgumentException(now + " and " + refreshed + " of " + possible);
            }
        }

        /** Refreshing never makes anybody forget. */
        public long gain() {
            return Math.max(0, refreshed - now);
        }
    }

    /**
     * The share of a lesson in what one person has to know.
     *
     * @param shares by requirement that the lesson teaches and the department answers for: its weight over the number of lessons
     *     that teach it to this person, in millionths
     */
    public static Unit unit(
            UUID person,
            String lesson,
            Map<String, Long> shares,
            Remembered remembered,
            LocalDate refreshOn,
            LocalDate auditOn) {
        Remembered refreshed = remembered.refreshed(refreshOn);
        long possible = 0;
        long now = 0;
        long then = 0;
        for (Map.Entry<String, Long> share : shares.entrySet()) {
            possible += share.getValue();
            now += share.getValue() * remembered.recall(share.getKey(), auditOn) / Remembered.CERTAIN;
            then += share.getValue() * refreshed.recall(share.getKey(), auditOn) / Remembered.CERTAIN;
        }
        return new Unit(person, lesson, possible, now, then);
    }

    /**
     * The forecast with the smallest list for a target.
     *
     * @param target per cent to be reached, from 0 to 100. If no list reaches it, the list is everything that gains, and {@link
     *     #reaches} says no
     */
    public static Forecast of(List<Unit> units, int target) {
        long possible = units.stream().mapToLong(Unit::possible).sum();
        long now = units.stream().mapToLong(Unit::now).sum();
        List<Unit> byGain = units.stream()
                .filter(u -> u.gain() > 0)
                .sorted(Comparator.comparingLong(Unit::gain)
                        .reversed()
                        .thenComparing(Unit::lesson)
                        .thenComparing(u -> u.person().toString()))
                .toList();
        List<Unit> list = new ArrayList<>();
        long after = now;
        for (Unit next : byGain) {
            if (percent(after, possible) >= target) {
                break;
            }
            list.add(next);
            after += next.gain();
        }
        return new Forecast(possible, now, list, after);
    }

    /** From 0 to 100, rounded down. Where there is nothing to know nothing is missing. */
    public int percentNow() {
        return percent(now, possible);
    }

    public int percentAfter() {
        return percent(after, possible);
    }

    public boolean reaches(int target) {
        return percentAfter() >= target;
    }

    private static int percent(long part, long possible) {
        return possible == 0 ? 100 : (int) (part * 100 / possible);
    }
}
