import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other programs that are run to the end: what they said, how long they took and what they used. */
final class Tool {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without");

    private Tool() {}

    /** {@code cpu} and {@code seconds} in seconds, {@code peak} resident memory in MB; cpu and peak without its children. */
    record Run(int code, String said, double seconds, double cpu, long peak) {
        Run good() throws IOException {
            if (code != 0) {
                throw new IOException("ended with " + code + ": " + said);
            }
            return this;
        }
    }

    static Run run(ProcessBuilder command) throws Exception {
        Path said = Files.createTempFile("bench", ".out");
        try {
            long begun = System.nanoTime();
            Process process = command.redirectErrorStream(true).redirectOutput(said.toFile()).start();
            double cpu = 0;
            long peak = 0;
            do { // neither can be asked for once it has gone
                cpu = Math.max(cpu, Cpu.of(process.pid()));
                peak = Math.max(peak, memory(process.pid(), "VmHWM"));
            } while (!process.waitFor(20, java.util.concurrent.TimeUnit.MILLISECONDS));
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Run(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8), seconds, cpu, peak);
        } finally {
            Files.delete(said);
        }
    }

    /** What eight connections do in a second with the script, as the role that the application has; {@code more}: further options. */
    static double pgbench(Factory factory, String script, int seconds, String... more) throws Exception {
        ProcessBuilder b = new ProcessBuilder("pgbench", "-h", "127.0.0.1", "-p", Integer.toString(factory.port()), "-U", "auditorium_app", "-n",
                "-M", "prepared", "-c", "8", "-j", "2", "-T", Integer.toString(seconds), "-f", script);
        b.command().addAll(List.of(more));
        b.command().add("auditorium");
        b.environment().put("PGPASSWORD", factory.password("auditorium_app"));
        return Double.parseDouble(found(TPS, run(b).good().said()));
    }

    /** VmRSS or VmHWM of a process, in MB; 0 where the system does not tell. */
    static long memory(long pid, String what) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(l -> l.startsWith(what))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D+", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(pattern + " is not in: " + text.substring(0, Math.min(800, text.length())));
        }
        return found.group(1);
    }
}
