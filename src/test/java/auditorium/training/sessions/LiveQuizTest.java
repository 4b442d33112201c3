package auditorium.training.sessions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.Library;
import auditorium.library.content.Form;
import auditorium.platform.ClientScope;
import auditorium.platform.Lang;
import auditorium.platform.Text;
import auditorium.records.RecordCheck;
import auditorium.training.sessions.domain.LiveDraw;
import auditorium.training.sessions.domain.Vote;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The quiz of a room: one question on the wall, phones answer, nobody sees what is right before it is closed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LiveQuizTest {

    @Inject
    LiveQuestions questions;

    @Inject
    Library library;

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    @Inject
    RecordCheck check;

    @ActivateRequestContext
    Optional<LiveQuestions.Asked> now(SessionFixture f, String session) {
        UUID client = UUID.fromString(f.factory().id());
        return scope.inside(client, () -> LiveQuestions.now(questions.all(client, UUID.fromString(session))));
    }

    @ActivateRequestContext
    long count(SessionFixture f, String sql, String session) {
        return scope.inside(UUID.fromString(f.factory().id()), () -> (Long) entities.createNativeQuery(sql, Long.class)
                .setParameter(1, UUID.fromString(session))
                .getSingleResult());
    }

    /** Whatever tells in a language which answer is right. */
    private static List<String> secrets(LiveQuestions.Asked asked) {
        List<Text> told = new ArrayList<>();
        switch (asked.question().form()) {
            case Form.Single s -> s.options().forEach(o -> told.add(o.reason()));
            case Form.Multiple m -> m.options().forEach(o -> told.add(o.reason()));
            case Form.TrueFalse t -> told.add(t.reason());
            default -> throw new AssertionError("not for a room");
        }
        return told.stream().map(t -> t.in(Lang.ZH)).filter(t -> t.length() > 4).toList();
    }

    private static Set<String> wrong(LiveQuestions.Asked asked) {
        Set<String> right = Vote.right(asked.question());
        return Set.of(asked.choices().stream()
                .filter(c -> !right.contains(c))
                .findFirst()
                .orElse(asked.choices().get(0)));
    }

    private static Response answer(
            SessionFixture f, Visitor worker, String session, UUID question, Set<String> options) {
        return worker.request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf-token", worker.token())
                .formParam("question", question.toString())
                .formParam("option", options.toArray())
                .post(f.at("/here/" + session + "/answers"));
    }

    @Test
    @ActivateRequestContext
    void aRoomIsAskedAndOnlyThoseWhoStayedAndKnewHaveMasteredTheLesson() {
        SessionFixture f = SessionFixture.make();
        Visitor knows = f.worker("K1", "知道的人");
        Visitor guesses = f.worker("K2", "乱猜的人");
        Visitor leaves = f.worker("K3", "先走的人");
        Visitor absent = f.worker("K4", "没来的人");
        String session = f.plan("投影室", "K1 K2 K3 K4");
        String screen = f.at("/sessions/" + session + "/screen");
        String here = f.at("/here/" + session);
        for (Visitor worker : List.of(knows, guesses, leaves)) {
            f.arrive(worker, session);
        }
        Visitor manager = f.manager();
        int asked = 0;
        while (manager.get(screen).asString().contains("/screen/questions\"")) {
            manager.post(screen + "/questions", Map.of()).then().statusCode(303);
            LiveQuestions.Asked open = now(f, session).orElseThrow();
            assertTrue(open.open());
            assertTrue(LiveDraw.fits(open.question()));
            asked++;
            // a second tap opens no second question
            manager.post(screen + "/questions", Map.of());
            assertEquals(open.id(), now(f, session).orElseThrow().id());
            String wall = manager.get(screen).asString();
            String phone = knows.get(here).asString();
            for (String secret : secrets(open)) {
                assertFalse(wall.contains(secret), "the wall tells before the end: " + secret);
                assertFalse(phone.contains(secret), "a phone tells before the end: " + secret);
            }
            assertFalse(wall.contains("is-right") || wall.contains("bar-fill"), "the wall tells before the end");
            assertEquals(
                    303,
                    answer(f, knows, session, open.id(), Vote.right(open.question()))
                            .statusCode());
            // the first answer counts
            answer(f, knows, session, open.id(), wrong(open));
            guesses.get(here);
            answer(f, guesses, session, open.id(), wrong(open));
            leaves.get(here);
            answer(f, leaves, session, open.id(), Vote.right(open.question()));
            // strange options, and people who are not there
            absent.get(here);
            assertEquals(
                    409,
                    answer(f, absent, session, open.id(), Vote.right(open.question()))
                            .statusCode());
            knows.get(here).then().body(containsString("等讲师公布"));
            for (String secret : secrets(open)) {
                assertFalse(knows.get(here).asString().contains(secret), "a phone tells before the end");
            }
            manager.get(screen).then().body(containsString("3 / 3 人已作答"));
            manager.post(
                            screen + "/questions/closing",
                            Map.of("question", open.id().toString()))
                    .then()
                    .statusCode(303);
            manager.get(screen).then().body(containsString("is-right")).body(containsString("bar-fill"));
            knows.get(here).then().body(containsString(">对<"));
            guesses.get(here).then().body(containsString("不对"));
            // too late
            assertEquals(
                    303,
                    answer(f, guesses, session, open.id(), Vote.right(open.question()))
                            .statusCode());
        }
        assertTrue(asked >= 4, "only " + asked + " questions");
        assertEquals(3L * asked, count(f, "select count(*) from session_answer where session_id = ?1", session));
        manager.get(f.at("/sessions/" + session + "/terms"));
        Map<String, String> other = SessionFixture.form("投影室", SessionFixture.today(), "");
        other.put("lesson", "C1-responsibility");
        manager.post(f.at("/sessions/" + session + "/terms"), other).then().statusCode(400);

        manager.get(f.at("/sessions/" + session));
        manager.post(f.at("/sessions/" + session + "/attendances"), Map.of("person", f.id("K3"), "attended", "LEFT"));
        manager.post(f.at("/sessions/" + session + "/closing"), Map.of()).then().statusCode(303);
        assertEquals(3, count(f, "select count(*) from session_result where session_id = ?1", session));
        assertEquals(1, count(f, "select count(*) from session_result where session_id = ?1 and passed", session));
        assertEquals(
                1,
                count(
                        f,
                        "select count(*) from achievement where source_id = ?1 and source = 'SESSION' and score = 100",
                        session));
        manager.get(f.at("/sessions/" + session)).then().body(containsString("C2 100%"));
        knows.get(f.at("/my-data"))
                .then()
                .statusCode(200)
                .body(containsString("培训中的成绩"))
                .body(containsString("投影室"));
        var verdict = check.check(UUID.fromString(f.factory().id()), f.factory().code(), new TreeMap<>(), true);
        assertTrue(verdict.whole(), verdict.faults().toString());
        tampered(f, session);

        // on paper, in both languages, and as a workbook
        for (String paper : List.of("record", "record?lang=en", "workbook", "workbook?lang=en")) {
            Response made = manager.get(f.at("/sessions/" + session + "/papers/" + paper));
            assertEquals(200, made.statusCode(), paper);
            assertTrue(made.asByteArray().length > 3000, paper);
        }
    }

    /** One changed result or presence, by somebody who may do everything in the database, and the record says where. */
    private void tampered(SessionFixture f, String session) {
        UUID id = UUID.fromString(session);
        for (String[] change : List.of(
                new String[] {"session_result", "passed", "not passed"},
                new String[] {"session_outcome", "walk_in", "not walk_in"})) {
            String sql = "update " + change[0] + " set " + change[1] + " = " + change[2]
                    + " where session_id = ? and person_id = '" + f.id("K2") + "'";
            Superuser.sql(sql, id);
            var found =
                    check.check(UUID.fromString(f.factory().id()), f.factory().code(), new TreeMap<>(), true);
            assertFalse(found.whole(), change[0]);
            assertTrue(
                    found.faults().stream().anyMatch(x -> x.thing().equals("training-session " + session)),
                    found.faults().toString());
            Superuser.sql(sql, id);
        }
    }

    @Test
    void nobodyOutsideAsksAnswersOrTakesTheRecord() {
        SessionFixture f = SessionFixture.make();
        Visitor worker = f.worker("L1", "工人");
        String session = f.plan("投影室", "L1");
        f.arrive(worker, session);
        String screen = "/sessions/" + session + "/screen";
        f.manager().get(f.at(screen));
        f.manager().post(f.at(screen + "/questions"), Map.of()).then().statusCode(303);
        LiveQuestions.Asked open = now(f, session).orElseThrow();
        worker.post(f.at(screen + "/questions"), Map.of()).then().statusCode(403);
        worker.post(
                        f.at(screen + "/questions/closing"),
                        Map.of("question", open.id().toString()))
                .then()
                .statusCode(403);
        Visitor stranger = Visitor.withPassword("manager");
        stranger.get(stranger.at("/sessions/new"));
        for (String path : List.of("/questions", "/questions/closing")) {
            stranger.post(
                            stranger.at(screen + path),
                            Map.of("question", open.id().toString()))
                    .then()
                    .statusCode(404);
        }
        stranger.post(
                        stranger.at("/here/" + session + "/answers"),
                        Map.of("question", open.id().toString(), "option", "a"))
                .then()
                .statusCode(org.hamcrest.Matchers.anyOf(org.hamcrest.Matchers.is(404), org.hamcrest.Matchers.is(409)));
        for (String paper : List.of("record", "workbook")) {
            stranger.get(stranger.at("/sessions/" + session + "/papers/" + paper))
                    .then()
                    .statusCode(404);
            worker.get(f.at("/sessions/" + session + "/papers/" + paper)).then().statusCode(403);
            f.manager()
                    .get(f.at("/sessions/" + session + "/papers/" + paper))
                    .then()
                    .statusCode(409);
        }
        // strange options count for nothing, and the page asks again
        worker.get(f.at("/here/" + session));
        assertEquals(
                303,
                answer(f, worker, session, open.id(), Set.of("no-such-option")).statusCode());
        worker.get(f.at("/here/" + session)).then().body(containsString("交答案")).body(not(containsString("等讲师公布")));
    }

    @Test
    void aPhotoOfTheSignedSheetIsKeptForThoseWhoMaySeeIt() throws Exception {
        SessionFixture f = SessionFixture.make();
        Visitor worker = f.worker("M1", "工人");
        String session = f.plan("投影室", "M1");
        String photos = "/sessions/" + session + "/photos";
        var picture = new java.awt.image.BufferedImage(40, 30, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var bytes = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(picture, "png", bytes);
        Visitor manager = f.manager();
        manager.get(f.at("/sessions/" + session));
        assertEquals(303, send(manager, f.at(photos), bytes.toByteArray()).statusCode());
        assertEquals(
                415,
                send(manager, f.at(photos), "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .statusCode());
        String page = manager.get(f.at("/sessions/" + session)).asString();
        var photo = java.util.regex.Pattern.compile(photos + "/[0-9a-f-]{36}").matcher(page);
        assertTrue(photo.find());
        manager.get(f.at(photo.group())).then().statusCode(200).contentType("image/jpeg");
        worker.get(f.at(photo.group())).then().statusCode(403);
        Visitor stranger = Visitor.withPassword("manager");
        stranger.get(stranger.at(photo.group())).then().statusCode(404);
        manager.post(f.at("/sessions/" + session + "/closing"), Map.of()).then().statusCode(303);
        manager.get(f.at("/sessions/" + session));
        assertEquals(409, send(manager, f.at(photos), bytes.toByteArray()).statusCode());
    }

    private static Response send(Visitor visitor, String path, byte[] bytes) {
        return visitor.request()
                .multiPart("csrf-token", visitor.token())
                .multiPart("file", "sheet.png", bytes, "image/png")
                .post(path);
    }
}
