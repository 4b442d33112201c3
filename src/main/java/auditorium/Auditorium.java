package auditorium;

import auditorium.commands.AuditoriumCommand;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where it all starts: {@code java -jar quarkus-run.jar [command]}. Without a command it serves. */
@QuarkusMain
public final class Auditorium {

    private Auditorium() {}

    public static void main(String... args) {
        int code = AuditoriumCommand.line().execute(args);
        // A server or a command with beans has already left through Quarkus; what arrives here needed none.
        System.exit(code);
    }
}
