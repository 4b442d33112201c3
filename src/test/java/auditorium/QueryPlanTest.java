package auditorium;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeMap;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/**
 * A query that the mapper has planned before is not planned again. One that is, is not only slow: its plans pile up, and each time
 * they are all compared with it, so that a page becomes the slower the more often it was asked for.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class QueryPlanTest {

    @Inject
    SessionFactory sessions;

    @Test
    void noPageThatWasShownBeforeIsPlannedAgain() {
        Visitor worker = Visitor.withPin("DEMO", "A0353");
        Visitor manager = Visitor.withPassword("manager");
        TreeMap<String, Long> again = new TreeMap<>();
        for (String page :
                List.of("/today", "/courses", "/lessons/A7-audit-day", "/quizzes/A7-audit-day", "/practice", "/me")) {
            again.put("worker " + page, plannedAgain(worker, page));
        }
        for (String page :
                List.of("/readiness?standard=all", "/improvement", "/training", "/people", "/record", "/mock-audits")) {
            again.put("manager " + page, plannedAgain(manager, page));
        }
        again.values().removeIf(n -> n == 0);
        assertEquals(new TreeMap<>(), again);
    }

    private long plannedAgain(Visitor visitor, String page) {
        visitor.get(visitor.at(page));
        sessions.getStatistics().clear();
        visitor.get(visitor.at(page)).then().statusCode(200);
        return sessions.getStatistics().getQueryPlanCacheMissCount();
    }
}
