package auditorium.clients;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.access.Accounts;
import auditorium.platform.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may give, change and take away which access: nobody above the own role, nobody in another factory. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AccountRightsTest {

    @Inject
    EntityManager entities;

    @Inject
    Accounts accounts;

    private NewFactory own;
    private NewFactory other;
    private String production;
    private String worker;
    private Visitor consultant;
    private String consultantLogin;
    private Visitor line;

    /** Made once for all tests of this class. */
    private record Setting(
            NewFactory own, NewFactory other, String production, String worker, Visitor consultant, Visitor line) {

        private static @Nullable Setting made;

        static Setting get() {
            Setting setting = made == null ? make() : made;
            made = setting;
            return setting;
        }

        private static Setting make() {
            NewFactory own = NewFactory.make();
            String production = own.department("PRD", "PRD", "生产部");
            String worker = own.person("W1", "张伟", production);
            String advisor = login("advisor", own);
            own.administrator().get("/clients/" + own.id());
            Visitor consultant = NewFactory.arriveByPassword(
                    advisor,
                    NewFactory.code(own.administrator()
                            .post(
                                    "/clients/" + own.id() + "/members",
                                    Map.of("role", "CONSULTANT", "login", advisor, "name", "顾问"))));
            String leader = own.person("L1", "林带班", production);
            String login = login("line", own);
            Visitor line = NewFactory.arriveByPassword(login, own.access(leader, "DEPARTMENT_MANAGER", login));
            return new Setting(own, NewFactory.make(), production, worker, consultant, line);
        }
    }

    private static String login(String name, NewFactory factory) {
        return name + "-" + factory.code().toLowerCase(java.util.Locale.ROOT);
    }

    @BeforeEach
    void settle() {
        Setting setting = Setting.get();
        own = setting.own();
        other = setting.other();
        production = setting.production();
        worker = setting.worker();
        consultant = setting.consultant();
        line = setting.line();
        consultantLogin = login("advisor", own);
    }

    private String roleOf(String number) {
        return QuarkusTransaction.requiringNew().call(() -> (String) entities.createNativeQuery(
                        "select coalesce(string_agg(role, ','), '') from membership where person_id = (select person_id from membership where client_id = cast(?1 as uuid) and number = ?2)",
                        String.class)
                .setParameter(1, own.id())
                .setParameter(2, number)
                .getSingleResult());
    }

    @Test
    void aManagerGivesRolesUpToTheOwnAndNoneOutsideTheFactory() {
        String person = own.person("R1", "何升", production);
        String page = own.at("/people/" + person);
        own.manager().get(page);
        for (String role : List.of("CONSULTANT", "ADMINISTRATOR", "factory_manager", "")) {
            own.manager()
                    .post(page + "/membership", Map.of("role", role, "login", "someone-new"))
                    .then()
                    .statusCode(403);
        }
        String login = login("deputy", own);
        NewFactory.arriveByPassword(login, own.access(person, "FACTORY_MANAGER", login));
    }

    @Test
    void aConsultantGivesNoFactoryManagerAndCantTouchOne() {
        String person = own.person("R2", "何二", production);
        String page = own.at("/people/" + person);
        consultant.get(page).then().statusCode(200).body(not(containsString("value=\"FACTORY_MANAGER\"")));
        consultant
                .post(page + "/membership", Map.of("role", "FACTORY_MANAGER", "login", "puppet"))
                .then()
                .statusCode(403);
        String login = login("chief", own);
        Visitor chief = NewFactory.arriveByPassword(login, own.access(person, "FACTORY_MANAGER", login));
        consultant.get(page);
        for (String action : List.of("start-code", "suspension", "membership/end", "departure")) {
            consultant
                    .post(page + "/" + action, Map.of("on", "2026-11-20"))
                    .then()
                    .statusCode(403);
        }
        consultant.post(page + "/membership", Map.of("role", "WORKER")).then().statusCode(403);
        chief.get(own.at("/readiness")).then().statusCode(200);
    }

    @Test
    void aConsultantIsNobodyInAFactoryThatIsNotTheirs() {
        for (String page : List.of("/people", "/departments", "/factory", "/people/new", "/people/" + Ids.next())) {
            consultant.get(other.at(page)).then().statusCode(404);
        }
        consultant.get("/clients").then().statusCode(403);
        consultant.get(own.at("/people"));
        consultant
                .post("/clients/" + other.id() + "/members", Map.of("role", "CONSULTANT", "login", consultantLogin))
                .then()
                .statusCode(403);
    }

    @Test
    void nobodyResetsOneWhoseAccountOpensAnotherFactoryToo() {
        // the consultant of our factory now advises the other one as well: only an administrator may give a new start
        // code
        other.administrator().get("/clients/" + other.id());
        other.administrator()
                .post("/clients/" + other.id() + "/members", Map.of("role", "CONSULTANT", "login", consultantLogin))
                .then()
                .statusCode(303);
        consultant.get(other.at("/people")).then().statusCode(200);
        String membership = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select m.id from membership m join account a on a.id = m.account_id where a.login_name = ?1 and m.client_id = cast(?2 as uuid)",
                                UUID.class)
                        .setParameter(1, consultantLogin)
                        .setParameter(2, other.id())
                        .getSingleResult()
                        .toString());
        other.manager().get(other.at("/people"));
        other.manager()
                .post("/clients/" + other.id() + "/members/" + membership + "/start-code", Map.of())
                .then()
                .statusCode(403);
        other.administrator().get("/clients/" + other.id());
        other.administrator()
                .post("/clients/" + other.id() + "/members/" + membership + "/end", Map.of())
                .then()
                .statusCode(303);
        consultant.get(other.at("/people")).then().statusCode(303); // every session has ended …
        consultant.get("/sign-in/password");
        consultant.post("/sign-in/password", Map.of("login", consultantLogin, "password", NewFactory.PASSWORD));
        consultant.get(other.at("/people")).then().statusCode(404); // … and the seat is gone
        consultant.get(own.at("/people")).then().statusCode(200);
    }

    @Test
    void aDepartmentsManagerHelpsTheOwnWorkersOnly() {
        String elsewhere =
                own.department("WHS", "WHS", "仓库" + Ids.next().toString().substring(30));
        String stranger = own.person("S1", "孙外", elsewhere);
        String mate = own.person("S2", "周内", production);
        own.access(stranger, "WORKER", "");
        own.access(mate, "WORKER", "");
        line.get(own.at("/people"))
                .then()
                .statusCode(200)
                .body(containsString("周内"))
                .body(not(containsString("孙外")));
        line.get(own.at("/people?department=" + elsewhere)).then().body(not(containsString("孙外")));
        line.get(own.at("/people/" + stranger)).then().statusCode(404);
        line.post(own.at("/people/" + stranger + "/start-code"), Map.of())
                .then()
                .statusCode(404);
        line.get(own.at("/people/" + mate));
        NewFactory.code(line.post(own.at("/people/" + mate + "/start-code"), Map.of()));
        line.get(own.at("/people/" + mate));
        for (String action : List.of("", "/membership", "/suspension", "/membership/end", "/departure", "/identity")) {
            line.post(own.at("/people/" + mate + action), Map.of("role", "FACTORY_MANAGER"))
                    .then()
                    .statusCode(403);
        }
        for (String page : List.of("/departments", "/departments/new", "/factory", "/people/new")) {
            line.get(own.at(page)).then().statusCode(403);
        }
    }

    @Test
    void aSuspendedOrEndedMemberIsOutOnTheNextRequest() {
        String person = own.person("E1", "吴走", production);
        Visitor out = own.arriveByPin("E1", own.access(person, "WORKER", ""));
        out.get(own.at("/today")).then().statusCode(200);
        String page = own.at("/people/" + person);
        own.manager().get(page);
        own.manager().post(page + "/suspension", Map.of()).then().statusCode(303);
        out.get(own.at("/today")).then().statusCode(303);
        out.get("/sign-in");
        out.post("/sign-in", Map.of("factory", own.code(), "number", "E1", "pin", NewFactory.PIN))
                .then()
                .statusCode(401);
        own.manager().get(page);
        own.manager().post(page + "/resumption", Map.of()).then().statusCode(303);
        out.get("/sign-in");
        out.post("/sign-in", Map.of("factory", own.code(), "number", "E1", "pin", NewFactory.PIN))
                .then()
                .statusCode(303);
        out.get(own.at("/today")).then().statusCode(200);
        own.manager().get(page);
        own.manager()
                .post(page + "/departure", Map.of("on", "2026-11-20"))
                .then()
                .statusCode(303);
        out.get(own.at("/today")).then().statusCode(303);
        own.manager().get(page).then().body(containsString("离职"));
        own.manager().get(own.at("/people?who=WORKING")).then().body(not(containsString("吴走")));
        own.manager().get(own.at("/people?who=LEFT")).then().body(containsString("吴走"));
    }

    @Test
    void fieldsThatAFormDoesNotHaveAreNoWayIn() {
        own.manager().get(own.at("/people/new"));
        Response made = own.manager()
                .post(
                        own.at("/people"),
                        Map.ofEntries(
                                Map.entry("number", "M1"),
                                Map.entry("name", "多填"),
                                Map.entry("department", production),
                                Map.entry("job", "x"),
                                Map.entry("joined-on", "2026-02-01"),
                                Map.entry("client", other.id()),
                                Map.entry("client_id", other.id()),
                                Map.entry("role", "FACTORY_MANAGER"),
                                Map.entry("administrator", "true"),
                                Map.entry("administrator_since", "2020-01-01T00:00:00Z"),
                                Map.entry("id", worker)));
        assertEquals(303, made.statusCode());
        assertTrue(made.header("Location").contains(own.id()));
        String person = made.header("Location").replaceFirst(".*/", "");
        own.manager().get(own.at("/people/" + person)).then().body(containsString("没有账号"));
        own.manager()
                .post(
                        own.at("/people/" + person + "/membership"),
                        Map.of(
                                "role",
                                "WORKER",
                                "login",
                                "sneak",
                                "person",
                                worker,
                                "client",
                                other.id(),
                                "administrator",
                                "true",
                                "number",
                                "W1",
                                "suspended_at",
                                ""))
                .then()
                .statusCode(200);
        assertEquals("WORKER", roleOf("M1"));
        own.manager().get(own.at("/factory"));
        own.manager()
                .post(own.at("/factory"), Map.of("code", "HACKED", "name-zh", "改名厂", "zone", "Asia/Shanghai"))
                .then()
                .statusCode(303);
        own.manager()
                .get(own.at("/factory"))
                .then()
                .body(containsString(own.code()))
                .body(not(containsString("HACKED")));
    }

    @Test
    void theLastAdministratorStays() {
        List<?> administrators = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select id from account where administrator_since is not null and suspended_at is null",
                                UUID.class)
                        .getResultList());
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> entities.createNativeQuery(
                                    "update account set administrator_since = null where administrator_since is not null and login_name <> 'admin'")
                            .executeUpdate());
            UUID admin = accounts.byLogin("admin").orElseThrow();
            Visitor visitor = Visitor.withPassword("admin");
            for (String action : List.of("/administration/end", "/suspension")) {
                visitor.get("/accounts");
                visitor.post("/accounts/" + admin + action, Map.of())
                        .then()
                        .statusCode(409)
                        .body(containsString("最后一位管理员"));
            }
            visitor.get("/accounts").then().statusCode(200);
        } finally {
            QuarkusTransaction.requiringNew()
                    .run(() -> administrators.forEach(a -> accounts.makeAdministrator((UUID) a)));
        }
    }

    @Test
    void strangersAndWorkersReachNoneOfThesePages() {
        Visitor hand = own.arriveByPin("W1", own.access(worker, "WORKER", ""));
        for (String page : List.of("/people", "/people/" + worker, "/people/new", "/departments", "/factory")) {
            hand.get(own.at(page)).then().statusCode(403);
            other.manager().get(own.at(page)).then().statusCode(404);
            Visitor.stranger().get(own.at(page)).then().statusCode(303);
        }
        for (String page : List.of("/clients", "/clients/new", "/clients/" + own.id(), "/accounts")) {
            hand.get(page).then().statusCode(403);
            own.manager().get(page).then().statusCode(403);
            consultant.get(page).then().statusCode(403);
            Visitor.stranger().get(page).then().statusCode(303);
        }
        own.administrator().get("/clients/" + Ids.next()).then().statusCode(404);
        own.administrator().get(own.at("/people")).then().statusCode(404); // an administrator sees into no factory
    }

    @Test
    void anotherFactorysPeopleAndDepartmentsAreNotFoundAndNotTaken() {
        String theirs = other.department("QA", "QA", "品质部");
        String person = other.person("X1", "秘密人", theirs);
        for (String page : List.of("/people/" + person, "/people/" + person + "/edit", "/departments/" + theirs)) {
            own.manager().get(own.at(page)).then().statusCode(404);
        }
        own.manager().get(own.at("/people/new"));
        for (String action : List.of(
                "/people/" + person,
                "/people/" + person + "/membership",
                "/people/" + person + "/start-code",
                "/people/" + person + "/suspension",
                "/people/" + person + "/resumption",
                "/people/" + person + "/membership/end",
                "/people/" + person + "/departure",
                "/people/" + person + "/return",
                "/people/" + person + "/identity",
                "/departments/" + theirs,
                "/departments/" + theirs + "/removal")) {
            own.manager()
                    .post(own.at(action), Map.of("role", "WORKER", "on", "2026-11-20"))
                    .then()
                    .statusCode(404);
        }
        own.manager()
                .post(
                        own.at("/people"),
                        Map.of("number", "N9", "name", "混", "department", theirs, "joined-on", "2026-02-01"))
                .then()
                .statusCode(422);
        own.manager()
                .get(own.at("/people?department=" + theirs + "&who=ALL"))
                .then()
                .body(not(containsString("秘密人")));
        own.manager().get(own.at("/people?search=X1&who=ALL")).then().body(not(containsString("秘密人")));
    }
}
