package auditorium.demo;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes many rows of one table in batches. */
final class Rows implements AutoCloseable {

    private static final int BATCH = 500;

    private final PreparedStatement statement;
    private int waiting;

    Rows(Connection connection, String table, String... columns) throws SQLException {
        statement = connection.prepareStatement("insert into " + table + " (" + String.join(", ", columns)
                + ") values (" + String.join(", ", java.util.Collections.nCopies(columns.length, "?")) + ")");
    }

    /** One statement for all rows; each column with its type. */
    static void atOnce(Connection c, List<Object[]> values, String table, String... columns) throws SQLException {
        String names =
                Stream.of(columns).map(k -> k.substring(0, k.indexOf(' '))).collect(Collectors.joining(", "));
        String marks = Stream.of(columns)
                .map(k -> "cast(? as " + k.substring(k.indexOf(' ') + 1) + "[])")
                .collect(Collectors.joining(", "));
        try (PreparedStatement s =
                c.prepareStatement("insert into " + table + " (" + names + ") select * from unnest(" + marks + ")")) {
            for (int i = 0; i < columns.length; i++) {
                int column = i;
                s.setArray(
                        i + 1,
                        c.createArrayOf(
                                columns[i].substring(columns[i].indexOf(' ') + 1),
                                values.stream().map(v -> v[column].toString()).toArray()));
            }
            s.executeUpdate();
        }
    }

    /** All of these rows. */
    static void all(Connection c, List<? extends @Nullable Object[]> values, String table, String... columns)
            throws SQLException {
        try (Rows rows = new Rows(c, table, columns)) {
            for (@Nullable Object[] row : values) {
                rows.add(row);
            }
        }
    }

    void add(@Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case null -> statement.setNull(i + 1, Types.NULL);
                case Instant at -> statement.setTimestamp(i + 1, Timestamp.from(at));
                case LocalDate on -> statement.setDate(i + 1, Date.valueOf(on));
                case Enum<?> word -> statement.setString(i + 1, word.name());
                default -> statement.setObject(i + 1, values[i]);
            }
        }
        statement.addBatch();
        if (++waiting == BATCH) {
            flush();
        }
    }

    private void flush() throws SQLException {
        statement.executeBatch();
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        flush();
        statement.close();
    }
}
