package auditorium.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets so many through in a window of time: from one address, and in all. Kept in memory, so each server counts for itself; it keeps no
 * more addresses than it lets through in all.
 */
public final class Throttle {

    private final int each;
    private final int all;
    private final long windowMillis;
    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private long window;
    private int total;

    public Throttle(int each, int all, Duration window, Clock clock) {
        this.each = each;
        this.all = all;
        windowMillis = window.toMillis();
        this.clock = clock;
    }

    /** Whether this one may pass; it is counted either way. */
    public synchronized boolean lets(String address) {
        long now = clock.millis() / windowMillis;
        if (now != window) {
            window = now;
            counts.clear();
            total = 0;
        }
        if (total >= all) {
            return false;
        }
        int count = counts.merge(address, 1, Integer::sum);
        if (count > each) {
            return false;
        }
        total++;
        return true;
    }
}
