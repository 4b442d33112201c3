package auditorium.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestClock;
import auditorium.TestDatabase;
import auditorium.clients.NewFactory;
import auditorium.platform.ClientScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SnapshotsTest {

    @Inject
    Snapshots snapshots;

    @Inject
    ClientScope scope;

    @Inject
    EntityManager entities;

    @Inject
    TestClock clock;

    @Test
    @ActivateRequestContext
    void aDayIsTakenOnceHoweverManyNodesTakeIt() {
        UUID demo = QuarkusTransaction.requiringNew()
                .call(() -> (UUID) entities.createNativeQuery("select id from client where code = 'DEMO'", UUID.class)
                        .getSingleResult());
        snapshots.takeAll();
        long once = rowsOfToday(demo);
        snapshots.takeAll();
        assertTrue(once > 20);
        assertEquals(once, rowsOfToday(demo));
    }

    @Test
    @ActivateRequestContext
    @DisplayName(
            "HT40: a day that was taken by a clock that was ahead is not followed by days before it, and then all goes on")
    void aClockThatWasAheadLeavesNoDayInThePast() {
        NewFactory factory = NewFactory.make();
        factory.department("E1", "EHS", "安环部");
        UUID client = UUID.fromString(factory.id());
        clock.off(Duration.ofDays(3), () -> take(client));
        long days = rows(client, "readiness_day");
        long spans = rows(client, "standing_span");
        assertTrue(days > 0);
        assertTrue(spans > 0);
        take(client);
        clock.off(Duration.ofDays(-3000), () -> take(client));
        clock.off(Duration.ofDays(3), () -> take(client));
        assertEquals(days, rows(client, "readiness_day"));
        assertEquals(spans, rows(client, "standing_span"));
        clock.off(Duration.ofDays(4), () -> take(client));
        assertEquals(2 * days, rows(client, "readiness_day"));
        assertEquals(spans, rows(client, "standing_span"), "nothing stands otherwise");
    }

    private void take(UUID client) {
        scope.inside(client, () -> snapshots.take(client, ZoneId.of("Asia/Shanghai"), Optional.empty()));
    }

    private long rows(UUID client, String table) {
        return Long.parseLong(Superuser.word("select count(*) from " + table + " where client_id = ?", client));
    }

    private long rowsOfToday(UUID client) {
        return scope.inside(
                client,
                () -> ((Number) entities.createNativeQuery(
                                        "select count(*) from readiness_day where taken_on = (now() at time zone 'Asia/Shanghai')::date")
                                .getSingleResult())
                        .longValue());
    }
}
