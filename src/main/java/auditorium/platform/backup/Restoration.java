package auditorium.platform.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;

/**
 * Puts a backup into a database: the tables are made anew in the state that the backup has, and then filled in one transaction. What
 * was there before is kept beside it until that transaction is through; it ends with it, and comes back when anything fails.
 */
public final class Restoration {

    private final Login login;

    /** How the owner of the tables gets into the database. */
    public record Login(String url, String user, String password) {
        Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }

    public Restoration(Login login) {
        this.login = login;
    }

    /**
     * Restores the file, which is checked to its last byte before anything is changed.
     *
     * @param replace whether a database that holds something may be overwritten
     * @throws Refused when the file or the database isn't fit for it; nothing has been changed then
     * @throws SQLException when the database fails; it is as it was before
     */
    public void from(BackupFile file, boolean replace) throws IOException, SQLException, Refused {
        Contents contents = file.contents();
        Set<String> known = Schema.versions();
        Optional<String> unknown = contents.migrations().stream()
                .map(Contents.Migration::version)
                .filter(v -> !known.contains(v))
                .findFirst();
        if (unknown.isPresent()) {
            throw new Refused("a newer version wrote this backup (its tables are of " + contents.schema()
                    + "); restore it with that one");
        }
        file.check();
        try (Connection c = login.connect()) {
            requireQuiet(c);
            requireEmpty(c, replace);
            putAside(c);
            try {
                Schema.upTo(contents.schema(), login.url(), login.user(), login.password());
                fill(c, file);
            } catch (FlywayException e) {
                putBack(c);
                throw new SQLException("the tables can't be made: " + e.getMessage(), e);
            } catch (IOException | SQLException | Refused | RuntimeException e) {
                putBack(c);
                throw e;
            }
            run(c, "analyze"); // or the first pages are planned for empty tables
        }
    }

    /** A running server would write into tables that are about to go. */
    private static void requireQuiet(Connection c) throws SQLException, Refused {
        if (number(c, """
                select count(*) from pg_stat_activity
                 where datname = current_database() and usename = 'auditorium_app' and pid <> pg_backend_pid()""") > 0) {
            throw new Refused("a server is using this database: stop it first");
        }
    }

    private static void requireEmpty(Connection c, boolean replace) throws SQLException, Refused {
        String schema = Schema.exists(c, Schema.ASIDE) ? Schema.ASIDE : "public";
        if (replace || number(c, "select count(to_regclass('" + schema + ".account'))") == 0) {
            return;
        }
        long factories = number(c, "select count(*) from " + schema + ".client");
        long accounts = number(c, "select count(*) from " + schema + ".account");
        if (factories + accounts > 0) {
            throw new Refused("this database holds " + factories + " factories and " + accounts
                    + " accounts: --replace puts the backup in their place");
        }
    }

    /** A restore that was killed has left the old tables aside already: then what it had begun to make is thrown away. */
    private static void putAside(Connection c) throws SQLException {
        c.setAutoCommit(false);
        run(c, "set client_min_messages = warning");
        run(
                c,
                Schema.exists(c, Schema.ASIDE)
                        ? "drop schema if exists public cascade"
                        : "alter schema public rename to " + Schema.ASIDE);
        run(c, "create schema public");
        c.commit();
        c.setAutoCommit(true);
    }

    private static void putBack(Connection c) throws SQLException {
        if (!c.getAutoCommit()) {
            c.rollback();
        }
        c.setAutoCommit(false);
        run(c, "drop schema if exists public cascade");
        run(c, "alter schema " + Schema.ASIDE + " rename to public");
        c.commit();
        c.setAutoCommit(true);
    }

    private void fill(Connection c, BackupFile file) throws IOException, SQLException, Refused {
        Contents contents = file.contents();
        c.setAutoCommit(false);
        if (!Schema.history(c).equals(contents.migrations())) {
            throw new Refused("another build wrote this backup: its migrations up to " + contents.schema()
                    + " are not the same as ours");
        }
        List<String> after = unfence(c);
        run(c, "truncate " + String.join(", ", names(contents)));
        for (Contents.Table table : contents.tables()) {
            try (InputStream rows = new BufferedInputStream(file.rows(table), 1 << 16)) {
                long taken = c.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table.name() + " (" + table.columns() + ") from stdin", rows, 1 << 16);
                if (taken != table.rows()) {
                    throw new SQLException(
                            "the table " + table.name() + " took " + taken + " of " + table.rows() + " rows");
                }
            }
        }
        for (String statement : after) {
            run(c, statement);
        }
        run(c, "drop schema " + Schema.ASIDE + " cascade");
        c.commit();
        c.setAutoCommit(true);
    }

    private static List<String> names(Contents contents) {
        return contents.tables().stream().map(Contents.Table::name).toList();
    }

    /**
     * Takes away what would be in the way of rows in any order: foreign keys, triggers, the fences between factories. Answers the
     * statements that put all of it back, and with that check every row.
     */
    private static List<String> unfence(Connection c) throws SQLException {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        try (Statement s = c.createStatement()) {
            try (ResultSet r = s.executeQuery("""
                    select conrelid::regclass, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint
                     where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0 order by conrelid, conname""")) {
                while (r.next()) {
                    before.add("alter table " + r.getString(1) + " drop constraint " + r.getString(2));
                    after.add("alter table " + r.getString(1) + " add constraint " + r.getString(2) + " "
                            + r.getString(3));
                }
            }
            try (ResultSet r = s.executeQuery("""
                    select distinct tgrelid::regclass from pg_trigger t join pg_class c on c.oid = t.tgrelid
                     where not tgisinternal and c.relnamespace = 'public'::regnamespace""")) {
                while (r.next()) {
                    before.add("alter table " + r.getString(1) + " disable trigger user");
                    after.add("alter table " + r.getString(1) + " enable trigger user");
                }
            }
            try (ResultSet r = s.executeQuery("""
                    select oid::regclass from pg_class
                     where relforcerowsecurity and relkind = 'r' and relnamespace = 'public'::regnamespace""")) {
                while (r.next()) {
                    before.add("alter table " + r.getString(1) + " no force row level security");
                    after.add("alter table " + r.getString(1) + " force row level security");
                }
            }
        }
        for (String statement : before) {
            run(c, statement);
        }
        return after;
    }

    private static void run(Connection c, String sql) throws SQLException {
        try (Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    private static long number(Connection c, String sql) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            r.next();
            return r.getLong(1);
        }
    }
}
