package auditorium.commands;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code auditorium}: the server and everything that an operator does beside it. */
@Command(
        name = "auditorium",
        description = "Gets a factory ready for its customer audits.",
        mixinStandardHelpOptions = true,
        versionProvider = AuditoriumCommand.Build.class,
        subcommands = {
            ServeCommand.class,
            CheckCommand.class,
            CreateAdminCommand.class,
            RehearseCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            VerifyCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        },
        footer = {
            "",
            "Without a command it serves. Exit codes: 0 done, 1 the work failed, 2 the words of the call are off."
        })
public final class AuditoriumCommand implements Runnable {

    /**
     * Does what the words say and answers the exit code. What is typed every day needs no parser, whose classes Java can't keep
     * ready: without it a start is a good part of a second shorter.
     */
    public static int execute(String... words) {
        if (words.length == 0 || (words.length == 1 && "serve".equals(words[0]))) {
            new ServeCommand().run();
            return 0;
        }
        return line().execute(words);
    }

    /** The line for {@code main} and for tests. */
    public static CommandLine line() {
        return new CommandLine(new AuditoriumCommand()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        new ServeCommand().run();
    }

    /** Says which build this is. */
    static final class Build implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = AuditoriumCommand.class.getPackage().getImplementationVersion();
            return new String[] {"auditorium " + (version == null ? "development build" : version)};
        }
    }
}
