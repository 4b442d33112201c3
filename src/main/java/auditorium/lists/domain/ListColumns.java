package auditorium.lists.domain;

import auditorium.platform.tables.Columns;
import java.util.List;
import java.util.Optional;

/** The columns of a customer's list. */
public final class ListColumns {

    private ListColumns() {}

    /** As their headings say. */
    public static Columns<ListField> recognised(List<String> headings) {
        return Columns.recognised(ListField.class, headings);
    }

    /** The first of these rows that looks like headings, counted from 0: it names at least two fields, one of them a text. */
    public static Optional<Integer> headingRow(List<List<String>> rows) {
        return Columns.headingRow(ListField.class, rows, ListColumns::sufficient);
    }

    /** Whether there is a text to read. */
    public static boolean sufficient(Columns<ListField> columns) {
        return columns.has(ListField.ZH) || columns.has(ListField.EN);
    }

    /** As they were kept. */
    public static Columns<ListField> read(String written) {
        return Columns.read(ListField.class, written);
    }
}
