import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One line of {@code bench/history.jsonl}: what ran when on which machine, and what came of it. */
final class History {

    /** Limits that moved by more than this while a scenario ran say that somebody else used the machine. */
    static final double MOST_DRIFT = 0.15;

    private final Map<String, Object> fields = new LinkedHashMap<>();

    History(String scenario) throws IOException {
        with("scenario", scenario);
        with("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        with("cores", Runtime.getRuntime().availableProcessors());
        with("cpu", after(Path.of("/proc/cpuinfo"), "model name"));
        with("memory_mb", number(after(Path.of("/proc/meminfo"), "MemTotal")) / 1024);
        with("java", Runtime.version().toString());
        with("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** Numbers with as many decimals as mean something. */
    History with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    History with(String name, Times times) {
        return with(name + "_p50", times.percentile(50)).with(name + "_p99", times.percentile(99)).with(name + "_max", times.percentile(100));
    }

    void write() throws IOException {
        StringBuilder line = new StringBuilder("{");
        fields.forEach((name, value) -> line.append(line.length() == 1 ? "" : ",").append('"').append(name).append("\":").append(json(value)));
        Files.writeString(Path.of("bench/history.jsonl"), line.append("}\n"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String json(Object value) {
        return switch (value) {
            case Double d when Math.abs(d) >= 100 -> String.format(Locale.ROOT, "%.0f", d);
            case Double d -> String.format(Locale.ROOT, "%.2f", d);
            case Number n -> n.toString();
            case Boolean b -> b.toString();
            default -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        };
    }

    static double drift(double before, double after) {
        return Math.abs(after - before) / before;
    }

    /** Says how far the limits moved, and whether that voids the run. */
    static boolean steady(double drift) {
        System.out.printf(Locale.ROOT, "the limits moved by %.0f %%%s%n", 100 * drift, drift > MOST_DRIFT ? ": this run tells nothing" : "");
        return drift <= MOST_DRIFT;
    }

    static String goal(boolean met) {
        return met ? "met" : "MISSED";
    }

    private static long number(String text) {
        String digits = text.replaceAll("\\D+", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    /** Of a file of the system with lines {@code name: value}; empty where the system has none. */
    private static String after(Path file, String name) throws IOException {
        return !Files.exists(file)
                ? ""
                : Files.readAllLines(file).stream().filter(l -> l.startsWith(name)).findFirst()
                        .map(l -> l.substring(l.indexOf(':') + 1).strip()).orElse("");
    }
}
