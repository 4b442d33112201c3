package auditorium.platform.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file with its first rows, as a page shows them to somebody who decides what they mean.
 *
 * @param sheets to choose from; none for a text
 * @param charsets to choose from; none for a workbook
 * @param unread how many columns mean nothing here
 */
public record ColumnsView(
        List<Choice> sheets, List<Choice> charsets, List<Column> columns, List<Line> lines, int unread) {

    private static final int SHOWN_ROWS = 6;
    private static final int MOST_COLUMNS = 40;

    /** Something to choose. */
    public record Choice(String id, String title, boolean chosen) {}

    /** A column of the file with what it may mean. */
    public record Column(int at, String heading, List<Choice> fields) {}

    /** A row of the file as it stands there; what is long is cut. */
    public record Line(long number, List<String> cells) {}

    /** Where a file is read, and which of its rows holds the headings. */
    public record Where(int sheet, String charset, long headingRow) {}

    /** Throws {@link Unreadable} when that sheet can't be read in that charset. */
    public static <F extends Enum<F> & Columns.Field> ColumnsView of(
            TableFile table, Where where, Columns<F> columns, Class<F> fields, Function<F, String> title)
            throws IOException {
        List<TableFile.Row> rows = table.sample(where.sheet(), where.charset()).rows();
        List<String> headings = rows.stream()
                .filter(r -> r.number() == where.headingRow())
                .findFirst()
                .map(TableFile.Row::texts)
                .orElse(List.of());
        List<TableFile.Row> below = rows.stream()
                .filter(r -> r.number() > where.headingRow())
                .limit(SHOWN_ROWS)
                .toList();
        int width = Math.min(
                MOST_COLUMNS,
                Math.max(
                        headings.size(),
                        below.stream().mapToInt(r -> r.cells().size()).max().orElse(0)));
        List<Column> shown = new ArrayList<>();
        int unread = 0;
        for (int i = 0; i < width; i++) {
            Optional<F> field = columns.fieldOf(i);
            unread += field.isEmpty() ? 1 : 0;
            shown.add(new Column(
                    i,
                    i < headings.size() ? Plain.inReport(headings.get(i)) : "",
                    Arrays.stream(fields.getEnumConstants())
                            .map(f -> new Choice(f.name(), title.apply(f), field.equals(Optional.of(f))))
                            .toList()));
        }
        return new ColumnsView(
                sheets(table, where),
                charsets(table, where),
                shown,
                below.stream().map(r -> line(r, width)).toList(),
                unread);
    }

    /** Where nothing can be read: another sheet or charset is still to be chosen. */
    public static ColumnsView unreadable(TableFile table, Where where) throws IOException {
        return new ColumnsView(sheets(table, where), charsets(table, where), List.of(), List.of(), 0);
    }

    private static Line line(TableFile.Row row, int width) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            cells.add(i < row.cells().size() ? Plain.inReport(row.cells().get(i).text()) : "");
        }
        return new Line(row.number(), cells);
    }

    private static List<Choice> sheets(TableFile table, Where where) throws IOException {
        List<String> names = table.sheets();
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            choices.add(new Choice(Integer.toString(i), Plain.inReport(names.get(i)), i == where.sheet()));
        }
        return choices;
    }

    private static List<Choice> charsets(TableFile table, Where where) {
        return table.workbook()
                ? List.of()
                : TableFile.CHARSETS.stream()
                        .map(c -> new Choice(c, c, c.equals(where.charset())))
                        .toList();
    }

    /** Where the form says to read; what it does not say, or says wrongly, stays as it was. */
    public static Where where(Function<String, @Nullable String> form, Where before) {
        return new Where(
                number(form.apply("sheet"), before.sheet()),
                TableFile.CHARSETS.stream()
                        .filter(c -> c.equals(form.apply("charset")))
                        .findFirst()
                        .orElse(before.charset()),
                number(form.apply("heading-row"), (int) before.headingRow()));
    }

    private static int number(@Nullable String typed, int otherwise) {
        return typed != null && typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : otherwise;
    }

    /**
     * The headings at another place of the file: where only their row was changed the one that was typed counts, while another sheet or
     * charset is looked through for one.
     */
    public static TableFile.Row headings(
            TableFile.Sample sample, Where before, Where now, TableFile.HeadingRow headingRow) {
        return before.sheet() == now.sheet() && before.charset().equals(now.charset())
                ? sample.from(now.headingRow())
                : sample.headings(headingRow);
    }

    /** What the form says that the columns mean. */
    public static <F extends Enum<F> & Columns.Field> Columns<F> chosen(
            Class<F> fields, Function<String, @Nullable String> form) {
        Map<F, Integer> at = new EnumMap<>(fields);
        for (int i = 0; i < MOST_COLUMNS; i++) {
            String field = form.apply("column-" + i);
            for (F f : fields.getEnumConstants()) {
                if (f.name().equals(field)) {
                    at.putIfAbsent(f, i);
                }
            }
        }
        return new Columns<>(at);
    }
}
