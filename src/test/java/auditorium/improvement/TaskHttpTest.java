package auditorium.improvement;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.platform.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** From a gap to a verified task, and everything that should be refused on the way. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TaskHttpTest {

    private static String path(Response response) {
        String location = response.header("Location");
        return location.substring(location.indexOf("/c/"));
    }

    /** A gap in a department that the visitor reaches, and its first task given to the suggested owner. */
    private static String task(Visitor manager, String department, String requirement) {
        String board = manager.get(manager.at("/readiness")).asString();
        Matcher row = Pattern.compile("readiness/departments/([0-9a-f-]{36})\">" + department)
                .matcher(board);
        assertTrue(row.find());
        String walk = "/departments/" + row.group(1) + "/walk/" + requirement;
        manager.get(manager.at(walk)).then().statusCode(200);
        Response answered = manager.post(
                manager.at("/departments/" + row.group(1) + "/requirements/" + requirement + "/responses"),
                Map.of("result", "FAILS", "note", "看到的情况和要求不一样", "method", "SITE"));
        answered.then().statusCode(303);
        String finding = path(answered);
        String page = manager.get(finding).then().statusCode(200).extract().asString();
        Matcher template =
                Pattern.compile("name=\"template\" value=\"([^\"]+)\" checked").matcher(page);
        assertTrue(template.find());
        Matcher owner = Pattern.compile("<option value=\"([^\"]+)\" selected>").matcher(page);
        assertTrue(owner.find());
        Matcher due = Pattern.compile("type=\"date\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertTrue(due.find());
        Map<String, String> plan = Map.of(
                "template",
                template.group(1),
                "owner." + template.group(1),
                owner.group(1),
                "due." + template.group(1),
                due.group(1));
        manager.post(finding + "/tasks", plan).then().statusCode(303);
        manager.post(finding + "/tasks", plan).then().statusCode(303); // sent twice
        String after = manager.get(finding).asString();
        Matcher task = Pattern.compile("(/c/[0-9a-f-]{36}/tasks/[0-9a-f-]{36})").matcher(after);
        assertTrue(task.find());
        String first = task.group(1);
        while (task.find()) {
            assertEquals(first, task.group(1), "one task a template");
        }
        return first;
    }

    private static Response report(Visitor visitor, String task, String name, String type, byte[] bytes) {
        visitor.get(task);
        return visitor.request()
                .multiPart("csrf-token", visitor.token())
                .multiPart("id", Ids.next().toString())
                .multiPart("note", "做完了")
                .multiPart("file", name, bytes, type)
                .post(task + "/reports");
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    @Test
    void anUploadThatLiesAboutItsTypeIsRefusedInWordsAndTheTaskStaysOpen() throws IOException {
        Visitor ehs = Visitor.withPassword("ehs");
        String task = task(ehs, "安环", "HS-24");
        report(ehs, task, "photo.jpg", "image/jpeg", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(415)
                .body(containsString("JPEG"));
        report(ehs, task, "p.svg", "image/svg+xml", "<svg onload='x()'/>".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(415);
        byte[] cut = java.util.Arrays.copyOf(png(), 40);
        report(ehs, task, "cut.png", "image/png", cut).then().statusCode(422);
        ehs.get(task).then().body(containsString("/reports")); // still to be reported
        report(ehs, task, "../../e vil.png", "image/png", png()).then().statusCode(303);
        String page = ehs.get(task).asString();
        Matcher photo =
                Pattern.compile("(/c/[0-9a-f-]{36}/attachments/[0-9a-f-]{36})").matcher(page);
        assertTrue(photo.find());
        ehs.request()
                .get(photo.group(1))
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Content-Disposition", startsWith("inline"))
                .header("Content-Disposition", endsWith(".jpg"));
        Visitor neighbour = Visitor.withPin("YUAN", "Y0300");
        neighbour.get(photo.group(1)).then().statusCode(404);
    }

    @Test
    void onlySomebodyElseVerifiesAndThenTheRequirementTurns() throws IOException {
        Visitor ehs = Visitor.withPassword("ehs");
        String task = task(ehs, "安环", "HS-23");
        String finding = ehs.get(task).asString();
        Matcher link =
                Pattern.compile("(/c/[0-9a-f-]{36}/findings/[0-9a-f-]{36})").matcher(finding);
        assertTrue(link.find());
        report(ehs, task, "p.png", "image/png", png()).then().statusCode(303);
        ehs.get(task);
        ehs.post(task + "/verification", Map.of("note", "看过了"))
                .then()
                .statusCode(403)
                .body(containsString("验证人"));
        Visitor manager = Visitor.withPassword("manager");
        manager.get(task);
        manager.post(task + "/reopening", Map.of("note", "")).then().statusCode(422);
        manager.post(task + "/reopening", Map.of("note", "还差一个标签")).then().statusCode(303);
        report(ehs, task, "p.png", "image/png", png()).then().statusCode(303);
        manager.get(task);
        manager.post(task + "/verification", Map.of("note", "标签齐了")).then().statusCode(303);
        manager.post(task + "/verification", Map.of("note", "标签齐了")).then().statusCode(303); // sent twice
        String closed = manager.get(link.group(1)).asString();
        assertTrue(closed.contains("做效果检查"));
        assertFalse(closed.contains("已关闭"));
        Matcher requirement = Pattern.compile("(/c/[0-9a-f-]{36}/departments/[0-9a-f-]{36}/requirements/HS-23)")
                .matcher(closed);
        assertTrue(requirement.find());
        String page = manager.get(requirement.group(1)).asString();
        assertTrue(page.contains("改进后验证"));
        assertFalse(page.contains("未关闭的发现"));
    }

    @Test
    void aReportNeedsAPhotoOrTheReasonWhyThereIsNoneWhichTheVerifierHasToAccept() {
        Visitor ehs = Visitor.withPassword("ehs");
        String task = task(ehs, "安环", "HS-19");
        ehs.get(task);
        ehs.request()
                .multiPart("csrf-token", ehs.token())
                .multiPart("note", "the vent is clear")
                .post(task + "/reports")
                .then()
                .statusCode(422)
                .body(containsString("附照片"))
                .body(containsString("the vent is clear"));
        ehs.request()
                .multiPart("csrf-token", ehs.token())
                .multiPart("id", Ids.next().toString())
                .multiPart("note", "the vent is clear")
                .multiPart("without", "no phones allowed there")
                .post(task + "/reports")
                .then()
                .statusCode(303);
        Visitor manager = Visitor.withPassword("manager");
        manager.get(task).then().body(containsString("no phones allowed there"));
        manager.post(task + "/verification", Map.of("note", "看过了"))
                .then()
                .statusCode(422)
                .body(containsString("勾选接受"))
                .body(containsString("看过了"));
        manager.post(task + "/verification", Map.of("note", "看过了", "accept", "yes"))
                .then()
                .statusCode(303);
    }

    @Test
    void aWorkerCantTouchATaskOfOthers() {
        Visitor ehs = Visitor.withPassword("ehs");
        String task = task(ehs, "安环", "HS-20");
        Visitor worker = Visitor.worker();
        worker.get(task).then().statusCode(404);
        worker.get(worker.at("/tasks"));
        worker.post(task + "/verification", Map.of("note", "x")).then().statusCode(403);
    }
}
