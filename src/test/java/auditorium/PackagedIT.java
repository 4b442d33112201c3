package auditorium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application as an operator runs it: started, killed, started again, stopped, and its commands beside it. */
class PackagedIT {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final List<Process> started = new ArrayList<>();

    @TempDir
    Path data;

    @AfterEach
    void endWhatWasStarted() throws InterruptedException {
        RestAssured.reset();
        for (Process process : started) {
            if (process.isAlive()) {
                process.destroy();
                process.waitFor(20, TimeUnit.SECONDS);
            }
        }
    }

    private Process java(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("AUDITORIUM_DATA", data.toString());
        builder.redirectOutput(data.resolve("out-" + started.size() + ".log").toFile());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private String output(Process process) throws IOException {
        return Files.readString(data.resolve("out-" + started.indexOf(process) + ".log"), StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Duration waitFor(Process process, int port) throws Exception {
        Instant begun = Instant.now();
        while (Duration.between(begun, Instant.now()).toSeconds() < 120) {
            if (!process.isAlive()) {
                throw new AssertionError("it ended: " + output(process));
            }
            try {
                HttpURLConnection c = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/sign-in")
                        .toURL()
                        .openConnection();
                if (c.getResponseCode() == 200) {
                    RestAssured.port = port;
                    return Duration.between(begun, Instant.now());
                }
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("no first page: " + output(process));
    }

    @Test
    void whatWasAcknowledgedOutlivesAKillAndCommandsWorkBesideTheServer() throws Exception {
        int port = freePort();
        Process server = java("serve", "--port", Integer.toString(port));
        System.out.println("first start to first page: " + waitFor(server, port).toMillis() + " ms");
        assertTrue(output(server).contains("DEMO"), "the demo accounts are printed");

        Visitor manager = Visitor.withPassword("manager");
        String board = manager.get(manager.at("/readiness")).asString();
        Matcher department =
                Pattern.compile("readiness/departments/([0-9a-f-]{36})\">仓储").matcher(board);
        assertTrue(department.find());
        String note = "杀掉以前写的一句话";
        manager.get(manager.at("/departments/" + department.group(1) + "/walk/SC-22"));
        manager.post(
                        manager.at("/departments/" + department.group(1) + "/requirements/SC-22/responses"),
                        Map.of("result", "CONFORMS", "note", note, "method", "SITE"))
                .then()
                .statusCode(303);
        server.destroyForcibly().waitFor(); // kill -9: its database server lives on

        Process again = java("serve", "--port", Integer.toString(port));
        System.out.println(
                "start after kill -9 to first page: " + waitFor(again, port).toMillis() + " ms");
        Visitor back = Visitor.withPassword("manager");
        String history = back.get(back.at("/departments/" + department.group(1) + "/requirements/SC-22"))
                .asString();
        assertTrue(history.contains(note));

        RestAssured.given().get("/q/health").then().statusCode(200);
        assertTrue(RestAssured.given().get("/q/health").asString().contains("\"fsync\": \"on\""));
        assertTrue(RestAssured.given().get("/q/metrics").asString().contains("jvm_memory"));

        Process second = java("serve", "--port", Integer.toString(freePort()));
        assertTrue(second.waitFor(60, TimeUnit.SECONDS));
        assertEquals(1, second.exitValue());
        assertTrue(output(second).contains("another process uses the database"), output(second));

        ProcessBuilder create = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toString(),
                        "create-admin",
                        "--login",
                        "second-admin")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("create.log").toFile());
        create.environment().put("AUDITORIUM_DATA", data.toString());
        Process creating = create.start();
        started.add(creating);
        creating.getOutputStream().write("auditorium-demo\n".getBytes(StandardCharsets.UTF_8));
        creating.getOutputStream().close();
        assertTrue(creating.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, creating.exitValue(), Files.readString(data.resolve("create.log")));
        Visitor.withPassword("second-admin").get("/content").then().statusCode(200);

        again.destroy(); // SIGTERM
        assertTrue(again.waitFor(30, TimeUnit.SECONDS));
        assertTrue(Files.notExists(data.resolve("postgres/cluster/postmaster.pid")), "the database server stopped too");

        Process third = java("serve", "--port", Integer.toString(port));
        System.out.println("later start to first page: " + waitFor(third, port).toMillis() + " ms");
    }

    @Test
    void theCheckCommandNeedsNoDatabaseAndSaysHowManyStatementsAreCovered() throws Exception {
        Process check = java("check", "--coverage");
        assertTrue(check.waitFor(60, TimeUnit.SECONDS));
        String said = output(check);
        assertEquals(0, check.exitValue(), said);
        assertTrue(said.contains("statements covered: 89/89"), said);
        assertTrue(said.contains("0 errors"), said);
        Process nowhere = java("check", "--content", data.toString());
        assertTrue(nowhere.waitFor(60, TimeUnit.SECONDS));
        assertEquals(1, nowhere.exitValue());
        Process odd = java("no-such-command");
        assertTrue(odd.waitFor(60, TimeUnit.SECONDS));
        assertEquals(2, odd.exitValue());
        assertNotEquals(0, output(odd).length());
    }
}
