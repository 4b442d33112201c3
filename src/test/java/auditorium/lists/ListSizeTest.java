package auditorium.lists;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.clients.NewFactory;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * A list of 5,880 lines comes in, is looked at, each of its lines answered, and brought up to date, with every answer still at its line. What
 * it took is printed.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ListSizeTest {

    private static final int LINES = 5_880;
    private static final int CHANGED = 300;
    /** Each so many lines one changes. */
    private static final int APART = 19;
    /** So many lines are answered on pages; for the others the rows are made as pages make them. */
    private static final int ON_PAGES = 40;

    private static final String[] WHAT = {
        "安全出口", "灭火器", "化学品标签", "工资单", "加班记录", "年龄证明", "集装箱封条", "访客登记", "监控录像", "废水排放", "急救箱",
        "机器护罩", "劳动合同", "宿舍通道", "来料检验", "密码规则", "举报渠道", "叉车证", "噪声检测", "供应商评估", "培训记录", "剪刀管理"
    };
    private static final String[] HOW = {
        "每月检查一次", "保存两年以上", "由专人负责", "贴在现场", "签字确认", "有书面程序", "随时可以查看", "每班交接", "抽查十个样本", "和现场一致", "经管理层批准"
    };

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    private static List<List<String>> lines() {
        Random random = new Random(7);
        List<List<String>> lines = new ArrayList<>();
        for (int i = 1; i <= LINES; i++) {
            String what = WHAT[random.nextInt(WHAT.length)];
            lines.add(List.of(
                    Integer.toString(i),
                    "第" + (1 + i / 200) + "章",
                    what + HOW[random.nextInt(HOW.length)] + "，" + HOW[random.nextInt(HOW.length)] + "，见附表"
                            + Integer.toString(i * 7919 % 100_003, 36),
                    "Line " + i + " asks about " + Integer.toString(i * 104_729 % 999_983, 36) + " with records",
                    i % 40 == 0 ? "关键" : i % 3 == 0 ? "轻微" : "严重"));
        }
        return lines;
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long median(Visitor visitor, String page) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            long start = System.nanoTime();
            visitor.get(page).then().statusCode(200);
            times.add(since(start));
        }
        times.sort(null);
        return times.get(3);
    }

    @SuppressWarnings("unchecked")
    private List<String> rows(NewFactory factory, String sql) {
        return scope.inside(
                UUID.fromString(factory.id()),
                () -> ((List<Object[]>)
                                entities.createNativeQuery(sql, Object[].class).getResultList())
                        .stream().map(Arrays::toString).toList());
    }

    private static final String ALL = """
            select l.position, l.reference, l.zh, l.en, l.grade, l.to_check, m.id, m.requirement, r.kinds, r.place, r.archived_at
              from buyer_list b join list_line l on l.client_id = b.client_id and l.edition_id = b.current_id
              left join line_mapping m on m.client_id = l.client_id and m.line_id = l.id
              left join own_requirement r on r.client_id = m.client_id and r.key = m.requirement
             order by b.id, l.position, m.requirement""";

    private static final String ADDED = "，本年新增要求";
    private static final String PROOF = "附表的照片";
    private static final String CURRENT =
            " from buyer_list b join list_line l on l.client_id = b.client_id and l.edition_id = b.current_id"
                    + " join line_mapping m on m.client_id = l.client_id and m.line_id = l.id and m.ended_at is null ";
    private static final String KEYS = "select m.requirement, l.position" + CURRENT + "order by l.position";
    private static final String ANSWERS = """
            select r.id, r.requirement, r.version, r.result, r.note, r.made_at, l.result as latest, l.side from response r
              join latest_response l on l.client_id = r.client_id and l.response_id = r.id order by r.id""";
    private static final String AT_THEIR_LINES = "select count(*), count(*) filter (where l.to_check)" + CURRENT + """
              join latest_response x on x.client_id = m.client_id and x.requirement = m.requirement
              join response r on r.client_id = x.client_id and r.id = x.response_id and r.note = 'answer to line ' || l.reference""";

    @Test
    @ActivateRequestContext
    void fiveThousandEightHundredEightyLinesAreAnsweredBroughtUpToDateAndUndone() throws IOException {
        NewFactory factory = NewFactory.make();
        Visitor boss = factory.manager();
        List<List<String>> lines = lines();
        byte[] workbook = Checklists.list(lines);

        long start = System.nanoTime();
        String list = Checklists.bring(factory, boss, "Big list", workbook);
        long read = since(start);
        start = System.nanoTime();
        boss.get(list).then().statusCode(200);
        long first = since(start);
        long opens = median(boss, list);
        long deep = median(boss, list + "?show=OPEN&page=117");
        System.out.println("5,880 lines: uploaded, read and suggested in " + read + " ms; opens first in " + first
                + " ms, then in " + opens + " ms, its last page in " + deep + " ms");
        assertTrue(read < 10_000, "read in " + read + " ms");
        assertTrue(
                Math.max(first, Math.max(opens, deep)) < 1_000,
                "opens in " + first + ", " + opens + ", " + deep + " ms");

        // all lines become own requirements, as a workbook that was filled in elsewhere says
        List<List<String>> filled = new ArrayList<>();
        filled.add(List.of("编号", "章节", "检查内容", "Requirement", "严重程度", "对应要求", "回答部门"));
        for (List<String> line : lines) {
            List<String> row = new ArrayList<>(line);
            row.addAll(List.of("X", "品质"));
            filled.add(row);
        }
        start = System.nanoTime();
        String own = Checklists.bringNext(boss, list, Checklists.workbook(filled));
        long compared = since(start);
        assertEquals(LINES, Checklists.count(boss.get(own).asString(), "SAME"));
        start = System.nanoTime();
        boss.post(own + "/taking", Map.of()).then().statusCode(303);
        System.out.println("compared with itself in " + compared + " ms, taken with 5,880 own requirements in "
                + since(start) + " ms");
        start = System.nanoTime();
        byte[] out = boss.get(list + "/list.xlsx").asByteArray();
        System.out.println("exported in " + since(start) + " ms");
        List<List<String>> cells = Checklists.cells(out);
        assertEquals(LINES + 1, cells.size());

        String again = Checklists.bringNext(boss, list, out);
        assertEquals(LINES, Checklists.count(boss.get(again).asString(), "SAME"));
        boss.post(again + "/taking", Map.of()).then().statusCode(303);
        assertEquals(cells, Checklists.exported(boss, list), "what went out came back as it was");

        String department = factory.department("Q1", "QA", "品质部");
        List<String> keys = rows(factory, KEYS);
        answer(factory, boss, department, keys);
        List<String> before = rows(factory, ALL);
        List<String> answers = rows(factory, ANSWERS);
        assertEquals(LINES, answers.size());
        String requirement = factory.at("/departments/" + department + "/requirements/" + key(keys, APART));
        boss.get(requirement)
                .then()
                .statusCode(200)
                .body(
                        containsString("answer to line " + (APART + 1)),
                        containsString(PROOF),
                        not(containsString(ADDED)));
        List<List<String>> next = new ArrayList<>(lines);
        for (int i = 0; i < CHANGED; i++) {
            List<String> old = lines.get(i * APART);
            next.set(
                    i * APART,
                    List.of(old.get(0), old.get(1), old.get(2) + ADDED, old.get(3) + " since this year", old.get(4)));
        }
        start = System.nanoTime();
        String edition = Checklists.bringNext(boss, list, Checklists.list(next));
        long update = since(start);
        String changes = boss.get(edition).asString();
        assertEquals(CHANGED, Checklists.count(changes, "REWORDED"), "reworded");
        assertEquals(LINES - CHANGED, Checklists.count(changes, "SAME"));
        start = System.nanoTime();
        boss.post(edition + "/taking", Map.of()).then().statusCode(303);
        System.out.println("300 changed lines: read and compared in " + update + " ms, taken in " + since(start)
                + " ms, opens in " + median(boss, list) + " ms");
        assertEquals(List.of("[5880, 5880, 300, 0]"), rows(factory, """
                        select count(*), count(distinct m.requirement), count(*) filter (where l.to_check),
                               count(*) filter (where r.archived_at is not null)
                          from buyer_list b join list_line l on l.client_id = b.client_id and l.edition_id = b.current_id
                          join line_mapping m on m.client_id = l.client_id and m.line_id = l.id and m.ended_at is null
                          join own_requirement r on r.client_id = m.client_id and r.key = m.requirement"""), "every line asks for what it asked for");
        assertEquals(
                List.of("[5880, 300]"), rows(factory, AT_THEIR_LINES), "each answer is still that of its own line");
        assertEquals(answers, rows(factory, ANSWERS), "and not one of them was touched");
        boss.get(requirement)
                .then()
                .statusCode(200)
                .body(containsString("answer to line " + (APART + 1)), containsString(PROOF), containsString(ADDED));
        boss.get(edition);
        boss.post(edition + "/undoing", Map.of()).then().statusCode(303);
        assertEquals(before, rows(factory, ALL));
        assertEquals(answers, rows(factory, ANSWERS));
        assertEquals(List.of("[5880, 0]"), rows(factory, AT_THEIR_LINES));
        boss.get(requirement)
                .then()
                .statusCode(200)
                .body(
                        containsString("answer to line " + (APART + 1)),
                        containsString(PROOF),
                        not(containsString(ADDED)));
    }

    private static String key(List<String> keys, int line) {
        return keys.get(line).replaceAll("^\\[|,.*", "");
    }

    /** An answer to what each line asks for, with the line's own number in it, and a proof for one of them. */
    private void answer(NewFactory factory, Visitor boss, String department, List<String> keys) throws IOException {
        for (int i = 0; i < ON_PAGES; i++) {
            int line = i % 2 == 0 ? i * APART : i * APART + 1; // half of them change
            boss.post(
                            factory.at(
                                    "/departments/" + department + "/requirements/" + key(keys, line) + "/responses"),
                            Map.of("result", "CONFORMS", "note", "answer to line " + (line + 1), "method", "SITE"))
                    .then()
                    .statusCode(303);
        }
        scope.inside(UUID.fromString(factory.id()), () -> {
            assertEquals(LINES - ON_PAGES, entities.createNativeQuery("""
                            insert into response (client_id, id, department_id, requirement, version, result, method, note, side, made_by,
                              made_by_name, made_at, received_at)
                            select w.client_id, gen_random_uuid(), w.department_id, m.requirement, w.version,
                                   (array['CONFORMS', 'PARTLY', 'FAILS'])[1 + l.position % 3], 'SITE', 'answer to line ' || l.reference,
                                   'CLAIM', w.made_by, w.made_by_name, w.made_at, w.received_at
                              from buyer_list b join list_line l on l.client_id = b.client_id and l.edition_id = b.current_id
                              join line_mapping m on m.client_id = l.client_id and m.line_id = l.id and m.ended_at is null
                              cross join (select * from response limit 1) w
                             where not exists (select from response r where r.client_id = m.client_id and r.requirement = m.requirement)""").executeUpdate());
            entities.createNativeQuery("""
                            insert into latest_response (client_id, department_id, requirement, side, response_id, result, made_at)
                            select client_id, department_id, requirement, side, id, result, made_at from response
                            on conflict do nothing""").executeUpdate();
        });
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", photo);
        boss.get(factory.at("/evidence"));
        boss.multipart(Map.of(
                        "id",
                        Ids.next().toString(),
                        "title",
                        PROOF,
                        "sort",
                        "RECORD",
                        "department",
                        department,
                        "proves",
                        key(keys, APART) + "/proof"))
                .multiPart("file", "proof.png", photo.toByteArray(), "image/png")
                .post(factory.at("/evidence-filings"))
                .then()
                .statusCode(303);
    }
}
