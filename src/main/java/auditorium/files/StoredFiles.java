package auditorium.files;

import auditorium.platform.StoreAway;
import auditorium.platform.backup.Backup;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files that lie in an object store, for commands that run without the application. Where none is set up there can be none. */
public final class StoredFiles implements Backup.Elsewhere, AutoCloseable {

    private final StoreSettings settings;
    private @Nullable ObjectStore store;

    /** {@code settings} have no problem. */
    public StoredFiles(StoreSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<byte[]> bytes(UUID client, byte[] sha256) throws IOException {
        if (!settings.given()) {
            throw new IOException(
                    "there are files in an object store, and none is set up here: give its AUDITORIUM_STORE_ variables");
        }
        if (store == null) {
            store = new S3Store(settings, S3Store.Patience.USUAL);
        }
        try {
            return store.get(ObjectStorage.key(settings.folder(), client, sha256))
                    .filter(b -> FileBox.whole(b, sha256));
        } catch (StoreAway e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
    }
}
