import java.util.Arrays;
import java.util.Locale;

/** How long things took, from many threads; answers in milliseconds. */
final class Times {

    private long[] nanos = new long[1024];
    private int count;

    synchronized void add(long nano) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = nano;
    }

    synchronized int count() {
        return count;
    }

    synchronized void clear() {
        count = 0;
    }

    /** The time within which so many per cent were done; 100 is the longest of all. Zero when there are none. */
    synchronized double percentile(double percent) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.clamp((int) Math.ceil(count * percent / 100) - 1, 0, count - 1)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %6.1f   p95 %6.1f   p99 %6.1f   max %6.1f ms   (%d)",
                percentile(50), percentile(95), percentile(99), percentile(100), count());
    }
}
