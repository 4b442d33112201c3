package auditorium.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DatabaseWatchTest {

    private final AtomicBoolean alive = new AtomicBoolean(true);
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger returns = new AtomicInteger();
    private final CountDownLatch back = new CountDownLatch(1);
    private final CountDownLatch lost = new CountDownLatch(1);

    private DatabaseWatch watch(DatabaseWatch.Restart restart, Duration patience) {
        return new DatabaseWatch(
                        alive::get,
                        restart,
                        () -> {
                            returns.incrementAndGet();
                            back.countDown();
                        },
                        lost::countDown,
                        patience)
                .begin();
    }

    @Test
    void aDeadServerIsStartedAgainUntilItComesBack() throws InterruptedException {
        alive.set(false);
        DatabaseWatch watch = watch(
                () -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IOException("still in use");
                    }
                    alive.set(tries.get() >= 3);
                    return tries.get() >= 3;
                },
                Duration.ofSeconds(20));
        assertTrue(back.await(20, TimeUnit.SECONDS));
        assertEquals(3, tries.get());
        watch.end();
        assertEquals(1, lost.getCount());
    }

    @Test
    void aServerThatCannotBeBroughtBackIsGivenUp() throws InterruptedException {
        alive.set(false);
        watch(() -> false, Duration.ofMillis(700));
        assertTrue(lost.await(20, TimeUnit.SECONDS));
        assertEquals(0, returns.get());
    }

    @Test
    void aServerThatDiesAgainAndAgainIsGivenUp() throws InterruptedException {
        alive.set(false);
        watch(() -> true, Duration.ofSeconds(20));
        assertTrue(lost.await(30, TimeUnit.SECONDS));
        assertEquals(5, returns.get());
    }

    @Test
    void afterItsEndNothingIsStartedAnyMore() throws InterruptedException {
        DatabaseWatch watch = watch(
                () -> {
                    tries.incrementAndGet();
                    return true;
                },
                Duration.ofSeconds(20));
        watch.end();
        alive.set(false);
        Thread.sleep(1200);
        assertEquals(0, tries.get());
    }
}
