import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * The bell: people of twenty factories start the same quiz of twenty questions within a minute, each at a moment of their own, then starts
 * as fast as they go. A start is an attempt that is kept for good, its frozen paper, and the whole first page. The limit is what the
 * database does with the same statements. Run it by bench/run.
 */
final class Bell {

    private static final int FACTORIES = 20;
    private static final int FLAT_CONNECTIONS = 16;

    /** So many starts come first, or as many as go in so many seconds: a cold server tells nothing about a working day. */
    private static final int WARM = 6000;

    private static final int WARM_SECONDS = 90;
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

    private final URI base;
    private final Factory factory;
    private final long server;
    private final Deque<Wire> idle = new ConcurrentLinkedDeque<>();
    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private final AtomicInteger bytes = new AtomicInteger();
    private final AtomicInteger gzip = new AtomicInteger();
    private String csrf = "";

    private Bell(String base, Path data, long server) {
        this.base = URI.create(base);
        this.factory = new Factory(data);
        this.server = server;
    }

    public static void main(String[] given) throws Exception {
        if (given.length != 6) {
            System.err.println("usage: Bell BASE-URL DATA-FOLDER SERVER-PID PEOPLE SECONDS FLAT-OUT-SECONDS");
            System.exit(2);
        }
        boolean good = new Bell(given[0], Path.of(given[1]), Long.parseLong(given[2]))
                .run(Integer.parseInt(given[3]), Integer.parseInt(given[4]), Integer.parseInt(given[5]));
        System.exit(good ? 0 : 1);
    }

    private boolean run(int people, int seconds, int flat) throws Exception {
        History history = new History("bell").with("people", people).with("seconds", seconds).with("factories", FACTORIES);
        // some to warm up with, then those of the bell, then more than a machine like this can start flat out
        int spare = 1000 * flat;
        long begun = System.nanoTime();
        List<UUID> clients = factory.seed(FACTORIES, (WARM + people + spare) / FACTORIES + 1);
        List<Factory.Learner> all = factory.learners(clients);
        System.out.printf(Locale.ROOT, "%d people in %d factories made in %.1f s%n", all.size(), FACTORIES, (System.nanoTime() - begun) / 1e9);
        csrf = Tool.found(TOKEN, wire().get(door(all.get(0)), Wire.headers(all.get(0), "")).text());
        flatOut(new ArrayDeque<>(all.subList(0, WARM)), WARM_SECONDS, new Times());
        failures.clear();
        Cpu.rest(server);
        prepareLimit();
        String[] with = {"-D", "people=" + all.size()};
        double before = Tool.pgbench(factory, "bench/bell.sql", flat, with);

        Times bell = new Times();
        Cpu.Spent from = Cpu.Spent.now(server, factory);
        ring(all.subList(WARM, WARM + people), seconds, bell);
        Cpu.Spent ringing = Cpu.Spent.now(server, factory).each(from, bell.count());
        int failed = failures.values().stream().mapToInt(AtomicInteger::get).sum();
        failures.forEach((why, n) -> System.out.println("failed " + n + " ×: " + why));
        failures.clear();
        long wrong = wrong(all.subList(WARM, WARM + people));

        Times flatOut = new Times();
        from = Cpu.Spent.now(server, factory);
        double took = flatOut(new ArrayDeque<>(all.subList(WARM + people, all.size())), flat, flatOut);
        Cpu.Spent flatly = Cpu.Spent.now(server, factory).each(from, flatOut.count());
        int failedFlat = failures.values().stream().mapToInt(AtomicInteger::get).sum();
        failures.forEach((why, n) -> System.out.println("failed " + n + " × flat out: " + why));
        Cpu.rest(server);
        double after = Tool.pgbench(factory, "bench/bell.sql", flat, with);

        double rate = flatOut.count() / took;
        double limit = (before + after) / 2;
        double drift = History.drift(before, after);
        System.out.printf(Locale.ROOT, "limit: the same statements %.0f starts/s before, %.0f after%n", before, after);
        System.out.printf(Locale.ROOT, "bell: %d people within %d s, a start %s; %s a start; page %d bytes, %d as gzip%n", people, seconds, bell, ringing, bytes.get(), gzip.get());
        System.out.printf(Locale.ROOT, "flat out for %.0f s: %.0f starts/s, %s; %s a start%n", took, rate, flatOut, flatly);
        System.out.printf(Locale.ROOT, "errors %d in the bell, %d flat out; starts that are not in the database as they should be: %d%n", failed, failedFlat, wrong);
        boolean errors = failed + failedFlat + wrong == 0;
        boolean quick = bell.percentile(99) <= 100;
        boolean share = rate >= limit / 4;
        System.out.printf(Locale.ROOT, "goals: no errors %s; p99 of the bell %.1f ms of at most 100 %s; flat out %.0f %% of the limit, at least 25 %s%n",
                History.goal(errors), bell.percentile(99), History.goal(quick), 100 * rate / limit, History.goal(share));
        boolean steady = History.steady(drift);
        ringing.into(history.with("bell", bell), "bell");
        flatly.into(history.with("flat_rate", rate).with("flat", flatOut), "flat")
                .with("limit", limit).with("ratio", rate / limit).with("page_bytes", bytes.get()).with("page_gzip", gzip.get()).with("errors", failed + failedFlat).with("wrong", wrong)
                .with("drift", drift).with("void", !steady).write();
        return errors && quick && share && steady;
    }

    /** Each at a moment of their own; what they wait before anybody takes up their request counts, too. */
    private void ring(List<Factory.Learner> people, int seconds, Times times) {
        SplittableRandom random = new SplittableRandom(1);
        long begun = System.nanoTime() + 100_000_000;
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Factory.Learner learner : people) {
                long at = begun + random.nextLong(1_000_000_000L * seconds);
                hands.submit(() -> {
                    TimeUnit.NANOSECONDS.sleep(at - System.nanoTime());
                    start(learner, at, times);
                    return null;
                });
            }
        }
    }

    /** Somebody new again and again on so many connections; answers how many seconds it took. */
    private double flatOut(Deque<Factory.Learner> people, int seconds, Times times) {
        var queue = new ConcurrentLinkedQueue<>(people);
        long begun = System.nanoTime();
        try (var hands = Executors.newFixedThreadPool(FLAT_CONNECTIONS)) {
            for (int i = 0; i < FLAT_CONNECTIONS; i++) {
                hands.submit(() -> {
                    Factory.Learner next = queue.poll();
                    while (next != null && System.nanoTime() - begun < 1_000_000_000L * seconds) {
                        start(next, System.nanoTime(), times);
                        next = queue.poll();
                    }
                    return null;
                });
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private void start(Factory.Learner learner, long from, Times times) {
        try {
            Wire wire = wire();
            String headers = Wire.headers(learner, csrf);
            Wire.Reply made = wire.post(door(learner) + "/attempts", headers, "text/html", "csrf-token=" + csrf);
            expect("the attempt", 303, made);
            Wire.Reply page = wire.get(made.location(), headers);
            long took = System.nanoTime() - from;
            expect("the page", 200, page);
            String text = page.text();
            int questions = text.split("<form id=\"form-", -1).length - 1;
            if (questions != Content.QUESTIONS) {
                throw new IllegalStateException("a page with " + questions + " questions");
            }
            times.add(took);
            bytes.set(text.getBytes(StandardCharsets.UTF_8).length);
            gzip.set(page.body().length);
            idle.push(wire);
        } catch (Exception e) {
            failures.computeIfAbsent(e.toString(), w -> new AtomicInteger()).incrementAndGet();
        }
    }

    private Wire wire() {
        Wire wire = idle.poll();
        return wire == null ? new Wire(base) : wire;
    }

    private static String door(Factory.Learner learner) {
        return "/c/" + learner.client() + "/quizzes/" + Content.QUIZ;
    }

    private static void expect(String what, int status, Wire.Reply reply) {
        if (reply.status() != status) {
            throw new IllegalStateException(what + " answered " + reply.status());
        }
    }

    /** What the limit puts in is what somebody has just begun, each under a name of its own so that nobody's open attempt is in its way. */
    private void prepareLimit() throws Exception {
        try (Connection database = factory.open(); Statement s = database.createStatement()) {
            s.execute("create table bench.paper as select * from attempt where quiz = '" + Content.QUIZ + "' limit 1");
            s.execute("create sequence bench.attempt cache 50");
            s.execute("grant select on bench.paper to auditorium_app");
            s.execute("grant usage on sequence bench.attempt to auditorium_app");
            s.execute("vacuum (analyze)"); // what the database would do by itself in a minute, in the midst of the limit
            s.execute("checkpoint");
        }
    }

    /** How many of them don't have exactly one attempt with a whole paper. */
    private long wrong(List<Factory.Learner> people) throws Exception {
        List<UUID> accounts = new ArrayList<>();
        people.forEach(p -> accounts.add(p.account()));
        try (Connection database = factory.open()) {
            return Factory.number(database, """
                    select count(*) from (
                      select p.account_id from bench.person p left join attempt a on a.client_id = p.client_id and a.person_id = p.person_id and a.quiz = ?
                       where p.account_id = any(?)
                       group by p.account_id having count(a.id) <> 1 or max(json_array_length(a.paper::json)) <> ?) w""",
                    Content.QUIZ, database.createArrayOf("uuid", accounts.toArray()), Content.QUESTIONS);
        }
    }
}
