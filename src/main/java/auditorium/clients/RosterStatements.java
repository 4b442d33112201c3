package auditorium.clients;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Statements over the rows of one list, in which {@code :client :import :by :now :day} stand for themselves. */
record RosterStatements(Connection connection, UUID client, UUID list, UUID by, Instant now) {

    private static final Pattern NAME = Pattern.compile(":(client|import|by|now|day)\\b");

    /** {@code day} is null where the statement names none, or where an unknown one is meant. */
    int update(String sql, @Nullable LocalDate day) throws SQLException {
        try (PreparedStatement statement = prepared(sql, day)) {
            return statement.executeUpdate();
        }
    }

    int count(String sql) throws SQLException {
        try (PreparedStatement statement = prepared(sql, null);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private PreparedStatement prepared(String sql, @Nullable LocalDate day) throws SQLException {
        List<String> names = new ArrayList<>();
        Matcher m = NAME.matcher(sql);
        while (m.find()) {
            names.add(m.group(1));
        }
        PreparedStatement statement = connection.prepareStatement(m.replaceAll("?"));
        try {
            bind(statement, names, day);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private void bind(PreparedStatement statement, List<String> names, @Nullable LocalDate day) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            switch (names.get(i)) {
                case "client" -> statement.setObject(i + 1, client);
                case "import" -> statement.setObject(i + 1, list);
                case "by" -> statement.setObject(i + 1, by);
                case "now" -> statement.setTimestamp(i + 1, Timestamp.from(now));
                default -> {
                    if (day == null) {
                        statement.setNull(i + 1, Types.DATE);
                    } else {
                        statement.setDate(i + 1, Date.valueOf(day));
                    }
                }
            }
        }
    }
}
