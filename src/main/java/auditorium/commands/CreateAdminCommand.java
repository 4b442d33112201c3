package auditorium.commands;

import io.quarkus.runtime.Quarkus;
import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes an administrator, or gives one a new password. Works beside a running server. */
@Command(
        name = "create-admin",
        description = {
            "Makes an administrator of the server, or gives one a new password.",
            "The password is asked for, or read as one line from standard input."
        },
        mixinStandardHelpOptions = true)
final class CreateAdminCommand implements Runnable {

    @Option(names = "--login", required = true, description = "the name to sign in with")
    private String login = "";

    @Option(names = "--name", description = "the name to show (default: the login)")
    private String name = "";

    @Override
    public void run() {
        String password = password();
        Databases.openForCommand();
        Quarkus.run(CreateAdmin.class, login, name.isBlank() ? login : name, password);
    }

    @SuppressWarnings("SystemConsoleNull") // null on older JDKs, and when standard input is a pipe
    private static String password() {
        Console console = System.console();
        if (console != null) {
            return new String(console.readPassword("Password: "));
        }
        Scanner in = new Scanner(System.in, StandardCharsets.UTF_8);
        return in.hasNextLine() ? in.nextLine() : "";
    }
}
