package auditorium;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code ./auditorium}, with the Java that runs the tests. */
final class Launcher {

    private static @Nullable Ended rehearsal;

    /** What a command said, and its exit code. */
    record Ended(int code, String said) {}

    private Launcher() {}

    /** Whether it can run here, and Java is new enough to rehearse. */
    static boolean rehearses() {
        return Files.isExecutable(Path.of("auditorium"))
                && Files.isExecutable(Path.of("/bin/sh"))
                && Runtime.version().feature() >= 25;
    }

    /** The rehearsal of this run, once for all tests: their starts are quick like everybody's then. */
    static synchronized Ended rehearse() throws IOException, InterruptedException {
        Ended once = rehearsal;
        if (once == null) {
            once = run("", "rehearse");
            rehearsal = once;
        }
        return once;
    }

    /** A command until its end, with these options for Java. */
    static Ended run(String javaOptions, String... arguments) throws IOException, InterruptedException {
        Path log = Files.createTempFile("launcher", ".log");
        try {
            Process process =
                    command(javaOptions, arguments).redirectOutput(log.toFile()).start();
            if (!process.waitFor(6, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("it did not end: " + Files.readString(log));
            }
            return new Ended(process.exitValue(), Files.readString(log));
        } finally {
            Files.delete(log);
        }
    }

    /** A command to be started; both of its outputs are one. */
    static ProcessBuilder command(String javaOptions, String... arguments) {
        List<String> words = new ArrayList<>(List.of("./auditorium"));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("AUDITORIUM_JAVA_OPTS", javaOptions);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.remove("JAVA_TOOL_OPTIONS"); // the compiler of the rehearsal should be the real one
        return builder;
    }
}
