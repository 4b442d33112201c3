package auditorium.commands;

import auditorium.platform.EmbeddedDatabase;
import io.quarkus.runtime.Application;
import java.nio.file.Path;

/** Points Quarkus at the database before it starts: an outside one when it is named, else the embedded one. */
final class Databases {

    private Databases() {}

    /** Whether an operator has named a database of their own. */
    static boolean outside() {
        return System.getenv("QUARKUS_DATASOURCE_JDBC_URL") != null
                || System.getProperty("quarkus.datasource.jdbc.url") != null;
    }

    /** Starts or joins the embedded database and has it stopped after the application, and only then. */
    static void openEmbedded(EmbeddedDatabase.Use use) {
        String data = System.getenv("AUDITORIUM_DATA");
        Path folder = Path.of(data == null || data.isBlank() ? "data" : data).resolve("postgres");
        EmbeddedDatabase database = EmbeddedDatabase.open(folder, use);
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
}
