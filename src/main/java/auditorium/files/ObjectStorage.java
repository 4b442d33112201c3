package auditorium.files;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps bytes in an object store and their rows in the database: the row says whose a content is, so the fences, the quota and what
 * points at it are the same as ever. What was kept in the database before is still read from there.
 */
final class ObjectStorage implements FileStorage {

    private final DatabaseStorage rows;
    private final ObjectStore store;
    private final String folder;

    /** {@code folder} stands before every key; it is empty or ends in a slash. */
    ObjectStorage(DatabaseStorage rows, ObjectStore store, String folder) {
        this.rows = rows;
        this.store = store;
        this.folder = folder;
    }

    /** Where a client's contents are: one client's keys never begin like another's. */
    static String prefix(String folder, UUID client) {
        return folder + client + "/";
    }

    /** Where a content is. */
    static String key(String folder, UUID client, byte[] sha256) {
        return prefix(folder, client) + HexFormat.of().formatHex(sha256);
    }

    @Override
    public boolean has(UUID client, byte[] sha256) {
        return rows.has(client, sha256);
    }

    /** The bytes come first: a row without bytes would be a loss, and bytes without a row are only litter, which is tidied away. */
    @Override
    public boolean put(UUID client, byte[] sha256, byte[] bytes) {
        store.put(key(folder, client, sha256), bytes);
        return rows.note(client, sha256, bytes.length);
    }

    @Override
    public Optional<byte[]> get(UUID client, byte[] sha256) {
        return rows.find(client, sha256)
                .map(row -> row.bytes()
                        .orElseGet(() -> store.get(key(folder, client, sha256))
                                .orElseThrow(() -> new FileLost("the object store has nothing under it"))));
    }
}
