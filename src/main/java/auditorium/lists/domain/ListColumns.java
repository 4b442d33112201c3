package auditorium.lists.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which column of a customer's list holds what; columns count from 0. */
public record ListColumns(Map<ListField, Integer> at) {

    /** How many rows may stand above the headings: a title, a date, a remark. */
    public static final int LOOKED_THROUGH = 20;

    public ListColumns {
        at = Map.copyOf(at);
    }

    /** The columns as their headings say; of two that fit the same field the one that fits better, of equals the first. */
    public static ListColumns recognised(List<String> headings) {
        record Fit(ListField field, int column, int points) {}
        List<Fit> fits = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            for (ListField field : ListField.values()) {
                int points = 0;
                for (String reading : ListField.readings(headings.get(column))) {
                    points = Math.max(points, field.fits(reading));
                }
                if (points > 0) {
                    fits.add(new Fit(field, column, points));
                }
            }
        }
        fits.sort((a, b) -> b.points() - a.points());
        Map<ListField, Integer> at = new EnumMap<>(ListField.class);
        for (Fit fit : fits) {
            if (!at.containsKey(fit.field()) && !at.containsValue(fit.column())) {
                at.put(fit.field(), fit.column());
            }
        }
        return new ListColumns(at);
    }

    /** The first of these rows that looks like headings, counted from 0; the first of all when none does. */
    public static int headingRow(List<List<String>> rows) {
        for (int i = 0; i < Math.min(rows.size(), LOOKED_THROUGH); i++) {
            ListColumns columns = recognised(rows.get(i));
            if (columns.sufficient() && columns.at().size() >= 2) {
                return i;
            }
        }
        return 0;
    }

    /** Whether there is a text to read. */
    public boolean sufficient() {
        return at.containsKey(ListField.ZH) || at.containsKey(ListField.EN);
    }

    public Optional<ListField> fieldOf(int column) {
        return at.entrySet().stream()
                .filter(e -> e.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** For keeping: {@code REFERENCE=0 ZH=2}. */
    public String written() {
        return at.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
    }

    /** What {@link #written} wrote; what it never writes is left out. */
    public static ListColumns read(String written) {
        Map<ListField, Integer> at = new EnumMap<>(ListField.class);
        for (String pair : written.split(" ", -1)) {
            int middle = pair.indexOf('=');
            if (middle > 0 && pair.substring(middle + 1).matches("[0-9]{1,3}")) {
                ListField.named(pair.substring(0, middle))
                        .ifPresent(f -> at.put(f, Integer.parseInt(pair.substring(middle + 1))));
            }
        }
        return new ListColumns(at);
    }
}
