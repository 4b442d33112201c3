package auditorium.readiness;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.clients.NewFactory;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Two sides, two people on one walk, photos, and answers that grow old. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WalkHttpTest {

    private static final String DRILL = "HS-09";

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private long count(NewFactory factory, String sql) {
        return scope.inside(
                UUID.fromString(factory.id()),
                () -> ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue());
    }

    private static String requirement(NewFactory factory, String department) {
        return factory.at("/departments/" + department + "/requirements/" + DRILL);
    }

    private static Response answer(Visitor who, NewFactory factory, String department, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.putIfAbsent("id", Ids.next().toString());
        return who.letter(requirement(factory, department) + "/responses", all);
    }

    private static Visitor ehsManager(NewFactory factory, String department) {
        String person = factory.person("P1", "周安全", department);
        String login = "ehs-" + factory.code().toLowerCase(java.util.Locale.ROOT);
        return NewFactory.arriveByPassword(login, factory.access(person, "DEPARTMENT_MANAGER", login));
    }

    private static Visitor consultant(NewFactory factory) {
        String login = "advisor-" + factory.code().toLowerCase(java.util.Locale.ROOT);
        factory.administrator().get("/clients/" + factory.id());
        return NewFactory.arriveByPassword(
                login,
                NewFactory.code(factory.administrator()
                        .post(
                                "/clients/" + factory.id() + "/members",
                                Map.of("role", "CONSULTANT", "login", login, "name", "陈顾问"))));
    }

    private static String seen(Visitor who, NewFactory factory, String department) {
        String page =
                who.get(factory.at("/departments/" + department + "/walk")).asString();
        Matcher m = Pattern.compile("id=\"f-" + DRILL + "\".*?name=\"seen\" value=\"([^\"]*)\"", Pattern.DOTALL)
                .matcher(page);
        assertTrue(m.find());
        return m.group(1);
    }

    @Test
    void twoPeopleOnOneWalkWhoDifferAreBothKeptAndTheNextAnswerThatKnowsBothSettlesIt() {
        NewFactory factory = NewFactory.make();
        String ehs = factory.department("E1", "EHS", "安环部");
        Visitor boss = factory.manager();
        Visitor zhou = ehsManager(factory, ehs);
        assertEquals("", seen(boss, factory, ehs));
        assertEquals("", seen(zhou, factory, ehs));
        String first = Ids.next().toString();
        answer(boss, factory, ehs, Map.of("id", first, "result", "CONFORMS", "seen", ""))
                .then()
                .statusCode(200)
                .header("Receipt", equalTo(first));
        answer(zhou, factory, ehs, Map.of("result", "FAILS", "note", "晚班没有演练", "seen", ""))
                .then()
                .statusCode(200);
        answer(boss, factory, ehs, Map.of("id", first, "result", "CONFORMS", "seen", ""))
                .then()
                .statusCode(200); // sent twice
        assertEquals(2, count(factory, "select count(*) from response"));
        boss.get(requirement(factory, ehs))
                .then()
                .statusCode(200)
                .body(containsString("两个人的答案不一样"), containsString("晚班没有演练"), containsString("厂长"));
        zhou.get(factory.at("/departments/" + ehs + "/walk")).then().body(containsString("两个人的答案不一样"));
        String known = seen(zhou, factory, ehs);
        assertTrue(!known.isEmpty());
        answer(zhou, factory, ehs, Map.of("result", "PARTLY", "note", "晚班下周补", "seen", known))
                .then()
                .statusCode(200);
        boss.get(requirement(factory, ehs)).then().body(not(containsString("两个人的答案不一样")));
        assertEquals(3, count(factory, "select count(*) from response"));
    }

    @Test
    void anAnswerThatWasGivenEarlierAndArrivesLaterDisagreesAsWell() {
        NewFactory factory = NewFactory.make();
        String ehs = factory.department("E1", "EHS", "安环部");
        Visitor zhou = ehsManager(factory, ehs);
        Instant now = Instant.now();
        answer(zhou, factory, ehs, Map.of("result", "CONFORMS", "at", now.toString()))
                .then()
                .statusCode(200);
        answer(
                        factory.manager(),
                        factory,
                        ehs,
                        Map.of(
                                "result",
                                "FAILS",
                                "note",
                                "x",
                                "at",
                                now.minusSeconds(1).toString()))
                .then()
                .statusCode(200);
        factory.manager().get(requirement(factory, ehs)).then().body(containsString("两个人的答案不一样"));
        assertEquals(
                1,
                count(
                        factory,
                        "select count(*) from latest_response where result = 'CONFORMS' and other_result = 'FAILS'"));
    }

    @Test
    void whatTheFactorySaysAndWhatAConsultantSawStandSideBySide() {
        NewFactory factory = NewFactory.make();
        String ehs = factory.department("E1", "EHS", "安环部");
        answer(factory.manager(), factory, ehs, Map.of("result", "CONFORMS"))
                .then()
                .statusCode(200);
        factory.manager().get(requirement(factory, ehs)).then().body(not(containsString("两边不一样")));
        Visitor consultant = consultant(factory);
        consultant.get(factory.at("/departments/" + ehs + "/walk")).then().body(containsString("工厂说：符合"));
        answer(consultant, factory, ehs, Map.of("result", "PARTLY", "note", "只有白班"))
                .then()
                .statusCode(200);
        factory.manager()
                .get(requirement(factory, ehs))
                .then()
                .body(containsString("两边不一样"), containsString("只有白班"), containsString("陈顾问"));
        assertEquals(2, count(factory, "select count(*) from latest_response"));
    }

    @Test
    void anOldAnswerCountsLessAndThePageSaysWhenItTurnsRed() {
        NewFactory factory = NewFactory.make();
        String it = factory.department("I1", "IT", "信息部");
        String page = factory.at("/departments/" + it + "/requirements/IS-01");
        factory.manager()
                .letter(
                        page + "/responses",
                        Map.of(
                                "id",
                                Ids.next().toString(),
                                "result",
                                "CONFORMS",
                                "at",
                                Instant.now().minusSeconds(86_400L * 250).toString()))
                .then()
                .statusCode(200);
        factory.manager().get(page).then().statusCode(200).body(containsString("已经超过 6 个月"), containsString("会变红"));
    }

    @Test
    void whatCanNeverBeTakenGetsAFinalNo() {
        NewFactory factory = NewFactory.make();
        String ehs = factory.department("E1", "EHS", "安环部");
        String id = Ids.next().toString();
        answer(factory.manager(), factory, ehs, Map.of("id", id, "result", "FAILS"))
                .then()
                .statusCode(422)
                .header("Receipt", equalTo(id));
        assertEquals(0, count(factory, "select count(*) from response"));
    }

    private static Response sendPhoto(Visitor who, String client, String id, String response, byte[] bytes) {
        return given().redirects()
                .follow(false)
                .cookies(who.cookies())
                .accept("application/json")
                .header("X-CSRF-TOKEN", who.cookies().getOrDefault("csrf-token", ""))
                .multiPart("id", id)
                .multiPart("response", response)
                .multiPart("photo", "a.png", bytes, "image/png")
                .post("/c/" + client + "/response-photos");
    }

    @Test
    void aPhotoFollowsItsAnswerOnceAndOthersCanNeitherAddNorSeeIt() throws IOException {
        NewFactory factory = NewFactory.make();
        String ehs = factory.department("E1", "EHS", "安环部");
        Visitor boss = factory.manager();
        boss.get(factory.at("/departments/" + ehs + "/walk"));
        String response = Ids.next().toString();
        String photo = Ids.next().toString();
        sendPhoto(boss, factory.id(), photo, response, photo())
                .then()
                .statusCode(404)
                .header("Receipt", equalTo(null)); // its answer is not here yet: a doubt, so the phone tries again
        answer(boss, factory, ehs, Map.of("id", response, "result", "CONFORMS"))
                .then()
                .statusCode(200);
        for (int i = 0; i < 2; i++) {
            sendPhoto(boss, factory.id(), photo, response, photo())
                    .then()
                    .statusCode(200)
                    .header("Receipt", equalTo(photo));
        }
        assertEquals(1, count(factory, "select count(*) from response_photo"));
        boss.get(requirement(factory, ehs)).then().body(containsString("/response-photos/" + photo));
        boss.request()
                .get(factory.at("/response-photos/" + photo))
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
        sendPhoto(boss, factory.id(), Ids.next().toString(), response, "<html>".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(415)
                .header("Receipt", not(equalTo(null)));
        Visitor zhou = ehsManager(factory, ehs);
        zhou.get(factory.at("/departments/" + ehs + "/walk"));
        sendPhoto(zhou, factory.id(), Ids.next().toString(), response, photo())
                .then()
                .statusCode(404);
        NewFactory other = NewFactory.make();
        other.manager().get(other.at("/walk"));
        other.manager().get(factory.at("/response-photos/" + photo)).then().statusCode(404);
        other.manager().get(other.at("/response-photos/" + photo)).then().statusCode(404);
        sendPhoto(other.manager(), other.id(), Ids.next().toString(), response, photo())
                .then()
                .statusCode(404);
        assertThrows(
                RuntimeException.class,
                () -> count(factory, "with d as (delete from response_photo returning 1) select count(*) from d"));
    }

    @Test
    void aFormWithoutScriptBringsItsPhotosAlong() throws IOException {
        NewFactory factory = NewFactory.make();
        String ehs = factory.department("E1", "EHS", "安环部");
        Visitor boss = factory.manager();
        boss.get(factory.at("/departments/" + ehs + "/walk/" + DRILL)).then().statusCode(200);
        boss.request()
                .multiPart("csrf-token", boss.token())
                .multiPart("result", "CONFORMS")
                .multiPart("method", "SITE")
                .multiPart("seen", "")
                .multiPart("photo", "a.png", photo(), "image/png")
                .post(requirement(factory, ehs) + "/responses")
                .then()
                .statusCode(303);
        assertEquals(1, count(factory, "select count(*) from response_photo"));
    }
}
