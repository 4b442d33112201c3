package auditorium.files;

import auditorium.platform.ClientScope;
import auditorium.platform.StoreAway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Whether a client's files still are what their hashes say. The database hashes those that lie in it, and they do not leave it; those in an
 * object store are fetched one by one.
 */
@ApplicationScoped
public class FileCheck {

    private static final Logger LOG = Logger.getLogger(FileCheck.class);

    private final ClientScope scope;
    private final EntityManager entities;
    private final ConfiguredStore configured;

    FileCheck(ClientScope scope, EntityManager entities, ConfiguredStore configured) {
        this.scope = scope;
        this.entities = entities;
        this.configured = configured;
    }

    /**
     * What was found.
     *
     * @param files how many contents there are
     * @param damaged how many of them are gone, or not what their hash says
     * @param unread how many could not be looked at: they lie in an object store that does not answer, or that isn't set up here
     */
    public record Found(long files, long damaged, long unread) {

        public boolean whole() {
            return damaged == 0 && unread == 0;
        }
    }

    /** Must not be called inside a transaction. */
    public Found check(UUID client) {
        Found here = scope.inside(client, () -> here(client));
        List<byte[]> elsewhere = scope.inside(client, () -> elsewhere(client));
        Optional<ObjectStore> store = elsewhere.isEmpty() ? Optional.empty() : configured.store();
        return store.map(s -> with(here, client, elsewhere, s))
                .orElseGet(() -> new Found(here.files() + elsewhere.size(), here.damaged(), elsewhere.size()));
    }

    private Found with(Found here, UUID client, List<byte[]> elsewhere, ObjectStore store) {
        long damaged = here.damaged();
        int read = 0;
        try {
            for (byte[] hash : elsewhere) {
                boolean whole = store.get(ObjectStorage.key(configured.folder(), client, hash))
                        .filter(b -> FileBox.whole(b, hash))
                        .isPresent();
                damaged += whole ? 0 : 1;
                read++;
            }
        } catch (StoreAway e) {
            LOG.debugf(e, "stopped after %d files", read); // what is left would not answer either
        }
        return new Found(here.files() + elsewhere.size(), damaged, elsewhere.size() - read);
    }

    private Found here(UUID client) {
        Object[] r = (Object[]) Objects.requireNonNull(entities.createNativeQuery("""
                        select count(*), count(*) filter (where sha256(bytes) <> sha256)
                          from file_content where client_id = ?1 and bytes is not null""", Object[].class)
                .setParameter(1, client)
                .getSingleResult());
        return new Found(((Number) r[0]).longValue(), ((Number) r[1]).longValue(), 0);
    }

    private List<byte[]> elsewhere(UUID client) {
        List<?> hashes = entities.createNativeQuery(
                        "select sha256 from file_content where client_id = ?1 and bytes is null", byte[].class)
                .setParameter(1, client)
                .getResultList();
        return hashes.stream().map(byte[].class::cast).toList();
    }
}
