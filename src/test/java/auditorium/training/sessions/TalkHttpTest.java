package auditorium.training.sessions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.clients.NewFactory;
import auditorium.platform.ClientScope;
import auditorium.training.sessions.domain.Vote;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One phone goes round the line: names, PINs, three questions, signatures; nobody is signed in but the leader. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TalkHttpTest {

    private static final String INK = "M10 20L30 40L200 150M220 30L240 90";

    @Inject
    LiveQuestions questions;

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    @ActivateRequestContext
    List<LiveQuestions.Asked> asked(SessionFixture f, String talk) {
        UUID client = UUID.fromString(f.factory().id());
        return scope.inside(client, () -> questions.all(client, UUID.fromString(talk)));
    }

    @ActivateRequestContext
    long count(SessionFixture f, String sql, String talk) {
        return scope.inside(UUID.fromString(f.factory().id()), () -> (Long) entities.createNativeQuery(sql, Long.class)
                .setParameter(1, UUID.fromString(talk))
                .getSingleResult());
    }

    private static String begin(SessionFixture f) {
        Visitor leader = f.manager();
        leader.get(f.at("/talks/new")).then().statusCode(200).body(containsString("班前短训"));
        Response made = leader.post(
                f.at("/talks"),
                Map.of("lesson", SessionFixture.LESSON, "department", f.department(), "room", "二楼 3 号线"));
        assertEquals(303, made.statusCode(), made.asString());
        return made.header("Location").replaceAll(".*/", "");
    }

    private static String ticket(Response page) {
        var m = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"").matcher(page.asString());
        assertTrue(m.find(), page.asString());
        return m.group(1);
    }

    private Response handIn(
            SessionFixture f, String talk, String person, String ticket, boolean knows, String signature, String here) {
        Visitor leader = f.manager();
        var request = leader.request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf-token", leader.token())
                .formParam("ticket", ticket)
                .formParam("signature", signature)
                .formParam("here", here);
        for (LiveQuestions.Asked q : asked(f, talk)) {
            Set<String> right = Vote.right(q.question());
            Set<String> given = knows
                    ? right
                    : Set.of(q.choices().stream()
                            .filter(c -> !right.contains(c))
                            .findFirst()
                            .orElseThrow());
            request = request.formParam("option." + q.id(), given.toArray());
        }
        return request.post(f.at("/talks/" + talk + "/people/" + person + "/participation"));
    }

    @Test
    void fifteenPeopleInARowTakePartOnOnePhone() {
        SessionFixture f = SessionFixture.make();
        for (int i = 1; i <= 15; i++) {
            f.worker("T%02d".formatted(i), "线上工人" + i);
        }
        String talk = begin(f);
        Visitor leader = f.manager();
        Map<String, String> before = new HashMap<>(leader.cookies());
        assertEquals(3, asked(f, talk).size());
        for (int i = 1; i <= 15; i++) {
            String person = f.id("T%02d".formatted(i));
            String turn = f.at("/talks/" + talk + "/people/" + person);
            leader.get(f.at("/talks/" + talk)).then().body(containsString("线上工人" + i));
            leader.get(turn).then().statusCode(200).body(containsString("请输入你的 PIN"));
            Response questionsPage = leader.post(turn + "/pin", Map.of("pin", NewFactory.PIN));
            assertEquals(200, questionsPage.statusCode());
            assertFalse(questionsPage.asString().contains("answer-why"), "nothing is told before the answers are in");
            Response taken =
                    handIn(f, talk, person, ticket(questionsPage), i != 7, i == 3 ? "" : INK, i == 3 ? "yes" : "");
            assertEquals(303, taken.statusCode(), taken.asString());
            leader.get(taken.header("Location").replaceFirst("^https?://[^/]+", ""))
                    .then()
                    .statusCode(200)
                    .body(containsString(i == 7 ? "3 题对了 0 题" : "3 题对了 3 题"));
        }
        assertEquals(before.get("session"), leader.cookies().get("session"), "the phone stays the leader's");
        leader.get(f.at("/talks/" + talk)).then().body(containsString("已完成 15 人"));
        assertEquals(
                15, count(f, "select count(*) from session_attendance where session_id = ?1 and how = 'LINE'", talk));
        assertEquals(
                14,
                count(
                        f,
                        "select count(*) from session_attendance where session_id = ?1 and signature is not null",
                        talk));
        leader.get(f.at("/sessions/" + talk)).then().statusCode(200).body(containsString("到场 15"));
        leader.post(f.at("/sessions/" + talk + "/closing"), Map.of()).then().statusCode(303);
        assertEquals(14, count(f, "select count(*) from achievement where source_id = ?1 and source = 'LINE'", talk));
        assertEquals(
                200, leader.get(f.at("/sessions/" + talk + "/papers/record")).statusCode());
        leader.get(f.at("/talks/" + talk)).then().statusCode(200).body(containsString("已经结束"));
        leader.get(f.at("/sessions/" + talk + "/terms")).then().statusCode(404);
    }

    @Test
    void aWrongPinAForeignTicketAndAMissingSignatureGoNowhereAndNothingIsLost() {
        SessionFixture f = SessionFixture.make();
        f.worker("U1", "甲");
        f.worker("U2", "乙");
        f.person("U3", "没有账号的人");
        String talk = begin(f);
        Visitor leader = f.manager();
        String one = f.at("/talks/" + talk + "/people/" + f.id("U1"));
        leader.get(one);
        leader.post(one + "/pin", Map.of("pin", "000000"))
                .then()
                .statusCode(401)
                .body(containsString("PIN 不对"));
        leader.post(f.at("/talks/" + talk + "/people/" + f.id("U3") + "/pin"), Map.of("pin", NewFactory.PIN))
                .then()
                .statusCode(409)
                .body(containsString("还没有 PIN"));
        String ticket = ticket(leader.post(one + "/pin", Map.of("pin", NewFactory.PIN)));
        assertEquals(
                401, handIn(f, talk, f.id("U2"), ticket, true, INK, "").statusCode(), "a ticket is for one person");
        assertEquals(401, handIn(f, talk, f.id("U1"), "x.y", true, INK, "").statusCode());
        for (String bad : List.of("", "M1 1", INK + "\"><script>")) {
            Response again = handIn(f, talk, f.id("U1"), ticket, true, bad, "");
            assertEquals(422, again.statusCode());
            assertTrue(again.asString().contains(" checked"), "the answers are kept");
            assertFalse(again.asString().contains("<script>alert"));
        }
        assertEquals(0, count(f, "select count(*) from session_attendance where session_id = ?1", talk));
        assertEquals(303, handIn(f, talk, f.id("U1"), ticket, true, INK, "").statusCode());
        assertEquals(303, handIn(f, talk, f.id("U1"), ticket, false, INK, "").statusCode());
        assertEquals(1, count(f, "select count(*) from session_attendance where session_id = ?1", talk));
        assertEquals(3, count(f, "select count(*) from session_answer where session_id = ?1 and earned > 0", talk));
        leader.get(one).then().body(containsString("已经完成"));
        // guesses on somebody's PIN are counted as at the sign-in
        String two = f.at("/talks/" + talk + "/people/" + f.id("U2"));
        leader.get(two);
        for (int i = 0; i < 5; i++) {
            leader.post(two + "/pin", Map.of("pin", "11111" + i)).then().statusCode(401);
        }
        leader.post(two + "/pin", Map.of("pin", NewFactory.PIN))
                .then()
                .statusCode(429)
                .body(containsString("15 分钟"));
    }

    @Test
    void workersAndNeighboursReachNoTalk() {
        SessionFixture f = SessionFixture.make();
        Visitor worker = f.worker("V1", "甲");
        String talk = begin(f);
        String turn = "/talks/" + talk + "/people/" + f.id("V1");
        Visitor manager = Visitor.withPassword("manager");
        manager.get(manager.at("/talks/new")).then().statusCode(200).body(not(containsString(f.department())));
        for (String path : List.of("/talks/" + talk, "/talks/" + talk + "/numbers?number=V1", turn)) {
            worker.get(f.at(path)).then().statusCode(403);
            manager.get(f.at(path)).then().statusCode(404);
            manager.get(manager.at(path)).then().statusCode(404);
        }
        for (String path : List.of(turn + "/pin", turn + "/participation")) {
            manager.post(manager.at(path), Map.of("pin", NewFactory.PIN, "ticket", "x"))
                    .then()
                    .statusCode(404);
            worker.post(f.at(path), Map.of("pin", NewFactory.PIN, "ticket", "x"))
                    .then()
                    .statusCode(403);
        }
        manager.post(
                        manager.at("/talks"),
                        Map.of("lesson", SessionFixture.LESSON, "department", f.department(), "room", "x"))
                .then()
                .statusCode(400);
        // a person of the demo is nobody in this factory's talk
        f.manager().get(f.at("/talks/" + talk));
        f.manager()
                .get(f.at("/talks/" + talk + "/people/" + UUID.randomUUID()))
                .then()
                .statusCode(404);
        f.manager().get(f.at("/talks/" + talk + "/numbers?number=A0317")).then().statusCode(404);
    }
}
