package auditorium.access;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SignInTest {

    @Inject
    EntityManager entities;

    private static Response attempt(Visitor visitor, String number, String pin) {
        visitor.get("/sign-in");
        return visitor.post("/sign-in", Map.of("factory", "DEMO", "number", number, "pin", pin));
    }

    @Test
    void aWrongPinKeepsWhatWasTypedAndSaysNotWhichPartIsWrong() {
        Visitor visitor = Visitor.stranger();
        String wrongPin = attempt(visitor, "A0330", "000000")
                .then()
                .statusCode(401)
                .body(containsString("value=\"DEMO\""))
                .body(containsString("value=\"A0330\""))
                .extract()
                .asString();
        String unknown = attempt(visitor, "A9999", "000000")
                .then()
                .statusCode(401)
                .extract()
                .asString();
        assertEquals(
                wrongPin.replaceAll("A0330|csrf-token\" value=\"[^\"]*", ""),
                unknown.replaceAll("A9999|csrf-token\" value=\"[^\"]*", ""));
    }

    @Test
    void manyWrongGuessesLockTheNameOnThatDeviceOnly() {
        Visitor own = Visitor.withPin("DEMO", "A0331"); // now this device is known for A0331
        Visitor thief = Visitor.stranger();
        for (int i = 0; i < 5; i++) {
            attempt(thief, "A0331", "11111" + i).then().statusCode(401);
        }
        attempt(thief, "A0331", "246810").then().statusCode(429);
        attempt(thief, "A0332", "246810").then().statusCode(303); // the factory is not locked
        own.post("/sign-out", Map.of());
        attempt(own, "A0331", "246810").then().statusCode(303); // nor is the person on the own phone
    }

    @Test
    void aDeviceThatAColleagueKnowsIsNoCoverForGuessing() {
        Visitor colleague = Visitor.withPin("DEMO", "A0337"); // known for A0337, a stranger to A0338
        for (int i = 0; i < 5; i++) {
            attempt(colleague, "A0338", "11111" + i).then().statusCode(401);
        }
        attempt(colleague, "A0338", "246810").then().statusCode(429);
    }

    @Test
    void aNameThatNobodyHasLocksLikeAnyOther() {
        Visitor thief = Visitor.stranger();
        for (int i = 0; i < 5; i++) {
            attempt(thief, "nobody-7", "11111" + i).then().statusCode(401);
        }
        attempt(thief, "nobody-7", "246810").then().statusCode(429);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        Visitor visitor = Visitor.stranger();
        Response in = attempt(visitor, "A0333", "246810");
        String cookie = in.headers().getValues("Set-Cookie").stream()
                .filter(c -> c.startsWith("session="))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.contains("HttpOnly"), cookie);
        assertTrue(cookie.contains("SameSite=Lax"), cookie);
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() {
        Visitor visitor = Visitor.worker();
        String today = visitor.at("/today");
        Map<String, String> stolen = Map.copyOf(visitor.cookies());
        visitor.get(today).then().statusCode(200);
        visitor.post("/sign-out", Map.of()).then().statusCode(303);
        io.restassured.RestAssured.given()
                .redirects()
                .follow(false)
                .cookies(stolen)
                .get(today)
                .then()
                .statusCode(303)
                .header("Location", containsString("/sign-in"));
    }

    @Test
    void anIdleSessionLeadsToTheSignInPageAndBack() {
        Visitor visitor = Visitor.withPin("DEMO", "A0334");
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update login_session set idle_until = now() - interval '1 second'"
                                        + " where account_id = (select account_id from membership where number = 'A0334')")
                        .executeUpdate());
        visitor.get(visitor.at("/courses")).then().statusCode(303).header("Location", containsString("next=%2Fc%2F"));
        visitor.letter(visitor.at("/lessons/A7-audit-day/cards"), Map.of("card", "x"))
                .then()
                .statusCode(401);
    }

    @Test
    void aCookieWhoseSessionHasEndedIsNoObstacleToSigningIn() {
        for (String page : new String[] {"/sign-in", "/sign-in/password", "/sign-in/first"}) {
            io.restassured.RestAssured.given()
                    .redirects()
                    .follow(false)
                    .cookie("session", "ended-long-ago")
                    .get(page)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void nobodyIsLedAwayToAnotherSite() {
        for (String bad :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/%0d%0aX: y\r\nX: y"}) {
            Visitor visitor = Visitor.stranger();
            visitor.get("/sign-in/password");
            visitor.post("/sign-in/password", Map.of("login", "consultant", "password", "auditorium-demo", "next", bad))
                    .then()
                    .statusCode(303)
                    .header("Location", not(containsString("evil")));
        }
    }

    @Test
    void aFormWithoutTheTokenIsRefused() {
        Visitor visitor = Visitor.worker();
        visitor.request().formParam("to", "en").post("/language").then().statusCode(400);
    }

    @Test
    void oneTapChangesTheLanguageForGood() {
        Visitor visitor = Visitor.withPin("DEMO", "A0335");
        visitor.get(visitor.at("/today")).then().body(containsString("lang=\"zh-CN\""));
        visitor.post("/language", Map.of("to", "en", "back", visitor.at("/today")))
                .then()
                .statusCode(303);
        visitor.get(visitor.at("/today")).then().body(containsString("lang=\"en\""));
        Visitor elsewhere = Visitor.withPin("DEMO", "A0335");
        elsewhere.get(elsewhere.at("/today")).then().body(containsString("lang=\"en\""));
    }

    @Test
    void theTokenItselfIsNotInTheDatabase() {
        Visitor visitor = Visitor.withPin("DEMO", "A0336");
        String token = visitor.cookies().getOrDefault("session", "");
        boolean found = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select 1 from login_session where encode(token_hash, 'escape') like ?1 or token_hash = cast(?2 as bytea)")
                        .setParameter(1, "%" + token + "%")
                        .setParameter(2, token.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .getResultList()
                        .isEmpty());
        assertTrue(found);
        assertFalse(token.isEmpty());
    }

    @Test
    void workersSeeNoReadinessAndManagersNoContentAdministration() {
        Visitor worker = Visitor.worker();
        worker.get(worker.at("/readiness"))
                .then()
                .statusCode(403)
                .contentType("text/html")
                .body(containsString("这一页不归你看"));
        worker.get(worker.at("/improvement")).then().statusCode(403);
        worker.get("/portfolio").then().statusCode(403);
        worker.get("/content").then().statusCode(403);
        Visitor.withPassword("manager").get("/content").then().statusCode(403);
        Visitor.withPassword("admin").get("/content").then().statusCode(200);
    }
}
