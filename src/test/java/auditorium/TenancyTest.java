package auditorium;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.clients.Departments;
import auditorium.clients.People;
import auditorium.improvement.Findings;
import auditorium.improvement.Tasks;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each client factory is a world that no other may see: by Hibernate, by PostgreSQL and by HTTP. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TenancyTest {

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    @Inject
    Departments departments;

    @Inject
    People people;

    @Inject
    Findings findings;

    @Inject
    Tasks tasks;

    private UUID client(String code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (UUID) entities.createNativeQuery("select id from client where code = ?1", UUID.class)
                        .setParameter(1, code)
                        .getSingleResult());
    }

    private List<String> tenantTables() {
        return QuarkusTransaction.requiringNew().call(() -> {
            @SuppressWarnings("unchecked")
            List<String> tables = entities.createNativeQuery("""
                    select table_name from information_schema.columns
                     where table_schema = 'public' and column_name = 'client_id' and table_name <> 'membership'""", String.class).getResultList();
            return tables;
        });
    }

    private long count(String table) {
        return ((Number) entities.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue();
    }

    @Test
    @ActivateRequestContext
    void withoutAClientEveryTableLooksEmpty() {
        List<String> tables = tenantTables();
        assertTrue(tables.size() >= 16, tables.toString());
        for (String table : tables) {
            assertEquals(0L, QuarkusTransaction.requiringNew().call(() -> count(table)), table);
        }
    }

    @Test
    @ActivateRequestContext
    void eachClientSeesItsOwnRowsByHibernateAndBySql() {
        UUID demo = client("DEMO");
        UUID neighbour = client("YUAN");
        assertEquals(9L, scope.inside(demo, () -> departments.count()));
        assertEquals(9L, scope.inside(demo, () -> count("department")));
        assertEquals(120L, scope.inside(demo, () -> count("person")));
        assertEquals(4L, scope.inside(neighbour, () -> departments.count()));
        assertEquals(12L, scope.inside(neighbour, () -> count("person")));
    }

    @Test
    @ActivateRequestContext
    void aForeignIdIsNotFound() {
        UUID theirs = scope.inside(client("YUAN"), () -> people.working().get(0).id());
        assertNull(scope.inside(client("DEMO"), () -> people.findById(theirs)));
    }

    @Test
    @ActivateRequestContext
    void aRowForAnotherClientIsRefusedByTheDatabase() {
        UUID demo = client("DEMO");
        UUID neighbour = client("YUAN");
        RuntimeException refused = assertThrows(
                RuntimeException.class,
                () -> scope.inside(
                        demo,
                        () -> entities.createNativeQuery(
                                        "insert into department (client_id, id, code, kind, name_zh, name_en, position) values (?1, ?2, 'X', 'HR', 'x', 'x', 1)")
                                .setParameter(1, neighbour)
                                .setParameter(2, Ids.next())
                                .executeUpdate()));
        assertTrue(root(refused).contains("row-level security"), root(refused));
    }

    @Test
    @ActivateRequestContext
    void aChildOfAForeignParentIsRefusedByTheDatabase() {
        UUID demo = client("DEMO");
        UUID theirs =
                scope.inside(client("YUAN"), () -> departments.inOrder().get(0).id());
        RuntimeException refused = assertThrows(
                RuntimeException.class,
                () -> scope.inside(
                        demo,
                        () -> entities.createNativeQuery(
                                        "insert into person (client_id, id, department_id, number, name, job, joined_on) values (?1, ?2, ?3, 'Z1', 'x', 'x', current_date)")
                                .setParameter(1, demo)
                                .setParameter(2, Ids.next())
                                .setParameter(3, theirs)
                                .executeUpdate()));
        assertTrue(root(refused).contains("person_department_is_own"), root(refused));
    }

    @Test
    @ActivateRequestContext
    void whatIsHistoryCanBeAppendedButNotChanged() {
        UUID demo = client("DEMO");
        for (String table : List.of("response", "answer_event", "task_step", "card_seen")) {
            RuntimeException refused = assertThrows(
                    RuntimeException.class,
                    () -> scope.inside(
                            demo,
                            () -> entities.createNativeQuery("delete from " + table)
                                    .executeUpdate()));
            assertTrue(root(refused).contains("permission denied"), table + ": " + root(refused));
        }
    }

    @Test
    @ActivateRequestContext
    void foreignUnknownAndMalformedIdsInAnAddressAreNotFound() {
        UUID neighbour = client("YUAN");
        UUID dept = scope.inside(neighbour, () -> departments.inOrder().get(0).id());
        UUID finding = scope.inside(
                neighbour,
                () -> findings.listAll().stream().map(f -> f.id()).findFirst().orElse(Ids.next()));
        UUID task = scope.inside(
                neighbour,
                () -> tasks.listAll().stream().map(t -> t.id()).findFirst().orElse(Ids.next()));
        for (Visitor visitor : List.of(Visitor.worker(), Visitor.withPassword("manager"))) {
            for (String client : List.of(neighbour.toString(), Ids.next().toString(), "not-an-id")) {
                for (String page :
                        List.of("/today", "/courses", "/readiness", "/improvement", "/walk", "/tasks", "/me")) {
                    visitor.get("/c/" + client + page).then().statusCode(404);
                }
            }
        }
        Visitor manager = Visitor.withPassword("manager");
        for (UUID id : List.of(dept, Ids.next())) {
            for (String page : List.of(
                    "/readiness/departments/" + id,
                    "/departments/" + id + "/walk",
                    "/departments/" + id + "/walk/SR-01",
                    "/departments/" + id + "/requirements/SR-01")) {
                manager.get(manager.at(page)).then().statusCode(404);
            }
            manager.post(
                            manager.at("/departments/" + id + "/requirements/SR-01/responses"),
                            Map.of("result", "CONFORMS"))
                    .then()
                    .statusCode(404);
        }
        for (String page : List.of(
                "/findings/" + finding,
                "/findings/" + Ids.next(),
                "/tasks/" + task,
                "/tasks/" + Ids.next(),
                "/attachments/" + Ids.next())) {
            manager.get(manager.at(page)).then().statusCode(404);
        }
        manager.post(manager.at("/tasks/" + task + "/verification"), Map.of("note", "x"))
                .then()
                .statusCode(404);
        manager.post(manager.at("/findings/" + finding + "/tasks"), Map.of("template", "x"))
                .then()
                .statusCode(404);
    }

    @Test
    void aDepartmentManagerReachesTheOwnDepartmentOnly() {
        Visitor ehs = Visitor.withPassword("ehs");
        String board =
                ehs.get(ehs.at("/readiness")).then().statusCode(200).extract().asString();
        assertTrue(board.contains("安环"));
        assertEquals(1, board.split("scope=\"row\"", -1).length - 1);
        Visitor manager = Visitor.withPassword("manager");
        String whole = manager.get(manager.at("/readiness")).asString();
        var links = java.util.regex.Pattern.compile("/readiness/departments/([0-9a-f-]{36})\">")
                .matcher(whole);
        int reached = 0;
        int hidden = 0;
        while (links.find()) {
            int status =
                    ehs.get(ehs.at("/readiness/departments/" + links.group(1))).statusCode();
            if (status == 200) {
                reached++;
            } else {
                assertEquals(404, status);
                hidden++;
            }
        }
        assertEquals(1, reached);
        assertEquals(8, hidden);
    }

    @Test
    void theNeighboursPeopleStandOnNoPageOfTheDemoFactory() {
        List<String> names = QuarkusTransaction.requiringNew().call(() -> {
            @SuppressWarnings("unchecked")
            List<String> found = entities.createNativeQuery(
                            "select a.name from account a join membership m on m.account_id = a.id join client c on c.id = m.client_id where c.code = 'YUAN' and m.role <> 'CONSULTANT' and a.name not in (select b.name from account b join membership n on n.account_id = b.id join client d on d.id = n.client_id where d.code = 'DEMO')",
                            String.class)
                    .getResultList();
            return found;
        });
        assertTrue(names.size() > 5);
        Visitor manager = Visitor.withPassword("manager");
        for (String page : List.of("/readiness", "/improvement", "/walk", "/courses", "/today")) {
            for (String name : names) {
                manager.get(manager.at(page)).then().body(not(containsString(name)));
            }
        }
    }

    private static String root(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
