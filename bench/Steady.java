import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that has worked for a while: how many answers it takes (ink) and how many quiz pages it makes (paper) a second, beside what the
 * same database and the same web server can do at all in the same run. The limits are measured again at the end: if they have moved by more
 * than 15 per cent, somebody else used the machine and the run says so. Run it by bench/run; it needs wrk and pgbench.
 */
final class Steady {

    private static final int PEOPLE = 64;
    private static final String QUIZ = "A7-audit-day";
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
    private static final Pattern FORM = Pattern.compile("<form id=\"form-([^\"]+)\"");
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without");
    private static final Pattern COUNT = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    private final HttpClient phone =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
    private final String base;
    private final Factory factory;
    private final long server;

    private Steady(String base, Path data, long server) {
        this.base = base;
        this.factory = new Factory(data);
        this.server = server;
    }

    /** What a load came to; times in milliseconds, per request where it says so. */
    private record Load(long requests, double rate, String p50, String p99, String max, long bad, double app, double postgres, double loader) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%8.0f/s  p50 %s  p99 %s  max %s  CPU ms a request: application %.2f, PostgreSQL %.2f, loader %.2f%s",
                    rate, p50, p99, max, app, postgres, loader, bad == 0 ? "" : "  NOT GOOD: " + bad);
        }
    }

    private record Limits(double statements, double bare, double file) {}

    public static void main(String[] given) throws Exception {
        if (given.length != 4) {
            System.err.println("usage: Steady BASE-URL DATA-FOLDER SERVER-PID SECONDS");
            System.exit(2);
        }
        new Steady(given[0], Path.of(given[1]), Long.parseLong(given[2])).run(Integer.parseInt(given[3]));
    }

    private void run(int seconds) throws Exception {
        seats(factory.seed(PEOPLE));
        for (int i = 0; i < 3; i++) { // a cold server tells nothing about a working day
            wrk("bench/ink.lua", 8, 25);
            wrk("bench/paper.lua", 8, 15);
        }
        Limits before = limits(seconds);
        Load ink = wrk("bench/ink.lua", PEOPLE, seconds);
        Load half = wrk("bench/ink.lua", 2, seconds);
        Load paper = wrk("bench/paper.lua", 8, seconds);
        Limits after = limits(seconds);
        String seat = Files.readAllLines(Path.of("target/bench/seats.txt")).get(0);
        int raw = bytes(seat, "identity");
        int gzip = bytes(seat, "gzip");
        double drift = Math.max(drift(before.statements(), after.statements()), Math.max(drift(before.bare(), after.bare()), drift(before.file(), after.file())));
        System.out.printf(Locale.ROOT, "limit: the same statements %.0f/s and %.0f/s, a bare insert %.0f/s and %.0f/s, a small file %.0f/s and %.0f/s%n",
                before.statements(), after.statements(), before.bare(), after.bare(), before.file(), after.file());
        System.out.println("ink, 64 at once      " + ink);
        System.out.println("ink, 2 at once       " + half);
        System.out.println("paper, 8 at once     " + paper);
        System.out.printf(Locale.ROOT, "ink: %.0f %% of the same statements (goal 60), %.0f %% of the bare insert (goal 40)%n",
                100 * ink.rate() / before.statements(), 100 * ink.rate() / before.bare());
        System.out.printf(Locale.ROOT, "paper: %.1f %% of a small file (goal 5), %d bytes, %d as gzip (goals 25,000 and 8,000)%n",
                100 * paper.rate() / before.file(), raw, gzip);
        System.out.printf(Locale.ROOT, "resident memory of the server %d MB; the limits moved by %.0f %%%s%n",
                resident(), 100 * drift, drift > 0.15 ? ": this run tells nothing" : "");
        Files.writeString(Path.of("bench/history.jsonl"), String.format(Locale.ROOT,
                "{\"scenario\":\"steady\",\"at\":\"%s\",\"cores\":%d,\"java\":\"%s\",\"statements\":%.0f,\"bare\":%.0f,\"file\":%.0f,\"ink\":%.0f,\"ink_p50\":\"%s\",\"ink_p99\":\"%s\","
                        + "\"ink_app_cpu_ms\":%.2f,\"ink_postgres_cpu_ms\":%.2f,\"two_p99\":\"%s\",\"paper\":%.0f,\"paper_p99\":\"%s\",\"paper_app_cpu_ms\":%.2f,\"paper_bytes\":%d,"
                        + "\"paper_gzip\":%d,\"resident_mb\":%d,\"drift\":%.2f,\"bad\":%d,\"load\":%.1f}%n",
                Instant.now().truncatedTo(ChronoUnit.SECONDS), Runtime.getRuntime().availableProcessors(), Runtime.version().feature(),
                before.statements(), before.bare(), before.file(), ink.rate(), ink.p50(), ink.p99(), ink.app(), ink.postgres(), half.p99(),
                paper.rate(), paper.p99(), paper.app(), raw, gzip, resident(), drift, ink.bad() + paper.bad(),
                java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static double drift(double before, double after) {
        return Math.abs(after - before) / before;
    }

    /** Everybody opens an attempt; what the loaders need of each stands in a file, and beside it a table for the database's own limit. */
    private void seats(UUID client) throws Exception {
        List<String> lines = new ArrayList<>();
        try (Connection database = factory.open()) {
            Factory.run(database, "create table bench_seat (n int primary key, client_id uuid not null, attempt_id uuid not null, question text not null, token_hash bytea not null)");
            Factory.run(database, "create table bench_bare (id uuid primary key, at timestamptz not null, answer text not null)");
            Factory.run(database, "grant select on bench_seat to auditorium_app");
            Factory.run(database, "grant insert on bench_bare to auditorium_app");
            for (Factory.Learner learner : factory.learners(client)) {
                String door = "/c/" + client + "/quizzes/" + QUIZ;
                String csrf = found(TOKEN, send(request(learner, door).GET()).body());
                HttpResponse<String> started = send(request(learner, door + "/attempts")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-CSRF-TOKEN", csrf)
                        .setHeader("Cookie", "session=" + learner.session() + "; csrf-token=" + csrf)
                        .POST(HttpRequest.BodyPublishers.ofString("csrf-token=" + csrf)));
                String path = URI.create(started.headers().firstValue("Location").orElseThrow()).getPath();
                String question = found(FORM, send(request(learner, path).GET()).body());
                lines.add(String.join(" ", path, learner.session(), csrf, learner.account().toString(), question));
                Factory.run(database, "insert into bench_seat values (?, ?, cast(? as uuid), ?, ?)", lines.size(), client,
                        path.replaceAll(".*/", ""), question, Factory.sha256(learner.session()));
            }
            Factory.run(database, "analyze");
        }
        Files.createDirectories(Path.of("target/bench"));
        Files.write(Path.of("target/bench/seats.txt"), lines);
    }

    private HttpRequest.Builder request(Factory.Learner learner, String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Cookie", "session=" + learner.session())
                .header("Accept", "text/html")
                .header("Accept-Language", "zh-CN");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return phone.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private int bytes(String seat, String encoding) throws Exception {
        String[] s = seat.split(" ");
        return phone.send(HttpRequest.newBuilder(URI.create(base + s[0])).header("Cookie", "session=" + s[1]).header("Accept", "text/html")
                        .header("Accept-Encoding", encoding).build(), HttpResponse.BodyHandlers.ofByteArray()).body().length;
    }

    private Limits limits(int seconds) throws Exception {
        return new Limits(pgbench("bench/ink.sql", seconds), pgbench("bench/bare.sql", seconds), wrk(null, 8, seconds).rate());
    }

    private double pgbench(String script, int seconds) throws Exception {
        ProcessBuilder b = new ProcessBuilder("pgbench", "-h", "127.0.0.1", "-p", Integer.toString(factory.port()), "-U", "auditorium_app", "-n",
                "-M", "prepared", "-c", "8", "-j", "2", "-T", Integer.toString(seconds), "-f", script, "auditorium");
        b.environment().put("PGPASSWORD", factory.password("auditorium_app"));
        return Double.parseDouble(found(TPS, output(b)));
    }

    /** Without a script: a small file that comes from the server without asking the database. */
    private Load wrk(String script, int connections, int seconds) throws Exception {
        List<String> command = new ArrayList<>(List.of("wrk", "--latency", "-t", "1", "-c", Integer.toString(connections), "-d", seconds + "s"));
        if (script != null) {
            command.addAll(List.of("-s", script));
        }
        command.add(base + (script == null ? "/icon.svg" : "/"));
        double app = Cpu.of(server);
        double postgres = Cpu.ofChildren(factory.postmaster());
        Process loader = new ProcessBuilder(command).redirectErrorStream(true).start();
        double of = 0;
        while (loader.isAlive()) { // its time can't be asked for once it has gone
            of = Math.max(of, Cpu.of(loader.pid()));
            Thread.sleep(50);
        }
        String said = new String(loader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        long n = Long.parseLong(found(COUNT, said));
        Matcher bad = BAD.matcher(said);
        return new Load(n, Double.parseDouble(found(RATE, said)), found(Pattern.compile("50%\\s+(\\S+)"), said), found(Pattern.compile("99%\\s+(\\S+)"), said),
                found(Pattern.compile("Latency\\s+\\S+\\s+\\S+\\s+(\\S+)"), said), bad.find() ? Long.parseLong(bad.group(1)) : 0,
                1000 * (Cpu.of(server) - app) / n, 1000 * (Cpu.ofChildren(factory.postmaster()) - postgres) / n, 1000 * of / n);
    }

    private static String output(ProcessBuilder command) throws Exception {
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }

    private long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + server + "/status")).stream()
                .filter(l -> l.startsWith("VmRSS"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D+", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(pattern + " is not in: " + text.substring(0, Math.min(800, text.length())));
        }
        return found.group(1);
    }
}
