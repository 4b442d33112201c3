package auditorium.files;

import auditorium.platform.StoreAway;
import java.util.Optional;
import java.util.UUID;

/** Where the bytes of files are. A content is kept once a client, by its hash, and never changes. */
interface FileStorage {

    /** Whether the client keeps a content of this hash. */
    boolean has(UUID client, byte[] sha256);

    /** Keeps the bytes under their hash; false when they were there already. */
    boolean put(UUID client, byte[] sha256, byte[] bytes);

    /**
     * Empty when this client keeps nothing under the hash. The bytes are as the place gave them: whoever asks compares them with it.
     *
     * @throws FileLost when they should be there and aren't
     * @throws StoreAway when the place does not answer
     */
    Optional<byte[]> get(UUID client, byte[] sha256);
}
