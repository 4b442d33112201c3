package auditorium.training.sessions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.records.RecordCheck;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A session in a room: planned, people come with the code on the wall or are noted by hand, closed, and then it stays. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SessionHttpTest {

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    @Inject
    RecordCheck check;

    @ActivateRequestContext
    long count(SessionFixture f, String sql, Object... values) {
        return scope.inside(UUID.fromString(f.factory().id()), () -> {
            var query = entities.createNativeQuery(sql, Long.class);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return (Long) query.getSingleResult();
        });
    }

    @ActivateRequestContext
    int change(SessionFixture f, String sql, Object... values) {
        return scope.inside(UUID.fromString(f.factory().id()), () -> {
            var query = entities.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return query.executeUpdate();
        });
    }

    @Test
    void aWorkerScansSignsInAndOnlyTheButtonNotesPresence() {
        SessionFixture f = SessionFixture.make();
        Visitor worker = f.worker("W1", "扫码工人");
        String session = f.plan("一号会议室", "W1");
        String scan = f.wall(session);
        String notes = "select count(*) from session_attendance where session_id = cast(?1 as uuid)";

        // a phone on which nobody has signed in is sent to the sign-in, and holds a ticket that waits for it
        Visitor phone = Visitor.stranger();
        Response scanned = phone.get(scan);
        assertEquals(303, scanned.statusCode());
        String here = f.at("/here/" + session);
        assertTrue(scanned.header("Location").endsWith(here));
        assertTrue(phone.get(here).header("Location").contains("/sign-in"));
        phone.get("/sign-in");
        phone.post("/sign-in", Map.of("factory", f.factory().code(), "number", "W1", "pin", "738195", "next", here))
                .then()
                .statusCode(303);
        phone.get(here).then().statusCode(200).body(containsString("我到了")).body(containsString("一号会议室"));
        assertEquals(0, count(f, notes, session), "reading notes nothing");
        phone.post(here + "/presence", Map.of()).then().statusCode(303);
        phone.post(here + "/presence", Map.of()).then().statusCode(303);
        phone.get(here).then().body(containsString("已登记到场")).body(not(containsString("我到了")));
        assertEquals(1, count(f, notes + " and how = 'QR'", session));

        // without a ticket the same person can be there only once somebody notes it
        worker.get(here).then().statusCode(200).body(containsString("已登记到场"));
        worker.get(here + "/presence").then().statusCode(404);
        f.manager()
                .get(f.at("/sessions/" + session))
                .then()
                .body(containsString("扫码工人"))
                .body(containsString("到场 1"));
    }

    @Test
    void aCodeOfAnotherTimeOrSessionAndAForeignPhoneAreSentAway() {
        SessionFixture f = SessionFixture.make();
        Visitor worker = f.worker("W2", "没扫码的人");
        String session = f.plan("二号会议室", "W2");
        String here = f.at("/here/" + session);
        String wall = f.wall(session);
        String other = f.plan("三号会议室", "");
        worker.get(here).then().statusCode(200).body(containsString("请扫墙上的码"));
        worker.post(here + "/presence", Map.of()).then().statusCode(409);
        // not on the list and not in the room: there is no such session
        worker.get(f.at("/here/" + other)).then().statusCode(404).body(not(containsString("三号会议室")));
        String code = wall.substring(wall.lastIndexOf('/') + 1);
        String wrong = (code.charAt(0) == 'A' ? "B" : "A") + code.substring(1);
        for (String bad : List.of(
                wall.replace(code, wrong),
                wall.replace(session, other),
                wall.replace(session, Ids.next().toString()),
                wall.replace(f.factory().id(), Ids.next().toString()))) {
            Visitor.stranger().get(bad).then().statusCode(410).body(containsString("过期"));
        }
        Visitor.stranger().get("/here/x/y/z").then().statusCode(404);
        // somebody of another factory may scan, and comes to nothing
        Visitor foreign = Visitor.worker();
        foreign.get(wall).then().statusCode(303);
        foreign.get(here).then().statusCode(404);
        foreign.post(here + "/presence", Map.of()).then().statusCode(404);
        assertEquals(
                0, count(f, "select count(*) from session_attendance where session_id = cast(?1 as uuid)", session));
    }

    @Test
    @ActivateRequestContext
    void whatIsClosedStaysOnlyCorrectionsAreAddedAndTheRecordKnows() throws Exception {
        SessionFixture f = SessionFixture.make();
        f.person("B1", "来了的人");
        f.person("B2", "走了的人");
        f.person("B3", "没来的人");
        f.person("B4", "名单外的人");
        String session = f.plan("培训室", "B1, B2；B3");
        Visitor manager = f.manager();
        String page = f.at("/sessions/" + session);
        for (String number : List.of("B1", "B2")) {
            manager.post(page + "/attendances", Map.of("person", f.id(number), "attended", "PRESENT"))
                    .then()
                    .statusCode(303);
        }
        manager.post(page + "/attendances", Map.of("person", f.id("B2"), "attended", "LEFT"))
                .then()
                .statusCode(303);
        manager.post(page + "/attendances/walk-ins", Map.of("number", "B4"))
                .then()
                .statusCode(303);
        manager.post(page + "/attendances/walk-ins", Map.of("number", "B9"))
                .then()
                .statusCode(404)
                .body(containsString("B9"));
        manager.get(page).then().body(containsString("到场 2 · 提前离开 1 · 未到 1")).body(containsString("名单外"));
        manager.post(page + "/cancellation", Map.of()).then().statusCode(409);
        manager.post(page + "/corrections", Map.of("words", "太早")).then().statusCode(409);
        manager.post(page + "/closing", Map.of()).then().statusCode(303);
        manager.post(page + "/closing", Map.of()).then().statusCode(303);

        // pages refuse, and so does the database
        manager.post(page + "/attendances", Map.of("person", f.id("B3"), "attended", "PRESENT"))
                .then()
                .statusCode(409);
        manager.get(page + "/screen").then().statusCode(303);
        UUID id = UUID.fromString(session);
        UUID client = UUID.fromString(f.factory().id());
        for (String sql : List.of(
                "update training_session set room = 'x' where id = ?1",
                "update training_session set trainer = 'x' where id = ?1",
                "delete from session_seat where session_id = ?1",
                "update session_outcome set attended = 'PRESENT' where session_id = ?1",
                "insert into session_seat (client_id, session_id, person_id, walk_in) select client_id, ?1, id, true from person limit 1",
                "insert into session_attendance select client_id, uuidv7(), session_id, person_id, 'PRESENT', 'HAND', now(), noted_by, null from session_attendance where session_id = ?1",
                "delete from training_session where id = ?1")) {
            assertThrows(RuntimeException.class, () -> change(f, sql, id), sql);
        }
        assertEquals(4, count(f, "select count(*) from session_outcome where session_id = ?1", id));
        assertEquals(
                2, count(f, "select count(*) from session_outcome where session_id = ?1 and attended = 'PRESENT'", id));
        assertEquals(
                0, count(f, "select count(*) from achievement where source_id = ?1", id), "being there is not mastery");

        Map<String, String> correction = new HashMap<>();
        correction.put("id", Ids.next().toString());
        correction.put("words", "B3 其实到了，在后排");
        manager.get(page);
        manager.post(page + "/corrections", correction).then().statusCode(303);
        manager.post(page + "/corrections", correction).then().statusCode(303);
        manager.post(page + "/corrections", Map.of("words", "  ")).then().statusCode(422);
        manager.get(page).then().body(containsString("B3 其实到了")).body(containsString("已写入防篡改记录"));
        assertEquals(1, count(f, "select count(*) from session_correction where session_id = ?1", id));
        assertEquals(
                2,
                count(f, "select count(*) from record_entry where kind in ('training-session', 'session-correction')"));
        assertTrue(
                check.check(client, f.factory().code(), new java.util.TreeMap<>(), true)
                        .whole(),
                "the record holds");
    }

    @Test
    void nobodyIsPresentBeforeTheDayAndWhatWasTypedIsKept() {
        SessionFixture f = SessionFixture.make();
        f.person("C1", "明天的人");
        String tomorrow = LocalDate.parse(SessionFixture.today()).plusDays(1).toString();
        String session = f.plan(SessionFixture.form("明天的教室", tomorrow, "C1"));
        String page = f.at("/sessions/" + session);
        Visitor manager = f.manager();
        manager.get(page);
        manager.post(page + "/attendances", Map.of("person", f.id("C1"), "attended", "PRESENT"))
                .then()
                .statusCode(409);
        manager.post(page + "/closing", Map.of()).then().statusCode(409);
        Map<String, String> bad = SessionFixture.form("<b>x</b>", "2026-13-01", "C1 Z99");
        bad.put("minutes", "0");
        bad.put("lesson", "no-such-lesson");
        manager.get(f.at("/sessions/new"));
        manager.post(f.at("/sessions"), bad)
                .then()
                .statusCode(400)
                .body(containsString("Z99"))
                .body(containsString("value=\"2026-13-01\""))
                .body(containsString("请选 1 到 12 课"))
                .body(not(containsString("<b>x</b>")));
        // nobody makes a record for the past
        String yesterday = LocalDate.parse(SessionFixture.today()).minusDays(1).toString();
        for (String target : List.of("/sessions", "/sessions/" + session + "/terms")) {
            manager.post(f.at(target), SessionFixture.form("昨天的教室", yesterday, "C1"))
                    .then()
                    .statusCode(400)
                    .body(containsString("不能补过去的培训"));
        }
        manager.post(page + "/cancellation", Map.of()).then().statusCode(303);
        manager.get(f.at("/sessions?month=" + tomorrow.substring(0, 7)))
                .then()
                .statusCode(200)
                .body(containsString("明天的教室"))
                .body(containsString("已取消"));
        manager.get(f.at("/sessions?month=nonsense")).then().statusCode(200);
    }

    @Test
    void theSignInSheetIsAPdfWithTheNames() {
        SessionFixture f = SessionFixture.make();
        f.person("D1", "签名的人");
        String session = f.plan("培训室", "D1");
        Response sheet = f.manager().get(f.at("/sessions/" + session + "/papers/sheet"));
        assertEquals(200, sheet.statusCode());
        assertEquals("application/pdf", sheet.contentType());
        assertTrue(sheet.asByteArray().length > 8_000);
    }

    @Test
    void workersNeighboursAndOtherDepartmentsReachNoSession() {
        SessionFixture f = SessionFixture.make();
        Visitor worker = f.worker("E1", "普通工人");
        String session = f.plan("培训室", "E1");
        String page = "/sessions/" + session;
        worker.get(f.at("/sessions")).then().statusCode(403);
        worker.get(f.at("/sessions/new")).then().statusCode(403);
        for (String path : List.of("", "/screen", "/papers/sheet", "/terms")) {
            worker.get(f.at(page + path)).then().statusCode(403);
            Visitor manager = Visitor.withPassword("manager");
            manager.get(f.at(page + path)).then().statusCode(404);
            manager.get(manager.at(page + path)).then().statusCode(404);
            Visitor ehs = Visitor.withPassword("ehs");
            ehs.get(ehs.at(page + path)).then().statusCode(404);
        }
        Visitor manager = Visitor.withPassword("manager");
        manager.get(manager.at("/sessions/new"));
        for (String path : List.of(
                "/closing",
                "/cancellation",
                "/corrections",
                "/terms",
                "/attendances",
                "/attendances/rest",
                "/attendances/walk-ins")) {
            manager.post(
                            manager.at(page + path),
                            Map.of("words", "x", "number", "E1", "person", f.id("E1"), "attended", "PRESENT"))
                    .then()
                    .statusCode(404);
        }
        manager.get(manager.at("/here/" + session)).then().statusCode(404);
        manager.post(manager.at("/here/" + session + "/presence"), Map.of())
                .then()
                .statusCode(org.hamcrest.Matchers.anyOf(org.hamcrest.Matchers.is(404), org.hamcrest.Matchers.is(409)));
        // a department's manager plans for the own people, and does not reach what the factory's manager planned
        Visitor ehs = Visitor.withPassword("ehs");
        ehs.get(ehs.at("/sessions/new")).then().statusCode(200);
        Response made = ehs.post(ehs.at("/sessions"), SessionFixture.form("安环办公室", SessionFixture.today(), "A0317"));
        assertEquals(400, made.statusCode(), "A0317 works elsewhere");
        Map<String, String> own = SessionFixture.form("安环办公室", SessionFixture.today(), "");
        Response planned = ehs.post(ehs.at("/sessions"), own);
        assertEquals(303, planned.statusCode());
        Visitor production = Visitor.withPassword("production");
        String theirs = planned.header("Location").replaceAll(".*(/c/.*)", "$1");
        production.get(theirs).then().statusCode(404);
        manager.get(theirs).then().statusCode(200);
        assertFalse(production.get(production.at("/sessions")).asString().contains("安环办公室"));
        ehs.get(theirs);
        ehs.post(theirs + "/cancellation", Map.of()).then().statusCode(303);
    }
}
