package auditorium.clients.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which column of a list holds what; columns count from 0. */
public record RosterColumns(Map<RosterField, Integer> at) {

    /** How many rows may stand above the headings: a title, a date, a remark. */
    public static final int LOOKED_THROUGH = 20;

    public RosterColumns {
        at = Map.copyOf(at);
    }

    /** The columns as their headings say; of two that fit the same field the one that fits better, of equals the first. */
    public static RosterColumns recognised(List<String> headings) {
        record Fit(RosterField field, int column, int points) {}
        List<Fit> fits = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            for (RosterField field : RosterField.values()) {
                int points = 0;
                for (String reading : RosterField.readings(headings.get(column))) {
                    points = Math.max(points, field.fits(reading));
                }
                if (points > 0) {
                    fits.add(new Fit(field, column, points));
                }
            }
        }
        fits.sort((a, b) -> b.points() - a.points());
        Map<RosterField, Integer> at = new EnumMap<>(RosterField.class);
        for (Fit fit : fits) {
            if (!at.containsKey(fit.field()) && !at.containsValue(fit.column())) {
                at.put(fit.field(), fit.column());
            }
        }
        return new RosterColumns(at);
    }

    /** The first of these rows that looks like headings, counted from 0: it names at least two fields, one of them number or name. */
    public static Optional<Integer> headingRow(List<List<String>> rows) {
        for (int i = 0; i < Math.min(rows.size(), LOOKED_THROUGH); i++) {
            Map<RosterField, Integer> at = recognised(rows.get(i)).at();
            if (at.size() >= 2 && (at.containsKey(RosterField.NUMBER) || at.containsKey(RosterField.NAME))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Whether people can be told apart and named. */
    public boolean sufficient() {
        return at.containsKey(RosterField.NUMBER) && at.containsKey(RosterField.NAME);
    }

    public Optional<RosterField> fieldOf(int column) {
        return at.entrySet().stream()
                .filter(e -> e.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** For keeping: {@code NUMBER=0 NAME=2}. */
    public String written() {
        return at.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
    }

    /** What {@link #written} wrote; what it never writes is left out. */
    public static RosterColumns read(String written) {
        Map<RosterField, Integer> at = new EnumMap<>(RosterField.class);
        for (String pair : written.split(" ", -1)) {
            int middle = pair.indexOf('=');
            if (middle > 0 && pair.substring(middle + 1).matches("[0-9]{1,3}")) {
                RosterField.named(pair.substring(0, middle))
                        .ifPresent(f -> at.put(f, Integer.parseInt(pair.substring(middle + 1))));
            }
        }
        return new RosterColumns(at);
    }
}
