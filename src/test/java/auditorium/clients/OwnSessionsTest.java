package auditorium.clients;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestDatabase;
import auditorium.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** People see where they are signed in, and end it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OwnSessionsTest {

    private static final Pattern OTHER = Pattern.compile("name=\"session\" value=\"([0-9a-f-]{36})\"");
    private static final String PHONE =
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36";

    private NewFactory factory;
    private Visitor here;

    @BeforeEach
    void arrive() {
        factory = NewFactory.make();
        String department = factory.department("P1", "PRD", "生产部");
        here = person("W1", department);
        person("W2", department);
    }

    private Visitor person(String number, String department) {
        return factory.arriveByPin(
                number, factory.access(factory.person(number, "人" + number, department), "WORKER", ""));
    }

    /** Signs in with a phone's browser; answers the cookies of it. */
    private Map<String, String> phone(String number) {
        Visitor visitor = Visitor.stranger();
        visitor.get("/sign-in");
        Response in = visitor.request()
                .header("User-Agent", PHONE)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf-token", visitor.token())
                .formParams(Map.of("factory", factory.code(), "number", number, "pin", NewFactory.PIN))
                .post("/sign-in");
        assertEquals(303, in.statusCode());
        Map<String, String> cookies = new HashMap<>(visitor.cookies());
        cookies.putAll(in.cookies());
        return cookies;
    }

    private int status(Map<String, String> cookies) {
        return given().redirects()
                .follow(false)
                .cookies(cookies)
                .accept("text/html")
                .get(factory.at("/me"))
                .statusCode();
    }

    private String other() {
        Matcher m = OTHER.matcher(here.get("/account/sessions").asString());
        assertTrue(m.find(), "there is no other sign-in");
        return m.group(1);
    }

    @Test
    @DisplayName("V7.5.2: one sees all sign-ins of one's own, and ends one of them with the PIN only")
    void oneSignInIsSeenAndEndedWithThePinOnly() {
        here.get("/account/sessions")
                .then()
                .statusCode(200)
                .body(containsString("你只在这里登录"))
                .body(not(containsString("name=\"current\"")));
        Map<String, String> first = phone("W1");
        Map<String, String> second = phone("W1");
        here.get("/account").then().body(containsString("/account/sessions"));
        String id = other();
        here.get("/account/sessions")
                .then()
                .body(containsString("Chrome · Android"))
                .body(containsString("就是这里"));
        here.post("/account/sessions/end", Map.of("session", id, "current", "000111"))
                .then()
                .statusCode(422)
                .body(containsString("value=\"" + id + "\" checked"));
        here.post("/account/sessions/end", Map.of("session", id)).then().statusCode(422);
        assertEquals(200, status(first));
        here.post("/account/sessions/end", Map.of("session", id, "current", NewFactory.PIN))
                .then()
                .statusCode(303);
        assertEquals(503, status(first) + status(second), "one is out and one is in");
        here.get(factory.at("/me")).then().statusCode(200);
        here.post("/account/sessions/end", Map.of("session", id, "current", NewFactory.PIN))
                .then()
                .statusCode(303); // a second tap does no harm
    }

    @Test
    @DisplayName("V7.5.2: all others end at once, and this one stays")
    void allOthersEndAtOnce() {
        Map<String, String> first = phone("W1");
        Map<String, String> second = phone("W1");
        here.get("/account/sessions");
        here.post("/account/sessions/end", Map.of("session", "", "current", NewFactory.PIN))
                .then()
                .statusCode(303);
        assertEquals(303, status(first));
        assertEquals(303, status(second));
        here.get(factory.at("/me")).then().statusCode(200);
        here.get("/account/sessions?done=yes").then().statusCode(200).body(containsString("已经退出"));
    }

    @Test
    @DisplayName("Nobody sees or ends somebody else's sign-in")
    void somebodyElsesSignInIsOutOfReach() {
        Map<String, String> theirs = phone("W2");
        String id = Superuser.word(
                "select s.id from login_session s join membership m on m.account_id = s.account_id"
                        + " where m.client_id = cast(? as uuid) and m.number = 'W2' and s.device <> '' limit 1",
                factory.id());
        here.get("/account/sessions").then().body(not(containsString(id))).body(not(containsString("Chrome")));
        here.post("/account/sessions/end", Map.of("session", id, "current", NewFactory.PIN))
                .then()
                .statusCode(303);
        here.post("/account/sessions/end", Map.of("session", "", "current", NewFactory.PIN));
        assertEquals(200, status(theirs));
        here.post("/account/sessions/end", Map.of("session", "x", "current", NewFactory.PIN))
                .then()
                .statusCode(400);
    }

    @Test
    void thePageIsThereInEnglishToo() {
        phone("W1");
        here.get("/account");
        here.post("/language", Map.of("to", "en", "back", "/"));
        here.get("/account/sessions")
                .then()
                .statusCode(200)
                .body(containsString("My sign-ins"))
                .body(containsString("Everywhere but here"));
    }
}
