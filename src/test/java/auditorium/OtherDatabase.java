package auditorium;

import auditorium.platform.backup.Restoration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** One more database on the tests' server, for what must not be done to theirs: made empty, and gone when closed. */
public final class OtherDatabase implements AutoCloseable {

    private final String name;

    public OtherDatabase(String name) throws SQLException {
        this.name = name;
        try (Connection c = Superuser.connect();
                Statement s = c.createStatement()) {
            s.execute("drop database if exists " + name + " with (force)");
            s.execute("create database " + name + " owner auditorium_owner");
        }
    }

    /** How the owner gets into the tests' own database. */
    public static Restoration.Login tests() {
        return new Restoration.Login(
                setting("quarkus.flyway.jdbc-url"),
                setting("quarkus.flyway.username"),
                setting("quarkus.flyway.password"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private String url() {
        return setting("quarkus.flyway.jdbc-url").replaceFirst("/auditorium$", "/" + name);
    }

    /** How the owner gets into this one. */
    public Restoration.Login owner() {
        return new Restoration.Login(url(), tests().user(), tests().password());
    }

    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url(), owner().user(), owner().password());
    }

    /** As the application: with the fences between factories. */
    public Connection asApplication() throws SQLException {
        return DriverManager.getConnection(
                url(), setting("quarkus.datasource.username"), setting("quarkus.datasource.password"));
    }

    /** Past all fences. */
    public Connection asSuperuser() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", Superuser.password());
    }

    /** Rows of every table with a sum over all that stands in them. */
    static Map<String, String> rows(Connection superuser) throws SQLException {
        Map<String, String> sums = new TreeMap<>();
        for (String table : words(
                superuser,
                "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
                        + " and relname <> 'flyway_schema_history'")) {
            sums.put(
                    table,
                    words(
                                    superuser,
                                    "select count(*) || ' rows ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from "
                                            + table + " t")
                            .get(0));
        }
        return sums;
    }

    /** All that a restore takes off and has to put on again, and the rights. */
    public static List<String> rules(Connection superuser) throws SQLException {
        return words(superuser, """
                select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
                 where connamespace = 'public'::regnamespace
                union all select tgrelid::regclass || ' ' || pg_get_triggerdef(oid) || ' ' || tgenabled::text from pg_trigger where not tgisinternal
                union all select relname || ' ' || relrowsecurity::text || relforcerowsecurity::text from pg_class
                 where relkind = 'r' and relnamespace = 'public'::regnamespace
                union all select tablename || ' ' || policyname || ' ' || qual || ' ' || with_check from pg_policies where schemaname = 'public'
                union all select indexdef from pg_indexes where schemaname = 'public'
                union all select table_name || ' ' || grantee || ' ' || privilege_type from information_schema.role_table_grants
                 where table_schema = 'public' and grantee = 'auditorium_app'
                order by 1""");
    }

    public static List<String> words(Connection c, String query) throws SQLException {
        List<String> words = new ArrayList<>();
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery(query)) {
            while (r.next()) {
                words.add(r.getString(1));
            }
        }
        return words;
    }

    public static Map<String, String> rowsOfTests() throws SQLException {
        try (Connection c = Superuser.connect()) {
            return rows(c);
        }
    }

    public Map<String, String> rows() throws SQLException {
        try (Connection c = asSuperuser()) {
            return rows(c);
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection c = Superuser.connect();
                Statement s = c.createStatement()) {
            s.execute("drop database if exists " + name + " with (force)");
        }
    }
}
