package auditorium.commands;

import auditorium.library.Library;
import auditorium.platform.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * A start for practice, in a folder of its own: makes the demo factories, looks at pages and ends. Java watches it and writes down
 * what a start needs, so that real ones are quick; see {@code ./auditorium}.
 */
@Command(
        name = "rehearse",
        hidden = true,
        description = "Starts in a new folder, looks at some pages and ends; Java learns from it how to start quickly.",
        mixinStandardHelpOptions = true)
final class RehearseCommand implements Runnable {

    @Parameters(paramLabel = "FOLDER", description = "a folder that does not exist yet; delete it afterwards")
    private Path folder = Path.of("rehearsal");

    @Override
    public void run() {
        if (Files.exists(folder)) {
            System.err.println("auditorium: " + folder + " is there already");
            System.exit(1);
        }
        System.setProperty("quarkus.http.host", "127.0.0.1");
        System.setProperty("quarkus.http.port", Integer.toString(freePort()));
        System.setProperty("auditorium.demo", "true");
        System.setProperty("auditorium.embedded", "true");
        Library.readEarly(Path.of("."), folder.resolve("checked-content"), Clock.systemUTC());
        Databases.openEmbedded(folder, EmbeddedDatabase.Use.OWN, ServeCommand::beginApplication);
        Quarkus.run(Rehearsal.class);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
