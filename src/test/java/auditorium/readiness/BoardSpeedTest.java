package auditorium.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.Library;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Lesson;
import auditorium.library.content.Requirement;
import auditorium.library.content.Standard;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import com.sun.management.OperatingSystemMXBean;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 60 departments, 178 requirements, all standards, 5,000 people who have passed most lessons and answered about every requirement, and
 * two years of history, then ten times as much history of the same factory. What the board, the day of the audit and what changed cost,
 * and how many statements they take. Rows are made by SQL, past triggers and foreign keys, and taken away again.
 */
@Tag("long")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BoardSpeedTest {

    private static final int DEPARTMENTS = 60;
    private static final int PEOPLE = 5000;
    private static final int SESSION_AND_CLIENT = 2;
    private static final List<String> PAGES =
            List.of("/readiness", "/readiness?standard=all", "/readiness-changes", "/time-machine");

    @Inject
    Library library;

    @Inject
    ClientScope scope;

    @Inject
    EntityManager entities;

    @Inject
    SessionFactory sessions;

    @Inject
    KnowledgeSums sums;

    private final UUID client = Ids.next();

    @Test
    @ActivateRequestContext
    void theBoardCostsTheSameHoweverMuchHasHappened() throws SQLException, IOException, InterruptedException {
        try (Connection c = Superuser.connect();
                Statement s = c.createStatement()) {
            s.execute("set session_replication_role = replica");
            s.execute("set synchronous_commit = off");
            s.execute("set work_mem = '256MB'");
            try {
                factory(s);
                long begun = System.nanoTime();
                scope.inside(client, () -> sums.recount(client));
                System.out.println("board: counting " + PEOPLE + " people anew took " + millis(begun) + " ms");
                analyze(s);
                history(s, 0, 1);
                analyze(s);
                List<Long> once = measure("1x");
                history(s, 1, Integer.getInteger("board.times", 10));
                analyze(s);
                List<Long> tenfold = measure("10x");
                plans();
                answering(s);
                for (int i = 0; i < PAGES.size(); i++) {
                    assertTrue(
                            tenfold.get(i) <= 2 * once.get(i) + 20,
                            PAGES.get(i) + " took " + once.get(i) + " ms, and " + tenfold.get(i)
                                    + " ms with more history");
                }
            } finally {
                takeAway(s);
            }
        }
    }

    private static long millis(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private void run(Statement s, String what, String sql) throws SQLException {
        long begun = System.nanoTime();
        int rows = s.executeUpdate(sql.replace("$client", "'" + client + "'"));
        System.out.println("board: " + rows + " rows of " + what + " in " + millis(begun) + " ms");
    }

    private static String list(List<String> all) {
        return "unnest(string_to_array('" + String.join(" ", all) + "', ' '))";
    }

    /** What a factory is: its size is the same at 1x and 10x. */
    private void factory(Statement s) throws SQLException {
        List<String> requirements =
                library.catalogue().requirements().stream().map(Requirement::id).toList();
        List<String> lessons =
                library.catalogue().lessons().stream().map(Lesson::id).toList();
        String kinds = Arrays.stream(DepartmentKind.values()).map(Enum::name).collect(Collectors.joining(" "));
        String standard = library.catalogue().standards().stream()
                .map(Standard::id)
                .findFirst()
                .orElseThrow();
        LocalDate audit = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).plusDays(120);
        run(
                s,
                "client",
                "insert into client (id, code, name_zh, name_en, standard, audit_on, created_at) values ($client, 'SPEED"
                        + client.toString().substring(30).toUpperCase(java.util.Locale.ROOT) + "', '大厂', 'Large', '"
                        + standard + "', '" + audit
                        + "', now())");
        run(
                s,
                "membership",
                "insert into membership (id, account_id, client_id, role) select uuidv7(), id, $client, 'FACTORY_MANAGER' from account where login_name = 'manager'");
        run(s, "department", """
                insert into department (client_id, id, code, kind, name_zh, name_en, position)
                select $client, uuidv7(), 'D' || n, (string_to_array('%s', ' '))[1 + n %% 9], '部门' || n, 'Department ' || n, n
                  from generate_series(1, %d) n""".formatted(kinds, DEPARTMENTS));
        run(s, "person", """
                insert into person (client_id, id, department_id, number, name, job, leads, joined_on)
                select $client, uuidv7(), (select array_agg(id order by position) from department where client_id = $client)[1 + n %% %d],
                       'N' || n, '工人' || n, '操作工', n %% 40 = 0, current_date - (n * 7 %% 2000)
                  from generate_series(1, %d) n""".formatted(DEPARTMENTS, PEOPLE));
        run(
                s,
                "content",
                "insert into content_version (hash, kind, key, body, first_used_at) values ('speed', 'x', 'x', 'x', now()) on conflict do nothing");
        run(s, "mastery", """
                insert into mastery (client_id, person_id, requirement, earned, possible, updated_at)
                select $client, p.id, r, 60 + abs(hashtext(p.id::text || r)) %% 41, 100, now()
                  from person p cross join %s r where p.client_id = $client""".formatted(list(requirements)));
        run(s, "lesson_standing", """
                insert into lesson_standing (client_id, person_id, lesson, version, passed_at)
                select $client, p.id, l, 'speed', now() from person p cross join %s l
                 where p.client_id = $client and abs(hashtext(l || p.id::text)) %% 20 > 0""".formatted(list(lessons)));
        run(s, "assignment", """
                insert into assignment (client_id, person_id, lesson, cycle, cause, again, revision, assigned_on, due_on, late_from, closed_by, done_on, valid_until, prior_until)
                select $client, person_id, lesson, 1, 'RULE', h %% 10 = 0, 1, current_date - 300, current_date - 270, current_date - 260,
                       case when h %% 10 > 0 then uuidv7() end, case when h %% 10 > 0 then current_date - 280 end,
                       case when h %% 10 > 0 then current_date + h %% 400 end, case when h %% 10 = 0 then current_date - 20 + h %% 60 end
                  from (select person_id, lesson, abs(hashtext(person_id::text || lesson)) as h from lesson_standing where client_id = $client) s""".formatted());
        run(
                s,
                "file",
                "insert into file_content (client_id, sha256, bytes, size) values ($client, '\\x01', '\\x01', 1)");
        List<String> kindsOfEvidence = library.catalogue().requirements().stream()
                .flatMap(r ->
                        r.evidence().stream().filter(k -> k.valid().isPresent()).map(k -> r.id() + "/" + k.id()))
                .toList();
        run(s, "evidence", """
                insert into evidence (client_id, id, department_id, sort, title, made_on, expires_on, revision, sha256, media_type, name, size, filed_by, filed_by_name, filed_at, received_at)
                select $client, md5(d.id::text || k)::uuid, d.id, 'RECORD', k, current_date - 30, current_date + abs(hashtext(d.id::text || k)) %% 500, 1, '\\x01', 'image/png', 'x', 1,
                       (select id from account where login_name = 'manager'), 'x', now(), now()
                  from department d cross join %s k where d.client_id = $client""".formatted(list(kindsOfEvidence)));
        run(s, "evidence_requirement", """
                insert into evidence_requirement (client_id, evidence_id, requirement, kind, until_on)
                select $client, id, split_part(title, '/', 1), split_part(title, '/', 2), expires_on from evidence where client_id = $client""");
        run(s, "evidence_standing", """
                insert into evidence_standing (client_id, department_id, requirement, kind, evidence_id, until_on)
                select $client, department_id, split_part(title, '/', 1), split_part(title, '/', 2), id, expires_on from evidence where client_id = $client""");
        run(s, "latest_response", """
                insert into latest_response (client_id, department_id, requirement, side, response_id, result, made_at)
                select $client, d.id, r, side, md5(d.id::text || r || side)::uuid,
                       case h %% 20 when 0 then 'FAILS' when 1 then 'PARTLY' else 'CONFORMS' end, now() - make_interval(days => h %% 250)
                  from department d cross join %s r cross join unnest(array['CLAIM', 'VERIFIED']) side
                  cross join lateral (select abs(hashtext(d.id::text || r || side)) as h) x
                 where d.client_id = $client and (side = 'CLAIM' or h %% 3 = 0)""".formatted(list(requirements)));
        run(s, "open findings", """
                insert into finding (client_id, id, number, department_id, requirement, grade, origin, fact, opened_at, opened_by, opened_by_name)
                select $client, uuidv7(), row_number() over (), department_id, requirement, 'MAJOR', 'RESPONSE', 'x', made_at,
                       (select id from account where login_name = 'manager'), 'x'
                  from latest_response where client_id = $client and side = 'CLAIM' and result = 'FAILS'""");
        run(s, "open tasks", """
                insert into task (client_id, id, finding_id, title_zh, title_en, action_zh, action_en, closes_with_zh, closes_with_en, owner_id, due_on, state, created_at)
                select $client, uuidv7(), id, 'x', 'x', 'x', 'x', 'x', 'x', (select id from person where client_id = $client limit 1), current_date + number % 60, 'OPEN', now()
                  from finding where client_id = $client and number % 3 > 0""");
        run(s, "routine", """
                insert into routine (client_id, id, department_id, requirement, title, rhythm, owner_id, starts_on, created_at, created_by, created_by_name)
                select $client, uuidv7(), id, 'HS-05', '点检', 'MONTHLY', (select id from person where client_id = $client limit 1), current_date - 700, now(),
                       (select id from account where login_name = 'manager'), 'x' from department, generate_series(1, 3) where client_id = $client""");
    }

    /** What has happened there: parts {@code from} to {@code to} of ten, each as much as two years bring. */
    private void history(Statement s, int from, int to) throws SQLException {
        List<String> requirements =
                library.catalogue().requirements().stream().map(Requirement::id).toList();
        String parts = "generate_series(" + (from + 1) + ", " + to + ") part";
        run(s, "response", """
                insert into response (client_id, id, department_id, requirement, version, result, method, made_by, made_by_name, made_at, received_at)
                select $client, uuidv7(), d.id, r, 'speed', 'CONFORMS', 'SITE', (select id from account where login_name = 'manager'), 'x', at, at
                  from %s cross join department d cross join %s r
                  cross join lateral (select now() - make_interval(days => 5 + n * 30 + part) as at from generate_series(0, 23) n) t
                 where d.client_id = $client""".formatted(parts, list(requirements)));
        run(s, "closed findings", """
                insert into finding (client_id, id, number, department_id, requirement, grade, origin, fact, opened_at, opened_by, opened_by_name, verified_at, closed_at, closed_by)
                select $client, uuidv7(), 10000 + part * 100000 + row_number() over (partition by part), d.id, r, 'MAJOR', 'RESPONSE', 'x',
                       now() - interval '2 years' + make_interval(days => abs(hashtext(d.id::text || r)) %% 600), a.id, 'x',
                       now() - interval '2 years' + make_interval(days => 20 + abs(hashtext(d.id::text || r)) %% 600),
                       now() - interval '2 years' + make_interval(days => 60 + abs(hashtext(d.id::text || r)) %% 600), a.id
                  from %s cross join department d cross join %s r cross join (select id from account where login_name = 'manager') a
                 where d.client_id = $client and abs(hashtext(r)) %% 4 = 0""".formatted(parts, list(requirements)));
        run(s, "readiness_day", """
                insert into readiness_day (client_id, taken_on, standard, department_id, met, possible, stops)
                select $client, current_date - (part - 1) * 730 - day, standard, d.id, 700, 1000, 0
                  from %s cross join generate_series(1, 730) day
                  cross join unnest(string_to_array('%s', ' ')) standard
                  cross join (select id from department where client_id = $client union all select null) d""".formatted(
                        parts,
                        " "
                                + library.catalogue().standards().stream()
                                        .map(Standard::id)
                                        .limit(2)
                                        .collect(Collectors.joining(" "))));
        run(s, "standing_span", """
                insert into standing_span (client_id, department_id, requirement, from_on, until_on, mark)
                select $client, d.id, r, current_date - 30 - (part - 1) * 730 - 60 * n, case when part > 1 or n > 0 then current_date - 30 - (part - 1) * 730 - 60 * n + 60 end,
                       (array['ready', 'near', 'gap'])[1 + (n + abs(hashtext(r))) %% 3]
                  from %s cross join generate_series(0, 11) n cross join department d cross join %s r
                 where d.client_id = $client on conflict do nothing""".formatted(parts, list(requirements)));
        run(s, "attempt", """
                insert into attempt (client_id, id, person_id, quiz, version, seed, paper, started_at, submitted_at, earned, possible, passed, ended_by, final_at)
                select $client, uuidv7(), p.id, 'speed' || n, 'speed', part, '[]', at, at, 80, 100, true, 'PERSON', at
                  from %s cross join person p cross join generate_series(1, 6) n
                  cross join lateral (select now() - make_interval(days => part + n * 100) as at) t
                 where p.client_id = $client""".formatted(parts));
        run(s, "answer_event", """
                insert into answer_event (client_id, id, attempt_id, question, sequence, answer, answered_at, received_at)
                select $client, uuidv7(), a.id, 'q' || n, n, '{}', a.started_at, a.started_at
                  from attempt a cross join generate_series(1, 10) n
                 where a.client_id = $client and a.seed between %d and %d""".formatted(from + 1, to));
    }

    private static void analyze(Statement s) throws SQLException {
        s.execute("analyze");
    }

    /** Median of twenty, warm. */
    private List<Long> measure(String name) throws SQLException, IOException, InterruptedException {
        Visitor manager = Visitor.withPassword("manager");
        HttpClient http = HttpClient.newHttpClient();
        List<Long> medians = new ArrayList<>();
        for (String page : PAGES) {
            String at = "/c/" + client + page;
            HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + at))
                    .header(
                            "Cookie",
                            manager.cookies().entrySet().stream()
                                    .map(c -> c.getKey() + "=" + c.getValue())
                                    .collect(Collectors.joining("; ")))
                    .header("Accept", "text/html")
                    .header("Accept-Encoding", "gzip")
                    .build();
            for (int i = 0; i < 30; i++) {
                assertEquals(
                        200,
                        http.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode());
            }
            sessions.getStatistics().clear();
            int bytes = manager.get(at).asByteArray().length;
            long statements = sessions.getStatistics().getPrepareStatementCount() + SESSION_AND_CLIENT;
            long cpu = processCpu();
            long database = databaseCpu();
            long[] millis = new long[20];
            for (int i = 0; i < millis.length; i++) {
                long begun = System.nanoTime();
                http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                millis[i] = (System.nanoTime() - begun) / 100_000;
            }
            cpu = processCpu() - cpu;
            database = databaseCpu() - database;
            Arrays.sort(millis);
            long median = millis[10];
            medians.add(median / 10);
            System.out.printf(
                    "board: %s %s median %.1f ms, best %.1f, worst %.1f; %d statements; %d kB; a page costs %.1f ms CPU here (client and server) and %.1f ms in the database; load %.2f%n",
                    name,
                    page,
                    median / 10.0,
                    millis[0] / 10.0,
                    millis[19] / 10.0,
                    statements,
                    bytes / 1024,
                    cpu / 20.0 / 1e6,
                    database * 10 / 20.0,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            assertTrue(statements <= 10, page + " takes " + statements);
        }
        return medians;
    }

    private static long processCpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Ticks of ten milliseconds that all sessions have used. */
    private static long databaseCpu() throws SQLException, IOException, InterruptedException {
        long ticks = 0;
        try (Connection c = Superuser.connect();
                Statement s = c.createStatement();
                ResultSet pids = s.executeQuery(
                        "select pid from pg_stat_activity where backend_type in ('client backend', 'parallel worker')")) {
            while (pids.next()) {
                Path stat = Path.of("/proc", pids.getString(1), "stat");
                if (Files.exists(stat)) {
                    String[] fields =
                            Files.readString(stat).replaceFirst("^.*\\) ", "").split(" ", -1);
                    ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
                }
            }
        }
        return ticks;
    }

    /** What the database does for the facts, in its own words. */
    private void plans() throws IOException {
        List<?> lines = scope.inside(
                client,
                () -> entities.createNativeQuery("explain (analyze, buffers) " + ReadinessReport.FACTS, String.class)
                        .setParameter("client", client)
                        .setParameter("department", ReadinessReport.text(Optional.empty()))
                        .setParameter("today", LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")))
                        .getResultList());
        Files.writeString(
                Path.of("target", "board-plan.txt"),
                lines.stream().map(String::valueOf).collect(Collectors.joining("\n")));
    }

    /** What adding up costs those who answer: eight requirements of one person, as the application writes them. */
    private void answering(Statement s) throws SQLException {
        s.execute("set session_replication_role = origin");
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = s.executeQuery("""
                explain (analyze, buffers) insert into mastery (client_id, person_id, requirement, earned, possible, updated_at)
                select client_id, person_id, requirement, earned - 1, possible, now() from mastery
                 where client_id = '%s' and person_id = (select id from person where client_id = '%s' limit 1) order by requirement limit 8
                on conflict (client_id, person_id, requirement) do update set earned = excluded.earned""".formatted(client, client))) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        plan.toString()
                .lines()
                .filter(l -> l.contains("Trigger") || l.contains("Execution"))
                .forEach(l -> System.out.println("board: " + l));
        s.execute("set session_replication_role = replica");
    }

    private void takeAway(Statement s) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet r = s.executeQuery("""
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'client_id' and not a.attisdropped""")) {
            while (r.next()) {
                tables.add(r.getString(1));
            }
        }
        for (String table : tables) {
            s.executeUpdate("delete from " + table + " where client_id = '" + client + "'");
        }
        assertEquals(1, s.executeUpdate("delete from client where id = '" + client + "'"));
    }
}
