package auditorium.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestDatabase;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.records.domain.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever kind of thing the record tells of: one changed value in any column of its row is found, with the entry's number. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EveryKindTamperTest {

    /** Columns of a witness that are worked out from those of other tables, and from which. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "attempt.answers", "answer_event.answer",
            "task-step.finding_id", "task.finding_id",
            "task-step.template", "task.template",
            "task-step.files", "attachment.sha256");

    private static final Pattern TABLE = Pattern.compile("(?m)^\\s*from (\\w+)( s join| a where| where)");
    private static final Pattern ALLOWED = Pattern.compile("'([A-Z_]+)'::text");

    @Inject
    RecordFixture fixture;

    @Inject
    RecordCheck check;

    @Inject
    RecordReport report;

    @Inject
    WitnessReport witnesses;

    @Inject
    Ledger ledger;

    @Inject
    ClientScope scope;

    /** A value that can be changed: the kind and field that the record tells, and where it stands. */
    record Place(String kind, UUID subject, String field, String table, String column) {}

    @Test
    void aChangedValueInAnyColumnOfAnyKindIsFoundWithItsNumber() throws SQLException {
        RecordFixture.Factory f = recorded();
        Map<String, UUID> subjects = new HashMap<>();
        List<List<Place>> rounds = new ArrayList<>();
        try (Connection c = Superuser.connect()) {
            sql(
                    c,
                    "select set_config('auditorium.client', ?, false)",
                    f.client().toString());
            sql(c, "set session_replication_role = replica"); // no foreign key is in the way of this vandal
            for (Witness witness : witnesses.all()) {
                List<Place> places = places(c, witness);
                places.forEach(p -> subjects.put(p.kind(), p.subject()));
                for (int i = 0; i < places.size(); i++) {
                    if (i == rounds.size()) {
                        rounds.add(new ArrayList<>());
                    }
                    rounds.get(i).add(places.get(i));
                }
            }
            assertTrue(
                    subjects.keySet()
                            .containsAll(Set.of(
                                    "achievement",
                                    "attempt",
                                    "certificate",
                                    "erasure",
                                    "finding",
                                    "lesson-read",
                                    "regrade",
                                    "response",
                                    "task-step")),
                    subjects.keySet().toString());
            int changed = 0;
            for (List<Place> round : rounds) {
                changed += round(c, f, round);
            }
            System.out.println(changed + " values of " + subjects.keySet() + " changed and found");
            assertTrue(changed >= 80, changed + " values changed");
            assertEquals(List.of(), faults(f));
            for (Witness witness : witnesses.all()) {
                if (subjects.containsKey(witness.kind())) {
                    sql(c, "delete from " + table(witness) + " where id = ?", subjects.get(witness.kind()));
                }
            }
        }
        Set<String> gone = new TreeSet<>();
        faults(f).stream()
                .filter(x -> x.what() == Fault.What.ROW_GONE && x.sequence() > 0)
                .forEach(x -> gone.add(x.thing().split(" ", 2)[0]));
        assertEquals(new TreeSet<>(subjects.keySet()), gone);
    }

    /** Changes one column of each kind, looks whether all were found, and puts them back; answers how many there were. */
    private int round(Connection c, RecordFixture.Factory f, List<Place> round) throws SQLException {
        Map<Place, String> before = new HashMap<>();
        for (Place place : round) {
            Optional<String> value = value(c, place);
            if (value.isPresent() && change(c, place, value.get())) {
                before.put(place, value.get());
            }
        }
        List<Fault> faults = faults(f);
        Map<UUID, Long> numbers = new HashMap<>();
        for (Place place : before.keySet()) {
            numbers.putAll(latest(f, place));
            assertTrue(
                    faults.stream()
                            .anyMatch(x -> x.thing().equals(place.kind() + " " + place.subject())
                                    && Objects.equals(x.sequence(), numbers.get(place.subject()))
                                    && (x.what() == Fault.What.ROW_GONE
                                            || List.of(x.detail().split(", ", -1))
                                                    .contains(place.field()))),
                    place + " was changed, and found was " + faults);
        }
        assertEquals(before.size(), faults.size(), faults.toString());
        for (Map.Entry<Place, String> e : before.entrySet()) {
            putBack(c, e.getKey(), e.getValue());
        }
        return before.size();
    }

    @ActivateRequestContext
    Map<UUID, Long> latest(RecordFixture.Factory f, Place place) {
        return scope.inside(f.client(), () -> report.latestAbout(f.client(), place.kind(), List.of(place.subject())));
    }

    @ActivateRequestContext
    List<Fault> faults(RecordFixture.Factory f) {
        return check.check(f.client(), f.code(), new TreeMap<>(), true).faults();
    }

    private static String table(Witness witness) {
        Matcher table = TABLE.matcher(witness.sql());
        String last = "";
        while (table.find()) {
            last = table.group(1);
        }
        return last;
    }

    private static List<Place> places(Connection c, Witness witness) throws SQLException {
        List<Place> places = new ArrayList<>();
        String table = table(witness);
        try (PreparedStatement s = c.prepareStatement("select * from (" + witness.sql() + ") w limit 1");
                ResultSet r = s.executeQuery()) {
            if (!r.next()) {
                return places;
            }
            ResultSetMetaData columns = r.getMetaData();
            UUID subject = r.getObject("subject", UUID.class);
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                String field = columns.getColumnLabel(i);
                String[] place = ELSEWHERE
                        .getOrDefault(witness.kind() + "." + field, table + "." + field)
                        .split("\\.", -1);
                if (!field.equals("subject")) {
                    places.add(new Place(witness.kind(), subject, field, place[0], place[1]));
                }
            }
        }
        return places;
    }

    /** Which row: the thing's own, or the one row that this factory has in another table. */
    private static String row(Place place) {
        return ELSEWHERE.containsKey(place.kind() + "." + place.field())
                ? " where client_id = current_client()"
                : " where id = '" + place.subject() + "'";
    }

    /** What stands there, as text; empty when there is nothing. */
    private static Optional<String> value(Connection c, Place place) throws SQLException {
        return text(c, "select cast(" + place.column() + " as text) from " + place.table() + row(place));
    }

    private static Optional<String> text(Connection c, String query) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(query);
                ResultSet r = s.executeQuery()) {
            return r.next() ? Optional.ofNullable(r.getString(1)) : Optional.empty();
        }
    }

    private static String type(Connection c, Place place) throws SQLException {
        return text(
                        c,
                        "select udt_name from information_schema.columns where table_name = '" + place.table()
                                + "' and column_name = '" + place.column() + "'")
                .orElseThrow();
    }

    /** Changes the least there is to change; false when the table allows no other value. */
    private static boolean change(Connection c, Place place, String value) throws SQLException {
        String column = place.column();
        List<String> ways = switch (type(c, place)) {
            case "text" -> words(c, place, value);
            case "int4", "int8" -> List.of(column + " + 1", column + " - 1");
            case "uuid" -> List.of("gen_random_uuid()");
            case "timestamptz" -> List.of(column + " + interval '1 microsecond'");
            case "date" -> List.of(column + " + 1");
            case "bool" -> List.of("not " + column);
            case "bytea" -> List.of("set_byte(" + column + ", 0, get_byte(" + column + ", 0) # 1)");
            default -> throw new AssertionError(place + " is a " + type(c, place));
        };
        for (String way : ways) {
            try {
                assertEquals(1, sql(c, "update " + place.table() + " set " + column + " = " + way + row(place)));
                return true;
            } catch (SQLException refused) {
                assertEquals("23514", refused.getSQLState(), place + ": " + refused.getMessage());
            }
        }
        return false;
    }

    /** Another letter, or another of the words that the column allows. */
    private static List<String> words(Connection c, Place place, String value) throws SQLException {
        String rules = text(
                        c,
                        "select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid"
                                + " and a.attnum = any(k.conkey) where k.contype = 'c' and k.conrelid = '"
                                + place.table() + "'::regclass and a.attname = '" + place.column() + "'")
                .orElse("");
        List<String> ways = new ArrayList<>(List.of(place.column() + " || 'x'"));
        Matcher allowed = ALLOWED.matcher(rules);
        while (allowed.find()) {
            if (!allowed.group(1).equals(value)) {
                ways.add("'" + allowed.group(1) + "'");
            }
        }
        return ways;
    }

    private static void putBack(Connection c, Place place, String value) throws SQLException {
        sql(
                c,
                "update " + place.table() + " set " + place.column() + " = cast(? as " + type(c, place) + ")"
                        + row(place),
                value);
    }

    private static int sql(Connection c, String text, Object... values) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                s.setObject(i + 1, values[i]);
            }
            s.execute();
            return s.getUpdateCount();
        }
    }

    /** A factory with one thing of each kind, and a record that has begun with them. */
    @ActivateRequestContext
    RecordFixture.Factory recorded() {
        RecordFixture.Factory f = fixture.factory();
        UUID client = f.client();
        UUID person = Ids.next();
        UUID attempt = Ids.next();
        UUID response = Ids.next();
        UUID finding = Ids.next();
        UUID task = Ids.next();
        UUID step = Ids.next();
        UUID account = f.account();
        Superuser.sql(
                "insert into person (client_id, id, department_id, number, name, job, joined_on, left_on) values (?, ?, ?, 'N1', '钱进', '', '2020-01-01', '2022-01-01')",
                client,
                person,
                f.department());
        Superuser.sql(
                "insert into lesson_completion (client_id, id, person_id, lesson, version, completed_at, received_at, seconds, least_seconds) values (?, ?, ?, 'A1', 'record-test', now(), now(), 90, 60)",
                client,
                Ids.next(),
                person);
        Superuser.sql(
                "insert into attempt (client_id, id, person_id, quiz, version, seed, paper, started_at, submitted_at, earned, possible, passed, final_at) values (?, ?, ?, 'A1', 'record-test', 1, '{}', now(), now(), 3, 10, false, now())",
                client,
                attempt,
                person);
        Superuser.sql(
                "insert into answer_event (client_id, id, attempt_id, question, sequence, answer, answered_at, received_at) values (?, ?, ?, 'q', 1, '{}', now() - interval '1 hour', now() - interval '1 hour')",
                client,
                Ids.next(),
                attempt);
        Superuser.sql(
                "insert into achievement (client_id, id, person_id, lesson, version, revision, achieved_at, valid_until, source, source_id, attempt_id, score) values (?, ?, ?, 'A1', 'record-test', 1, now(), '2027-01-01', 'SELF', ?, ?, 90)",
                client,
                Ids.next(),
                person,
                attempt,
                attempt);
        Superuser.sql(
                "insert into certificate (client_id, id, number, person_id, course, course_zh, course_en, lessons, issued_at, issued_on, issued_by, valid_until, secret, revoked_at, revoked_by, revoked_by_name, revocation_reason)"
                        + " values (?, ?, 1, ?, 'basics', '基础', 'Basics', '[]', now(), '2026-01-01', ?, '2027-01-01', decode(md5(?), 'hex'), now(), ?, '赵敏', '姓名写错')",
                client,
                Ids.next(),
                person,
                account,
                client.toString(),
                account);
        Superuser.sql(
                "insert into regrade (client_id, id, quiz, question, key_version, reason, made_by, made_by_name, made_at, attempts, changed, gained, kept) values (?, ?, 'A1', 'q', 'v', '答案写错了', ?, '赵敏', now(), 9, 3, 1, 1)",
                client,
                Ids.next(),
                account);
        Superuser.sql(
                "insert into response (client_id, id, department_id, requirement, version, result, method, note, made_by, made_by_name, made_at, received_at) values (?, ?, ?, 'SR-01', 'record-test', 'FAILS', 'SITE', '缺一页', ?, '赵敏', now(), now())",
                client,
                response,
                f.department(),
                account);
        Superuser.sql(
                "insert into finding (client_id, id, number, department_id, requirement, grade, origin, response_id, fact, opened_at, opened_by, opened_by_name, closed_at, closed_by) values (?, ?, 1, ?, 'SR-01', 'MAJOR', 'RESPONSE', ?, '缺一页', now(), ?, '赵敏', now(), ?)",
                client,
                finding,
                f.department(),
                response,
                account,
                account);
        Superuser.sql(
                "insert into task (client_id, id, finding_id, template, version, title_zh, title_en, action_zh, action_en, closes_with_zh, closes_with_en, owner_id, due_on, state, created_at) values (?, ?, ?, 'T', 'record-test', '', '', '', '', '', '', ?, '2026-12-01', 'VERIFIED', now())",
                client,
                task,
                finding,
                person);
        Superuser.sql(
                "insert into task_step (client_id, id, task_id, kind, note, made_by, made_by_name, made_at) values (?, ?, ?, 'VERIFIED', '看过了', ?, '赵敏', now())",
                client,
                step,
                task,
                account);
        Superuser.sql(
                "insert into file_content (client_id, sha256, bytes, size) values (?, sha256('x'), 'x', 1)", client);
        Superuser.sql(
                "insert into attachment (client_id, id, task_step_id, sha256, media_type, name, size, added_at) values (?, ?, ?, sha256('x'), 'image/png', 'x', 1, now())",
                client,
                Ids.next(),
                step);
        Superuser.sql(
                "insert into erasure (client_id, id, person_id, ground, reason, left_on, names, rows_removed, made_at, made_by, made_by_name) values (?, ?, ?, 'REQUEST', '本人来信', '2022-01-01', 2, 3, now(), ?, '赵敏')",
                client,
                Ids.next(),
                person,
                account);
        scope.inside(client, () -> ledger.begin());
        return f;
    }
}
