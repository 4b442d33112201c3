package auditorium.clients;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.platform.ClientScope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RosterImportTest {

    private static final String HEAD = "工号,姓名,部门,岗位,入职日期,离职日期,身份证号\n";

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    private NewFactory factory;
    private Visitor boss;

    @BeforeEach
    void openFactory() {
        factory = NewFactory.make();
        boss = factory.manager();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String taken(byte[] list, String name) {
        String at = Lists.upload(factory, boss, list, name);
        String preview = Lists.check(boss, at, Map.of());
        assertTrue(preview.contains("可以导入"), preview);
        return Lists.take(boss, at, Map.of());
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> people() {
        return scope.inside(UUID.fromString(factory.id()), () -> (List<Object[]>) entities.createNativeQuery(
                        "select p.number, p.name, d.name_zh, p.job, p.joined_on, p.left_on, d.kind from person p join department d on d.client_id = p.client_id and d.id = p.department_id order by p.number",
                        Object[].class)
                .getResultList());
    }

    private long steps(String kind) {
        return scope.inside(
                UUID.fromString(factory.id()),
                () -> ((Number) entities.createNativeQuery("select count(*) from person_step where kind = ?1")
                                .setParameter(1, kind)
                                .getSingleResult())
                        .longValue());
    }

    @Test
    @ActivateRequestContext
    void aListInGb18030MakesDepartmentsAndPeopleAndTheSecondTimeNothing() {
        String csv = HEAD + "A001,张伟,生产一部,车缝工,2024/3/1,,440106199001011234\nA002,李娜,成品仓,仓管,2025年11月3日,,\n";
        byte[] list = csv.getBytes(Charset.forName("GB18030"));
        String done = taken(list, "花名册.csv");
        assertEquals(2, Lists.fact(done, "新员工"));
        assertEquals(2, Lists.fact(done, "新部门"));
        List<Object[]> people = people();
        assertEquals(2, people.size());
        assertEquals(
                List.of("A001", "张伟", "生产一部", "车缝工"),
                java.util.Arrays.asList(people.get(0)).subList(0, 4));
        assertEquals(LocalDate.of(2025, 11, 3), people.get(1)[4]);
        assertEquals("WHS", people.get(1)[6]);
        assertEquals(2, steps("JOINED"));

        String again = Lists.check(boss, Lists.upload(factory, boss, list, "花名册.csv"), Map.of());
        assertTrue(again.contains("和现在的花名册一样"), again);
        assertEquals(2, Lists.fact(again, "没有变"));
        assertEquals(0, Lists.fact(again, "新员工"));
    }

    @Test
    @ActivateRequestContext
    void aWorkbookWithATitleANumberAndChineseDatesIsUnderstood() {
        byte[] list = Lists.workbook(
                new Object[] {"新厂员工花名册"},
                new Object[] {"序号", "员工编号", "姓名", "车间", "职务", "入职日期", "手机"},
                new Object[] {1, 10023, "王芳", "三车间", "组长", LocalDate.of(2023, 2, 28), "13800000000"},
                new Object[] {2, "00024", "赵敏", "三车间", "员工", 45717, "13900000000"},
                new Object[] {"合计", "", "", "", "", "", ""});
        String at = Lists.upload(factory, boss, list, "roster.xlsx");
        boss.get(at).then().body(containsString("员工编号")).body(containsString("员工编号"));
        String preview = Lists.check(boss, at, Map.of());
        assertEquals(2, Lists.fact(preview, "新员工"));
        Lists.take(boss, at, Map.of());
        List<Object[]> people = people();
        assertEquals("00024", people.get(0)[0]);
        assertEquals(LocalDate.of(2025, 3, 1), people.get(0)[4]);
        assertEquals("10023", people.get(1)[0]);
        assertEquals(LocalDate.of(2023, 2, 28), people.get(1)[4]);
    }

    @Test
    @ActivateRequestContext
    void everyProblemIsNamedByRowAndNothingIsHalfDone() {
        String csv = HEAD + "A001,张伟,生产部,,2024/3/1,,\n"
                + ",没号,生产部,,2024/3/1,,\n"
                + "A003,,生产部,,2024/3/1,,\n"
                + "A001,又一个,生产部,,2024/3/1,,\n"
                + "A005,没日期,生产部,,,,\n"
                + "A006,怪日期,生产部,,3/4/2024,,\n"
                + "A007,没部门,,,2024/3/1,,\n";
        String at = Lists.upload(factory, boss, utf8(csv), "list.csv");
        String preview = Lists.check(boss, at, Map.of());
        assertTrue(preview.contains("有 6 行要先改好"), preview);
        for (String words : List.of("第 3 行", "没有工号", "没有姓名", "第 2 行已经有了", "没有入职日期", "看不出是哪一天", "没有部门")) {
            assertTrue(preview.contains(words), words);
        }
        assertFalse(preview.contains("要么全部导入"), "there is nothing to press");
        boss.post(at + "/application", Map.of()).then().statusCode(303); // nor does pressing it anyway do anything
        Lists.done(boss, at);
        assertTrue(people().isEmpty());
    }

    @Test
    @ActivateRequestContext
    void theNextListMovesRenamesAndLetsGoAndAsksBeforeMissingPeopleGo() {
        taken(
                utf8(
                        HEAD
                                + "B1,张伟,生产部,车缝,2024-01-01,,\nB2,李娜,生产部,车缝,2024-01-01,,\nB3,王强,生产部,车缝,2024-01-01,,\nB4,刘洋,仓库,,2024-01-01,,\n"),
                "1.csv");
        String person = person("B2");
        Visitor lina = factory.arriveByPin("B2", factory.access(person, "WORKER", ""));
        lina.get(factory.at("/today")).then().statusCode(200);
        String next = HEAD + "B1,张伟,仓库,仓管,2024-01-01,,\nB2,李娜,生产部,车缝,2024-01-01,2026-11-01,\nB5,新人,仓库,,2026-11-02,,\n";
        String at = Lists.upload(factory, boss, utf8(next), "2.csv");
        String preview = Lists.check(boss, at, Map.of());
        assertEquals(1, Lists.fact(preview, "有变动"));
        assertEquals(1, Lists.fact(preview, "离职"));
        assertEquals(1, Lists.fact(preview, "新员工"));
        assertEquals(2, Lists.fact(preview, "花名册里有，这张表里没有"));
        assertTrue(preview.contains("生产部 → 仓库"), preview);
        assertTrue(preview.contains("王强"), preview);
        Lists.take(boss, at, Map.of());
        assertEquals(1, people().stream().filter(p -> p[5] != null).count());
        lina.get(factory.at("/today")).then().statusCode(303); // out at once
        assertEquals(1, steps("MOVED"));
        assertEquals(1, steps("LEFT"));

        // the same list once more, now said to be everybody: those who are missing go, and only then
        String whole = Lists.upload(factory, boss, utf8(next), "2.csv");
        String asked = Lists.check(boss, whole, Map.of());
        assertEquals(2, Lists.fact(asked, "花名册里有，这张表里没有"));
        String done = Lists.take(boss, whole, Map.of("everybody", "yes", "left-on", "2026-11-20"));
        assertEquals(2, Lists.fact(done, "离职"));
        assertEquals(3, people().stream().filter(p -> p[5] != null).count());
        assertEquals(5, people().size()); // nobody is lost

        // and one of them comes back
        String back = taken(utf8(HEAD + "B3,王强,生产部,车缝,2024-01-01,,\n"), "3.csv");
        assertEquals(1, Lists.fact(back, "又回来上班"));
        assertEquals(1, steps("CAME_BACK"));
    }

    private String person(String number) {
        return scope.inside(
                        UUID.fromString(factory.id()),
                        () -> entities.createNativeQuery("select id from person where number = ?1", UUID.class)
                                .setParameter(1, number)
                                .getSingleResult())
                .toString();
    }

    @Test
    @ActivateRequestContext
    void aDepartmentsOtherNameIsAskedForOnce() {
        String warehouse = factory.department("WHS", "WHS", "仓储部");
        byte[] list = utf8(HEAD + "C1,张伟,货仓,仓管,2024-01-01,,\n");
        String at = Lists.upload(factory, boss, list, "1.csv");
        String preview = Lists.check(boss, at, Map.of());
        assertTrue(preview.contains("没见过的部门"), preview);
        Lists.take(boss, at, Map.of("name-0", "货仓", "department-0", warehouse));
        assertEquals("仓储部", people().get(0)[2]);
        String again = Lists.check(boss, Lists.upload(factory, boss, list, "1.csv"), Map.of());
        assertFalse(again.contains("没见过的部门"), again);
        assertTrue(again.contains("和现在的花名册一样"), again);
    }

    @Test
    @ActivateRequestContext
    void columnsCharsetAndHeadingsAreThePersonsToChange() {
        byte[] big5 = "編號,姓名,單位,到職\nD1,張偉,生產,2024-01-01\n".getBytes(Charset.forName("Big5"));
        String at = Lists.upload(factory, boss, big5, "tw.csv");
        boss.get(at);
        boss.post(at + "/columns", Map.of("charset", "Big5", "heading-row", "1"))
                .then()
                .statusCode(303);
        boss.get(at).then().body(containsString("張偉"));
        boss.post(
                        at + "/columns",
                        Map.of("charset", "Big5", "heading-row", "1", "column-0", "NUMBER", "column-2", "DEPARTMENT"))
                .then()
                .statusCode(422)
                .body(containsString("至少要指定"));
        boss.post(
                        at + "/columns",
                        Map.of(
                                "charset",
                                "Big5",
                                "heading-row",
                                "1",
                                "column-0",
                                "NUMBER",
                                "column-1",
                                "NAME",
                                "column-2",
                                "DEPARTMENT",
                                "joined-by-default",
                                "2026-11-01"))
                .then()
                .statusCode(303);
        String preview = Lists.done(boss, at);
        assertEquals(1, Lists.fact(preview, "新员工"));
        Lists.take(boss, at, Map.of());
        assertEquals(LocalDate.of(2026, 11, 1), people().get(0)[4]);
    }

    @Test
    @ActivateRequestContext
    void whatIsNotNeededIsNotKeptAndTheFileGoesWhenItWasTaken() {
        taken(utf8(HEAD + "E1,张伟,生产部,,2024-01-01,,440106199001011234\n"), "1.csv");
        boolean anywhere = scope.inside(UUID.fromString(factory.id()), () -> {
            Object found = entities.createNativeQuery(
                            "select (select count(*) from roster_import where bytes is not null) + (select count(*) from roster_row r where cast(r as text) like '%440106%')")
                    .getSingleResult();
            return ((Number) found).longValue() > 0;
        });
        assertFalse(anywhere);
    }

    @Test
    void whatIsNoListIsRefusedInWords() {
        boss.get(factory.at("/people/imports"));
        byte[] old = new byte[600];
        byte[] mark = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(mark, 0, old, 0, mark.length);
        Map<byte[], String> bad = Map.of(
                old,
                "另存为 .xlsx",
                utf8("PK\u0003\u0004 not really"),
                "文件",
                new byte[] {0, 1, 2, 0, 5, 0, 0, 9},
                "不是文本",
                utf8("工号,姓名\n\"没有结束的引号,x\nA,b\n".repeat(3)),
                "CSV",
                utf8("工号,姓名\n" + "x".repeat(3_000_000) + ",y\n"),
                "太长",
                utf8("\n\n  \n"),
                "没有内容");
        bad.forEach((bytes, words) -> Lists.send(factory, boss, bytes, "bad.xlsx")
                .then()
                .statusCode(422)
                .body(containsString(words)));
        StringBuilder endless = new StringBuilder("工号,姓名\n");
        for (int i = 0; i < 25_000; i++) {
            endless.append("N").append(i).append(",某人\n");
        }
        Lists.send(factory, boss, utf8(endless.toString()), "long.csv")
                .then()
                .statusCode(422)
                .body(containsString("20000"));
        Lists.send(factory, boss, new byte[0], "empty.csv").then().statusCode(422);
    }

    @Test
    @ActivateRequestContext
    void markupAndFormulasInAListStayText() {
        String csv = HEAD + "F1,<script>x</script>,\"=HYPERLINK(\"\"x\"\")\",{7*7},2024-01-01,,\n";
        String at = Lists.upload(factory, boss, utf8(csv), "<b>x</b>.csv");
        boss.get(at).then().body(not(containsString("<script>x"))).body(not(containsString("<b>x")));
        String preview = Lists.check(boss, at, Map.of());
        assertFalse(preview.contains("<script>x"), preview);
        Lists.take(boss, at, Map.of());
        String roster = boss.get(factory.at("/people")).asString();
        assertTrue(roster.contains("&lt;script&gt;x"), roster);
        assertTrue(roster.contains("{7*7}"), roster);
        assertFalse(roster.contains(">49<"), roster);
    }

    @Test
    @ActivateRequestContext
    void aListIsNobodyElsesBusiness() {
        String at = Lists.upload(factory, boss, utf8(HEAD + "G1,张伟,生产部,,2024-01-01,,\n"), "1.csv");
        String id = at.substring(at.lastIndexOf('/') + 1);
        NewFactory other = NewFactory.make();
        other.manager().get(at).then().statusCode(404);
        other.manager().get(other.at("/people/imports/" + id)).then().statusCode(404);
        other.manager()
                .get(other.at("/people/imports/" + id + "/columns"))
                .then()
                .statusCode(404);
        other.manager().get(other.at("/people/imports"));
        for (String action : List.of("columns", "application", "check", "removal")) {
            other.manager()
                    .post(other.at("/people/imports/" + id + "/" + action), Map.of("column-0", "NUMBER"))
                    .then()
                    .statusCode(404);
        }
        String department = factory.department("PRD", "PRD", "生产");
        String login = "ld-" + factory.code().toLowerCase(java.util.Locale.ROOT);
        String leader = factory.person("G9", "带班", department);
        Visitor line = NewFactory.arriveByPassword(login, factory.access(leader, "DEPARTMENT_MANAGER", login));
        for (String page : List.of("/people/imports", "/people/imports/" + id, "/people/slips")) {
            line.get(factory.at(page)).then().statusCode(403);
            Visitor.stranger().get(factory.at(page)).then().statusCode(303);
        }
        line.get(factory.at("/people/badges")).then().statusCode(200);
        boss.get(at).then().statusCode(200);
    }

    @Test
    @ActivateRequestContext
    void aConsultantsListEndsNoManagersAccess() {
        String department = factory.department("MGT", "MGT", "厂办");
        String chief = factory.person("H1", "何总", department);
        String login = "head-" + factory.code().toLowerCase(java.util.Locale.ROOT);
        Visitor head = NewFactory.arriveByPassword(login, factory.access(chief, "FACTORY_MANAGER", login));
        String advisor = "adv-" + factory.code().toLowerCase(java.util.Locale.ROOT);
        factory.administrator().get("/clients/" + factory.id());
        Visitor consultant = NewFactory.arriveByPassword(
                advisor,
                NewFactory.code(factory.administrator()
                        .post(
                                "/clients/" + factory.id() + "/members",
                                Map.of("role", "CONSULTANT", "login", advisor, "name", "顾问"))));
        String at = Lists.upload(factory, consultant, utf8(HEAD + "H1,何总,厂办,,2024-01-01,2026-11-01,\n"), "1.csv");
        assertTrue(Lists.check(consultant, at, Map.of()).contains("何总 的账号你停不了"));
        String others = Lists.upload(factory, consultant, utf8(HEAD + "H2,新人,厂办,,2024-01-01,,\n"), "2.csv");
        Lists.check(consultant, others, Map.of());
        Lists.take(consultant, others, Map.of("everybody", "yes", "left-on", "2026-11-20"));
        head.get(factory.at("/readiness")).then().statusCode(200); // not on the list, and still here
    }
}
