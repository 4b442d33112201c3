package auditorium.readiness;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.clients.NewFactory;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Evidence that ends becomes one task a piece, and the task goes when the piece has been renewed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EvidenceRenewalsTest {

    @Inject
    EvidenceRenewals renewals;

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private UUID file(NewFactory factory, String department, String title, LocalDate until, String revises) {
        UUID id = Ids.next();
        scope.inside(UUID.fromString(factory.id()), () -> {
            tell(
                    "insert into file_content (client_id, sha256, bytes, size) values (current_client(), cast('\\x01' as bytea), cast('\\x01' as bytea), 1) on conflict do nothing");
            tell("""
                    insert into evidence (client_id, id, department_id, sort, title, made_on, expires_on, revises, revision, sha256, media_type, name, size,
                      filed_by, filed_by_name, filed_at, received_at)
                    select current_client(), ?1, cast(?2 as uuid), 'PERMIT', ?3, ?4, ?5, cast(nullif(?6, '') as uuid), case when ?6 = '' then 1 else 2 end,
                           cast('\\x01' as bytea), 'image/png', 'x', 1, m.account_id, 'x', now(), now()
                      from membership m where m.client_id = current_client() and m.role = 'FACTORY_MANAGER'""", id, department, title, today().minusDays(300), until, revises);
            tell(
                    "insert into evidence_requirement (client_id, evidence_id, requirement, kind, until_on) values (current_client(), ?1, 'HS-05', 'permit', ?2)",
                    id,
                    until);
            tell("""
                    insert into evidence_standing (client_id, department_id, requirement, kind, evidence_id, until_on)
                    values (current_client(), cast(?2 as uuid), 'HS-05', 'permit', ?1, ?3)
                    on conflict (client_id, department_id, requirement, kind) do update set evidence_id = excluded.evidence_id, until_on = excluded.until_on""", id, department, until);
        });
        return id;
    }

    private void tell(String sql, Object... values) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }

    private int make(NewFactory factory) {
        UUID client = UUID.fromString(factory.id());
        return scope.inside(client, () -> renewals.make(client, today().plusDays(30)));
    }

    @Test
    void onePieceIsOneTaskUntilItIsRenewedAndTheNewPieceIsAnother() {
        NewFactory factory = NewFactory.make();
        String shop = factory.department("P1", "PRD", "冲压车间");
        Visitor boss = factory.manager();
        boss.get(factory.at("/tasks")).then().statusCode(200).body(not(containsString("要换新的证据")));
        UUID piece = file(factory, shop, "消防验收证", today().plusDays(20), "");
        file(factory, factory.department("P2", "PRD", "包装车间"), "还早的证", today().plusDays(200), "");
        assertEquals(1, make(factory));
        assertEquals(0, make(factory), "whoever makes it again makes nothing");
        boss.get(factory.at("/tasks"))
                .then()
                .statusCode(200)
                .body(
                        containsString("消防验收证"),
                        containsString("/evidence-filings/new?revises=" + piece),
                        containsString("还没有人负责"),
                        not(containsString("还早的证")));
        file(factory, shop, "新的验收证", today().plusDays(25), piece.toString());
        boss.get(factory.at("/tasks")).then().body(not(containsString("消防验收证")));
        assertEquals(1, make(factory));
        boss.get(factory.at("/tasks")).then().body(containsString("新的验收证"));
    }

    @Test
    void itIsTheTaskOfWhoeverLeadsTheDepartmentAndNoOtherFactorySeesIt() {
        NewFactory factory = NewFactory.make();
        String shop = factory.department("P1", "PRD", "冲压车间");
        String person = factory.person("P1", "周主管", shop);
        String login = "head-" + factory.code().toLowerCase(java.util.Locale.ROOT);
        Visitor head = NewFactory.arriveByPassword(login, factory.access(person, "DEPARTMENT_MANAGER", login));
        file(factory, shop, "消防验收证", today(), "");
        assertEquals(1, make(factory));
        head.get(factory.at("/tasks")).then().statusCode(200).body(containsString("消防验收证"));
        factory.manager().get(factory.at("/tasks")).then().body(not(containsString("消防验收证")));
        NewFactory other = NewFactory.make();
        other.manager().get(other.at("/tasks")).then().body(not(containsString("消防验收证")));
    }

    @Test
    void itStandsAmongTheTasksOnBoardListAndMonthAndIsFoundByItsKind() {
        NewFactory factory = NewFactory.make();
        String shop = factory.department("P1", "PRD", "冲压车间");
        String other = factory.department("P2", "PRD", "包装车间");
        UUID piece = file(factory, shop, "消防验收证", today().plusDays(9), "");
        UUID expired = file(factory, other, "过期的证", today().minusDays(2), "");
        assertEquals(2, make(factory));
        Visitor boss = factory.manager();
        boss.get(factory.at("/improvement"))
                .then()
                .statusCode(200)
                .body(
                        containsString("/evidence/" + piece),
                        containsString("换新证据"),
                        containsString("晚了 2 天"),
                        containsString("还没有人负责 · 冲压车间"),
                        containsString("2 件没完成，1 件晚了"));
        boss.get(factory.at("/improvement/list"))
                .then()
                .statusCode(200)
                .body(containsString("过期的证"), containsString("消防验收证"));
        boss.get(factory.at("/improvement/list?which=LATE"))
                .then()
                .body(containsString("过期的证"), not(containsString("消防验收证")));
        boss.get(factory.at("/improvement/list?which=DONE")).then().body(not(containsString("过期的证")));
        boss.get(factory.at("/improvement/list?kind=RENEWAL")).then().body(containsString("消防验收证"));
        boss.get(factory.at("/improvement/list?kind=TRAINING")).then().body(not(containsString("消防验收证")));
        boss.get(factory.at("/improvement/list?department=" + shop))
                .then()
                .body(containsString("消防验收证"), not(containsString("过期的证")));
        boss.get(factory.at("/improvement/list?page=2")).then().body(not(containsString("消防验收证")));
        boss.get(factory.at("/improvement/month?month=" + java.time.YearMonth.from(today().plusDays(9))))
                .then()
                .statusCode(200)
                .body(containsString("thing-renewal"), containsString("/evidence/" + piece));
        file(factory, other, "新的证", today().plusDays(400), expired.toString());
        boss.get(factory.at("/improvement")).then().body(not(containsString("过期的证")), not(containsString("新的证")));
    }

    @Test
    void whatIsLateIsToldToTheNextRoleAsATaskIs() {
        NewFactory factory = NewFactory.make();
        String shop = factory.department("P1", "PRD", "冲压车间");
        String login = "head-" + factory.code().toLowerCase(java.util.Locale.ROOT);
        Visitor head = NewFactory.arriveByPassword(
                login, factory.access(factory.person("P1", "周主管", shop), "DEPARTMENT_MANAGER", login));
        file(factory, shop, "消防验收证", today(), "");
        assertEquals(1, make(factory));
        factory.manager().get(factory.at("/tasks")).then().body(not(containsString("消防验收证")));
        late(factory, 1);
        head.get(factory.at("/tasks")).then().body(containsString("消防验收证"), containsString("晚了 1 天"));
        factory.manager()
                .get(factory.at("/tasks"))
                .then()
                .statusCode(200)
                .body(containsString("消防验收证"), containsString("晚了 1 天"), containsString("周主管 · 冲压车间"));
        NewFactory other = NewFactory.make();
        other.manager().get(other.at("/improvement")).then().body(not(containsString("消防验收证")));
    }

    /** The days that time would bring. */
    private void late(NewFactory factory, int days) {
        scope.inside(UUID.fromString(factory.id()), () -> {
            tell(
                    "update evidence_standing set until_on = ?1 where client_id = current_client()",
                    today().minusDays(days));
            tell("update evidence_renewal set due_on = ?1 where client_id = current_client()", today().minusDays(days));
        });
    }
}
