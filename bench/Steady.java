import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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

    /** As many answer as read, and others do: who writes a thousand answers to one question is no reader of a usual page. */
    private static final int PEOPLE = 64;
    private static final String QUIZ = "A7-audit-day";
    private static final Pattern FORM = Pattern.compile("<form id=\"form-([^\"]+)\"");
    private static final Pattern COUNT = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    private final HttpClient phone =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
    private final String base;
    private final Factory factory;
    private final long server;
    private final Hello hello;

    private Steady(String base, Path data, long server) throws Exception {
        this.base = base;
        this.factory = new Factory(data);
        this.server = server;
        this.hello = new Hello(server, URI.create(base).getPort() + 2);
    }

    /** What a load came to; times in milliseconds, per request where it says so. */
    private record Load(long requests, double rate, String p50, String p99, String max, long bad, double app, double postgres, double loader) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%8.0f/s  p50 %s  p99 %s  max %s  CPU ms a request: application %.2f, PostgreSQL %.2f, loader %.2f%s",
                    rate, p50, p99, max, app, postgres, loader, bad == 0 ? "" : "  NOT GOOD: " + bad);
        }

        void into(History history, String name) {
            new Cpu.Spent(app, postgres, loader).into(history.with(name, rate).with(name + "_p50", millis(p50)).with(name + "_p99", millis(p99))
                    .with(name + "_max", millis(max)).with(name + "_bad", bad), name);
        }
    }

    private record Limits(double statements, double bare, double hello) {}

    public static void main(String[] given) throws Exception {
        if (given.length != 4) {
            System.err.println("usage: Steady BASE-URL DATA-FOLDER SERVER-PID SECONDS");
            System.exit(2);
        }
        Steady steady = new Steady(given[0], Path.of(given[1]), Long.parseLong(given[2]));
        boolean good;
        try (Hello.Started beside = steady.hello.start()) {
            good = steady.run(Integer.parseInt(given[3]));
        }
        System.exit(good ? 0 : 1);
    }

    private boolean run(int seconds) throws Exception {
        History history = new History("steady").with("seconds", seconds).with("people", PEOPLE);
        seats(factory.seed(2 * PEOPLE));
        for (int i = 0; i < 3; i++) { // a cold server tells nothing about a working day
            wrk("bench/ink.lua", 8, 25);
            wrk("bench/paper.lua", 8, 15);
        }
        wrk(null, 8, 10);
        Cpu.rest(server);
        Limits before = limits(seconds);
        Load ink = wrk("bench/ink.lua", PEOPLE, seconds);
        Load half = wrk("bench/ink.lua", 2, seconds);
        Load paper = wrk("bench/paper.lua", 8, seconds);
        Cpu.rest(server);
        Limits after = limits(seconds);
        String seat = Files.readAllLines(Path.of("target/bench/readers.txt")).get(0);
        int raw = bytes(seat, "identity");
        int gzip = bytes(seat, "gzip");
        double drift = Math.max(History.drift(before.statements(), after.statements()), Math.max(History.drift(before.bare(), after.bare()), History.drift(before.hello(), after.hello())));
        System.out.printf(Locale.ROOT, "limit: the same statements %.0f/s and %.0f/s, a bare insert %.0f/s and %.0f/s, a word on the event loop %.0f/s and %.0f/s%n",
                before.statements(), after.statements(), before.bare(), after.bare(), before.hello(), after.hello());
        System.out.println("ink, 64 at once      " + ink);
        System.out.println("ink, 2 at once       " + half);
        System.out.println("paper, 8 at once     " + paper);
        double statements = (before.statements() + after.statements()) / 2;
        double bare = (before.bare() + after.bare()) / 2;
        double word = (before.hello() + after.hello()) / 2;
        boolean inked = ink.bad() + half.bad() == 0 && ink.rate() >= 0.6 * statements && ink.rate() >= 0.4 * bare && ink.app() <= 0.3 && millis(half.p99()) <= 25;
        boolean papered = paper.bad() == 0 && paper.rate() >= 0.05 * word && paper.app() <= 0.6 && raw <= 25_000 && gzip <= 8_000;
        System.out.printf(Locale.ROOT, "ink: %.0f %% of the same statements (goal 60), %.0f %% of the bare insert (goal 40), %.2f CPU ms in the application (goal 0.3),"
                        + " p99 of two at once %s (goal 25 ms): %s%n",
                100 * ink.rate() / statements, 100 * ink.rate() / bare, ink.app(), half.p99(), History.goal(inked));
        System.out.printf(Locale.ROOT, "paper: %.1f %% of the word (goal 5), %.2f CPU ms in the application (goal 0.6), %d bytes, %d as gzip (goals 25,000 and 8,000): %s%n",
                100 * paper.rate() / word, paper.app(), raw, gzip, History.goal(papered));
        System.out.printf(Locale.ROOT, "resident memory of the server %d MB%n", Tool.memory(server, "VmRSS"));
        boolean steady = History.steady(drift);
        history.with("statements", statements).with("bare", bare).with("hello", word);
        ink.into(history, "ink");
        half.into(history, "two");
        paper.into(history, "paper");
        history.with("paper_bytes", raw).with("paper_gzip", gzip).with("resident_mb", Tool.memory(server, "VmRSS")).with("drift", drift).with("void", !steady).write();
        return inked && papered && steady;
    }

    /** Of what wrk writes: 850.00us, 12.30ms, 1.20s. */
    private static double millis(String time) {
        double number = Double.parseDouble(time.replaceAll("[a-z]+$", ""));
        return time.endsWith("us") ? number / 1000 : time.endsWith("ms") ? number : number * 1000;
    }

    /** Everybody opens an attempt; what the loaders need of each stands in a file, and beside it a table for the database's own limit. */
    private void seats(UUID client) throws Exception {
        List<String> lines = new ArrayList<>();
        List<String> readers = new ArrayList<>();
        try (Connection database = factory.open()) {
            Factory.run(database, "create table bench.seat (n int primary key, client_id uuid not null, attempt_id uuid not null, question text not null, token_hash bytea not null)");
            Factory.run(database, "create table bench.bare (id uuid primary key, at timestamptz not null, answer text not null)");
            Factory.run(database, "grant select on bench.seat to auditorium_app");
            Factory.run(database, "grant insert on bench.bare to auditorium_app");
            for (Factory.Learner learner : factory.learners(client)) {
                String door = "/c/" + client + "/quizzes/" + QUIZ;
                String csrf = Tool.found(Rush.TOKEN, send(request(learner, door).GET()).body());
                HttpResponse<String> started = send(request(learner, door + "/attempts")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-CSRF-TOKEN", csrf)
                        .setHeader("Cookie", "session=" + learner.session() + "; csrf-token=" + csrf)
                        .POST(HttpRequest.BodyPublishers.ofString("csrf-token=" + csrf)));
                String path = URI.create(started.headers().firstValue("Location").orElseThrow()).getPath();
                String question = Tool.found(FORM, send(request(learner, path).GET()).body());
                if (lines.size() == PEOPLE) {
                    readers.add(path + " " + learner.session());
                    continue;
                }
                lines.add(String.join(" ", path, learner.session(), csrf, learner.account().toString(), question));
                Factory.run(database, "insert into bench.seat values (?, ?, cast(? as uuid), ?, ?)", lines.size(), client,
                        path.replaceAll(".*/", ""), question, Factory.sha256(learner.session()));
            }
            Factory.run(database, "analyze");
        }
        Files.createDirectories(Path.of("target/bench"));
        Files.write(Path.of("target/bench/seats.txt"), lines);
        Files.write(Path.of("target/bench/readers.txt"), readers);
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
        return new Limits(Tool.pgbench(factory, "bench/ink.sql", seconds), Tool.pgbench(factory, "bench/bare.sql", seconds), wrk(null, 8, seconds).rate());
    }

    /** Without a script: one word by HTTP from the same stack, in a server of its own. */
    private Load wrk(String script, int connections, int seconds) throws Exception {
        List<String> command = new ArrayList<>(List.of("wrk", "--latency", "-t", "1", "-c", Integer.toString(connections), "-d", seconds + "s"));
        if (script != null) {
            command.addAll(List.of("-s", script));
        }
        command.add(script == null ? hello.address() + "/hello" : base + "/");
        double app = Cpu.of(server);
        double postgres = Cpu.ofChildren(factory.postmaster());
        Process loader = new ProcessBuilder(command).redirectErrorStream(true).start();
        double of = 0;
        while (loader.isAlive()) { // its time can't be asked for once it has gone
            of = Math.max(of, Cpu.of(loader.pid()));
            Thread.sleep(50);
        }
        String said = new String(loader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        long n = Long.parseLong(Tool.found(COUNT, said));
        Matcher bad = BAD.matcher(said);
        return new Load(n, Double.parseDouble(Tool.found(RATE, said)), Tool.found(Pattern.compile("(?m)^\\s+50%\\s+(\\S+)"), said), Tool.found(Pattern.compile("(?m)^\\s+99%\\s+(\\S+)"), said),
                Tool.found(Pattern.compile("Latency\\s+\\S+\\s+\\S+\\s+(\\S+)"), said), bad.find() ? Long.parseLong(bad.group(1)) : 0,
                1000 * (Cpu.of(server) - app) / n, 1000 * (Cpu.ofChildren(factory.postmaster()) - postgres) / n, 1000 * of / n);
    }
}
