import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A factory for the readiness board, by SQL past triggers and foreign keys: departments, answers about every requirement in each, what
 * its people know and have passed, open findings, evidence, lapsed training, and two years of spans and days. Some of its people are
 * signed in.
 */
final class TowerFactory {

    private static final int SIGNED_IN = 2000;

    private static final List<String> KINDS = List.of("HR", "PRD", "QA", "WHS", "EHS", "SEC", "IT", "MGT", "PUR");
    private static final Pattern KEY = Pattern.compile("- id: ([A-Z]{2}-\\d+)");
    private static final Pattern EVIDENCE = Pattern.compile("\\{id: ([a-z0-9-]+),.*valid: ");
    private static final Pattern LESSON = Pattern.compile("(?m)^lesson: (\\S+)$");

    private final UUID client = UUID.randomUUID();
    private final int departments;
    private final Set<String> requirements = new LinkedHashSet<>();
    private final Set<String> grave = new LinkedHashSet<>();
    private final Set<String> graveForHr = new LinkedHashSet<>();
    private final List<String> evidence = new ArrayList<>();
    private final Set<String> lessons = new LinkedHashSet<>();

    /** Reads from the content what requirements, kinds of evidence and lessons there are. */
    TowerFactory(Path content, int departments) throws IOException {
        this.departments = departments;
        for (Path file : Content.files(content.resolve("checklists/catalogue"))) {
            for (String block : Content.blocks(Files.readString(file))) {
                Matcher key = KEY.matcher(block);
                if (!key.find()) {
                    throw new IOException("a requirement without an id in " + file);
                }
                requirements.add(key.group(1));
                if (block.contains("severity: zero_tolerance")) {
                    grave.add(key.group(1));
                    if (block.matches("(?s).*\n    departments: \\[[^\\]]*\\bHR\\b.*")) {
                        graveForHr.add(key.group(1));
                    }
                }
                Matcher kind = EVIDENCE.matcher(block);
                while (kind.find()) {
                    evidence.add(key.group(1) + "/" + kind.group(1));
                }
            }
        }
        for (Path file : Content.files(content.resolve("quizzes"))) {
            Matcher lesson = LESSON.matcher(Files.readString(file));
            if (lesson.find()) {
                lessons.add(lesson.group(1));
            }
        }
    }

    UUID client() {
        return client;
    }

    int requirements() {
        return requirements.size();
    }

    /** The requirements that departments of the kind HR answer for and whose gap stops an audit. */
    Set<String> graveForHr() {
        return graveForHr;
    }

    /** Makes it; answers how many rows of what. */
    Map<String, Integer> seed(Factory factory, URI base, int people) throws Exception {
        Map<String, Integer> rows = new LinkedHashMap<>();
        beginRecord(factory, base);
        try (Connection database = factory.open(); Statement s = database.createStatement()) {
            Factory.prepare(s);
            s.execute("set session_replication_role = replica");
            s.execute("set synchronous_commit = off");
            s.execute("set work_mem = '256MB'");
            for (String[] made : statements(people)) {
                rows.put(made[0], s.executeUpdate(made[1].replace("$client", "'" + client + "'")));
            }
            s.execute("set session_replication_role = origin");
            s.executeUpdate("""
                    insert into bench.person (client_id, department_id, person_id, account_id, token_hash)
                    select client_id, department_id, id, account_id, sha256(convert_to('bench-' || account_id, 'UTF8'))
                      from (select p.*, gen_random_uuid() as account_id from person p where client_id = '%s' order by number limit %d) p"""
                    .formatted(client, SIGNED_IN));
            Factory.signIn(database, database.createArrayOf("uuid", new Object[] {client}));
            s.execute("vacuum analyze");
        }
        return rows;
    }

    /**
     * What has happened there besides, part {@code from} (not included) to part {@code until} of a hundred or so: each has six attempts a
     * person with ten answers, six answers about every requirement in each department, findings that were closed, their tasks, spans,
     * days and entries of the record. All of it is over: none of it changes what a board says.
     */
    Map<String, Integer> history(Factory factory, int from, int until) throws Exception {
        Map<String, Integer> rows = new LinkedHashMap<>();
        try (Connection database = factory.open(); Statement s = database.createStatement()) {
            s.execute("set session_replication_role = replica");
            s.execute("set synchronous_commit = off");
            for (String[] made : past(from, until)) {
                rows.put(made[0], s.executeUpdate(made[1].replace("$client", "'" + client + "'")));
            }
            s.execute("vacuum analyze");
        }
        return rows;
    }

    private List<String[]> past(int from, int until) {
        String parts = "generate_series(" + (from + 1) + ", " + until + ") part";
        List<String[]> all = new ArrayList<>();
        all.add(of("attempt", """
                insert into attempt (client_id, id, person_id, quiz, version, seed, paper, started_at, submitted_at, earned, possible, passed, ended_by, final_at)
                select $client, uuidv7(), p.id, (array['A7-audit-day', 'C2-fire-safety', 'B2-working-hours'])[1 + n %% 3], 'tower', part, '[]', at, at, 80, 100, true, 'PERSON', at
                  from %s cross join person p cross join generate_series(1, 6) n
                  cross join lateral (select now() - make_interval(days => 800 + part * 7 + n) as at) t
                 where p.client_id = $client""", parts));
        all.add(of("answer_event", """
                insert into answer_event (client_id, id, attempt_id, question, sequence, answer, answered_at, received_at)
                select $client, uuidv7(), a.id, 'q' || n, n, '{"unknown":true}', a.started_at, a.started_at
                  from attempt a cross join generate_series(1, 10) n where a.client_id = $client and a.seed between %d and %d""", from + 1, until));
        all.add(of("response", """
                insert into response (client_id, id, department_id, requirement, version, result, method, made_by, made_by_name, made_at, received_at)
                select $client, uuidv7(), d.id, r, 'tower', 'CONFORMS', 'SITE', $client, 'x', at, at
                  from %s cross join department d cross join %s r
                  cross join lateral (select now() - make_interval(days => 800 + n * 30 + part) as at from generate_series(0, 5) n) t
                 where d.client_id = $client""", parts, list(requirements)));
        all.add(of("finding", """
                insert into finding (client_id, id, number, department_id, requirement, grade, origin, fact, opened_at, opened_by, opened_by_name, verified_at, closed_at, closed_by)
                select $client, uuidv7(), part * 100000 + row_number() over (partition by part), d.id, r, 'MAJOR', 'RESPONSE', 'x', at, $client, 'x',
                       at + interval '20 days', at + interval '60 days', $client
                  from %s cross join department d cross join %s r
                  cross join lateral (select now() - make_interval(days => 800 + part * 7 + abs(hashtext(d.id::text || r)) %% 600) as at) t
                 where d.client_id = $client and abs(hashtext(r)) %% 4 = 0""", parts, list(requirements)));
        all.add(of("task", """
                insert into task (client_id, id, finding_id, title_zh, title_en, action_zh, action_en, closes_with_zh, closes_with_en, owner_id, due_on, state, created_at)
                select $client, uuidv7(), f.id, 'x', 'x', 'x', 'x', 'x', 'x', (select id from person where client_id = $client limit 1), f.opened_at::date + 30, 'VERIFIED', f.opened_at
                  from finding f where f.client_id = $client and f.number / 100000 between %d and %d""", from + 1, until));
        all.add(of("standing_span", """
                insert into standing_span (client_id, department_id, requirement, from_on, until_on, mark)
                select $client, d.id, r, current_date - 800 - part * 60 - n * 10, current_date - 800 - part * 60 - n * 10 + 10, (array['ready', 'near', 'gap'])[1 + (n + abs(hashtext(r))) %% 3]
                  from %s cross join generate_series(0, 5) n cross join department d cross join %s r where d.client_id = $client""", parts, list(requirements)));
        all.add(of("readiness_day", """
                insert into readiness_day (client_id, taken_on, standard, department_id, met, possible, stops)
                select $client, current_date - 800 - part * 73 - day, '', d.id, 700, 1000, 0
                  from %s cross join generate_series(0, 72) day cross join (select id from department where client_id = $client union all select null) d""", parts));
        all.add(of("record_entry", """
                insert into record_entry (client_id, sequence, previous, recorded_at, kind, subject, payload, hash)
                select $client, 1000 + (part - 1) * 2000 + n, sha256('x'), now() - interval '800 days', 'response', gen_random_uuid(), '{"result":"CONFORMS"}', sha256('x')
                  from %s cross join generate_series(1, 2000) n""", parts));
        all.add(of("record_head", """
                insert into record_head (client_id, sequence, hash, recorded_at) values ($client, %d, sha256('x'), now() - interval '700 days')
                on conflict (client_id) do update set sequence = excluded.sequence""", 1000 + until * 2000));
        return all;
    }

    /**
     * A new factory answers one requirement, so that its record begins while there is nothing. Otherwise the first to answer would wait
     * until all that is made here had been entered.
     */
    private void beginRecord(Factory factory, URI base) throws Exception {
        UUID department = UUID.randomUUID();
        try (Connection database = factory.open()) {
            Factory.run(database, "insert into client (id, code, name_zh, name_en, standard, audit_on, created_at)"
                    + " values (?, 'TOWER', '大厂', 'Tower', null, current_date + 120, now())", client);
            Factory.run(database, "insert into department (client_id, id, code, kind, name_zh, name_en, position)"
                    + " values (?, ?, 'D0', 'HR', '人事', 'HR', 0)", client, department);
        }
        Factory.Learner manager = factory.manager(client);
        try (Wire wire = new Wire(base)) {
            String csrf = Tool.found(Rush.TOKEN, wire.get("/sign-in", "Accept-Language: zh-CN").text());
            Wire.Reply reply = wire.post("/c/" + client + "/departments/" + department + "/requirements/" + graveForHr.iterator().next() + "/responses",
                    Wire.headers(manager, csrf), "application/json", "result=CONFORMS&method=SITE&id=" + UUID.randomUUID() + "&at=" + Instant.now());
            if (reply.status() != 200) {
                throw new IOException("the record of a new factory did not begin: " + reply.status() + " " + reply.text());
            }
        }
    }

    private static String list(Iterable<String> all) {
        return "unnest(string_to_array('" + String.join(" ", all) + "', ' '))";
    }

    private List<String[]> statements(int people) {
        List<String[]> all = new ArrayList<>();
        all.add(of("account", "insert into account (id, name, secret_hash, created_at) values ($client, '建表', '-', now())"));
        all.add(of("department", """
                insert into department (client_id, id, code, kind, name_zh, name_en, position)
                select $client, uuidv7(), 'D' || n, (string_to_array('%s', ' '))[1 + n %% 9], '部门' || n, 'Department ' || n, n
                  from generate_series(1, %d) n""", String.join(" ", KINDS), departments - 1));
        all.add(of("person", """
                insert into person (client_id, id, department_id, number, name, job, leads, joined_on)
                select $client, uuidv7(), (select array_agg(id order by position) from department where client_id = $client)[1 + n %% %d],
                       'N' || n, '工人' || n, '操作工', n %% 40 = 0, current_date - (n * 7 %% 2000)
                  from generate_series(1, %d) n""", departments, people));
        all.add(of("content", "insert into content_version (hash, kind, key, body, first_used_at) values ('tower', 'x', 'x', 'x', now())"));
        all.add(of("mastery", """
                insert into mastery (client_id, person_id, requirement, earned, possible, updated_at)
                select $client, p.id, r, 60 + abs(hashtext(p.id::text || r)) %% 41, 100, now()
                  from person p cross join %s r where p.client_id = $client and abs(hashtext(r || p.id::text)) %% 4 = 0""", list(requirements)));
        all.add(of("lesson_standing", """
                insert into lesson_standing (client_id, person_id, lesson, version, passed_at)
                select $client, p.id, l, 'tower', now() from person p cross join %s l
                 where p.client_id = $client and abs(hashtext(l || p.id::text)) %% 20 > 0""", list(lessons)));
        all.add(of("assignment", """
                insert into assignment (client_id, person_id, lesson, cycle, cause, again, revision, assigned_on, due_on, late_from, closed_by, done_on, valid_until, prior_until)
                select $client, person_id, lesson, 1, 'RULE', h %% 10 = 0, 1, current_date - 300, current_date - 270, current_date - 260,
                       case when h %% 10 > 0 then uuidv7() end, case when h %% 10 > 0 then current_date - 280 end,
                       case when h %% 10 > 0 then current_date + h %% 400 end, case when h %% 10 = 0 then current_date - 2 + h %% 60 end
                  from (select person_id, lesson, abs(hashtext(person_id::text || lesson)) as h from lesson_standing where client_id = $client) s"""));
        all.add(of("file", "insert into file_content (client_id, sha256, bytes, size) values ($client, '\\x01', '\\x01', 1)"));
        all.add(of("evidence", """
                insert into evidence (client_id, id, department_id, sort, title, made_on, expires_on, revision, sha256, media_type, name, size, filed_by, filed_by_name, filed_at, received_at)
                select $client, md5(d.id::text || k)::uuid, d.id, 'RECORD', k, current_date - 30, current_date + abs(hashtext(d.id::text || k)) %% 500, 1, '\\x01', 'image/png', 'x', 1,
                       $client, 'x', now(), now()
                  from department d cross join %s k where d.client_id = $client""", list(evidence)));
        all.add(of("evidence_standing", """
                insert into evidence_standing (client_id, department_id, requirement, kind, evidence_id, until_on)
                select $client, department_id, split_part(title, '/', 1), split_part(title, '/', 2), id, expires_on from evidence where client_id = $client"""));
        all.add(of("response", """
                insert into response (client_id, id, department_id, requirement, version, result, method, note, side, made_by, made_by_name, made_at, received_at)
                select $client, md5(d.id::text || r || side || n)::uuid, d.id, r, 'tower',
                       case when n = 0 and h %% 20 = 0 then 'FAILS' when n = 0 and h %% 20 = 1 then 'PARTLY' else 'CONFORMS' end, 'SITE', 'x', side, $client, 'x', at, at
                  from department d cross join %s r cross join unnest(array['CLAIM', 'VERIFIED']) side cross join generate_series(0, 9) n
                  cross join lateral (select abs(hashtext(d.id::text || r || side)) as h) x
                  cross join lateral (select now() - make_interval(days => h %% 60 + 70 * n + 1) as at) t
                 where d.client_id = $client and (side = 'CLAIM' or h %% 3 = 0)""", list(requirements)));
        all.add(of("latest_response", """
                insert into latest_response (client_id, department_id, requirement, side, response_id, result, made_at)
                select distinct on (department_id, requirement, side) client_id, department_id, requirement, side, id, result, made_at
                  from response where client_id = $client order by department_id, requirement, side, made_at desc, id desc on conflict do nothing"""));
        all.add(of("finding", """
                insert into finding (client_id, id, number, department_id, requirement, grade, origin, fact, opened_at, opened_by, opened_by_name)
                select $client, uuidv7(), row_number() over (), department_id, requirement, %s, 'RESPONSE', 'x', made_at, $client, 'x'
                  from latest_response where client_id = $client and side = 'CLAIM' and result = 'FAILS'""",
                "case when requirement = any(string_to_array('" + String.join(" ", grave) + "', ' ')) then 'ZERO_TOLERANCE' else 'MAJOR' end"));
        all.add(of("task", """
                insert into task (client_id, id, finding_id, title_zh, title_en, action_zh, action_en, closes_with_zh, closes_with_en, owner_id, due_on, state, created_at)
                select $client, uuidv7(), id, 'x', 'x', 'x', 'x', 'x', 'x', (select id from person where client_id = $client limit 1), current_date + number %% 60, 'OPEN', now()
                  from finding where client_id = $client and number %% 3 > 0"""));
        all.add(of("standing_span", """
                insert into standing_span (client_id, department_id, requirement, from_on, until_on, mark)
                select $client, d.id, r, current_date - 20 - 60 * n, case when n > 0 then current_date - 20 - 60 * n + 60 end, (array['ready', 'near', 'gap'])[1 + (n + abs(hashtext(r))) %% 3]
                  from generate_series(0, 11) n cross join department d cross join %s r where d.client_id = $client""", list(requirements)));
        all.add(of("readiness_day", """
                insert into readiness_day (client_id, taken_on, standard, department_id, met, possible, stops)
                select $client, current_date - day, '', d.id, 700, 1000, 0
                  from generate_series(1, 730) day cross join (select id from department where client_id = $client union all select null) d"""));
        all.add(of("knowledge_sum", COUNTED_ANEW));
        return all;
    }

    private static String[] of(String what, String sql, Object... values) {
        return new String[] {what, values.length == 0 && !sql.contains("%%") ? sql : String.format(Locale.ROOT, sql, values)};
    }

    /** What the sums of the board's departments are when everybody is counted anew. */
    static final String COUNT = """
            select p.client_id, p.department_id, 'KNOWN' as kind, m.requirement as key, sum(m.earned)::bigint as met, sum(m.possible)::bigint as more, true as folded
              from mastery m join person p on p.client_id = m.client_id and p.id = m.person_id
             where m.client_id = $client and p.left_on is null group by p.client_id, p.department_id, m.requirement
            union all
            select p.client_id, p.department_id, 'PASSED', s.lesson, count(*), count(*) filter (where p.leads), true
              from lesson_standing s join person p on p.client_id = s.client_id and p.id = s.person_id
             where s.client_id = $client and p.left_on is null group by p.client_id, p.department_id, s.lesson""";

    private static final String COUNTED_ANEW = "insert into knowledge_sum (client_id, department_id, kind, key, met, more, folded) " + COUNT;

    /** Counts everybody anew, as the application does once a night. */
    void countAnew(Factory factory) throws Exception {
        try (Connection database = factory.open(); Statement s = database.createStatement()) {
            database.setAutoCommit(false);
            s.execute("set local enable_nestloop = off");
            s.executeUpdate("delete from knowledge_sum where client_id = '" + client + "'");
            s.executeUpdate(COUNTED_ANEW.replace("$client", "'" + client + "'"));
            database.commit();
        }
    }

    /** In how many places what the boards read differs from what it is when everything is counted and looked up anew. */
    long differences(Factory factory) throws Exception {
        String kept = "select department_id, kind, key, sum(met)::bigint, sum(more)::bigint from knowledge_sum where client_id = $client"
                + " group by department_id, kind, key having sum(met) <> 0 or sum(more) <> 0";
        String counted = "select department_id, kind, key, met, more from (" + COUNT + ") c";
        String latest = "select department_id, requirement, side, response_id, result from latest_response where client_id = $client";
        String looked = "select distinct on (department_id, requirement, side) department_id, requirement, side, id, result from response"
                + " where client_id = $client order by department_id, requirement, side, made_at desc, id desc";
        return differ(factory, kept, counted) + differ(factory, latest, "select * from (" + looked + ") l");
    }

    private long differ(Factory factory, String one, String other) throws Exception {
        try (Connection database = factory.open(); Statement s = database.createStatement()) {
            s.execute("set enable_nestloop = off");
            String sql = ("with a as (" + one + "), b as (" + other + ") select (select count(*) from (select * from a except select * from b) x)"
                    + " + (select count(*) from (select * from b except select * from a) y)").replace("$client", "'" + client + "'");
            return Factory.number(database, sql);
        } catch (SQLException e) {
            throw new IOException("what is kept can't be compared", e);
        }
    }
}
