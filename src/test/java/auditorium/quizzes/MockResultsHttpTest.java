package auditorium.quizzes;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.quizzes.domain.Signs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What managers see of mock audits: sums of five people and more, findings with one tap, never a name. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MockResultsHttpTest {

    @Inject
    QuizFixture fixture;

    @Inject
    ClientScope scope;

    @Inject
    MockAuditReport report;

    /** So many workers of production showed 40 % of a requirement, in a mock audit each. */
    private void standings(QuizFixture.Factory factory, String requirement, int people) {
        for (int i = 0; i < people; i++) {
            int worker = 2 * i + 1;
            String audit = MockAuditHttpTest.begin(factory.worker(worker), "");
            UUID attempt = MockAuditHttpTest.id(audit);
            scope.inside(
                    factory.client(),
                    () -> fixture.sql(
                            "insert into mock_standing (client_id, person_id, requirement, department_id, attempt_id, earned, possible, ended_at) values (?1, ?2, ?3, ?4, ?5, 40, 100, now())",
                            factory.client(),
                            factory.person(worker),
                            requirement,
                            factory.production(),
                            attempt));
        }
    }

    private void turnout(QuizFixture.Factory factory, int people, int signalled, int shown) {
        scope.inside(
                factory.client(),
                () -> fixture.sql(
                        "insert into experience_turnout (client_id, department_id, month, quiz, question, people, signalled, shown_people, shown_signalled) values (?1, ?2, date_trunc('month', current_date), 'C2-fire-safety', 'nearest-exit', ?3, ?4, ?5, least(?4, ?5))",
                        factory.client(),
                        factory.production(),
                        people,
                        signalled,
                        shown));
    }

    private static String page(QuizFixture.Factory factory) {
        return "/c/" + factory.client() + "/mock-results";
    }

    @Test
    @ActivateRequestContext
    void fourPeopleAreTooFewAndTheFifthMakesAGroup() {
        QuizFixture.Factory factory = fixture.factory(9);
        standings(factory, "HS-05", 4);
        Visitor manager = factory.manager();
        manager.get(page(factory)).then().statusCode(200).body(not(containsString("HS-05")));
        assertEquals(
                List.of(), scope.inside(factory.client(), () -> report.results(factory.client(), Optional.empty())));
        manager.post(page(factory) + "/" + factory.production() + "/findings", Map.of("requirement", "HS-05"))
                .then()
                .statusCode(404);
        QuizFixture.Factory enough = fixture.factory(9);
        standings(enough, "HS-05", 5);
        String shown = enough.manager()
                .get(page(enough))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(shown.contains("HS-05") && shown.contains("40%"));
        for (int i = 1; i <= 9; i++) {
            assertTrue(!shown.contains("工人" + i), "no name");
        }
    }

    @Test
    @ActivateRequestContext
    void aWeakRequirementBecomesOneFindingHoweverOftenItIsTapped() {
        QuizFixture.Factory factory = fixture.factory(9);
        standings(factory, "HS-05", 5);
        Visitor manager = factory.manager();
        manager.get(page(factory));
        String address = page(factory) + "/" + factory.production() + "/findings";
        String first = finding(manager.post(address, Map.of("requirement", "HS-05")));
        assertEquals(first, finding(manager.post(address, Map.of("requirement", "HS-05"))));
        assertEquals(
                1,
                fixture.count(
                        factory,
                        "select count(*) from finding where requirement = 'HS-05' and origin = 'MOCK_AUDIT' and response_id is null and department_id = ?1",
                        factory.production()));
        manager.get(page(factory)).then().body(containsString(first));
        manager.get(first).then().statusCode(200).body(containsString("40%"));
        // what nobody showed to be weak can't be made a finding here
        manager.get(page(factory));
        manager.post(address, Map.of("requirement", "HS-07")).then().statusCode(404);
        manager.post(address, Map.of()).then().statusCode(404);
    }

    private static String finding(Response response) {
        assertEquals(303, response.statusCode());
        String location = response.header("Location");
        assertTrue(location.contains("/findings/"), location);
        return location.substring(location.indexOf("/c/"));
    }

    @Test
    @ActivateRequestContext
    void signsShowFromFivePeopleAndOneAloneNeverDoes() {
        assertEquals(Signs.HIDDEN, Signs.of(4, 4));
        assertEquals(Signs.NONE, Signs.of(5, 1));
        assertEquals(Signs.SOME, Signs.of(5, 2));
        assertEquals(Signs.MANY, Signs.of(5, 3));
        QuizFixture.Factory few = fixture.factory(1);
        turnout(few, 4, 4, 0);
        few.manager().get(page(few)).then().statusCode(200).body(not(containsString("疏散")));
        QuizFixture.Factory alone = fixture.factory(1);
        turnout(alone, 5, 1, 5);
        alone.manager().get(page(alone)).then().body(not(containsString("nearest-exit")));
        QuizFixture.Factory many = fixture.factory(1);
        turnout(many, 7, 3, 5);
        String shown = many.manager().get(page(many)).asString();
        assertTrue(shown.contains("nearest-exit"));
    }

    @Test
    @ActivateRequestContext
    void aSignBecomesAFindingThatSaysNeitherWhoNorHowMany() {
        QuizFixture.Factory factory = fixture.factory(1);
        turnout(factory, 57, 43, 55);
        Visitor manager = factory.manager();
        manager.get(page(factory));
        String address = page(factory) + "/" + factory.production() + "/signals";
        Map<String, String> sign = Map.of("quiz", "C2-fire-safety", "question", "nearest-exit");
        String first = finding(manager.post(address, sign));
        assertEquals(first, finding(manager.post(address, sign)));
        assertEquals(
                1,
                fixture.count(
                        factory,
                        "select count(*) from finding where origin = 'SIGNAL' and fact not like '%57%' and fact not like '%43%' and fact not like '%55%'"));
        manager.post(address, Map.of("quiz", "C2-fire-safety", "question", "what-ever"))
                .then()
                .statusCode(404);
    }

    @Test
    @ActivateRequestContext
    void eachManagerSeesTheOwnDepartmentAndWorkersNone() {
        QuizFixture.Factory factory = fixture.factory(9);
        standings(factory, "HS-05", 5);
        factory.worker(1).get(page(factory)).then().statusCode(403);
        Visitor leader = factory.leader();
        leader.get(page(factory))
                .then()
                .statusCode(200)
                .body(containsString("HS-05"))
                .body(not(containsString("d-" + factory.warehouse())));
        leader.post(page(factory) + "/" + factory.warehouse() + "/findings", Map.of("requirement", "HS-05"))
                .then()
                .statusCode(404);
        QuizFixture.Factory neighbour = fixture.factory(1);
        Visitor stranger = neighbour.manager();
        stranger.get(page(factory)).then().statusCode(404);
        stranger.get(page(neighbour)).then().statusCode(200).body(not(containsString("HS-05")));
        stranger.post(page(neighbour) + "/" + factory.production() + "/findings", Map.of("requirement", "HS-05"))
                .then()
                .statusCode(404);
        stranger.post(page(neighbour) + "/" + Ids.next() + "/signals", Map.of("quiz", "x", "question", "y"))
                .then()
                .statusCode(404);
    }
}
