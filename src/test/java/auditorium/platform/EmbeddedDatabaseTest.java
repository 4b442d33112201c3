package auditorium.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        Map<String, String> s = database.settings();
        return DriverManager.getConnection(
                s.get("quarkus.flyway.jdbc-url"), s.get("quarkus.flyway.username"), s.get("quarkus.flyway.password"));
    }

    @Test
    void itIsDurablePasswordProtectedAndKeepsItsData(@TempDir Path folder) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, EmbeddedDatabase.Use.OWN);
                Connection c = connect(database)) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                try (var r = c.createStatement().executeQuery("show " + setting)) {
                    r.next();
                    assertEquals("on", r.getString(1), setting);
                }
            }
            c.createStatement().execute("create table kept (x int); insert into kept values (42)");
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.properties"))));
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(
                            database.settings().get("quarkus.datasource.jdbc.url"), "auditorium_app", "guess"));
            assertEquals("28P01", refused.getSQLState());
            assertThrows(
                    EmbeddedDatabase.Unavailable.class, () -> EmbeddedDatabase.open(folder, EmbeddedDatabase.Use.OWN));
        }
        try (EmbeddedDatabase again = EmbeddedDatabase.open(folder, EmbeddedDatabase.Use.OWN);
                Connection c = connect(again);
                var r = c.createStatement().executeQuery("select x from kept")) {
            assertTrue(r.next());
            assertEquals(42, r.getInt(1));
        }
    }

    @Test
    void aServerThatIsKilledComesBackAtTheSameAddressWithItsData(@TempDir Path folder) throws Exception {
        Path pidFile = folder.resolve("cluster/postmaster.pid");
        CountDownLatch back = new CountDownLatch(1);
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, EmbeddedDatabase.Use.OWN)) {
            database.watch(back::countDown, () -> {});
            try (Connection c = connect(database)) {
                c.createStatement().execute("create table kept (x int); insert into kept values (42)");
                String killed = Files.readAllLines(pidFile).get(0).strip();
                new ProcessBuilder("kill", "-9", killed).start().waitFor();
                assertTrue(back.await(60, TimeUnit.SECONDS));
                assertNotEquals(killed, Files.readAllLines(pidFile).get(0).strip());
            }
            try (Connection c = connect(database);
                    var r = c.createStatement().executeQuery("select x from kept")) {
                assertTrue(r.next());
                assertEquals(42, r.getInt(1));
            }
        }
        assertTrue(Files.notExists(pidFile), "the new one is stopped in the end");
    }

    @Test
    void aLeftoverNumberThatIsSomebodyElsesProcessIsLeftAlone(@TempDir Path folder) throws Exception {
        EmbeddedDatabase.open(folder, EmbeddedDatabase.Use.OWN).close();
        long stranger = ProcessHandle.current().pid();
        Files.writeString(
                folder.resolve("cluster/postmaster.pid"), stranger + "\n" + folder + "\n0\n1\n\n127.0.0.1\n\nready\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, EmbeddedDatabase.Use.OWN);
                Connection c = connect(database)) {
            assertFalse(c.isClosed());
        }
        assertTrue(ProcessHandle.current().isAlive());
    }

    @Test
    void aFolderThatWasNeverFinishedIsMovedAsideAndNotDeleted(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("cluster"));
        Files.writeString(folder.resolve("cluster/half"), "done");
        EmbeddedDatabase.open(folder, EmbeddedDatabase.Use.OWN).close();
        try (Stream<Path> files = Files.list(folder)) {
            Path aside = files.filter(f -> f.getFileName().toString().startsWith("cluster.unfinished"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("done", Files.readString(aside.resolve("half")));
        }
    }

    @Test
    void twoFoldersHaveTwoServersWithTheirOwnPasswords(@TempDir Path one, @TempDir Path two) {
        try (EmbeddedDatabase a = EmbeddedDatabase.open(one, EmbeddedDatabase.Use.OWN);
                EmbeddedDatabase b = EmbeddedDatabase.open(two, EmbeddedDatabase.Use.OWN)) {
            assertNotEquals(
                    a.settings().get("quarkus.datasource.jdbc.url"),
                    b.settings().get("quarkus.datasource.jdbc.url"));
            assertNotEquals(
                    a.settings().get("quarkus.datasource.password"),
                    b.settings().get("quarkus.datasource.password"));
        }
    }
}
