package auditorium.improvement;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** The plan in its views, what comes back by itself, who is told, and who is spoken to. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PlanHttpTest {

    private static final String[] SAFE = {
        "SR-04", "SR-09", "SR-15", "SR-21", "SR-23", "SR-26", "SR-29", "SR-33", "SR-34"
    };

    @Inject
    Gaps gaps;

    @Inject
    TaskClock time;

    @Inject
    ClientScope scope;

    @Inject
    EntityManager entities;

    @Inject
    EntityManagerFactory factory;

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private String task(Visitor manager, UUID department, String title) {
        String requirement = gaps.untouched(manager, department, SAFE);
        String finding = gaps.fail(manager, department, requirement, "抽查不符");
        return gaps.task(manager, finding, "CORRECTIVE", title);
    }

    private void tick(Visitor who) {
        scope.inside(UUID.fromString(who.client()), () -> time.tick(UUID.fromString(who.client()), today()));
    }

    @Test
    void aTaskStandsOnTheBoardInTheListAndOnItsDayAndFiltersKeepWhatIsWished() {
        Visitor manager = Visitor.withPassword("manager");
        UUID hr = gaps.department(manager, "HR");
        String title = Gaps.name("补签合同");
        String task = task(manager, hr, title);
        LocalDate due = today().plusDays(1);
        gaps.change(
                manager,
                "update task set due_on = date '" + due + "' where client_id = current_client() and id = '"
                        + Gaps.id(task) + "'");
        String board = manager.at("/improvement");
        manager.get(board + "?department=" + hr).then().statusCode(200).body(containsString(title));
        manager.get(board + "?department=" + gaps.department(manager, "IT"))
                .then()
                .body(not(containsString(title)));
        manager.get(board + "/list?department=" + hr + "&kind=CORRECTIVE")
                .then()
                .body(containsString(title));
        manager.get(board + "/list?department=" + hr + "&kind=TRAINING").then().body(not(containsString(title)));
        manager.get(board + "/list?department=" + hr + "&which=LATE").then().body(not(containsString(title)));
        manager.get(board + "/month?department=" + hr + "&month="
                        + due.toString().substring(0, 7))
                .then()
                .statusCode(200)
                .body(containsString(title));
        manager.get(board + "/month?month=1999-01").then().statusCode(200);
        manager.get(board + "/month?month=nonsense&department=x&grade=<b>")
                .then()
                .statusCode(200);
        manager.get(board + "/list?page=99999999999").then().statusCode(200);
        Visitor other = Visitor.withPassword("ehs");
        for (String view : List.of("", "/list", "/month")) {
            other.get(board + view).then().statusCode(200).body(not(containsString(title)));
            Visitor.worker().get(board + view).then().statusCode(403);
            Visitor.withPin("YUAN", "Y0300").get(board + view).then().statusCode(404);
        }
    }

    @Test
    void lateTasksArePassedUpRoleByRoleOnceEachAndAnewAfterTheyWereMoved() {
        Visitor manager = Visitor.withPassword("manager");
        UUID hr = gaps.department(manager, "HR");
        String title = Gaps.name("晚了的任务");
        String task = task(manager, hr, title);
        String id = Gaps.id(task);
        gaps.own(manager, task, "A0317");
        gaps.change(
                manager,
                "update finding set grade = 'MAJOR' where client_id = current_client() and id = (select finding_id from task where client_id = current_client() and id = '"
                        + id + "')");
        gaps.change(
                manager,
                "update task set due_on = date '" + today().minusDays(4)
                        + "' where client_id = current_client() and id = '" + id + "'");
        tick(manager);
        tick(manager); // another node
        String count =
                "select count(*) from task_escalation where client_id = current_client() and task_id = '" + id + "'";
        assertEquals(1, ((Number) gaps.value(manager, count)).intValue());
        Visitor lead = Visitor.withPassword("hr");
        lead.get(lead.at("/tasks")).then().body(containsString(title)).body(containsString("转到你这里"));
        manager.get(task).then().body(containsString("转到部门主管"));
        gaps.change(
                manager,
                "update task set due_on = date '" + today().minusDays(8)
                        + "' where client_id = current_client() and id = '" + id + "'");
        tick(manager);
        manager.get(manager.at("/tasks")).then().body(containsString(title));
        assertEquals(3, ((Number) gaps.value(manager, count)).intValue()); // one for the first day, two for the second
    }

    @Test
    void aRoutineMakesEachTurnOnceAndItsOwnerFindsItAmongTheOwnTasks() {
        Visitor ehs = Visitor.withPassword("ehs");
        UUID department = gaps.department(ehs, "EHS");
        String title = Gaps.name("点检灭火器");
        String page =
                ehs.get(ehs.at("/routines")).then().statusCode(200).extract().asString();
        Map<String, String> fields = new HashMap<>(Map.of(
                "title", title,
                "rhythm", "WEEKLY",
                "requirement", "HS-07",
                "department", department.toString(),
                "owner", Gaps.first(page, "id=\"owner\"[^>]*><option value=\"([^\"]+)\""),
                "starts", today().minusDays(1).toString(),
                "id", Ids.next().toString()));
        ehs.post(ehs.at("/routines"), fields)
                .then()
                .statusCode(422)
                .body(containsString("不能早于今天"))
                .body(containsString(title));
        fields.put("starts", today().toString());
        ehs.post(ehs.at("/routines"), fields).then().statusCode(303);
        ehs.post(ehs.at("/routines"), fields).then().statusCode(303); // sent twice
        tick(ehs);
        tick(ehs);
        String turns =
                "select count(*) from routine_turn u join routine r on r.client_id = u.client_id and r.id = u.routine_id where u.client_id = current_client() and r.title = '"
                        + title + "'";
        assertEquals(2, ((Number) gaps.value(ehs, turns)).intValue()); // today and in a week
        gaps.change(
                ehs,
                "update routine set owner_id = (select id from person where client_id = current_client() and number = 'A0317') where client_id = current_client() and title = '"
                        + title + "'");
        Visitor worker = Visitor.worker();
        String mine = worker.get(worker.at("/tasks"))
                .then()
                .body(containsString(title))
                .extract()
                .asString();
        String turn = Gaps.first(mine, "(/c/[0-9a-f-]{36}/routines/turns/[0-9a-f-]{36})");
        Visitor hr = Visitor.withPassword("hr");
        hr.get(hr.at("/tasks"));
        hr.post(turn, Map.of()).then().statusCode(404);
        worker.post(turn, Map.of("note", "都好")).then().statusCode(303);
        worker.post(turn, Map.of("note", "都好")).then().statusCode(303);
        ehs.get(ehs.at("/routines")).then().body(containsString(title));
        String routine = gaps.value(
                        ehs, "select id from routine where client_id = current_client() and title = '" + title + "'")
                .toString();
        hr.post(hr.at("/routines/" + routine + "/end"), Map.of()).then().statusCode(404);
        ehs.get(ehs.at("/routines"));
        ehs.post(ehs.at("/routines/" + routine + "/end"), Map.of()).then().statusCode(303);
        worker.get(worker.at("/tasks")).then().body(not(containsString(title)));
    }

    @Test
    void aRemarkReachesWhoIsNamedIfTheyMaySeeTheTaskAndNobodyElse() {
        Visitor manager = Visitor.withPassword("manager");
        UUID hr = gaps.department(manager, "HR");
        String task = task(manager, hr, Gaps.name("工资条"));
        gaps.own(manager, task, "A0317");
        String owner = (String)
                gaps.value(manager, "select name from person where client_id = current_client() and number = 'A0317'");
        String stranger = (String)
                gaps.value(manager, "select name from person where client_id = current_client() and number = 'A0351'");
        manager.get(task);
        manager.post(task + "/remarks", Map.of("note", " ")).then().statusCode(422);
        String words = "请@" + owner + " 和@" + stranger + " 看一下第 " + Gaps.name("") + " 条";
        manager.post(task + "/remarks", Map.of("note", words)).then().statusCode(303);
        Visitor worker = Visitor.worker();
        worker.get(worker.at("/tasks")).then().body(containsString(words));
        worker.get(task).then().body(containsString(words));
        worker.get(worker.at("/tasks")).then().body(not(containsString(words))); // seen
        Visitor other = Visitor.withPin("DEMO", "A0351");
        other.get(other.at("/tasks")).then().body(not(containsString(words)));
        other.post(task + "/remarks", Map.of("note", "x")).then().statusCode(404);
    }

    @Test
    void thePlanAndOnesOwnWorkCostAFixedNumberOfStatements() {
        Visitor manager = Visitor.withPassword("manager");
        for (Map.Entry<String, Integer> page : Map.of(
                        "/improvement", 5, "/improvement/list", 4, "/improvement/month", 4, "/tasks", 8)
                .entrySet()) {
            manager.get(manager.at(page.getKey()));
            var statistics = factory.unwrap(SessionFactory.class).getStatistics();
            long before = statistics.getPrepareStatementCount();
            Response answer = manager.get(manager.at(page.getKey()));
            long cost = statistics.getPrepareStatementCount() - before;
            assertEquals(200, answer.statusCode());
            assertTrue(cost <= page.getValue(), page.getKey() + " cost " + cost);
        }
    }
}
