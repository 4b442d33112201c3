package auditorium.clients.domain;

import auditorium.platform.tables.Columns;
import java.util.List;
import java.util.Optional;

/** The columns of a list of people. */
public final class RosterColumns {

    private RosterColumns() {}

    /** As their headings say. */
    public static Columns<RosterField> recognised(List<String> headings) {
        return Columns.recognised(RosterField.class, headings);
    }

    /** The first of these rows that looks like headings, counted from 0: it names at least two fields, one of them number or name. */
    public static Optional<Integer> headingRow(List<List<String>> rows) {
        return Columns.headingRow(RosterField.class, rows, c -> c.has(RosterField.NUMBER) || c.has(RosterField.NAME));
    }

    /** Whether people can be told apart and named. */
    public static boolean sufficient(Columns<RosterField> columns) {
        return columns.has(RosterField.NUMBER) && columns.has(RosterField.NAME);
    }

    /** As they were kept. */
    public static Columns<RosterField> read(String written) {
        return Columns.read(RosterField.class, written);
    }
}
