package auditorium.platform;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * The one door between factories: work inside it sees one client only, in a transaction of its own. Callers must not hold
 * a transaction themselves, or each would need a second connection.
 */
@ApplicationScoped
public class ClientScope {

    private final CurrentClient current;

    ClientScope(CurrentClient current) {
        this.current = current;
    }

    public <T> T inside(UUID client, Callable<T> work) {
        try {
            return current.during(
                    client, () -> QuarkusTransaction.requiringNew().call(work));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public void inside(UUID client, Runnable work) {
        inside(client, () -> {
            work.run();
            return true;
        });
    }
}
