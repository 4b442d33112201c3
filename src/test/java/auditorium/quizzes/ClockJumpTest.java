package auditorium.quizzes;

import static auditorium.quizzes.QuizFixture.letter;
import static auditorium.quizzes.QuizFixture.option;
import static auditorium.quizzes.QuizFixture.paper;
import static auditorium.quizzes.QuizFixture.terms;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestClock;
import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.content.Question;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * HT40: the server's clock jumps, as it does when a machine wakes up, or finds a time server again. Nothing is half written, nobody is
 * locked out for longer than they would be, and all goes on without a restart when the clock is right. (SnapshotsTest and
 * RecordPagesTest have the daily jobs.)
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@ActivateRequestContext
class ClockJumpTest {

    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final Duration DAY = Duration.ofHours(24);

    @Inject
    QuizFixture fixture;

    @Inject
    Closings closings;

    @Inject
    TestClock clock;

    private void wholeIs(QuizFixture.Factory factory, int entriesAtLeast) {
        Visitor manager = factory.manager();
        manager.get("/c/" + factory.client() + "/record");
        manager.post("/c/" + factory.client() + "/record/checks", Map.of())
                .then()
                .statusCode(303);
        assertEquals(0, fixture.count(factory, "select sum(found) from record_check"));
        assertTrue(fixture.count(factory, "select max(entries) from record_check") >= entriesAtLeast);
    }

    @Test
    @DisplayName("HT40: an hour back in the middle of a paper: every answer is taken, and there is one score")
    void anHourBackInAPaperLosesNothing() {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, DAY, false), clock.instant());
        String paper = paper(factory, id);
        List<Question> singles = fixture.singles(factory, id);
        Visitor worker = factory.worker(1);
        worker.get(paper).then().statusCode(200);
        answer(worker, paper, singles.get(0), true);
        clock.off(Duration.ofHours(-1), () -> {
            worker.get(paper).then().statusCode(200);
            answer(worker, paper, singles.get(1), true);
            closings.close(factory.client(), clock.instant());
            assertTrue(fixture.attempt(factory, id).submittedAt().isEmpty());
            worker.post(paper + "/submission", Map.of()).then().statusCode(303);
            worker.get(paper + "/result").then().statusCode(200).body(containsString("class=\"review\""));
        });
        Attempt last = fixture.attempt(factory, id);
        assertEquals(Optional.of(100 * (singles.get(0).points() + singles.get(1).points())), last.earned());
        assertEquals(2, fixture.count(factory, "select count(*) from answer_event where attempt_id = ?1", id));
        closings.close(factory.client(), clock.instant().plus(DAY.multipliedBy(3)));
        assertEquals(1, fixture.count(factory, "select count(*) from attempt_marking where attempt_id = ?1", id));
        assertEquals(1, fixture.count(factory, "select count(*) from record_entry where subject = ?1", id));
        factory.worker(1).get(paper + "/result").then().statusCode(200);
        wholeIs(factory, 1);
    }

    private void answer(Visitor worker, String paper, Question question, boolean right) {
        worker.letter(paper + "/answers", letter(question, option(question, right), Instant.now()))
                .then()
                .statusCode(200)
                .header("Receipt", notNullValue());
    }

    @Test
    @DisplayName("HT40: a paper whose time was up only by a clock that was ahead still takes answers when it is right")
    void timeThatWasUpByAWrongClockOnlyTakesNothingAway() {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, DAY, false), clock.instant());
        String paper = paper(factory, id);
        List<Question> singles = fixture.singles(factory, id);
        Visitor worker = factory.worker(1);
        worker.get(paper);
        answer(worker, paper, singles.get(0), true);
        clock.off(Duration.ofHours(2), () -> {
            closings.close(factory.client(), clock.instant());
            Attempt closed = fixture.attempt(factory, id);
            assertEquals(Optional.of(Attempt.End.TIME), closed.endedBy());
            assertEquals(Optional.of(100 * singles.get(0).points()), closed.earned());
            assertTrue(closed.finalAt().isEmpty());
        });
        answer(worker, paper, singles.get(1), true);
        worker.get(paper + "/result").then().statusCode(200);
        worker.post(paper + "/submission", Map.of()).then().statusCode(303);
        assertEquals(
                Optional.of(100 * (singles.get(0).points() + singles.get(1).points())),
                fixture.attempt(factory, id).earned());
        assertEquals(1, fixture.count(factory, "select count(*) from record_entry where subject = ?1", id));
        wholeIs(factory, 1);
    }

    @Test
    @DisplayName("HT40: a paper's clock that was stopped goes on though the server's was put back")
    void aStoppedPaperGoesOnThoughTheClockWasPutBack() {
        QuizFixture.Factory factory = fixture.factory(1);
        UUID id = fixture.begin(factory, 1, terms(LIMIT, DAY, false), clock.instant());
        String paper = paper(factory, id);
        Visitor worker = factory.worker(1);
        worker.get(paper);
        worker.post(paper + "/pauses", Map.of()).then().statusCode(303);
        assertTrue(fixture.attempt(factory, id).pausedAt().isPresent());
        clock.off(Duration.ofHours(-1), () -> {
            worker.get(paper);
            worker.post(paper + "/resumptions", Map.of()).then().statusCode(303);
            assertTrue(fixture.attempt(factory, id).pausedAt().isEmpty());
        });
        // on a shared phone a sign-in of an hour ago has ended; the letter waits until the next one
        worker.letter(paper + "/answers", letter(fixture.singles(factory, id).get(0), "x", Instant.now()))
                .then()
                .statusCode(401);
        Visitor again = factory.worker(1);
        again.get(paper).then().statusCode(200);
        answer(again, paper, fixture.singles(factory, id).get(0), true);
        Instant deadline = fixture.attempt(factory, id).deadlineAt().orElseThrow();
        assertFalse(deadline.isAfter(clock.instant().plus(LIMIT)), "nothing is won by it");
    }

    @Test
    @DisplayName(
            "HT40: sessions go on after the clock was ahead, and one that was opened then lasts no longer than others")
    void sessionsGoOnAndNoneLastsForEver() {
        QuizFixture.Factory factory = fixture.factory(2);
        Visitor before = factory.worker(1);
        String today = "/c/" + factory.client() + "/today";
        before.get(today).then().statusCode(200);
        Visitor[] ahead = new Visitor[1];
        clock.off(Duration.ofDays(300), () -> {
            before.get(today).then().statusCode(303).header("Location", containsString("/sign-in"));
            ahead[0] = factory.worker(2);
            ahead[0].get(today).then().statusCode(200);
        });
        before.get(today).then().statusCode(200);
        ahead[0].get(today).then().statusCode(200);
        String days = Superuser.word(
                "select max(greatest(s.idle_until, s.expires_at))::date - current_date from login_session s"
                        + " join membership m on m.account_id = s.account_id where m.client_id = ?",
                factory.client());
        assertTrue(Integer.parseInt(days) < 100, days + " days");
    }

    @Test
    @DisplayName("HT40: wrong guesses that a clock wrote down which was ahead lock nobody out until then")
    void guessesOfAnotherTimeLockNobodyOut() {
        QuizFixture.Factory factory = fixture.factory(1);
        Visitor somebody = Visitor.stranger();
        Map<String, String> right = Map.of("factory", factory.code(), "number", "P1", "pin", "246810");
        clock.off(Duration.ofDays(3), () -> {
            for (int i = 0; i < 5; i++) {
                somebody.get("/sign-in");
                somebody.post("/sign-in", Map.of("factory", factory.code(), "number", "P1", "pin", "11111" + i))
                        .then()
                        .statusCode(401);
            }
            somebody.get("/sign-in");
            somebody.post("/sign-in", right).then().statusCode(429);
        });
        somebody.get("/sign-in");
        somebody.post("/sign-in", right).then().statusCode(303);
    }
}
