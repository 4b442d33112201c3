package auditorium.files;

import auditorium.platform.ClientScope;
import auditorium.platform.EveryClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What an object store asks for now and then: files that still lie in the database move there, and bytes that belong to no row, because
 * what wrote them was rolled back, are taken away a day later. Both may run on several servers at once.
 */
@ApplicationScoped
class StoreJobs {

    private static final Logger LOG = Logger.getLogger(StoreJobs.class);

    /** What lies there longer without a row is not about to get one: no request takes that long. */
    static final Duration YOUNG = Duration.ofDays(1);
    /** The object that says which database tidies up under a prefix. */
    static final String OWNER = "owner";

    private static final int AT_ONCE = 20;

    private final ConfiguredStore configured;
    private final DatabaseStorage rows;
    private final FileRoom room;
    private final EveryClient clients;
    private final ClientScope scope;
    private final EntityManager entities;
    private final Clock clock;

    StoreJobs(
            ConfiguredStore configured,
            DatabaseStorage rows,
            FileRoom room,
            EveryClient clients,
            ClientScope scope,
            EntityManager entities,
            Clock clock) {
        this.configured = configured;
        this.rows = rows;
        this.room = room;
        this.clients = clients;
        this.scope = scope;
        this.entities = entities;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "8m",
            identity = "files-move",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void moveAll() {
        if (configured.given()) {
            clients.inTurn(
                    "moving files to the object store",
                    c -> configured.store().ifPresent(s -> move(s, configured.folder(), c.id())));
        }
    }

    /** Moves the client's contents that lie in the database; answers how many. Each is read back before the database lets go of it. */
    int move(ObjectStore store, String folder, UUID client) {
        int moved = 0;
        for (List<byte[]> some = after(client, new byte[0]); !some.isEmpty(); some = after(client, some.getLast())) {
            for (byte[] hash : some) {
                moved += moveOne(store, ObjectStorage.key(folder, client, hash), client, hash) ? 1 : 0;
            }
        }
        if (moved > 0) {
            LOG.infof("%d files of client %s moved to the object store", moved, client);
        }
        return moved;
    }

    private List<byte[]> after(UUID client, byte[] hash) {
        return scope.inside(client, () -> rows.here(client, hash, AT_ONCE));
    }

    /** What is damaged stays where it is, and keeps no other from moving. */
    private boolean moveOne(ObjectStore store, String key, UUID client, byte[] hash) {
        Optional<byte[]> bytes =
                scope.inside(client, () -> rows.find(client, hash).flatMap(DatabaseStorage.Row::bytes));
        if (bytes.isEmpty()) {
            return false; // another server was faster
        }
        if (!FileBox.whole(bytes.get(), hash)) {
            LOG.errorf("the file %s is not what its hash says; it stays in the database", key);
            return false;
        }
        store.put(key, bytes.get());
        if (store.get(key).filter(there -> FileBox.whole(there, hash)).isEmpty()) {
            LOG.errorf("the object store did not keep %s as it was; it stays in the database", key);
            return false;
        }
        return scope.inside(client, () -> rows.letGo(hash));
    }

    @Scheduled(
            every = "24h",
            delayed = "30m",
            identity = "files-tidying",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidyAll() {
        if (configured.given()) {
            Instant before = clock.instant().minus(YOUNG);
            clients.inTurn(
                    "tidying the object store",
                    c -> configured
                            .store()
                            .filter(s -> ours(s, configured.folder(), database()))
                            .ifPresent(s -> tidy(s, configured.folder(), c.id(), before)));
        }
    }

    /**
     * Whether this database may say what is litter. A copy of it, from a backup and with the same settings, doesn't know what came later, and
     * must never take that away: so the first one writes its name, and any other only looks.
     */
    boolean ours(ObjectStore store, String folder, String database) {
        String owner = store.get(folder + OWNER)
                .map(b -> new String(b, StandardCharsets.UTF_8))
                .orElse("");
        if (owner.isEmpty()) {
            store.put(folder + OWNER, database.getBytes(StandardCharsets.UTF_8));
            return true;
        }
        if (!owner.equals(database)) {
            LOG.warnf(
                    "another database (%s, this is %s) tidies the object store: nothing is taken away. If that one is gone for good, delete the object “%s%s”.",
                    owner, database, folder, OWNER);
        }
        return owner.equals(database);
    }

    private String database() {
        return QuarkusTransaction.requiringNew()
                .call(() -> String.valueOf(
                        entities.createNativeQuery("""
                        select system_identifier || '-' || (select oid from pg_database where datname = current_database())
                          from pg_control_system()""", String.class).getSingleResult()));
    }

    /** Takes away what is older than that and has no row; answers how many. */
    int tidy(ObjectStore store, String folder, UUID client, Instant before) {
        String prefix = ObjectStorage.prefix(folder, client);
        List<byte[]> old = new ArrayList<>();
        store.list(prefix, o -> {
            String name = o.key().substring(prefix.length());
            if (o.changedAt().isBefore(before) && name.matches("[0-9a-f]{64}")) {
                old.add(HexFormat.of().parseHex(name));
            }
        });
        int taken = 0;
        for (int from = 0; from < old.size(); from += 1000) {
            for (byte[] hash : without(client, old.subList(from, Math.min(old.size(), from + 1000)))) {
                taken += scope.inside(client, () -> takeAway(store, folder, client, hash)) ? 1 : 0;
            }
        }
        if (taken > 0) {
            LOG.infof("%d files of client %s that were never kept are gone from the object store", taken, client);
        }
        return taken;
    }

    private List<byte[]> without(UUID client, List<byte[]> hashes) {
        return scope.inside(
                client, () -> hashes.stream().filter(h -> !rows.has(client, h)).toList());
    }

    /** Whoever keeps the same content at this moment holds the client's room, and then has its row. */
    private boolean takeAway(ObjectStore store, String folder, UUID client, byte[] hash) {
        room.lock(client);
        if (rows.has(client, hash)) {
            return false;
        }
        store.delete(ObjectStorage.key(folder, client, hash));
        return true;
    }
}
