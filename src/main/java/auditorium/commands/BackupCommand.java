package auditorium.commands;

import auditorium.files.StoredFiles;
import auditorium.platform.backup.Backup;
import auditorium.platform.backup.Contents;
import auditorium.platform.backup.Refused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes everything in the database into a file. Works beside a running server, while people work. */
@Command(
        name = "backup",
        description = {
            "Writes everything in the database into one file, as it stood at one moment; people can go on working.",
            "The file holds personal data and hashes of secrets: only this system's user may read it."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "the file to write; it must not be there yet")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Stores.requireWhole();
        Databases.openForCommand();
        var owner = Databases.owner();
        try (Connection c = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                StoredFiles files = new StoredFiles(Stores.settings())) {
            long begun = System.nanoTime();
            Backup backup = new Backup(c, Clock.systemUTC(), files);
            Contents contents = backup.into(file);
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    Locale.ROOT,
                    "written to %s: %,d tables, %,d rows, %,d bytes, as of %s, in %,d ms%n",
                    file,
                    contents.tables().size(),
                    contents.rows(),
                    Files.size(file),
                    contents.taken(),
                    (System.nanoTime() - begun) / 1_000_000);
            contents.heads().forEach(h -> out.println(h.code() + "\trecord ends at " + h.sequence() + ":" + h.hash()));
            out.flush();
            if (backup.lost() == 0) {
                return 0;
            }
            err.println(
                    "auditorium: " + backup.lost()
                            + " files are gone from the object store, or are not what their hashes say: all else is in the backup");
        } catch (Refused e) {
            err.println("auditorium: " + e.getMessage());
        } catch (IOException e) {
            err.println("auditorium: the backup can't be written to " + file + ": " + e.getMessage());
        } catch (SQLException e) {
            err.println("auditorium: the database can't be read: " + e.getMessage());
        }
        err.flush();
        return 1;
    }
}
