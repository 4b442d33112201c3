package auditorium.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.Library;
import auditorium.library.content.Course;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Lesson;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.platform.Throttle;
import auditorium.records.RecordCheck;
import auditorium.training.domain.Source;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A certificate comes with the last lesson, can be checked by anybody who holds it, and by nobody else. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CertificateTest {

    @Inject
    Achievements achievements;

    @Inject
    Certificates certificates;

    @Inject
    CertificateReport report;

    @Inject
    RecordCheck check;

    @Inject
    Library library;

    @Inject
    ClientScope scope;

    @Inject
    EntityManager entities;

    /** A factory of the test's own with one warehouse worker. */
    record Place(UUID client, String code, UUID person) {}

    @ActivateRequestContext
    Place place(String name) {
        UUID client = Ids.next();
        UUID department = Ids.next();
        UUID person = Ids.next();
        String code = "C" + client.toString().replace("-", "").substring(18).toUpperCase(Locale.ROOT);
        QuarkusTransaction.requiringNew()
                .run(() -> sql(
                        "insert into client (id, code, name_zh, name_en, created_at) values (?1, ?2, '证书厂', 'Certificate Factory', now())",
                        client,
                        code));
        scope.inside(client, () -> {
            sql(
                    "insert into department (client_id, id, code, kind, name_zh, name_en, position) values (?1, ?2, 'WHS', 'WHS', '仓库', 'Warehouse', 0)",
                    client,
                    department);
            sql(
                    "insert into person (client_id, id, department_id, number, name, job, joined_on) values (?1, ?2, ?3, 'W1', ?4, '仓管员', date '2025-01-02')",
                    client,
                    person,
                    department,
                    name);
        });
        return new Place(client, code, person);
    }

    private void sql(String text, Object... values) {
        var query = entities.createNativeQuery(text);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }

    /** A course with several lessons that are meant for somebody of the warehouse. */
    private Course course() {
        return library.catalogue().courses().stream()
                .filter(c -> meant(c).size() >= 2)
                .findFirst()
                .orElseThrow();
    }

    private static List<Lesson> meant(Course course) {
        return course.lessons().stream()
                .filter(l -> l.audience().includes(DepartmentKind.WHS, false))
                .toList();
    }

    @ActivateRequestContext
    void pass(Place place, List<Lesson> lessons, Instant at) {
        scope.inside(
                place.client(),
                () -> achievements.achieve(lessons.stream()
                        .map(l -> new Achieved(
                                place.person(),
                                l,
                                Source.SESSION,
                                Ids.next(),
                                Optional.empty(),
                                Optional.of(90),
                                at,
                                Optional.empty()))
                        .toList()));
    }

    @ActivateRequestContext
    List<CertificateReport.Certificate> of(Place place) {
        return scope.inside(
                place.client(),
                () -> report.of(place.client(), place.person()).stream()
                        .filter(c -> c.course().equals(course().id()))
                        .toList());
    }

    private static Response scan(String token, String language) {
        return Visitor.stranger().request().header("Accept-Language", language).get("/certificates/" + token);
    }

    @Test
    void itComesWithTheLastLessonOnceAndTheNextOneTakesItsPlace() {
        Place place = place("欧阳飞雪");
        List<Lesson> lessons = meant(course());
        Instant before = Clock.systemUTC().instant().minusSeconds(3600);
        pass(place, lessons.subList(1, lessons.size()), before);
        assertEquals(0, of(place).size());
        pass(place, lessons.subList(0, 1), before);
        List<CertificateReport.Certificate> first = of(place);
        assertEquals(1, first.size());
        assertTrue(
                first.get(0).number().startsWith(place.code() + "-"),
                first.get(0).number());
        pass(place, lessons.subList(0, 1), Clock.systemUTC().instant()); // one lesson again is no new cycle
        assertEquals(1, of(place).size());
        scan(first.get(0).token(), "zh").then().statusCode(200).body(containsString("有效"));
        pass(place, lessons, Clock.systemUTC().instant().plusSeconds(1));
        List<CertificateReport.Certificate> both = of(place);
        assertEquals(2, both.size());
        assertEquals(Optional.of(both.get(0).id()), both.get(1).supersededBy());
        assertNotEquals(both.get(0).token(), both.get(1).token());
        scan(first.get(0).token(), "zh").then().statusCode(200).body(containsString("已有新证书"));
        whole(place);
    }

    @ActivateRequestContext
    void whole(Place place) {
        var verdict = check.check(place.client(), place.code(), new TreeMap<>(), true);
        assertTrue(verdict.whole(), verdict.faults().toString());
    }

    @Test
    void aStrangerSeesWhatIsNeededAndNoMore() {
        Place place = place("欧阳飞雪");
        pass(place, meant(course()), Clock.systemUTC().instant());
        CertificateReport.Certificate it = of(place).get(0);
        for (String language : List.of("zh", "en")) {
            scan(it.token(), language)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .header("X-Robots-Tag", containsString("noindex"))
                    .body(containsString("欧**雪"))
                    .body(containsString(it.number()))
                    .body(containsString(language.equals("zh") ? "证书厂" : "Certificate Factory"))
                    .body(containsString(it.title().in(auditorium.platform.Lang.of(language))))
                    .body(not(containsString("欧阳")))
                    .body(not(containsString("W1")))
                    .body(not(containsString("仓库")))
                    .body(not(containsString("Warehouse")));
        }
        Superuser.sql("update certificate set valid_until = current_date - 3 where id = ?", it.id());
        scan(it.token(), "en").then().statusCode(200).body(containsString("Expired"));
    }

    @Test
    void whateverIsWrongWithAnAddressIsAnsweredAlike() {
        Place place = place("赵敏");
        Place other = place("赵敏");
        pass(place, meant(course()), Clock.systemUTC().instant());
        String token = of(place).get(0).token();
        byte[] bytes = java.util.Base64.getUrlDecoder().decode(token);
        byte[] guessed = bytes.clone();
        guessed[31] ^= 1;
        byte[] elsewhere = bytes.clone();
        System.arraycopy(uuid(other.client()), 0, elsewhere, 0, 16);
        byte[] nowhere = bytes.clone();
        nowhere[0] ^= 1;
        var encoder = java.util.Base64.getUrlEncoder().withoutPadding();
        String answer = scan("x", "zh").then().statusCode(404).extract().asString();
        for (String wrong : List.of(
                encoder.encodeToString(guessed),
                encoder.encodeToString(elsewhere),
                encoder.encodeToString(nowhere),
                token + "AA",
                token.substring(1),
                "%00",
                "a".repeat(3000))) {
            Response r = scan(wrong, "zh");
            assertEquals(404, r.statusCode(), wrong);
            assertEquals(bare(answer), bare(r.asString()), wrong);
        }
    }

    private static String bare(String page) {
        return page.replaceAll("value=\"[^\"]*\"", "").replaceAll("/certificates/[^\"]*", "");
    }

    private static byte[] uuid(UUID id) {
        return java.nio.ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @Test
    void aThrottleLetsSoManyThroughFromOneAddressAndInAll() {
        Instant now = Instant.parse("2026-11-26T00:00:00Z");
        Throttle throttle = new Throttle(3, 5, Duration.ofMinutes(1), Clock.fixed(now, ZoneOffset.UTC));
        for (int i = 0; i < 3; i++) {
            assertTrue(throttle.lets("a"));
        }
        assertTrue(!throttle.lets("a"));
        assertTrue(throttle.lets("b"));
        assertTrue(throttle.lets("c"));
        assertTrue(!throttle.lets("d"), "five in all");
    }

    @Test
    void aManagerPrintsAndRevokesAndTheOwnerSeesItOnTheOwnPage() {
        Visitor manager = Visitor.withPassword("manager");
        String list = manager.get(manager.at("/certificates"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var link = java.util.regex.Pattern.compile("(/c/[0-9a-f-]{36}/certificates/[0-9a-f-]{36})\">([^ <]+)")
                .matcher(list);
        assertTrue(link.find(), "the demo has certificates");
        String page = link.group(1);
        String number = java.util.regex.Pattern.compile("DEMO-\\d{4}-\\d{5}")
                .matcher(manager.get(page).then().statusCode(200).extract().asString())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        byte[] pdf = manager.get(page + "/pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", containsString("no-store"))
                .extract()
                .asByteArray();
        assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
        Visitor worker = Visitor.withPin("DEMO", "A0320");
        worker.get(worker.at("/certificates")).then().statusCode(403);
        worker.get(page).then().statusCode(404);
        worker.get(page + "/pdf").then().statusCode(404);
        worker.get(worker.at("/me"));
        worker.post(page + "/revocation", Map.of("reason", "x")).then().statusCode(403);
        Visitor ehs = Visitor.withPassword("ehs");
        String theirs = ehs.get(ehs.at("/certificates"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(!theirs.contains("certificates/terms"));
        assertTrue(!theirs.contains("生产"), "only the own department's people");
        ehs.post(ehs.at("/certificates"), Map.of()).then().statusCode(403);
        manager.get(page);
        manager.post(page + "/revocation", Map.of("reason", " "))
                .then()
                .statusCode(422)
                .body(containsString("请写明原因"));
        manager.post(page + "/revocation", Map.of("reason", "测验由别人代答")).then().statusCode(303);
        manager.post(page + "/revocation", Map.of("reason", "again")).then().statusCode(409);
        manager.get(page).then().body(containsString("测验由别人代答")).body(containsString(number));
        manager.post(manager.at("/certificates"), Map.of()).then().statusCode(303);
        manager.get(manager.at("/certificates?q=" + "%25"))
                .then()
                .statusCode(200)
                .body(containsString("没有找到"));
    }

    @Test
    void nothingOfAnotherFactorysCertificatesIsFound() {
        Place place = place("赵敏");
        pass(place, meant(course()), Clock.systemUTC().instant());
        UUID theirs = of(place).get(0).id();
        Visitor manager = Visitor.withPassword("manager");
        for (UUID id : List.of(theirs, Ids.next())) {
            manager.get(manager.at("/certificates/" + id)).then().statusCode(404);
            manager.get(manager.at("/certificates/" + id + "/pdf")).then().statusCode(404);
            manager.get(manager.at("/certificates"));
            manager.post(manager.at("/certificates/" + id + "/revocation"), Map.of("reason", "x"))
                    .then()
                    .statusCode(404);
        }
        manager.get("/c/" + place.client() + "/certificates").then().statusCode(404);
        manager.get(manager.at("/certificates?q=" + place.code())).then().body(not(containsString(place.code() + "-")));
        manager.get(manager.at("/certificates/not-an-id")).then().statusCode(404);
    }

    @Test
    void theFactorySaysForHowLongNewOnesHold() {
        Visitor manager = Visitor.withPassword("manager");
        manager.get(manager.at("/certificates"));
        for (String wrong : List.of("0", "121", "-1", "zwölf", "1.5", "99999999999")) {
            manager.post(manager.at("/certificates/terms"), Map.of("months", wrong))
                    .then()
                    .statusCode(422)
                    .body(containsString("value=\"" + wrong + "\""));
        }
        manager.post(manager.at("/certificates/terms"), Map.of("months", ""))
                .then()
                .statusCode(303);
        manager.post(manager.at("/certificates/terms"), Map.of("months", "12"))
                .then()
                .statusCode(303);
        manager.get(manager.at("/certificates")).then().body(containsString("value=\"12\""));
    }

    @Test
    @ActivateRequestContext
    void noColumnOfACertificateCanBeChangedButThoseOfItsEnd() {
        Place place = place("赵敏");
        pass(place, meant(course()), Clock.systemUTC().instant());
        for (String change : List.of("course_zh = 'x'", "valid_until = null", "person_id = gen_random_uuid()")) {
            RuntimeException refused = org.junit.jupiter.api.Assertions.assertThrows(
                    RuntimeException.class,
                    () -> scope.inside(place.client(), () -> sql("update certificate set " + change)));
            Throwable cause = refused;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            assertTrue(String.valueOf(cause.getMessage()).contains("permission denied"), change);
        }
    }
}
