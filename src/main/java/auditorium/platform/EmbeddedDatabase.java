package auditorium.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL 18 of our own in a folder: {@code lock}, {@code secrets.properties}, {@code log}, {@code ready} and the
 * cluster itself. Whoever holds the lock owns the server; others may only join it.
 *
 * <p>The library that starts it is made for tests: it turns durability off, trusts local connections and joins whatever
 * server already holds its port. So everything that matters is set here and asserted after the start.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** What the folder's server is wanted for. */
    public enum Use {
        /** Own the server; fail when another process does. */
        OWN,
        /** Own the server, or join the one that another process of ours runs. */
        OWN_OR_JOIN,
        /** Own a server without durability and with an empty database, for tests only. */
        TEST
    }

    /** A start that can't be done, in words for the operator. */
    public static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unavailable(String message) {
            super(message);
        }
    }

    private static final String SUPERUSER = "postgres";
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final Path folder;
    private final Properties secrets;
    private final int port;
    private final @Nullable FileChannel lock;
    private final @Nullable EmbeddedPostgres server;
    private @Nullable DatabaseWatch watch;

    private EmbeddedDatabase(
            Path folder, Properties secrets, int port, @Nullable FileChannel lock, @Nullable EmbeddedPostgres server) {
        this.folder = folder;
        this.secrets = secrets;
        this.port = port;
        this.lock = lock;
        this.server = server;
    }

    /** Starts or joins the server of the folder and checks that the one that answers is ours. */
    public static EmbeddedDatabase open(Path folder, Use use) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = lock(channel);
            if (held != null) {
                return start(folder, use, channel);
            }
            channel.close();
            if (use != Use.OWN_OR_JOIN) {
                throw new Unavailable("another process uses the database in " + folder.toAbsolutePath());
            }
            return join(folder);
        } catch (IOException e) {
            throw new Unavailable(
                    "the database folder " + folder.toAbsolutePath() + " can't be used: " + e.getMessage());
        }
    }

    /** Null when somebody holds it: another process, or this one, as when development reloads. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    private static EmbeddedDatabase start(Path folder, Use use, FileChannel lock) throws IOException {
        Path cluster = folder.resolve("cluster").toAbsolutePath();
        new Postmaster(cluster).stopLeftover();
        boolean first = !Files.exists(folder.resolve("ready"));
        if (first && Files.exists(cluster)) {
            // An initdb that was cut short, or somebody's data: moved aside, never deleted.
            Path passwords = folder.resolve("secrets.properties");
            if (Files.exists(passwords)) {
                Files.move(
                        passwords,
                        folder.resolve("secrets.unfinished-" + Instant.now().getEpochSecond()));
            }
            Files.move(
                    cluster,
                    folder.resolve("cluster.unfinished-" + Instant.now().getEpochSecond()));
        }
        Properties secrets = first ? newSecrets(folder) : readSecrets(folder);
        Path passwordFile = Files.createTempFile("auditorium", ".pw");
        try {
            Files.writeString(passwordFile, password(secrets, SUPERUSER));
            String durability = use == Use.TEST ? "off" : "on";
            File log = folder.resolve("log").toFile();
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(binaries().toFile())
                    .setLocaleConfig("auth", "scram-sha-256") // the last --auth wins over the library's trust
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("locale", "C.UTF-8") // the same order on every machine
                    .setConnectConfig("password", password(secrets, SUPERUSER))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "60")
                    // many small statements on few cores: a statement that takes all of them is a loss for the others
                    .setServerConfig("max_parallel_workers_per_gather", "0")
                    .setServerConfig("jit", "off")
                    .setServerConfig("work_mem", "16MB")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log));
            DURABLE.forEach(setting -> builder.setServerConfig(setting, durability));
            EmbeddedPostgres server = builder.start();
            EmbeddedDatabase database = new EmbeddedDatabase(folder, secrets, server.getPort(), lock, server);
            try {
                database.check(use == Use.TEST ? database::prepareEmpty : database::prepare, durability);
                Files.writeString(folder.resolve("ready"), "");
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
            return database;
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private static EmbeddedDatabase join(Path folder) throws IOException {
        List<String> pid = Files.readAllLines(folder.resolve("cluster").resolve("postmaster.pid"));
        EmbeddedDatabase joined = new EmbeddedDatabase(
                folder, readSecrets(folder), Integer.parseInt(pid.get(3).strip()), null, null);
        joined.check(s -> {}, "on");
        return joined;
    }

    /** The 60 MB of unpacked binaries are shared by all folders of this user. */
    private static Path binaries() throws IOException {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path home =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return Files.createDirectories(home.resolve("auditorium").resolve("postgresql"));
    }

    private void prepareEmpty(Statement s) throws SQLException {
        s.execute("drop database if exists auditorium with (force)");
        prepare(s);
    }

    private void prepare(Statement s) throws SQLException {
        for (String role : List.of("auditorium_owner", "auditorium_app")) {
            if (!exists(s, "select 1 from pg_roles where rolname = '" + role + "'")) {
                s.execute("create role " + role + " login nosuperuser nobypassrls nocreatedb nocreaterole password '"
                        + password(secrets, role) + "'");
            }
        }
        if (!exists(s, "select 1 from pg_database where datname = 'auditorium'")) {
            s.execute("create database auditorium owner auditorium_owner");
        }
    }

    private static boolean exists(Statement s, String query) throws SQLException {
        try (ResultSet r = s.executeQuery(query)) {
            return r.next();
        }
    }

    /** What is done with the server before it is used. */
    private interface Preparation {
        void on(Statement s) throws SQLException;
    }

    /** Our folder, our durability, our passwords: anything else is not our server. */
    private void check(Preparation preparation, String durability) {
        try (Connection c = DriverManager.getConnection(url("postgres"), SUPERUSER, password(secrets, SUPERUSER));
                Statement s = c.createStatement()) {
            Path answered = Path.of(show(s, "data_directory"));
            if (!Files.isSameFile(answered, folder.resolve("cluster"))) {
                throw new Unavailable("the server on port " + port + " is another one, with data in " + answered);
            }
            for (String setting : DURABLE) {
                if (!show(s, setting).equals(durability)) {
                    throw new Unavailable("PostgreSQL runs with " + setting + " = " + show(s, setting));
                }
            }
            preparation.on(s);
        } catch (SQLException | IOException e) {
            throw new Unavailable("the embedded PostgreSQL does not answer as ours: " + e.getMessage());
        }
        try (Connection open = DriverManager.getConnection(url("postgres"), SUPERUSER, "not the password")) {
            throw new Unavailable("PostgreSQL lets anybody in without the password: " + open);
        } catch (SQLException e) {
            if (!"28P01".equals(e.getSQLState())) {
                throw new Unavailable("PostgreSQL refuses in an unexpected way: " + e.getMessage());
            }
        }
    }

    private static String show(Statement s, String setting) throws SQLException {
        try (ResultSet r = s.executeQuery("show " + setting)) {
            r.next();
            return r.getString(1);
        }
    }

    /** The configuration that points Quarkus at this database: the application's role, and the owner for migrations. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", url("auditorium"),
                "quarkus.datasource.username", "auditorium_app",
                "quarkus.datasource.password", password(secrets, "auditorium_app"),
                "quarkus.flyway.jdbc-url", url("auditorium"),
                "quarkus.flyway.username", "auditorium_owner",
                "quarkus.flyway.password", password(secrets, "auditorium_owner"));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static String password(Properties secrets, String role) {
        String password = secrets.getProperty(role);
        if (password == null) {
            throw new Unavailable("secrets.properties lacks the password of " + role);
        }
        return password;
    }

    private static Properties newSecrets(Path folder) throws IOException {
        Path file = folder.resolve("secrets.properties");
        Files.deleteIfExists(file);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException notPosix) {
            Files.createFile(file);
        }
        Properties secrets = new Properties();
        SecureRandom random = new SecureRandom();
        for (String role : List.of(SUPERUSER, "auditorium_owner", "auditorium_app")) {
            byte[] bytes = new byte[24];
            random.nextBytes(bytes);
            secrets.setProperty(role, HexFormat.of().formatHex(bytes));
        }
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            secrets.store(out, "Passwords of the embedded PostgreSQL in this folder");
        }
        return secrets;
    }

    private static Properties readSecrets(Path folder) throws IOException {
        Properties secrets = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve("secrets.properties"), StandardCharsets.UTF_8)) {
            secrets.load(in);
        }
        return secrets;
    }

    /**
     * From now on a server of ours that dies is started again, at the same address. {@code back} is told each time it has come
     * back: connections from before are broken then. {@code lost} is told when it can't be brought back: nothing works any more.
     */
    public void watch(Runnable back, Runnable lost) {
        if (server == null) {
            return; // a joined server is its owner's business
        }
        Postmaster postmaster = new Postmaster(folder.resolve("cluster").toAbsolutePath());
        watch = new DatabaseWatch(
                        postmaster::alive,
                        () -> {
                            if (!postmaster.startAgain(folder.resolve("log").toFile())) {
                                return false;
                            }
                            check(s -> {}, "on");
                            return true;
                        },
                        back,
                        lost)
                .begin();
    }

    /** Stops the server if we own it; a joined one goes on. */
    @Override
    public void close() {
        if (watch != null) {
            watch.end();
        }
        try {
            if (server != null) {
                server.close();
            }
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
