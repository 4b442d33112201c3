package auditorium.quizzes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestDatabase;
import auditorium.library.Library;
import auditorium.library.content.Quiz;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.AnswerEvent;
import auditorium.records.RecordCheck;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An answer that is on its way into the database while its attempt is marked: it counts, or it came later, and the record agrees. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AnswerUnderWayTest {

    @Inject
    Attempts attempts;

    @Inject
    Results results;

    @Inject
    Library library;

    @Inject
    ClientScope scope;

    @Inject
    RecordCheck check;

    private final ExecutorService others = Executors.newFixedThreadPool(2);

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    /** An attempt that was begun, and an answer to its first question that reached us just now. */
    record Begun(UUID client, UUID attempt, AnswerEvent answer) {}

    @ActivateRequestContext
    Begun begun(String quiz) {
        UUID client = id("select id from client where code = 'DEMO'");
        UUID person = id(
                "select p.id from person p join client c on c.id = p.client_id where c.code = 'DEMO' and p.number = 'A0341'");
        Quiz asked = library.catalogue().quiz(quiz).orElseThrow();
        UUID attempt = scope.inside(
                client,
                () -> attempts.start(client, person, asked, Instant.now()).orElseThrow());
        String question = scope.inside(
                client,
                () -> attempts.frozen(attempts.findById(attempt))
                        .questions()
                        .get(0)
                        .id());
        return new Begun(client, attempt, event(question));
    }

    private static AnswerEvent event(String question) {
        Instant now = Instant.now();
        return new AnswerEvent(Ids.next(), question, now.toEpochMilli(), new Answer.Nothing(), now, now);
    }

    private static UUID id(String sql) {
        try (var c = Superuser.connect();
                var s = c.prepareStatement(sql);
                var r = s.executeQuery()) {
            assertTrue(r.next());
            return r.getObject(1, UUID.class);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Does it in a transaction of its own and keeps that open until told. */
    private Future<?> during(Begun b, Runnable work, CountDownLatch done, CountDownLatch commit) {
        return others.submit(() -> inside(b, () -> {
            work.run();
            done.countDown();
            try {
                assertTrue(commit.await(60, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    @ActivateRequestContext
    void inside(Begun b, Runnable work) {
        scope.inside(b.client(), work);
    }

    private void give(Begun b) {
        attempts.answer(b.client(), b.attempt(), b.answer(), Lang.ZH, false);
    }

    private void handIn(Begun b) {
        results.handIn(b.client(), b.attempt(), Map.of(), Instant.now());
    }

    private static boolean cameLater(Begun b) {
        return !id("select case when e.received_at <= a.final_at then a.id else gen_random_uuid() end from attempt a join answer_event e on e.attempt_id = a.id where e.id = '"
                        + b.answer().id() + "'")
                .equals(b.attempt());
    }

    @ActivateRequestContext
    List<String> doubts(Begun b) {
        return check.check(b.client(), "DEMO", new TreeMap<>(), true).faults().stream()
                .filter(f -> f.thing().contains(b.attempt().toString()))
                .map(Object::toString)
                .toList();
    }

    @Test
    void markingWaitsForAnAnswerThatIsBeingWritten() throws Exception {
        Begun b = begun("C2-fire-safety");
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Future<?> answering = during(b, () -> give(b), written, commit);
        assertTrue(written.await(60, TimeUnit.SECONDS));
        Future<?> marking = others.submit(() -> inside(b, () -> handIn(b)));
        Thread.sleep(700);
        assertFalse(marking.isDone(), "it waits");
        commit.countDown();
        answering.get(60, TimeUnit.SECONDS);
        marking.get(60, TimeUnit.SECONDS);
        assertFalse(cameLater(b), "it counts");
        assertEquals(List.of(), doubts(b));
    }

    @Test
    void anAnswerThatComesWhileItIsBeingMarkedHasComeLater() throws Exception {
        Begun b = begun("F3-seals");
        CountDownLatch marked = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Future<?> marking = during(b, () -> handIn(b), marked, commit);
        assertTrue(marked.await(60, TimeUnit.SECONDS));
        Future<?> answering = others.submit(() -> inside(b, () -> give(b)));
        Thread.sleep(700);
        commit.countDown();
        marking.get(60, TimeUnit.SECONDS);
        answering.get(60, TimeUnit.SECONDS);
        assertTrue(cameLater(b), "it reached us too late, though it set out in time");
        assertEquals(List.of(), doubts(b));
    }
}
