package auditorium.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.TestDatabase;
import auditorium.platform.ClientScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
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

    private long rowsOfToday(UUID client) {
        return scope.inside(
                client,
                () -> ((Number) entities.createNativeQuery(
                                        "select count(*) from readiness_day where taken_on = (now() at time zone 'Asia/Shanghai')::date")
                                .getSingleResult())
                        .longValue());
    }
}
