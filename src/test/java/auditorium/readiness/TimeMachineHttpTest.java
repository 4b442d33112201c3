package auditorium.readiness;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.clients.NewFactory;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** The day of the audit, and what changed since a day. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TimeMachineHttpTest {

    private static final int SESSION_AND_CLIENT = 2;
    private static final String KEY = "HS-05";

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    @Inject
    SessionFactory sessions;

    @Inject
    Snapshots snapshots;

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private static void answer(Visitor who, NewFactory factory, String department, String result, long daysAgo) {
        Map<String, String> fields = new HashMap<>();
        fields.put("id", Ids.next().toString());
        fields.put("result", result);
        fields.put("note", "看过");
        fields.put("at", Instant.now().minusSeconds(86_400 * daysAgo + 60).toString());
        who.letter(factory.at("/departments/" + department + "/requirements/" + KEY + "/responses"), fields)
                .then()
                .statusCode(200);
    }

    private void sql(NewFactory factory, String sql, Object... values) {
        scope.inside(UUID.fromString(factory.id()), () -> {
            var query = entities.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            assertTrue(query.executeUpdate() > 0);
        });
    }

    @Test
    void aCheckThatIsFreshTodayIsTooOldOnTheDayAndThePlanSendsSomebodyToWalkAgain() {
        NewFactory factory = NewFactory.make();
        String shop = factory.department("P1", "PRD", "冲压车间");
        answer(factory.manager(), factory, shop, "CONFORMS", 20);
        String near = "/time-machine?standard=all&day=" + today().plusDays(30);
        factory.manager().get(factory.at(near)).then().statusCode(200).body(not(containsString("再去冲压车间走查一次")));
        factory.manager()
                .get(factory.at("/time-machine?standard=all&day=" + today().plusDays(200)))
                .then()
                .statusCode(200)
                .body(containsString("再去冲压车间走查一次"), containsString("已经超过 6 个月"), containsString("还有 200 天"));
    }

    @Test
    void whoCameLatelyAndWhatIsDueAgainStandOnThePage() {
        NewFactory factory = NewFactory.make();
        String shop = factory.department("P1", "PRD", "冲压车间");
        String person = factory.person("N77", "新来的", shop);
        sql(factory, "update person set joined_on = ?2 where id = ?1", UUID.fromString(person), today().minusDays(5));
        sql(factory, """
                insert into routine (client_id, id, department_id, requirement, title, rhythm, owner_id, starts_on, created_at, created_by, created_by_name)
                select current_client(), ?1, ?2, 'HS-05', '灭火器点检', 'MONTHLY', ?3, ?4, now(), (select id from account limit 1), 'x'""", Ids.next(), UUID.fromString(shop), UUID.fromString(person), today().plusDays(3));
        sql(factory, """
                insert into assignment (client_id, person_id, lesson, cycle, cause, again, revision, assigned_on, closed_by, done_on, valid_until)
                select current_client(), ?1, 'A1-fire-exits', 1, 'RULE', false, 1, ?2, ?1, ?2, ?3""", UUID.fromString(person), today().minusDays(340), today().plusDays(20));
        factory.manager()
                .get(factory.at("/time-machine?standard=all&day=" + today().plusDays(40)))
                .then()
                .statusCode(200)
                .body(
                        containsString("新来的 N77"),
                        containsString("灭火器点检"),
                        containsString("拖着 0 次"),
                        containsString("会过期的培训：1 人次"),
                        containsString("教会冲压车间的新人"));
        factory.manager()
                .get(factory.at("/time-machine?standard=all&day=" + today().plusDays(20)))
                .then()
                .body(containsString("没有人的培训会在那天以前过期"));
    }

    @Test
    void aDayThatIsNoneIsSaidSoAndTheUsualDayIsShown() {
        Visitor manager = Visitor.withPassword("manager");
        for (String day : new String[] {"gestern", "2020-01-01", "2999-01-01"}) {
            manager.get(manager.at("/time-machine?day=" + day))
                    .then()
                    .statusCode(200)
                    .body(containsString("日期要在"));
        }
        manager.get(manager.at("/time-machine?day=")).then().statusCode(200).body(not(containsString("日期要在")));
        manager.get(manager.at("/readiness-changes?since=2999-01-01"))
                .then()
                .statusCode(200)
                .body(containsString("选今天或者以前的一天"));
    }

    @Test
    void aDepartmentsManagerSeesTheOwnDepartmentAndStrangersNothing() {
        NewFactory factory = NewFactory.make();
        String shop = factory.department("P1", "PRD", "冲压车间");
        String store = factory.department("P2", "PRD", "包装车间");
        String person = factory.person("P1", "周主管", shop);
        String login = "head-" + factory.code().toLowerCase(java.util.Locale.ROOT);
        Visitor head = NewFactory.arriveByPassword(login, factory.access(person, "DEPARTMENT_MANAGER", login));
        answer(factory.manager(), factory, store, "CONFORMS", 20);
        for (String page :
                new String[] {"/time-machine?standard=all&day=" + today().plusDays(300), "/readiness-changes"}) {
            head.get(factory.at(page)).then().statusCode(200).body(not(containsString("包装车间")));
            NewFactory other = NewFactory.make();
            other.manager().get(factory.at(page)).then().statusCode(404);
            Visitor worker = Visitor.worker();
            worker.get(worker.at(page)).then().statusCode(403);
        }
    }

    @Test
    void whatWentUpAndDownIsShownWithTheSentenceWhyAndDaysThatWereNotKeptAreSaidSo() {
        NewFactory factory = NewFactory.make();
        String shop = factory.department("P1", "PRD", "冲压车间");
        Visitor boss = factory.manager();
        answer(boss, factory, shop, "CONFORMS", 2);
        boss.get(factory.at("/readiness-changes?standard=all"))
                .then()
                .statusCode(200)
                .body(containsString("没有留下来"));
        UUID client = UUID.fromString(factory.id());
        scope.inside(client, () -> snapshots.take(client, ZoneId.of("Asia/Shanghai"), Optional.empty()));
        sql(factory, "update standing_span set from_on = from_on - 10"); // as if it had been kept for ten days
        String since = factory.at("/readiness-changes?standard=all&since=" + today().minusDays(5));
        boss.get(since).then().body(containsString("差了 0"), containsString("好了 0"));
        answer(boss, factory, shop, "FAILS", 0);
        boss.get(since)
                .then()
                .statusCode(200)
                .body(containsString("差了 1"), containsString("个发现没关闭"), containsString("新开 1"), containsString(KEY));
        boss.get(factory.at("/readiness-changes?standard=all&since=" + today().minusDays(50)))
                .then()
                .body(containsString("没有留下来"));
    }

    @Test
    void thePagesStayCheap() {
        Visitor manager = Visitor.withPassword("manager");
        for (String page :
                new String[] {"/time-machine?standard=all", "/readiness-changes?standard=all", "/readiness?standard=all"
                }) {
            manager.get(manager.at(page));
            sessions.getStatistics().clear();
            manager.get(manager.at(page)).then().statusCode(200);
            long cost = sessions.getStatistics().getPrepareStatementCount() + SESSION_AND_CLIENT;
            System.out.println(page + " costs " + cost + " statements");
            assertTrue(cost <= 10, page + " costs " + cost); // one of them reads the lists of customers
        }
    }
}
