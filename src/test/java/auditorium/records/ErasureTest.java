package auditorium.records;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.records.domain.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When a person is erased, no table knows the name any more, and the record is as whole as before. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ErasureTest {

    @Inject
    RecordFixture fixture;

    @Inject
    RecordCheck check;

    @Inject
    Erasures erasures;

    @Inject
    Ledger ledger;

    @Inject
    ClientScope scope;

    /** Somebody with a rare name and a life in the factory. */
    record Leaver(RecordFixture.Factory factory, UUID person, UUID account, String name, String number) {}

    private Leaver leaver(LocalDate leftOn) {
        return leaver(Optional.of(leftOn));
    }

    @ActivateRequestContext
    Leaver leaver(Optional<LocalDate> leftOn) {
        RecordFixture.Factory f = fixture.factory();
        UUID person = Ids.next();
        UUID account = Ids.next();
        String name = "罕" + person.toString().substring(24) + "氏";
        String number = "N" + person.toString().substring(24);
        Superuser.sql(
                "insert into account (id, login_name, name, secret_hash, created_at) values (?, ?, ?, 'x', now())",
                account,
                "login-" + number,
                name);
        Superuser.sql(
                "insert into person (client_id, id, department_id, number, name, job, joined_on, left_on) values (?, ?, ?, ?, ?, ?, date '2019-05-06', cast(nullif(?, '') as date))",
                f.client(),
                person,
                f.department(),
                number,
                name,
                "岗位" + number,
                leftOn.map(Object::toString).orElse(""));
        Superuser.sql(
                "insert into membership (id, account_id, client_id, role, department_id, person_id, number) values (?, ?, ?, 'WORKER', ?, ?, ?)",
                Ids.next(),
                account,
                f.client(),
                f.department(),
                person,
                number);
        UUID attempt = Ids.next();
        Superuser.sql(
                "insert into attempt (client_id, id, person_id, quiz, version, seed, paper, started_at, submitted_at, earned, possible, passed, final_at, ended_by) values (?, ?, ?, 'q', 'record-test', 1, '[]', now() - interval '1 hour', now(), 1, 1, true, now(), 'PERSON')",
                f.client(),
                attempt,
                person);
        Superuser.sql(
                "insert into answer_event (client_id, id, attempt_id, question, sequence, answer, answered_at, received_at) values (?, ?, ?, 'one', 1, ?, now() - interval '1 minute', now() - interval '1 minute')",
                f.client(),
                Ids.next(),
                attempt,
                "{\"text\":\"" + name + "\"}");
        Superuser.sql(
                "insert into card_seen (client_id, id, person_id, lesson, version, card, seen_at) values (?, ?, ?, 'A1', 'record-test', 'a', now())",
                f.client(),
                Ids.next(),
                person);
        Superuser.sql(
                "insert into practice_review (client_id, id, person_id, quiz, question, version, again, answer, reviewed_on, reviewed_at) values (?, ?, ?, 'q', 'one', 'record-test', true, ?, current_date, now())",
                f.client(),
                Ids.next(),
                person,
                "{\"text\":\"" + name + "\"}");
        Superuser.sql(
                "insert into calendar_feed (client_id, person_id, token_hash, made_at) values (?, ?, sha256(convert_to(?, 'UTF8')), now())",
                f.client(),
                person,
                number);
        Superuser.sql(
                "insert into passkey (id, account_id, credential_id, credential, sign_count, backup_eligible, name, added_at) values (?, ?, sha256(convert_to(?, 'UTF8')), '', 0, false, ?, now())",
                Ids.next(),
                account,
                number,
                "手机 " + name);
        Superuser.sql(
                "insert into second_step (account_id, secret, begun_at) values (?, sha256(convert_to(?, 'UTF8')), now())",
                account,
                number);
        UUID response = Ids.next();
        Superuser.sql(
                "insert into response (client_id, id, department_id, requirement, version, result, method, note, made_by, made_by_name, made_at, received_at) values (?, ?, ?, 'SR-01', 'record-test', 'CONFORMS', 'SITE', '门口有 3 箱', ?, ?, now(), now())",
                f.client(),
                response,
                f.department(),
                account,
                name);
        scope.inside(f.client(), () -> {
            ledger.append("attempt", attempt);
            ledger.append("response", response);
            return true;
        });
        return new Leaver(f, person, account, name, number);
    }

    @ActivateRequestContext
    Verdict verdict(Leaver l) {
        return check.check(l.factory().client(), l.factory().code(), new TreeMap<>(), true);
    }

    /** Every place of the whole database where a text or JSON column has these letters. */
    private static List<String> places(String text) {
        List<String> found = new ArrayList<>();
        try (Connection c = Superuser.connect();
                Statement columns = c.createStatement();
                ResultSet r = columns.executeQuery(
                        "select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type in ('text', 'json', 'jsonb', 'character varying')")) {
            while (r.next()) {
                try (var s = c.prepareStatement("select count(*) from \"" + r.getString(1) + "\" where strpos(\""
                        + r.getString(2) + "\"::text, ?) > 0")) {
                    s.setString(1, text);
                    try (ResultSet count = s.executeQuery()) {
                        count.next();
                        if (count.getLong(1) > 0) {
                            found.add(r.getString(1) + "." + r.getString(2));
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return found;
    }

    /** Gives the demo's manager a seat in the test's factory for as long as the work takes. */
    private static void asManager(RecordFixture.Factory f, java.util.function.Consumer<Visitor> work) {
        UUID seat = Ids.next();
        Superuser.sql(
                "insert into membership (id, account_id, client_id, role) select ?, id, ?, 'FACTORY_MANAGER' from account where login_name = 'manager'",
                seat,
                f.client());
        try {
            work.accept(Visitor.withPassword("manager"));
        } finally {
            Superuser.sql("delete from membership where id = ?", seat);
        }
    }

    @Test
    void afterAnErasureNoTableKnowsTheNameAndTheRecordIsWhole() {
        Leaver l = leaver(LocalDate.now(java.time.ZoneOffset.UTC).minusYears(4));
        assertTrue(verdict(l).whole(), verdict(l).faults().toString());
        assertTrue(places(l.name()).size() >= 4, places(l.name()).toString());
        String address = "/c/" + l.factory().client() + "/leavers";
        asManager(l.factory(), manager -> {
            manager.get(address)
                    .then()
                    .statusCode(200)
                    .body(containsString(l.name()))
                    .body(containsString("《安全生产法》第28条"));
            manager.post(address + "/erasures", Map.of("ground", "RETENTION", "confirmed", "yes"))
                    .then()
                    .statusCode(422);
            manager.post(
                            address + "/erasures",
                            Map.of("ground", "RETENTION", "person", l.person().toString()))
                    .then()
                    .statusCode(422)
                    .body(containsString("checked"));
            assertTrue(!places(l.name()).isEmpty(), "nothing happens without a confirmation");
            Map<String, String> form =
                    Map.of("ground", "RETENTION", "person", l.person().toString(), "confirmed", "yes");
            manager.post(address + "/erasures", form).then().statusCode(303);
            manager.post(address + "/erasures", form).then().statusCode(303); // sent twice
            manager.get(address).then().statusCode(200).body(not(containsString(l.name())));
        });
        assertEquals(List.of(), places(l.name()));
        assertEquals(List.of(), places(l.number()));
        Verdict after = verdict(l);
        assertTrue(after.whole(), after.faults().toString());
        assertTrue(after.erased() >= 2, "erased: " + after.erased());
        assertEquals(
                1,
                fixture.chain(l.factory().client()).stream()
                        .filter(e -> e.kind().equals("erasure"))
                        .count());
        assertEquals(
                0,
                Superuser.sql("update calendar_feed set made_at = now() where person_id = ?", l.person()),
                "the calendar leads nowhere");
        // what happened is still there, and still guarded
        assertEquals(
                1,
                Superuser.sql(
                        "update attempt set earned = 0 where client_id = ?",
                        l.factory().client()));
        assertTrue(verdict(l).faults().stream().anyMatch(f -> f.what() == Fault.What.ROW_CHANGED));
    }

    @Test
    @ActivateRequestContext
    void nobodyIsErasedBeforeTheLawsTwoYearsHavePassed() {
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
        for (Optional<LocalDate> left : List.of(
                Optional.of(today.minusYears(2).plusDays(2)), Optional.of(today), Optional.<LocalDate>empty())) {
            Leaver l = leaver(left);
            RuntimeException refused = assertThrows(
                    RuntimeException.class,
                    () -> scope.inside(
                            l.factory().client(),
                            () -> erasures.erase(
                                    l.person(),
                                    Erasures.Ground.REQUEST,
                                    "asked",
                                    l.factory().account(),
                                    "x")));
            assertTrue(rootOf(refused).contains("two years"), rootOf(refused));
            asManager(l.factory(), manager -> {
                String address = "/c/" + l.factory().client() + "/leavers";
                manager.get(address);
                manager.post(
                                address + "/erasures",
                                Map.of(
                                        "ground",
                                        "REQUEST",
                                        "reason",
                                        "x",
                                        "person",
                                        l.person().toString(),
                                        "confirmed",
                                        "yes"))
                        .then()
                        .statusCode(303);
            });
            assertTrue(!places(l.name()).isEmpty());
        }
    }

    @Test
    void onRequestItGoesEarlierWithAReason() {
        Leaver l = leaver(LocalDate.now(java.time.ZoneOffset.UTC).minusMonths(27));
        String address = "/c/" + l.factory().client() + "/leavers";
        asManager(l.factory(), manager -> {
            manager.get(address).then().body(containsString(l.name()));
            Map<String, String> due =
                    Map.of("ground", "RETENTION", "person", l.person().toString(), "confirmed", "yes");
            manager.post(address + "/erasures", due).then().statusCode(303);
            assertTrue(!places(l.name()).isEmpty(), "36 months are not over");
            manager.get(address);
            manager.post(
                            address + "/erasures",
                            Map.of("ground", "REQUEST", "person", l.person().toString(), "confirmed", "yes"))
                    .then()
                    .statusCode(422);
            manager.post(
                            address + "/erasures",
                            Map.of(
                                    "ground",
                                    "REQUEST",
                                    "reason",
                                    "本人书面提出",
                                    "person",
                                    l.person().toString(),
                                    "confirmed",
                                    "yes"))
                    .then()
                    .statusCode(303);
        });
        assertEquals(List.of(), places(l.name()));
        assertTrue(verdict(l).whole(), verdict(l).faults().toString());
    }

    @Test
    void theFactorySaysForHowLongItKeepsButNeverLessThanTwoYears() {
        Leaver l = leaver(LocalDate.now(java.time.ZoneOffset.UTC).minusMonths(40));
        String address = "/c/" + l.factory().client() + "/leavers";
        asManager(l.factory(), manager -> {
            manager.get(address);
            for (String wrong : List.of("23", "0", "241", "", "viele", "-36")) {
                manager.post(address + "/retention", Map.of("months", wrong))
                        .then()
                        .statusCode(422);
            }
            manager.post(address + "/retention", Map.of("months", "48")).then().statusCode(303);
            Map<String, String> due =
                    Map.of("ground", "RETENTION", "person", l.person().toString(), "confirmed", "yes");
            manager.post(address + "/erasures", due).then().statusCode(303);
        });
        assertTrue(!places(l.name()).isEmpty(), "48 months are not over");
    }

    @Test
    void onlyTheFactoryManagerErasesAndOnlyOwnPeople() {
        Leaver l = leaver(LocalDate.now(java.time.ZoneOffset.UTC).minusYears(5));
        for (Visitor other :
                List.of(Visitor.worker(), Visitor.withPassword("ehs"), Visitor.withPassword("consultant"))) {
            String client =
                    other.client().isEmpty() ? Visitor.withPassword("manager").client() : other.client();
            other.get("/c/" + client + "/leavers").then().statusCode(403);
            other.get("/c/" + client + "/courses");
            other.post("/c/" + client + "/leavers/erasures", Map.of("confirmed", "yes"))
                    .then()
                    .statusCode(403);
        }
        Visitor manager = Visitor.withPassword("manager");
        manager.get("/c/" + l.factory().client() + "/leavers").then().statusCode(404);
        manager.get(manager.at("/leavers")).then().statusCode(200).body(not(containsString(l.name())));
        manager.post(
                        manager.at("/leavers/erasures"),
                        Map.of("ground", "RETENTION", "person", l.person().toString(), "confirmed", "yes"))
                .then()
                .statusCode(303);
        assertTrue(!places(l.name()).isEmpty(), "somebody of another factory is nobody here");
    }

    @Test
    void wordsThatAreEmptiedWithoutAnErasureAreFound() {
        Leaver l = leaver(Optional.empty());
        Superuser.sql(
                "update record_personal set salt = null, value = null, erased_by = gen_random_uuid() where client_id = ? and holder = ?",
                l.factory().client(),
                l.account());
        assertTrue(verdict(l).faults().stream().anyMatch(f -> f.what() == Fault.What.WORDS_GONE));
    }

    @Test
    void everyNameBesideAnAccountIsKnownToTheErasure() throws SQLException {
        List<String> unknown = new ArrayList<>();
        try (Connection c = Superuser.connect();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("""
                        select n.table_name, n.column_name from information_schema.columns n
                         join information_schema.columns h on h.table_schema = 'public' and h.table_name = n.table_name
                              and h.column_name = regexp_replace(n.column_name, '_name$', '')
                        where n.table_schema = 'public' and n.column_name like '%\\_by\\_name'
                          and not exists (select from personal_column p where p.table_name = n.table_name and p.column_name = n.column_name)""")) {
            while (r.next()) {
                unknown.add(r.getString(1) + "." + r.getString(2));
            }
        }
        assertEquals(List.of(), unknown, "call personal(…) in the migration that makes the table");
    }

    private static String rootOf(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
