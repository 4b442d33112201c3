package auditorium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import auditorium.load.Phone;
import auditorium.platform.EmbeddedDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that commits and can't say so, one that freezes, and one whose disk is full: people get a clear page, nothing is written
 * by half or twice, and afterwards all goes on without a restart.
 */
class FaultsIT {

    private static final String QUIZ = "A10-audit-integrity";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void endWhatWasStarted() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    private record Server(Process process, int port) {
        String address() {
            return "http://127.0.0.1:" + port;
        }
    }

    /** Somebody who is answering. */
    private record Somebody(Phone phone, String attempt, List<Phone.Tap> taps) {
        Phone.Letter write() {
            return Phone.write(taps.getFirst(), taps.getFirst().choices().getFirst());
        }
    }

    private Somebody somebody(Server server, String number) throws Exception {
        Phone phone = new Phone(http, server.address());
        String client = phone.signIn("DEMO", number, "246810");
        String attempt = phone.begin(client + "/quizzes/" + QUIZ);
        return new Somebody(phone, attempt, Phone.taps(phone.get(attempt).body()));
    }

    private static String setting(Map<String, String> settings, String name) {
        return Objects.requireNonNull(settings.get(name), name);
    }

    /** A server with a database beside it, on the other end of a wire that the test holds. */
    private Server besideADatabase(Path data, Path cluster, List<Wire> wires) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.open(cluster, EmbeddedDatabase.Use.OWN);
        open.add(database);
        Map<String, String> settings = database.settings();
        String direct = setting(settings, "quarkus.datasource.jdbc.url");
        int databasePort = URI.create(direct.substring("jdbc:".length())).getPort();
        Wire wire = new Wire(databasePort);
        open.add(wire);
        wires.add(wire);
        PackagedApp app = new PackagedApp(Files.createDirectories(data));
        open.add(app);
        int port = PackagedApp.freePort();
        Process process = app.java(
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        direct.replace(":" + databasePort + "/", ":" + wire.port() + "/"),
                        "QUARKUS_DATASOURCE_USERNAME",
                        setting(settings, "quarkus.datasource.username"),
                        "QUARKUS_DATASOURCE_PASSWORD",
                        setting(settings, "quarkus.datasource.password"),
                        "QUARKUS_FLYWAY_JDBC_URL",
                        direct,
                        "QUARKUS_FLYWAY_USERNAME",
                        setting(settings, "quarkus.flyway.username"),
                        "QUARKUS_FLYWAY_PASSWORD",
                        setting(settings, "quarkus.flyway.password"),
                        "AUDITORIUM_DEMO",
                        "true"),
                List.of("-Dquarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout=3"),
                "serve",
                "--port",
                Integer.toString(port));
        app.waitFor(process, port);
        return new Server(process, port);
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void aCommitThatNobodyHeardOfAndADatabaseThatFreezes() throws Exception {
        List<Wire> wires = new ArrayList<>();
        Cluster cluster = new Cluster(folder.resolve("cluster"));
        Server server = besideADatabase(folder.resolve("data"), folder.resolve("cluster"), wires);
        Somebody somebody = somebody(server, "A0311");

        // the answer is written, and the wire breaks before the server knows
        int unheard = 0;
        for (int i = 0; i < 10; i++) {
            Phone.Letter letter = somebody.write();
            wires.getFirst().cutAfterCommit();
            HttpResponse<String> first = somebody.phone().attempt(letter);
            boolean receipt = first.headers().firstValue("Receipt").isPresent();
            boolean there = cluster.answers().containsKey(letter.id());
            if (!receipt && there) {
                unheard++;
                assertEquals(503, first.statusCode(), first.body());
            }
            assertFalse(receipt && !there, "a receipt for what is not there");
            somebody.phone().deliver(letter, Duration.ofSeconds(20));
            assertEquals(1, cluster.answers().get(letter.id()), "sent twice, there once");
        }
        assertTrue(unheard > 0, "at least one commit was not heard of");
        System.out.printf("%d of 10 commits were not heard of; each answer is there once%n", unheard);

        somebody.phone().get(somebody.attempt());
        List<Long> frozen = cluster.processes();
        try {
            for (long pid : frozen) {
                Cluster.signal("STOP", pid);
            }
            long begun = System.nanoTime();
            while (HealthWatch.ready(server.port()) == 200) {
                assertTrue(System.nanoTime() - begun < 2_000_000_000L, "health says that a frozen database is well");
            }
            System.out.printf("health knew after %d ms%n", (System.nanoTime() - begun) / 1_000_000);
            HttpResponse<String> page = somebody.phone().get(somebody.attempt());
            assertEquals(503, page.statusCode());
            assertTrue(page.body().contains("请稍等片刻"), page.body());
            assertTrue(page.headers().firstValue("Retry-After").isPresent());
        } finally {
            for (long pid : frozen.reversed()) {
                Cluster.signal("CONT", pid);
            }
        }
        Phone.Letter after = somebody.write();
        somebody.phone().deliver(after, Duration.ofSeconds(20));
        assertEquals(1, cluster.answers().get(after.id()));
        assertEquals(200, somebody.phone().get(somebody.attempt()).statusCode());
        assertEquals(200, HealthWatch.ready(server.port()));
        assertTrue(server.process().isAlive(), "without a restart");
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void aFullDiskIsToldAndLosesNothing() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(mounted(small), "a small disk takes the right to mount one");
        open.add(() -> run("umount", small.toString()));
        PackagedApp app = new PackagedApp(small, folder);
        open.add(app);
        int port = PackagedApp.freePort();
        Process process = app.java("serve", "--port", Integer.toString(port));
        app.waitFor(process, port);
        Server server = new Server(process, port);
        Cluster cluster = new Cluster(small.resolve("postgres"));
        Somebody somebody = somebody(server, "A0311");

        Path ballast = small.resolve("ballast");
        fill(ballast, Files.getFileStore(small));
        List<Phone.Letter> acknowledged = new ArrayList<>();
        Phone.Letter refused = somebody.write();
        HttpResponse<String> answer = somebody.phone().attempt(refused);
        while (answer.statusCode() == 200) {
            acknowledged.add(refused);
            assertTrue(acknowledged.size() < 20_000, "the disk is full");
            refused = somebody.write();
            answer = somebody.phone().attempt(refused);
        }
        System.out.printf("the disk was full after %d more answers%n", acknowledged.size());
        assertEquals(503, answer.statusCode(), "phones keep it and send again");
        assertTrue(answer.headers().firstValue("Receipt").isEmpty());

        Files.delete(ballast);
        somebody.phone().deliver(refused, Duration.ofSeconds(60));
        acknowledged.add(refused);
        assertTrue(process.isAlive(), "without a restart");
        Map<String, Integer> there = cluster.answers();
        acknowledged.forEach(letter -> assertEquals(1, there.get(letter.id())));
        Process verify = app.java("verify");
        assertTrue(verify.waitFor(120, TimeUnit.SECONDS));
        assertEquals(0, verify.exitValue(), app.output(verify));
    }

    private static boolean mounted(Path at) throws IOException, InterruptedException {
        try {
            return run("mount", "-t", "tmpfs", "-o", "size=512m", "none", at.toString()) == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor();
    }

    /** To the last byte. */
    private static void fill(Path ballast, FileStore disk) throws IOException {
        byte[] block = new byte[1 << 20];
        try (FileChannel out = FileChannel.open(ballast, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (disk.getUsableSpace() > 0) {
                out.write(java.nio.ByteBuffer.wrap(block, 0, (int) Math.min(block.length, disk.getUsableSpace())));
            }
        } catch (IOException full) {
            assertTrue(disk.getUsableSpace() < 4096, String.valueOf(full.getMessage()));
        }
    }
}
