package auditorium.platform;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the database answers, and keeps what it has acknowledged even through a power cut. A database that is silent is as good as
 * none: the check itself never waits longer than {@link #PATIENCE_MS}. While one question is still on its way no other is asked, so
 * checks don't take the connections away from people.
 */
@Readiness
public class Durability implements HealthCheck {

    /** Together with the way there and back it has to stay below two seconds. */
    private static final long PATIENCE_MS = 1_200;

    private final AgroalDataSource database;
    private final Settings settings;
    private final Lock asking = new ReentrantLock();
    private CompletableFuture<Map<String, String>> asked = CompletableFuture.completedFuture(Map.of());

    Durability(AgroalDataSource database, Settings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("durable database");
        answer.withData("embedded", settings.embedded());
        try {
            Map<String, String> found = question().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            found.forEach(answer::withData);
            return answer.status(!found.isEmpty() && !found.containsValue("off"))
                    .build();
        } catch (ExecutionException | TimeoutException e) {
            return answer.down()
                    .withData("error", "the database does not answer")
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return answer.down().withData("error", "interrupted").build();
        }
    }

    private CompletableFuture<Map<String, String>> question() {
        asking.lock();
        try {
            if (asked.isDone()) {
                asked = begin();
            }
            return asked;
        } finally {
            asking.unlock();
        }
    }

    private CompletableFuture<Map<String, String>> begin() {
        CompletableFuture<Map<String, String>> next = new CompletableFuture<>();
        Thread.ofVirtual().name("durability").start(() -> {
            try {
                next.complete(ask());
            } catch (SQLException | RuntimeException e) {
                next.completeExceptionally(e);
            }
        });
        return next;
    }

    private Map<String, String> ask() throws SQLException {
        Map<String, String> found = new TreeMap<>();
        try (Connection c = database.getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(
                        "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')")) {
            while (r.next()) {
                found.put(r.getString(1), r.getString(2));
            }
        }
        return found;
    }
}
