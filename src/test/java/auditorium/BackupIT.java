package auditorium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.platform.EmbeddedDatabase;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The two commands as an operator types them: from a running server's embedded database into an empty one and into an outside one. */
class BackupIT {

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void endWhatWasStarted() throws Exception {
        RestAssured.reset();
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    private PackagedApp app(String name) throws IOException {
        PackagedApp app = new PackagedApp(Files.createDirectories(folder.resolve(name)));
        open.add(app);
        return app;
    }

    private record Ended(int code, String said) {}

    private static Ended run(PackagedApp app, Map<String, String> environment, String... words) throws Exception {
        Process process = app.java(environment, List.of(), words);
        assertTrue(process.waitFor(3, TimeUnit.MINUTES), app.output(process));
        return new Ended(process.exitValue(), app.output(process));
    }

    private static Process serve(PackagedApp app, Map<String, String> environment) throws Exception {
        int port = PackagedApp.freePort();
        Process server = app.java(environment, List.of(), "serve", "--port", Integer.toString(port));
        app.waitFor(server, port);
        RestAssured.port = port;
        return server;
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void aBackupBesideARunningServerBecomesAServerElsewhere() throws Exception {
        String file = folder.resolve("night.backup").toString();
        PackagedApp first = app("first");
        serve(first, Map.of());
        Visitor.withPassword("manager");
        Ended backup = run(first, Map.of(), "backup", file);
        assertEquals(0, backup.code(), backup.said());
        assertTrue(backup.said().contains("written to " + file), backup.said());
        assertTrue(backup.said().contains("DEMO\trecord ends at "), backup.said());
        System.out.print(backup.said());
        Ended twice = run(first, Map.of(), "backup", file);
        assertEquals(1, twice.code());
        assertTrue(twice.said().contains("there is a file already"), twice.said());
        Ended under = run(first, Map.of(), "restore", file, "--replace");
        assertEquals(1, under.code());
        assertTrue(under.said().contains("another process uses the database"), under.said());

        PackagedApp second = app("second");
        Ended restore = run(second, Map.of(), "restore", file);
        assertEquals(0, restore.code(), restore.said());
        System.out.print(restore.said());
        for (String sign : List.of("restored: ", "DEMO\twhole", "YUAN\twhole", "files as their hashes say")) {
            assertTrue(restore.said().contains(sign), restore.said());
        }
        Ended again = run(second, Map.of(), "restore", file);
        assertEquals(1, again.code());
        assertTrue(again.said().contains("holds 2 factories"), again.said());
        Process server = serve(second, Map.of());
        Visitor manager = Visitor.withPassword("manager");
        manager.get(manager.at("/readiness")).then().statusCode(200);
        server.destroy();
        assertTrue(server.waitFor(30, TimeUnit.SECONDS));

        Path damaged = folder.resolve("damaged.backup");
        byte[] bytes = Files.readAllBytes(Path.of(file));
        bytes[bytes.length / 3] ^= 1;
        Files.write(damaged, bytes);
        Ended refused = run(second, Map.of(), "restore", damaged.toString(), "--replace");
        assertEquals(1, refused.code());
        assertTrue(refused.said().contains("damaged"), refused.said());

        EmbeddedDatabase outside = EmbeddedDatabase.open(folder.resolve("outside"), EmbeddedDatabase.Use.OWN);
        open.add(outside);
        Map<String, String> environment = new TreeMap<>();
        outside.settings()
                .forEach((name, value) ->
                        environment.put(name.replaceAll("[.-]", "_").toUpperCase(java.util.Locale.ROOT), value));
        PackagedApp third = app("third");
        Ended moved = run(third, environment, "restore", file);
        assertEquals(0, moved.code(), moved.said());
        Ended back = run(
                third, environment, "backup", folder.resolve("outside.backup").toString());
        assertEquals(0, back.code(), back.said());
        assertTrue(Files.notExists(folder.resolve("third/postgres")), "no database of its own was started");
    }
}
