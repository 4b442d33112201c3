package auditorium.records;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestDatabase;
import auditorium.Visitor;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people see of themselves: all of it, and of nobody else anything. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MyDataTest {

    /** Tables with people in them that need no holding, because another one shows the same. */
    private static final Set<String> SHOWN_ELSEWHERE = Set.of(
            "lesson_standing", // worked out from attempts
            "training_place", // where person and person_step say so
            "roster_row", // removed after two days
            "erasure"); // of people who can't sign in any more

    @Inject
    RecordFixture fixture;

    @Inject
    @All
    List<Holding> holdings;

    @Test
    void peopleSeeAndTakeAwayAllThatIsHeldAboutThemAndNothingElse() {
        Visitor worker = Visitor.withPin("DEMO", "A0312");
        Visitor other = Visitor.withPin("DEMO", "A0313");
        String page = worker.get(worker.at("/my-data"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(page.contains("A0312"));
        assertTrue(!page.contains("A0313"));
        assertTrue(page.contains("36"), "how long it is kept");
        String file = worker.get(worker.at("/my-data/json"))
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("my-data.json"))
                .header("Cache-Control", containsString("no-store"))
                .extract()
                .asString();
        assertTrue(file.contains("\"number\" : \"A0312\""), file.substring(0, Math.min(300, file.length())));
        assertTrue(!file.contains("A0313"));
        byte[] pdf = other.get(other.at("/my-data/pdf"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
        worker.get("/c/" + fixtureClient() + "/my-data").then().statusCode(404);
        Visitor.withPassword("consultant")
                .get(worker.at("/my-data"))
                .then()
                .statusCode(200)
                .body(not(containsString("A0312")));
    }

    @ActivateRequestContext
    UUID fixtureClient() {
        return fixture.factory().client();
    }

    @Test
    void aManagerSeesAsMuchOfOneselfAndNothingOfThosePeopleWhoWorkThere() {
        Visitor manager = Visitor.withPassword("ehs");
        for (String page : List.of("/my-data", "/my-data/json")) {
            String mine = manager.get(manager.at(page))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertTrue(Pattern.compile("A03\\d\\d")
                            .matcher(mine)
                            .results()
                            .map(m -> m.group())
                            .distinct()
                            .count()
                    <= 1);
        }
    }

    @Test
    void everyTableWithPeopleInItIsShownToThem() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var c = Superuser.connect();
                var s = c.prepareStatement(
                        "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'person_id' order by 1");
                var r = s.executeQuery()) {
            while (r.next()) {
                tables.add(r.getString(1));
            }
        }
        String all = holdings.stream().map(Holding::sql).collect(Collectors.joining("\n"));
        tables.removeIf(t -> SHOWN_ELSEWHERE.contains(t)
                || Pattern.compile("\\b" + t + "\\b").matcher(all).find());
        assertEquals(List.of(), tables, "make a Holding of each, or say here why not");
    }
}
