package auditorium.commands;

import auditorium.platform.EmbeddedDatabase;
import auditorium.platform.backup.Restoration;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Points Quarkus at the database before it starts: an outside one when it is named, else the embedded one. */
final class Databases {

    private Databases() {}

    /** Whether an operator has named a database of their own. */
    static boolean outside() {
        return System.getenv("QUARKUS_DATASOURCE_JDBC_URL") != null
                || System.getProperty("quarkus.datasource.jdbc.url") != null;
    }

    /** The folder for what this installation keeps. */
    static Path data() {
        String data = System.getenv("AUDITORIUM_DATA");
        return Path.of(data == null || data.isBlank() ? "data" : data);
    }

    /**
     * Starts or joins the embedded database and has it stopped after the application, and only then. {@code meanwhile} is done
     * while it starts. A database that can't be had ends the program with one line for the operator.
     */
    static void openEmbedded(Path data, EmbeddedDatabase.Use use, Runnable meanwhile) {
        FutureTask<EmbeddedDatabase> opening =
                new FutureTask<>(() -> EmbeddedDatabase.open(data.resolve("postgres"), use));
        Thread.ofPlatform().name("embedded-database").daemon().start(opening);
        meanwhile.run();
        EmbeddedDatabase database = opened(opening);
        database.watch(Databases::dropBrokenConnections, () -> Quarkus.asyncExit(1));
        database.settings().forEach(System::setProperty);
        // Shutdown hooks run side by side: ours waits until the application has answered its last request.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Application running = Application.currentApplication();
            if (running != null) {
                running.awaitShutdown();
            }
            database.close();
        }));
    }

    /**
     * Opens the database for a command that works beside a running server: without the web, without the server's jobs, which are
     * none of a command's business, and with nothing in the log but errors.
     */
    static void openForCommand() {
        openForCommand(EmbeddedDatabase.Use.OWN_OR_JOIN);
    }

    /** The same; with {@code OWN} only while no server runs. */
    static void openForCommand(EmbeddedDatabase.Use use) {
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.scheduler.enabled", "false");
        System.setProperty("quarkus.log.level", "ERROR");
        System.setProperty("quarkus.banner.enabled", "false");
        if (!outside()) {
            openEmbedded(data(), use, () -> {});
        }
    }

    /** How the owner of the tables gets into the database that was opened, or into the operator's own. */
    static Restoration.Login owner() {
        return new Restoration.Login(
                setting("quarkus.flyway.jdbc-url", "quarkus.datasource.jdbc.url"),
                setting("quarkus.flyway.username", "quarkus.datasource.username"),
                setting("quarkus.flyway.password", "quarkus.datasource.password"));
    }

    /** The first of these that an operator has set, as a system property or in the environment; else nothing. */
    static String setting(String... names) {
        for (String name : names) {
            String value = System.getProperty(name);
            if (value == null) {
                value = System.getenv(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT));
            }
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    private static void dropBrokenConnections() {
        ArcContainer beans = Arc.container();
        if (beans != null && beans.isRunning()) {
            beans.instance(AgroalDataSource.class).get().flush(AgroalDataSource.FlushMode.GRACEFUL);
        }
    }

    private static EmbeddedDatabase opened(Future<EmbeddedDatabase> opening) {
        try {
            return opening.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof EmbeddedDatabase.Unavailable unavailable)) {
                throw new IllegalStateException(e.getCause());
            }
            System.err.println("auditorium: " + unavailable.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(1);
        throw new IllegalStateException("the program has ended");
    }
}
