package auditorium.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * HT26: each parser is fed by a fuzzer that sees which branches an input reaches and goes on from those that reach new ones, with little
 * memory. {@code -Dfuzz.seconds} says for how long each. What it finds lies in {@code target/fuzz/found} and belongs into the parser's
 * folder of kept inputs, with the fix. Fuzzer and native library come from Maven like any other library.
 */
class FuzzIT {

    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 3);
    /** A process takes its time to begin: for less than this, several parsers share one. */
    private static final int WORTH_A_PROCESS = 60;

    private static final Path OUT = Path.of("target", "fuzz");
    private static final int SIDE_BY_SIDE = 2;
    /** Of what an input reaches, these count. */
    private static final String LOOKED_AT = String.join(
            ":",
            List.of(
                    "auditorium.**",
                    "org.snakeyaml.**",
                    "org.commonmark.**",
                    "de.siegmar.fastcsv.**",
                    "org.dhatim.fastexcel.**",
                    "com.twelvemonkeys.**"));

    private static final Pattern NEEDED = Pattern.compile(
            "/target/(test-)?classes/?$|/target/[^/]+[.]jar$|/(jazzer|snakeyaml|commonmark|fastcsv|fastexcel|aalto|stax|imageio|common-|jspecify"
                    + "|commons|jackson|jboss-logging|jboss-logmanager|slf4j|smallrye-common|icu4j|opczip|quarkus-qute|qute|jakarta)[^/]*[.]jar$");

    private static final Pattern RUNS = Pattern.compile("stat::number_of_executed_units: *(\\d+)");
    private static final Pattern FOUND = Pattern.compile("Test unit written to (\\S+)");

    @Test
    @DisplayName(
            "HT26: whatever a fuzzer thinks of is read or refused by every parser, within five seconds and little memory")
    void whateverAFuzzerThinksOfIsReadOrRefused() throws IOException, InterruptedException, ExecutionException {
        List<String> found = new ArrayList<>();
        try (ExecutorService processes = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<Optional<String>>> all = new ArrayList<>();
            for (List<Parser> parsers : groups()) {
                all.add(processes.submit(() -> fuzz(parsers)));
            }
            for (Future<Optional<String>> one : all) {
                one.get().ifPresent(found::add);
            }
        }
        assertEquals(List.of(), found);
    }

    private static List<List<Parser>> groups() {
        List<Parser> all = List.of(Parser.values());
        if (SECONDS >= WORTH_A_PROCESS) {
            return all.stream().map(List::of).toList();
        }
        int half = all.size() / 2;
        return List.of(all.subList(0, half), all.subList(half, all.size()));
    }

    /** What went wrong, if anything did. */
    private static Optional<String> fuzz(List<Parser> parsers) throws IOException, InterruptedException {
        String name = parsers.size() == 1
                ? String.valueOf(parsers.get(0).folder().getFileName())
                : "group-" + parsers.get(0).folder().getFileName();
        int seconds = SECONDS * parsers.size();
        Path grown = Files.createDirectories(OUT.resolve(name)); // inputs that lead on are kept from run to run
        Path scratch = Files.createDirectories(OUT.resolve(name + ".tmp").toAbsolutePath());
        Path log = OUT.resolve(name + ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:-OmitStackTraceInFastThrow",
                        "-XX:+EnableDynamicAgentLoading",
                        "-Djdk.attach.allowAttachSelf=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Djava.io.tmpdir=" + scratch,
                        "-cp",
                        classes(),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + FuzzTarget.class.getName(),
                        "--target_args=" + parsers.stream().map(Parser::name).collect(Collectors.joining(" ")),
                        "--instrumentation_includes=" + LOOKED_AT,
                        "--custom_hook_includes=" + LOOKED_AT,
                        "--reproducer_path=" + OUT.toAbsolutePath(),
                        "-artifact_prefix=" + OUT.toAbsolutePath() + File.separator + name + "-",
                        "-max_total_time=" + seconds,
                        "-timeout=5",
                        "-rss_limit_mb=1024",
                        "-print_final_stats=1",
                        grown.toAbsolutePath().toString(),
                        seeds(parsers, name).toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(seconds + 180L, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.of(name + " does not come to an end: " + log);
        }
        String said = Files.readString(log, StandardCharsets.ISO_8859_1);
        Matcher runs = RUNS.matcher(said);
        boolean ran = runs.find();
        System.out.println(parsers + ": " + (ran ? runs.group(1) : "no") + " inputs in " + seconds + " s");
        return process.exitValue() == 0 && ran
                ? Optional.empty()
                : Optional.of(name + kept(parsers, said) + ", see " + log + ":\n"
                        + said.substring(Math.max(0, said.length() - 6000)));
    }

    /** The folder to begin from. Where several parsers share a process, a byte before each input says for which it is. */
    private static Path seeds(List<Parser> parsers, String name) throws IOException {
        if (parsers.size() == 1) {
            return parsers.get(0).folder();
        }
        Path seeds = Files.createDirectories(OUT.resolve(name + ".seeds"));
        for (int i = 0; i < parsers.size(); i++) {
            for (Path file : parsers.get(i).kept()) {
                byte[] bytes = Files.readAllBytes(file);
                byte[] marked = new byte[bytes.length + 1];
                marked[0] = (byte) i;
                System.arraycopy(bytes, 0, marked, 1, bytes.length);
                Files.write(seeds.resolve(i + "-" + file.getFileName()), marked);
            }
        }
        return seeds;
    }

    /** Puts the input that was found where it can be taken from. */
    private static String kept(List<Parser> parsers, String said) throws IOException {
        Matcher found = FOUND.matcher(said);
        if (!found.find()) {
            return " has failed";
        }
        Path file = Path.of(found.group(1));
        byte[] bytes = Files.readAllBytes(file);
        Parser parser = parsers.get(0);
        if (parsers.size() > 1 && bytes.length > 0) {
            parser = parsers.get(FuzzTarget.chosen(bytes[0], parsers.size()));
            bytes = Arrays.copyOfRange(bytes, 1, bytes.length);
        }
        Path folder = Files.createDirectories(OUT.resolve("found"));
        Path to = Files.write(folder.resolve(parser + "-" + file.getFileName()), bytes);
        return " has found " + to + ", which belongs into " + parser.folder();
    }

    /** What parsers need: the fuzzer looks through all that there is, and would start a framework that it finds. */
    private static String classes() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator, -1))
                .filter(entry -> NEEDED.matcher(entry.replace('\\', '/')).find())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
