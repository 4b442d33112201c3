package auditorium.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** HT03 and HT07 in the database itself: what it would refuse if the application had forgotten every rule. All tables, by its own lists. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FencesTest {

    /** Global, because it decides which client a session may enter. */
    private static final String GLOBAL = "membership";

    @Inject
    AgroalDataSource database;

    @Test
    @DisplayName(
            "HT03: a reference from one factory's row to another's names the factory, so a child of a foreign parent can't exist")
    void everyReferenceNamesTheFactory() {
        assertEquals(List.of(), Tables.column("""
                        select con.conrelid::regclass || '.' || con.conname
                          from pg_constraint con
                         where con.contype = 'f'
                           and exists (select from pg_attribute a where a.attrelid = con.conrelid and a.attname = 'client_id')
                           and exists (select from pg_attribute a where a.attrelid = con.confrelid and a.attname = 'client_id')
                           and not exists (
                             select from unnest(con.conkey, con.confkey) as k (ours, theirs)
                               join pg_attribute o on o.attrelid = con.conrelid and o.attnum = k.ours and o.attname = 'client_id'
                               join pg_attribute t on t.attrelid = con.confrelid and t.attnum = k.theirs and t.attname = 'client_id')
                         order by 1"""));
    }

    @Test
    @DisplayName("HT03: what is unique is unique within a factory, so that nobody learns what another one has")
    void whatIsUniqueIsUniqueWithinAFactory() {
        assertEquals(List.of(), Tables.column("""
                        select i.indexrelid::regclass::text
                          from pg_index i
                          join pg_class t on t.oid = i.indrelid
                          join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
                         where i.indisunique
                           and exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'client_id')
                           and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attnum = any(i.indkey) and a.attname = 'client_id')
                           and not (i.indisprimary and i.indnatts = 1 and exists (
                             select from pg_attribute a where a.attrelid = t.oid and a.attnum = i.indkey[0] and a.atttypid = 'uuid'::regtype))
                         order by 1"""));
    }

    @Test
    @DisplayName("HT07: every table of the factories has its fence, and the application's role can't climb it")
    void everyTableHasItsFence() {
        assertEquals(List.of(), Tables.column("""
                        select c.relname
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname = 'public' and c.relkind in ('r', 'p', 'm', 'v')
                           and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped)
                           and c.relname <> 'membership'
                           and not (c.relrowsecurity and c.relforcerowsecurity and exists (
                             select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive
                                and pg_get_expr(p.polqual, p.polrelid) like '%client_id = %current_client()%'
                                and pg_get_expr(p.polwithcheck, p.polrelid) like '%client_id = %current_client()%')
                             and (select count(*) from pg_policy p where p.polrelid = c.oid) = 1)"""));
        assertEquals(
                "false false false 0",
                Tables.one("select rolsuper || ' ' || rolbypassrls || ' ' || rolcreaterole || ' ' ||"
                        + " (select count(*) from pg_class c where c.relowner = r.oid and c.relkind = 'r')"
                        + " from pg_roles r where rolname = 'auditorium_app'"));
        assertEquals(
                List.of(
                        "append_to_record",
                        "count_lists_anew",
                        "count_people_anew",
                        "count_training_anew",
                        "erase_person",
                        "file_content_moved",
                        "lock_record"),
                Tables.column("select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
                        + " where n.nspname = 'public' and prosecdef order by 1")); // each names the client
        // itself, or reads no row
    }

    @Test
    @DisplayName(
            "HT07: without a factory every table is empty, and with one no row of another is there to read, change or remove")
    void noRowOfAnotherFactoryIsThere() throws SQLException {
        UUID ours;
        List<String> tables = new ArrayList<>(Tables.tenantTables());
        tables.remove(GLOBAL);
        try (Twin b = Twin.of("fence-", (table, column) -> "'fence-' || :row:")) {
            ours = b.demo();
            List<String> wrong = new ArrayList<>();
            try (Connection c = database.getConnection()) {
                c.setAutoCommit(false);
                for (String table : tables) {
                    if (count(c, "select count(*) from " + table) != 0) {
                        wrong.add(table + " is not empty without a factory");
                    }
                }
                try (Statement s = c.createStatement()) {
                    s.execute("select set_config('auditorium.client', '" + ours + "', true)");
                }
                for (String table : tables) {
                    if (count(c, "select count(*) from " + table + " where client_id <> '" + ours + "'") != 0) {
                        wrong.add(table + " shows foreign rows");
                    }
                    for (String change : List.of(
                            "delete from " + table + " where client_id = '" + b.client() + "'",
                            "update " + table + " set client_id = '" + ours + "' where client_id = '" + b.client()
                                    + "'")) {
                        Savepoint before = c.setSavepoint();
                        try (Statement s = c.createStatement()) {
                            if (s.executeUpdate(change) != 0) {
                                wrong.add(change);
                            }
                        } catch (SQLException refused) {
                            if (!"42501".equals(refused.getSQLState())) {
                                wrong.add(change + ": " + refused.getMessage());
                            }
                        }
                        c.rollback(before);
                    }
                }
                c.rollback();
            }
            assertEquals(List.of(), wrong);
            assertTrue(tables.size() >= 60, tables.size() + " tables");
            assertEquals(
                    Set.of(),
                    Set.copyOf(tables.stream()
                            .filter(t ->
                                    Tables.one("select 1 from " + t + " where client_id = '" + b.client() + "' limit 1")
                                            == null)
                            .toList())); // there was something to see in each
        }
    }

    private static long count(Connection c, String sql) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            r.next();
            return r.getLong(1);
        }
    }
}
