package auditorium.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Every page, export, paper and piece of a page that anybody comes to, opened once as each role, while another factory stands beside
 * that has a word of its own in every text.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CrawlTest {

    private static final String CANARY = "canary7q-";
    private static final Pattern FOUND = Pattern.compile("canary7q-[a-z0-9_-]*", Pattern.CASE_INSENSITIVE);

    private static final Pattern FEED = Pattern.compile("/calendars/[0-9a-f-]{36}/[A-Za-z0-9_.-]{43,47}");

    private static final Map<String, List<Crawl.Got>> SEEN = new LinkedHashMap<>();
    private static final List<String> WRITTEN = new ArrayList<>();
    private static final Set<String> PLANTED = new TreeSet<>();
    private static final Set<String> MADE_UP = new TreeSet<>();

    @BeforeEach
    void look() {
        if (!SEEN.isEmpty()) {
            return;
        }
        try (Twin b = Twin.of(CANARY, (table, column) -> "'" + CANARY + table + "-" + column + "' || :row:")) {
            PLANTED.addAll(b.written());
            MADE_UP.addAll(b.madeUp());
            Visitor theirs = Visitor.withPin(b.code(), CANARY + "A0317");
            // two at a time: one alone leaves half of the machine idle
            watched(b.demo(), "nobody", Visitor.stranger(), "worker", Visitor.worker());
            watched(
                    b.demo(),
                    "department's manager",
                    Visitor.withPassword("ehs"),
                    "manager",
                    Visitor.withPassword("manager"));
            watched(
                    b.demo(),
                    "consultant",
                    Visitor.withPassword("consultant"),
                    "administrator",
                    Visitor.withPassword("admin"));
            watched(b.client(), "their manager", Visitor.withPassword(CANARY + "manager"), "their worker", theirs);
            SEEN.put("worker's calendar", List.of(calendar("worker's calendar", Visitor.worker(), b.demo())));
            SEEN.put("their worker's calendar", List.of(calendar("their worker's calendar", theirs, b.client())));
        }
    }

    /** What the calendar on a phone reads, which signs in nowhere. */
    private static Crawl.Got calendar(String role, Visitor visitor, UUID client) {
        visitor.get("/c/" + client + "/reminders");
        Response made = visitor.post("/c/" + client + "/reminders/calendar", Map.of());
        Matcher address = FEED.matcher(made.asString());
        assertTrue(address.find(), role + " has no address: " + made.statusCode());
        Response feed = Visitor.stranger().request().accept("*/*").get(address.group());
        assertEquals(200, feed.statusCode());
        visitor.post("/c/" + client + "/reminders/calendar/end", Map.of());
        return new Crawl.Got(
                role,
                "/calendars",
                feed.statusCode(),
                feed.headers(),
                String.valueOf(feed.contentType()),
                feed.asByteArray());
    }

    private static void watched(UUID client, String one, Visitor visitor, String other, Visitor beside) {
        Everything before = Everything.now();
        long began = System.nanoTime();
        try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
            Future<List<Crawl.Got>> first = hands.submit(() -> crawled(one, visitor, client));
            Future<List<Crawl.Got>> second = hands.submit(() -> crawled(other, beside, client));
            SEEN.put(one, first.get());
            SEEN.put(other, second.get());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(one + " or " + other, e);
        }
        System.out.println(one + " and " + other + ": " + SEEN.get(one).size() + " and "
                + SEEN.get(other).size() + " answers in " + (System.nanoTime() - began) / 1_000_000 + " ms");
        Everything.now().changedSince(before).stream()
                .filter(c -> !c.startsWith("mention:")) // words to somebody are no longer new once they were seen
                .forEach(c -> WRITTEN.add(one + " or " + other + ": " + c));
    }

    private static List<Crawl.Got> crawled(String role, Visitor visitor, UUID client) {
        boolean closely = Set.of("manager", "worker", "their manager").contains(role);
        return Crawl.of(role, visitor, client, closely ? 2 : 1);
    }

    @AfterAll
    static void forget() {
        SEEN.clear();
    }

    private static List<Crawl.Got> all() {
        return SEEN.values().stream().flatMap(List::stream).toList();
    }

    private static List<Crawl.Got> ours() {
        return SEEN.entrySet().stream()
                .filter(e -> !e.getKey().startsWith("their") && !e.getKey().equals("administrator"))
                .flatMap(e -> e.getValue().stream())
                .toList();
    }

    private static Set<String> canaries(List<Crawl.Got> answers, boolean where) {
        Set<String> found = new TreeSet<>();
        for (Crawl.Got g : answers) {
            Matcher m = FOUND.matcher(g.text() + g.headers());
            while (m.find()) {
                String column = m.group().toLowerCase(Locale.ROOT).replaceFirst("-[0-9]+_[0-9]+.*$", "");
                found.add(where ? g.role() + " " + g.path() + ": " + column : column);
            }
        }
        return found;
    }

    @Test
    @DisplayName("HT04: no word of another factory stands in any page, export, paper, search or calendar")
    void noWordOfAnotherFactoryStandsAnywhere() {
        assertEquals(Set.of(), canaries(ours(), true));
        Set<String> own = canaries(SEEN.getOrDefault("their manager", List.of()), false);
        System.out.println(PLANTED.size() + " columns with words, rows made up in " + MADE_UP + "; their manager sees "
                + own.size() + ": " + own);
        for (String column : List.of(
                "client-name_zh",
                "department-name_zh",
                "person-name",
                "person-job",
                "account-name",
                "finding-fact",
                "task-title_zh",
                "evidence-title",
                "response-note",
                "assignment_rule-name",
                "training_session-room",
                "certificate-course_zh")) {
            assertTrue(own.contains(CANARY + column), column + " is seen by nobody: " + own);
        }
        assertTrue(PLANTED.size() >= 70, PLANTED.toString());
        assertTrue(PLANTED.contains("answer_event.answer"), "typed answers carry the word, too");
        Set<String> feed = canaries(SEEN.getOrDefault("their worker's calendar", List.of()), false);
        assertTrue(feed.contains(CANARY + "client-name_zh"), "their calendar: " + feed);
    }

    @Test
    @DisplayName("HT31: no page that is only looked at writes anything")
    void lookingWritesNothing() {
        assertEquals(List.of(), WRITTEN);
    }

    @Test
    @DisplayName("Every answer has the headers that keep browsers from helping an attacker")
    void everyAnswerHasItsHeaders() {
        List<String> wrong = new ArrayList<>();
        for (Crawl.Got g : all()) {
            wrong.addAll(headers(g));
        }
        assertEquals(List.of(), wrong);
        assertTrue(all().size() > 500, all().size() + " answers");
    }

    @Test
    @DisplayName("Answers that say no have them too")
    void refusalsHaveThemToo() {
        Visitor worker = Visitor.worker();
        Visitor manager = Visitor.withPassword("manager");
        Map<String, Response> no = new LinkedHashMap<>();
        no.put("404", worker.get("/no-such-page"));
        no.put("404 of a client", worker.get("/c/" + new UUID(1, 2) + "/today"));
        no.put("404 file", worker.get("/no-such.css"));
        no.put("403", worker.get(worker.at("/readiness")));
        no.put("405", worker.request().delete(worker.at("/today")));
        no.put("400 without the token", worker.request().formParam("to", "en").post("/language"));
        no.put("401", Visitor.stranger().letter(worker.at("/lessons/A7-audit-day/cards"), Map.of("card", "x")));
        no.put("303", Visitor.stranger().get(worker.at("/today")));
        no.put("415", worker.request().contentType("text/xml").body("<x/>").post("/language"));
        no.put("406", worker.request().accept("image/gif").get(worker.at("/today")));
        no.put("422", manager.post(manager.at("/people"), Map.of()));
        no.put("404 JSON", worker.request().accept("application/json").get(worker.at("/tasks/x")));
        no.put("health", worker.request().accept("*/*").get("/q/health"));
        List<String> wrong = new ArrayList<>();
        no.forEach((name, r) -> {
            if (r.statusCode() >= 500 && !name.equals("health")) {
                wrong.add(name + ": " + r.statusCode());
            }
            wrong.addAll(headers(new Crawl.Got(
                    name, name, r.statusCode(), r.headers(), String.valueOf(r.contentType()), r.asByteArray())));
        });
        assertEquals(List.of(), wrong);
    }

    private static List<String> headers(Crawl.Got g) {
        List<String> wrong = new ArrayList<>();
        String at = g.role() + " " + g.path() + " (" + g.status() + "): ";
        String csp = g.header("Content-Security-Policy");
        boolean file = csp.equals("default-src 'none'; frame-ancestors 'none'; sandbox"); // what people sent
        boolean page = csp.contains("default-src 'self'")
                && csp.contains("object-src 'none'")
                && csp.contains("base-uri 'none'")
                && csp.contains("frame-ancestors 'none'")
                && !csp.contains("unsafe");
        if (!file && !page) {
            wrong.add(at + "policy " + csp);
        }
        Map.of(
                        "X-Content-Type-Options", "nosniff",
                        "Referrer-Policy", "same-origin",
                        "Cross-Origin-Opener-Policy", "same-origin")
                .forEach((name, value) -> {
                    if (!g.header(name).equals(value)) {
                        wrong.add(at + name + " " + g.header(name));
                    }
                });
        if (g.header("Permissions-Policy").isEmpty()) {
            wrong.add(at + "no Permissions-Policy");
        }
        for (String talkative : List.of("Server", "X-Powered-By", "Access-Control-Allow-Origin")) {
            if (!g.header(talkative).isEmpty()) {
                wrong.add(at + talkative + " " + g.header(talkative));
            }
        }
        boolean personal = g.html() || g.path().startsWith("/c/");
        if (personal && g.status() < 300 && !g.header("Cache-Control").contains("no-store")) {
            wrong.add(at + "may be kept: " + g.header("Cache-Control")); // HT08
        }
        if (g.html() && !g.type().toLowerCase(Locale.ROOT).contains("charset=utf-8")) {
            wrong.add(at + g.type());
        }
        return wrong;
    }

    @Test
    @DisplayName(
            "HT08: what only some may see is never kept on the way, and has no tag by which a kept copy could be asked for")
    void whatIsPersonalHasNoTag() {
        assertEquals(
                List.of(),
                all().stream()
                        .filter(g -> g.path().startsWith("/c/") && g.status() == 200)
                        .filter(g -> !g.header("ETag").isEmpty()
                                || !g.header("Last-Modified").isEmpty()
                                || g.header("Cache-Control").contains("public"))
                        .map(g -> g.role() + " " + g.path())
                        .toList());
    }

    @Test
    @DisplayName("No link leads to a page that fails")
    void noLinkFails() {
        assertEquals(
                List.of(),
                all().stream()
                        .filter(g -> g.status() >= 500)
                        .filter(g -> !g.path().contains("/cap/imports/")) // a made up workbook is none
                        .map(g -> g.role() + " " + g.path() + ": " + g.status())
                        .toList());
    }

    @Test
    @DisplayName("The markup of every page is sound")
    void theMarkupOfEveryPageIsSound() throws IOException {
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        keepOneOfEachKind();
        int looked = 0;
        for (Crawl.Got g : all()) {
            if (g.html()) {
                looked++;
                List<String> problems = Markup.problems(g.text());
                if (!problems.isEmpty()) {
                    wrong.putIfAbsent(
                            Crawl.kind(g.path()) + " (" + g.status() + ")",
                            problems.stream().distinct().limit(4).toList());
                }
            }
        }
        assertEquals(Map.of(), wrong);
        assertTrue(looked > 300, looked + " pages");
    }

    /** For {@link MarkupIT}. */
    private static void keepOneOfEachKind() throws IOException {
        Path folder = Path.of("target", "hostile", "pages");
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.list(folder)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
        for (Crawl.Got g : all()) {
            String name = (Crawl.kind(g.path()) + " " + g.status()).replaceAll("[^A-Za-z0-9]+", "-");
            Path file = folder.resolve(name.substring(0, Math.min(120, name.length())) + ".html");
            if (g.html() && !Files.exists(file)) {
                Files.write(file, g.bytes());
            }
        }
    }

    @Test
    @DisplayName("Every address that shows something was opened by somebody")
    void everyAddressWasOpened() {
        Set<String> reached = Crawl.reached(all());
        List<String> missed = Routes.all().stream()
                .filter(r -> r.method().equals("GET") && !reached.contains(r.path()))
                .map(Routes.Route::path)
                .toList();
        System.out.println("not opened: " + missed);
        assertTrue(missed.size() <= 12, missed.toString());
    }
}
