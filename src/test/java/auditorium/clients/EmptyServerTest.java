package auditorium.clients;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.access.Accounts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The walk of docs/operations.md, “First steps on an empty server”, step by step. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EmptyServerTest {

    @Inject
    Accounts accounts;

    @Test
    void fromTheFirstAdministratorToAWorkersFirstLesson() {
        String tag = Long.toString(System.nanoTime() % 1_000_000_000L, 36);
        // 1: what the command create-admin does
        accounts.administrator("ada-" + tag, "Ada Wong", NewFactory.PASSWORD);
        Visitor ada = Visitor.stranger();
        ada.get("/sign-in/password");
        ada.post("/sign-in/password", Map.of("login", "ada-" + tag, "password", NewFactory.PASSWORD))
                .then()
                .statusCode(303);
        ada.get("/").then().header("Location", containsString("/clients"));

        // 2: a factory and its manager
        String code = "E" + tag.toUpperCase(java.util.Locale.ROOT);
        ada.get("/clients/new").then().statusCode(200);
        String factory = ada.post(
                        "/clients",
                        Map.of("code", code, "name-zh", "新厂", "name-en", "New works", "zone", "Asia/Shanghai"))
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        ada.get(factory).then().statusCode(200).body(containsString(code));
        Response slip = ada.post(
                factory + "/members", Map.of("role", "FACTORY_MANAGER", "login", "grace-" + tag, "name", "Grace 何"));

        // 3: the manager chooses a password
        Visitor grace = NewFactory.arriveByPassword("grace-" + tag, NewFactory.code(slip));
        String board = grace.get("/").header("Location");
        assertTrue(board.endsWith("/readiness"), board);
        String at = board.replace("/readiness", "").replaceFirst("^https?://[^/]+", "");
        grace.get(board).then().statusCode(200);
        grace.get(at + "/training").then().statusCode(200).body(containsString(at + "/people"));

        // 4: the audit, a department, a person
        grace.get(at + "/factory");
        grace.post(
                        at + "/factory",
                        Map.of(
                                "name-zh",
                                "新厂",
                                "name-en",
                                "New works",
                                "zone",
                                "Asia/Shanghai",
                                "audit-on",
                                "2027-03-01"))
                .then()
                .statusCode(303);
        grace.get(at + "/departments/new");
        grace.post(at + "/departments", Map.of("code", "PRD", "kind", "PRD", "name-zh", "生产部", "name-en", "Production"))
                .then()
                .statusCode(303);
        Matcher department = Pattern.compile("value=\"([0-9a-f-]{36})\">生产部")
                .matcher(grace.get(at + "/people/new").asString());
        assertTrue(department.find());
        String person = grace.post(
                        at + "/people",
                        Map.of(
                                "number",
                                "W001",
                                "name",
                                "李新",
                                "department",
                                department.group(1),
                                "job",
                                "车缝工",
                                "joined-on",
                                "2026-11-02"))
                .then()
                .statusCode(303)
                .extract()
                .header("Location");

        // 5: a slip for the worker, who chooses a PIN
        grace.get(person).then().statusCode(200).body(containsString("没有账号"));
        Response worker = grace.post(person + "/membership", Map.of("role", "WORKER"));
        Visitor li = Visitor.stranger();
        String startCode = NewFactory.code(worker);
        li.get("/sign-in/first?factory=" + code + "&number=W001&code=" + startCode)
                .then()
                .body(containsString("value=\"" + startCode + "\""));
        NewFactory.first(li, code, "W001", startCode, "123456")
                .then()
                .statusCode(422)
                .body(containsString("太好猜"))
                .body(containsString("value=\"W001\""))
                .body(not(containsString("value=\"123456\"")));
        NewFactory.first(li, code, "W001", startCode.toLowerCase(java.util.Locale.ROOT), NewFactory.PIN)
                .then()
                .statusCode(303);

        // 6: the worker's first lesson
        String today = li.get("/").header("Location");
        Matcher lesson = Pattern.compile("/c/[0-9a-f-]{36}/lessons/[A-Za-z0-9-]+")
                .matcher(li.get(today).then().statusCode(200).extract().asString());
        assertTrue(lesson.find(), "a lesson waits");
        li.get(lesson.group()).then().statusCode(200).body(containsString("lesson-card"));

        // and from then on with the PIN
        Visitor again = Visitor.stranger();
        again.get("/sign-in?factory=" + code + "&number=W001").then().body(containsString("autofocus"));
        Response in = again.post("/sign-in", Map.of("factory", code, "number", "W001", "pin", NewFactory.PIN));
        assertEquals(303, in.statusCode());
    }
}
