package auditorium.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RuleHttpTest {

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    private static Map<String, String> form(String name, String lesson) {
        Map<String, String> form = new HashMap<>();
        form.put("id", Ids.next().toString());
        form.put("name", name);
        form.put("who", "JOB");
        form.put("job", "系统管理员");
        form.put("lesson", lesson);
        form.put("due", "12");
        form.put("repeat", "EXPIRY");
        form.put("months", "24");
        form.put("early", "40");
        form.put("grace", "3");
        return form;
    }

    private UUID client(String code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (UUID) entities.createNativeQuery("select id from client where code = ?1", UUID.class)
                        .setParameter(1, code)
                        .getSingleResult());
    }

    private long count(UUID client, String sql) {
        return scope.inside(
                client, () -> ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue());
    }

    @Test
    @ActivateRequestContext
    void aManagerSeesWhomARuleConcernsBeforeItIsSavedAndSavingTwiceIsOneRule() {
        Visitor manager = Visitor.withPassword("manager");
        UUID demo = UUID.fromString(manager.client());
        manager.get(manager.at("/training/rules/new")).then().statusCode(200).body(containsString("谁要学"));
        Map<String, String> form = form("系统管理员专项", "H1-anti-bribery");
        String rulesOfThisName =
                "select count(*) from assignment_rule where client_id = current_client() and name = '系统管理员专项'";
        String preview = manager.post(manager.at("/training/rules/previews"), form)
                .then()
                .statusCode(200)
                .body(containsString("影响谁"))
                .body(containsString("2 人，2 课次"))
                .body(containsString("value=\"系统管理员专项\""))
                .body(containsString("value=\"40\""))
                .extract()
                .asString();
        assertTrue(preview.contains("value=\"EXPIRY\" checked"));
        assertEquals(0, count(demo, rulesOfThisName));
        manager.post(manager.at("/training/rules"), form).then().statusCode(303);
        manager.post(manager.at("/training/rules"), form).then().statusCode(303);
        assertEquals(1, count(demo, rulesOfThisName));
        manager.get(manager.at("/training/rules"))
                .then()
                .body(containsString("系统管理员专项"))
                .body(containsString("每 24 个月一期"));
        manager.get(manager.at("/training/rules/" + form.get("id")))
                .then()
                .statusCode(200)
                .body(containsString("停用这条规则"));
        Map<String, String> shorter = new HashMap<>(form);
        shorter.put("due", "5");
        manager.post(manager.at("/training/rules/" + form.get("id") + "/terms"), shorter)
                .then()
                .statusCode(303);
        assertEquals(1, count(demo, rulesOfThisName + " and due_days = 5 and evaluated_at is not null"));
        manager.post(manager.at("/training/rules/" + form.get("id") + "/end"), Map.of())
                .then()
                .statusCode(303);
        manager.get(manager.at("/training/rules")).then().body(not(containsString("系统管理员专项")));
    }

    @Test
    void whatDoesNotMakeSenseIsSaidAndNothingTypedIsLost() {
        Visitor manager = Visitor.withPassword("manager");
        manager.get(manager.at("/training/rules/new"));
        Map<String, String> form = form("", "no-such-lesson");
        form.put("who", "REQUIREMENT");
        form.put("requirements", "HS-05, QQ-99");
        form.put("months", "1");
        form.put("early", "<b>x</b>");
        form.put("due", "-3");
        manager.post(manager.at("/training/rules"), form)
                .then()
                .statusCode(400)
                .body(containsString("请写规则名称"))
                .body(containsString("QQ-99"))
                .body(containsString("value=\"-3\""))
                .body(containsString("value=\"HS-05, QQ-99\""))
                .body(containsString("0 到 27"))
                .body(not(containsString("<b>x</b>")));
    }

    @Test
    void workersAndNeighboursReachNoRules() {
        Visitor worker = Visitor.withPin("DEMO", "A0353");
        worker.get(worker.at("/training/rules")).then().statusCode(403);
        worker.get(worker.at("/assigned")).then().statusCode(200);
        Visitor manager = Visitor.withPassword("manager");
        UUID neighbour = client("YUAN");
        manager.get(manager.at("/training/rules/" + Ids.next())).then().statusCode(404);
        for (String page : List.of("/training/rules", "/training/rules/new", "/assigned")) {
            manager.get("/c/" + neighbour + page).then().statusCode(404);
        }
        UUID theirs = scope(neighbour);
        manager.get(manager.at("/training/rules/" + theirs)).then().statusCode(404);
        manager.post(manager.at("/training/rules/" + theirs + "/end"), Map.of())
                .then()
                .statusCode(404);
        manager.post(manager.at("/training/rules/" + theirs + "/terms"), form("x", "H1-anti-bribery"))
                .then()
                .statusCode(404);
    }

    @ActivateRequestContext
    UUID scope(UUID client) {
        return scope.inside(
                client, () -> (UUID) entities.createNativeQuery("select id from assignment_rule limit 1", UUID.class)
                        .getSingleResult());
    }

    @Test
    void aDepartmentsManagerMakesRulesForTheOwnDepartmentOnly() {
        Visitor ehs = Visitor.withPassword("ehs");
        ehs.get(ehs.at("/training/rules/new")).then().statusCode(200).body(not(containsString("value=\"DEPARTMENT\"")));
        Map<String, String> form = form("安环自己的", "H1-anti-bribery");
        form.put("who", "EVERYONE");
        ehs.post(ehs.at("/training/rules/previews"), form)
                .then()
                .statusCode(200)
                .body(containsString("5 人，5 课次"));
        Visitor manager = Visitor.withPassword("manager");
        String list = manager.get(manager.at("/training/rules")).asString();
        var rule = java.util.regex.Pattern.compile("/training/rules/([0-9a-f-]{36})")
                .matcher(list);
        assertTrue(rule.find());
        ehs.get(ehs.at("/training/rules/" + rule.group(1))).then().statusCode(404);
        ehs.get(ehs.at("/training/rules")).then().statusCode(200).body(containsString("全员基础培训"));
    }

    @Test
    void todayLeadsWithWhatIsAskedAndSaysWhy() {
        Visitor worker = Visitor.worker();
        worker.get(worker.at("/today"))
                .then()
                .statusCode(200)
                .body(containsString("规则：全员基础培训"))
                .body(containsString("要学的课"));
        worker.get(worker.at("/assigned")).then().statusCode(200).body(containsString("有效到"));
    }
}
