package auditorium.lists;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.clients.NewFactory;
import auditorium.lists.Checklists.Choice;
import auditorium.platform.ClientScope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BuyerListTest {

    private static final String DRILL = "消防疏散演练每年至少两次，并有记录和照片";
    private static final String SEAL = "装柜后立即使用高安全封条并核对号码";
    private static final String LOGO = "带有客户商标的包装袋放在上锁的笼子里，领用要签名";
    private static final String TITLE = "以下各项由陪同人员回答";

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

    private static byte[] first() {
        return Checklists.list(List.of(
                List.of("1.1", "消防", DRILL, "", "关键"),
                List.of("2.1", "反恐", SEAL, "Seals are fixed and checked at once", ""),
                List.of("2.2", "", LOGO, "", "严重"),
                List.of("", "", TITLE, "", "")));
    }

    /** The list with all lines decided: a requirement of the catalogue, another one typed, an own one, and nothing. */
    private String decided() {
        String list = Checklists.bring(factory, boss, "客户甲 2026", first());
        Response kept = Checklists.decide(
                boss,
                list,
                new Choice(DRILL, List.of("HS-09"), "", ""),
                new Choice(SEAL, List.of(), "SC-22, sc-21", ""),
                new Choice(LOGO, List.of(), "", "PRD"),
                new Choice(TITLE, List.of("-"), "", ""));
        assertEquals(303, kept.statusCode(), kept.asString());
        return list;
    }

    @SuppressWarnings("unchecked")
    private List<String> rows(String sql) {
        return scope.inside(
                UUID.fromString(factory.id()),
                () -> ((List<Object[]>)
                                entities.createNativeQuery(sql, Object[].class).getResultList())
                        .stream().map(Arrays::toString).toList());
    }

    /** Everything that counts: lines, what they ask for, and own requirements. */
    private List<String> all() {
        return Stream.concat(
                        rows("""
                                select l.id, l.position, l.section, l.reference, l.zh, l.en, l.grade, l.to_check, m.id, m.requirement, m.made_by,
                                       m.made_at, m.ended_at
                                  from buyer_list b join list_line l on l.client_id = b.client_id and l.edition_id = b.current_id
                                  left join line_mapping m on m.client_id = l.client_id and m.line_id = l.id
                                 order by b.id, l.position, m.requirement""").stream(),
                        rows("select key, kinds, place, archived_at, made_at from own_requirement order by number")
                                .stream())
                .toList();
    }

    @Test
    void aListComesInWithSuggestionsAndAPersonDecides() {
        String list = Checklists.bring(factory, boss, "客户甲 2026", first());
        String page = boss.get(list).asString();
        assertTrue(page.contains("还有 4 行没有定"), page);
        assertTrue(page.contains("value=\"HS-09\""), "the drill resembles the requirement about drills");
        assertTrue(page.contains("反恐"), "the section of a merged cell");
        assertEquals(4, Checklists.lines(page).size());
        Response kept = Checklists.decide(
                boss, list, new Choice(DRILL, List.of("HS-09"), "", ""), new Choice(LOGO, List.of(), "", "PRD"));
        assertEquals(303, kept.statusCode(), kept.asString());
        boss.get(list).then().body(containsString("还有 2 行没有定")).body(containsString("X-0001"));
        boss.get(factory.at("/own-requirements"))
                .then()
                .body(containsString("X-0001"))
                .body(containsString(LOGO))
                .body(containsString("生产"));
        boss.get(list + "?show=OPEN").then().body(not(containsString(LOGO)));
        boss.get(list + "?show=OWN").then().body(containsString(LOGO));
        boss.get(factory.at("/lists")).then().body(containsString("客户甲 2026")).body(containsString("2 / 4"));
    }

    @Test
    void aKeyThatDoesNotExistIsNamedAndTheRestIsKept() {
        String list = Checklists.bring(factory, boss, "客户甲 2026", first());
        Response answer = Checklists.decide(
                boss, list, new Choice(DRILL, List.of("HS-09"), "", ""), new Choice(SEAL, List.of(), "SC-98", ""));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.asString().contains("没有这样的要求：SC-98"), answer.asString());
        assertTrue(answer.asString().contains("value=\"SC-98\""), "what was typed is still there");
        boss.get(list).then().body(containsString("还有 3 行没有定"));
    }

    @Test
    @ActivateRequestContext
    void aFormThatIsSentTwiceMakesOneOwnRequirementAndTwoPeopleLoseNothing() {
        String list = Checklists.bring(factory, boss, "客户甲 2026", first());
        String page = boss.get(list).asString();
        String line = String.valueOf(Checklists.lines(page).get(LOGO));
        for (String key : List.of("HS-09", "HS-10")) { // both saw a line without any requirement
            boss.get(list);
            boss.post(
                            list + "/decisions",
                            Map.of("line", line, "seen-" + line, "", "map-" + line, key, "own-" + line, "QA"))
                    .then()
                    .statusCode(303);
        }
        assertEquals(
                List.of("[HS-09, 1]", "[HS-10, 1]", "[X-0001, 1]"),
                rows("select requirement, 1 from line_mapping where ended_at is null order by requirement"));
    }

    @Test
    @ActivateRequestContext
    void whatGoesOutComesBackAsItWas() {
        String list = decided();
        List<List<String>> cells = Checklists.exported(boss, list);
        assertEquals(5, cells.size());
        assertEquals(List.of("章节", "编号"), cells.get(0).subList(0, 2));
        assertEquals(
                List.of("反恐", "2.2", LOGO, "", "严重", "X-0001", "生产"),
                cells.get(3).subList(0, 7));

        byte[] workbook = boss.get(list + "/list.xlsx").asByteArray();
        String edition = Checklists.bringNext(boss, list, workbook);
        String changes = boss.get(edition).asString();
        assertEquals(4, Checklists.count(changes, "SAME"), changes);
        assertEquals(0, Checklists.count(changes, "REWORDED"));
        boss.post(edition + "/taking", Map.of()).then().statusCode(303);
        assertEquals(cells, Checklists.exported(boss, list));

        String copy = Checklists.bring(factory, boss, "客户甲 2026", workbook);
        assertEquals(cells, Checklists.exported(boss, copy));
        assertEquals(List.of("[X-0001, PRD]"), rows("select key, kinds from own_requirement"));

        // and to a client that has never seen it
        NewFactory other = NewFactory.make();
        String there = Checklists.bring(other, other.manager(), "客户甲 2026", workbook);
        assertEquals(cells, Checklists.exported(other.manager(), there));
    }

    @Test
    @ActivateRequestContext
    void aNewEditionSaysLineByLineWhatChangedCarriesEverythingAndIsUndoneExactly() {
        String list = decided();
        List<String> before = all();
        byte[] next = Checklists.list(List.of(
                List.of("1.1", "消防", "消防疏散演练每年至少组织两次，并有记录和照片", "", "关键"),
                List.of("2.1", "反恐", SEAL, "Seals are fixed and checked at once", ""),
                List.of("", "", TITLE, "", ""),
                List.of("9", "", "Visitors wear a badge and are accompanied", "", "")));
        String edition = Checklists.bringNext(boss, list, next);
        assertEquals(before, all(), "an edition that nobody has taken changes nothing");
        String changes = boss.get(edition).asString();
        assertEquals(1, Checklists.count(changes, "NEW"), changes);
        assertEquals(1, Checklists.count(changes, "REMOVED"));
        assertEquals(1, Checklists.count(changes, "REWORDED"));
        assertEquals(2, Checklists.count(changes, "SAME"));
        boss.get(edition + "?kind=REMOVED").then().body(containsString(LOGO)).body(containsString("X-0001"));

        boss.get(edition);
        boss.post(edition + "/taking", Map.of()).then().statusCode(303);
        boss.post(edition + "/taking", Map.of()).then().statusCode(303); // sent twice
        String page = boss.get(list).asString();
        assertTrue(page.contains("还有 1 行没有定"), page);
        boss.get(list + "?show=LOOK").then().body(containsString("组织两次")).body(containsString("HS-09"));
        assertEquals(List.of("[HS-09, 1]", "[SC-21, 1]", "[SC-22, 1]", "[-, 1]"), rows("""
                        select m.requirement, 1 from buyer_list b join list_line l on l.client_id = b.client_id and l.edition_id = b.current_id
                          join line_mapping m on m.line_id = l.id and m.ended_at is null order by l.position, m.requirement"""));
        assertEquals(List.of("[X-0001, true]"), rows("select key, archived_at is not null from own_requirement"));
        boss.get(factory.at("/own-requirements"))
                .then()
                .body(containsString("收起"))
                .body(containsString(LOGO));

        boss.get(edition);
        boss.post(edition + "/undoing", Map.of()).then().statusCode(303);
        assertEquals(before, all());
        boss.post(edition + "/undoing", Map.of()).then().statusCode(303); // sent twice
        assertEquals(before, all());
    }

    @Test
    @ActivateRequestContext
    void splitAndMergedLinesKeepWhatTheyAskedFor() {
        String list = Checklists.bring(
                factory,
                boss,
                "Customer B",
                Checklists.list(List.of(
                        List.of("1", "", DRILL + "；" + SEAL, "", ""),
                        List.of("2", "", LOGO, "", ""),
                        List.of("3", "", "Visitors wear a badge and sign the register at the gate", "", ""))));
        Checklists.decide(
                boss,
                list,
                new Choice(DRILL + "；" + SEAL, List.of("HS-09"), "SC-22", ""),
                new Choice(LOGO, List.of(), "", "PRD"),
                new Choice("Visitors wear a badge and sign the register at the gate", List.of(), "SC-07", "SEC"));
        String edition = Checklists.bringNext(
                boss,
                list,
                Checklists.list(List.of(
                        List.of("1a", "", DRILL, "", ""),
                        List.of("1b", "", SEAL, "", ""),
                        List.of("2", "", LOGO + "。Visitors wear a badge and sign the register at the gate", "", ""))));
        String changes = boss.get(edition).asString();
        assertEquals(1, Checklists.count(changes, "SPLIT"), changes);
        assertEquals(1, Checklists.count(changes, "MERGED"), changes);
        boss.post(edition + "/taking", Map.of()).then().statusCode(303);
        assertEquals(List.of("[1, HS-09 SC-22]", "[2, HS-09 SC-22]", "[3, SC-07 X-0001 X-0002]"), rows("""
                        select l.position, string_agg(m.requirement, ' ' order by m.requirement)
                          from buyer_list b join list_line l on l.client_id = b.client_id and l.edition_id = b.current_id
                          join line_mapping m on m.line_id = l.id and m.ended_at is null group by l.position order by 1"""));
        assertEquals(List.of(), rows("select key, 1 from own_requirement where archived_at is not null"));
    }

    @Test
    void aListThatIsPutAwayCountsNoMoreAndComesBack() {
        String list = decided();
        boss.get(list);
        boss.post(list + "/archiving", Map.of()).then().statusCode(303);
        boss.get(factory.at("/own-requirements")).then().body(containsString("收起"));
        boss.get(list);
        boss.post(list + "/archiving", Map.of("way", "out")).then().statusCode(303);
        boss.get(factory.at("/own-requirements")).then().body(not(containsString("起收起")));
    }

    @Test
    void whatIsNoTableOrNoSafeOneIsRefusedWithWords() {
        for (Map.Entry<byte[], String> bad : Map.of(
                        "PK\3\4 this is no zip at all".getBytes(StandardCharsets.ISO_8859_1),
                        "",
                        new byte[] {
                            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
                        },
                        ".xls")
                .entrySet()) {
            Response answer = Checklists.send(boss, factory.at("/lists"), "客户丙", bad.getKey(), "list.xlsx");
            assertEquals(422, answer.statusCode());
            assertTrue(answer.asString().contains("form-errors"), answer.asString());
            assertTrue(answer.asString().contains(bad.getValue()), answer.asString());
            assertTrue(answer.asString().contains("value=\"客户丙\""), "what was typed is still there");
        }
        boss.get(factory.at("/lists")).then().body(containsString("还没有客户清单"));
    }

    @Test
    void formulasGoOutAsText() throws IOException {
        String evil = "=HYPERLINK(\"http://evil.example\",\"click\") 要求每天检查出口";
        String list = Checklists.bring(
                factory, boss, "=cmd|' /C calc'!A0", Checklists.list(List.of(List.of("+1", "@x", evil, "", ""))));
        byte[] workbook = boss.get(list + "/list.xlsx").asByteArray();
        assertEquals(
                List.of("@x", "+1", evil), Checklists.cells(workbook).get(1).subList(0, 3));
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertTrue(book.getFirstSheet().read().stream()
                    .flatMap(row -> row.stream())
                    .allMatch(cell -> cell == null || cell.getType() == CellType.STRING));
        }
    }

    @Test
    void whoDoesNotAnswerForTheWholeFactoryReadsOrIsRefusedAndStrangersFindNothing() {
        String list = decided();
        String department = factory.department("PRD1", "PRD", "生产一部");
        String login = "head-" + factory.code().toLowerCase(Locale.ROOT);
        Visitor head = NewFactory.arriveByPassword(
                login, factory.access(factory.person("D1", "部门长", department), "DEPARTMENT_MANAGER", login));
        Visitor worker =
                factory.arriveByPin("W1", factory.access(factory.person("W1", "工人", department), "WORKER", ""));
        String edition = Checklists.bringNext(boss, list, first());

        for (String page :
                List.of(factory.at("/lists"), list, list + "/list.xlsx", factory.at("/own-requirements"), edition)) {
            head.get(page).then().statusCode(200);
            worker.get(page).then().statusCode(403);
        }
        head.get(list).then().body(not(containsString("name=\"line\"")));
        head.get(list + "/editions").then().statusCode(403);
        for (String act : List.of(
                list + "/decisions",
                list + "/archiving",
                edition + "/columns",
                edition + "/reading",
                edition + "/taking",
                edition + "/undoing",
                edition + "/removal",
                factory.at("/own-requirements/X-0001/answering"))) {
            head.get(factory.at("/lists"));
            head.post(act, Map.of()).then().statusCode(403);
            worker.get(factory.at("/today"));
            worker.post(act, Map.of()).then().statusCode(403);
        }

        NewFactory other = NewFactory.make();
        Visitor stranger = other.manager();
        String foreignList = other.at("/lists/") + list.substring(list.lastIndexOf('/') + 1);
        String foreignEdition = other.at("/list-editions/") + edition.substring(edition.lastIndexOf('/') + 1);
        for (String page : List.of(
                list,
                edition,
                foreignList,
                foreignList + "/list.xlsx",
                foreignList + "/editions",
                foreignEdition,
                foreignEdition + "/columns")) {
            stranger.get(page).then().statusCode(404);
        }
        for (String act : List.of(
                foreignList + "/decisions",
                foreignList + "/archiving",
                foreignEdition + "/columns",
                foreignEdition + "/reading",
                foreignEdition + "/taking",
                foreignEdition + "/undoing",
                foreignEdition + "/removal")) {
            stranger.get(other.at("/lists"));
            stranger.post(act, Map.of("line", "x")).then().statusCode(404);
        }
        stranger.get(other.at("/lists"));
        stranger.post(other.at("/own-requirements/X-0001/answering"), Map.of("kind", "PRD", "place", "warehouse"))
                .then()
                .statusCode(404);
    }
}
