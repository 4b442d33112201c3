package auditorium;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** How many SQL statements a page may cost. Hibernate counts neither the session's statement nor the one that names the client. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class QueryBudgetTest {

    private static final int SESSION_AND_CLIENT = 2;

    @Inject
    SessionFactory sessions;

    private long cost(Visitor visitor, String page) {
        visitor.get(page); // what is cached once per node is not the page's cost
        sessions.getStatistics().clear();
        visitor.get(page).then().statusCode(200);
        long cost = sessions.getStatistics().getPrepareStatementCount() + SESSION_AND_CLIENT;
        System.out.println(page.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…") + " costs " + cost + " statements");
        return cost;
    }

    @Test
    void theBoardOfNineDepartmentsCostsAtMostEightStatements() {
        Visitor manager = Visitor.withPassword("manager");
        assertTrue(cost(manager, manager.at("/readiness?standard=all")) <= 8);
    }

    @Test
    void aWorkersHomeCostsAtMostSix() {
        Visitor worker = Visitor.withPin("DEMO", "A0351");
        assertTrue(cost(worker, worker.at("/today")) <= 6);
    }

    @Test
    void aLessonAPaperAndThePlanStayCheap() {
        Visitor worker = Visitor.withPin("DEMO", "A0352");
        assertTrue(cost(worker, worker.at("/lessons/A7-audit-day")) <= 2);
        assertTrue(cost(worker, worker.at("/courses")) <= 3);
        Visitor manager = Visitor.withPassword("manager");
        assertTrue(cost(manager, manager.at("/improvement")) <= 5);
    }
}
