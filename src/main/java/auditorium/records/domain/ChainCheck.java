package auditorium.records.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Follows a chain from its first entry to its last and says what is wrong where. It keeps one entry, so a chain may be as long as it
 * likes. Each entry is judged by itself and then against its neighbour, so one change is one fault and not the end of the check.
 *
 * <p>Anchors are hashes that somebody keeps outside: whoever rewrites the end of a chain in a consistent way is found by them only.
 */
public final class ChainCheck {

    /** How many entries may have been put in or taken out at one place, with all later ones renumbered, to be called so. */
    private static final int FARTHEST = 50;

    private final UUID client;
    private final NavigableMap<Long, byte[]> anchors;
    private final Consumer<Fault> faults;
    private long last;
    private byte[] lastHash = new byte[32];
    private Instant lastAt = Instant.EPOCH;
    private boolean lastSound = true;
    private long lastGoodAnchor;
    private long shift; // what must be added to a number to get the one under which the entry was chained

    public ChainCheck(UUID client, NavigableMap<Long, byte[]> anchors, Consumer<Fault> faults) {
        this.client = client;
        this.anchors = new TreeMap<>(anchors);
        this.faults = faults;
    }

    public void accept(Link link) {
        if (!link.client().equals(client)) {
            faults.accept(Fault.at(Fault.What.FOREIGN, link.sequence()));
            return;
        }
        if (link.sequence() <= last) {
            faults.accept(Fault.at(Fault.What.DISPLACED, link.sequence()));
            return;
        }
        boolean gap = link.sequence() > last + 1;
        if (gap) {
            faults.accept(Fault.between(Fault.What.MISSING, last + 1, link.sequence() - 1));
        }
        boolean sound = Arrays.equals(link.hash(), link.computedAs(link.sequence() + shift));
        boolean moved = !sound && renumbered(link);
        if (!sound && !moved) {
            faults.accept(Fault.at(Fault.What.CHANGED, link.sequence()));
        } else if (sound && !gap && lastSound && !Arrays.equals(link.previous(), lastHash)) {
            faults.accept(Fault.at(last == 0 ? Fault.What.CHANGED : Fault.What.REPLACED, last == 0 ? 1 : last));
        } else if (sound && link.at().isBefore(lastAt)) {
            faults.accept(Fault.at(Fault.What.EARLIER, link.sequence()));
        }
        compareWithAnchor(link);
        last = link.sequence();
        lastHash = link.hash();
        lastAt = link.at();
        lastSound = sound || moved;
    }

    /** Whether it is sound under another number: then something was put in or taken out before it, and the rest renumbered. */
    private boolean renumbered(Link link) {
        int farthest = lastSound ? FARTHEST : 1;
        for (int by = 1; by <= farthest; by++) {
            if (Arrays.equals(link.hash(), link.computedAs(link.sequence() + shift - by))) {
                faults.accept(Fault.between(Fault.What.ADDED, link.sequence() - by, link.sequence() - 1));
                shift -= by;
                return true;
            }
            if (Arrays.equals(link.hash(), link.computedAs(link.sequence() + shift + by))) {
                faults.accept(Fault.between(Fault.What.MISSING, link.sequence(), link.sequence() + by - 1));
                shift += by;
                return true;
            }
        }
        return false;
    }

    private void compareWithAnchor(Link link) {
        byte[] anchor = anchors.get(link.sequence());
        if (anchor == null) {
            return;
        }
        if (Arrays.equals(anchor, link.hash())) {
            lastGoodAnchor = link.sequence();
        } else {
            faults.accept(Fault.between(Fault.What.ANCHOR, lastGoodAnchor + 1, link.sequence()));
        }
    }

    /** After the last entry: whether the chain ends where its head says that it does. */
    public void end(long sequence, byte[] hash) {
        if (last < sequence) {
            faults.accept(Fault.between(Fault.What.MISSING, last + 1, sequence));
        } else if (last == sequence && !Arrays.equals(lastHash, hash)) {
            faults.accept(Fault.at(Fault.What.END, sequence));
        }
        for (long anchor : anchors.tailMap(last, false).keySet()) {
            faults.accept(Fault.between(Fault.What.ANCHOR, lastGoodAnchor + 1, anchor));
        }
    }

    /** The number of the last entry so far. */
    public long last() {
        return last;
    }

    public byte[] lastHash() {
        return lastHash.clone();
    }
}
