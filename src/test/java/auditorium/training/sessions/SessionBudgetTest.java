package auditorium.training.sessions;

import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** How many SQL statements a session costs; what phones and the wall ask every two seconds has to be little. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SessionBudgetTest {

    private static final int READER_AND_CLIENT = 2;
    private static final int TRIES = 4;

    @Inject
    SessionFactory sessions;

    /** The least of a few tries: jobs run beside a test, and what they ask is counted too. */
    private void costs(int most, String what, Supplier<Response> request) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            sessions.getStatistics().clear();
            request.get().then().statusCode(200);
            least = Math.min(least, sessions.getStatistics().getPrepareStatementCount() + READER_AND_CLIENT);
        }
        assertTrue(least <= most, what + " costs " + least + " statements");
    }

    @Test
    void thePagesThatAskAgainCostSixStatementsAndPeopleAddNone() {
        SessionFixture f = SessionFixture.make();
        Visitor worker = f.worker("Q1", "甲");
        for (int i = 2; i <= 6; i++) {
            f.person("Q" + i, "某人" + i);
        }
        String session = f.plan("投影室", "Q1 Q2 Q3 Q4 Q5 Q6");
        f.arrive(worker, session);
        String page = f.at("/sessions/" + session);
        Visitor manager = f.manager();
        manager.get(page + "/screen");
        manager.post(page + "/screen/questions", Map.of()).then().statusCode(303);
        costs(6, "the wall", () -> manager.get(page + "/screen"));
        costs(7, "a phone", () -> worker.get(f.at("/here/" + session)));
        costs(8, "the session's page", () -> manager.get(page));
        costs(4, "the list", () -> manager.get(f.at("/sessions")));
    }
}
