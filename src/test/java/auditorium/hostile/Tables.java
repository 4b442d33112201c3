package auditorium.hostile;

import auditorium.Superuser;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables of the factories as the database itself lists them, asked past all fences.
 *
 * @param tables columns by table, generated ones left out
 * @param keys references
 * @param firstWord of a column, as {@code table.column}, that takes one of several words: the first
 */
record Tables(Map<String, List<Column>> tables, List<Key> keys, Map<String, String> firstWord) {

    record Column(String name, String type, boolean nullable, boolean given) {}

    record Key(String table, String other, List<String> columns, List<String> theirs) {}

    /** The id of a row of a factory; null if there is none. */
    static String row(UUID client, String table) {
        return one("select id::text from " + table + " where client_id = '" + client + "' order by id limit 1");
    }

    static List<String> tenantTables() {
        return column("""
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname = 'public' and c.relkind = 'r'
                   and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped)
                 order by c.relname""");
    }

    static String one(String sql) {
        List<String> all = column(sql);
        return all.isEmpty() ? null : all.get(0);
    }

    static List<String> column(String sql) {
        try (Connection c = Superuser.connect()) {
            return column(c, sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    static List<String> column(Connection c, String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            while (r.next()) {
                all.add(r.getString(1));
            }
        }
        return all;
    }

    static Tables read(Connection c) throws SQLException {
        Map<String, List<Column>> tables = new LinkedHashMap<>();
        List<Key> keys = new ArrayList<>();
        Map<String, String> firstWord = new LinkedHashMap<>();
        for (String table : tenantTables()) {
            tables.put(table, columns(c, table));
        }
        String named = "(select string_agg(a.attname, ' ' order by k.n) from unnest(con.%s) with ordinality k (att, n)"
                + " join pg_attribute a on a.attrelid = con.%s and a.attnum = k.att)";
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select con.conrelid::regclass::text, con.confrelid::regclass::text, "
                        + named.formatted("conkey", "conrelid") + ", " + named.formatted("confkey", "confrelid")
                        + " from pg_constraint con where con.contype = 'f'")) {
            while (r.next()) {
                keys.add(new Key(
                        r.getString(1),
                        r.getString(2),
                        List.of(r.getString(3).split(" ", -1)),
                        List.of(r.getString(4).split(" ", -1))));
            }
        }
        Pattern first = Pattern.compile("ANY \\(+ARRAY\\['([^']+)'");
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select con.conrelid::regclass::text || '.' || a.attname,"
                        + " pg_get_constraintdef(con.oid) from pg_constraint con"
                        + " join pg_attribute a on a.attrelid = con.conrelid and a.attnum = con.conkey[1]"
                        + " where con.contype = 'c' and cardinality(con.conkey) = 1")) {
            while (r.next()) {
                Matcher m = first.matcher(r.getString(2));
                if (m.find()) {
                    firstWord.put(r.getString(1), m.group(1));
                }
            }
        }
        return new Tables(tables, keys, firstWord);
    }

    static List<Column> columns(Connection c, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement s =
                c.prepareStatement("select column_name, udt_name, is_nullable = 'YES', column_default is not null,"
                        + " is_generated <> 'NEVER' from information_schema.columns"
                        + " where table_schema = 'public' and table_name = ? order by ordinal_position")) {
            s.setString(1, table);
            ResultSet r = s.executeQuery();
            while (r.next()) {
                if (!r.getBoolean(5)) {
                    columns.add(new Column(r.getString(1), r.getString(2), r.getBoolean(3), r.getBoolean(4)));
                }
            }
        }
        return columns;
    }
}
