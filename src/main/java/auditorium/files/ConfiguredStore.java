package auditorium.files;

import auditorium.platform.Settings;
import auditorium.platform.StoreAway;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The object store, where one is set up. Nothing of it is made or loaded before somebody needs it. */
@ApplicationScoped
class ConfiguredStore {

    private final StoreSettings settings;
    private final S3Store.Patience patience;
    private @Nullable ObjectStore store;

    @Inject
    ConfiguredStore(Settings settings) {
        this(of(settings.store()), S3Store.Patience.USUAL);
    }

    ConfiguredStore(StoreSettings settings, S3Store.Patience patience) {
        this.settings = settings;
        this.patience = patience;
    }

    private static StoreSettings of(Settings.Store s) {
        return new StoreSettings(
                s.endpoint().orElse(""),
                s.bucket().orElse(""),
                s.region().orElse(""),
                s.accessKey().orElse(""),
                s.secretKey().orElse(""),
                s.pathStyle().orElse(""),
                s.prefix().orElse(""));
    }

    boolean given() {
        return settings.given();
    }

    String folder() {
        return settings.folder();
    }

    /** Empty when files are kept in the database. */
    synchronized Optional<ObjectStore> store() {
        if (!given()) {
            return Optional.empty();
        }
        if (store == null) {
            settings.problem().ifPresent(why -> {
                throw new StoreAway(why);
            });
            store = new S3Store(settings, patience);
        }
        return Optional.of(store);
    }

    @Produces
    @ApplicationScoped
    FileStorage storage(DatabaseStorage rows) {
        return store().<FileStorage>map(s -> new ObjectStorage(rows, s, folder()))
                .orElse(rows);
    }

    @PreDestroy
    synchronized void close() {
        if (store != null) {
            store.close();
        }
    }
}
