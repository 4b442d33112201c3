package auditorium.files;

import java.util.Optional;
import java.util.UUID;

/** Where the bytes of files are. A content is kept once a client, by its hash, and never changes. */
interface FileStorage {

    /** Whether the client keeps a content of this hash. */
    boolean has(UUID client, byte[] sha256);

    /** Keeps the bytes under their hash; false when they were there already. */
    boolean put(UUID client, byte[] sha256, byte[] bytes);

    /** Empty when this client keeps nothing under the hash. */
    Optional<byte[]> get(UUID client, byte[] sha256);
}
