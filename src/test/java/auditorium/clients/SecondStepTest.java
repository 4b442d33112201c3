package auditorium.clients;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.access.domain.Totp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The second step of signing in, as people meet it: without script, in the pages. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SecondStepTest {

    private static final Pattern RECOVERY = Pattern.compile("<b class=\"code\">([0-9A-Z-]{14})</b>");

    private static String login(NewFactory factory) {
        return "boss-" + factory.code().toLowerCase(java.util.Locale.ROOT);
    }

    /** What the app on the phone knows. */
    private static byte[] secret(NewFactory factory) {
        return HexFormat.of()
                .parseHex(Superuser.word(
                        "select encode(secret, 'hex') from second_step s join account a on a.id = s.account_id where a.login_name = ?",
                        login(factory)));
    }

    private static String code(NewFactory factory, int off) {
        return Totp.code(secret(factory), Totp.step(Instant.now()) + off, 6);
    }

    /** As if the codes of this minute had not been used yet. */
    private static void laterOn(NewFactory factory) {
        Superuser.sql(
                "update second_step set last_step = 0 where account_id = (select id from account where login_name = ?)",
                login(factory));
    }

    /** Turns it on; answers the recovery codes. */
    private static List<String> turnOn(NewFactory factory) {
        Visitor boss = factory.manager();
        boss.get("/account/second-step").then().statusCode(200);
        boss.post("/account/second-step/secret", Map.of("current", NewFactory.PASSWORD))
                .then()
                .statusCode(303);
        String page = boss.get("/account/second-step")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(page.contains("otpauth://totp/Auditorium:" + login(factory)), "a link for the app on this phone");
        assertTrue(page.contains("class=\"qr-code\""), "a code to scan");
        Response on = boss.post("/account/second-step/confirmation", Map.of("code", code(factory, 0)));
        assertEquals(200, on.statusCode(), on.asString());
        assertEquals("no-store", on.header("Cache-Control"));
        List<String> codes = new ArrayList<>();
        Matcher m = RECOVERY.matcher(on.asString());
        while (m.find()) {
            codes.add(m.group(1));
        }
        assertEquals(10, codes.stream().distinct().count());
        laterOn(factory);
        return codes;
    }

    /** The first step with the right password, on a new device. */
    private static Visitor halfWay(NewFactory factory) {
        Visitor visitor = Visitor.stranger();
        visitor.get("/sign-in/password");
        Response answer = visitor.post(
                "/sign-in/password",
                Map.of("login", login(factory), "password", NewFactory.PASSWORD, "next", factory.at("/readiness")));
        assertEquals(303, answer.statusCode());
        assertTrue(answer.header("Location").endsWith("/sign-in/code"), answer.header("Location"));
        assertFalse(visitor.cookies().containsKey("session"), "no session yet");
        visitor.get("/sign-in/code").then().statusCode(200);
        return visitor;
    }

    private static Response send(Visitor visitor, String code) {
        return visitor.post("/sign-in/code", Map.of("code", code));
    }

    @Test
    void aPasswordAloneOpensNothingAndTheCodeLeadsToThePageThatWasWanted() {
        NewFactory factory = NewFactory.make();
        turnOn(factory);
        Visitor visitor = halfWay(factory);
        visitor.get(factory.at("/readiness")).then().statusCode(303).header("Location", containsString("/sign-in"));
        send(visitor, "000000").then().statusCode(401).body(containsString("验证码不对"));
        send(visitor, code(factory, 0))
                .then()
                .statusCode(303)
                .header("Location", containsString(factory.at("/readiness")));
        visitor.get(factory.at("/readiness")).then().statusCode(200);
        assertFalse(visitor.cookies().containsKey("half-way"), "what was for half the way is gone");
        Visitor.stranger().get("/sign-in/code").then().statusCode(303);
    }

    @Test
    void aCodeWorksOnceEvenForTwoWhoSendItAtTheSameMoment() {
        NewFactory factory = NewFactory.make();
        turnOn(factory);
        Visitor one = halfWay(factory);
        Visitor two = halfWay(factory);
        String code = code(factory, 0);
        CompletableFuture<Integer> other =
                CompletableFuture.supplyAsync(() -> send(two, code).statusCode());
        int own = send(one, code).statusCode();
        assertEquals(704, own + other.join(), "one gets in (303), one does not (401)");
        send(halfWay(factory), code).then().statusCode(401);
        send(halfWay(factory), code(factory, -1)).then().statusCode(401);
        send(halfWay(factory), code(factory, 1)).then().statusCode(303);
    }

    @Test
    void wrongCodesAreCountedApartAndRefusedInTheEnd() {
        NewFactory factory = NewFactory.make();
        turnOn(factory);
        Visitor thief = halfWay(factory);
        for (int i = 0; i < 5; i++) {
            send(thief, "00000" + i).then().statusCode(401);
        }
        send(thief, code(factory, 0)).then().statusCode(429).body(containsString("15 分钟"));
        send(halfWay(factory), code(factory, 0)).then().statusCode(429);
        // the person on the own device, where somebody has signed in before, is not locked out
        Visitor own = factory.manager();
        own.post("/account/second-step/recovery-codes", Map.of("code", code(factory, 0)))
                .then()
                .statusCode(200);
    }

    @Test
    void aRecoveryCodeWorksOnceAndNewOnesEndTheOldOnes() {
        NewFactory factory = NewFactory.make();
        List<String> codes = turnOn(factory);
        send(halfWay(factory), codes.get(0).toLowerCase(java.util.Locale.ROOT).replace("-", " "))
                .then()
                .statusCode(303);
        send(halfWay(factory), codes.get(0)).then().statusCode(401);
        Visitor boss = factory.manager();
        boss.get("/account/second-step").then().body(containsString("还剩 9 个恢复码"));
        boss.post("/account/second-step/recovery-codes", Map.of("code", code(factory, 0)))
                .then()
                .statusCode(200)
                .body(not(containsString(codes.get(1))));
        send(halfWay(factory), codes.get(1)).then().statusCode(401);
        assertEquals(
                "0",
                Superuser.word(
                        "select count(*)::text from recovery_code where encode(code_hash, 'escape') like ?",
                        "%" + codes.get(2).substring(0, 4) + "%"),
                "only hashes are kept");
    }

    @Test
    void offTakesThePasswordAndACode() {
        NewFactory factory = NewFactory.make();
        turnOn(factory);
        Visitor boss = factory.manager();
        boss.get("/account/second-step");
        String end = "/account/second-step/end";
        boss.post(end, Map.of("current", "something else", "code", code(factory, 0)))
                .then()
                .statusCode(422);
        boss.post(end, Map.of("current", NewFactory.PASSWORD, "code", "123456"))
                .then()
                .statusCode(422);
        boss.post(end, Map.of("current", NewFactory.PASSWORD)).then().statusCode(422);
        boss.post(end, Map.of("current", NewFactory.PASSWORD, "code", code(factory, 1)))
                .then()
                .statusCode(200)
                .body(containsString("已关闭"));
        Visitor visitor = Visitor.stranger();
        visitor.get("/sign-in/password");
        visitor.post("/sign-in/password", Map.of("login", login(factory), "password", NewFactory.PASSWORD))
                .then()
                .statusCode(303)
                .header("Location", not(containsString("/sign-in")));
    }

    @Test
    void itIsOnOnlyAfterTheFirstRightCodeAndEndsOtherSignIns() {
        NewFactory factory = NewFactory.make();
        Visitor boss = factory.manager();
        Visitor elsewhere = Visitor.stranger();
        elsewhere.get("/sign-in/password");
        elsewhere
                .post("/sign-in/password", Map.of("login", login(factory), "password", NewFactory.PASSWORD))
                .then()
                .statusCode(303);
        boss.get("/account/second-step");
        boss.post("/account/second-step/secret", Map.of("current", "a guess"))
                .then()
                .statusCode(422);
        boss.post("/account/second-step/confirmation", Map.of("code", "000000"))
                .then()
                .statusCode(422);
        boss.post("/account/second-step/secret", Map.of("current", NewFactory.PASSWORD))
                .then()
                .statusCode(303);
        boss.post("/account/second-step/confirmation", Map.of("code", "000000"))
                .then()
                .statusCode(422);
        elsewhere.get("/account").then().statusCode(200);
        boss.post("/account/second-step/confirmation", Map.of("code", code(factory, 0)))
                .then()
                .statusCode(200);
        elsewhere.get("/account").then().statusCode(303);
        boss.get("/account").then().statusCode(200);
        byte[] before = secret(factory);
        boss.post("/account/second-step/secret", Map.of("current", NewFactory.PASSWORD));
        assertEquals(
                HexFormat.of().formatHex(before),
                HexFormat.of().formatHex(secret(factory)),
                "a secret that is in use is not replaced");
    }

    @Test
    void aFactoryThatAsksForItLeadsItsManagersThereFirstAndNobodyElse() {
        NewFactory factory = NewFactory.make();
        String department = factory.department("Q", "QA", "品管");
        String worker = factory.person("W1", "工人一", department);
        Visitor hand = factory.arriveByPin("W1", factory.access(worker, "WORKER", ""));
        String leader = factory.person("W2", "主管二", department);
        Visitor chief = NewFactory.arriveByPassword(
                "chief-" + factory.code().toLowerCase(java.util.Locale.ROOT),
                factory.access(
                        leader, "DEPARTMENT_MANAGER", "chief-" + factory.code().toLowerCase(java.util.Locale.ROOT)));
        Visitor boss = factory.manager();
        boss.get(factory.at("/second-step"))
                .then()
                .statusCode(200)
                .body(containsString("主管二"))
                .body(not(containsString("工人一")));
        chief.get(factory.at("/second-step")).then().statusCode(403);
        boss.post(factory.at("/second-step"), Map.of("required", "yes")).then().statusCode(303);

        for (Visitor manager : List.of(boss, chief)) {
            manager.get(factory.at("/readiness"))
                    .then()
                    .statusCode(303)
                    .header("Location", containsString("/account/second-step"));
            manager.get("/account/second-step").then().statusCode(200).body(containsString("请现在开启"));
            manager.letter(
                            factory.at("/departments/" + department + "/requirements/SC-22/responses"),
                            Map.of("result", "CONFORMS"))
                    .then()
                    .statusCode(401);
        }
        hand.get(factory.at("/today")).then().statusCode(200);
        turnOn(factory);
        boss.get(factory.at("/readiness")).then().statusCode(200);
        boss.get(factory.at("/second-step")).then().body(containsString("已开启"));
        boss.post(factory.at("/second-step"), Map.of("required", "no")).then().statusCode(303);
        chief.get(factory.at("/readiness")).then().statusCode(200);
        NewFactory other = NewFactory.make();
        boss.get(other.at("/second-step")).then().statusCode(404);
        boss.post(other.at("/second-step"), Map.of("required", "yes")).then().statusCode(404);
        assertEquals(
                "0",
                Superuser.word(
                        "select count(*)::text from client where second_step_since is not null and code = ?",
                        other.code()));
    }

    @Test
    void aNewPasswordByStartCodeIsNoWayRoundItAndAnAdministratorCanTakeItAway() {
        NewFactory factory = NewFactory.make();
        turnOn(factory);
        String account = Superuser.word("select id::text from account where login_name = ?", login(factory));
        Visitor admin = factory.administrator();
        admin.get("/accounts").then().body(containsString(account + "/second-step/end"));
        Response slip = admin.post("/accounts/" + account + "/start-code", Map.of());
        Visitor visitor = NewFactory.arriveByPassword(login(factory), NewFactory.code(slip));
        assertFalse(visitor.cookies().containsKey("session"), "the second step is still to come");
        visitor.get("/sign-in/code").then().statusCode(200);
        Visitor stranger = Visitor.withPassword("manager");
        stranger.get("/account");
        stranger.post("/accounts/" + account + "/second-step/end", Map.of())
                .then()
                .statusCode(403);
        admin.get("/accounts");
        admin.post("/accounts/" + account + "/second-step/end", Map.of()).then().statusCode(303);
        Visitor back = Visitor.stranger();
        back.get("/sign-in/password");
        back.post("/sign-in/password", Map.of("login", login(factory), "password", NewFactory.PASSWORD));
        assertTrue(back.cookies().containsKey("session"));
    }

    @Test
    void thePagesSpeakEnglishToo() {
        NewFactory factory = NewFactory.make();
        Visitor boss = factory.manager();
        boss.get("/account/second-step");
        boss.post("/language", Map.of("to", "en", "back", "/account/second-step"));
        boss.get("/account/second-step").then().body(containsString("Second step at the sign-in"));
        turnOn(factory);
        boss.get("/account/second-step").then().body(containsString("Recovery codes left: 10"));
        boss.get(factory.at("/second-step")).then().body(containsString("Second step for managers"));
    }
}
