package auditorium.files;

import io.smallrye.health.api.Wellness;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Whether the object store answers, where there is one. It says nothing about whether the server should get requests: without the store
 * everything but files still works. One question at a time, and never waited for longer than {@link #PATIENCE_MS}.
 */
@Wellness
public class StoreHealth implements HealthCheck {

    private static final long PATIENCE_MS = 1_500;

    private final ConfiguredStore configured;
    private CompletableFuture<Boolean> asked = CompletableFuture.completedFuture(true);

    StoreHealth(ConfiguredStore configured) {
        this.configured = configured;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("files");
        if (!configured.given()) {
            return answer.withData("kept in", "the database").up().build();
        }
        answer.withData("kept in", "an object store");
        try {
            question().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            return answer.up().build();
        } catch (ExecutionException | TimeoutException e) {
            return answer.down()
                    .withData("error", "the object store does not answer, or does not let us in")
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return answer.down().withData("error", "interrupted").build();
        }
    }

    private synchronized CompletableFuture<Boolean> question() {
        if (asked.isDone()) {
            CompletableFuture<Boolean> next = new CompletableFuture<>();
            Thread.ofVirtual().name("store-health").start(() -> {
                try {
                    configured.store().ifPresent(ObjectStore::ask);
                    next.complete(true);
                } catch (RuntimeException e) {
                    next.completeExceptionally(e);
                }
            });
            asked = next;
        }
        return asked;
    }
}
