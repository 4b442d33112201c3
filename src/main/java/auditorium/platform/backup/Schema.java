package auditorium.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** The tables as our migrations make them, up to any of them. */
public final class Schema {

    /** Where a restore keeps what was there before, until the backup is in its place. */
    static final String ASIDE = "before_restore";

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb"); // kept, or its level would be lost
    private static final String FOLDER = "db/migration";

    private Schema() {}

    /** The versions that this build knows. */
    static Set<String> versions() throws IOException {
        return withFiles(folder -> {
            try (Stream<Path> files = Files.list(folder)) {
                return files.map(f -> f.getFileName().toString())
                        .filter(f -> f.startsWith("V"))
                        .map(f -> f.substring(1, f.indexOf("__")))
                        .collect(Collectors.toSet());
            }
        });
    }

    /** Migrates an empty database up to that version, without the rights that the last state's callback grants. */
    public static void upTo(String version, String url, String user, String password) throws IOException {
        FLYWAY.setLevel(Level.WARNING);
        Path copy = Files.createTempDirectory("auditorium-migrations");
        try {
            withFiles(folder -> {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.copy(file, copy.resolve(file.getFileName().toString()));
                    }
                }
                return true;
            });
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(url, user, password)
                    .locations("filesystem:" + copy)
                    .skipDefaultCallbacks(true)
                    .target(MigrationVersion.fromVersion(version))
                    .load()
                    .migrate();
        } finally {
            try (Stream<Path> files = Files.walk(copy)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private interface Work<T> {
        T in(Path folder) throws IOException;
    }

    /** The migrations' folder, be it in a jar or on the disk. */
    private static <T> T withFiles(Work<T> work) throws IOException {
        URL known = Objects.requireNonNull(
                Schema.class.getClassLoader().getResource(FOLDER + "/afterMigrate.sql"), "no migrations");
        try {
            if (known.openConnection() instanceof JarURLConnection jar) {
                try (FileSystem inside =
                        FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
                    return work.in(inside.getPath(FOLDER));
                }
            }
            return work.in(Objects.requireNonNull(Path.of(known.toURI()).getParent()));
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    static boolean exists(Connection c, String schema) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("select 1 from pg_namespace where nspname = ?")) {
            s.setString(1, schema);
            try (ResultSet r = s.executeQuery()) {
                return r.next();
            }
        }
    }

    /** What was migrated; empty in a database that has never seen us. */
    static List<Contents.Migration> history(Connection c) throws SQLException {
        List<Contents.Migration> done = new ArrayList<>();
        try (PreparedStatement there =
                        c.prepareStatement("select to_regclass('public.flyway_schema_history') is not null");
                ResultSet r = there.executeQuery()) {
            r.next();
            if (!r.getBoolean(1)) {
                return done;
            }
        }
        try (PreparedStatement s = c.prepareStatement("""
                        select version, coalesce(checksum, 0) from public.flyway_schema_history
                         where version is not null and success order by installed_rank""");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                done.add(new Contents.Migration(r.getString(1), r.getInt(2)));
            }
        }
        return done;
    }
}
