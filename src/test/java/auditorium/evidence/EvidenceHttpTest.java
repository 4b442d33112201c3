package auditorium.evidence;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Evidence from the first photo to the newer revision, and who may do what with it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EvidenceHttpTest {

    private static final String DRILL = "HS-09/drill-record";

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static Map<String, String> fields(String title, String department) {
        return new HashMap<>(Map.of(
                "id",
                Ids.next().toString(),
                "title",
                title,
                "sort",
                "RECORD",
                "department",
                department,
                "proves",
                DRILL));
    }

    private static Response file(Visitor visitor, NewFactory factory, Map<String, String> fields, byte[] bytes) {
        visitor.get(factory.at("/evidence"));
        return visitor.multipart(fields)
                .multiPart("file", "drill.png", bytes, "image/png")
                .post(factory.at("/evidence-filings"));
    }

    private static String filed(Visitor visitor, NewFactory factory, Map<String, String> fields) throws IOException {
        Response answer = file(visitor, factory, fields, photo());
        assertEquals(303, answer.statusCode(), answer.asString());
        String location = answer.header("Location");
        return location.substring(location.indexOf("/c/"));
    }

    private long count(NewFactory factory, String sql) {
        return scope.inside(
                UUID.fromString(factory.id()),
                () -> ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue());
    }

    private static Visitor consultant(NewFactory factory) {
        String login = "advisor-" + factory.code().toLowerCase(java.util.Locale.ROOT);
        factory.administrator().get("/clients/" + factory.id());
        return NewFactory.arriveByPassword(
                login,
                NewFactory.code(factory.administrator()
                        .post(
                                "/clients/" + factory.id() + "/members",
                                Map.of("role", "CONSULTANT", "login", login, "name", "顾问"))));
    }

    @Test
    void aPhotoIsFiledOnceHoweverOftenItIsSentAndStandsInTheRecord() throws IOException {
        NewFactory factory = NewFactory.make();
        String ehs = factory.department("E1", "EHS", "安环部");
        Visitor manager = factory.manager();
        manager.get(factory.at("/evidence")).then().body(containsString("还没有"), containsString("drill-record"));
        manager.get(factory.at("/evidence-filings/new?requirement=HS-09&kind=drill-record&department=" + ehs))
                .then()
                .statusCode(200)
                .body(containsString("value=\"" + DRILL + "\" checked"), containsString("data-shrink"));
        Map<String, String> fields = fields("五月消防演练记录", ehs);
        String page = filed(manager, factory, fields);
        assertEquals(page, filed(manager, factory, fields), "sent twice");
        assertEquals(1, count(factory, "select count(*) from evidence"));
        assertEquals(1, count(factory, "select count(*) from record_entry where kind = 'evidence'"));
        manager.get(factory.at("/evidence"))
                .then()
                .body(containsString("五月消防演练记录"), not(containsString("kind=drill-record")));
        manager.get(page)
                .then()
                .statusCode(200)
                .body(containsString("有效到 "
                        + LocalDate.now(ZoneId.of("Asia/Shanghai"))
                                .plusMonths(6)
                                .getYear()));
        manager.request()
                .get(page + "/file")
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Content-Disposition", startsWith("inline"));
    }

    @Test
    void whatIsMadeAfterItsTimeNeedsANoteAndNothingTypedIsLost() throws IOException {
        NewFactory factory = NewFactory.make();
        String ehs = factory.department("E1", "EHS", "安环部");
        Map<String, String> fields = fields("三月演练", ehs);
        fields.put("covers-from", "2026-03-12");
        fields.put("covers-to", "2026-03-12");
        fields.put("made-on", "2026-05-02");
        fields.put("original", "蓝色文件夹 3 号");
        file(factory.manager(), factory, fields, photo())
                .then()
                .statusCode(422)
                .body(
                        containsString("不能当成当时的记录"),
                        containsString("value=\"三月演练\""),
                        containsString("value=\"2026-03-12\""),
                        containsString("value=\"蓝色文件夹 3 号\""),
                        containsString("value=\"" + DRILL + "\" selected"));
        fields.put("historic-note", "当时只拍了照片，五月按照片写的说明");
        String page = filed(factory.manager(), factory, fields);
        factory.manager()
                .get(page)
                .then()
                .body(containsString("历史证明"), containsString("五月按照片写的说明"), containsString("2026-03-12"));
        assertThrows(RuntimeException.class, () -> count(factory, """
                        with n as (insert into evidence select client_id, gen_random_uuid(), department_id, sort, title, covers_from, covers_to,
                          made_on, expires_on, original, '', null, 1, sha256, media_type, name, size, filed_by, filed_by_name, filed_at, received_at
                          from evidence returning 1) select count(*) from n"""), "the database says so too");
    }

    @Test
    void wrongFilesAndFormsAreRefusedInWords() throws IOException {
        NewFactory factory = NewFactory.make();
        String it = factory.department("I1", "IT", "信息部");
        Visitor manager = factory.manager();
        Map<String, String> fields = fields("x", "");
        file(manager, factory, fields, "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(415)
                .body(containsString("收不了"), containsString("value=\"x\""));
        file(manager, factory, fields, "\0\0\0\30ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1))
                .then()
                .statusCode(415)
                .body(containsString("HEIC"));
        file(manager, factory, fields, new byte[0]).then().statusCode(422).body(containsString("选一个文件"));
        Map<String, String> foreign = fields("x", it);
        file(manager, factory, foreign, photo()).then().statusCode(422).body(containsString("HS-09 不归这个部门"));
        Map<String, String> nothing = fields("", Ids.next().toString());
        nothing.put("proves", "XX-99/none");
        nothing.put("made-on", "yesterday");
        file(manager, factory, nothing, photo())
                .then()
                .statusCode(422)
                .body(containsString("写一个名称"), containsString("选一个部门"), containsString("yesterday"));
        assertEquals(0, count(factory, "select count(*) from evidence"));
    }

    @Test
    void aConsultantReadsAndChecksAndNeverFilesAndNobodyChecksTheOwn() throws IOException {
        NewFactory factory = NewFactory.make();
        Visitor consultant = consultant(factory);
        String page = filed(factory.manager(), factory, fields("演练", ""));
        String check = page.replace("/evidence/", "/evidence-checks/");
        consultant.get(factory.at("/evidence")).then().statusCode(200).body(not(containsString("evidence-filings")));
        consultant.get(factory.at("/evidence-filings/new")).then().statusCode(403);
        assertEquals(403, file(consultant, factory, fields("外面加的", ""), photo()).statusCode());
        factory.manager().get(page);
        factory.manager().post(check, Map.of("verdict", "accepted")).then().statusCode(403);
        consultant.get(page).then().body(containsString(check));
        consultant
                .post(check, Map.of("verdict", "turned-down", "note", ""))
                .then()
                .statusCode(422);
        Map<String, String> look = Map.of("id", Ids.next().toString(), "verdict", "turned-down", "note", "没有签字");
        consultant.post(check, look).then().statusCode(303);
        consultant.post(check, look).then().statusCode(303);
        assertEquals(1, count(factory, "select count(*) from evidence_check"));
        consultant.get(page).then().body(containsString("没有签字"), containsString("不认可"));
        assertEquals(0, count(factory, "select count(*) from evidence_standing"), "what was turned down shows nothing");
        consultant.post(check, Map.of("verdict", "accepted", "note", "")).then().statusCode(303);
        assertEquals(1, count(factory, "select count(*) from evidence_standing"));
    }

    @Test
    void aNewerRevisionStandsInFrontAndReplacesNothing() throws IOException {
        NewFactory factory = NewFactory.make();
        Visitor manager = factory.manager();
        Map<String, String> first = fields("演练", "");
        first.put("made-on", "2026-01-10");
        String old = filed(manager, factory, first);
        String oldId = old.substring(old.lastIndexOf('/') + 1);
        manager.get(factory.at("/evidence-filings/new?revises=" + oldId))
                .then()
                .statusCode(200)
                .body(containsString("value=\"演练\""));
        Map<String, String> second = fields("演练 11 月", "");
        second.put("revises", oldId);
        String newer = filed(manager, factory, second);
        manager.get(old).then().statusCode(200).body(containsString("已有新版"), containsString(newer));
        manager.request().get(old + "/file").then().statusCode(200);
        manager.get(newer).then().body(containsString("第 2 版"), containsString(old));
        Map<String, String> third = fields("演练", "");
        third.put("revises", oldId);
        file(manager, factory, third, photo()).then().statusCode(409);
        manager.get(factory.at("/evidence?requirement=HS-09"))
                .then()
                .body(containsString(newer), not(containsString(old + "\"")));
        for (String table : List.of("evidence", "evidence_requirement")) {
            assertThrows(
                    RuntimeException.class,
                    () -> count(factory, "with d as (delete from " + table + " returning 1) select count(*) from d"));
        }
    }

    @Test
    void otherFactoriesAndOtherDepartmentsSeeNothingOfIt() throws IOException {
        NewFactory factory = NewFactory.make();
        String ehs = factory.department("E1", "EHS", "安环部");
        String hr = factory.department("H1", "HR", "人事部");
        String person = factory.person("P1", "人事主管", hr);
        String login = "hr-" + factory.code().toLowerCase(java.util.Locale.ROOT);
        Visitor ofHr = NewFactory.arriveByPassword(login, factory.access(person, "DEPARTMENT_MANAGER", login));
        String page = filed(factory.manager(), factory, fields("安环的", ehs));
        String id = page.substring(page.lastIndexOf('/') + 1);
        ofHr.get(page).then().statusCode(404);
        ofHr.get(page + "/file").then().statusCode(404);
        ofHr.get(factory.at("/evidence")).then().statusCode(200).body(not(containsString("安环的")));
        ofHr.get(factory.at("/evidence-filings/new?revises=" + id)).then().statusCode(404);
        ofHr.get(factory.at("/evidence"));
        ofHr.post(page.replace("/evidence/", "/evidence-checks/"), Map.of("verdict", "accepted"))
                .then()
                .statusCode(404);
        file(ofHr, factory, fields("全厂的", ""), photo()).then().statusCode(422);
        file(ofHr, factory, fields("别人的", ehs), photo()).then().statusCode(422);
        NewFactory other = NewFactory.make();
        Visitor stranger = other.manager();
        for (String path :
                List.of(page, page + "/file", factory.at("/evidence"), factory.at("/evidence-filings/new"))) {
            stranger.get(path).then().statusCode(404);
        }
        String here = page.replace(factory.id(), other.id());
        stranger.get(here).then().statusCode(404);
        stranger.get(here + "/file").then().statusCode(404);
        stranger.get(other.at("/evidence-filings/new?revises=" + id)).then().statusCode(404);
        stranger.get(other.at("/evidence"));
        stranger.post(here.replace("/evidence/", "/evidence-checks/"), Map.of("verdict", "accepted"))
                .then()
                .statusCode(404);
        Map<String, String> revision = fields("x", "");
        revision.put("revises", id);
        file(stranger, other, revision, photo()).then().statusCode(404);
    }
}
