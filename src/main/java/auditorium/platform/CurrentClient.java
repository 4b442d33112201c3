package auditorium.platform;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The client factory that this request, job or command works for. Without one, nothing of any client can be seen. */
@RequestScoped
public class CurrentClient {

    /** Owns nothing: what the database is told when no client is known. */
    public static final UUID NOBODY = new UUID(0, 0);

    private UUID id = NOBODY;

    public UUID id() {
        return id;
    }

    /** Set once for a request, by the filter that has compared the address with the reader's memberships. */
    public void enter(UUID client) {
        if (!id.equals(NOBODY) && !id.equals(client)) {
            throw new IllegalStateException("this request already works for another client");
        }
        id = client;
    }

    /** Only {@link ClientScope} may call this: an open transaction would keep the former client. */
    <T> T during(UUID client, Callable<T> work) throws Exception {
        UUID before = id;
        id = client;
        try {
            return work.call();
        } finally {
            id = before;
        }
    }
}
