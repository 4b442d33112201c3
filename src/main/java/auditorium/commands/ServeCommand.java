package auditorium.commands;

import auditorium.platform.EmbeddedDatabase;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
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
