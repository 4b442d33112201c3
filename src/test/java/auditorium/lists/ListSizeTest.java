package auditorium.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.clients.NewFactory;
import auditorium.platform.ClientScope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A list of 5,880 lines comes in, is looked at, answered and brought up to date. What it took is printed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ListSizeTest {

    private static final int LINES = 5_880;
    private static final int CHANGED = 300;
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

    @Test
    @ActivateRequestContext
    void fiveThousandEightHundredEightyLinesComeInAreBroughtUpToDateAndUndone() {
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

        List<String> before = rows(factory, ALL);
        List<List<String>> next = new ArrayList<>(lines);
        for (int i = 0; i < CHANGED; i++) {
            List<String> old = lines.get(i * 19);
            next.set(
                    i * 19,
                    List.of(
                            old.get(0),
                            old.get(1),
                            old.get(2) + "，本年新增要求",
                            old.get(3) + " since this year",
                            old.get(4)));
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
        boss.get(edition);
        boss.post(edition + "/undoing", Map.of()).then().statusCode(303);
        assertEquals(before, rows(factory, ALL));
    }
}
