package auditorium.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.TestMail;
import auditorium.Visitor;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.training.domain.Renewal;
import auditorium.training.domain.Who;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(value = TestMail.class, restrictToAnnotatedClass = true)
class ReminderTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    @Inject
    TrainingFactory factory;

    @Inject
    Evaluation evaluation;

    @Inject
    AssignmentRules rules;

    @Inject
    ReminderJob job;

    @Inject
    Reminders reminders;

    @Inject
    ClientScope scope;

    @Inject
    EntityManager entities;

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(ZONE).toInstant();
    }

    /** Nine people who have one lesson to learn in ten days; the first two have addresses. */
    private TrainingFactory.Made factory(String tag) {
        TrainingFactory.Made made = factory.make(9);
        scope.inside(made.client(), () -> {
            rules.persist(new AssignmentRule(
                    Ids.next(),
                    new RuleTerms(
                            "规则",
                            Who.EVERYONE,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of("A7-audit-day", "A10-audit-integrity"),
                            10,
                            Renewal.once(2)),
                    Optional.empty(),
                    DAY,
                    made.author(),
                    "试验员",
                    at(DAY, 9)));
            evaluation.evaluate(at(DAY, 9));
            for (int i = 0; i < 2; i++) {
                entities.createNativeQuery("update person set email = ?1 where id = ?2")
                        .setParameter(1, tag + i + "@factory.example")
                        .setParameter(2, made.people().get(i))
                        .executeUpdate();
            }
        });
        return made;
    }

    @Test
    @ActivateRequestContext
    void eachIsRemindedOnceBeforeAndOnceAfterTheDueDateInDaytime() {
        TrainingFactory.Made made = factory("once");
        assertEquals(0, job.remind(made.client(), ZONE, at(DAY, 10)), "ten days before it is too early");
        LocalDate soon = DAY.plusDays(3);
        assertEquals(0, job.remind(made.client(), ZONE, at(soon, 6)), "nobody is mailed at six in the morning");
        assertEquals(2, job.remind(made.client(), ZONE, at(soon, 9)));
        assertEquals(0, job.remind(made.client(), ZONE, at(soon, 10)), "sent once");
        assertEquals(0, job.remind(made.client(), ZONE, at(soon.plusDays(1), 9)));
        List<TestMail.Arrived> mails = TestMail.of("once0@factory.example");
        assertEquals(1, mails.size());
        assertEquals("验厂学堂：有 2 件事快到期", mails.get(0).subject());
        assertTrue(
                mails.get(0).text().contains("审核日的 5 个环节：2026-05-14 前完成"),
                mails.get(0).text());
        assertTrue(mails.get(0).text().contains("试验厂"), mails.get(0).text());
        assertEquals(2, job.remind(made.client(), ZONE, at(DAY.plusDays(13), 9)), "late, after the days of grace");
        assertEquals(2, TestMail.of("once1@factory.example").size());
        long rows = scope.inside(
                made.client(),
                () -> ((Number) entities.createNativeQuery("select count(*) from reminder")
                                .getSingleResult())
                        .longValue());
        assertEquals(18, rows, "everybody has them in the application, with or without an address");
    }

    @Test
    @ActivateRequestContext
    @DisplayName("HT04: no mail of one factory says a word of another, whose mails are made in the same run")
    void noMailSaysAWordOfAnotherFactory() {
        TrainingFactory.Made ours = factory("ours");
        TrainingFactory.Made theirs = factory("theirs");
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update client set name_zh = 'canary-name', name_en = 'canary-name' where id = ?1")
                        .setParameter(1, theirs.client())
                        .executeUpdate());
        scope.inside(
                theirs.client(),
                () -> entities.createNativeQuery("update person set name = 'canary-' || number")
                        .executeUpdate());
        LocalDate soon = DAY.plusDays(3);
        for (TrainingFactory.Made one : List.of(ours, theirs, ours)) {
            job.remind(one.client(), ZONE, at(soon, 9));
        }
        List<TestMail.Arrived> mails = new ArrayList<>(TestMail.of("ours0@factory.example"));
        mails.addAll(TestMail.of("ours1@factory.example"));
        assertEquals(2, mails.size());
        assertTrue(mails.stream()
                .noneMatch(m -> (m.subject() + m.text())
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("canary")));
        String other = TestMail.of("theirs0@factory.example").get(0).text();
        assertTrue(other.contains("canary-name") && other.contains("canary-"), other);
    }

    @Test
    @ActivateRequestContext
    void mailsAreInTheReadersLanguageAndComeByDayWhereTheFactoryIs() {
        TrainingFactory.Made made = factory("tongue");
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("update account set language = 'en' where id = ?1")
                    .setParameter(1, made.author())
                    .executeUpdate();
            entities.createNativeQuery(
                            "insert into membership (id, account_id, client_id, role, person_id) values (?1, ?2, ?3, 'WORKER', ?4)")
                    .setParameter(1, Ids.next())
                    .setParameter(2, made.author())
                    .setParameter(3, made.client())
                    .setParameter(4, made.people().get(1))
                    .executeUpdate();
        });
        Instant morning = at(DAY.plusDays(4), 9);
        assertEquals(
                0, job.remind(made.client(), ZoneId.of("America/New_York"), morning), "nine here is evening there");
        assertEquals(2, job.remind(made.client(), ZONE, morning));
        assertEquals(
                "验厂学堂：有 2 件事快到期", TestMail.of("tongue0@factory.example").get(0).subject());
        TestMail.Arrived english = TestMail.of("tongue1@factory.example").get(0);
        assertEquals("Auditorium: due soon or late (2)", english.subject());
        assertTrue(english.text().contains(": due by 2026-05-14"), english.text());
        assertTrue(english.text().contains("Trial Factory"), english.text());
    }

    @Test
    @ActivateRequestContext
    void twoServersShareTheWorkAndALeaverGetsNoMail() {
        TrainingFactory.Made made = factory("two");
        Instant now = at(DAY.plusDays(4), 9);
        scope.inside(made.client(), () -> reminders.make(DAY.plusDays(4), now));
        List<Reminders.Claimed> first = scope.inside(made.client(), () -> reminders.claim(1, now));
        List<Reminders.Claimed> second = scope.inside(made.client(), () -> reminders.claim(10, now));
        assertEquals(1, first.size());
        assertEquals(1, second.size());
        assertTrue(!first.get(0).id().equals(second.get(0).id()));
        scope.inside(
                made.client(),
                () -> entities.createNativeQuery("update person set left_on = current_date where id = ?1")
                        .setParameter(1, first.get(0).person())
                        .executeUpdate());
        assertEquals(
                Optional.empty(),
                scope.inside(
                        made.client(),
                        () -> reminders.mail(made.client(), first.get(0).person(), first, DAY.plusDays(4))));
        scope.inside(
                made.client(), () -> reminders.released(List.of(second.get(0).id()), now));
        assertEquals(
                0,
                scope.inside(made.client(), () -> reminders.claim(10, now.plusSeconds(60)))
                        .size(),
                "a mail server that failed is not asked again at once");
        assertEquals(
                1,
                scope.inside(made.client(), () -> reminders.claim(10, now.plusSeconds(3600)))
                        .size());
    }

    @Test
    void oneAsksForRemindersAndACalendarAndEndsThem() {
        Visitor worker = Visitor.withPin("DEMO", "A0357");
        worker.get(worker.at("/reminders")).then().statusCode(200).body(containsString("邮件提醒"));
        worker.post(worker.at("/reminders/address"), Map.of("email", "a@b.example\r\nBcc: c@d.example"))
                .then()
                .statusCode(400);
        worker.post(worker.at("/reminders/address"), Map.of("email", "A0357@factory.example"))
                .then()
                .statusCode(303);
        worker.get(worker.at("/reminders")).then().body(containsString("A0357@factory.example"));
        worker.post(worker.at("/reminders/address"), Map.of("email", "")).then().statusCode(303);
        worker.get(worker.at("/reminders")).then().body(not(containsString("A0357@factory.example")));

        String path = calendar(worker);
        Response calendar = Visitor.stranger().get(path);
        assertEquals(200, calendar.statusCode());
        assertTrue(calendar.contentType().startsWith("text/calendar"), calendar.contentType());
        assertTrue(calendar.asString().startsWith("BEGIN:VCALENDAR"), calendar.asString());
        assertTrue(calendar.header("Cache-Control").contains("no-store"));
        worker.get(worker.at("/reminders")).then().body(not(containsString(path.substring(path.lastIndexOf('/') + 1))));
        String again = calendar(worker);
        Visitor.stranger().get(path).then().statusCode(404);
        Visitor.stranger().get(again).then().statusCode(200);
        String token = again.substring(again.lastIndexOf('/') + 1);
        Visitor.stranger().get("/calendars/" + neighbour() + "/" + token).then().statusCode(404);
        Visitor.stranger().get("/calendars/" + Ids.next() + "/" + token).then().statusCode(404);
        Visitor.stranger()
                .get(again.replace(token, "A".repeat(43) + ".ics"))
                .then()
                .statusCode(404);
        Visitor.stranger().get(again.replace(token, "x")).then().statusCode(404);
        Visitor.stranger().get("/calendars/not-an-id/" + token).then().statusCode(404);
        worker.post(worker.at("/reminders/calendar/end"), Map.of()).then().statusCode(303);
        Visitor.stranger().get(again).then().statusCode(404);
    }

    private UUID neighbour() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (UUID) entities.createNativeQuery("select id from client where code = 'YUAN'", UUID.class)
                        .getSingleResult());
    }

    private static String calendar(Visitor worker) {
        String page = worker.post(worker.at("/reminders/calendar"), Map.of())
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Matcher address = Pattern.compile("(/calendars/[0-9a-f-]{36}/[A-Za-z0-9_-]{43}\\.ics)")
                .matcher(page);
        assertTrue(address.find(), page);
        return address.group(1);
    }

    @Test
    void aCalendarHoldsTheOwnDueDatesInTheOwnLanguage() {
        Visitor worker = Visitor.worker();
        worker.get(worker.at("/reminders"));
        String text = Visitor.stranger().get(calendar(worker)).asString().replace("\r\n ", "");
        assertTrue(text.contains("SUMMARY:学："), text);
        assertTrue(text.contains("DTSTART;VALUE=DATE:20"), text);
        assertTrue(!text.contains("李秀英"), "no names");
        worker.get(worker.at("/reminders"));
        worker.post(worker.at("/reminders/calendar/end"), Map.of());
    }
}
