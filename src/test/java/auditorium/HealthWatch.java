package auditorium;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Asks the health address and the database side by side, and compares in the end: health may lag behind the truth by two seconds, and no
 * more.
 */
final class HealthWatch implements AutoCloseable {

    private static final long LAG_NANOS = 2_000_000_000L;

    /** What was asked and answered, and when. */
    private record Seen(long asked, long answered, boolean up) {}

    /** Opens a connection to the database, or fails. */
    interface Door {
        Connection open() throws IOException, SQLException;
    }

    private final List<Seen> health = new CopyOnWriteArrayList<>();
    private final List<Seen> database = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    HealthWatch(int port, Door door) {
        watch(health, () -> ready(port) == 200);
        watch(database, () -> {
            try (Connection c = door.open()) {
                return c.createStatement().execute("select 1");
            }
        });
    }

    /** The status; fails when nobody answers within three seconds. */
    static int ready(int port) throws IOException {
        HttpURLConnection c = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/q/health/ready")
                .toURL()
                .openConnection();
        c.setConnectTimeout(1_000);
        c.setReadTimeout(3_000);
        return c.getResponseCode();
    }

    private void watch(List<Seen> into, Callable<Boolean> question) {
        threads.add(Thread.ofVirtual().start(() -> {
            while (!over) {
                long asked = System.nanoTime();
                boolean up;
                try {
                    up = question.call();
                } catch (Exception down) {
                    up = false;
                }
                into.add(new Seen(asked, System.nanoTime(), up));
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }));
    }

    /** How often health said that all is well though the database had been away for two seconds and more. */
    List<String> lies() {
        List<String> lies = new ArrayList<>();
        for (Seen said : health) {
            boolean known = database.stream().anyMatch(d -> d.answered() < said.asked());
            boolean borneOut = database.stream()
                    .anyMatch(d -> d.up()
                            && said.asked() - d.answered() < LAG_NANOS
                            && d.asked() < said.answered() + LAG_NANOS);
            if (said.up() && known && !borneOut) {
                lies.add(String.format(
                        Locale.ROOT,
                        "said up at %d ms",
                        (said.asked() - health.getFirst().asked()) / 1_000_000));
            }
        }
        return lies;
    }

    /** How many answers there were: those that said up, and those that said down or nothing. */
    int[] counts() {
        int up = (int) health.stream().filter(Seen::up).count();
        return new int[] {up, health.size() - up};
    }

    @Override
    public void close() {
        over = true;
        threads.forEach(Thread::interrupt);
    }
}
