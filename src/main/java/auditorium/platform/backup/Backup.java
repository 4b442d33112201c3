package auditorium.platform.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes everything in a database into one file, as it stood at one moment, while people go on working. It reads as the owner of
 * the tables, who sees one factory at a time; no rights beyond those of the migrations are needed. However large the database is,
 * no more than one row is held in memory. Files that lie in an object store are fetched and stand in it as if they lay in the database, so
 * that a backup is whole by itself and fits any installation.
 */
public final class Backup {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TABLES = """
            select c.relname, c.relrowsecurity, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
              from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
             group by c.relname, c.relrowsecurity order by c.relname""";

    /** A table to be copied; one that is fenced shows the rows of the factory that was named. */
    private record Source(String name, boolean fenced, String columns) {}

    /** Where bytes of files are that lie outside the database. */
    @FunctionalInterface
    public interface Elsewhere {
        /**
         * What the client keeps under this hash; empty when it is gone, or no longer what the hash says.
         *
         * @throws IOException when it can't be asked now
         */
        Optional<byte[]> bytes(UUID client, byte[] sha256) throws IOException;
    }

    private final Connection database;
    private final Clock clock;
    private final Elsewhere elsewhere;
    private long lost;

    /** {@code database} is the owner's connection; it is used up by {@link #into}. */
    public Backup(Connection database, Clock clock, Elsewhere elsewhere) {
        this.database = database;
        this.clock = clock;
        this.elsewhere = elsewhere;
    }

    /** How many files could not be copied, because they are gone from where they were; all else is in the backup. */
    public long lost() {
        return lost;
    }

    /**
     * Writes the file, which only this system's user may read. It has its name only once it is whole and on the disk.
     *
     * @throws Refused when there is something at that name, or nothing to write down
     */
    public Contents into(Path file) throws IOException, SQLException, Refused {
        if (Files.exists(file)) {
            throw new Refused(file + ": there is a file already");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Contents contents;
            try (FileChannel channel = create(part)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                ZipOutputStream zip = new ZipOutputStream(out);
                zip.setLevel(Deflater.BEST_SPEED);
                contents = write(zip);
                zip.finish();
                out.flush();
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return contents;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static FileChannel create(Path part) throws IOException {
        Files.deleteIfExists(part); // what a killed run left behind
        try {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException notPosix) {
            Files.createFile(part);
        }
        return FileChannel.open(part, StandardOpenOption.WRITE);
    }

    private Contents write(ZipOutputStream zip) throws IOException, SQLException, Refused {
        database.setAutoCommit(false);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        database.setReadOnly(true);
        try {
            List<Contents.Migration> migrations = migrations();
            String taken = clock.instant().toString();
            List<UUID> clients = clients();
            List<Contents.Table> tables = new ArrayList<>();
            for (Source source : sources()) {
                tables.add(copy(source, clients, zip));
            }
            Contents contents =
                    new Contents(Contents.PRODUCT, Contents.FORMAT, taken, migrations, tables, heads(clients));
            zip.putNextEntry(new ZipEntry(Contents.NAME));
            zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(contents));
            zip.closeEntry();
            return contents;
        } finally {
            database.rollback();
        }
    }

    private List<Contents.Migration> migrations() throws SQLException, Refused {
        if (Schema.exists(database, Schema.ASIDE)) {
            throw new Refused("a restore into this database has not ended: run it once more, with --replace");
        }
        List<Contents.Migration> done = Schema.history(database);
        if (done.isEmpty()) {
            throw new Refused("there is nothing to back up: this database has no tables yet");
        }
        return done;
    }

    private List<UUID> clients() throws SQLException {
        List<UUID> clients = new ArrayList<>();
        try (PreparedStatement s = database.prepareStatement("select id from client order by id");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                clients.add(r.getObject(1, UUID.class));
            }
        }
        return clients;
    }

    private List<Source> sources() throws SQLException {
        List<Source> sources = new ArrayList<>();
        try (PreparedStatement s = database.prepareStatement(TABLES);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                sources.add(new Source(r.getString(1), r.getBoolean(2), r.getString(3)));
            }
        }
        return sources;
    }

    private Contents.Table copy(Source source, List<UUID> clients, ZipOutputStream zip)
            throws IOException, SQLException {
        CopyManager copies = database.unwrap(PGConnection.class).getCopyAPI();
        zip.putNextEntry(new ZipEntry(new Contents.Table(source.name(), source.columns(), 0, 0, "").entry()));
        Hashed out = new Hashed(zip);
        String select = "select " + source.columns() + " from " + source.name();
        if (source.fenced()) {
            OutsideFiles outside = new OutsideFiles(database, elsewhere);
            for (UUID client : clients) {
                name(client);
                // named once more, so that a role that no fence holds does not write each row many times
                String rows = select + " where client_id = '" + client + "'";
                if (source.name().equals(OutsideFiles.TABLE)) {
                    copies.copyOut("copy (" + rows + " and bytes is not null) to stdout", out);
                    lost += outside.write(client, source.columns(), out);
                } else {
                    copies.copyOut("copy (" + rows + ") to stdout", out);
                }
            }
        } else {
            copies.copyOut("copy (" + select + ") to stdout", out);
        }
        zip.closeEntry();
        return new Contents.Table(source.name(), source.columns(), out.lines(), out.bytes(), out.sha256());
    }

    private List<Contents.Head> heads(List<UUID> clients) throws SQLException {
        List<Contents.Head> heads = new ArrayList<>();
        for (UUID client : clients) {
            name(client);
            try (PreparedStatement s = database.prepareStatement(
                    "select c.code, h.sequence, encode(h.hash, 'hex') from record_head h join client c on c.id = h.client_id where h.client_id = ?")) {
                s.setObject(1, client);
                try (ResultSet r = s.executeQuery()) {
                    if (r.next()) {
                        heads.add(new Contents.Head(client.toString(), r.getString(1), r.getLong(2), r.getString(3)));
                    }
                }
            }
        }
        return heads;
    }

    private void name(UUID client) throws SQLException {
        try (PreparedStatement s = database.prepareStatement("select set_config('auditorium.client', ?, true)")) {
            s.setString(1, client.toString());
            s.execute();
        }
    }
}
