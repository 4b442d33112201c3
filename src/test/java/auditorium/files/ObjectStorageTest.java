package auditorium.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.OtherDatabase;
import auditorium.S3Server;
import auditorium.Superuser;
import auditorium.TestDatabase;
import auditorium.clients.NewFactory;
import auditorium.platform.ClientScope;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.EveryClient;
import auditorium.platform.MalwareScan;
import auditorium.platform.Refusal;
import auditorium.platform.Settings;
import auditorium.platform.StoreAway;
import auditorium.platform.backup.Backup;
import auditorium.platform.backup.BackupFile;
import auditorium.platform.backup.Restoration;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** Files in an object store: a real server that speaks S3 and checks signatures. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Timeout(120)
class ObjectStorageTest {

    private static final S3Store.Patience SHORT =
            new S3Store.Patience(Duration.ofMillis(500), Duration.ofMillis(700), Duration.ofSeconds(2));
    private static final Random RANDOM = new Random(1);

    private static final AtomicReference<S3Server> SERVER = new AtomicReference<>();

    @Inject
    DatabaseStorage rows;

    @Inject
    FileRoom room;

    @Inject
    ClientScope scope;

    @Inject
    EveryClient clients;

    @Inject
    EntityManager entities;

    @Inject
    MalwareScan scan;

    @Inject
    Settings settings;

    @Inject
    CurrentLanguage language;

    @TempDir
    Path folder;

    private UUID client = new UUID(0, 0);
    private String prefix = "";
    private ConfiguredStore configured = new ConfiguredStore(StoreSettings.of(n -> ""), SHORT);

    @BeforeAll
    static void startTheServer() throws Exception {
        SERVER.set(S3Server.start());
    }

    @AfterAll
    static void stopTheServer() {
        server().close();
    }

    private static S3Server server() {
        return Objects.requireNonNull(SERVER.get());
    }

    @BeforeEach
    void begin() {
        client = UUID.fromString(NewFactory.make().id());
        prefix = "t" + UUID.randomUUID() + "/";
        configured = new ConfiguredStore(at(server().endpoint(), S3Server.SECRET), S3Store.Patience.USUAL);
    }

    /** Other tests copy the tests' database without an object store. */
    @AfterEach
    void leaveNothing() {
        configured.close();
        Superuser.sql("delete from file_content where bytes is null");
    }

    private StoreSettings at(String endpoint, String secret) {
        return new StoreSettings(endpoint, S3Server.BUCKET, "", S3Server.KEY, secret, "", prefix);
    }

    private ObjectStore store() {
        return configured.store().orElseThrow();
    }

    private FileStorage storage() {
        return configured.storage(rows);
    }

    private FileBox box() {
        return new FileBox(storage(), room, scan, settings, language);
    }

    private StoreJobs jobs() {
        return new StoreJobs(configured, rows, room, clients, scope, entities, Clock.systemUTC());
    }

    private static byte[] content(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private byte[] put(UUID client, byte[] bytes) {
        byte[] hash = FileBox.sha256(bytes);
        scope.inside(client, () -> assertTrue(storage().put(client, hash, bytes)));
        return hash;
    }

    private static KeptFile kept(byte[] hash, int size) {
        return new KeptFile(hash, "application/pdf", "a.pdf", size);
    }

    private byte[] handedOut(UUID client, byte[] hash) {
        return scope.inside(client, () ->
                (byte[]) box().handOut(client, kept(hash, 1)).getEntity());
    }

    /** What is in the bucket, asked past our own code. */
    private List<String> keys() {
        try (S3Client s3 = server().client()) {
            return s3.listObjectsV2(l -> l.bucket(S3Server.BUCKET).prefix(prefix)).contents().stream()
                    .map(o -> o.key())
                    .toList();
        }
    }

    private String key(UUID client, byte[] hash) {
        return prefix + client + "/" + HexFormat.of().formatHex(hash);
    }

    private static String inDatabase(UUID client) {
        return Superuser.word(
                "select count(*) || ' rows, ' || count(bytes) || ' with bytes' from file_content where client_id = ?",
                client);
    }

    @Test
    void aContentLiesInTheStoreOnceAClientUnderItsHashAndItsRowInTheDatabase() {
        byte[] bytes = content(3_000_000);
        byte[] hash = put(client, bytes);
        assertEquals(List.of(key(client, hash)), keys());
        assertEquals("1 rows, 0 with bytes", inDatabase(client));
        assertEquals("3000000", Superuser.word("select size from file_content where client_id = ?", client));
        assertArrayEquals(bytes, handedOut(client, hash));
        scope.inside(client, () -> assertTrue(storage().has(client, hash)));
        scope.inside(client, () -> assertFalse(storage().put(client, hash, bytes), "the second time nothing changes"));
        assertEquals(1, keys().size());

        UUID other = UUID.fromString(NewFactory.make().id());
        scope.inside(other, () -> assertTrue(storage().get(client, hash).isEmpty(), "another factory sees no row"));
        scope.inside(other, () -> assertTrue(storage().get(other, hash).isEmpty()));
        put(other, bytes);
        assertEquals(2, keys().size());
    }

    @Test
    void whatIsNotWhatItsHashSaysIsNeverShownAndTheCheckFindsIt() {
        byte[] changed = put(client, content(1000));
        byte[] gone = put(client, content(1001));
        byte[] whole = put(client, content(1002));
        FileCheck check = new FileCheck(scope, entities, configured);
        assertEquals(new FileCheck.Found(3, 0, 0), check.check(client));
        store().put(key(client, changed), content(1000));
        store().delete(key(client, gone));
        for (byte[] lost : List.of(changed, gone)) {
            Refusal no = assertThrows(Refusal.class, () -> handedOut(client, lost));
            assertEquals(500, no.status());
            assertFalse(no.words().isBlank());
            assertTrue(
                    scope.inside(
                            client, () -> box().bytes(client, kept(lost, 1)).isEmpty()),
                    "a paper goes without it");
        }
        assertEquals(1002, handedOut(client, whole).length);
        assertEquals(new FileCheck.Found(3, 2, 0), check.check(client));
        ConfiguredStore none = new ConfiguredStore(StoreSettings.of(n -> ""), SHORT);
        assertEquals(new FileCheck.Found(3, 0, 3), new FileCheck(scope, entities, none).check(client));
        assertThrows(
                StoreAway.class,
                () -> scope.inside(client, () -> none.storage(rows).get(client, whole)),
                "without the settings of the store it says so");
    }

    @Test
    void whatWasRolledBackIsTidiedAwayADayLaterAndNothingElse() {
        byte[] kept = put(client, content(500));
        byte[] litter = content(501);
        byte[] hash = FileBox.sha256(litter);
        assertThrows(
                IllegalArgumentException.class,
                () -> scope.inside(client, () -> {
                    storage().put(client, hash, litter);
                    throw new IllegalArgumentException("the rest of the request fails");
                }));
        store().put(prefix + client + "/notes.txt", content(5));
        assertEquals("1 rows, 0 with bytes", inDatabase(client));
        assertEquals(3, keys().size());
        Instant now = Instant.now();
        assertEquals(0, jobs().tidy(store(), prefix, client, now.minus(StoreJobs.YOUNG)), "it may still be on its way");
        assertEquals(1, jobs().tidy(store(), prefix, client, now.plusSeconds(60)));
        assertEquals(2, keys().size());
        assertEquals(500, handedOut(client, kept).length);
        put(client, litter);
        assertEquals(501, handedOut(client, hash).length, "it can be sent again");
        assertEquals(0, jobs().tidy(store(), prefix, client, now.plusSeconds(60)));
    }

    @Test
    void whoeverKeepsTheSameContentAtThatMomentIsWaitedFor() throws Exception {
        byte[] bytes = content(600);
        byte[] hash = FileBox.sha256(bytes);
        store().put(key(client, hash), bytes);
        CompletableFuture<Boolean> locked = new CompletableFuture<>();
        CompletableFuture<Integer> tidied;
        try (Connection uploader = Superuser.connect()) {
            uploader.setAutoCommit(false);
            scope.inside(client, () -> room.lock(client));
            var lock = uploader.prepareStatement("select 1 from file_room where client_id = ? for update");
            lock.setObject(1, client);
            lock.execute();
            tidied = CompletableFuture.supplyAsync(() -> {
                var request = io.quarkus.arc.Arc.container().requestContext();
                request.activate();
                try {
                    locked.complete(true);
                    return jobs().tidy(store(), prefix, client, Instant.now().plusSeconds(60));
                } finally {
                    request.terminate();
                }
            });
            locked.get();
            Thread.sleep(700);
            assertFalse(tidied.isDone(), "it waits for the uploader");
            var row =
                    uploader.prepareStatement("insert into file_content (client_id, sha256, size) values (?, ?, 600)");
            row.setObject(1, client);
            row.setBytes(2, hash);
            row.execute();
            uploader.commit();
        }
        assertEquals(0, tidied.get());
        assertEquals(600, handedOut(client, hash).length);
    }

    @Test
    void aCopyOfTheDatabaseTakesNothingAway() {
        assertTrue(jobs().ours(store(), prefix, "first"));
        assertTrue(jobs().ours(store(), prefix, "first"));
        assertFalse(jobs().ours(store(), prefix, "a copy"));
        store().delete(prefix + StoreJobs.OWNER);
        assertTrue(jobs().ours(store(), prefix, "a copy"), "once somebody has said that the first is gone");
    }

    @Test
    void filesInTheDatabaseMoveToTheStoreAndAreReadAllTheWhile() {
        byte[] one = content(700);
        byte[] two = content(701);
        for (byte[] bytes : List.of(one, two)) {
            scope.inside(client, () -> assertTrue(rows.put(client, FileBox.sha256(bytes), bytes)));
        }
        assertArrayEquals(one, handedOut(client, FileBox.sha256(one)));
        assertEquals(2, jobs().move(store(), prefix, client));
        assertEquals("2 rows, 0 with bytes", inDatabase(client));
        assertEquals(2, keys().size());
        assertArrayEquals(one, handedOut(client, FileBox.sha256(one)));
        assertArrayEquals(two, handedOut(client, FileBox.sha256(two)));
        assertEquals(0, jobs().move(store(), prefix, client));

        byte[] damaged = new byte[32];
        byte[] three = content(702);
        scope.inside(client, () -> assertTrue(rows.put(client, damaged, content(9))));
        scope.inside(client, () -> assertTrue(rows.put(client, FileBox.sha256(three), three)));
        assertEquals(1, jobs().move(store(), prefix, client), "what is damaged stays, and keeps no other from moving");
        assertEquals("4 rows, 1 with bytes", inDatabase(client));
        assertEquals(3, keys().size());
    }

    @Test
    void aBackupHoldsTheFilesOfTheStoreAndARestorePutsThemIntoTheDatabase() throws Exception {
        byte[] bytes = content(100_000);
        byte[] hash = put(client, bytes);
        byte[] gone = put(client, content(10));
        store().delete(key(client, gone));
        Path file = folder.resolve("night.backup");
        Restoration.Login login = OtherDatabase.tests();
        try (Connection c = DriverManager.getConnection(login.url(), login.user(), login.password());
                StoredFiles none = new StoredFiles(StoreSettings.of(n -> ""))) {
            Backup without = new Backup(c, Clock.systemUTC(), none);
            IOException no = assertThrows(IOException.class, () -> without.into(file));
            assertTrue(String.valueOf(no.getMessage()).contains("AUDITORIUM_STORE_"), no.getMessage());
        }
        try (Connection c = DriverManager.getConnection(login.url(), login.user(), login.password());
                StoredFiles files = new StoredFiles(at(server().endpoint(), S3Server.SECRET))) {
            Backup backup = new Backup(c, Clock.systemUTC(), files);
            backup.into(file);
            assertEquals(1, backup.lost(), "what is gone is told, and keeps nobody from a backup of all else");
        }
        try (OtherDatabase other = new OtherDatabase("storeless");
                BackupFile backup = BackupFile.open(file)) {
            new Restoration(other.owner()).from(backup, false);
            try (Connection c = other.asSuperuser()) {
                assertEquals(
                        List.of(
                                        HexFormat.of().formatHex(hash) + " true 100000",
                                        HexFormat.of().formatHex(gone) + "  10")
                                .stream()
                                .sorted()
                                .toList(),
                        OtherDatabase.words(
                                c,
                                "select encode(sha256, 'hex') || ' ' || coalesce((sha256(bytes) = sha256)::text, '') || ' ' || size"
                                        + " from file_content where client_id = '" + client + "' order by 1"));
            }
        }
    }

    @Test
    void aStoreThatIsSilentIsGivenUpInTimeAndNothingOfTheRequestStays() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ConfiguredStore away =
                    new ConfiguredStore(at("http://127.0.0.1:" + silent.getLocalPort(), S3Server.SECRET), SHORT);
            byte[] bytes = content(800);
            byte[] hash = FileBox.sha256(bytes);
            long begun = System.nanoTime();
            assertThrows(
                    StoreAway.class,
                    () -> scope.inside(client, () -> {
                        assertTrue(room.take(client, bytes.length));
                        return away.storage(rows).put(client, hash, bytes);
                    }));
            assertTrue(System.nanoTime() - begun < 5_000_000_000L);
            assertEquals("0 rows, 0 with bytes", inDatabase(client));
            assertEquals(
                    "0",
                    Superuser.word("select count(*) from file_room where client_id = ?", client),
                    "no room is taken");
            HealthCheckResponse health = new StoreHealth(away).call();
            assertEquals(HealthCheckResponse.Status.DOWN, health.getStatus());
            away.close();
        }
        assertEquals(
                HealthCheckResponse.Status.UP,
                new StoreHealth(configured).call().getStatus());
        assertEquals(
                HealthCheckResponse.Status.UP,
                new StoreHealth(new ConfiguredStore(StoreSettings.of(n -> ""), SHORT))
                        .call()
                        .getStatus());
    }

    @Test
    void aWrongSecretIsTheOperatorsToSeeAndStandsInNoMessage() {
        ConfiguredStore wrong =
                new ConfiguredStore(at(server().endpoint(), "another-secret-altogether"), S3Store.Patience.USUAL);
        StoreAway no =
                assertThrows(StoreAway.class, () -> wrong.store().orElseThrow().ask());
        String all = no + " " + no.getCause();
        assertFalse(all.contains("another-secret-altogether"), all);
        assertEquals(
                HealthCheckResponse.Status.DOWN, new StoreHealth(wrong).call().getStatus());
        wrong.close();
    }

    @Test
    void aListLongerThanOnePageIsReadToItsEnd() {
        for (int i = 0; i < 1005; i++) {
            store().put(prefix + "many/" + i, "x".getBytes(StandardCharsets.US_ASCII));
        }
        int[] seen = new int[1];
        store().list(prefix + "many/", o -> seen[0]++);
        assertEquals(1005, seen[0]);
    }
}
