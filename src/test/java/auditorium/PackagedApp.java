package auditorium;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the packaged application as an operator does, in a data folder of its own, and ends what it started. */
final class PackagedApp implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final Path data;
    private final Path logs;
    private final List<Process> started = new ArrayList<>();

    PackagedApp(Path data) {
        this(data, data);
    }

    /** With the output somewhere else than the data. */
    PackagedApp(Path data, Path logs) {
        this.data = data;
        this.logs = logs;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The command with these arguments, begun; its output is kept. */
    Process java(String... arguments) throws IOException {
        return java(Map.of(), List.of(), arguments);
    }

    /** The same with an environment and options for Java of its own. */
    Process java(Map<String, String> environment, List<String> options, String... arguments) throws IOException {
        ProcessBuilder builder = Launcher.rehearses()
                ? rehearsed(options, arguments)
                : new ProcessBuilder(withoutTheLauncher(options, arguments)).redirectErrorStream(true);
        builder.environment().put("AUDITORIUM_DATA", data.toString());
        builder.environment().putAll(environment);
        builder.redirectOutput(logs.resolve("out-" + started.size() + ".log").toFile());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static ProcessBuilder rehearsed(List<String> options, String... arguments) throws IOException {
        try {
            Launcher.rehearse(); // QuickStartIT asks how that went
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("while rehearsing");
        }
        return Launcher.command(String.join(" ", options), arguments);
    }

    private static List<String> withoutTheLauncher(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    String output(Process process) throws IOException {
        return Files.readString(logs.resolve("out-" + started.indexOf(process) + ".log"), StandardCharsets.UTF_8);
    }

    /** How long it took until the first page came. */
    Duration waitFor(Process process, int port) throws IOException, InterruptedException {
        Instant begun = Instant.now();
        while (Duration.between(begun, Instant.now()).toSeconds() < 120) {
            if (!process.isAlive()) {
                throw new AssertionError("it ended: " + output(process));
            }
            try {
                HttpURLConnection c = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/sign-in")
                        .toURL()
                        .openConnection();
                if (c.getResponseCode() == 200) {
                    return Duration.between(begun, Instant.now());
                }
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("no first page: " + output(process));
    }

    @Override
    public void close() {
        started.stream().filter(Process::isAlive).forEach(process -> {
            process.destroy();
            process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        });
    }
}
