package auditorium.clients;

import static auditorium.clients.PasskeyOwner.OWN;
import static auditorium.clients.PasskeyOwner.account;
import static auditorium.clients.PasskeyOwner.add;
import static auditorium.clients.PasskeyOwner.alone;
import static auditorium.clients.PasskeyOwner.atTheDoor;
import static auditorium.clients.PasskeyOwner.attribute;
import static auditorium.clients.PasskeyOwner.begin;
import static auditorium.clients.PasskeyOwner.challenge;
import static auditorium.clients.PasskeyOwner.device;
import static auditorium.clients.PasskeyOwner.login;
import static auditorium.clients.PasskeyOwner.options;
import static auditorium.clients.PasskeyOwner.second;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.access.SoftKey;
import auditorium.access.domain.Totp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passkeys as the server sees them, with a device in software that also does what an honest one would not. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PasskeyTest {

    private static final Pattern REMOVAL = Pattern.compile("/account/second-step/passkeys/([0-9a-f-]{36})/removal");

    /** Passkeys work for a name, never for an address of digits. */
    @BeforeEach
    void byName() {
        RestAssured.baseURI = "http://localhost";
    }

    @Test
    void aPasskeyIsTheSecondStepFromThenOnAndEndsOtherSignIns() {
        NewFactory factory = NewFactory.make();
        Visitor elsewhere = Visitor.stranger();
        elsewhere.get("/sign-in/password");
        elsewhere.post("/sign-in/password", Map.of("login", login(factory), "password", NewFactory.PASSWORD));
        elsewhere.get("/account").then().statusCode(200);
        SoftKey device = device(factory.manager());
        add(factory.manager(), device).then().statusCode(200).body(containsString("已开启"));
        elsewhere.get("/account").then().statusCode(303);
        factory.manager().get(OWN).then().statusCode(200).body(containsString("二楼电脑"));

        PasskeyOwner owner = new PasskeyOwner(factory, device, List.of());
        Visitor visitor = owner.halfWay();
        visitor.get(factory.at("/readiness")).then().statusCode(303).header("Location", containsString("/sign-in"));
        device.verified = false;
        second(visitor, device).then().statusCode(303).header("Location", containsString(factory.at("/readiness")));
        visitor.get(factory.at("/readiness")).then().statusCode(200);
        assertFalse(visitor.cookies().containsKey("half-way"), "what was for half the way is gone");
    }

    @Test
    void aPasskeyAloneSignsInWhenTheDeviceHasMadeSureOfThePerson() {
        PasskeyOwner owner = PasskeyOwner.make();
        Visitor visitor = atTheDoor();
        Response asked = options(visitor, "/sign-in/passkey/options");
        assertEquals("required", asked.jsonPath().getString("verification"));
        assertEquals(List.of(), asked.jsonPath().getList("keys"), "nobody is told who has passkeys");
        alone(visitor, owner.device().signed(asked.jsonPath().getString("challenge")))
                .then()
                .statusCode(303)
                .header("Location", containsString("/account"));
        visitor.get(owner.factory().at("/readiness")).then().statusCode(200);
        assertFalse(visitor.cookies().containsKey("passkey-asked"));

        Visitor other = atTheDoor();
        owner.device().verified = false;
        alone(other, owner.device()).then().statusCode(401).body(containsString("没有通过"));
        assertFalse(other.cookies().containsKey("session"));
        owner.device().verified = true;
        owner.device().saysWho = false;
        alone(other, owner.device()).then().statusCode(401);
    }

    @Test
    void whatAnotherSiteOrAnotherChallengeGotIsOfNoUse() {
        PasskeyOwner owner = PasskeyOwner.make();
        SoftKey device = owner.device();
        String ours = device.origin;
        device.origin = "https://auditorium.evil.example";
        second(owner.halfWay(), device).then().statusCode(401).body(containsString("没有通过"));
        alone(atTheDoor(), device).then().statusCode(401);
        device.origin = ours;
        device.host = "evil.example";
        alone(atTheDoor(), device).then().statusCode(401);
        device.host = "localhost";
        Visitor visitor = owner.halfWay();
        challenge(visitor, "/sign-in/code/options");
        second(visitor, device.signed("A".repeat(43))).then().statusCode(401);
        second(owner.halfWay(), device.signed("A".repeat(43))).then().statusCode(401);
        second(owner.halfWay(), device).then().statusCode(303);
    }

    @Test
    void anAnswerCountsOnceInTimeAndForTheBrowserThatWasAskedOnly() {
        PasskeyOwner owner = PasskeyOwner.make();
        SoftKey device = owner.device();
        Visitor one = atTheDoor();
        String answer = device.signed(challenge(one, "/sign-in/passkey/options"));
        String asked = one.cookies().get("passkey-asked");
        alone(atTheDoor(), answer).then().statusCode(401);
        alone(one, answer).then().statusCode(303);
        Visitor again = atTheDoor();
        again.cookies().put("passkey-asked", asked);
        alone(again, answer).then().statusCode(401);

        Visitor late = atTheDoor();
        String slow = device.signed(challenge(late, "/sign-in/passkey/options"));
        Superuser.sql("update passkey_challenge set expires_at = now() - interval '1 second' where account_id is null");
        alone(late, slow).then().statusCode(401);

        Visitor half = owner.halfWay();
        String forOne = device.signed(challenge(half, "/sign-in/code/options"));
        Visitor other = owner.halfWay();
        challenge(other, "/sign-in/code/options");
        second(other, forOne).then().statusCode(401);
        String alone = device.signed(challenge(half, "/sign-in/passkey/options"));
        second(half, alone).then().statusCode(401);
        second(half, forOne).then().statusCode(401);
        second(half, device).then().statusCode(303);
        assertEquals(
                "0",
                Superuser.word(
                        "select count(*)::text from passkey_challenge c join account a on a.id = c.account_id where a.login_name = ? and c.name = '' and c.expires_at < now()",
                        login(owner.factory())));
    }

    @Test
    void anotherPersonsPasskeyOpensNothing() {
        PasskeyOwner owner = PasskeyOwner.make();
        PasskeyOwner other = PasskeyOwner.make();
        second(owner.halfWay(), other.device()).then().statusCode(401);
        SoftKey thief = new SoftKey(owner.device().origin);
        thief.poseAs(owner.device());
        second(owner.halfWay(), thief).then().statusCode(401);
        alone(atTheDoor(), thief).then().statusCode(401);
        SoftKey unknown = new SoftKey(owner.device().origin);
        alone(atTheDoor(), unknown).then().statusCode(401);
        other.device().belongTo(Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[16]));
        alone(atTheDoor(), other.device()).then().statusCode(401);
        Superuser.sql("update account set suspended_at = now() where login_name = ?", login(owner.factory()));
        alone(atTheDoor(), owner.device()).then().statusCode(401);
    }

    @Test
    void aCountThatGoesBackIsRefusedToldAndEndsThePasskey() {
        PasskeyOwner owner = PasskeyOwner.make();
        SoftKey device = owner.device();
        second(owner.halfWay(), device).then().statusCode(303);
        device.count = 0;
        second(owner.halfWay(), device).then().statusCode(401).body(containsString("可能有人复制了它"));
        device.count = 100;
        second(owner.halfWay(), device).then().statusCode(401).body(containsString("可能有人复制了它"));
        alone(atTheDoor(), device).then().statusCode(401).body(containsString("可能有人复制了它"));
        owner.factory().manager().get(OWN).then().body(containsString("已停用"));
        Visitor visitor = owner.halfWay();
        visitor.post("/sign-in/code", Map.of("code", owner.codes().get(0)))
                .then()
                .statusCode(303);
    }

    @Test
    void wrongOnesAreCountedLikeWrongCodes() {
        PasskeyOwner owner = PasskeyOwner.make();
        SoftKey thief = new SoftKey(owner.device().origin);
        thief.poseAs(owner.device());
        for (int i = 0; i < 5; i++) {
            second(owner.halfWay(), thief).then().statusCode(401);
            alone(atTheDoor(), thief).then().statusCode(401);
        }
        second(owner.halfWay(), owner.device()).then().statusCode(429).body(containsString("15 分钟"));
        alone(atTheDoor(), owner.device()).then().statusCode(429);
        Visitor own = owner.factory().manager();
        own.get(OWN);
        String answer = owner.device().signed(challenge(own, OWN + "/passkeys/options"));
        own.post(OWN + "/recovery-codes", Map.of("passkey", answer)).then().statusCode(200);
    }

    @Test
    void addingTakesThePasswordANameAndADeviceThatIsNew() {
        NewFactory factory = NewFactory.make();
        Visitor boss = factory.manager();
        begin(boss, "手机", "something else").then().statusCode(422).body(containsString("value=\"手机\""));
        begin(boss, "  ", NewFactory.PASSWORD).then().statusCode(422).body(containsString("起个名称"));
        SoftKey device = device(boss);
        boss.post(OWN + "/passkeys/registration", Map.of("passkey", device.made("A".repeat(43))))
                .then()
                .statusCode(422);
        Response asked = begin(boss, "手机", NewFactory.PASSWORD);
        assertEquals("no-store", asked.header("Cache-Control"));
        assertEquals("localhost", attribute(asked.asString(), "data-host"));
        String person = attribute(asked.asString(), "data-person");
        assertEquals(
                account(factory).replace("-", ""),
                HexFormat.of().formatHex(Base64.getUrlDecoder().decode(person)));
        device.belongTo(person);
        String made = device.made(attribute(asked.asString(), "data-challenge"));
        // taken for another person's, it is none
        PasskeyOwner other = PasskeyOwner.make();
        other.factory()
                .manager()
                .post(OWN + "/passkeys/registration", Map.of("passkey", made))
                .then()
                .statusCode(422);
        boss.post(OWN + "/passkeys/registration", Map.of("passkey", made))
                .then()
                .statusCode(200);
        boss.post(OWN + "/passkeys/registration", Map.of("passkey", made))
                .then()
                .statusCode(422)
                .body(containsString("重新添加"));
        assertEquals(
                device.id(), attribute(begin(boss, "又一个", NewFactory.PASSWORD).asString(), "data-keys"));
        add(boss, device).then().statusCode(422).body(containsString("已经有"));
        assertEquals(
                "1",
                Superuser.word(
                        "select count(*)::text from passkey where account_id = cast(? as uuid)", account(factory)));
        SoftKey more = device(boss);
        add(boss, more).then().statusCode(200).body(containsString("已保存"));
        second(new PasskeyOwner(factory, more, List.of()).halfWay(), more)
                .then()
                .statusCode(303);
    }

    @Test
    void peopleWithAPinHaveNone() {
        NewFactory factory = NewFactory.make();
        String department = factory.department("Q", "QA", "品管");
        Visitor worker =
                factory.arriveByPin("W1", factory.access(factory.person("W1", "工人一", department), "WORKER", ""));
        worker.get(OWN).then().statusCode(200).body(not(containsString("通行密钥")));
        worker.post(OWN + "/passkeys", Map.of("name", "手机", "current", NewFactory.PIN))
                .then()
                .statusCode(404);
        worker.post(OWN + "/passkeys/registration", Map.of("passkey", "{}"))
                .then()
                .statusCode(404);
    }

    @Test
    void theOnlySecondStepIsTurnedOffWithPasswordAndPasskeyAndOthersAreRemoved() {
        PasskeyOwner owner = PasskeyOwner.make();
        Visitor boss = owner.factory().manager();
        String first = removal(boss, 0);
        boss.post(OWN + "/passkeys/" + first + "/removal", Map.of("current", NewFactory.PASSWORD))
                .then()
                .statusCode(422)
                .body(containsString("唯一"));
        SoftKey more = device(boss);
        add(boss, more);
        boss.post(OWN + "/passkeys/" + first + "/removal", Map.of("current", "a guess"))
                .then()
                .statusCode(422);
        PasskeyOwner.make()
                .factory()
                .manager()
                .post(OWN + "/passkeys/" + first + "/removal", Map.of("current", NewFactory.PASSWORD))
                .then()
                .statusCode(404);
        boss.get(OWN);
        boss.post(OWN + "/passkeys/" + first + "/removal", Map.of("current", NewFactory.PASSWORD))
                .then()
                .statusCode(200)
                .body(containsString("已删除"));
        second(owner.halfWay(), owner.device()).then().statusCode(401);
        second(owner.halfWay(), more).then().statusCode(303);

        boss.get(OWN);
        String answer = more.signed(challenge(boss, OWN + "/passkeys/options"));
        boss.post(OWN + "/end", Map.of("current", "a guess", "passkey", answer))
                .then()
                .statusCode(422);
        boss.post(OWN + "/end", Map.of("current", NewFactory.PASSWORD)).then().statusCode(422);
        boss.post(OWN + "/end", Map.of("current", NewFactory.PASSWORD, "passkey", answer))
                .then()
                .statusCode(200)
                .body(containsString("已关闭"));
        assertEquals(
                "0",
                Superuser.word(
                        "select ((select count(*) from passkey where account_id = a.id) + (select count(*) from recovery_code where account_id = a.id))::text from account a where login_name = ?",
                        login(owner.factory())));
        Visitor visitor = Visitor.stranger();
        visitor.get("/sign-in/password");
        visitor.post("/sign-in/password", Map.of("login", login(owner.factory()), "password", NewFactory.PASSWORD));
        assertTrue(visitor.cookies().containsKey("session"));
    }

    private static String removal(Visitor visitor, int which) {
        Matcher m = REMOVAL.matcher(visitor.get(OWN).asString());
        List<String> all = new ArrayList<>();
        while (m.find()) {
            all.add(m.group(1));
        }
        return all.get(which);
    }

    @Test
    void aFactoryThatAsksForASecondStepTakesAPasskeyAndAnAdministratorTakesItAway() {
        PasskeyOwner owner = PasskeyOwner.make();
        NewFactory factory = owner.factory();
        Visitor boss = factory.manager();
        boss.get(factory.at("/second-step"));
        boss.post(factory.at("/second-step"), Map.of("required", "yes")).then().statusCode(303);
        boss.get(factory.at("/readiness")).then().statusCode(200);
        boss.get(factory.at("/second-step"))
                .then()
                .body(containsString("厂长" + factory.code()))
                .body(containsString("已开启"))
                .body(not(containsString("未开启")));
        Visitor admin = factory.administrator();
        admin.get("/accounts").then().body(containsString(account(factory) + "/second-step/end"));
        admin.post("/accounts/" + account(factory) + "/second-step/end", Map.of())
                .then()
                .statusCode(303);
        alone(atTheDoor(), owner.device()).then().statusCode(401);
        boss.get(factory.at("/readiness")).then().statusCode(303).header("Location", containsString(OWN));
        boss.get(OWN).then().statusCode(200).body(containsString("添加通行密钥"));
        add(boss, device(boss)).then().statusCode(200);
        boss.get(factory.at("/readiness")).then().statusCode(200);
    }

    @Test
    void anAppThatHasShownNoFirstCodeYetLetsNobodyIn() {
        PasskeyOwner owner = PasskeyOwner.make();
        Visitor boss = owner.factory().manager();
        boss.get(OWN);
        boss.post(OWN + "/secret", Map.of("current", NewFactory.PASSWORD))
                .then()
                .statusCode(303);
        byte[] secret = HexFormat.of()
                .parseHex(Superuser.word(
                        "select encode(secret, 'hex') from second_step where account_id = cast(? as uuid)",
                        account(owner.factory())));
        String code = Totp.code(secret, Totp.step(Instant.now()), 6);
        owner.halfWay().post("/sign-in/code", Map.of("code", code)).then().statusCode(401);
        boss.get(OWN);
        boss.post(OWN + "/confirmation", Map.of("code", code)).then().statusCode(200);
        Visitor visitor = owner.halfWay();
        visitor.post("/sign-in/code", Map.of("code", Totp.code(secret, Totp.step(Instant.now()) + 1, 6)))
                .then()
                .statusCode(303);
    }

    @Test
    void withoutTheFirstStepNobodyIsAskedAndThePagesSpeakEnglishToo() {
        options(atTheDoor(), "/sign-in/code/options").then().statusCode(401);
        PasskeyOwner owner = PasskeyOwner.make();
        Visitor boss = owner.factory().manager();
        boss.get(OWN);
        boss.post("/language", Map.of("to", "en", "back", OWN));
        boss.get(OWN)
                .then()
                .body(containsString("Passkeys"))
                .body(containsString("Recovery codes left: 10"))
                .body(containsString("not used yet"));
        given().redirects()
                .follow(false)
                .accept("text/html")
                .header("Host", "10.0.0.5:8080")
                .get("/sign-in/password")
                .then()
                .statusCode(200)
                .body(not(containsString("data-passkey")));
    }
}
