package auditorium.records;

import auditorium.records.domain.Link;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a witness says of one thing. {@code fields} are in the form in which a payload has them, personal ones in clear; {@code holders}
 * says for personal fields about whom they are.
 */
record Told(UUID subject, SortedMap<String, @Nullable Object> fields, Map<String, Optional<UUID>> holders) {

    /** Reads the row on which {@code r} stands. */
    static Told of(Witness witness, ResultSet r) throws SQLException {
        ResultSetMetaData columns = r.getMetaData();
        SortedMap<String, @Nullable Object> fields = new TreeMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i);
            if (!name.equals("subject")) {
                fields.put(name, value(name, r.getObject(i)));
            }
        }
        Map<String, Optional<UUID>> holders = new HashMap<>();
        for (Map.Entry<String, Optional<String>> personal : witness.personal().entrySet()) {
            Optional<UUID> holder = Optional.empty();
            if (personal.getValue().isPresent()) {
                holder = Optional.ofNullable(r.getObject(personal.getValue().get(), UUID.class));
            }
            holders.put(personal.getKey(), holder);
        }
        return new Told(r.getObject("subject", UUID.class), fields, holders);
    }

    /** A personal field in clear; empty when there is nothing in it. */
    String personal(String field) {
        return fields.get(field) instanceof String text ? text : "";
    }

    private static @Nullable Object value(String name, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean yes -> yes;
            case Long number -> number;
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case String text -> text;
            case UUID id -> id.toString();
            case Timestamp at -> Link.time(at.toInstant());
            case Date on -> on.toLocalDate().toString();
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case Float inexact -> throw new IllegalStateException(name + " is a float, which has no one form");
            case Double inexact -> throw new IllegalStateException(name + " is a float, which has no one form");
            default -> value.toString();
        };
    }
}
