package auditorium.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestDatabase;
import auditorium.platform.ClientScope;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever kind of thing the record tells of: one changed value in any column of its row is found, with the entry's number. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EveryKindTamperTest {

    /** Columns of a witness that are worked out from those of other tables, and from which. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("attempt.answers", "answer_event.answer"),
            Map.entry("task-step.finding_id", "task.finding_id"),
            Map.entry("task-step.template", "task.template"),
            Map.entry("task-step.files", "attachment.sha256"),
            Map.entry("essay-mark.attempt_id", "essay.attempt_id"),
            Map.entry("essay-mark.question", "essay.question"),
            Map.entry("essay-mark.version", "essay.version"),
            Map.entry("response-photo.file", "response_photo.sha256"),
            Map.entry("evidence.file", "evidence.sha256"),
            Map.entry("evidence.proves", "evidence_requirement.requirement"),
            Map.entry("training-session.attendance", "session_outcome.how"),
            Map.entry("training-session.results", "session_result.score"),
            Map.entry("training-session.photos", "session_photo.sha256"),
            Map.entry("training-session.people", "")); // a number of rows, which "attendance" tells one by one

    private static final Pattern TABLE = Pattern.compile("(?m)^\\s*from (\\w+)(?: [a-z])?(?: join| where)");
    private static final Pattern ALLOWED = Pattern.compile("'([A-Z_]+)'::text");

    @Inject
    OneOfEachKind each;

    @Inject
    RecordCheck check;

    @Inject
    RecordReport report;

    @Inject
    WitnessReport witnesses;

    @Inject
    ClientScope scope;

    /** A value that can be changed: the kind and field that the record tells, and where it stands. */
    record Place(String kind, UUID subject, String field, String table, String column) {}

    @Test
    void aChangedValueInAnyColumnOfAnyKindIsFoundWithItsNumber() throws SQLException {
        RecordFixture.Factory f = each.recorded();
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
            assertEquals(
                    witnesses.all().stream().map(Witness::kind).collect(Collectors.toCollection(TreeSet::new)),
                    new TreeSet<>(subjects.keySet()),
                    "a kind of which the test has no row");
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
                if (!field.equals("subject") && place.length == 2) {
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
            case "_text" -> List.of("array_append(" + column + ", 'x')");
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
}
