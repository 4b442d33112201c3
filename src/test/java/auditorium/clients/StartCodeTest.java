package auditorium.clients;

import static org.hamcrest.Matchers.containsString;

import auditorium.TestDatabase;
import auditorium.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Start codes, and the PINs that people choose with them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StartCodeTest {

    private NewFactory own;
    private String production;

    @BeforeEach
    void settle() {
        own = NewFactory.make();
        production = own.department("PRD", "PRD", "生产部");
    }

    @Test
    void aNewStartCodeEndsTheOldPinAndWorksOnce() {
        String person = own.person("C1", "郑忘", production);
        String first = own.access(person, "WORKER", "");
        Visitor phone = own.arriveByPin("C1", first);
        own.manager().get(own.at("/people/" + person));
        String second = NewFactory.code(own.manager().post(own.at("/people/" + person + "/start-code"), Map.of()));
        phone.get(own.at("/today")).then().statusCode(303);
        phone.get("/sign-in");
        phone.post("/sign-in", Map.of("factory", own.code(), "number", "C1", "pin", NewFactory.PIN))
                .then()
                .statusCode(401);
        own.arriveByPin("C1", second);
        Visitor thief = Visitor.stranger();
        for (String used : List.of(first, second)) {
            thief.get("/sign-in/first");
            NewFactory.first(thief, own.code(), "C1", used, "402917").then().statusCode(401);
        }
    }

    @Test
    void guessesAtStartCodesAreLimitedLikeThoseAtPins() {
        String person = own.person("G1", "冯猜", production);
        String code = own.access(person, "WORKER", "");
        Visitor thief = Visitor.stranger();
        thief.get("/sign-in/first");
        for (int i = 0; i < 5; i++) {
            NewFactory.first(thief, own.code(), "G1", "0000-0000-000" + i, "402917")
                    .then()
                    .statusCode(401);
        }
        NewFactory.first(thief, own.code(), "G1", code, "402917").then().statusCode(429);
    }

    @Test
    void onesOwnPinIsChangedWithTheOldOneAndEndsOtherSignIns() {
        String person = own.person("P1", "陈改", production);
        String code = own.access(person, "WORKER", "");
        Visitor here = own.arriveByPin("P1", code);
        Visitor there = Visitor.stranger();
        there.get("/sign-in");
        there.post("/sign-in", Map.of("factory", own.code(), "number", "P1", "pin", NewFactory.PIN));
        there.get(own.at("/me")).then().statusCode(200);
        here.get("/account").then().statusCode(200).body(containsString("P1"));
        here.post("/account/secret", Map.of("current", "111222", "secret", "402917", "again", "402917"))
                .then()
                .statusCode(422);
        here.post("/account/secret", Map.of("current", NewFactory.PIN, "secret", "402917", "again", "402918"))
                .then()
                .statusCode(422);
        here.post("/account/secret", Map.of("current", NewFactory.PIN, "secret", "888888", "again", "888888"))
                .then()
                .statusCode(422);
        here.post("/account/secret", Map.of("current", NewFactory.PIN, "secret", "402917", "again", "402917"))
                .then()
                .statusCode(303);
        here.get(own.at("/me")).then().statusCode(200);
        there.get(own.at("/me")).then().statusCode(303);
    }
}
