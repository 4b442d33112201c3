package auditorium.commands;

import auditorium.library.Library;
import auditorium.platform.EmbeddedDatabase;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves until it is told to stop. */
@Command(name = "serve", description = "Starts the server (the default).", mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {

    @Option(names = "--port", description = "the port to listen on (default: 8080)")
    private int port;

    @Override
    public void run() {
        if (port > 0) {
            System.setProperty("quarkus.http.port", Integer.toString(port));
        }
        String content = System.getenv("AUDITORIUM_CONTENT");
        Library.readEarly(Path.of(content == null || content.isBlank() ? "." : content), Clock.systemUTC());
        try {
            if (!Databases.outside()) {
                boolean development = LaunchMode.current() == LaunchMode.DEVELOPMENT;
                Databases.openEmbedded(development ? EmbeddedDatabase.Use.OWN_OR_JOIN : EmbeddedDatabase.Use.OWN);
                System.setProperty("auditorium.embedded", "true");
            }
        } catch (EmbeddedDatabase.Unavailable e) {
            System.err.println("auditorium: " + e.getMessage());
            System.exit(1);
        }
        Quarkus.run(Server.class);
    }
}
