package auditorium.training;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQL with {@code :names}, whole columns of values among them: what set-based work needs and plain JDBC only has by position. */
final class NamedSql {

    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z_]+)");

    private NamedSql() {}

    /** A column of values for {@code unnest(:name)}; {@code type} is PostgreSQL's name of one of them. */
    record Column(String type, List<? extends @Nullable Object> values) {}

    static PreparedStatement prepare(Connection c, String sql, Map<String, ? extends @Nullable Object> values)
            throws SQLException {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(sql);
        String plain = matcher.replaceAll(m -> {
            names.add(m.group(1));
            return "?";
        });
        PreparedStatement statement = c.prepareStatement(plain);
        try {
            for (int i = 0; i < names.size(); i++) {
                if (!values.containsKey(names.get(i))) {
                    throw new IllegalArgumentException("no value for " + names.get(i));
                }
                bind(c, statement, i + 1, values.get(names.get(i)));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    static int update(Connection c, String sql, Map<String, ? extends @Nullable Object> values) throws SQLException {
        try (PreparedStatement statement = prepare(c, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** The number that the statement answers. */
    static int number(Connection c, String sql, Map<String, ? extends @Nullable Object> values) throws SQLException {
        try (PreparedStatement statement = prepare(c, sql, values);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    static void run(Connection c, String... statements) throws SQLException {
        try (Statement s = c.createStatement()) {
            for (String statement : statements) {
                s.execute(statement);
            }
        }
    }

    private static void bind(Connection c, PreparedStatement s, int place, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> s.setNull(place, Types.NULL);
            case Column column ->
                s.setArray(place, c.createArrayOf(column.type(), column.values().toArray()));
            case Instant at -> s.setObject(place, at.atOffset(ZoneOffset.UTC));
            default -> s.setObject(place, value);
        }
    }
}
