package auditorium.commands;

import auditorium.platform.EmbeddedDatabase;
import auditorium.platform.backup.BackupFile;
import auditorium.platform.backup.Contents;
import auditorium.platform.backup.Refused;
import auditorium.platform.backup.Restoration;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup into the database, brings it up to this version and checks it. The server must not be running. */
@Command(
        name = "restore",
        description = {
            "Puts a backup into the database, brings it up to this version, and checks the records and files in it.",
            "The server must be stopped. A damaged, foreign or newer file is refused before anything is changed.",
            "Exit 1 when it was refused or failed, and the database is as it was, or when what was restored is not whole."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "a file that “backup” has written")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--replace", description = "overwrites a database that holds something; what it held is lost")
    private boolean replace;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Stores.requireWhole();
        try (BackupFile backup = BackupFile.open(file)) {
            Databases.openForCommand(EmbeddedDatabase.Use.OWN);
            long begun = System.nanoTime();
            new Restoration(Databases.owner()).from(backup, replace);
            Contents contents = backup.contents();
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    Locale.ROOT,
                    "restored: %,d tables, %,d rows, as of %s, in %,d ms%n",
                    contents.tables().size(),
                    contents.rows(),
                    contents.taken(),
                    (System.nanoTime() - begun) / 1_000_000);
            out.flush();
        } catch (Refused e) {
            return failed(err, String.valueOf(e.getMessage()));
        } catch (IOException | SQLException e) {
            return failed(err, "the restore failed, and the database is as it was: " + e.getMessage());
        }
        Quarkus.run(Restored.class, file.toString());
        return 0; // never reached: Quarkus leaves with the check's own code
    }

    private static int failed(PrintWriter err, String why) {
        err.println("auditorium: " + why);
        err.flush();
        return 1;
    }
}
