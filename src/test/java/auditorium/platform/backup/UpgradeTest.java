package auditorium.platform.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.OtherDatabase;
import auditorium.Superuser;
import auditorium.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * The tables as they first were, with the demo's half year in them, are brought up to the present while an old server goes on
 * reading. There is no release yet; the first migration stands for one.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class UpgradeTest {

    private static final String FIRST = "202611220100";

    /** What an old server asks all day, with the columns that it knows. */
    private static final List<String> OLD_PAGES = List.of(
            "select a.id, a.name, a.language, m.client_id, m.role, c.code, c.name_zh from account a"
                    + " join membership m on m.account_id = a.id join client c on c.id = m.client_id",
            "select id, number, name, job, leads, joined_on, left_on from person",
            "select department_id, requirement, result, made_at from latest_response",
            "select person_id, requirement, earned, possible from mastery",
            "select id, number, requirement, grade, fact, opened_at, closed_at from finding",
            "select id, title_zh, title_en, owner_id, due_on, state from task",
            "select id, quiz, seed, paper, submitted_at, earned, possible, passed from attempt");

    @TempDir
    Path folder;

    @Test
    void theFirstTablesWithHalfAYearComeUpToDateWhileAnOldServerReads() throws Exception {
        try (OtherDatabase old = new OtherDatabase("first_tables")) {
            asItFirstWas(old);
            Map<String, Long> before = counts(old);
            assertTrue(
                    before.getOrDefault("response", 0L) > 100 && before.getOrDefault("attempt", 0L) > 100,
                    before.toString());
            String client = client(old);

            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<List<Long>> reading = CompletableFuture.supplyAsync(() -> read(old, client, over));
            Schema.upTo(
                    latest(), old.owner().url(), old.owner().user(), old.owner().password());
            over.set(true);
            List<Long> waits = reading.get();

            assertTrue(waits.size() >= OLD_PAGES.size(), "it read all the time: " + waits.size());
            long longest = waits.stream().max(Comparator.naturalOrder()).orElseThrow();
            System.out.printf(
                    "while the tables changed, %d old pages were read; the longest took %d ms%n",
                    waits.size(), longest);
            assertTrue(longest < 5_000, longest + " ms");
            Map<String, Long> after = counts(old);
            before.forEach(
                    (table, rows) -> assertTrue(after.getOrDefault(table, 0L) >= rows, table + " has lost rows"));
            try (Connection there = Superuser.connect();
                    Connection here = old.asSuperuser()) {
                assertEquals(columns(there), columns(here), "a database that grew is the same as a new one");
            }
        }
    }

    @Test
    void aBackupOfAnEarlierStateIsRestoredAndBroughtUpToDate() throws Exception {
        Path file = folder.resolve("old.backup");
        try (OtherDatabase old = new OtherDatabase("earlier")) {
            String record = "202611261415";
            Schema.upTo(
                    record, old.owner().url(), old.owner().user(), old.owner().password());
            try (Connection c = old.asSuperuser();
                    Statement s = c.createStatement()) {
                s.execute("insert into client (id, code, name_zh, name_en, created_at)"
                        + " values ('00000000-0000-7000-8000-000000000001', 'OLD', '旧', 'Old', now())");
                s.execute("set auditorium.client = '00000000-0000-7000-8000-000000000001'");
                s.execute(
                        "select append_to_record('{note}', array['00000000-0000-7000-8000-000000000002'::uuid], array['{}'],"
                                + " '{}', '{}', '{}', '{}', '{}')");
            }
            try (Connection c = old.asOwner()) {
                Contents contents = new Backup(c, Clock.systemUTC(), (client, hash) -> Optional.empty()).into(file);
                assertEquals(record, contents.schema());
                assertEquals(1, contents.heads().getFirst().sequence());
            }
        }
        try (OtherDatabase anew = new OtherDatabase("anew");
                BackupFile backup = BackupFile.open(file)) {
            new Restoration(anew.owner()).from(backup, false);
            try (Connection c = anew.asOwner()) {
                assertEquals(backup.contents().migrations(), Schema.history(c));
            }
            Schema.upTo(
                    latest(),
                    anew.owner().url(),
                    anew.owner().user(),
                    anew.owner().password());
            try (Connection c = anew.asSuperuser()) {
                assertEquals(List.of("OLD"), OtherDatabase.words(c, "select code from client"));
                assertEquals(List.of("1"), OtherDatabase.words(c, "select sequence from record_head"));
            }
        }
    }

    private static String latest() throws Exception {
        return Schema.versions().stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private static String client(OtherDatabase of) throws SQLException {
        try (Connection c = of.asSuperuser()) {
            return OtherDatabase.words(c, "select id from client where code = 'DEMO'")
                    .getFirst();
        }
    }

    /** The first migration's tables, filled with what the demo has of their columns. */
    private static void asItFirstWas(OtherDatabase old) throws Exception {
        Schema.upTo(FIRST, old.owner().url(), old.owner().user(), old.owner().password());
        try (Connection from = Superuser.connect();
                Connection to = old.asSuperuser();
                Statement s = to.createStatement()) {
            s.execute("set session_replication_role = replica"); // rows come in any order
            Map<String, List<String>> now = columns(from);
            for (Map.Entry<String, List<String>> table : columns(to).entrySet()) {
                String name = table.getKey();
                List<String> present = now.getOrDefault(name, List.of()).stream()
                        .map(UpgradeTest::name)
                        .toList();
                List<String> columns = table.getValue().stream()
                        .map(UpgradeTest::name)
                        .filter(present::contains)
                        .toList();
                if (columns.isEmpty()) {
                    continue; // of a table that is no more the demo knows nothing
                }
                // only rows that could have been there at that time
                List<String> rules = new ArrayList<>(OtherDatabase.words(
                        to,
                        "select pg_get_expr(conbin, conrelid) from pg_constraint where contype = 'c' and conrelid = '"
                                + name + "'::regclass"));
                table.getValue().stream()
                        .filter(c -> c.endsWith(" not null") && present.contains(name(c)))
                        .forEach(c -> rules.add(name(c) + " is not null"));
                copy(from, to, name, String.join(", ", columns), String.join(" and ", rules));
            }
            s.execute("grant usage on schema public to auditorium_app");
            s.execute("grant select on all tables in schema public to auditorium_app");
        }
    }

    /** The column's name as SQL wants it, from name and type. */
    private static String name(String column) {
        return "\"" + column.replaceFirst(" .*", "") + "\"";
    }

    private static void copy(Connection from, Connection to, String table, String columns, String rule)
            throws Exception {
        PipedOutputStream out = new PipedOutputStream();
        try (PipedInputStream in = new PipedInputStream(out, 1 << 16)) {
            CompletableFuture<Long> sent = CompletableFuture.supplyAsync(() -> {
                try (out) {
                    return from.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(
                                    "copy (select " + columns + " from " + table + " where " + rule + ") to stdout",
                                    out);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            long taken = to.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + columns + ") from stdin", in);
            assertEquals(sent.get(), taken);
        }
    }

    /** Every table with its columns and their types. */
    private static Map<String, List<String>> columns(Connection c) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        for (String column : OtherDatabase.words(c, """
                select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
                  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history'
                 order by 1""")) {
            String[] parts = column.split("\\.", 2);
            columns.computeIfAbsent(parts[0], t -> new ArrayList<>()).add(parts[1]);
        }
        return columns;
    }

    private static Map<String, Long> counts(OtherDatabase of) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        of.rows().forEach((table, sum) -> counts.put(table, Long.parseLong(sum.replaceFirst(" .*", ""))));
        return counts;
    }

    /** How many milliseconds each page took. */
    private static List<Long> read(OtherDatabase old, String client, AtomicBoolean over) {
        List<Long> waits = new ArrayList<>();
        try (Connection c = old.asApplication();
                Statement s = c.createStatement()) {
            c.setAutoCommit(false);
            do {
                for (String page : OLD_PAGES) {
                    long begun = System.nanoTime();
                    s.execute("select set_config('auditorium.client', '" + client + "', true)");
                    try (var rows = s.executeQuery(page)) {
                        assertTrue(rows.next(), page);
                    }
                    c.commit();
                    waits.add((System.nanoTime() - begun) / 1_000_000);
                }
            } while (!over.get());
        } catch (SQLException e) {
            throw new AssertionError("an old page failed", e);
        }
        return waits;
    }
}
