package auditorium;

import auditorium.commands.AuditoriumCommand;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where it all starts: {@code java -jar quarkus-run.jar [command]}. Without a command it serves. */
@QuarkusMain
public final class Auditorium {

    private static final Logger EMBEDDED_DATABASE = Logger.getLogger("io.zonky"); // kept, or its level would be lost

    private Auditorium() {}

    public static void main(String... args) {
        // the embedded database tells its whole story otherwise
        EMBEDDED_DATABASE.setLevel(Level.WARNING);
        int code = AuditoriumCommand.execute(args);
        // A server or a command with beans has already left through Quarkus; what arrives here needed none.
        System.exit(code);
    }
}
