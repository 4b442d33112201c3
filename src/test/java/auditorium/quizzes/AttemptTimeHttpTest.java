package auditorium.quizzes;

import static auditorium.quizzes.QuizFixture.letter;
import static auditorium.quizzes.QuizFixture.option;
import static auditorium.quizzes.QuizFixture.paper;
import static auditorium.quizzes.QuizFixture.terms;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Papers against the clock, through HTTP and the job that closes them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@ActivateRequestContext
class AttemptTimeHttpTest {

    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final Duration DAY = Duration.ofHours(24);
    private static final String MARKINGS = "select count(*) from attempt_marking where attempt_id = ?1 and cause = ?2";

    @Inject
    QuizFixture fixture;

    @Inject
    Closings closings;

    @Inject
    Clock clock;

    private Instant ago(long minutes) {
        return clock.instant().minus(Duration.ofMinutes(minutes));
    }

    @Test
    void answersGivenInTimeCountWhenTheyArriveLateAndOthersAreKept() {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, DAY, false), ago(25));
        String paper = paper(factory, id);
        List<Question> singles = fixture.singles(factory, id);
        Visitor worker = factory.worker(1);
        worker.get(paper).then().statusCode(200).body(containsString("时间到了"));

        // the job closes it: provisional, and nothing tells what is right
        closings.close(factory.client(), clock.instant());
        Attempt closed = fixture.attempt(factory, id);
        assertEquals(Optional.of(Attempt.End.TIME), closed.endedBy());
        assertEquals(Optional.of(0), closed.earned());
        assertTrue(closed.finalAt().isEmpty());
        assertEquals(closed.startedAt().plus(LIMIT), closed.submittedAt().orElseThrow());
        worker.get(paper).then().statusCode(303);
        worker.get(paper + "/result")
                .then()
                .statusCode(200)
                .body(containsString("前传上来都算"))
                .body(not(containsString("class=\"review\"")))
                .body(not(containsString("class=\"answer")));

        // the phone comes back: one answer was given in time, one after it; neither is refused
        worker.letter(paper + "/answers", letter(singles.get(0), option(singles.get(0), true), ago(10)))
                .then()
                .statusCode(200)
                .header("Receipt", notNullValue());
        worker.letter(paper + "/answers", letter(singles.get(1), option(singles.get(1), true), ago(1)))
                .then()
                .statusCode(200)
                .header("Receipt", notNullValue());
        assertEquals(2, fixture.count(factory, "select count(*) from answer_event where attempt_id = ?1", id));

        // nothing changes until nothing more can arrive
        closings.close(factory.client(), clock.instant());
        assertTrue(fixture.attempt(factory, id).finalAt().isEmpty());
        closings.close(factory.client(), clock.instant().plus(DAY));
        Attempt last = fixture.attempt(factory, id);
        assertTrue(last.finalAt().isPresent());
        assertEquals(Optional.of(100 * singles.get(0).points()), last.earned());
        assertEquals(1, fixture.count(factory, MARKINGS, id, "TIME_UP"));
        assertEquals(1, fixture.count(factory, MARKINGS, id, "FINAL"));
        closings.close(factory.client(), clock.instant().plus(DAY.multipliedBy(3)));
        assertEquals(2, fixture.count(factory, "select count(*) from attempt_marking where attempt_id = ?1", id));
        worker.get(paper + "/result")
                .then()
                .body(containsString("有 1 条答案来得太晚"))
                .body(containsString("class=\"review\""));
        assertEquals(1, fixture.count(factory, "select count(*) from record_entry where subject = ?1", id));
    }

    @Test
    void whoWantsToSeeTheResultSettlesItAndWhatArrivesThenNoLongerCounts() {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, DAY, false), ago(25));
        String paper = paper(factory, id);
        List<Question> singles = fixture.singles(factory, id);
        closings.close(factory.client(), clock.instant());
        Visitor worker = factory.worker(1);
        worker.letter(paper + "/answers", letter(singles.get(0), option(singles.get(0), true), ago(10)));
        worker.get(paper + "/result");
        worker.post(paper + "/submission", Map.of()).then().statusCode(303);
        Optional<Integer> earned = fixture.attempt(factory, id).earned();
        assertEquals(Optional.of(100 * singles.get(0).points()), earned);
        worker.get(paper + "/result").then().body(containsString("class=\"review\""));

        // now the key is known: a phone whose clock says it was earlier gains nothing
        worker.letter(paper + "/answers", letter(singles.get(1), option(singles.get(1), true), ago(10)))
                .then()
                .statusCode(200);
        closings.close(factory.client(), clock.instant().plus(DAY.multipliedBy(2)));
        assertEquals(earned, fixture.attempt(factory, id).earned());
        worker.get(paper + "/result").then().body(containsString("有 1 条答案来得太晚"));
    }

    @Test
    void anExaminationIsFinalWhenTimeIsUpWhateverThePhoneSays() {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, Duration.ZERO, true), ago(25));
        String paper = paper(factory, id);
        Question question = fixture.singles(factory, id).get(0);
        Visitor worker = factory.worker(1);
        worker.letter(paper + "/answers", letter(question, option(question, true), ago(20)))
                .then()
                .statusCode(200)
                .header("Receipt", notNullValue());
        closings.close(factory.client(), clock.instant());
        Attempt closed = fixture.attempt(factory, id);
        assertTrue(closed.finalAt().isPresent());
        assertEquals(Optional.of(0), closed.earned());
        // while the person may try again, nothing tells what was right
        String result = worker.get(paper + "/result").asString();
        ((Form.Single) question.form())
                .options()
                .forEach(o -> assertFalse(result.contains(o.reason().zh()), o.reason()::zh));
        assertTrue(result.contains("还可以再考"));
        assertFalse(result.contains("class=\"answer"));
        assertFalse(result.contains(question.text().zh()));
    }

    @Test
    void thePagesOwnTimerAndTheJobMayBothCloseIt() throws InterruptedException, ExecutionException {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, Duration.ZERO, true), ago(25));
        String paper = paper(factory, id);
        Question question = fixture.singles(factory, id).get(0);
        Visitor worker = factory.worker(1);
        worker.get(paper);
        try (ExecutorService all = Executors.newFixedThreadPool(10)) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                int turn = i;
                done.add(all.submit(() -> {
                    switch (turn % 3) {
                        case 0 -> fixture.close(factory, clock.instant());
                        case 1 ->
                            assertEquals(
                                    303,
                                    worker.request()
                                            .header(
                                                    "X-CSRF-TOKEN",
                                                    worker.cookies().get("csrf-token"))
                                            .contentType("application/x-www-form-urlencoded")
                                            .post(paper + "/submission")
                                            .statusCode());
                        default ->
                            assertEquals(
                                    200,
                                    worker.letter(paper + "/answers", letter(question, option(question, true), ago(20)))
                                            .statusCode());
                    }
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        }
        assertEquals(1, fixture.count(factory, "select count(*) from attempt_marking where attempt_id = ?1", id));
        assertEquals(1, fixture.count(factory, "select count(*) from record_entry where subject = ?1", id));
        assertEquals(Optional.of(0), fixture.attempt(factory, id).earned());
    }

    @Test
    void handingInInParallelFiftyTimesIsHandingInOnce() throws InterruptedException, ExecutionException {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, DAY, false), ago(5));
        String paper = paper(factory, id);
        Visitor worker = factory.worker(1);
        for (Question question : fixture.singles(factory, id)) {
            worker.letter(paper + "/answers", letter(question, option(question, true), ago(1)));
        }
        try (ExecutorService all = Executors.newFixedThreadPool(10)) {
            List<Future<Integer>> done = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                done.add(all.submit(() -> worker.request()
                        .header("X-CSRF-TOKEN", worker.cookies().get("csrf-token"))
                        .contentType("application/x-www-form-urlencoded")
                        .post(paper + "/submission")
                        .statusCode()));
            }
            for (Future<Integer> each : done) {
                assertEquals(303, each.get());
            }
        }
        assertEquals(1, fixture.count(factory, MARKINGS, id, "HANDED_IN"));
        assertEquals(1, fixture.count(factory, "select count(*) from attempt_marking where attempt_id = ?1", id));
        assertEquals(1, fixture.count(factory, "select count(*) from record_entry where subject = ?1", id));
        assertEquals(
                1, fixture.count(factory, "select count(*) from attempt where id = ?1 and ended_by = 'PERSON'", id));
    }

    @Test
    void theClockOnThePageIsTheServers() {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, DAY, false), ago(5));
        Visitor worker = factory.worker(1);
        String page = worker.get(paper(factory, id)).asString();
        assertTrue(page.matches("(?s).*data-left=\"(89[5-9]|900)\".*"), "15 minutes are left");
        assertTrue(page.matches("(?s).*\\d\\d:\\d\\d 结束.*"), "said in words for pages without script");
        worker.request()
                .accept("application/json")
                .get(paper(factory, id) + "/time")
                .then()
                .statusCode(200)
                .body("paused", equalTo(false))
                .body("ended", equalTo(false));
    }

    @Test
    void aStoppedClockHidesTheQuestionsAndGoesOnWithTheNextAnswer() {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, DAY, false), ago(5));
        String paper = paper(factory, id);
        Question question = fixture.singles(factory, id).get(0);
        Visitor worker = factory.worker(1);
        worker.get(paper).then().body(containsString(question.text().zh()));
        worker.post(paper + "/pauses", Map.of()).then().statusCode(303);
        Instant deadline = fixture.attempt(factory, id).deadlineAt().orElseThrow();
        worker.get(paper)
                .then()
                .statusCode(200)
                .body(not(containsString(question.text().zh())))
                .body(containsString("还剩 15 分钟"));
        worker.post(paper + "/resumptions", Map.of()).then().statusCode(303);
        worker.get(paper).then().body(containsString(question.text().zh()));
        Attempt going = fixture.attempt(factory, id);
        assertTrue(going.pausedAt().isEmpty());
        assertTrue(going.deadlineAt().orElseThrow().isBefore(deadline));

        // an answer given while the clock stands lets it go on
        worker.post(paper + "/pauses", Map.of()).then().statusCode(303);
        assertTrue(fixture.attempt(factory, id).pausedAt().isPresent());
        worker.letter(
                        paper + "/answers",
                        letter(question, option(question, true), clock.instant().plusSeconds(9)))
                .then()
                .statusCode(200);
        assertTrue(fixture.attempt(factory, id).pausedAt().isEmpty());

        // three times, and no more
        worker.post(paper + "/pauses", Map.of()).then().statusCode(303);
        worker.post(paper + "/pauses", Map.of()).then().statusCode(303);
        worker.post(paper + "/resumptions", Map.of());
        Response fourth = worker.post(paper + "/pauses", Map.of());
        fourth.then().statusCode(409).body(containsString("现在不能停表"));
        assertEquals(
                3, fixture.count(factory, "select count(*) from attempt_pause where attempt_id = ?1 and stopped", id));
    }

    @Test
    void aPausedAttemptIsNotClosedUntilItsPauseHasLastedTooLong() {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, DAY, false), ago(5));
        Visitor worker = factory.worker(1);
        worker.get(paper(factory, id));
        worker.post(paper(factory, id) + "/pauses", Map.of()).then().statusCode(303);
        closings.close(factory.client(), clock.instant().plus(Duration.ofHours(20)));
        assertTrue(fixture.attempt(factory, id).submittedAt().isEmpty());
        closings.close(factory.client(), clock.instant().plus(Duration.ofHours(25)));
        assertTrue(fixture.attempt(factory, id).submittedAt().isPresent());
    }

    @Test
    void anExaminationHasNoPause() {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, Duration.ZERO, true), ago(5));
        Visitor worker = factory.worker(1);
        worker.get(paper(factory, id)).then().body(not(containsString("/pauses")));
        worker.post(paper(factory, id) + "/pauses", Map.of()).then().statusCode(409);
    }

    @Test
    void aQuizCanBeBegunAsOftenAsItSaysAndNoMore() {
        QuizFixture.Factory factory = fixture.factory(1);
        Visitor worker = factory.worker(1);
        String quiz = worker.at("/quizzes/F7-see-and-report");
        for (int left = 3; left > 0; left--) {
            worker.get(quiz).then().body(containsString("还可以做 " + left + " 次")).body(containsString("考试"));
            String attempt = worker.post(quiz + "/attempts", Map.of()).header("Location");
            attempt = attempt.substring(attempt.indexOf("/c/"));
            assertEquals(
                    attempt.substring(attempt.lastIndexOf('/')),
                    tail(worker.post(quiz + "/attempts", Map.of()).header("Location"))); // going on is no new attempt
            worker.get(attempt).then().statusCode(200);
            worker.post(attempt + "/submission", Map.of()).then().statusCode(303);
        }
        worker.get(quiz).then().body(containsString("次数用完了")).body(not(containsString("/attempts\" class=\"grow\"")));
        worker.post(quiz + "/attempts", Map.of()).then().statusCode(409).body(containsString("请找你的主管"));
        assertEquals(3, fixture.count(factory, "select count(*) from attempt"));
    }

    private static String tail(String location) {
        return location.substring(location.lastIndexOf('/'));
    }
}
