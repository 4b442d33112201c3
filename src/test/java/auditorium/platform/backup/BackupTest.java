package auditorium.platform.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.OtherDatabase;
import auditorium.Superuser;
import auditorium.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of the demo's database goes into an empty one and is the same; whatever is wrong with it changes nothing. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BackupTest {

    @TempDir
    static Path common;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("night.backup");
    }

    private static Contents backup(Restoration.Login from, Path file) throws Exception {
        try (Connection c = DriverManager.getConnection(from.url(), from.user(), from.password())) {
            return new Backup(c, Clock.systemUTC(), (client, hash) -> Optional.empty()).into(file);
        }
    }

    /** The same one for all tests that only ask what becomes of it. */
    private static Path anyBackup() throws Exception {
        Path kept = common.resolve("any.backup");
        if (Files.notExists(kept)) {
            backup(OtherDatabase.tests(), kept);
        }
        return kept;
    }

    private static void restore(Path from, OtherDatabase into, boolean replace) throws Exception {
        try (BackupFile backup = BackupFile.open(from)) {
            new Restoration(into.owner()).from(backup, replace);
        }
    }

    private static String refusal(Path from, OtherDatabase into, boolean replace) {
        return String.valueOf(
                assertThrows(Refused.class, () -> restore(from, into, replace)).getMessage());
    }

    /** What the start does after the last migration. */
    private static void grant(OtherDatabase database) throws SQLException, IOException {
        try (Connection c = database.asOwner();
                Statement s = c.createStatement()) {
            s.execute(Files.readString(Path.of("src/main/resources/db/migration/afterMigrate.sql")));
        }
    }

    @Test
    void everyRowAndEveryRuleComesBack() throws Exception {
        Contents contents = backup(OtherDatabase.tests(), file());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file())),
                "it holds personal data and hashes of secrets");
        assertFalse(Files.exists(folder.resolve("night.backup.part")));
        assertTrue(contents.heads().stream().anyMatch(h -> h.code().equals("DEMO") && h.sequence() > 0));
        try (OtherDatabase other = new OtherDatabase("restored")) {
            restore(file(), other, false);
            grant(other);
            Map<String, String> before = OtherDatabase.rowsOfTests();
            assertEquals(before, other.rows());
            assertTrue(before.size() > 50 && contents.rows() > 1000, before.toString());
            try (Connection there = Superuser.connect();
                    Connection here = other.asSuperuser()) {
                List<String> rules = OtherDatabase.rules(there);
                assertTrue(rules.size() > 300, rules.toString());
                assertEquals(rules, OtherDatabase.rules(here));
                assertEquals(List.of(), OtherDatabase.words(here, "select sequencename from pg_sequences"), """
                        there is a sequence now: a restore has to set it""");
                assertEquals(
                        List.of("public"),
                        OtherDatabase.words(
                                here,
                                "select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'"));
            }
            try (Connection app = other.asApplication()) {
                assertEquals(List.of("0"), OtherDatabase.words(app, "select count(*) from person"), "the fences stand");
            }
        }
    }

    @Test
    void whatIsWrittenMeanwhileIsInItWhollyOrNotAtAll() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> writing = CompletableFuture.supplyAsync(() -> {
            int written = 0;
            try (Connection c = Superuser.connect();
                    Statement s = c.createStatement()) {
                c.setAutoCommit(false);
                while (!over.get()) {
                    UUID id = UUID.randomUUID();
                    s.execute("insert into account (id, name, created_at) values ('" + id + "', 'meanwhile', now())");
                    s.execute("insert into known_device values ('\\x00', '" + id + "', now())");
                    c.commit();
                    written++;
                    Thread.sleep(2); // or the longest part of the test is to put all of that back
                }
            } catch (SQLException | InterruptedException e) {
                throw new AssertionError(e);
            }
            return written;
        });
        try (OtherDatabase other = new OtherDatabase("meanwhile")) {
            while (String.valueOf(OtherDatabase.rowsOfTests().get("known_device"))
                    .startsWith("0 ")) {
                Thread.sleep(20);
            }
            backup(OtherDatabase.tests(), file());
            over.set(true);
            assertTrue(writing.get() > 0);
            restore(file(), other, false);
            try (Connection c = other.asSuperuser()) {
                assertEquals(
                        OtherDatabase.words(c, "select count(*) from account where name = 'meanwhile'"),
                        OtherDatabase.words(
                                c,
                                "select count(*) from known_device d join account a on a.id = d.account_id where name = 'meanwhile'"));
            }
        } finally {
            over.set(true);
            writing.join();
            Superuser.sql("delete from account where name = 'meanwhile'");
        }
    }

    @Test
    void aDatabaseWithDataIsKeptUnlessItIsToBeReplaced() throws Exception {
        backup(OtherDatabase.tests(), file());
        try (OtherDatabase other = new OtherDatabase("occupied")) {
            restore(file(), other, false);
            try (Connection c = other.asSuperuser()) {
                c.createStatement().execute("update client set name_en = 'what came later'");
            }
            Map<String, String> later = other.rows();
            assertTrue(refusal(file(), other, false).contains("--replace"));
            assertEquals(later, other.rows());
            restore(file(), other, true);
            assertEquals(OtherDatabase.rowsOfTests(), other.rows());
        }
    }

    @Test
    void aServerThatIsRunningIsNotRestoredUnder() throws Exception {
        Files.copy(anyBackup(), file());
        try (OtherDatabase other = new OtherDatabase("used");
                Connection app = other.asApplication()) {
            assertTrue(refusal(file(), other, true).contains("stop it first"));
            assertFalse(app.isClosed());
        }
    }

    @Test
    void aFileThatIsDamagedForeignOrNewerChangesNothing() throws Exception {
        Files.copy(anyBackup(), file());
        try (OtherDatabase other = new OtherDatabase("careful")) {
            byte[] good = Files.readAllBytes(file());
            Path bad = folder.resolve("bad.backup");
            Files.write(bad, Arrays.copyOf(good, good.length * 2 / 3));
            assertTrue(refusal(bad, other, false).contains("cut short"));
            Files.writeString(bad, "a holiday photo");
            assertTrue(refusal(bad, other, false).contains("no backup"));
            assertTrue(refusal(folder.resolve("nowhere"), other, false).contains("no such file"));
            byte[] flipped = good.clone();
            flipped[good.length / 2] ^= 0x10;
            Files.write(bad, flipped);
            assertTrue(refusal(bad, other, false).contains("damaged, at "));

            rewrite(
                    bad,
                    "contents.json",
                    text -> text.replace("\"product\" : \"auditorium\"", "\"product\" : \"else\""));
            assertTrue(refusal(bad, other, false).contains("no backup of Auditorium"));
            rewrite(bad, "contents.json", text -> text.replace("\"format\" : 1", "\"format\" : 2"));
            assertTrue(refusal(bad, other, false).contains("newer version"));
            rewrite(
                    bad,
                    "contents.json",
                    text -> text.replaceFirst("\"version\" : \"\\d+\"", "\"version\" : \"299901010000\""));
            assertTrue(refusal(bad, other, false).contains("newer version"));
            rewrite(bad, "tables/client.copy", text -> text.replaceFirst("DEMO", "DEM0"));
            assertTrue(refusal(bad, other, false).contains("damaged, at tables/client.copy"));
            rewrite(
                    bad,
                    "contents.json",
                    text -> text.replaceFirst("\"name\" : \"[a-z]+", "\"name\" : \"x; drop table y"));
            assertTrue(refusal(bad, other, false).contains("damaged"));
            try (Connection c = other.asSuperuser()) {
                assertEquals(
                        List.of(),
                        OtherDatabase.words(
                                c, "select relname from pg_class where relnamespace = 'public'::regnamespace"));
            }
        }
    }

    @Test
    void whatFailsHalfWayLeavesTheDatabaseAsItWas() throws Exception {
        Files.copy(anyBackup(), file());
        try (OtherDatabase other = new OtherDatabase("halfway")) {
            restore(file(), other, false);
            Map<String, String> before = other.rows();
            // a person whose factory isn't there: the file agrees with its hashes, and the last check of all refuses it
            Path bad = folder.resolve("bad.backup");
            rewrite(bad, "tables/client.copy", text -> "");
            agree(bad);
            SQLException refused = assertThrows(SQLException.class, () -> restore(bad, other, true));
            assertTrue(String.valueOf(refused.getMessage()).contains("violates foreign key"), refused.getMessage());
            assertEquals(before, other.rows());
            rewrite(bad, "contents.json", text -> text.replaceFirst("\"checksum\" : -?\\d+", "\"checksum\" : 7"));
            assertTrue(refusal(bad, other, true).contains("another build"));
            assertEquals(before, other.rows());
        }
    }

    @Test
    void aRestoreThatWasKilledIsRunOnceMore() throws Exception {
        Files.copy(anyBackup(), file());
        try (OtherDatabase other = new OtherDatabase("killed")) {
            restore(file(), other, false);
            try (Connection c = other.asOwner();
                    Statement s = c.createStatement()) {
                s.execute("alter schema public rename to " + Schema.ASIDE);
                s.execute("create schema public");
                s.execute("create table public.client (half int)");
                SQLException stopped = assertThrows(
                        SQLException.class,
                        () -> s.execute(
                                Files.readString(Path.of("src/main/resources/db/migration/beforeMigrate.sql"))));
                assertTrue(String.valueOf(stopped.getMessage()).contains("has not ended"));
            }
            Refused half = assertThrows(Refused.class, () -> backup(other.owner(), folder.resolve("half.backup")));
            assertTrue(String.valueOf(half.getMessage()).contains("has not ended"));
            assertTrue(refusal(file(), other, false).contains("--replace"), "what it held lies aside");
            restore(file(), other, true);
            assertEquals(OtherDatabase.rowsOfTests(), other.rows());
        }
    }

    @Test
    void aFileIsNeverOverwrittenAndAnEmptyDatabaseMakesNone() throws Exception {
        Files.writeString(file(), "last night's");
        assertThrows(Refused.class, () -> backup(OtherDatabase.tests(), file()));
        assertEquals("last night's", Files.readString(file()));
        try (OtherDatabase other = new OtherDatabase("nothing")) {
            Path none = folder.resolve("none.backup");
            assertThrows(Refused.class, () -> backup(other.owner(), none));
            try (var left = Files.list(folder)) {
                assertEquals(List.of(file()), left.toList());
            }
        }
    }

    /** The good file with another text in one of its entries. */
    private void rewrite(Path into, String entry, UnaryOperator<String> change) throws IOException {
        try (ZipFile good = new ZipFile(file().toFile());
                OutputStream out = Files.newOutputStream(into);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry e : good.stream().toList()) {
                byte[] bytes = good.getInputStream(e).readAllBytes();
                if (e.getName().equals(entry)) {
                    String before = new String(bytes, StandardCharsets.UTF_8);
                    String after = change.apply(before);
                    assertFalse(after.equals(before), "nothing was changed in " + entry);
                    bytes = after.getBytes(StandardCharsets.UTF_8);
                }
                zip.putNextEntry(new ZipEntry(e.getName()));
                zip.write(bytes);
                zip.closeEntry();
            }
        }
    }

    /** Makes the contents say of the emptied table what stands in it now. */
    private void agree(Path file) throws Exception {
        Path honest = file();
        Path before = folder.resolve("before.backup");
        Files.move(honest, before);
        Files.move(file, honest);
        Hashed nothing = new Hashed(OutputStream.nullOutputStream());
        String empty = nothing.sha256();
        rewrite(
                file,
                "contents.json",
                text -> text.replaceFirst(
                        "(\"name\" : \"client\",\\s+\"columns\" : \"[^\"]+\",\\s+)\"rows\" : \\d+,\\s+\"bytes\" : \\d+,\\s+\"sha256\" : \"[0-9a-f]+\"",
                        "$1\"rows\" : 0, \"bytes\" : 0, \"sha256\" : \"" + empty + "\""));
        Files.delete(honest);
        Files.move(before, honest);
    }
}
