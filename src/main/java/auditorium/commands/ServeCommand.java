package auditorium.commands;

import auditorium.library.Library;
import auditorium.platform.EmbeddedDatabase;
import io.quarkus.runtime.Application;
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
        Stores.requireWhole();
        if (port > 0) {
            System.setProperty("quarkus.http.port", Integer.toString(port));
        }
        String content = System.getenv("AUDITORIUM_CONTENT");
        Library.readEarly(
                Path.of(content == null || content.isBlank() ? "." : content),
                Databases.data().resolve("checked-content"),
                Clock.systemUTC());
        if (!Databases.outside()) {
            boolean development = LaunchMode.current() == LaunchMode.DEVELOPMENT;
            System.setProperty("auditorium.embedded", "true");
            Databases.openEmbedded(
                    Databases.data(),
                    development ? EmbeddedDatabase.Use.OWN_OR_JOIN : EmbeddedDatabase.Use.OWN,
                    development ? () -> {} : ServeCommand::beginApplication);
        }
        Quarkus.run(Server.class);
    }

    /** What Quarkus does without a database: the greater part of its start, done while PostgreSQL starts. */
    static void beginApplication() {
        try {
            Class.forName(
                    Application.APP_CLASS_NAME, true, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
