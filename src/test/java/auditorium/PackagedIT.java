package auditorium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application as an operator runs it: started, killed, started again, stopped, and its commands beside it. */
class PackagedIT {

    @TempDir
    Path data;

    private PackagedApp app;

    @BeforeEach
    void here() {
        app = new PackagedApp(data);
    }

    @AfterEach
    void endWhatWasStarted() throws InterruptedException {
        RestAssured.reset();
        app.close();
    }

    private Process java(String... arguments) throws IOException {
        return app.java(arguments);
    }

    private Duration waitFor(Process process, int port) throws Exception {
        Duration took = app.waitFor(process, port);
        RestAssured.port = port;
        return took;
    }

    @Test
    void whatWasAcknowledgedOutlivesAKillAndCommandsWorkBesideTheServer() throws Exception {
        int port = PackagedApp.freePort();
        Process server = java("serve", "--port", Integer.toString(port));
        System.out.println("first start to first page: " + waitFor(server, port).toMillis() + " ms");
        assertTrue(app.output(server).contains("DEMO"), "the demo accounts are printed");

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

        Process second = java("serve", "--port", Integer.toString(PackagedApp.freePort()));
        assertTrue(second.waitFor(60, TimeUnit.SECONDS));
        assertEquals(1, second.exitValue());
        assertTrue(app.output(second).contains("another process uses the database"), app.output(second));

        Process creating = java("create-admin", "--login", "second-admin");
        creating.getOutputStream().write("auditorium-demo\n".getBytes(StandardCharsets.UTF_8));
        creating.getOutputStream().close();
        assertTrue(creating.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, creating.exitValue(), app.output(creating));
        Visitor.withPassword("second-admin").get("/content").then().statusCode(200);

        verifyBesideTheServerAndWithoutADatabase();

        again.destroy(); // SIGTERM
        assertTrue(again.waitFor(30, TimeUnit.SECONDS));
        assertTrue(Files.notExists(data.resolve("postgres/cluster/postmaster.pid")), "the database server stopped too");

        Process third = java("serve", "--port", Integer.toString(port));
        System.out.println("later start to first page: " + waitFor(third, port).toMillis() + " ms");
    }

    private void verifyBesideTheServerAndWithoutADatabase() throws Exception {
        Process beside = java("verify");
        assertTrue(beside.waitFor(120, TimeUnit.SECONDS));
        String said = app.output(beside);
        assertEquals(0, beside.exitValue(), said);
        assertTrue(said.contains("DEMO\twhole\t") && said.contains("YUAN\twhole\t"), said);
        assertTrue(
                said.lines().noneMatch(l -> l.contains(" WARN ") || l.contains(" ERROR ")),
                "the server's jobs are none of its business: " + said);
        Path copy = data.resolve("record.jsonl");
        Process export = java("verify", "--client", "DEMO", "--export", copy.toString());
        assertTrue(export.waitFor(120, TimeUnit.SECONDS));
        assertEquals(0, export.exitValue(), app.output(export));

        Path elsewhere = Files.createDirectory(data.resolve("elsewhere"));
        try (PackagedApp customer = new PackagedApp(elsewhere)) {
            Process whole = customer.java("verify", "--from", copy.toString());
            assertTrue(whole.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, whole.exitValue(), customer.output(whole));
            Files.writeString(copy, Files.readString(copy).replaceFirst("CONFORMS", "CONFORMT"));
            Process changed = customer.java("verify", "--from", copy.toString());
            assertTrue(changed.waitFor(60, TimeUnit.SECONDS));
            assertEquals(1, changed.exitValue());
            assertTrue(
                    Pattern.compile("DEMO\tentry \\d+: ")
                            .matcher(customer.output(changed))
                            .find(),
                    customer.output(changed));
            assertTrue(Files.notExists(elsewhere.resolve("postgres")), "no database was asked");
        }
    }

    @Test
    void theCheckCommandNeedsNoDatabaseAndSaysHowManyStatementsAreCovered() throws Exception {
        Process check = java("check", "--coverage");
        assertTrue(check.waitFor(60, TimeUnit.SECONDS));
        String said = app.output(check);
        assertEquals(0, check.exitValue(), said);
        assertTrue(said.contains("statements covered: 89/89"), said);
        assertTrue(said.contains("0 errors"), said);
        Process nowhere = java("check", "--content", data.toString());
        assertTrue(nowhere.waitFor(60, TimeUnit.SECONDS));
        assertEquals(1, nowhere.exitValue());
        Process odd = java("no-such-command");
        assertTrue(odd.waitFor(60, TimeUnit.SECONDS));
        assertEquals(2, odd.exitValue());
        assertNotEquals(0, app.output(odd).length());
    }
}
