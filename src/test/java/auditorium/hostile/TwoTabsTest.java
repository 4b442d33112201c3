package auditorium.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.clients.NewFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** HT05 and HT06: somebody with seats in two factories, in two tabs; and then with one seat less. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TwoTabsTest {

    private static int departments(NewFactory factory) {
        return Integer.parseInt(
                String.valueOf(Tables.one("select count(*) from department where client_id = '" + factory.id() + "'")));
    }

    private static Map<String, String> department(String code) {
        return Map.of("code", code, "kind", "QA", "name-zh", "质检", "name-en", "Quality", "position", "1");
    }

    @Test
    @DisplayName(
            "HT05: what is written in one tab goes where that tab's page belongs; HT06: an ended seat ends at once")
    void eachTabWritesWhereItsPageBelongs() {
        NewFactory a = NewFactory.make();
        NewFactory b = NewFactory.make();
        String login = "two-tabs-" + a.code().toLowerCase(Locale.ROOT);
        Map<String, String> seat = Map.of("role", "CONSULTANT", "login", login, "name", "顾问");
        a.administrator().get("/clients/" + a.id());
        Visitor consultant = NewFactory.arriveByPassword(
                login, NewFactory.code(a.administrator().post("/clients/" + a.id() + "/members", seat)));
        b.administrator().get("/clients/" + b.id());
        Response second = b.administrator().post("/clients/" + b.id() + "/members", seat);
        assertEquals(2, second.statusCode() / 100 + (second.statusCode() == 303 ? -1 : 0), second.asString());

        consultant.get(a.at("/departments/new")).then().statusCode(200); // the first tab's form
        consultant.get(b.at("/departments/new")).then().statusCode(200); // then the second tab
        consultant.post(a.at("/departments"), department("Q1")).then().statusCode(303);
        assertEquals(1, departments(a));
        assertEquals(0, departments(b));

        String ofB = b.department("Q2", "QA", "质检二部");
        String ofA = String.valueOf(Tables.row(java.util.UUID.fromString(a.id()), "department"));
        for (String crossed : List.of(a.at("/departments/" + ofB), b.at("/departments/" + ofA))) {
            assertEquals(404, consultant.get(crossed).statusCode());
            assertEquals(404, consultant.post(crossed, department("Q9")).statusCode());
            assertEquals(404, consultant.post(crossed + "/removal", Map.of()).statusCode());
        }
        assertEquals(1, departments(a));
        assertEquals(1, departments(b));

        String membership = String.valueOf(Tables.one(
                "select m.id::text from membership m join account a on a.id = m.account_id where a.login_name = '"
                        + login + "' and m.client_id = '" + a.id() + "'"));
        a.administrator().get("/clients/" + a.id());
        a.administrator()
                .post("/clients/" + a.id() + "/members/" + membership + "/end", Map.of())
                .then()
                .statusCode(303);
        // at once, and with the session: whoever ended the seat need not wait for anything
        assertEquals(303, consultant.get(a.at("/readiness")).statusCode());
        assertEquals(
                303, consultant.post(a.at("/departments"), department("Q3")).statusCode());
        assertEquals(
                401,
                consultant
                        .letter(a.at("/lessons/A7-audit-day/cards"), Map.of("card", "x"))
                        .statusCode());
        Visitor again = Visitor.stranger();
        again.get("/sign-in/password");
        again.post("/sign-in/password", Map.of("login", login, "password", NewFactory.PASSWORD))
                .then()
                .statusCode(303);
        assertEquals(404, again.get(a.at("/readiness")).statusCode());
        assertEquals(404, again.post(a.at("/departments"), department("Q3")).statusCode());
        assertEquals(
                404,
                again.letter(a.at("/lessons/A7-audit-day/cards"), Map.of("card", "x"))
                        .statusCode());
        assertEquals(200, again.get(b.at("/readiness")).statusCode());
        assertEquals(200, again.get("/portfolio").statusCode());
        assertEquals(1, departments(a));
    }
}
