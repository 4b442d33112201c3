package auditorium.quizzes;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.quizzes.MarkingFixture.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A key was wrong and is corrected: what happens to those who were marked by it, and what never does. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RegradeHttpTest {

    private static final String REASON = "B 才对：规定 2025 年改过了";

    @Inject
    MarkingFixture fixture;

    @Inject
    ClientScope scope;

    @Inject
    EntityManager entities;

    /** Attempts at two questions, the first of which was asked with a wrong key. */
    private record Scene(
            Plant factory, Quiz quiz, Question now, UUID gains, UUID keeps, UUID rises, UUID silent, UUID current) {

        String page() {
            return "/regrades/" + quiz.id() + "/" + now.id();
        }
    }

    private Scene scene() {
        Plant factory = fixture.factory(5);
        Quiz quiz = fixture.quiz("A10-audit-integrity");
        Question now = fixture.singles(quiz).get(0);
        Question other = fixture.singles(quiz).get(1);
        Question old = fixture.before(quiz, now);
        List<Question> paper = List.of(old, other);
        var right = MarkingFixture.chosen(MarkingFixture.right(now));
        var wrong = MarkingFixture.chosen(MarkingFixture.wrong(now)); // which the old key held to be right
        var known = MarkingFixture.chosen(MarkingFixture.right(other));
        return new Scene(
                factory,
                quiz,
                now,
                fixture.handIn(factory, factory.person(1), quiz, paper, Map.of(now.id(), right, other.id(), known)),
                fixture.handIn(factory, factory.person(2), quiz, paper, Map.of(now.id(), wrong, other.id(), known)),
                fixture.handIn(factory, factory.person(3), quiz, paper, Map.of(now.id(), right)),
                fixture.handIn(factory, factory.person(4), quiz, paper, Map.of(other.id(), known)),
                fixture.handIn(
                        factory,
                        factory.person(5),
                        quiz,
                        List.of(now, other),
                        Map.of(now.id(), right, other.id(), known)));
    }

    private static Map<String, String> order(Visitor visitor, Scene scene) {
        String page = visitor.get(scene.page()).then().statusCode(200).extract().asString();
        Map<String, String> fields = new HashMap<>();
        for (String name : List.of("id", "key", "version")) {
            Matcher m =
                    Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
            if (m.find()) {
                fields.put(name, m.group(1));
            }
        }
        fields.put("reason", REASON);
        return fields;
    }

    private Object[] attempt(Scene scene, UUID attempt) {
        return fixture.row(scene.factory(), "select earned, possible, passed from attempt where id = ?1", attempt);
    }

    private int count(Scene scene, String sql, Object... values) {
        return ((Number) fixture.row(scene.factory(), "select count(*), 0 from " + sql, values)[0]).intValue();
    }

    @Test
    @ActivateRequestContext
    void aCorrectedKeyMarksAnewOnceAndTakesNoPass() {
        Scene scene = scene();
        assertArrayEquals(new Object[] {100, 200, false}, attempt(scene, scene.gains()));
        assertArrayEquals(new Object[] {200, 200, true}, attempt(scene, scene.keeps()));
        Visitor consultant = scene.factory().visitor("consultant");
        consultant
                .get("/analysis/" + scene.quiz().id() + "/questions/"
                        + scene.now().id())
                .then()
                .statusCode(200)
                .body(containsString("有 4 份答的是以前的版本"), containsString(scene.page()));
        Map<String, String> order = order(consultant, scene);
        for (int i = 0; i < 2; i++) { // sent twice, it is one order
            consultant.post(scene.page() + "/orders", order).then().statusCode(303);
        }
        assertArrayEquals(new Object[] {200, 200, true}, attempt(scene, scene.gains()));
        assertArrayEquals(new Object[] {100, 200, true}, attempt(scene, scene.keeps()));
        assertArrayEquals(new Object[] {100, 200, false}, attempt(scene, scene.rises()));
        assertArrayEquals(new Object[] {100, 200, false}, attempt(scene, scene.silent()));
        assertArrayEquals(new Object[] {200, 200, true}, attempt(scene, scene.current()));
        assertArrayEquals(
                new Object[] {4, 3, 1, 1, REASON, "顾问丁"},
                fixture.row(
                        scene.factory(), "select attempts, changed, gained, kept, reason, made_by_name from regrade"));
        assertEquals(3, count(scene, "regrade_change"));
        assertEquals(3, count(scene, "attempt_marking where cause = 'REGRADED'"));
        assertEquals(
                5,
                count(
                        scene,
                        "marked_question where question = ?1 and key_version = ?2",
                        scene.now().id(),
                        order.getOrDefault("key", "")));
        assertEquals(1, count(scene, "record_entry where kind = 'regrade'"));
        assertEquals(2, count(scene, "record_entry where kind = 'attempt' and subject = ?1", scene.gains()));
        assertEquals(1, count(scene, "record_entry where kind = 'attempt' and subject = ?1", scene.silent()));
        consultant.get(scene.page()).then().statusCode(200).body(containsString("没有要重新评的答卷"), containsString(REASON));
    }

    @Test
    @ActivateRequestContext
    void whatPeopleHaveShownToKnowFollows() {
        Scene scene = scene();
        String requirement = scene.now().tests().getFirst();
        String mastery = "select sum(earned), count(*) from mastery where person_id = ?1 and requirement = ?2";
        UUID person = scene.factory().person(1);
        int before = ((Number) fixture.row(scene.factory(), mastery, person, requirement)[0]).intValue();
        assertEquals(0, count(scene, "lesson_standing where person_id = ?1", person));
        Visitor consultant = scene.factory().visitor("consultant");
        consultant
                .post(scene.page() + "/orders", order(consultant, scene))
                .then()
                .statusCode(303);
        int after = ((Number) fixture.row(scene.factory(), mastery, person, requirement)[0]).intValue();
        assertEquals(before + 100, after);
        assertEquals(
                1, count(scene, "lesson_standing where person_id = ?1 and attempt_id = ?2", person, scene.gains()));
        assertEquals(1, count(scene, "achievement where person_id = ?1 and score = 100", person));
        assertEquals(
                1,
                count(
                        scene,
                        "lesson_standing where person_id = ?1",
                        scene.factory().person(2))); // keeps it
    }

    @Test
    @ActivateRequestContext
    void anOrderWithoutReasonVersionOrWithAnotherKeyComesBackWithWhatWasTyped() {
        Scene scene = scene();
        Visitor consultant = scene.factory().visitor("consultant");
        Map<String, String> good = order(consultant, scene);
        Map<String, String> silent = new HashMap<>(good);
        silent.put("reason", "  错 ");
        consultant.post(scene.page() + "/orders", silent).then().statusCode(400).body(containsString("请写清原因"));
        Map<String, String> none = new HashMap<>(good);
        none.remove("version");
        consultant
                .post(scene.page() + "/orders", none)
                .then()
                .statusCode(400)
                .body(containsString(REASON), containsString("请选一个"));
        Map<String, String> stale = new HashMap<>(good);
        stale.put("key", "another");
        consultant.post(scene.page() + "/orders", stale).then().statusCode(409).body(containsString(REASON));
        Map<String, String> odd = new HashMap<>(good);
        odd.put("id", "x");
        consultant.post(scene.page() + "/orders", odd).then().statusCode(400);
        assertEquals(0, count(scene, "regrade"));
    }

    @Test
    @ActivateRequestContext
    void anotherFactorysConsultantChangesNothingHere() {
        Scene scene = scene();
        Visitor own = scene.factory().visitor("consultant");
        Map<String, String> order = order(own, scene);
        Visitor stranger = Visitor.withPassword("consultant");
        stranger.get(scene.page())
                .then()
                .statusCode(200)
                .body(not(containsString(order.getOrDefault("version", "none"))));
        stranger.post(scene.page() + "/orders", order).then().statusCode(303);
        assertEquals(0, count(scene, "regrade"));
        for (Visitor visitor : List.of(
                scene.factory().worker(1),
                scene.factory().visitor("leader"),
                scene.factory().visitor("manager"))) {
            visitor.get(scene.page()).then().statusCode(403);
            visitor.post(scene.page() + "/orders", order).then().statusCode(403);
        }
        own.get("/regrades/no-such-quiz/x").then().statusCode(404);
        own.get("/regrades/" + scene.quiz().id() + "/no-such-question").then().statusCode(404);
    }

    @Test
    @ActivateRequestContext
    void theResultSaysThatItWasRegradedByWhomAndWhy() {
        Scene scene = scene();
        Visitor consultant = scene.factory().visitor("consultant");
        consultant
                .post(scene.page() + "/orders", order(consultant, scene))
                .then()
                .statusCode(303);
        Visitor gained = scene.factory().worker(1);
        gained.get(scene.factory().at("/attempts/" + scene.gains() + "/result"))
                .then()
                .statusCode(200)
                .body(
                        containsString(REASON),
                        containsString("顾问丁"),
                        containsString("50% → 100%"),
                        containsString("通过了"));
        Visitor kept = scene.factory().worker(2);
        kept.get(scene.factory().at("/attempts/" + scene.keeps() + "/result"))
                .then()
                .statusCode(200)
                .body(containsString("100% → 50%"), containsString("通过仍然算数"));
        Visitor untouched = scene.factory().worker(5);
        untouched
                .get(scene.factory().at("/attempts/" + scene.current() + "/result"))
                .then()
                .statusCode(200)
                .body(not(containsString(REASON)));
    }

    @Test
    @ActivateRequestContext
    void whatWasRegradedIsHistory() {
        Scene scene = scene();
        for (String table : List.of("regrade", "regrade_change")) {
            for (String how : List.of("delete from " + table, "update " + table + " set client_id = client_id")) {
                assertThrows(
                        RuntimeException.class,
                        () -> scope.inside(
                                scene.factory().client(),
                                () -> entities.createNativeQuery(how).executeUpdate()));
            }
        }
        assertThrows(
                RuntimeException.class,
                () -> scope.inside(
                        scene.factory().client(),
                        () -> entities.createNativeQuery(
                                        "insert into regrade_change select ?1, ?2, id, 'x', 0, 0, 0, 0, true, 0, 0, false from attempt")
                                .setParameter(1, scene.factory().client())
                                .setParameter(2, Ids.next())
                                .executeUpdate()));
    }
}
