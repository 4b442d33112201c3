package auditorium.improvement;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.platform.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A finding from what was seen to what has been seen to work, and the ways back. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FindingHttpTest {

    private static final String[] SAFE = {
        "EN-03", "EN-06", "EN-17", "EN-14", "HS-21", "HS-26", "HS-29", "HS-30", "HS-16"
    };

    @Inject
    Gaps gaps;

    /** A finding with one task that the EHS worker reports and the manager verifies. */
    private record Case(
            Visitor manager, Visitor doer, UUID department, String requirement, String finding, String task) {}

    private Case opened(String... requirements) {
        Visitor manager = Visitor.withPassword("manager");
        UUID department = gaps.department(manager, "EHS");
        String requirement = gaps.untouched(manager, department, requirements);
        String finding = gaps.fail(manager, department, requirement, "二楼水池旁没有标识");
        String task = gaps.task(manager, finding, "CORRECTIVE", Gaps.name("挂标识"));
        gaps.own(manager, task, "A0317");
        return new Case(manager, Visitor.worker(), department, requirement, finding, task);
    }

    private void verified(Case c, String task) {
        gaps.report(c.doer(), task, true).then().statusCode(303);
        c.manager().get(task);
        c.manager()
                .post(task + "/verification", Map.of("note", "看过，挂好了"))
                .then()
                .statusCode(303);
    }

    private void timePasses(Case c) {
        gaps.change(
                c.manager(),
                "update finding set check_on = date '2026-01-01' where client_id = current_client() and id = '"
                        + Gaps.id(c.finding()) + "'");
    }

    @Test
    void aFindingIsClosedNotWhenItsTasksAreVerifiedButWhenSomebodyHasSeenLaterThatItWorks() {
        Case c = opened(SAFE);
        verified(c, c.task());
        Visitor manager = c.manager();
        manager.get(c.finding()).then().body(containsString("做效果检查")).body(not(containsString("有效果，关闭")));
        String requirement = manager.at("/departments/" + c.department() + "/requirements/" + c.requirement());
        manager.get(requirement).then().body(containsString("改进后验证")).body(not(containsString("未关闭的发现")));
        manager.get(c.finding());
        manager.post(c.finding() + "/confirmation", Map.of("note", "还好"))
                .then()
                .statusCode(422)
                .body(containsString("之前不能确认效果"));
        timePasses(c);
        manager.get(c.finding()).then().body(containsString("该做效果检查了"));
        manager.post(c.finding() + "/confirmation", Map.of("note", " ")).then().statusCode(422);
        String id = Ids.next().toString();
        manager.post(c.finding() + "/confirmation", Map.of("note", "抽查三次都在", "id", id))
                .then()
                .statusCode(303);
        manager.post(c.finding() + "/confirmation", Map.of("note", "抽查三次都在", "id", id))
                .then()
                .statusCode(303);
        manager.get(c.finding()).then().body(containsString("已关闭")).body(containsString("抽查三次都在"));
    }

    @Test
    void whatDoesNotWorkGoesBackAndIsSystemicFromThenOnUntilSomethingPreventiveIsVerified() {
        Case c = opened(SAFE);
        verified(c, c.task());
        Visitor manager = c.manager();
        manager.get(c.finding());
        manager.post(c.finding() + "/failure", Map.of("note", "标识又掉了")).then().statusCode(422); // which task?
        manager.post(c.finding() + "/failure", Map.of("note", "标识又掉了", "task", Gaps.id(c.task())))
                .then()
                .statusCode(303);
        manager.get(c.finding()).then().body(containsString("系统性问题")).body(containsString("没效果，退回"));
        verified(c, c.task());
        manager.get(c.finding()).then().body(containsString("还缺一项预防措施")).body(not(containsString("做效果检查")));
        String preventive = gaps.task(manager, c.finding(), "PREVENTIVE", Gaps.name("每周查标识"));
        gaps.own(manager, preventive, "A0317");
        verified(c, preventive);
        manager.get(c.finding()).then().body(containsString("做效果检查"));
    }

    @Test
    void whatIsSeenAgainAfterVerificationComesBackWithItsTasksAndIsNotASecondFinding() {
        Case c = opened(SAFE);
        verified(c, c.task());
        assertEquals(c.finding(), gaps.fail(c.manager(), c.department(), c.requirement(), "今天又没有标识"));
        c.manager().get(c.finding()).then().body(containsString("今天又没有标识")).body(containsString("系统性问题"));
        c.manager().get(c.task()).then().body(containsString("退回"));
        c.doer().get(c.task()).then().body(containsString("/reports"));
    }

    @Test
    void aSecondFindingAfterTheFirstIsClosedIsSystemic() {
        Case c = opened(SAFE);
        verified(c, c.task());
        timePasses(c);
        c.manager().get(c.finding());
        c.manager()
                .post(c.finding() + "/confirmation", Map.of("note", "都在"))
                .then()
                .statusCode(303);
        String second = gaps.fail(c.manager(), c.department(), c.requirement(), "半年后又没有");
        assertNotEquals(c.finding(), second);
        c.manager().get(second).then().body(containsString("第 2 次不符合"));
    }

    @Test
    void everyAnalysisIsKeptAndADepartmentDoesNotMarkItsOwnGapDown() {
        Case c = opened(SAFE);
        Visitor ehs = Visitor.withPassword("ehs");
        String page = ehs.get(c.finding() + "/analysis")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String grade = Gaps.first(page, "<option value=\"([A-Z_]+)\" selected>");
        Map<String, String> words = new HashMap<>(Map.of(
                "fact", "二楼水池旁没有标识",
                "containment", "先拉警示带",
                "why", "标识牌旧了被拆",
                "cause", "RC-ME-04",
                "grade", grade));
        ehs.post(c.finding() + "/analysis/revisions", words).then().statusCode(303);
        ehs.get(c.finding()).then().body(containsString("先拉警示带")).body(containsString("没有检查这一步"));
        words.put("fact", "二楼和三楼水池旁都没有标识");
        ehs.get(c.finding() + "/analysis");
        ehs.post(c.finding() + "/analysis/revisions", words)
                .then()
                .statusCode(422)
                .body(containsString("写明原因"))
                .body(containsString("二楼和三楼"));
        words.put("reason", "三楼也看了");
        ehs.post(c.finding() + "/analysis/revisions", words).then().statusCode(303);
        ehs.get(c.finding())
                .then()
                .body(containsString("二楼和三楼水池旁都没有标识"))
                .body(containsString("二楼水池旁没有标识"))
                .body(containsString("三楼也看了"));
        if (!grade.equals("MINOR")) {
            words.put("grade", "MINOR");
            ehs.get(c.finding() + "/analysis");
            ehs.post(c.finding() + "/analysis/revisions", words)
                    .then()
                    .statusCode(422)
                    .body(containsString("不能由本部门调低"));
        }
        Visitor manager = c.manager();
        manager.get(c.finding() + "/analysis");
        words.put("grade", "MINOR");
        manager.post(c.finding() + "/analysis/revisions", words).then().statusCode(303);
        assertEquals(
                "MINOR",
                gaps.value(
                        manager,
                        "select grade from finding where client_id = current_client() and id = '" + Gaps.id(c.finding())
                                + "'"));
    }

    @Test
    void whatARealAuditFoundIsEnteredByThoseWhoAnswerForTheWholeFactoryAndOnceOnly() {
        Visitor consultant = Visitor.withPassword("consultant");
        Visitor manager = Visitor.withPassword("manager");
        UUID department = gaps.department(manager, "HR");
        String requirement =
                gaps.untouched(manager, department, "SR-10", "SR-11", "SR-16", "SR-20", "SR-28", "SR-31", "SR-35");
        String form = "/c/" + manager.client() + "/audit-findings";
        consultant.get(form + "/new").then().statusCode(200);
        consultant.post(form, Map.of("fact", "三份合同没有日期")).then().statusCode(422).body(containsString("三份合同没有日期"));
        Map<String, String> entry = Map.of(
                "department", department.toString(),
                "requirement", requirement,
                "grade", "CRITICAL",
                "basis", "DOCUMENT",
                "source", "SMETA 2026-11-20，3.2 条",
                "fact", "三份合同没有日期",
                "id", Ids.next().toString());
        Response entered = consultant.post(form, entry);
        entered.then().statusCode(303);
        assertEquals(Gaps.path(entered), Gaps.path(consultant.post(form, entry)));
        consultant
                .get(Gaps.path(entered))
                .then()
                .body(containsString("真实验厂"))
                .body(containsString("SMETA 2026-11-20"))
                .body(not(containsString("又看到一次")));
        for (Visitor other : List.of(Visitor.withPassword("hr"), Visitor.worker())) {
            other.get(other.at("/tasks"));
            other.get(form + "/new").then().statusCode(403);
            other.post(form, entry).then().statusCode(403);
        }
    }

    @Test
    void aTrainingTaskIsVerifiedByWhatPeopleKnowAndNotByATick() {
        Visitor manager = Visitor.withPassword("manager");
        UUID department = gaps.department(manager, "EHS");
        String requirement = gaps.untouched(manager, department, "EN-13", "HS-03", "HS-18", "HS-22", "HS-09");
        String finding = gaps.fail(manager, department, requirement, "问了三个人，都不知道");
        String task = gaps.task(manager, finding, "TRAINING", Gaps.name("重新培训"));
        gaps.own(manager, task, "A0317");
        gaps.report(Visitor.worker(), task, false).then().statusCode(303); // nothing to attach: the quizzes show it
        manager.get(task).then().body(containsString("0 人重新答过题"));
        manager.post(task + "/verification", Map.of("note", "都听了"))
                .then()
                .statusCode(422)
                .body(containsString("还不能验证"));
        String known = """
                insert into mastery (client_id, person_id, requirement, earned, possible, updated_at)
                select client_id, id, '%s', %d, 10, now() from person where client_id = current_client() and department_id = '%s' and left_on is null
                on conflict (client_id, person_id, requirement) do update set earned = excluded.earned, possible = excluded.possible, updated_at = excluded.updated_at""";
        gaps.change(manager, known.formatted(requirement, 7, department));
        manager.get(task);
        manager.post(task + "/verification", Map.of("note", "都答了"))
                .then()
                .statusCode(422)
                .body(containsString("70%"));
        gaps.change(manager, known.formatted(requirement, 9, department));
        manager.get(task);
        manager.post(task + "/verification", Map.of("note", "问了三个人，都会")).then().statusCode(303);
        manager.get(finding).then().body(containsString("做效果检查")); // the spot check is still to come
    }

    @Test
    void aTaskIsMovedHandedOverAndCancelledWithAReasonThatStaysInItsHistory() {
        Case c = opened(SAFE);
        Visitor manager = c.manager();
        manager.get(c.task());
        manager.post(c.task() + "/changes", Map.of("due", "2027-03-01")).then().statusCode(422);
        manager.post(c.task() + "/changes", Map.of("due", "2020-03-01", "note", "x"))
                .then()
                .statusCode(422);
        manager.post(c.task() + "/changes", Map.of("due", "2027-03-01", "note", "等配件"))
                .then()
                .statusCode(303);
        manager.get(c.task()).then().body(containsString("2027-03-01: 等配件"));
        manager.post(c.task() + "/cancellation", Map.of("note", "")).then().statusCode(422);
        manager.post(c.task() + "/cancellation", Map.of("note", "水池拆了")).then().statusCode(303);
        manager.get(c.finding()).then().body(containsString("没关闭")); // nothing was done, so nothing is verified
        c.doer().get(c.task()).then().body(not(containsString("/reports")));
    }

    @Test
    void someoneWithoutAnAccountIsReportedForByWhoAnswersForTheDepartmentWhoThenCannotVerify() {
        Case c = opened(SAFE);
        String worker = (String) gaps.value(
                c.manager(),
                "select max(number) from person where client_id = current_client() and not leads and left_on is null");
        String seat =
                "update membership set ended_at = %s where client_id = current_client() and number = '" + worker + "'";
        gaps.own(c.manager(), c.task(), worker);
        gaps.change(c.manager(), seat.formatted("now()"));
        try {
            reportedFor(c);
        } finally {
            gaps.change(c.manager(), seat.formatted("null"));
        }
    }

    private void reportedFor(Case c) {
        Visitor ehs = Visitor.withPassword("ehs");
        ehs.get(c.task()).then().body(containsString("没有账号"));
        gaps.report(ehs, c.task(), true).then().statusCode(303);
        ehs.get(c.task());
        ehs.post(c.task() + "/verification", Map.of("note", "好了")).then().statusCode(403);
        c.manager().get(c.task());
        c.manager()
                .post(c.task() + "/verification", Map.of("note", "好了"))
                .then()
                .statusCode(303);
    }

    @Test
    void nothingOfAFindingCanBeSeenOrDoneFromAnotherFactoryOrOutOfReach() {
        Case c = opened(SAFE);
        Visitor consultant = Visitor.withPassword("consultant");
        String other = consultant.get("/portfolio").asString();
        String neighbour = java.util.regex.Pattern.compile("/c/([0-9a-f-]{36})/")
                .matcher(other)
                .results()
                .map(m -> m.group(1))
                .filter(id -> !id.equals(c.manager().client()))
                .findFirst()
                .orElseThrow();
        assertFalse(neighbour.isEmpty());
        String finding = "/c/" + neighbour + "/findings/" + Gaps.id(c.finding());
        String task = "/c/" + neighbour + "/tasks/" + Gaps.id(c.task());
        Visitor hr = Visitor.withPassword("hr");
        Visitor stranger = Visitor.withPin("YUAN", "Y0300");
        for (String page : List.of("", "/analysis")) {
            consultant.get(finding + page).then().statusCode(404);
            hr.get(c.finding() + page).then().statusCode(404);
            stranger.get(c.finding() + page).then().statusCode(404);
        }
        consultant.get("/portfolio");
        hr.get(hr.at("/improvement"));
        for (String action : List.of("/tasks", "/own-tasks", "/analysis/revisions", "/confirmation", "/failure")) {
            consultant.post(finding + action, Map.of("note", "x")).then().statusCode(404);
            hr.post(c.finding() + action, Map.of("note", "x")).then().statusCode(404);
        }
        for (String action : List.of("/verification", "/reopening", "/cancellation", "/changes")) {
            consultant.post(task + action, Map.of("note", "x")).then().statusCode(404);
            hr.post(c.task() + action, Map.of("note", "x")).then().statusCode(404);
        }
        Visitor worker = Visitor.withPin("DEMO", "A0351");
        worker.get(worker.at("/tasks"));
        for (String action : List.of("/tasks", "/own-tasks", "/analysis/revisions", "/confirmation", "/failure")) {
            assertTrue(worker.post(c.finding() + action, Map.of("note", "x")).statusCode() >= 403);
        }
    }
}
