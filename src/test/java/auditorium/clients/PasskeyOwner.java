package auditorium.clients;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.Visitor;
import auditorium.access.SoftKey;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A manager of a new factory with a passkey, and the recovery codes that came with it; and what a browser does with passkeys. */
record PasskeyOwner(NewFactory factory, SoftKey device, List<String> codes) {

    static final String OWN = "/account/second-step";
    private static final Pattern RECOVERY = Pattern.compile("<b class=\"code\">([0-9A-Z-]{14})</b>");

    static String login(NewFactory factory) {
        return "boss-" + factory.code().toLowerCase(Locale.ROOT);
    }

    static String account(NewFactory factory) {
        return Superuser.word("select id::text from account where login_name = ?", login(factory));
    }

    static String attribute(String page, String name) {
        Matcher m = Pattern.compile(name + "=\"([^\"]*)\"").matcher(page);
        assertTrue(m.find(), name + " is missing");
        return m.group(1);
    }

    static SoftKey device(Visitor visitor) {
        return new SoftKey(attribute(visitor.get(OWN).asString(), "data-passkey-site"));
    }

    /** Asks to keep a passkey; answers the page on which the device is asked. */
    static Response begin(Visitor visitor, String name, String password) {
        visitor.get(OWN);
        return visitor.post(OWN + "/passkeys", Map.of("name", name, "current", password));
    }

    static Response add(Visitor visitor, SoftKey device) {
        Response asked = begin(visitor, "二楼电脑", NewFactory.PASSWORD);
        assertEquals(200, asked.statusCode(), asked.asString());
        device.belongTo(attribute(asked.asString(), "data-person"));
        return visitor.post(
                OWN + "/passkeys/registration",
                Map.of("passkey", device.made(attribute(asked.asString(), "data-challenge"))));
    }

    /** What script asks for: JSON, with the cookies of the browser. */
    static Response options(Visitor visitor, String path) {
        Response asked = given().redirects()
                .follow(false)
                .cookies(visitor.cookies())
                .accept("application/json")
                .contentType(ContentType.URLENC)
                .formParam("csrf-token", visitor.token())
                .post(path);
        asked.cookies().forEach(visitor.cookies()::put);
        return asked;
    }

    static String challenge(Visitor visitor, String path) {
        Response asked = options(visitor, path);
        assertEquals(200, asked.statusCode(), asked.asString());
        String challenge = asked.jsonPath().getString("challenge");
        assertEquals(32, Base64.getUrlDecoder().decode(challenge).length);
        return challenge;
    }

    static Response second(Visitor visitor, String answer) {
        return visitor.post("/sign-in/code", Map.of("passkey", answer));
    }

    static Response second(Visitor visitor, SoftKey device) {
        return second(visitor, device.signed(challenge(visitor, "/sign-in/code/options")));
    }

    static Visitor atTheDoor() {
        Visitor visitor = Visitor.stranger();
        visitor.get("/sign-in/password").then().statusCode(200).body(containsString("data-passkey-use"));
        return visitor;
    }

    static Response alone(Visitor visitor, String answer) {
        return visitor.post("/sign-in/passkey", Map.of("passkey", answer, "next", "/account"));
    }

    static Response alone(Visitor visitor, SoftKey device) {
        return alone(visitor, device.signed(challenge(visitor, "/sign-in/passkey/options")));
    }

    static PasskeyOwner make() {
        NewFactory factory = NewFactory.make();
        SoftKey device = device(factory.manager());
        Response first = add(factory.manager(), device);
        assertEquals(200, first.statusCode(), first.asString());
        assertEquals("no-store", first.header("Cache-Control"));
        List<String> codes = new ArrayList<>();
        Matcher m = RECOVERY.matcher(first.asString());
        while (m.find()) {
            codes.add(m.group(1));
        }
        assertEquals(10, codes.stream().distinct().count(), "the first one comes with recovery codes");
        return new PasskeyOwner(factory, device, codes);
    }

    /** The first step with the right password, on a new device. */
    Visitor halfWay() {
        Visitor visitor = Visitor.stranger();
        visitor.get("/sign-in/password");
        visitor.post(
                        "/sign-in/password",
                        Map.of(
                                "login",
                                login(factory),
                                "password",
                                NewFactory.PASSWORD,
                                "next",
                                factory.at("/readiness")))
                .then()
                .statusCode(303)
                .header("Location", containsString("/sign-in/code"));
        assertFalse(visitor.cookies().containsKey("session"), "no session yet");
        visitor.get("/sign-in/code").then().statusCode(200).body(containsString("data-passkey-use"));
        return visitor;
    }
}
