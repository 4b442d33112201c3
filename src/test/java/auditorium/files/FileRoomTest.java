package auditorium.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.clients.NewFactory;
import auditorium.platform.ClientScope;
import auditorium.platform.Settings;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FileRoomTest {

    @Inject
    FileRoom room;

    @Inject
    DatabaseStorage storage;

    @Inject
    ClientScope scope;

    @Inject
    Settings settings;

    private boolean take(UUID client, int size) {
        return scope.inside(client, () -> room.take(client, size));
    }

    @Test
    void theLastRoomIsTakenByOneOfManyWhoSendAtOnceAndASmallFileCountsAsAPage() throws InterruptedException {
        UUID client = UUID.fromString(NewFactory.make().id());
        long most = settings.uploads().perClient();
        for (long left = most; left > 3 * FileRoom.LEAST_COUNTED; ) {
            int size = (int) Math.min(left - 3 * FileRoom.LEAST_COUNTED, Integer.MAX_VALUE);
            size = Math.max(size, FileRoom.LEAST_COUNTED);
            assertTrue(take(client, size));
            left -= size;
        }
        AtomicInteger taken = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(8);
        for (int i = 0; i < 8; i++) {
            Thread.ofPlatform().start(() -> {
                ManagedContext request = Arc.container().requestContext();
                request.activate();
                try {
                    if (take(client, 1)) {
                        taken.incrementAndGet();
                    }
                } finally {
                    request.terminate();
                    all.countDown();
                }
            });
        }
        assertTrue(all.await(1, TimeUnit.MINUTES));
        assertEquals(3, taken.get());
        assertFalse(take(client, 1));
    }

    @Test
    void theSameContentIsKeptOnceAndOnlyForItsOwnClient() {
        UUID one = UUID.fromString(NewFactory.make().id());
        UUID other = UUID.fromString(NewFactory.make().id());
        byte[] hash = new byte[32];
        byte[] bytes = {1, 2, 3};
        scope.inside(one, () -> assertTrue(storage.put(one, hash, bytes)));
        scope.inside(one, () -> assertFalse(storage.put(one, hash, bytes)));
        scope.inside(one, () -> assertTrue(storage.get(one, hash).isPresent()));
        scope.inside(other, () -> assertTrue(storage.get(one, hash).isEmpty()));
    }
}
