package auditorium.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** HT28, HT31, HT34 and HT35: requests that no browser of ours would send. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RequestsTest {

    private static final UUID UNKNOWN = UUID.fromString("01990000-0000-7000-8000-00000000beef");

    @TestHTTPResource("/")
    URL address;

    private static UUID demo() {
        return UUID.fromString(String.valueOf(Tables.one("select id::text from client where code = 'DEMO'")));
    }

    @Test
    @DisplayName("HT31: nothing is written without the form's token, whatever the address, role and content type")
    void nothingIsWrittenWithoutTheToken() {
        UUID demo = demo();
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        Everything before = Everything.now();
        for (String login : List.of("manager", "admin")) {
            Visitor who = Visitor.withPassword(login);
            for (Routes.Route route : Routes.all()) {
                if (route.method().equals("GET")) {
                    continue;
                }
                String path =
                        route.at(p -> p.equals("client") || p.equals("factory") ? demo.toString() : UNKNOWN.toString());
                List<Response> answers = new ArrayList<>();
                if (route.upload()) {
                    answers.add(who.request().multiPart("x", "y").post(path));
                } else {
                    answers.add(who.request().formParam("x", "y").post(path));
                    answers.add(who.request()
                            .formParam("csrf-token", "A".repeat(22))
                            .post(path));
                    answers.add(
                            who.request().contentType("text/plain").body("a=b").post(path));
                    answers.add(who.request()
                            .contentType("application/json")
                            .accept("application/json")
                            .body("{}")
                            .post(path));
                    answers.add(who.request()
                            .header("X-CSRF-TOKEN", "x")
                            .formParam("x", "y")
                            .post(path));
                }
                for (int i = 0; i < answers.size(); i++) {
                    asked++;
                    int status = answers.get(i).statusCode();
                    // 404 and 403: refused before anybody looked for a token
                    if (!List.of(400, 403, 404, 406, 415).contains(status)) {
                        wrong.add(login + " " + route.line() + " way " + i + ": " + status);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(asked > 400, asked + " asked");
        assertEquals(List.of(), Everything.now().changedSince(before));
    }

    @Test
    @DisplayName("HT31: a session that somebody else has set is not taken over at the sign-in")
    void aSessionThatSomebodyElseHasSetIsNotTakenOver() {
        Visitor victim = Visitor.stranger();
        victim.cookies().put("session", "A".repeat(43));
        victim.get("/sign-in/password");
        victim.post("/sign-in/password", Map.of("login", "manager", "password", "auditorium-demo"))
                .then()
                .statusCode(303);
        assertFalse("A".repeat(43).equals(victim.cookies().get("session")));
        Visitor thief = Visitor.stranger();
        thief.cookies().put("session", "A".repeat(43));
        assertEquals(303, thief.get("/account").statusCode());
    }

    @Test
    @DisplayName("HT35: whatever stands in a parameter is answered, at once, and never with an error of ours")
    void whateverStandsInAParameterIsAnsweredAtOnce() {
        UUID demo = demo();
        List<String> junk = List.of(
                "-1",
                "99999999999999999999",
                "1;drop table person",
                "'||pg_sleep(5)||'",
                "%_".repeat(1000),
                "\u0000",
                "2026-13-45",
                "<script>",
                "(a+)+$" + "x".repeat(3000),
                "-999999999-01-01");
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String login : List.of("manager", "consultant")) {
            Visitor who = Visitor.withPassword(login);
            for (Routes.Route route : Routes.all()) {
                if (!route.method().equals("GET")
                        || route.asked().isEmpty()
                        || (login.equals("consultant") && route.ofClient())) {
                    continue;
                }
                String path = route.at(p -> switch (p) {
                    case "client", "factory" -> demo.toString();
                    case "account", "token", "code", "key" -> "none";
                    default -> String.valueOf(Tables.row(demo, route.table(p)));
                });
                boolean paper = !String.valueOf(
                                who.request().accept("*/*").get(path).contentType())
                        .startsWith("text/html");
                for (String name : route.asked()) {
                    for (String value : paper ? junk.subList(0, 4) : junk) {
                        long began = System.nanoTime();
                        Response r = who.request()
                                .accept("*/*")
                                .queryParam(name, value)
                                .get(path);
                        long millis = (System.nanoTime() - began) / 1_000_000;
                        asked++;
                        if (r.statusCode() >= 500 || (!paper && millis > 3000)) {
                            wrong.add(login + " " + path + " ?" + name + "="
                                    + value.substring(0, Math.min(30, value.length())) + ": " + r.statusCode() + " in "
                                    + millis + " ms");
                        }
                        if (r.asString().contains("<script>") && value.equals("<script>")) {
                            wrong.add(path + " ?" + name + " repeats a tag");
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(asked > 400, asked + " asked");
    }

    @Test
    @DisplayName(
            "HT34: a million bytes of headers, a hundred thousand fields and deep JSON are refused and cost nothing")
    void tooMuchIsRefused() throws IOException {
        Visitor worker = Visitor.worker();
        String cookies = cookies(worker);
        assertRefused(raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(1 << 20) + "\r\n\r\n"));
        StringBuilder many = new StringBuilder("GET / HTTP/1.1\r\nHost: x\r\n");
        for (int i = 0; i < 50_000; i++) {
            many.append("X").append(i).append(": a\r\n");
        }
        assertRefused(raw(many.append("\r\n").toString()));
        assertRefused(raw("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"));
        StringBuilder fields = new StringBuilder("csrf-token=" + worker.token());
        for (int i = 0; i < 100_000; i++) {
            fields.append("&f").append(i).append("=1");
        }
        assertRefused(raw(post("/language", cookies, "application/x-www-form-urlencoded", fields.toString())));
        StringBuilder colliding = new StringBuilder("csrf-token=" + worker.token());
        for (int i = 0; i < 4096; i++) { // names with one and the same hash
            colliding.append('&');
            for (int bit = 0; bit < 12; bit++) {
                colliding.append(((i >> bit) & 1) == 0 ? "Aa" : "BB");
            }
            colliding.append("=1");
        }
        assertRefused(raw(post("/language", cookies, "application/x-www-form-urlencoded", colliding.toString())));
        assertRefused(raw(post("/language", cookies, "application/json", "[".repeat(100_000))));
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
            zip.write(new byte[20 << 20]);
        }
        assertRefused(raw(
                "POST /language HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Encoding: gzip\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + bomb.size() + "\r\n" + cookies + "\r\n" + bomb.toString(StandardCharsets.ISO_8859_1)));
        assertRefused(
                raw(
                        "POST /language HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 99999999999\r\n\r\n"));
        worker.get(worker.at("/today")).then().statusCode(200);
    }

    private static String cookies(Visitor visitor) {
        StringBuilder all = new StringBuilder("Cookie: ");
        visitor.cookies()
                .forEach((name, value) ->
                        all.append(name).append('=').append(value).append("; "));
        return all.append("x=y\r\n").toString();
    }

    private static String post(String path, String headers, String type, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.length() + "\r\n" + headers + "\r\n" + body;
    }

    /** Refused with a status of the sender's own fault, or by hanging up; within two seconds. */
    private static void assertRefused(Raw answer) {
        assertTrue(answer.text().isEmpty() || answer.text().matches("(?s)HTTP/1\\.[01] 4.*"), answer.text());
        assertTrue(answer.millis() < 5000, answer.millis() + " ms");
    }

    private record Raw(String text, long millis) {}

    private Raw raw(String request) throws IOException {
        long began = System.nanoTime();
        StringBuilder text = new StringBuilder();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(4000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                byte[] buffer = new byte[8192];
                for (int n = socket.getInputStream().read(buffer);
                        n > 0;
                        n = socket.getInputStream().read(buffer)) {
                    text.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                    if (text.indexOf("\r\n\r\n") >= 0 && socket.getInputStream().available() == 0) {
                        break;
                    }
                }
            } catch (SocketTimeoutException e) {
                throw new AssertionError("neither answered nor hung up", e);
            } catch (IOException e) {
                // hung up in the middle of what we sent
            }
        }
        String first = text.isEmpty() ? "" : text.substring(0, Math.min(200, text.length()));
        return new Raw(first, (System.nanoTime() - began) / 1_000_000);
    }

    @Test
    @DisplayName("HT34: two lengths for one body, or a broken one, are never two requests")
    void twoLengthsAreNeverTwoRequests() throws IOException {
        String hidden = "GET /sw.js HTTP/1.1\r\nHost: x\r\n\r\n";
        for (String lengths : List.of(
                "Content-Length: 6\r\nContent-Length: 5\r\n",
                "Content-Length: 5,6\r\n",
                "Content-Length: +5\r\n",
                "Content-Length: 0x5\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Content-Length : 5\r\n")) {
            Raw answer = raw("POST /no-such HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n" + lengths
                    + "\r\n0\r\n\r\n" + hidden);
            assertFalse(answer.text().startsWith("HTTP/1.1 2"), lengths + answer.text());
            assertFalse(answer.text().contains("serviceWorker"), lengths);
        }
    }

    @Test
    @DisplayName("HT34: a hundred who send a byte and wait keep nobody else waiting")
    void theSlowKeepNobodyWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        Visitor worker = Visitor.worker();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket(address.getHost(), address.getPort());
                slow.add(socket);
                String begun = i % 2 == 0
                        ? "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "
                        : "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na";
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            }
            long began = System.nanoTime();
            for (int i = 0; i < 5; i++) {
                worker.get(worker.at("/today")).then().statusCode(200);
            }
            assertTrue(System.nanoTime() - began < 5_000_000_000L, "five pages took longer than five seconds");
        } finally {
            for (Socket s : slow) {
                s.close();
            }
        }
    }

    @Test
    @DisplayName("HT34: what a sender says about host, scheme and address is not believed")
    void whatASenderSaysAboutItselfIsNotBelieved() {
        Visitor stranger = Visitor.stranger();
        Response page = stranger.request()
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "host=evil.example;proto=https;for=10.0.0.9")
                .header("X-Host", "evil.example")
                .get("/sign-in");
        assertFalse(page.asString().contains("evil.example"));
        Response back =
                stranger.request().header("X-Forwarded-Host", "evil.example").get("/account");
        assertFalse(String.valueOf(back.header("Location")).contains("evil.example"), back.header("Location"));
        Response hosted = stranger.request().header("Host", "evil.example").get("/sign-in");
        assertFalse(hosted.asString().contains("evil.example"));
    }

    @Test
    @DisplayName("HT28: nobody is led away by an address to come back to")
    void nobodyIsLedAway() {
        Pattern away = Pattern.compile("(?i)(?:href|action|value)=\"(?:https?:)?[/\\\\]{2}|javascript:");
        for (String bad : List.of(
                "//evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/%0d%0aSet-Cookie:%20x=y",
                "/\t/evil.example",
                "/ /evil.example",
                "http:evil.example")) {
            for (String page : List.of("/sign-in", "/sign-in/password")) {
                String html = Visitor.stranger()
                        .request()
                        .queryParam("next", bad)
                        .get(page)
                        .asString();
                Matcher m = away.matcher(html);
                assertFalse(m.find(), () -> bad + " on " + page + ": " + m.group());
            }
            Visitor visitor = Visitor.stranger();
            visitor.get("/sign-in");
            Response r = visitor.post("/language", Map.of("to", "en", "back", bad));
            String to =
                    String.valueOf(r.header("Location")).replaceFirst("^http://(?:localhost|127\\.0\\.0\\.1):\\d+", "");
            assertTrue(r.statusCode() == 303 && !to.contains("evil") && !to.contains("javascript"), bad + ": " + to);
            assertEquals(null, r.cookie("x"));
        }
    }

    @Test
    @DisplayName("HT28: an address for mail holds one address and no line of its own")
    void anAddressForMailIsOneAddress() {
        Visitor manager = Visitor.withPassword("manager");
        Everything before = Everything.now();
        for (String bad : List.of(
                "a@example.com\r\nBcc: b@example.com",
                "a@example.com,b@example.com",
                "a@example.com;b@example.com",
                "<a@example.com>",
                "a@example.com\nSubject: x",
                "a@b@c",
                "@",
                "\"a b\"@example.com",
                "a@example.com\u0000")) {
            manager.get(manager.at("/record"));
            assertEquals(
                    422,
                    manager.post(manager.at("/record/recipients"), Map.of("address", bad))
                            .statusCode(),
                    bad);
            manager.get(manager.at("/reminders"));
            int status = manager.post(manager.at("/reminders/address"), Map.of("email", bad))
                    .statusCode();
            assertTrue(status >= 400 && status < 500, bad + ": " + status);
        }
        assertEquals(List.of(), Everything.now().changedSince(before));
    }
}
