import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The least that the same stack can do, in {@code bench/hello}: started with the very options of the server that is measured, and with a
 * rehearsal of its own if that server has one.
 */
final class Hello {

    private static final Path APP = Path.of("bench/hello/target/quarkus-app");

    private final int port;
    private final List<String> command;

    /** Takes over the options of the server; rehearses if it started from a rehearsal. */
    Hello(long server, int port) throws Exception {
        this.port = port;
        List<String> given = Arrays.asList(Files.readString(Path.of("/proc/" + server + "/cmdline"), StandardCharsets.UTF_8).split("\0"));
        command = new ArrayList<>(given.subList(0, 1));
        boolean rehearsed = false;
        for (String option : given.subList(1, given.size())) {
            if (!option.startsWith("-") || option.equals("-cp") || option.equals("-jar")) {
                break;
            }
            rehearsed |= option.startsWith("-XX:AOTCache=");
            if (!option.startsWith("-XX:AOTCache") && !option.contains("SharedArchive")) {
                command.add(option);
            }
        }
        command.add("-Dquarkus.http.port=" + port);
        if (rehearsed) {
            Path cache = Path.of("target/bench/hello.aot");
            Files.deleteIfExists(cache);
            List<String> rehearsal = new ArrayList<>(command);
            rehearsal.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-cp", path(), "hello.Hello", "rehearse"));
            Tool.run(new ProcessBuilder(rehearsal));
            if (!Files.exists(cache)) {
                throw new IOException("the rehearsal of the limit left nothing");
            }
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(List.of("-cp", path(), "hello.Hello"));
    }

    private static String path() throws IOException {
        List<String> jars = new ArrayList<>(List.of(APP + "/quarkus/transformed-bytecode.jar", APP + "/quarkus/generated-bytecode.jar"));
        for (String folder : List.of("app", "lib/boot", "lib/main")) {
            try (Stream<Path> all = Files.list(APP.resolve(folder))) {
                all.map(Path::toString).filter(j -> j.endsWith(".jar")).sorted().forEach(jars::add);
            }
        }
        jars.removeIf(j -> !Files.exists(Path.of(j)));
        return String.join(":", jars);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Started start() throws Exception {
        return Started.of(new ProcessBuilder(command), address(), "/hello");
    }

    /** A server that has given its first page; {@code millis} from the call of its program until then, {@code cpu} seconds of processors. */
    record Started(Process process, long millis, double cpu) implements AutoCloseable {

        static Started of(ProcessBuilder command, URI base, String page) throws Exception {
            Path log = Path.of("target/bench/started.log");
            long begun = System.nanoTime();
            Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
            while (true) {
                try (Wire wire = new Wire(base)) {
                    if (wire.get(page, "Connection: close").status() == 200) {
                        return new Started(process, (System.nanoTime() - begun) / 1_000_000, Cpu.of(process.pid()));
                    }
                } catch (IOException notYet) {
                    // asked again in a moment
                }
                if (!process.isAlive() || System.nanoTime() - begun > 60_000_000_000L) {
                    process.destroyForcibly();
                    throw new IOException("did not start: " + Files.readString(log));
                }
                Thread.sleep(5);
            }
        }

        long resident() {
            return Tool.memory(process.pid(), "VmRSS");
        }

        @Override
        public void close() throws Exception {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
