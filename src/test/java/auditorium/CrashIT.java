package auditorium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.load.Phone;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty phones answer while the server is killed, then PostgreSQL, then one of PostgreSQL's own processes, each by kill -9. What
 * was acknowledged is there afterwards, once, and the phones get rid of everything that was tapped.
 */
class CrashIT {

    private static final int PHONES = 50;
    /** Taps of each phone in each of the three rounds. */
    private static final int TAPS = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final String QUIZ = "A10-audit-integrity";

    @TempDir
    Path data;

    private PackagedApp app;
    private Cluster cluster;
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Phone.Letter> acknowledged = new ConcurrentHashMap<>();

    /** Somebody with a phone, an attempt, and what that person tapped last at each question. */
    private record Somebody(Phone phone, String attempt, List<Phone.Tap> taps, Map<String, String> last) {}

    @BeforeEach
    void here() {
        app = new PackagedApp(data);
        cluster = new Cluster(data.resolve("postgres"));
    }

    @AfterEach
    void endWhatWasStarted() throws InterruptedException {
        people.shutdownNow();
        app.close();
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES) // a minute on a quiet machine
    void whatWasAcknowledgedOutlivesEveryKill() throws Exception {
        int port = PackagedApp.freePort();
        Process server = app.java("serve", "--port", Integer.toString(port));
        app.waitFor(server, port);
        Instant begun = Instant.now();
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        List<Somebody> all = each(IntStream.range(0, PHONES).boxed().toList(), i -> {
            Phone phone = new Phone(http, "http://127.0.0.1:" + port);
            String client = phone.signIn("DEMO", "A0" + (310 + i), "246810");
            String attempt = phone.begin(client + "/quizzes/" + QUIZ);
            List<Phone.Tap> taps = Phone.taps(phone.get(attempt).body());
            assertTrue(taps.size() >= 2, "a paper has questions that take a tap");
            return new Somebody(phone, attempt, taps, new HashMap<>());
        });
        say("50 phones have begun", begun);

        List<Future<Somebody>> answering = answer(all);
        whenAcknowledged(PHONES * TAPS / 3);
        server.destroyForcibly().waitFor();
        int atTheKill = acknowledged.size();
        Process again = app.java("serve", "--port", Integer.toString(port));
        app.waitFor(again, port);
        finish(answering);
        assertTrue(atTheKill < PHONES * TAPS, "the kill came while they were answering");
        assertEquals(PHONES * TAPS, acknowledged.size());
        say("the server was killed after " + atTheKill + " receipts", begun);

        answering = answer(all);
        whenAcknowledged(PHONES * TAPS + PHONES * TAPS / 3);
        assertTrue(Cluster.signal("KILL", cluster.postmaster()), "PostgreSQL was running");
        finish(answering);
        assertEquals(2 * PHONES * TAPS, acknowledged.size());
        assertTrue(app.output(again).contains("the embedded PostgreSQL is back"), app.output(again));
        say("PostgreSQL was killed", begun);

        answering = answer(all);
        whenAcknowledged(2 * PHONES * TAPS + PHONES * TAPS / 3);
        cluster.killBackend();
        finish(answering);
        assertTrue(again.isAlive(), "the server went on all the time");
        say("one of PostgreSQL's processes was killed", begun);

        assertEquals(3 * PHONES * TAPS, acknowledged.size());
        assertTrue(all.stream().mapToInt(s -> s.phone().doubts()).sum() > 0, "somebody had to send again");
        theDatabaseHasEachAcknowledgedAnswerOnce();
        for (Somebody somebody : all) {
            String paper = somebody.phone().get(somebody.attempt()).body();
            somebody.last()
                    .forEach((question, choice) -> assertTrue(
                            shown(paper, question).contains("value=\"" + choice + "\" checked"),
                            "what was tapped last at " + question + " is what stands"));
        }
        again.destroy(); // SIGTERM
        assertTrue(again.waitFor(30, TimeUnit.SECONDS));
        assertTrue(Files.notExists(data.resolve("postgres/cluster/postmaster.pid")), "the database server stopped too");
        say("done", begun);
    }

    private static void say(String what, Instant begun) {
        System.out.printf(
                "%s, %d ms%n", what, Duration.between(begun, Instant.now()).toMillis());
    }

    private interface Doing<T, R> {
        R with(T one) throws Exception;
    }

    private <T, R> List<R> each(List<T> all, Doing<T, R> doing) throws Exception {
        return finish(begin(all, doing));
    }

    private <T, R> List<Future<R>> begin(List<T> all, Doing<T, R> doing) {
        List<Future<R>> begun = new ArrayList<>();
        for (T one : all) {
            begun.add(people.submit(() -> doing.with(one)));
        }
        return begun;
    }

    private static <R> List<R> finish(List<Future<R>> begun) throws InterruptedException, ExecutionException {
        List<R> done = new ArrayList<>();
        for (Future<R> one : begun) {
            done.add(one.get());
        }
        return done;
    }

    /** Everybody taps, each after a moment of thought; the outbox sends one letter after the other. */
    private List<Future<Somebody>> answer(List<Somebody> all) {
        return begin(all, somebody -> {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            for (int i = 0; i < TAPS; i++) {
                Thread.sleep(random.nextInt(20, 300));
                Phone.Tap tap =
                        somebody.taps().get(random.nextInt(somebody.taps().size()));
                String choice = tap.choices().get(random.nextInt(tap.choices().size()));
                Phone.Letter letter = Phone.write(tap, choice);
                somebody.phone().deliver(letter, PATIENCE);
                acknowledged.put(letter.id(), letter);
                somebody.last().put(tap.question(), choice);
            }
            return somebody;
        });
    }

    private void whenAcknowledged(int many) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (acknowledged.size() < many) {
            assertTrue(Instant.now().isBefore(end), "only " + acknowledged.size() + " receipts");
            Thread.sleep(5);
        }
    }

    private static String shown(String paper, String question) {
        int from = paper.indexOf("id=\"form-" + question + "\"");
        return paper.substring(from, paper.indexOf("</form>", from));
    }

    private void theDatabaseHasEachAcknowledgedAnswerOnce() throws IOException, SQLException {
        Map<String, Integer> times = new HashMap<>();
        try (Connection c = cluster.superuser();
                ResultSet r = c.createStatement()
                        .executeQuery("select id, question, answer from answer_event where received_at >= answered_at"
                                + " and answered_at > now() - interval '1 hour'")) {
            while (r.next()) {
                Phone.Letter letter = acknowledged.get(r.getString(1));
                if (letter != null) {
                    assertEquals(letter.tap().question(), r.getString(2));
                    assertTrue(r.getString(3).contains(letter.choice()), r.getString(3));
                }
                times.merge(r.getString(1), 1, Integer::sum);
            }
        }
        List<String> lost = acknowledged.keySet().stream()
                .filter(id -> !times.containsKey(id))
                .toList();
        assertEquals(List.of(), lost, "acknowledged and not there");
        assertEquals(
                acknowledged.size(),
                acknowledged.keySet().stream().mapToInt(times::get).sum(),
                "each of them once");
    }
}
