package auditorium.improvement;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.improvement.domain.CapRow;
import auditorium.platform.Lang;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The corrective action plan as a workbook that goes out and comes back, and as a paper. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CapHttpTest {

    private static final String[] SAFE = {
        "QM-01", "QM-02", "QM-03", "QM-05", "QM-09", "QM-12", "QM-14", "QM-15", "QM-16", "QM-19"
    };

    @Inject
    Gaps gaps;

    @Inject
    CapSheet sheets;

    @Inject
    CapReport report;

    private static Response bring(Visitor who, byte[] workbook) {
        who.get(who.at("/improvement/cap"));
        return who.request()
                .multiPart("csrf-token", who.token())
                .multiPart("file", "plan.xlsx", workbook, "application/octet-stream")
                .post(who.at("/improvement/cap/imports"));
    }

    private byte[] plan(Visitor who) {
        Response answer = who.request().get(who.at("/improvement/cap/plan.xlsx"));
        assertEquals(200, answer.statusCode());
        return answer.asByteArray();
    }

    private String finding(Visitor manager) {
        UUID department = gaps.department(manager, "QA");
        return gaps.fail(manager, department, gaps.untouched(manager, department, SAFE), "=HYPERLINK(1)");
    }

    /** The plan with the due date of a task, or anything else, changed by somebody in a spreadsheet. */
    private static CapReport.Row with(CapReport.Row r, String containment, String cause, LocalDate due) {
        return new CapReport.Row(
                r.finding(),
                r.label(),
                r.requirement(),
                r.grade(),
                r.fact(),
                r.source(),
                r.openedAt(),
                r.department(),
                r.verifiedAt(),
                r.checkOn(),
                containment,
                cause,
                r.whys(),
                r.task(),
                r.kind(),
                r.title(),
                r.action(),
                r.closesWith(),
                r.owner(),
                r.ownerName(),
                due,
                r.state());
    }

    private static CapReport.Row row(UUID task) {
        return new CapReport.Row(
                UUID.randomUUID(),
                "F-1",
                "SR-01",
                "MAJOR",
                "=1+1",
                "",
                Instant.EPOCH,
                "品质",
                null,
                null,
                "+先停",
                "RC-ME-01",
                "一\n二",
                task,
                "CORRECTIVE",
                "@任务",
                "-做",
                "照片",
                "A1",
                "王芳",
                LocalDate.of(2026, 12, 1),
                "OPEN");
    }

    @Test
    void everyRowComesBackFromTheWorkbookAsItWentIn() throws IOException {
        for (Lang lang : Lang.values()) {
            List<CapReport.Row> rows = List.of(row(UUID.randomUUID()), row(UUID.randomUUID()));
            List<CapRow> back = CapSheet.read(sheets.write(rows, lang));
            assertEquals(2, back.size());
            for (int i = 0; i < 2; i++) {
                CapRow want = CapSheet.now(rows.get(i));
                CapRow got = back.get(i);
                assertEquals(
                        List.of(want.key(), want.containment(), want.cause(), want.whys(), want.owner(), want.due()),
                        List.of(got.key(), got.containment(), got.cause(), got.whys(), got.owner(), got.due()));
            }
        }
    }

    @Test
    void aPlanThatComesBackUnchangedChangesNothingAndAChangedOneIsTakenWholeOrNotAtAll() {
        Visitor manager = Visitor.withPassword("manager");
        String finding = finding(manager);
        String task = gaps.task(manager, finding, "CORRECTIVE", Gaps.name("校准"));
        Response same = bring(manager, plan(manager));
        same.then().statusCode(303);
        manager.get(Gaps.path(same)).then().statusCode(200).body(containsString("和现在一样"));

        List<CapReport.Row> now = inside(manager, finding);
        LocalDate later = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).plusDays(40);
        byte[] changed = sheets.write(List.of(with(now.get(0), "先隔离", "RC-EQ-01", later)), Lang.ZH);
        Response brought = bring(manager, changed);
        String address = Gaps.path(brought);
        manager.get(address).then().body(containsString("先隔离")).body(containsString(later.toString()));
        Visitor.withPassword("consultant").get(address).then().statusCode(404); // not theirs
        byte[] broken =
                sheets.write(List.of(with(now.get(0), "先隔离", "RC-XX-99", later), row(UUID.randomUUID())), Lang.ZH);
        Response bad = bring(manager, broken);
        manager.get(Gaps.path(bad)).then().body(containsString("还不能改")).body(containsString("行号不认识"));
        manager.post(Gaps.path(bad) + "/taking", java.util.Map.of()).then().statusCode(422);
        manager.get(finding).then().body(org.hamcrest.Matchers.not(containsString("先隔离")));

        manager.get(address);
        manager.post(address + "/taking", java.util.Map.of()).then().statusCode(303);
        manager.post(address + "/taking", java.util.Map.of()).then().statusCode(303); // sent twice
        manager.get(finding).then().body(containsString("先隔离")).body(containsString("没有保养"));
        String page = manager.get(task).asString();
        assertTrue(page.contains("→ " + later));
        assertEquals(page.indexOf("→ " + later), page.lastIndexOf("→ " + later));
        manager.get(address).then().body(containsString("已经照表格改好了"));
    }

    private List<CapReport.Row> inside(Visitor who, String finding) {
        return gaps.inside(
                who,
                () -> report.rows(new CapReport.Asked(
                        UUID.fromString(who.client()), java.util.Optional.empty(), "", Gaps.id(finding), Lang.ZH)));
    }

    @Test
    void whatIsNoPlanIsRefusedInWords() {
        Visitor manager = Visitor.withPassword("manager");
        bring(manager, "hello".getBytes(StandardCharsets.UTF_8)).then().statusCode(422);
        bring(manager, new byte[0]).then().statusCode(422).body(containsString("先选一个文件"));
        bring(manager, new byte[5 << 20]).then().statusCode(422).body(containsString("太大"));
    }

    @Test
    void aDepartmentTakesAwayAndChangesItsOwnRowsOnly() {
        Visitor manager = Visitor.withPassword("manager");
        String finding = finding(manager);
        gaps.task(manager, finding, "CORRECTIVE", Gaps.name("留样"));
        Visitor ehs = Visitor.withPassword("ehs");
        Response brought = bring(ehs, sheets.write(inside(manager, finding), Lang.ZH));
        ehs.get(Gaps.path(brought)).then().body(containsString("行号不认识"));
        ehs.request()
                .get(ehs.at("/improvement/cap/capr.pdf?finding=" + Gaps.id(finding)))
                .then()
                .statusCode(404);
        Visitor worker = Visitor.worker();
        for (String page : List.of("", "/plan.xlsx", "/capr.pdf", "/8d.pdf")) {
            worker.get(worker.at("/improvement/cap" + page)).then().statusCode(403);
            Visitor.withPin("YUAN", "Y0300")
                    .get(manager.at("/improvement/cap" + page))
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void bothPapersHoldTheFindingWithItsPhotosFromBeforeAndAfter() {
        Visitor manager = Visitor.withPassword("manager");
        String finding = finding(manager);
        String task = gaps.task(manager, finding, "CORRECTIVE", Gaps.name("检验"));
        gaps.own(manager, task, "A0317");
        Visitor worker = Visitor.worker();
        worker.get(task);
        worker.request()
                .multiPart("csrf-token", worker.token())
                .multiPart("file", "before.png", Gaps.png(90), "image/png")
                .post(task + "/start")
                .then()
                .statusCode(303);
        gaps.report(worker, task, true).then().statusCode(303);
        for (String paper : List.of("capr.pdf", "8d.pdf")) {
            Response answer =
                    manager.request().get(manager.at("/improvement/cap/" + paper + "?finding=" + Gaps.id(finding)));
            assertEquals(200, answer.statusCode());
            byte[] bytes = answer.asByteArray();
            assertArrayEquals("%PDF".getBytes(StandardCharsets.US_ASCII), Arrays.copyOf(bytes, 4));
            String raw = new String(bytes, StandardCharsets.ISO_8859_1);
            assertTrue(raw.split("/Subtype /Image", -1).length > 2, "two pictures");
            assertFalse(raw.isEmpty());
        }
    }
}
