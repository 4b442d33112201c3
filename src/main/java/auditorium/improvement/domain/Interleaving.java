package auditorium.improvement.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A few things among very many, in one order, page by page: the many are read from the page's place on and never as a whole. */
public final class Interleaving {

    private Interleaving() {}

    /** From which of the many on to read for a page that begins at {@code from}, when {@code few} others stand among them. */
    public static int first(int from, int few) {
        return Math.max(0, from - few);
    }

    /**
     * The things from {@code from} to {@code to}, not included, of both together.
     *
     * @param few all of the few, in order
     * @param many those of the many from {@link #first} on, in order, up to {@code to} of them at least where there are so many
     * @return in order; of two that are equal the one of the many comes first
     */
    public static <T> List<T> page(List<T> few, List<T> many, int from, int to, Comparator<T> order) {
        int left = first(from, few.size()); // these stand before the page, whatever the few are
        List<T> all = new ArrayList<>(few.size() + many.size());
        int next = 0;
        for (T one : many) {
            while (next < few.size() && order.compare(few.get(next), one) < 0) {
                all.add(few.get(next++));
            }
            all.add(one);
        }
        all.addAll(few.subList(next, few.size()));
        int end = Math.min(to - left, all.size());
        return from - left >= end ? List.of() : List.copyOf(all.subList(from - left, end));
    }
}
