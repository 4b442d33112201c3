package auditorium.readiness;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import auditorium.TestDatabase;
import auditorium.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RatingHttpTest {

    @Test
    void eachSchemeThatPublishesAScoreIsEstimatedWithItsSourceAndNoneIsInvented() {
        Visitor manager = Visitor.withPassword("manager");
        manager.get(manager.at("/ratings"))
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("amfori BSCI"),
                        containsString("Intertek WCA"),
                        containsString("GSV"),
                        containsString("SCAN"),
                        containsString("ISO 45001"),
                        containsString("估计"),
                        containsString("没有从原文核对"),
                        not(containsString("r-alibaba")),
                        not(containsString("r-nome"))));
    }

    @Test
    void aWorkerAndAStrangerToTheFactoryDoNotSeeThem() {
        Visitor worker = Visitor.withPin("DEMO", "A0351");
        worker.get(worker.at("/ratings")).then().statusCode(403);
        Visitor manager = Visitor.withPassword("manager");
        manager.get("/c/00000000-0000-4000-8000-000000000000/ratings").then().statusCode(404);
    }
}
