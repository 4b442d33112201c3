package auditorium.training.sessions;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.clients.Lists;
import auditorium.clients.NewFactory;
import auditorium.platform.ClientScope;
import auditorium.training.sessions.domain.Vote;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** From a list of 5,000 people to a record that can be handed over: all of it through the pages. What it took is printed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TrainingRunTest {

    private static final int PEOPLE = 5_000;
    private static final int IN_THE_ROOM = 40;
    private static final String FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀英华玉兰桂";

    @Inject
    LiveQuestions questions;

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    private long start = System.nanoTime();

    private void took(String what) {
        System.out.println("training run: " + what + " after " + (System.nanoTime() - start) / 1_000_000 + " ms");
        start = System.nanoTime();
    }

    private static byte[] list() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("员工");
            String[] heads = {"工号", "姓名", "部门", "岗位", "入职日期"};
            for (int c = 0; c < heads.length; c++) {
                sheet.value(0, c, heads[c]);
            }
            for (int i = 1; i <= PEOPLE; i++) {
                sheet.value(i, 0, "R%05d".formatted(i));
                sheet.value(
                        i,
                        1,
                        "" + FAMILY.charAt(i % FAMILY.length())
                                + GIVEN.charAt(i * 7 % GIVEN.length())
                                + GIVEN.charAt(i * 13 % GIVEN.length()));
                sheet.value(i, 2, "车间" + (1 + i % 20));
                sheet.value(i, 3, "操作工");
                sheet.value(i, 4, LocalDate.of(2015, 1, 1).plusDays(i % 3000));
                sheet.style(i, 4).format("yyyy/m/d").set();
            }
        }
        return out.toByteArray();
    }

    @ActivateRequestContext
    long count(UUID client, String sql) {
        return scope.inside(
                client, () -> ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue());
    }

    @ActivateRequestContext
    Map<String, String> people(UUID client) {
        return scope.inside(client, () -> {
            Map<String, String> ids = new LinkedHashMap<>();
            for (Object row : entities.createNativeQuery(
                            "select number, id from person order by number limit " + IN_THE_ROOM, Object[].class)
                    .getResultList()) {
                Object[] r = (Object[]) row;
                ids.put((String) r[0], r[1].toString());
            }
            return ids;
        });
    }

    @ActivateRequestContext
    String department(UUID client) {
        return scope.inside(
                client,
                () -> entities.createNativeQuery("select department_id from person order by number limit 1", UUID.class)
                        .getSingleResult()
                        .toString());
    }

    @ActivateRequestContext
    LiveQuestions.Asked open(UUID client, String session) {
        return scope.inside(
                client,
                () -> LiveQuestions.now(questions.all(client, UUID.fromString(session)))
                        .filter(LiveQuestions.Asked::open)
                        .orElseThrow());
    }

    @Test
    void fromAListOfFiveThousandToARecordOfFortyTrainedInARoom() throws IOException {
        NewFactory factory = NewFactory.make();
        SessionFixture f = SessionFixture.of(factory);
        UUID client = UUID.fromString(factory.id());
        Visitor boss = factory.manager();
        byte[] list = list();
        took("a factory");
        String at = Lists.upload(factory, boss, list, "员工.xlsx");
        Lists.check(boss, at, Map.of());
        assertEquals(PEOPLE, Lists.fact(Lists.take(boss, at, Map.of()), "新员工"));
        took("5,000 people imported");

        boss.get(factory.at("/training/rules/new"));
        Map<String, String> rule = new HashMap<>();
        rule.put("name", "消防安全，全员");
        rule.put("who", "EVERYONE");
        rule.put("lesson", SessionFixture.LESSON);
        rule.put("due", "30");
        rule.put("repeat", "ONCE");
        boss.post(factory.at("/training/rules"), rule).then().statusCode(303);
        String asked =
                "select count(*) from assignment where client_id = current_client() and closed_by is null and lesson = '"
                        + SessionFixture.LESSON + "'";
        assertEquals(PEOPLE, count(client, asked));
        took("assigned by a rule");

        Map<String, Visitor> room = new LinkedHashMap<>();
        people(client)
                .forEach((number, id) ->
                        room.put(number, factory.arriveByPin(number, factory.access(id, "WORKER", ""))));
        took("40 people with a PIN of their own");

        String session = f.plan(SessionFixture.form("大会议室", SessionFixture.today(), String.join(" ", room.keySet())));
        room.values().forEach(worker -> f.arrive(worker, session));
        assertEquals(
                IN_THE_ROOM,
                count(
                        client,
                        "select count(*) from session_attendance where client_id = current_client() and how = 'QR'"));
        took("40 people signed in with the code");

        String screen = f.at("/sessions/" + session + "/screen");
        List<Visitor> phones = List.copyOf(room.values());
        while (boss.get(screen).asString().contains("/screen/questions\"")) {
            boss.post(screen + "/questions", Map.of()).then().statusCode(303);
            LiveQuestions.Asked open = open(client, session);
            Set<String> right = Vote.right(open.question());
            for (int i = 0; i < phones.size(); i++) {
                // two never know; they stay and learn again
                Set<String> given = i >= 2
                        ? right
                        : Set.of(open.choices().stream()
                                .filter(c -> !right.contains(c))
                                .findFirst()
                                .orElseThrow());
                Response answered = phones.get(i)
                        .request()
                        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                        .formParam("csrf-token", phones.get(i).token())
                        .formParam("question", open.id().toString())
                        .formParam("option", given.toArray())
                        .post(f.at("/here/" + session + "/answers"));
                assertEquals(303, answered.statusCode());
            }
            boss.get(screen).then().body(containsString("40 / 40 人已作答"));
            boss.post(
                            screen + "/questions/closing",
                            Map.of("question", open.id().toString()))
                    .then()
                    .statusCode(303);
        }
        took("the quiz of the room");
        boss.post(f.at("/sessions/" + session + "/closing"), Map.of()).then().statusCode(303);
        assertEquals(
                IN_THE_ROOM - 2,
                count(
                        client,
                        "select count(*) from achievement where client_id = current_client() and source = 'SESSION'"));
        assertEquals(PEOPLE - IN_THE_ROOM + 2, count(client, asked), "what was learned is no longer asked for");
        took("closed");

        for (String paper : List.of("record", "workbook")) {
            Response made = boss.get(f.at("/sessions/" + session + "/papers/" + paper));
            assertEquals(200, made.statusCode());
            assertTrue(made.asByteArray().length > 10_000 || "workbook".equals(paper), paper);
        }
        took("the record as PDF and workbook");

        // a department has 250 people; all 5,000 are more than paper bears
        for (String matrix : List.of("", "/xlsx", "/pdf?department=" + department(client))) {
            Response shown = boss.get(factory.at("/training/matrix" + matrix));
            assertEquals(200, shown.statusCode(), "matrix" + matrix);
            assertTrue(shown.asByteArray().length > 5_000, "matrix" + matrix);
        }
        took("the matrix as a page, a workbook and a PDF");

        long achieved = count(client, "select count(*) from achievement where client_id = current_client()");
        String again = Lists.check(boss, Lists.upload(factory, boss, list, "员工.xlsx"), Map.of());
        assertEquals(PEOPLE, Lists.fact(again, "没有变"));
        assertEquals(PEOPLE, count(client, "select count(*) from person where client_id = current_client()"));
        assertEquals(achieved, count(client, "select count(*) from achievement where client_id = current_client()"));
        assertEquals(PEOPLE - IN_THE_ROOM + 2, count(client, asked));
        took("the same list again changes nothing");
    }
}
