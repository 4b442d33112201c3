package auditorium.quizzes;

import static auditorium.quizzes.QuizFixture.paper;
import static auditorium.quizzes.QuizFixture.terms;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.Library;
import auditorium.library.content.Quiz;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.quizzes.domain.Terms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** More time and another attempt for one person: who may give it, what it does, and what stays of it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@ActivateRequestContext
class GrantHttpTest {

    private static final String EXAM = "F7-see-and-report";

    @Inject
    QuizFixture fixture;

    @Inject
    Attempts attempts;

    @Inject
    ClientScope scope;

    @Inject
    Library library;

    @Inject
    Clock clock;

    private static Map<String, String> grant(String minutes, String attempts, String reason) {
        return new HashMap<>(Map.of(
                "id", Ids.next().toString(), "quiz", EXAM, "minutes", minutes, "attempts", attempts, "reason", reason));
    }

    private static String page(QuizFixture.Factory factory, UUID person) {
        return "/c/" + factory.client() + "/people/" + person + "/quizzes";
    }

    @Test
    void aManagerGivesTimeOnceHoweverOftenItIsSentAndTheNextAttemptHasIt() {
        QuizFixture.Factory factory = fixture.factory(1);
        Visitor manager = factory.manager();
        String page = page(factory, factory.person(1));
        manager.get(page).then().statusCode(200).body(containsString("加时间"));
        Map<String, String> given = grant("5", "1", "老花眼，看字慢");
        manager.post(page + "/grants", given).then().statusCode(303);
        manager.post(page + "/grants", given).then().statusCode(303);
        manager.get(page)
                .then()
                .body(containsString("老花眼，看字慢"))
                .body(containsString("加 5 分钟"))
                .body(containsString("加 1 次"));
        Visitor worker = factory.worker(1);
        worker.get(worker.at("/quizzes/" + EXAM))
                .then()
                .body(containsString("10 分钟，另外给你加了 5 分钟"))
                .body(containsString("还可以做 4 次"));
        worker.post(worker.at("/quizzes/" + EXAM + "/attempts"), Map.of())
                .then()
                .statusCode(303);
        assertEquals(1, fixture.count(factory, "select count(*) from attempt where extra_seconds = 300"));
        assertEquals(
                1,
                fixture.count(
                        factory,
                        "select count(*) from attempt where deadline_at = started_at + make_interval(mins => 15)"));
        assertEquals(1, fixture.count(factory, "select count(*) from record_entry where kind = 'attempt-grant'"));
    }

    @Test
    void timeThatIsGivenInMidAttemptMovesItsEndAndTakingItBackMovesItBack() {
        QuizFixture.Factory factory = fixture.factory(1);
        Visitor manager = factory.manager();
        String page = page(factory, factory.person(1));
        Instant start = clock.instant().minusSeconds(60);
        Quiz quiz = library.catalogue().quiz(EXAM).orElseThrow();
        UUID id = scope.inside(
                factory.client(),
                () -> attempts.begin(
                        factory.client(), factory.person(1), Attempts.Sitting.of(quiz, 5), Duration.ZERO, start));
        Instant end = fixture.attempt(factory, id).deadlineAt().orElseThrow();
        manager.get(page);
        Map<String, String> given = grant("7", "", "手受伤，写得慢");
        manager.post(page + "/grants", given).then().statusCode(303);
        assertEquals(
                end.plus(Duration.ofMinutes(7)),
                fixture.attempt(factory, id).deadlineAt().orElseThrow());
        String back = page + "/grants/" + given.get("id") + "/withdrawal";
        manager.post(back, Map.of()).then().statusCode(303);
        manager.post(back, Map.of()).then().statusCode(303);
        assertEquals(end, fixture.attempt(factory, id).deadlineAt().orElseThrow());
        manager.get(page).then().body(containsString("收回了"));
        assertEquals(2, fixture.count(factory, "select count(*) from attempt_grant"));
        Visitor worker = factory.worker(1);
        worker.get(worker.at("/quizzes/" + EXAM)).then().body(not(containsString("另外给你")));
    }

    @Test
    void aDepartmentsManagerReachesTheOwnPeopleOnlyAndWorkersReachNobody() {
        QuizFixture.Factory factory = fixture.factory(2);
        QuizFixture.Factory foreign = fixture.factory(1);
        Visitor leader = factory.leader();
        leader.get(page(factory, factory.person(1))).then().statusCode(200);
        leader.get(page(factory, factory.person(2))).then().statusCode(404);
        leader.post(page(factory, factory.person(2)) + "/grants", grant("5", "", "x"))
                .then()
                .statusCode(404);
        factory.worker(1).get(page(factory, factory.person(1))).then().statusCode(403);
        for (Visitor visitor : java.util.List.of(factory.manager(), factory.consultant(), leader)) {
            visitor.get(visitor.at("/training"));
            for (UUID id : java.util.List.of(foreign.person(1), Ids.next())) {
                visitor.get(page(factory, id)).then().statusCode(404);
                visitor.get(page(foreign, id)).then().statusCode(404);
                visitor.post(page(factory, id) + "/grants", grant("5", "", "x"))
                        .then()
                        .statusCode(404);
                visitor.post(page(factory, id) + "/grants/" + Ids.next() + "/withdrawal", Map.of())
                        .then()
                        .statusCode(404);
            }
        }
        assertEquals(0, fixture.count(factory, "select count(*) from attempt_grant"));
        assertEquals(0, fixture.count(foreign, "select count(*) from attempt_grant"));
    }

    @Test
    void nobodyGrantsAnythingToThemselves() {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID own = UUID.fromString(scope.inside(
                factory.client(), () -> fixture.text("select cast(id as text) from person where number = 'manager'")));
        Visitor manager = factory.manager();
        manager.get(page(factory, own)).then().statusCode(200).body(containsString("不能给自己"));
        manager.post(page(factory, own) + "/grants", grant("5", "", "x")).then().statusCode(403);
    }

    @Test
    void whatIsWrongWithAGrantIsSaidAndWhatWasTypedStays() {
        QuizFixture.Factory factory = fixture.factory(1);
        Visitor manager = factory.manager();
        String page = page(factory, factory.person(1));
        manager.get(page);
        Map<String, Map<String, String>> wrong = Map.of(
                "填加几分钟", grant("", "0", "看字慢"),
                "整数", grant("-5", "", "看字慢"),
                "0 到 600", grant("601", "", "看字慢"),
                "写一句为什么", grant("5", "", "  "));
        wrong.forEach((words, fields) -> manager.post(page + "/grants", fields)
                .then()
                .statusCode(400)
                .body(containsString(words))
                .body(containsString("value=\"" + fields.get("minutes") + "\"")));
        Map<String, String> noClock = grant("5", "", "看字慢");
        noClock.put("quiz", QuizFixture.QUIZ);
        manager.post(page + "/grants", noClock).then().statusCode(400).body(containsString("选一个限时间"));
        Map<String, String> noCount = grant("", "1", "看字慢");
        noCount.put("quiz", "C2-fire-safety");
        manager.post(page + "/grants", noCount).then().statusCode(400).body(containsString("不限次数"));
        assertEquals(0, fixture.count(factory, "select count(*) from attempt_grant"));
    }

    @Test
    void theListSaysHowAttemptsStandAndNothingOfMockAudits() {
        QuizFixture.Factory factory = fixture.factory(1);
        Terms day = terms(Duration.ofMinutes(20), Duration.ofHours(24), false);
        UUID id = fixture.begin(factory, 1, day, clock.instant().minus(Duration.ofMinutes(30)));
        Visitor manager = factory.manager();
        String page = page(factory, factory.person(1));
        manager.get(page).then().body(containsString("时间到，马上交卷"));
        fixture.close(factory, clock.instant());
        manager.get(page).then().body(containsString("等后到的答案"));
        Visitor worker = factory.worker(1);
        worker.get(paper(factory, id) + "/result");
        worker.post(paper(factory, id) + "/submission", Map.of());
        manager.get(page).then().body(containsString("0%")).body(containsString("时间到自动交卷"));
        scope.inside(factory.client(), () -> fixture.sql("update attempt set kind = 'MOCK_AUDIT' where id = ?1", id));
        manager.get(page).then().body(containsString("还没做过测验"));
    }
}
