package auditorium.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** A factory of 5,000: the list goes in, the roster is looked at, slips are made. What it took is printed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RosterSizeTest {

    private static final int PEOPLE = 5_000;
    private static final String FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀英华玉兰桂";

    @Inject
    SessionFactory sessions;

    private static byte[] list() throws IOException {
        Random random = new Random(5);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("员工");
            String[] heads = {"序号", "工号", "姓名", "部门", "岗位", "入职日期", "手机号码"};
            for (int c = 0; c < heads.length; c++) {
                sheet.value(0, c, heads[c]);
            }
            for (int i = 1; i <= PEOPLE; i++) {
                sheet.value(i, 0, i);
                sheet.value(i, 1, String.format("S%05d", i));
                sheet.value(
                        i,
                        2,
                        "" + FAMILY.charAt(random.nextInt(FAMILY.length()))
                                + GIVEN.charAt(random.nextInt(GIVEN.length()))
                                + GIVEN.charAt(random.nextInt(GIVEN.length())));
                sheet.value(i, 3, "车间" + (1 + i % 20));
                sheet.value(i, 4, "操作工");
                sheet.value(i, 5, LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4000)));
                sheet.style(i, 5).format("yyyy/m/d").set();
                sheet.value(i, 6, "1380000" + i);
            }
        }
        return out.toByteArray();
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Test
    void fiveThousandPeopleComeInAndAgainWithoutAnyChange() throws IOException {
        NewFactory factory = NewFactory.make();
        Visitor boss = factory.manager();
        byte[] list = list();

        long start = System.nanoTime();
        String at = Lists.upload(factory, boss, list, "员工.xlsx");
        long uploaded = since(start);
        String preview = Lists.check(boss, at, Map.of());
        long checked = since(start);
        assertEquals(PEOPLE, Lists.fact(preview, "新员工"));
        String done = Lists.take(boss, at, Map.of());
        long taken = since(start);
        assertEquals(PEOPLE, Lists.fact(done, "新员工"));
        assertEquals(20, Lists.fact(done, "新部门"));
        System.out.println("5,000 rows: uploaded after " + uploaded + " ms, checked after " + checked
                + " ms, taken after " + taken + " ms");

        start = System.nanoTime();
        String again = Lists.check(boss, Lists.upload(factory, boss, list, "员工.xlsx"), Map.of());
        System.out.println("the same 5,000 rows: checked after " + since(start) + " ms");
        assertEquals(PEOPLE, Lists.fact(again, "没有变"));
        assertTrue(again.contains("和现在的花名册一样"));

        roster(factory, boss);

        start = System.nanoTime();
        boss.get(factory.at("/people/slips"));
        Response codes = boss.post(factory.at("/people/slips"), Map.of("as", "sheet"));
        assertEquals(200, codes.statusCode());
        System.out.println("5,000 accounts with start codes as XLSX: " + since(start) + " ms, "
                + codes.asByteArray().length / 1024 + " kB");
        boss.get(factory.at("/people/slips"));
        assertEquals(
                409,
                boss.post(factory.at("/people/slips"), Map.of("as", "paper")).statusCode());
    }

    /** A page of the roster at its deepest, in every order, with and without a search. */
    private void roster(NewFactory factory, Visitor boss) {
        for (String page : List.of(
                "/people",
                "/people?sort=NAME&page=49",
                "/people?sort=NUMBER&page=25",
                "/people?search=zhangwei",
                "/people?search=%E7%8E%8B",
                "/people?search=S049")) {
            for (int i = 0; i < 5; i++) {
                boss.get(factory.at(page)).then().statusCode(200);
            }
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < 11; i++) {
                long start = System.nanoTime();
                boss.get(factory.at(page));
                times.add(since(start));
            }
            times.sort(null);
            System.out.println("5,000 people, " + page + ": " + times.get(5) + " ms at the median");
        }
        sessions.getStatistics().clear();
        boss.get(factory.at("/people?sort=NAME&page=49"));
        assertTrue(
                sessions.getStatistics().getPrepareStatementCount() <= 2, "a page of the roster costs two statements");
    }
}
