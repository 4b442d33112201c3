package auditorium.records;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestClock;
import auditorium.TestDatabase;
import auditorium.TestMail;
import auditorium.Visitor;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the record, its daily ends, and who may see them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestMail.class)
class RecordPagesTest {

    @Inject
    RecordFixture fixture;

    @Inject
    DailyRoots roots;

    @Inject
    Recipients recipients;

    @Inject
    RecordCheck check;

    @Inject
    Checks checks;

    @Inject
    ClientScope scope;

    @Inject
    TestClock clock;

    @TempDir
    Path folder;

    @Test
    void aManagerChecksTheRecordAndTakesACopyAway() throws Exception {
        Visitor manager = Visitor.withPin("YUAN", yuanManager());
        manager.get(manager.at("/record")).then().statusCode(200).body(containsString("存证记录"));
        manager.post(manager.at("/record/checks"), Map.of()).then().statusCode(303);
        manager.get(manager.at("/record")).then().statusCode(200).body(containsString("state-plate"));
        var copy = manager.get(manager.at("/record/export"));
        copy.then()
                .statusCode(200)
                .header("Content-Disposition", startsWith("attachment; filename=\"record-YUAN-"))
                .header("Cache-Control", "no-store");
        Path file = Files.write(folder.resolve("copy.jsonl"), copy.asByteArray());
        Verdict verdict = RecordFile.check(file, new TreeMap<>(), Clock.systemUTC());
        assertTrue(verdict.whole(), verdict.faults().toString());
        assertTrue(verdict.entries() > 50);
    }

    /** The neighbour's factory manager. */
    private static String yuanManager() {
        try (var c = Superuser.connect();
                var s = c.prepareStatement(
                        "select m.number from membership m join client c on c.id = m.client_id where c.code = 'YUAN' and m.role = 'FACTORY_MANAGER' order by m.number limit 1");
                var r = s.executeQuery()) {
            assertTrue(r.next());
            return r.getString(1);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void onlyThoseWhoReachTheWholeFactoryComeToItsRecord() {
        Visitor manager = Visitor.withPassword("manager");
        for (Visitor other : List.of(Visitor.worker(), Visitor.withPassword("ehs"))) {
            other.get(other.at("/record")).then().statusCode(403);
            other.get(other.at("/record/export")).then().statusCode(403);
            other.get(other.at("/today"));
            other.post(other.at("/record/checks"), Map.of()).then().statusCode(403);
            other.get(other.at("/training")).then().body(not(containsString("/record")));
        }
        Visitor.withPassword("consultant").get(manager.at("/record")).then().statusCode(200);
        Visitor.stranger().get(manager.at("/record")).then().statusCode(303);
        Visitor neighbour = Visitor.withPin("YUAN", yuanManager());
        for (String page : List.of("/record", "/record/export")) {
            manager.get("/c/" + neighbour.client() + page).then().statusCode(404);
        }
        manager.get(manager.at("/record"));
        for (String action : List.of("/record/checks", "/record/recipients")) {
            manager.post("/c/" + neighbour.client() + action, Map.of("address", "a@example.com"))
                    .then()
                    .statusCode(404);
        }
        manager.get(manager.at("/training")).then().body(containsString("/record"));
    }

    @Test
    @ActivateRequestContext
    void anAddressIsAddedOnceRemovedForGoodAndNeverAnotherFactorys() {
        Visitor manager = Visitor.withPassword("manager");
        UUID demo = UUID.fromString(manager.client());
        manager.get(manager.at("/record"));
        manager.post(manager.at("/record/recipients"), Map.of("address", "not an address"))
                .then()
                .statusCode(422)
                .body(containsString("value=\"not an address\""))
                .body(containsString("name@example.com"));
        for (String bad :
                List.of("a@example.com, b@example.com", "a@example.com\r\nBcc: b@example.com", "<a@example.com>")) {
            manager.post(manager.at("/record/recipients"), Map.of("address", bad))
                    .then()
                    .statusCode(422);
        }
        String address = Ids.next() + "@example.com";
        manager.post(manager.at("/record/recipients"), Map.of("address", address))
                .then()
                .statusCode(303);
        manager.post(manager.at("/record/recipients"), Map.of("address", address))
                .then()
                .statusCode(303);
        List<Recipients.Recipient> mine = scope.inside(
                demo,
                () -> recipients.all(demo).stream()
                        .filter(r -> r.address().equals(address))
                        .toList());
        assertEquals(1, mine.size());
        String removal = "/record/recipients/" + mine.get(0).id() + "/removal";
        Visitor neighbour = Visitor.withPin("YUAN", yuanManager());
        neighbour.get(neighbour.at("/record"));
        neighbour.post(neighbour.at(removal), Map.of()).then().statusCode(404);
        manager.post(manager.at(removal), Map.of()).then().statusCode(303);
        manager.get(manager.at("/record")).then().body(not(containsString(address)));
    }

    @Test
    @ActivateRequestContext
    void theEndOfTheRecordIsKeptOnceADayAndGoesOutsideOnce() {
        RecordFixture.Factory f = fixture.factory();
        fixture.responses(f, 3);
        String address = "lawyer-" + f.code().toLowerCase(java.util.Locale.ROOT) + "@example.com";
        scope.inside(f.client(), () -> {
            recipients.add(f.client(), address, f.account(), Instant.parse("2026-11-26T00:00:00Z"));
        });
        Records.Factory factory =
                new Records.Factory(f.client(), f.code(), "测试厂", "Test Factory", ZoneId.of("Asia/Shanghai"));
        roots.day(factory);
        roots.day(factory);
        List<TestMail.Arrived> mails = TestMail.of(address);
        assertEquals(1, mails.size());
        var end = fixture.chain(f.client()).getLast();
        String anchor = end.sequence() + ":" + java.util.HexFormat.of().formatHex(end.hash());
        assertTrue(
                mails.get(0).text().contains("--anchor " + anchor), mails.get(0).text());
        assertTrue(mails.get(0).subject().contains("测试厂"), mails.get(0).subject());
        Checks.Past past =
                scope.inside(f.client(), () -> checks.latest(f.client())).orElseThrow();
        assertEquals(0, past.found());
        // and from then on the kept end is an anchor of its own
        fixture.responses(f, 1);
        Superuser.sql("update record_root set hash = sha256('x') where client_id = ?", f.client());
        assertTrue(!check.check(f.client(), f.code(), new TreeMap<>(), true).whole());
    }

    @Test
    @ActivateRequestContext
    @DisplayName("HT40: an end that was kept by a clock that was ahead hides no later end from those outside")
    void anEndOfAnotherTimeHidesNoLaterEnd() {
        RecordFixture.Factory f = fixture.factory();
        fixture.responses(f, 2);
        String address = "ahead-" + f.code().toLowerCase(java.util.Locale.ROOT) + "@example.com";
        scope.inside(f.client(), () -> {
            recipients.add(f.client(), address, f.account(), Instant.parse("2026-11-26T00:00:00Z"));
        });
        Records.Factory factory =
                new Records.Factory(f.client(), f.code(), "测试厂", "Test Factory", ZoneId.of("Asia/Shanghai"));
        clock.off(Duration.ofDays(40), () -> roots.day(factory));
        assertEquals(1, TestMail.of(address).size());
        fixture.responses(f, 2);
        roots.day(factory);
        List<TestMail.Arrived> mails = TestMail.of(address);
        assertEquals(2, mails.size());
        var end = fixture.chain(f.client()).getLast();
        String anchor = end.sequence() + ":" + java.util.HexFormat.of().formatHex(end.hash());
        assertTrue(mails.stream().anyMatch(m -> m.text().contains("--anchor " + anchor)), anchor);
        assertTrue(check.check(f.client(), f.code(), new TreeMap<>(), true).whole());
    }

    @Test
    @ActivateRequestContext
    void whatACheckFoundStandsOnThePage() {
        RecordFixture.Factory f = fixture.factory();
        fixture.responses(f, 3);
        Superuser.sql(
                "update record_entry set payload = payload || ' ' where client_id = ? and kind = 'response'",
                f.client());
        Records.Factory factory =
                new Records.Factory(f.client(), f.code(), "测试厂", "Test Factory", ZoneId.of("Asia/Shanghai"));
        roots.day(factory);
        Checks.Past past =
                scope.inside(f.client(), () -> checks.latest(f.client())).orElseThrow();
        assertEquals(3, past.found());
        assertEquals(3, past.faults().size());
        Superuser.sql(
                "insert into membership (id, account_id, client_id, role) select gen_random_uuid(), a.id, ?, 'CONSULTANT' from account a where login_name = 'consultant'",
                f.client());
        try {
            Visitor consultant = Visitor.withPassword("consultant");
            consultant
                    .get("/c/" + f.client() + "/record")
                    .then()
                    .statusCode(200)
                    .body(containsString("改过"))
                    .body(containsString("第 " + past.faults().get(0).sequence() + " 条"));
        } finally {
            Superuser.sql("delete from membership where client_id = ? and role = 'CONSULTANT'", f.client());
        }
    }

    @Test
    void theAdministratorSeesAllRecordsWithoutNamesAndNobodyElseDoes() {
        Visitor admin = Visitor.withPassword("admin");
        admin.get("/clients").then().body(containsString("href=\"/records\""));
        String page = admin.get("/records").then().statusCode(200).extract().asString();
        assertTrue(page.contains("DEMO") && page.contains("YUAN"));
        String yuan = Visitor.withPin("YUAN", yuanManager()).client();
        admin.get("/records");
        admin.post("/records/" + yuan + "/checks", Map.of()).then().statusCode(303);
        admin.post("/records/" + Ids.next() + "/checks", Map.of()).then().statusCode(404);
        for (Visitor other :
                List.of(Visitor.worker(), Visitor.withPassword("manager"), Visitor.withPassword("consultant"))) {
            other.get("/records").then().statusCode(403);
            other.get("/account");
            other.post("/records/" + yuan + "/checks", Map.of()).then().statusCode(403);
        }
        Visitor.stranger().get("/records").then().statusCode(303);
    }

    @Test
    @ActivateRequestContext
    void theAdministratorSeesWhatWouldBeErasedWhereAndOfNobodyTheName() {
        RecordFixture.Factory f = fixture.factory();
        for (int years : List.of(1, 4, 5)) {
            UUID person = Ids.next();
            Superuser.sql(
                    "insert into person (client_id, id, department_id, number, name, job, joined_on, left_on) values (?, ?, ?, ?, '罕见氏', '', '2015-01-01', current_date - make_interval(years => ?))",
                    f.client(),
                    person,
                    f.department(),
                    "N" + years,
                    years);
            Superuser.sql(
                    "insert into card_seen (client_id, id, person_id, lesson, version, card, seen_at) values (?, ?, ?, 'A1', 'record-test', 'a', now()), (?, ?, ?, 'A1', 'record-test', 'b', now())",
                    f.client(),
                    Ids.next(),
                    person,
                    f.client(),
                    Ids.next(),
                    person);
        }
        String page = Visitor.withPassword("admin").get("/records").asString();
        String mine = page.substring(page.indexOf("id=\"f-" + f.client()));
        mine = mine.substring(0, mine.indexOf("</section>"));
        assertTrue(mine.contains("2 位离职人员到期") && mine.contains("学习明细 4 条"), mine);
        assertTrue(!page.contains("罕见氏"));
        scope.inside(
                f.client(),
                () -> fixture.sql(
                        "insert into retention (client_id, months, set_at, set_by) values (?1, 54, now(), ?2)",
                        f.client(),
                        f.account()));
        mine = Visitor.withPassword("admin").get("/records").asString();
        mine = mine.substring(mine.indexOf("id=\"f-" + f.client()));
        assertTrue(mine.contains("1 位离职人员到期") && mine.contains("54 个月"), mine);
    }
}
