package auditorium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.load.Phone;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty phones never stop answering while the application, PostgreSQL and single processes of PostgreSQL are killed at random moments,
 * ten times by default and as often as {@code -Dkills=100} says. The seed of a run is printed; {@code -Dkills.seed} repeats it.
 */
class KillsIT {

    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final long SEED = Long.getLong("kills.seed", System.nanoTime());
    private static final int PHONES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final String QUIZ = "A10-audit-integrity";

    @TempDir
    Path data;

    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Phone.Letter> acknowledged = new ConcurrentHashMap<>();
    private final AtomicBoolean over = new AtomicBoolean();

    private PackagedApp app;
    private int port;
    private @Nullable Process running;

    @BeforeEach
    void here() throws IOException {
        app = new PackagedApp(data);
        port = PackagedApp.freePort();
    }

    @AfterEach
    void endWhatWasStarted() {
        over.set(true);
        people.shutdownNow();
        app.close();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void nothingAcknowledgedIsLostOrDoubledHoweverOftenItIsKilled() throws Exception {
        Random random = new Random(SEED);
        System.out.printf("%d kills with seed %d%n", KILLS, SEED);
        start();
        Cluster cluster = new Cluster(data.resolve("postgres"));
        List<Future<?>> answering = new ArrayList<>();
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        for (int i = 0; i < PHONES; i++) {
            Phone phone = new Phone(http, "http://127.0.0.1:" + port);
            String client = phone.signIn("DEMO", "A0" + (310 + i), "246810");
            List<Phone.Tap> taps = Phone.taps(
                    phone.get(phone.begin(client + "/quizzes/" + QUIZ)).body());
            answering.add(people.submit(() -> {
                answer(phone, taps);
                return taps;
            }));
        }
        waitFor(PHONES);
        int[] killed = new int[3];
        Instant begun = Instant.now();
        try (HealthWatch health = new HealthWatch(port, cluster::superuser)) {
            for (int i = 0; i < KILLS; i++) {
                Thread.sleep(random.nextInt(50, 1_500));
                // in turn, from a random one on: with ten kills each of them has its share
                int what = (i + (int) (SEED & 1)) % 3;
                killed[what]++;
                switch (what) {
                    case 0 -> {
                        server().destroyForcibly().waitFor();
                        start();
                    }
                    case 1 -> assertTrue(Cluster.signal("KILL", cluster.postmaster()), "PostgreSQL was running");
                    default -> cluster.killBackend();
                }
                waitFor(acknowledged.size() + PHONES); // it has recovered by itself when people get on
            }
            Thread.sleep(500);
            int[] said = health.counts();
            System.out.printf(
                    "killed %d times the application, %d times PostgreSQL, %d times one of its processes, in %d s; %d receipts;"
                            + " health said %d times up, %d times down%n",
                    killed[0],
                    killed[1],
                    killed[2],
                    Duration.between(begun, Instant.now()).toSeconds(),
                    acknowledged.size(),
                    said[0],
                    said[1]);
            assertEquals(List.of(), health.lies(), "health tells the truth within two seconds");
            assertTrue(said[0] > 0 && said[1] > 0, "it said both");
        }
        over.set(true);
        for (Future<?> one : answering) {
            one.get();
        }
        Map<String, Integer> there = cluster.answers();
        assertEquals(
                List.of(),
                acknowledged.keySet().stream()
                        .filter(id -> !there.containsKey(id))
                        .toList(),
                "acknowledged and not there");
        assertTrue(there.values().stream().allMatch(times -> times == 1), "each of them once");
        Process verify = app.java("verify");
        assertTrue(verify.waitFor(120, TimeUnit.SECONDS));
        assertEquals(0, verify.exitValue(), app.output(verify));
    }

    private void start() throws Exception {
        running = app.java("serve", "--port", Integer.toString(port));
        app.waitFor(running, port);
    }

    private Process server() {
        return Objects.requireNonNull(running);
    }

    /** Until so many receipts are there. Whoever supervises a server starts it again when it has given up. */
    private void waitFor(int receipts) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (acknowledged.size() < receipts) {
            assertTrue(Instant.now().isBefore(end), "only " + acknowledged.size() + " receipts");
            if (!server().isAlive()) {
                assertEquals(1, server().exitValue(), app.output(server()));
                start();
            }
            Thread.sleep(10);
        }
    }

    private void answer(Phone phone, List<Phone.Tap> taps) throws InterruptedException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        while (!over.get()) {
            Thread.sleep(random.nextInt(20, 300));
            Phone.Tap tap = taps.get(random.nextInt(taps.size()));
            Phone.Letter letter = Phone.write(
                    tap, tap.choices().get(random.nextInt(tap.choices().size())));
            phone.deliver(letter, PATIENCE);
            acknowledged.put(letter.id(), letter);
        }
    }
}
