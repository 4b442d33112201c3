package auditorium.quizzes;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.AnswerEvent;
import auditorium.records.Ledger;
import auditorium.records.RecordCheck;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people write and somebody marks: blind, once, with a history, and with the result waiting for it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@ActivateRequestContext
class EssayHttpTest {

    private static final String TEXT = "遏制：告诉 6 个人真实的小时数。\n原因：模板里没有这一栏。";

    @Inject
    MarkingFixture fixture;

    @Inject
    ClientScope scope;

    @Inject
    Attempts attempts;

    @Inject
    Results results;

    @Inject
    RecordCheck check;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    /** A paper with an essay of ten points and a choice of one. */
    private Quiz quiz() {
        return fixture.quiz("A8-report-cap");
    }

    private Question essay() {
        return quiz().questions().stream()
                .filter(q -> q.form() instanceof Form.Essay)
                .findFirst()
                .orElseThrow();
    }

    private UUID handIn(MarkingFixture.Plant factory, UUID person) {
        Question single = fixture.singles(quiz()).getFirst();
        return fixture.handIn(
                factory,
                person,
                quiz(),
                List.of(single, essay()),
                Map.of(
                        single.id(),
                        MarkingFixture.chosen(MarkingFixture.right(single)),
                        essay().id(),
                        new Answer.FreeText(TEXT)));
    }

    private UUID essayOf(MarkingFixture.Plant factory, UUID attempt) {
        return (UUID) fixture.row(factory, "select id, 0 from essay where attempt_id = ?1", attempt)[0];
    }

    private int count(MarkingFixture.Plant factory, String sql, Object... values) {
        return ((Number) fixture.row(factory, "select count(*), 0 from " + sql, values)[0]).intValue();
    }

    private Object[] attempt(MarkingFixture.Plant factory, UUID attempt) {
        return fixture.row(
                factory,
                "select earned, possible, passed, final_at is not null, waiting_since is not null from attempt where id = ?1",
                attempt);
    }

    /** All points but {@code less}, which the criterion for the cause is short of. */
    private Map<String, String> marks(int less, String supersedes, String comment) {
        Map<String, String> fields = new HashMap<>();
        fields.put("id", Ids.next().toString());
        fields.put("supersedes", supersedes);
        ((Form.Essay) essay().form())
                .rubric()
                .forEach(c -> fields.put(
                        "points." + c.id(), Integer.toString(c.id().equals("cause") ? c.points() - less : c.points())));
        fields.put("comment", comment);
        return fields;
    }

    @Test
    void whatIsWrittenWaitsAndSaysNeitherPassedNorFailedUntilSomebodyHasMarkedItBlind() {
        MarkingFixture.Plant factory = fixture.factory(1);
        UUID attempt = handIn(factory, factory.person(1));
        assertArrayEquals(new Object[] {100, 1100, false, false, true}, attempt(factory, attempt));
        assertEquals(0, count(factory, "marked_question"));
        assertEquals(0, count(factory, "mastery"));
        Visitor worker = factory.worker(1);
        worker.get(factory.at("/attempts/" + attempt + "/result"))
                .then()
                .statusCode(200)
                .body(containsString("等人批改"), containsString("有 1 题是写的"), containsString("别的 1 题已经判了，对 1 题"))
                .body(not(containsString("没通过")), not(containsString("/ 10")), not(containsString("class=\"figure\"")));
        worker.get(factory.at("/quizzes/A8-report-cap")).then().body(containsString("等人批改"));

        Visitor manager = factory.visitor("manager");
        manager.get(factory.at("/training")).then().statusCode(200).body(containsString("1 份等着批"));
        UUID essay = essayOf(factory, attempt);
        manager.get(factory.at("/essays"))
                .then()
                .statusCode(200)
                .body(containsString("/essays/" + essay), not(containsString("工人甲1")));
        manager.get(factory.at("/essays/" + essay))
                .then()
                .statusCode(200)
                .body(containsString("模板里没有这一栏"), containsString("批完再显示"))
                .body(not(containsString("工人甲1")), not(containsString("PRD")), not(containsString(">W1<")));
        Map<String, String> marks = marks(1, "", "原因写得好，还缺验证的日期。");
        for (int i = 0; i < 2; i++) { // a phone sends it twice
            manager.post(factory.at("/essays/" + essay + "/marks"), marks)
                    .then()
                    .statusCode(303);
        }
        assertArrayEquals(new Object[] {1000, 1100, true, true, true}, attempt(factory, attempt));
        assertEquals(1, count(factory, "essay_mark"));
        assertEquals(1, count(factory, "attempt_marking where cause = 'JUDGED'"));
        assertEquals(1, count(factory, "record_entry where kind = 'essay-mark'"));
        assertEquals(1, count(factory, "record_entry where kind = 'attempt'"));
        assertEquals(2, count(factory, "marked_question"));
        assertEquals(1, count(factory, "achievement where lesson = 'A8-report-cap' and score = 90"));
        assertArrayEquals(
                new Object[] {1000, 1100}, // the choice tests it too
                fixture.row(factory, "select earned, possible from mastery where requirement = 'QM-14'"));
        manager.get(factory.at("/essays/" + essay)).then().body(containsString("工人甲1"), containsString("9 / 10"));
        worker.get(factory.at("/attempts/" + attempt + "/result"))
                .then()
                .body(containsString("通过"), containsString("90%"), containsString("还缺验证的日期"), containsString("2 / 3"))
                .body(containsString("厂长丙批改"), not(containsString("等人批改")));
        assertEquals(
                List.of(),
                check.check(factory.client(), factory.code(), new TreeMap<>(), true)
                        .faults());
    }

    @Test
    void ofTwoWhoMarkTheSameAnswerTheFirstCountsAndTheSecondSeesItWithWhatWasTyped() {
        MarkingFixture.Plant factory = fixture.factory(1);
        UUID attempt = handIn(factory, factory.person(1));
        String page = factory.at("/essays/" + essayOf(factory, attempt));
        Visitor manager = factory.visitor("manager");
        Visitor consultant = factory.visitor("consultant");
        manager.get(page).then().statusCode(200);
        consultant.get(page).then().statusCode(200);
        manager.post(page + "/marks", marks(0, "", "")).then().statusCode(303);
        consultant
                .post(page + "/marks", marks(3, "", "只写了个人原因"))
                .then()
                .statusCode(409)
                .body(containsString("厂长丙先批完了这份"), containsString("只写了个人原因"), containsString("工人甲1"));
        assertEquals(1, count(factory, "essay_mark"));
        assertArrayEquals(new Object[] {1100, 1100, true, true, true}, attempt(factory, attempt));
    }

    @Test
    void markingAgainNeedsAReasonKeepsTheFormerMarkingAndTakesNoPass() {
        MarkingFixture.Plant factory = fixture.factory(1);
        UUID attempt = handIn(factory, factory.person(1));
        String page = factory.at("/essays/" + essayOf(factory, attempt));
        Visitor manager = factory.visitor("manager");
        manager.get(page);
        Map<String, String> first = marks(0, "", "写得清楚");
        manager.post(page + "/marks", first).then().statusCode(303);
        Map<String, String> less = marks(3, Objects.requireNonNull(first.get("id")), "");
        manager.post(page + "/marks", less).then().statusCode(400).body(containsString("写一句为什么改分"));
        less.put("reason", "原因停在个人，没有指向制度");
        manager.post(page + "/marks", less).then().statusCode(303);
        manager.post(page + "/marks", marksWithReason(1, Objects.requireNonNull(first.get("id"))))
                .then()
                .statusCode(409);
        assertArrayEquals(new Object[] {800, 1100, true, true, true}, attempt(factory, attempt));
        assertEquals(2, count(factory, "essay_mark"));
        assertEquals(2, count(factory, "attempt_marking where cause = 'JUDGED'"));
        assertEquals(2, count(factory, "record_entry where kind = 'attempt'"));
        assertArrayEquals(
                new Object[] {800, 1100},
                fixture.row(factory, "select earned, possible from mastery where requirement = 'QM-14'"));
        assertArrayEquals(
                new Object[] {700, 1000},
                fixture.row(factory, "select earned, possible from marked_question where question = ?1", essay().id()));
        manager.get(page).then().body(containsString("没有指向制度"), containsString("写得清楚"), containsString("10 / 10"));
        factory.worker(1)
                .get(factory.at("/attempts/" + attempt + "/result"))
                .then()
                .body(containsString("72%"), containsString("通过"), not(containsString("没通过")));
        assertEquals(
                List.of(),
                check.check(factory.client(), factory.code(), new TreeMap<>(), true)
                        .faults());
    }

    private Map<String, String> marksWithReason(int less, String supersedes) {
        Map<String, String> fields = marks(less, supersedes, "");
        fields.put("reason", "再看一遍以后");
        return fields;
    }

    @Test
    void nobodyMarksTheOwnAnswerAndNobodyBelowAllDepartmentsMarksAny() {
        MarkingFixture.Plant factory = fixture.factory(1);
        MarkingFixture.Plant foreign = fixture.factory(1);
        UUID manager = (UUID) fixture.row(factory, "select id, 0 from person where number = 'M1'")[0];
        UUID own = essayOf(factory, handIn(factory, manager));
        UUID other = essayOf(foreign, handIn(foreign, foreign.person(1)));
        Visitor visitor = factory.visitor("manager");
        visitor.get(factory.at("/essays")).then().statusCode(200).body(not(containsString("/essays/" + own)));
        visitor.get(factory.at("/essays/" + own)).then().statusCode(403).body(containsString("请别人来批"));
        visitor.post(factory.at("/essays/" + own + "/marks"), marks(0, "", ""))
                .then()
                .statusCode(403);
        visitor.get(factory.at("/essays/" + other)).then().statusCode(404);
        visitor.get(foreign.at("/essays/" + other)).then().statusCode(404);
        visitor.post(factory.at("/essays/" + other + "/marks"), marks(0, "", ""))
                .then()
                .statusCode(404);
        for (Visitor low : List.of(factory.visitor("leader"), factory.worker(1))) {
            low.get(factory.at("/essays")).then().statusCode(403);
            low.get(factory.at("/essays/" + own)).then().statusCode(403);
            low.post(factory.at("/essays/" + own + "/marks"), marks(0, "", ""))
                    .then()
                    .statusCode(403);
        }
        assertEquals(0, count(factory, "essay_mark"));
        assertEquals(0, count(foreign, "essay_mark"));
        factory.visitor("consultant")
                .get(factory.at("/essays/" + own))
                .then()
                .statusCode(200)
                .body(not(containsString("厂长丙")));
    }

    @Test
    void aLineWithoutPointsIsSaidAndWhatWasChosenStays() {
        MarkingFixture.Plant factory = fixture.factory(1);
        String page = factory.at("/essays/" + essayOf(factory, handIn(factory, factory.person(1))));
        Visitor manager = factory.visitor("manager");
        manager.get(page);
        for (String wrong : List.of("", "4", "-1", "1.5", "x")) {
            Map<String, String> fields = marks(0, "", "写得好");
            fields.put("points.cause", wrong);
            manager.post(page + "/marks", fields)
                    .then()
                    .statusCode(400)
                    .body(containsString("每一条都要选分数"), containsString("写得好"), containsString("checked"));
        }
        assertEquals(0, count(factory, "essay_mark"));
    }

    @Test
    void handingInTwiceAndTheJobPutAnAnswerIntoTheQueueOnce() {
        MarkingFixture.Plant factory = fixture.factory(1);
        UUID attempt = handIn(factory, factory.person(1));
        scope.inside(factory.client(), () -> {
            results.handIn(factory.client(), attempt, Map.of(), clock.instant());
            results.close(factory.client(), attempt, clock.instant().plusSeconds(1_000_000));
        });
        assertEquals(1, count(factory, "essay"));
        assertEquals(1, count(factory, "attempt_marking"));
    }

    @Test
    void anAnswerThatWasUnderWayWhenTheAttemptBeganToWaitCameLater() {
        MarkingFixture.Plant factory = fixture.factory(1);
        UUID attempt = handIn(factory, factory.person(1));
        Instant before = clock.instant().minusSeconds(30);
        scope.inside(
                factory.client(),
                () -> attempts.answer(
                        factory.client(),
                        attempt,
                        new AnswerEvent(Ids.next(), essay().id(), 99, new Answer.FreeText("后来改的"), before, before),
                        Lang.ZH));
        Map<String, Answer> standing = scope.inside(
                factory.client(),
                () -> attempts.state(factory.client(), attempts.findById(attempt))
                        .answers());
        assertEquals(new Answer.FreeText(TEXT), standing.get(essay().id()));
        assertEquals(3, count(factory, "answer_event"));
    }

    @Test
    void whoeverWritesNothingWaitsForNobody() {
        MarkingFixture.Plant factory = fixture.factory(1);
        Question single = fixture.singles(quiz()).getFirst();
        UUID attempt = fixture.handIn(
                factory,
                factory.person(1),
                quiz(),
                List.of(single, essay()),
                Map.of(
                        single.id(),
                        MarkingFixture.chosen(MarkingFixture.right(single)),
                        essay().id(),
                        new Answer.Unknown()));
        assertArrayEquals(new Object[] {100, 1100, false, true, false}, attempt(factory, attempt));
        assertEquals(0, count(factory, "essay"));
    }

    @Test
    void whenSomebodyIsErasedTheAnswerAndTheCommentGoAndThePointsStay() {
        MarkingFixture.Plant factory = fixture.factory(1);
        UUID person = factory.person(1);
        UUID attempt = handIn(factory, person);
        UUID essay = essayOf(factory, attempt);
        String page = factory.at("/essays/" + essay);
        Visitor manager = factory.visitor("manager");
        manager.get(page);
        manager.post(page + "/marks", marks(0, "", "只有本人该看到的话")).then().statusCode(303);
        scope.inside(factory.client(), () -> {
            fixture.run(
                    "update person set left_on = current_date - 800, joined_on = date '2019-01-01' where id = ?1",
                    person);
            UUID erasure = Ids.next();
            ledger.append("erasure", erasure);
            fixture.row(
                    "select erase_person(?1, ?2, 'RETENTION', '', (select id from account where login_name = 'admin'), 'x')",
                    erasure,
                    person);
        });
        assertEquals(0, count(factory, "answer_event"));
        assertEquals(0, count(factory, "essay_mark where comment is not null"));
        assertArrayEquals(new Object[] {1100, 1100, true, true, true}, attempt(factory, attempt));
        manager.get(page).then().statusCode(404);
        manager.get(factory.at("/essays")).then().statusCode(200);
        assertFalse(manager.get(factory.at("/essays")).asString().contains("只有本人"));
        assertEquals(
                List.of(),
                check.check(factory.client(), factory.code(), new TreeMap<>(), true)
                        .faults());
    }
}
