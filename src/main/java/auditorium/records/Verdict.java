package auditorium.records;

import auditorium.records.domain.Fault;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a check of one record found. {@code entries} is the number of the last entry and {@code hash} its hash; of {@code faults} the
 * first ones are kept, {@code found} counts all. {@code erased} counts personal words that were erased by right, {@code compared} the
 * entries whose rows were looked at.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record Verdict(
        String code,
        long entries,
        byte[] hash,
        List<Fault> faults,
        long found,
        long erased,
        long compared,
        long millis) {

    /** Of more than these the first are enough to know where to look. */
    static final int MOST_FAULTS = 200;

    public boolean whole() {
        return found == 0;
    }

    public String hexHash() {
        return HexFormat.of().formatHex(hash);
    }

    /** Keeps the first faults and counts all. */
    static final class Faults {
        private final List<Fault> first = new ArrayList<>();
        private long found;

        void add(Fault fault) {
            found++;
            if (first.size() < MOST_FAULTS) {
                first.add(fault);
            }
        }

        List<Fault> first() {
            return List.copyOf(first);
        }

        long found() {
            return found;
        }
    }
}
