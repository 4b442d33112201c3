package auditorium.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps files in the database itself: one thing to back up, and a file is there exactly when the row is that points at it. */
@ApplicationScoped
class DatabaseStorage implements FileStorage {

    private final EntityManager entities;

    DatabaseStorage(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public boolean has(UUID client, byte[] sha256) {
        return !entities.createNativeQuery("select 1 from file_content where client_id = ?1 and sha256 = ?2")
                .setParameter(1, client)
                .setParameter(2, sha256)
                .getResultList()
                .isEmpty();
    }

    @Override
    public boolean put(UUID client, byte[] sha256, byte[] bytes) {
        return entities.createNativeQuery("""
                        insert into file_content (client_id, sha256, bytes, size) values (?1, ?2, ?3, ?4) on conflict do nothing""")
                        .setParameter(1, client)
                        .setParameter(2, sha256)
                        .setParameter(3, bytes)
                        .setParameter(4, bytes.length)
                        .executeUpdate()
                == 1;
    }

    @Override
    public Optional<byte[]> get(UUID client, byte[] sha256) {
        List<?> found = entities.createNativeQuery(
                        "select bytes from file_content where client_id = ?1 and sha256 = ?2", byte[].class)
                .setParameter(1, client)
                .setParameter(2, sha256)
                .getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.of((byte[]) found.get(0));
    }
}
