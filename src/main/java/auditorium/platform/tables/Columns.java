package auditorium.platform.tables;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which column of a table holds what; columns count from 0.
 *
 * @param <F> what a column can mean
 */
public record Columns<F extends Enum<F> & Columns.Field>(Map<F, Integer> at) {

    /** How many rows may stand above the headings: a title, a date, a remark. */
    private static final int LOOKED_THROUGH = 20;

    /** What a column can mean, with the headings that say so. */
    public interface Field {

        /** How well a heading fits: 0 not at all, higher is better. */
        int fits(String heading);

        /** How well it fits where the first names of a field are the surest. */
        static int fits(List<String> names, String plain) {
            int at = names.indexOf(plain);
            return at < 0 ? 0 : 100 - at;
        }
    }

    public Columns {
        at = Map.copyOf(at);
    }

    /** The columns as their headings say; of two that fit the same field the one that fits better, of equals the first. */
    public static <F extends Enum<F> & Field> Columns<F> recognised(Class<F> fields, List<String> headings) {
        record Fit<G>(G field, int column, int points) {}
        List<Fit<F>> fits = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            for (F field : fields.getEnumConstants()) {
                int points = 0;
                for (String reading : readings(headings.get(column))) {
                    points = Math.max(points, field.fits(reading));
                }
                if (points > 0) {
                    fits.add(new Fit<>(field, column, points));
                }
            }
        }
        fits.sort((a, b) -> b.points() - a.points());
        Map<F, Integer> at = new EnumMap<>(fields);
        for (Fit<F> fit : fits) {
            if (!at.containsKey(fit.field()) && !at.containsValue(fit.column())) {
                at.put(fit.field(), fit.column());
            }
        }
        return new Columns<>(at);
    }

    /** Both halves of a heading in two languages count: “姓名/Name”, “Name 姓名”. */
    private static List<String> readings(String heading) {
        String text = Normalizer.normalize(heading, Normalizer.Form.NFKC);
        String han = text.replaceAll("[^\\p{IsHan}]", "");
        String latin = text.replaceAll("[\\p{IsHan}]", "").replaceAll("[/|]", " ");
        return List.of(heading, han, latin);
    }

    /** The first of these rows that looks like headings, counted from 0: it names two fields at least, and enough of them. */
    public static <F extends Enum<F> & Field> Optional<Integer> headingRow(
            Class<F> fields, List<List<String>> rows, Predicate<Columns<F>> enough) {
        for (int i = 0; i < Math.min(rows.size(), LOOKED_THROUGH); i++) {
            Columns<F> columns = recognised(fields, rows.get(i));
            if (columns.at().size() >= 2 && enough.test(columns)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** What stands in a row under a field; an empty cell where nothing does. */
    public Cell in(List<Cell> row, F field) {
        Integer column = at.get(field);
        return column == null || column >= row.size() ? Cell.EMPTY : row.get(column);
    }

    public boolean has(F field) {
        return at.containsKey(field);
    }

    public Optional<F> fieldOf(int column) {
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
    public static <F extends Enum<F> & Field> Columns<F> read(Class<F> fields, String written) {
        Map<F, Integer> at = new EnumMap<>(fields);
        for (String pair : written.split(" ", -1)) {
            int middle = pair.indexOf('=');
            if (middle > 0 && pair.substring(middle + 1).matches("[0-9]{1,3}")) {
                String name = pair.substring(0, middle);
                Arrays.stream(fields.getEnumConstants())
                        .filter(f -> f.name().equals(name))
                        .forEach(f -> at.put(f, Integer.parseInt(pair.substring(middle + 1))));
            }
        }
        return new Columns<>(at);
    }
}
