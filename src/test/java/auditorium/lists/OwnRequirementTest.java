package auditorium.lists;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.clients.NewFactory;
import auditorium.lists.Checklists.Choice;
import auditorium.platform.ClientScope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A client's own requirements and its customers' lists stand beside the catalogue: on the board, on the walk, in findings. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OwnRequirementTest {

    private static final String LOGO = "带有客户商标的包装袋放在上锁的笼子里，领用要签名";
    private static final String DRILL = "消防疏散演练每年至少两次，并有记录和照片";

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    private long responses(NewFactory factory) {
        return scope.inside(
                UUID.fromString(factory.id()),
                () -> ((Number) entities.createNativeQuery("select count(*) from response")
                                .getSingleResult())
                        .longValue());
    }

    @Test
    @ActivateRequestContext
    void aCustomersListIsAStandardAndItsOwnRequirementsAreWalkedImprovedAndProved() {
        NewFactory factory = NewFactory.make();
        Visitor boss = factory.manager();
        String department = factory.department("PRD1", "PRD", "生产一部");
        String walk = factory.at("/departments/" + department + "/walk");
        String own = factory.at("/departments/" + department + "/requirements/X-0001");
        boss.get(factory.at("/readiness")).then().body(not(containsString("area-X")));
        String list = Checklists.bring(
                factory,
                boss,
                "客户甲 2026",
                Checklists.list(List.of(List.of("1.1", "", DRILL, "", "轻微"), List.of("2.2", "", LOGO, "", "关键"))));
        Checklists.decide(
                        boss, list, new Choice(DRILL, List.of("HS-09"), "", ""), new Choice(LOGO, List.of(), "", "PRD"))
                .then()
                .statusCode(303);

        String page = boss.get(walk).then().statusCode(200).extract().asString();
        assertTrue(page.contains("X-0001") && page.contains(LOGO), page);
        boss.get(walk + "/X-0001").then().statusCode(200).body(containsString(LOGO));
        Response answered = boss.post(own + "/responses", Map.of("result", "FAILS", "note", "笼子没有锁", "method", "SITE"));
        assertEquals(303, answered.statusCode(), answered.asString());
        String finding = Checklists.path(answered);
        assertTrue(finding.contains("/findings/"), finding);
        boss.get(finding).then().statusCode(200).body(containsString("笼子没有锁"));
        boss.get(own).then().statusCode(200).body(containsString("2.2")).body(containsString("笼子没有锁"));
        boss.get(factory.at("/evidence-filings/new?requirement=X-0001&department=" + department))
                .then()
                .statusCode(200)
                .body(containsString("X-0001/proof"));

        String standard = list.substring(list.lastIndexOf('/') + 1);
        String board = boss.get(factory.at("/readiness?standard=" + standard))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(board.contains("area-X"), board);
        assertTrue(board.contains("客户甲 2026"), "the list is a tab");
        assertTrue(board.contains("客户自有要求"), "own requirements have a column");
        boss.get(factory.at("/readiness/departments/" + department + "?standard=" + standard))
                .then()
                .statusCode(200)
                .body(containsString("X-0001"))
                .body(not(containsString("SR-01")));

        // the words change: the answer stays with the requirement
        String reworded = Checklists.bringNext(
                boss,
                list,
                Checklists.list(
                        List.of(List.of("1.1", "", DRILL, "", "轻微"), List.of("2.2", "", LOGO + "，每月盘点", "", "关键"))));
        boss.post(reworded + "/taking", Map.of()).then().statusCode(303);
        boss.get(own).then().statusCode(200).body(containsString("每月盘点")).body(containsString("笼子没有锁"));

        // the line goes: the requirement is put away, and nothing of it is lost
        String without =
                Checklists.bringNext(boss, list, Checklists.list(List.of(List.of("1.1", "", DRILL, "", "轻微"))));
        boss.post(without + "/taking", Map.of()).then().statusCode(303);
        boss.get(walk).then().statusCode(200).body(not(containsString("X-0001")));
        boss.get(finding).then().statusCode(200).body(containsString("笼子没有锁")).body(containsString("X-0001"));
        assertEquals(1, responses(factory));
        boss.get(without);
        boss.post(without + "/undoing", Map.of()).then().statusCode(303);
        boss.get(own).then().statusCode(200).body(containsString("每月盘点")).body(containsString("笼子没有锁"));
    }

    @Test
    void aListCanBeWhatTheFactoryIsAuditedAgainstNext() {
        NewFactory factory = NewFactory.make();
        Visitor boss = factory.manager();
        String department = factory.department("EHS1", "EHS", "安环部");
        String list = Checklists.bring(
                factory, boss, "客户甲 2026", Checklists.list(List.of(List.of("1.1", "", DRILL, "", "轻微"))));
        Checklists.decide(boss, list, new Choice(DRILL, List.of("HS-09"), "", ""))
                .then()
                .statusCode(303);
        String id = list.substring(list.lastIndexOf('/') + 1);
        boss.get(factory.at("/factory")).then().statusCode(200).body(containsString("客户甲 2026"));
        Response chosen =
                boss.post(factory.at("/factory"), Map.of("name-zh", "试验厂", "zone", "Asia/Shanghai", "standard", id));
        assertEquals(303, chosen.statusCode(), chosen.asString());
        boss.get(factory.at("/readiness"))
                .then()
                .statusCode(200)
                .body(containsString("standard=" + id + "\" aria-current=\"page\""));
        String cell = boss.get(factory.at("/departments/" + department + "/requirements/HS-09"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(cell.contains("客户甲 2026"), "the requirement says which list asks for it");

        // it is what mock audits and forecasts are about, too
        boss.get(factory.at("/forecast")).then().statusCode(200).body(containsString("客户甲 2026"));
        boss.get(factory.at("/mock-audits")).then().statusCode(200).body(containsString("value=\"" + id + "\""));
        Response look = boss.get(factory.at("/mock-audit-previews?department=" + department + "&standard=" + id));
        assertEquals(303, look.statusCode());
        boss.get(Checklists.path(look)).then().statusCode(200).body(containsString("客户甲 2026"));
        Visitor worker =
                factory.arriveByPin("W1", factory.access(factory.person("W1", "工人", department), "WORKER", ""));
        worker.get(factory.at("/mock-audits")).then().statusCode(200).body(containsString("客户甲 2026"));
        Response begun = worker.post(factory.at("/mock-audits"), Map.of("standard", id));
        assertEquals(303, begun.statusCode(), begun.asString());
        worker.get(Checklists.path(begun)).then().statusCode(200);
        assertEquals(
                id,
                scope.inside(
                        UUID.fromString(factory.id()),
                        () -> String.valueOf(entities.createNativeQuery("select standard from mock_audit", String.class)
                                .getSingleResult())));
        String other =
                Checklists.bring(factory, boss, "客户乙", Checklists.list(List.of(List.of("1", "", DRILL, "", "轻微"))));
        Checklists.decide(boss, other, new Choice(DRILL, List.of("HS-09"), "", ""))
                .then()
                .statusCode(303);
        boss.get(factory.at("/mock-audits")).then().body(containsString("客户乙"));
        worker.get(factory.at("/mock-audits")).then().body(not(containsString("客户乙")));
        factory.administrator()
                .get("/clients/" + factory.id())
                .then()
                .statusCode(200)
                .body(containsString("value=\"" + id + "\" selected"))
                .body(not(containsString("客户甲")));
    }

    @Test
    void anotherClientDoesNotSeeThem() {
        NewFactory factory = NewFactory.make();
        String list = Checklists.bring(
                factory, factory.manager(), "客户甲", Checklists.list(List.of(List.of("1", "", LOGO, "", ""))));
        Checklists.decide(factory.manager(), list, new Choice(LOGO, List.of(), "", "PRD"))
                .then()
                .statusCode(303);
        NewFactory other = NewFactory.make();
        String department = other.department("PRD1", "PRD", "生产一部");
        other.manager()
                .get(other.at("/departments/" + department + "/walk"))
                .then()
                .statusCode(200)
                .body(not(containsString("X-0001")));
        other.manager()
                .get(other.at("/departments/" + department + "/requirements/X-0001"))
                .then()
                .statusCode(404);
        other.manager()
                .get(other.at("/readiness?standard=" + list.substring(list.lastIndexOf('/') + 1)))
                .then()
                .statusCode(200)
                .body(not(containsString("客户甲")));
    }

    @Test
    void whoAnswersForAnOwnRequirementCanBeChanged() {
        NewFactory factory = NewFactory.make();
        Visitor boss = factory.manager();
        String quality = factory.department("QA1", "QA", "品质部");
        String list = Checklists.bring(factory, boss, "客户甲", Checklists.list(List.of(List.of("1", "", LOGO, "", ""))));
        Checklists.decide(boss, list, new Choice(LOGO, List.of(), "", "PRD"))
                .then()
                .statusCode(303);
        String walk = factory.at("/departments/" + quality + "/walk");
        boss.get(walk).then().body(not(containsString("X-0001")));
        boss.get(factory.at("/own-requirements"));
        boss.post(factory.at("/own-requirements/X-0001/answering"), Map.of("place", "warehouse"))
                .then()
                .statusCode(422)
                .body(containsString("至少选一个部门"));
        boss.get(factory.at("/own-requirements"));
        boss.post(factory.at("/own-requirements/X-0001/answering"), Map.of("kind", "QA", "place", "warehouse"))
                .then()
                .statusCode(303);
        boss.get(walk).then().body(containsString("X-0001"));
    }
}
