package auditorium.hostile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A second factory that has everything the demo has, with other ids, and a row in every table that there is: what the demo lacks is
 * made up from the table's own constraints. Every text that people write is replaced by the test's own words. Its people sign in
 * with the demo's secrets; it goes away without a trace.
 */
final class Twin implements AutoCloseable {

    /** What stands in a text column: an SQL expression in which {@code :row:} is something that differs from row to row. */
    @FunctionalInterface
    interface Words {
        String in(String table, String column);
    }

    /** Texts that are no words: ids of content, words of the code, JSON. What holds them would not open with anything else. */
    private static final Set<String> NO_WORDS = Set.of(
            "version",
            "key_version",
            "from_version",
            "quiz",
            "question",
            "lesson",
            "course",
            "requirement",
            "standard",
            "template",
            "paper",
            "answer",
            "kind",
            "language",
            "time_zone",
            "option",
            "media_type",
            "how",
            "attended",
            "area",
            "cause",
            "cause_of",
            "stages",
            "repeat",
            "state",
            "columns",
            "payload",
            "faults",
            "taught",
            "lessons",
            "points",
            "choices",
            "content",
            "charset",
            "result",
            "other_result",
            "action",
            "side",
            "rhythm",
            "who",
            "grade",
            "origin",
            "method",
            "role",
            "audit_role",
            "sort",
            "phase",
            "basis",
            "ground",
            "source",
            "card",
            "signature",
            "field",
            "ended_by",
            "requirements",
            "courses",
            "chosen",
            "cause_zh",
            "hash",
            "remarks",
            "suggested",
            "wanted",
            "kinds");

    /** Values that no constraint tells. */
    private static final Map<String, String> SPECIAL = Map.ofEntries(
            Map.entry("mock_audit.stages", "'1,1,1,1,1,1'"),
            Map.entry("experience_answer.month", "date_trunc('month', current_date)::date"),
            Map.entry("experience_turnout.month", "date_trunc('month', current_date)::date"),
            Map.entry("certificate.secret", "decode(repeat('11', 16), 'hex')"),
            Map.entry("training_session.lessons", "array['A7-audit-day']"),
            Map.entry("assignment_rule.months", "0"),
            Map.entry("attempt_grant.extra_attempts", "1"),
            Map.entry("regrade.reason", "'because it is so'"),
            Map.entry("essay_mark.points", "'{}'"),
            Map.entry("record_check.faults", "'[]'"),
            Map.entry("attachment.media_type", "'application/pdf'"),
            Map.entry("response_photo.media_type", "'image/jpeg'"),
            Map.entry("session_photo.media_type", "'image/jpeg'"),
            Map.entry("readiness_bounds.ready", "90"),
            Map.entry("readiness_bounds.near", "60"),
            Map.entry("readiness_bounds.gap", "30"),
            Map.entry("retention.months", "24"));

    private static final Map<String, String> CONTENT_IDS = Map.of(
            "quiz", "A7-audit-day",
            "lesson", "A7-audit-day",
            "course", "audit-basics",
            "requirement", "SR-01",
            "question", "tour-area");

    /** Filled in wherever they are, because pages look for them. */
    private static final Set<String> FRIENDLY = Set.of("person_id", "department_id");

    private final UUID id = UUID.randomUUID();
    private final UUID demo;
    private final String prefix;
    private final Words words;
    private final Tables db;
    private final Set<String> written = new TreeSet<>();
    private final Set<String> empty = new TreeSet<>();
    private final List<String> impossible = new ArrayList<>();

    private Twin(String prefix, Words words, Tables db) {
        this.db = db;
        this.prefix = prefix;
        this.words = words;
        demo = UUID.fromString(Tables.one("select id::text from client where code = 'DEMO'"));
    }

    /** Makes the factory. {@code prefix} stands before sign-in names and numbers. */
    static Twin of(String prefix, Words words) {
        try (Connection c = Superuser.connect()) {
            c.setAutoCommit(false);
            try (Statement s = c.createStatement()) {
                s.execute("set session_replication_role = replica"); // no triggers: closed sessions are copied as they
                // are
            }
            Twin twin = new Twin(prefix, words, Tables.read(c));
            twin.copy(c);
            twin.makeUp(c);
            twin.write(c);
            c.commit();
            return twin;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    UUID client() {
        return id;
    }

    UUID demo() {
        return demo;
    }

    String code() {
        return (prefix + "F").toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9-]", "");
    }

    /** How one of the demo's people signs in here: with this before the name or number. */
    String prefix() {
        return prefix;
    }

    /** Columns, as {@code table.column}, in which the test's words stand. */
    Set<String> written() {
        return written;
    }

    /** Tables of which the demo had no row, so that one was made up. */
    Set<String> madeUp() {
        return empty;
    }

    private String other(String column) {
        return "md5(" + column + "::text || '" + id + "')::uuid";
    }

    private void copy(Connection c) throws SQLException {
        copy(
                c,
                "client",
                Tables.columns(c, "client"),
                "id = '" + demo + "'",
                Map.of("id", "'" + id + "'", "code", "'" + code() + "'"));
        copy(
                c,
                "account",
                Tables.columns(c, "account"),
                "id in (select account_id from membership where client_id = '" + demo + "')",
                Map.of(
                        "id",
                        other("id"),
                        "login_name",
                        "'" + prefix + "' || login_name",
                        "administrator_since",
                        "null"));
        for (Map.Entry<String, List<Tables.Column>> table : db.tables().entrySet()) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Tables.Column column : table.getValue()) {
                if (column.type().equals("uuid")) {
                    values.put(column.name(), other(column.name()));
                } else if (column.type().equals("_uuid")) {
                    values.put(
                            column.name(),
                            "coalesce((select array_agg(" + other("x") + ") from unnest(" + column.name()
                                    + ") x), '{}')");
                }
            }
            values.put("client_id", "'" + id + "'");
            if (table.getKey().equals("membership") || table.getKey().equals("person")) {
                values.put("number", "'" + prefix + "' || number");
            }
            copy(c, table.getKey(), table.getValue(), "client_id = '" + demo + "'", values);
        }
    }

    private static void copy(
            Connection c, String table, List<Tables.Column> columns, String where, Map<String, String> values)
            throws SQLException {
        List<String> names = columns.stream().map(col -> '"' + col.name() + '"').toList();
        List<String> sources = columns.stream()
                .map(col -> values.getOrDefault(col.name(), '"' + col.name() + '"'))
                .toList();
        try (Statement s = c.createStatement()) {
            s.execute("insert into " + table + " (" + String.join(", ", names) + ") select "
                    + String.join(", ", sources) + " from " + table + " where " + where);
        } catch (SQLException e) {
            throw new SQLException(table + " can't be copied: " + e.getMessage(), e);
        }
    }

    private boolean has(Connection c, String table) throws SQLException {
        return !Tables.column(c, "select 1 from " + table + " where client_id = '" + id + "' limit 1")
                .isEmpty();
    }

    private void makeUp(Connection c) throws SQLException {
        Set<String> under = new HashSet<>();
        for (String table : db.tables().keySet()) {
            makeUp(c, table, under);
        }
        if (!impossible.isEmpty()) {
            throw new SQLException("no row can be made up for " + impossible);
        }
    }

    private void makeUp(Connection c, String table, Set<String> under) throws SQLException {
        if (!under.add(table) || has(c, table)) {
            return;
        }
        empty.add(table);
        SQLException last = null;
        for (Filling filling : Filling.values()) {
            String insert = insert(c, table, filling, under); // with the rows that it refers to, which stay in any case
            Savepoint before = c.setSavepoint();
            try (Statement s = c.createStatement()) {
                s.execute(insert);
                return;
            } catch (SQLException e) {
                c.rollback(before);
                last = e;
            }
        }
        impossible.add(table + ": " + (last == null ? "" : last.getMessage()));
    }

    /** How much of a row is filled in: some constraints ask for more than what can't be empty. */
    private enum Filling {
        WHAT_MUST_BE,
        TEXTS_TOO,
        EVERYTHING
    }

    private String insert(Connection c, String table, Filling filling, Set<String> under) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Tables.Column column : db.tables().get(table)) {
            boolean needed = !column.given() && !column.nullable();
            boolean wanted = filling == Filling.EVERYTHING
                    || (filling == Filling.TEXTS_TOO && column.type().equals("text") && !column.nullable());
            if (needed
                    || wanted
                    || SPECIAL.containsKey(table + "." + column.name())
                    || FRIENDLY.contains(column.name())) {
                names.add('"' + column.name() + '"');
                values.add(value(c, table, column, under));
            }
        }
        String columns = String.join(", ", names);
        return "insert into " + table + " (" + columns + ") values (" + String.join(", ", values) + ")";
    }

    private String value(Connection c, String table, Tables.Column column, Set<String> under) throws SQLException {
        String special = SPECIAL.get(table + "." + column.name());
        if (column.name().equals("client_id")) {
            return "'" + id + "'";
        }
        if (special != null) {
            return special;
        }
        for (Tables.Key key : db.keys()) {
            int place = key.columns().indexOf(column.name());
            if (key.table().equals(table) && place >= 0) {
                return referred(c, key, key.theirs().get(place), under);
            }
        }
        if (column.name().equals("id") || column.type().equals("uuid")) {
            return switch (column.name()) {
                case "person_id", "owner_id" -> "(select id from person where client_id = '" + id + "' limit 1)";
                case "department_id" -> "(select id from department where client_id = '" + id + "' limit 1)";
                default -> "gen_random_uuid()";
            };
        }
        String word = db.firstWord().get(table + "." + column.name());
        return switch (column.type()) {
            case "text" -> "'" + (word != null ? word : CONTENT_IDS.getOrDefault(column.name(), "x")) + "'";
            case "_text" -> "array['x']";
            case "_uuid" -> "'{}'";
            case "bool" -> "false";
            case "date" -> "current_date";
            case "timestamptz" -> "now()";
            case "bytea" -> "decode(repeat('11', 32), 'hex')";
            default -> "1";
        };
    }

    private String referred(Connection c, Tables.Key key, String column, Set<String> under) throws SQLException {
        if (db.tables().containsKey(key.other())) {
            makeUp(c, key.other(), under);
            return "(select " + column + " from " + key.other() + " where client_id = '" + id + "' order by 1 limit 1)";
        }
        return key.other().equals("account")
                ? "(select account_id from membership where client_id = '" + id
                        + "' and role = 'FACTORY_MANAGER' limit 1)"
                : "(select " + column + " from " + key.other() + " limit 1)";
    }

    /** Puts the test's words wherever a text takes them. */
    private void write(Connection c) throws SQLException {
        write(c, "client", new Tables.Column("name_zh", "text", false, false), "id = '" + id + "'");
        write(c, "client", new Tables.Column("name_en", "text", false, false), "id = '" + id + "'");
        write(
                c,
                "account",
                new Tables.Column("name", "text", false, false),
                "id in (select account_id from membership where client_id = '" + id + "')");
        for (Map.Entry<String, List<Tables.Column>> table : db.tables().entrySet()) {
            for (Tables.Column column : table.getValue()) {
                boolean text = column.type().equals("text") || column.type().equals("_text");
                boolean key = db.keys().stream()
                        .anyMatch(k ->
                                k.table().equals(table.getKey()) && k.columns().contains(column.name()));
                boolean word = db.firstWord().containsKey(table.getKey() + "." + column.name());
                boolean number = column.name().equals("number");
                if (text && !key && !word && !number && !NO_WORDS.contains(column.name())) {
                    write(c, table.getKey(), column, "client_id = '" + id + "'");
                }
                if (column.name().equals("answer") && column.type().equals("text")) {
                    writeInside(c, table.getKey(), column.name());
                }
            }
        }
    }

    /** Into the JSON of answers: what people typed as a short text or an essay. */
    private void writeInside(Connection c, String table, String column) throws SQLException {
        String value = words.in(table, column).replace(":row:", "translate(t.ctid::text, '(,)', '-_')");
        for (String field : List.of("words", "text")) {
            Savepoint before = c.setSavepoint();
            try (Statement s = c.createStatement()) {
                int rows = s.executeUpdate("update " + table + " t set " + column + " = jsonb_set(" + column
                        + "::jsonb, '{" + field + "}', to_jsonb((" + value + ")::text))::text where client_id = '" + id
                        + "' and " + column + " like '{%' and jsonb_exists(" + column + "::jsonb, '" + field + "')");
                if (rows > 0) {
                    written.add(table + "." + column);
                }
            } catch (SQLException e) {
                c.rollback(before); // no JSON
            }
        }
    }

    private void write(Connection c, String table, Tables.Column column, String where) throws SQLException {
        String row = "translate(t.ctid::text, '(,)', '-_')";
        String value = words.in(table, column.name()).replace(":row:", row);
        if (column.name().equals("email") || column.name().equals("address")) {
            value = "'" + prefix + "' || " + row + " || '@example.com'";
        }
        String name = '"' + column.name() + '"';
        boolean many = column.type().equals("_text");
        String set = "update " + table + " t set " + name + " = " + (many ? "array[" + value + "]" : value) + " where "
                + where;
        List<String> ways = many
                ? List.of(set + " and cardinality(" + name + ") > 0")
                : List.of(set, set + " and " + name + " <> ''");
        for (String way : ways) {
            Savepoint before = c.setSavepoint();
            try (Statement s = c.createStatement()) {
                if (s.executeUpdate(way) > 0) {
                    written.add(table + "." + column.name());
                }
                return;
            } catch (SQLException e) {
                c.rollback(before); // a constraint wants something else there
            }
        }
    }

    @Override
    public void close() {
        try (Connection c = Superuser.connect();
                Statement s = c.createStatement()) {
            c.setAutoCommit(false);
            s.execute("set session_replication_role = replica");
            String accounts = "(select account_id from membership where client_id = '" + id + "')";
            for (String table : List.of(
                    "login_session",
                    "known_device",
                    "start_code",
                    "second_step",
                    "recovery_code",
                    "half_sign_in",
                    "passkey",
                    "passkey_challenge")) {
                s.execute("delete from " + table + " where account_id in " + accounts);
            }
            s.execute(
                    "create temporary table gone on commit drop as select account_id from membership where client_id = '"
                            + id + "'");
            for (String table : db.tables().keySet()) {
                s.execute("delete from " + table + " where client_id = '" + id + "'");
            }
            s.execute("delete from account where id in (select account_id from gone)");
            s.execute("delete from client where id = '" + id + "'");
            c.commit();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        assertTrue(Tables.one("select code from client where id = '" + id + "'") == null);
    }
}
