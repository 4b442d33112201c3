package auditorium.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Notices within half a second that the embedded server has died under the application, and starts it again at the same address.
 * A server that can't be brought back, or that dies again and again, is given up: then the whole application should end, so that
 * whoever started it sees it.
 */
final class DatabaseWatch {

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);
    private static final int MOST_DEATHS = 5;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    /** How the server is started again. */
    interface Restart {
        /** Whether it is back, and ours. */
        boolean tried() throws IOException, InterruptedException;
    }

    private final BooleanSupplier alive;
    private final Restart restart;
    private final Runnable back;
    private final Runnable lost;
    private final Duration patience;
    private final Deque<Long> deaths = new ArrayDeque<>();
    private final Lock working = new ReentrantLock();
    private volatile boolean over;

    /** {@code back} is told after each return of the server, {@code lost} once, when it is given up. */
    DatabaseWatch(BooleanSupplier alive, Restart restart, Runnable back, Runnable lost) {
        this(alive, restart, back, lost, PATIENCE);
    }

    /** {@code patience} is how long it is tried to bring the server back. */
    DatabaseWatch(BooleanSupplier alive, Restart restart, Runnable back, Runnable lost, Duration patience) {
        this.alive = alive;
        this.restart = restart;
        this.back = back;
        this.lost = lost;
        this.patience = patience;
    }

    DatabaseWatch begin() {
        Thread.ofPlatform().name("database-watch").daemon().start(this::watch);
        return this;
    }

    /** Ends the watch. It comes back only when no restart is going on, so that the server can then be stopped for good. */
    void end() {
        over = true;
        working.lock();
        try {
            LOG.trace("no restart is going on any more");
        } finally {
            working.unlock();
        }
    }

    private void watch() {
        try {
            while (!over) {
                Thread.sleep(LOOK.toMillis());
                working.lock();
                try {
                    if (!over && !alive.getAsBoolean() && !revived()) {
                        over = true;
                    }
                } finally {
                    working.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean revived() throws InterruptedException {
        long now = System.nanoTime();
        deaths.addLast(now);
        while (now - deaths.getFirst() > WITHIN.toNanos()) {
            deaths.removeFirst();
        }
        if (deaths.size() > MOST_DEATHS) {
            LOG.errorf("the embedded PostgreSQL has died %d times in a short while: giving up", deaths.size());
            lost.run();
            return false;
        }
        LOG.error("the embedded PostgreSQL has died: starting it again");
        while (!over && System.nanoTime() - now < patience.toNanos()) {
            try {
                if (restart.tried()) {
                    LOG.infof("the embedded PostgreSQL is back after %d ms", (System.nanoTime() - now) / 1_000_000);
                    back.run();
                    return true;
                }
            } catch (IOException | EmbeddedDatabase.Unavailable e) {
                LOG.warnf("the embedded PostgreSQL does not start yet: %s", e.getMessage());
            }
            Thread.sleep(BETWEEN_TRIES.toMillis()); // what is left of the dead server may still hold its memory
        }
        if (!over) {
            LOG.error("the embedded PostgreSQL can't be started again; its log says why");
            lost.run();
        }
        return false;
    }
}
