package auditorium.files;

import auditorium.platform.ClientScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.UUID;

/** Whether a client's files still are what their hashes say. The database does the hashing; no file leaves it. */
@ApplicationScoped
public class FileCheck {

    private final ClientScope scope;
    private final EntityManager entities;

    FileCheck(ClientScope scope, EntityManager entities) {
        this.scope = scope;
        this.entities = entities;
    }

    /** How many contents there are, and how many of them are not what their hash says. */
    public record Found(long files, long damaged) {}

    /** Must not be called inside a transaction. */
    public Found check(UUID client) {
        return scope.inside(client, () -> {
            Object[] r = (Object[]) Objects.requireNonNull(entities.createNativeQuery(
                            "select count(*), count(*) filter (where sha256(bytes) <> sha256) from file_content where client_id = ?1",
                            Object[].class)
                    .setParameter(1, client)
                    .getSingleResult());
            return new Found(((Number) r[0]).longValue(), ((Number) r[1]).longValue());
        });
    }
}
