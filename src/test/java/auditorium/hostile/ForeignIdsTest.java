package auditorium.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestDatabase;
import auditorium.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * HT01 and HT02: every address of the matrix with ids of another factory. What is there and what isn't are answered alike, and nothing
 * anywhere changes.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ForeignIdsTest {

    private static Map<String, String> routine(String department, String owner, String starts) {
        return Map.of(
                "department",
                department,
                "requirement",
                "SR-01",
                "title",
                "看门",
                "rhythm",
                "WEEKLY",
                "owner",
                owner,
                "starts",
                starts);
    }

    private static final UUID UNKNOWN = UUID.fromString("01990000-0000-7000-8000-00000000beef");
    private static @Nullable Twin twin;
    private static final Map<String, Visitor> OURS = new LinkedHashMap<>();
    private static @Nullable Visitor suspended;
    private static @Nullable Visitor ended;
    private static @Nullable Visitor theirWorker;

    private static Twin b() {
        Twin there = twin;
        if (there == null) {
            throw new IllegalStateException();
        }
        return there;
    }

    @BeforeEach
    void settle() {
        if (twin == null) {
            twin = Twin.of("other-", (table, column) -> "'other-" + table + "-" + column + "' || :row:");
            Visitor stranger = Visitor.stranger();
            stranger.get("/sign-in");
            OURS.put("nobody", stranger);
            OURS.put("worker", Visitor.worker());
            OURS.put("department's manager", Visitor.withPassword("ehs"));
            OURS.put("manager", Visitor.withPassword("manager"));
            OURS.put("consultant", Visitor.withPassword("consultant"));
            theirWorker = Visitor.withPin(b().code(), "other-A0317");
            suspended = Visitor.withPin(b().code(), "other-A0318");
            Superuser.sql(
                    "update account set suspended_at = now() where id = (select account_id from membership where client_id = ? and number = 'other-A0318')",
                    b().client());
            ended = Visitor.withPassword("other-consultant");
            Superuser.sql(
                    "update membership set ended_at = now() where client_id = ? and role = 'CONSULTANT'", b().client());
        }
    }

    @AfterAll
    static void clear() {
        if (twin != null) {
            twin.close();
            twin = null;
            OURS.clear();
            IDS.clear();
        }
    }

    /** What one sees of an answer: without what is new each time, and without the ids that were asked for. */
    private record Seen(int status, String where, String body) {}

    private static Seen ask(Visitor who, Routes.Route route, UnaryOperator<String> part) {
        String path = route.at(part);
        Response r = route.method().equals("GET")
                ? who.request().accept("*/*").get(path)
                : form(who, route.upload()).request(Method.valueOf(route.method()), path);
        return seen(r);
    }

    private static RequestSpecification form(Visitor who, boolean upload) {
        return upload
                ? who.request()
                        .multiPart("csrf-token", who.token())
                        .multiPart("file", "x.pdf", "%PDF-1.4".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                : who.request().formParam("csrf-token", who.token());
    }

    private static Seen seen(Response r) {
        return new Seen(r.statusCode(), plain(String.valueOf(r.header("Location"))), plain(r.asString()));
    }

    private static String plain(String text) {
        return text.replaceAll("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "id")
                .replaceAll("csrf-token\" value=\"[^\"]*", "csrf");
    }

    private static final Map<String, String> IDS = new HashMap<>();

    private static String of(UUID client, Routes.Route route, String part) {
        return IDS.computeIfAbsent(client + part + route.table(part), k -> look(client, route, part));
    }

    private static String look(UUID client, Routes.Route route, String part) {
        return switch (part) {
            case "client", "factory" -> client.toString();
            case "account" ->
                String.valueOf(Tables.one(
                        "select account_id::text from membership where client_id = '" + client + "' limit 1"));
            case "token", "code", "key" -> "none";
            default -> String.valueOf(Tables.row(client, route.table(part)));
        };
    }

    @Test
    @DisplayName("HT01: no page of a factory is there for those without a seat in it")
    void anotherFactorysPagesAreNotFoundWhoeverAsks() {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        Map<String, Visitor> all = new LinkedHashMap<>(OURS);
        all.put("suspended", java.util.Objects.requireNonNull(suspended));
        all.put("whose contract ended", java.util.Objects.requireNonNull(ended));
        Everything before = Everything.now();
        for (Routes.Route route : Routes.all()) {
            if (!route.ofClient()) {
                continue;
            }
            for (Map.Entry<String, Visitor> who : all.entrySet()) {
                Seen theirs = ask(who.getValue(), route, p -> of(b().client(), route, p));
                asked++;
                boolean nobody = Set.of("nobody", "suspended").contains(who.getKey());
                boolean right =
                        nobody ? theirs.status() == 303 && theirs.where().contains("/sign-in") : theirs.status() == 404;
                if (!right) {
                    wrong.add(who.getKey() + " " + route.line() + ": " + theirs.status() + " " + theirs.where());
                }
                if (Set.of("manager", "worker").contains(who.getKey())) {
                    Seen none = ask(
                            who.getValue(),
                            route,
                            p -> p.equals("client") ? UNKNOWN.toString() : of(b().client(), route, p));
                    if (!none.equals(theirs)) {
                        wrong.add(who.getKey() + " " + route.line() + " tells what is there");
                    }
                }
            }
            Seen back = ask(java.util.Objects.requireNonNull(theirWorker), route, p -> of(b().demo(), route, p));
            if (back.status() != 404) {
                wrong.add("their worker, ours: " + route.line() + ": " + back.status());
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(asked > 1000, asked + " asked");
        assertEquals(List.of(), Everything.now().changedSince(before));
    }

    @Test
    @DisplayName("HT01, HT03: rows of another factory below addresses of the own one are like rows that are not there")
    void anotherFactorysRowsAreLikeRowsThatAreNotThere() {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        Everything before = Everything.now();
        for (Routes.Route route : Routes.all()) {
            if (!route.ofClient() || route.rows().isEmpty()) {
                continue;
            }
            for (Map.Entry<String, Visitor> who : OURS.entrySet()) {
                if (who.getKey().equals("nobody")) {
                    continue;
                }
                for (Set<String> foreign : combinations(route.rows())) {
                    Seen theirs = ask(who.getValue(), route, p -> mixed(route, p, foreign, false));
                    Seen none = ask(who.getValue(), route, p -> mixed(route, p, foreign, true));
                    asked++;
                    if (!theirs.equals(none)) {
                        wrong.add(who.getKey() + " " + route.line() + " " + foreign + " tells: " + theirs.status()
                                + " for " + none.status());
                    }
                    if (theirs.status() < 400 || theirs.status() >= 500) {
                        wrong.add(who.getKey() + " " + route.line() + " " + foreign + ": " + theirs.status() + " "
                                + theirs.where());
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(asked > 300, asked + " asked");
        assertEquals(List.of(), Everything.now().changedSince(before));
    }

    private static String mixed(Routes.Route route, String part, Set<String> foreign, boolean unknown) {
        if (foreign.contains(part)) {
            return unknown ? UNKNOWN.toString() : of(b().client(), route, part);
        }
        return of(b().demo(), route, part);
    }

    /** All rows foreign, and each one alone among our own. */
    private static List<Set<String>> combinations(List<String> rows) {
        List<Set<String>> all = new ArrayList<>();
        all.add(Set.copyOf(rows));
        if (rows.size() > 1) {
            rows.forEach(r -> all.add(Set.of(r)));
        }
        return all;
    }

    @Test
    @DisplayName("HT02: rows of another factory in parameters are like rows that are not there")
    void anotherFactorysRowsInParametersAreLikeRowsThatAreNotThere() {
        List<String> wrong = new ArrayList<>();
        Visitor manager = manager();
        int asked = 0;
        for (Routes.Route route : Routes.all()) {
            if (!route.ofClient()
                    || !route.method().equals("GET")
                    || !route.rows().isEmpty()) {
                continue;
            }
            for (String name : route.asked()) {
                String table = Map.of(
                                "department",
                                "department",
                                "who",
                                "person",
                                "revises",
                                "evidence",
                                "finding",
                                "finding")
                        .getOrDefault(name, "person");
                String path = route.at(p -> of(b().demo(), route, p)) + "?" + name + "=";
                Response theirs = manager.request().accept("*/*").get(path + Tables.row(b().client(), table));
                Response none = manager.request().accept("*/*").get(path + UNKNOWN);
                asked++;
                boolean bytes = String.valueOf(theirs.contentType()).startsWith("application/");
                if (theirs.statusCode() != none.statusCode()
                        || theirs.statusCode() >= 500
                        || (!bytes && !seen(theirs).equals(seen(none)))) {
                    wrong.add(route.line() + " ?" + name + ": " + theirs.statusCode() + " for " + none.statusCode());
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(asked > 30, asked + " asked");
    }

    private static Visitor manager() {
        return java.util.Objects.requireNonNull(OURS.get("manager"));
    }

    @Test
    @DisplayName("HT02: rows of another factory in the fields of forms make nothing")
    void anotherFactorysRowsInFormsMakeNothing() {
        Visitor manager = manager();
        UUID ours = b().demo();
        String department = String.valueOf(Tables.row(b().client(), "department"));
        String person = String.valueOf(Tables.row(b().client(), "person"));
        String ourDepartment = String.valueOf(Tables.row(ours, "department"));
        String finding = String.valueOf(Tables.one(
                "select id::text from finding where client_id = '" + ours + "' and closed_at is null limit 1"));
        String task = String.valueOf(
                Tables.one("select id::text from task where client_id = '" + ours + "' and state = 'OPEN' limit 1"));
        String due =
                java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(20).toString();
        Everything before = Everything.now();
        Map<String, Map<String, String>> forms = new LinkedHashMap<>();
        forms.put(
                "/people",
                Map.of(
                        "number",
                        "HT02",
                        "name",
                        "张三",
                        "department",
                        department,
                        "job",
                        "工",
                        "joined-on",
                        "2026-01-05"));
        forms.put(
                "/audit-findings",
                Map.of(
                        "department",
                        department,
                        "requirement",
                        "SR-01",
                        "grade",
                        "MAJOR",
                        "basis",
                        "SITE",
                        "source",
                        "x",
                        "fact",
                        "门锁着"));
        forms.put("/routines", routine(department, person, due));
        forms.put("/routines ", routine(ourDepartment, person, due));
        forms.put(
                "/findings/" + finding + "/own-tasks",
                Map.of(
                        "title",
                        "看门",
                        "action",
                        "看",
                        "closes-with",
                        "门开",
                        "kind",
                        "CORRECTION",
                        "owner",
                        person,
                        "due",
                        due));
        forms.put("/tasks/" + task + "/changes", Map.of("owner", person, "due", due, "note", "换人去做"));
        forms.put("/talks", Map.of("lesson", "A7-audit-day", "department", department, "room", "线上"));
        forms.put("/mock-results/" + department + "/findings", Map.of("requirement", "SR-01"));
        forms.put("/people/slips", Map.of("department", department, "as", "cards"));
        List<String> wrong = new ArrayList<>();
        forms.forEach((path, fields) -> {
            int status = manager.post(manager.at(path.strip()), fields).statusCode();
            if (status < 400 || status >= 500) {
                wrong.add(path + ": " + status);
            }
        });
        assertEquals(List.of(), wrong);
        assertEquals(List.of(), Everything.now().changedSince(before));
    }

    @Test
    @DisplayName("HT02: no header, no second parameter and no other method leads to another factory")
    void noHeaderAndNoOtherMethodLeadsToAnotherFactory() {
        Visitor manager = manager();
        String theirs = b().client().toString();
        String page = "/c/" + b().demo() + "/courses";
        Seen plain = seen(manager.get(page));
        assertEquals(200, plain.status());
        for (String header : List.of("X-Client", "X-Client-Id", "X-Tenant", "X-Tenant-ID", "Client")) {
            assertEquals(plain, seen(manager.request().header(header, theirs).get(page)), header);
        }
        for (String header : List.of("X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix", "X-Forwarded-Path")) {
            assertEquals(
                    plain,
                    seen(manager.request()
                            .header(header, "/c/" + theirs + "/courses")
                            .get(page)),
                    header);
        }
        for (String query : List.of(
                "client=" + theirs,
                "client=" + b().demo() + "&client=" + theirs,
                "tenant=" + theirs + "&client_id=" + theirs)) {
            assertEquals(plain.status(), manager.get(page + "?" + query).statusCode(), query);
            assertTrue(!manager.get(page + "?" + query).asString().contains("other-"), query);
        }
        for (Method method :
                List.of(Method.PUT, Method.DELETE, Method.PATCH, Method.HEAD, Method.OPTIONS, Method.TRACE)) {
            for (String path : List.of("/courses", "/readiness", "/people", "/record/export")) {
                Response there = manager.request().request(method, "/c/" + theirs + path);
                Response nowhere = manager.request().request(method, "/c/" + UNKNOWN + path);
                assertEquals(nowhere.statusCode(), there.statusCode(), method + path);
                assertEquals(plain(nowhere.asString()), plain(there.asString()), method + path);
            }
        }
        Seen other =
                seen(manager.request().header("X-HTTP-Method-Override", "GET").post("/c/" + theirs + "/courses"));
        assertTrue(other.status() >= 400, other.toString().toLowerCase(Locale.ROOT));
    }

    @Test
    @DisplayName("HT02: an address that is written another way is the same address")
    void anAddressWrittenAnotherWayLeadsNowhereElse() {
        Visitor manager = manager();
        String theirs = b().client().toString();
        for (String path : List.of(
                "/c/" + theirs.toUpperCase(Locale.ROOT) + "/courses",
                "/c/" + b().demo() + "/../" + theirs + "/courses",
                "/c/" + b().demo() + "/%2e%2e/" + theirs + "/courses",
                "/c/" + b().demo() + "%2f..%2f" + theirs + "/courses",
                "//c/" + theirs + "/courses",
                "/c//" + theirs + "/courses",
                "/c/" + theirs + ";client=" + b().demo() + "/courses",
                "/./c/" + theirs + "/courses")) {
            Response r = manager.request().urlEncodingEnabled(false).get(path);
            assertTrue(r.statusCode() != 200 && r.statusCode() < 500, path + ": " + r.statusCode());
            assertTrue(!r.asString().contains("other-"), path);
        }
    }
}
