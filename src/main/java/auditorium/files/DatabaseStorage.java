package auditorium.files;

import auditorium.platform.StoreAway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps files in the database itself: one thing to back up, and a file is there exactly when the row is that points at it. */
@ApplicationScoped
@Typed(DatabaseStorage.class)
class DatabaseStorage implements FileStorage {

    private final EntityManager entities;

    DatabaseStorage(EntityManager entities) {
        this.entities = entities;
    }

    /** A content's row; without bytes when these lie in an object store. */
    record Row(Optional<byte[]> bytes) {}

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
        return insert(client, sha256, bytes, bytes.length);
    }

    /** Says that the client keeps this content somewhere else; false when that was said already. */
    boolean note(UUID client, byte[] sha256, int size) {
        return insert(client, sha256, null, size);
    }

    private boolean insert(UUID client, byte[] sha256, byte @Nullable [] bytes, int size) {
        return entities.createNativeQuery("""
                        insert into file_content (client_id, sha256, bytes, size)
                        values (?1, ?2, cast(?3 as bytea), ?4) on conflict do nothing""")
                        .setParameter(1, client)
                        .setParameter(2, sha256)
                        .setParameter(3, bytes)
                        .setParameter(4, size)
                        .executeUpdate()
                == 1;
    }

    @Override
    public Optional<byte[]> get(UUID client, byte[] sha256) {
        return find(client, sha256)
                .map(row -> row.bytes()
                        .orElseThrow(() -> new StoreAway("a file lies in an object store, and none is set up here")));
    }

    Optional<Row> find(UUID client, byte[] sha256) {
        List<?> found = entities.createNativeQuery(
                        "select bytes from file_content where client_id = ?1 and sha256 = ?2", byte[].class)
                .setParameter(1, client)
                .setParameter(2, sha256)
                .getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new Row(Optional.ofNullable((byte[]) found.get(0))));
    }

    /** The client's next contents behind that hash whose bytes are in the database, {@code most} at the most. */
    List<byte[]> here(UUID client, byte[] after, int most) {
        List<?> hashes = entities.createNativeQuery("""
                        select sha256 from file_content where client_id = ?1 and sha256 > ?2 and bytes is not null
                         order by sha256 limit ?3""", byte[].class)
                .setParameter(1, client)
                .setParameter(2, after)
                .setParameter(3, most)
                .getResultList();
        return hashes.stream().map(byte[].class::cast).toList();
    }

    /** Lets go of the current client's bytes that lie in the object store now. The row stays; false when they were gone already. */
    boolean letGo(byte[] sha256) {
        return Boolean.TRUE.equals(entities.createNativeQuery("select file_content_moved(?1)", Boolean.class)
                .setParameter(1, sha256)
                .getSingleResult());
    }
}
