package auditorium.files;

import auditorium.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/**
 * How much a client's files may take. The client's row is locked from the first file of a transaction until its end, so uploads at
 * once are counted one after the other.
 */
@ApplicationScoped
class FileRoom {

    /** A small file takes a page of the disk and rows that point at it, so very many of them are bounded as well. */
    static final int LEAST_COUNTED = 4096;

    private final EntityManager entities;
    private final Settings settings;

    FileRoom(EntityManager entities, Settings settings) {
        this.entities = entities;
        this.settings = settings;
    }

    /** Nobody else of the client keeps a new content until the end of this transaction. */
    void lock(UUID client) {
        begin(client);
        entities.createNativeQuery("select 1 from file_room where client_id = ?1 for update")
                .setParameter(1, client)
                .getSingleResult();
    }

    private void begin(UUID client) {
        entities.createNativeQuery(
                        "insert into file_room (client_id, files, bytes) values (?1, 0, 0) on conflict do nothing")
                .setParameter(1, client)
                .executeUpdate();
    }

    /** Counts one more file of {@code size} bytes; false when there is no room for it. */
    boolean take(UUID client, int size) {
        begin(client);
        return entities.createNativeQuery("""
                        update file_room set files = files + 1, bytes = bytes + ?2
                         where client_id = ?1 and bytes + ?2 <= ?3""")
                        .setParameter(1, client)
                        .setParameter(2, (long) Math.max(size, LEAST_COUNTED))
                        .setParameter(3, settings.uploads().perClient())
                        .executeUpdate()
                == 1;
    }

    /** The file that was counted is not kept after all. */
    void giveBack(UUID client, int size) {
        entities.createNativeQuery("update file_room set files = files - 1, bytes = bytes - ?2 where client_id = ?1")
                .setParameter(1, client)
                .setParameter(2, (long) Math.max(size, LEAST_COUNTED))
                .executeUpdate();
    }
}
