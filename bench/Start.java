import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The start: from the call of {@code ./auditorium} to the first page, and the memory after a thousand requests. Once with a PostgreSQL that
 * runs already, which is that of the server that bench/run has started, and once with a database of its own that it has to start. The limit
 * is one word by HTTP from the same stack with the same options of Java. Run it by bench/run.
 */
final class Start {

    private static final int REQUESTS = 1000;
    private static final long MOST_MILLIS = 3000;
    private static final long MOST_MB = 300;

    private final URI base;
    private final Path data;
    private final Factory factory;
    private final long server;
    private final int port;

    private Start(String base, Path data, long server) {
        this.base = URI.create(base);
        this.data = data;
        this.factory = new Factory(data);
        this.server = server;
        this.port = this.base.getPort() + 1;
    }

    public static void main(String[] given) throws Exception {
        if (given.length != 4) {
            System.err.println("usage: Start BASE-URL DATA-FOLDER SERVER-PID TIMES");
            System.exit(2);
        }
        System.exit(new Start(given[0], Path.of(given[1]), Long.parseLong(given[2])).run(Integer.parseInt(given[3])) ? 0 : 1);
    }

    private boolean run(int times) throws Exception {
        History history = new History("start").with("times", times);
        UUID client = factory.seed(20);
        List<Factory.Learner> learners = factory.learners(client);
        Factory.Learner manager = factory.manager(client);
        Hello hello = new Hello(server, port + 1);

        List<Long> before = new ArrayList<>();
        long helloMemory = 0;
        hello.start().close();
        for (int i = 0; i < times; i++) {
            try (Hello.Started started = hello.start()) {
                before.add(started.millis());
                if (i == times - 1) {
                    try (Wire wire = new Wire(hello.address())) {
                        for (int n = 0; n < REQUESTS; n++) {
                            wire.get("/hello", "Accept-Language: zh-CN");
                        }
                    }
                    helloMemory = started.resident();
                }
            }
        }

        long first = 0;
        List<Long> beside = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        long memory = 0;
        for (int i = 0; i <= times; i++) {
            try (Hello.Started started = Hello.Started.of(auditorium(data.resolve("beside"), true), URI.create("http://127.0.0.1:" + port), "/sign-in")) {
                if (i == 0) {
                    first = started.millis();
                } else {
                    beside.add(started.millis());
                    cpu.add(started.cpu());
                }
                if (i == times) {
                    work(learners, manager);
                    memory = started.resident();
                }
            }
        }
        List<Long> own = new ArrayList<>();
        for (int i = 0; i <= Math.max(1, times / 2); i++) {
            try (Hello.Started started = Hello.Started.of(auditorium(data.resolve("own"), false), URI.create("http://127.0.0.1:" + port), "/sign-in")) {
                if (i > 0) { // the first makes the database
                    own.add(started.millis());
                }
            }
        }
        List<Long> after = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            try (Hello.Started started = hello.start()) {
                after.add(started.millis());
            }
        }

        double limit = (median(before) + median(after)) / 2.0;
        double drift = History.drift(median(before), median(after));
        System.out.printf(Locale.ROOT, "limit: hello of the same stack %d ms before, %d ms after, %d MB after %d requests%n",
                median(before), median(after), helloMemory, REQUESTS);
        System.out.printf(Locale.ROOT, "first page without the database: %d ms (%s), CPU %.2f s; the very first, which reads the content, %d ms%n",
                median(beside), beside, median(cpu), first);
        System.out.printf(Locale.ROOT, "first page with a database of its own: %d ms (%s)%n", median(own), own);
        System.out.printf(Locale.ROOT, "resident after %d requests: %d MB%n", REQUESTS, memory);
        boolean quick = median(beside) <= MOST_MILLIS;
        boolean small = memory <= MOST_MB;
        System.out.printf(Locale.ROOT, "goals: at most %d ms %s (%.1f × hello); at most %d MB %s%n",
                MOST_MILLIS, History.goal(quick), median(beside) / limit, MOST_MB, History.goal(small));
        boolean steady = History.steady(drift);
        history.with("options", System.getenv().getOrDefault("AUDITORIUM_JAVA_OPTS", "")).with("limit_ms", limit).with("limit_mb", helloMemory)
                .with("beside_ms", median(beside)).with("beside_cpu_s", median(cpu)).with("first_ms", first).with("own_ms", median(own)).with("resident_mb", memory)
                .with("ratio", median(beside) / limit).with("drift", drift).with("void", !steady).write();
        return quick && small && steady;
    }

    private static <T extends Comparable<T>> T median(List<T> all) {
        List<T> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** {@code beside}: with the database of the server that runs already. */
    private ProcessBuilder auditorium(Path folder, boolean beside) throws Exception {
        ProcessBuilder b = new ProcessBuilder("./auditorium", "serve", "--port", Integer.toString(port));
        b.environment().put("AUDITORIUM_DATA", folder.toString());
        b.environment().put("AUDITORIUM_DEMO", "false");
        if (beside) {
            b.environment().put("QUARKUS_DATASOURCE_JDBC_URL", factory.url());
            b.environment().put("QUARKUS_DATASOURCE_USERNAME", "auditorium_app");
            b.environment().put("QUARKUS_DATASOURCE_PASSWORD", factory.password("auditorium_app"));
            b.environment().put("QUARKUS_FLYWAY_JDBC_URL", factory.url());
            b.environment().put("QUARKUS_FLYWAY_USERNAME", "auditorium_owner");
            b.environment().put("QUARKUS_FLYWAY_PASSWORD", factory.password("auditorium_owner"));
        }
        return b;
    }

    /** A thousand pages of a small morning: each worker looks around, starts a quiz and has its page; the manager looks at the board. */
    private void work(List<Factory.Learner> learners, Factory.Learner manager) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port);
        String at = "/c/" + manager.client();
        int bad = 0;
        try (Wire wire = new Wire(address)) {
            String csrf = Tool.found(Rush.TOKEN, wire.get(at + "/quizzes/A7-audit-day", Wire.headers(learners.get(0), "")).text());
            List<String> pages = List.of("/today", "/courses", "/quizzes/A7-audit-day");
            for (int n = 0; n < REQUESTS; n++) {
                Factory.Learner learner = learners.get(n % learners.size());
                int turn = n % 10;
                Wire.Reply reply = switch (turn) {
                    case 7 -> wire.post(at + "/quizzes/A7-audit-day/attempts", Wire.headers(learner, csrf), "text/html", "csrf-token=" + csrf);
                    case 8, 9 -> wire.get(at + "/readiness", Wire.headers(manager, ""));
                    default -> wire.get(at + pages.get(turn % 3), Wire.headers(learner, ""));
                };
                if (reply.status() == 303) {
                    reply = wire.get(reply.location(), Wire.headers(learner, ""));
                    n++;
                }
                bad += reply.status() == 200 ? 0 : 1;
            }
        }
        if (bad > 0) {
            throw new IllegalStateException(bad + " of " + REQUESTS + " requests were not answered with a page");
        }
    }
}
