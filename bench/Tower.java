import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tower: the readiness board of a large factory is opened again and again while its people send answers at a steady rate and hand in
 * quizzes, and while somebody finds gaps, which must show. The limit is one SELECT of the very rows that the board reads. In the end all that
 * is kept for the board must be what it is when counted anew. Run it by bench/run.
 */
final class Tower {

    private static final int DEPARTMENTS = 60;
    private static final int SEATS = 64;
    private static final int CONNECTIONS = 16;
    private static final long BOARD_EVERY_MILLIS = 300;
    private static final int SUBMISSION_EVERY_BOARDS = 15;
    private static final String QUIZ = "A7-audit-day";
    private static final Pattern STOPS = Pattern.compile("<p class=\"big\">[^<0-9]*(\\d+)");
    private static final Pattern FORM = Pattern.compile("<form id=\"form-([^\"]+)\"");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");
    private static final Pattern LAG = Pattern.compile("rate limit schedule lag: avg ([0-9.]+) ");

    private final URI base;
    private final Factory factory;
    private final long server;
    private final TowerFactory tower;
    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private final Times ink = new Times();
    private final Times board = new Times();
    private final Times shows = new Times();
    private final AtomicInteger handedIn = new AtomicInteger();
    private int bytes;
    private int gzip;
    private String csrf = "";

    private Tower(String base, Path data, long server, Path content) throws Exception {
        this.base = URI.create(base);
        this.factory = new Factory(data);
        this.server = server;
        this.tower = new TowerFactory(content, DEPARTMENTS);
    }

    /** Somebody on the page of an open paper. */
    private record Seat(Factory.Learner learner, String paper, String question) {}

    /** Where a gap can be found that stops an audit. */
    private record Cell(UUID department, String requirement) {}

    public static void main(String[] given) throws Exception {
        if (given.length != 7) {
            System.err.println("usage: Tower BASE-URL DATA-FOLDER SERVER-PID CONTENT PEOPLE ANSWERS-A-SECOND SECONDS");
            System.exit(2);
        }
        boolean good = new Tower(given[0], Path.of(given[1]), Long.parseLong(given[2]), Path.of(given[3]))
                .run(Integer.parseInt(given[4]), Integer.parseInt(given[5]), Integer.parseInt(given[6]));
        System.exit(good ? 0 : 1);
    }

    private boolean run(int people, int rate, int seconds) throws Exception {
        History history = new History("tower").with("people", people).with("departments", DEPARTMENTS)
                .with("requirements", tower.requirements()).with("asked_rate", rate).with("seconds", seconds);
        long begun = System.nanoTime();
        Map<String, Integer> rows = tower.seed(factory, base, people);
        System.out.printf(Locale.ROOT, "made in %.1f s: %s%n", (System.nanoTime() - begun) / 1e9, rows);
        Factory.Learner manager = factory.manager(tower.client());
        List<Factory.Learner> learners = factory.learners(tower.client());
        String client = "/c/" + tower.client();
        List<Seat> seats = new ArrayList<>();
        try (Wire wire = new Wire(base)) {
            csrf = Tool.found(Rush.TOKEN, wire.get(client + "/quizzes/" + QUIZ, Wire.headers(learners.get(0), "")).text());
            for (Factory.Learner learner : learners.subList(0, SEATS)) {
                seats.add(seat(wire, learner));
            }
        }
        try (Wire wire = new Wire(base)) { // a cold server tells nothing about a working day
            answers(seats, rate, 15, new Times());
            for (int i = 0; i < 60; i++) {
                board(wire, manager, new Times());
            }
            answers(seats, rate, 10, new Times());
        }
        failures.clear();
        Cpu.rest(server);

        double before = select(seconds / 3, 0);
        Cpu.Spent from = Cpu.Spent.now(server, factory);
        Times quiet = new Times();
        try (Wire wire = new Wire(base)) {
            for (int i = 0; i < 60; i++) {
                board(wire, manager, quiet);
            }
        }
        Cpu.Spent aBoard = Cpu.Spent.now(server, factory).each(from, quiet.count());

        long answersBefore = answersKept(seats);
        double during;
        double inkRate;
        from = Cpu.Spent.now(server, factory);
        try (ExecutorService hands = Executors.newCachedThreadPool(); Wire wire = new Wire(base)) {
            long end = System.nanoTime() + 1_000_000_000L * seconds;
            Future<Double> inking = hands.submit(() -> answers(seats, rate, seconds, ink));
            Future<Double> selecting = hands.submit(() -> select(seconds, 2));
            hands.submit(() -> handIn(learners.subList(SEATS, learners.size()), end));
            watch(wire, manager, end);
            inkRate = inking.get();
            during = selecting.get();
        }
        Cpu.Spent together = Cpu.Spent.now(server, factory).each(from, ink.count());
        long lost = ink.count() - (answersKept(seats) - answersBefore);
        Cpu.rest(server);
        double after = select(seconds / 3, 0);

        long differences = tower.differences(factory);
        boolean same;
        try (Wire wire = new Wire(base)) {
            String kept = plain(wire.get(client + "/readiness?standard=all", Wire.headers(manager, "")).text());
            tower.countAnew(factory);
            same = kept.equals(plain(wire.get(client + "/readiness?standard=all", Wire.headers(manager, "")).text()));
        }

        double drift = History.drift(before, after);
        failures.forEach((why, n) -> System.out.println("failed " + n + " ×: " + why));
        int failed = failures.values().stream().mapToInt(AtomicInteger::get).sum();
        System.out.printf(Locale.ROOT, "limit: one SELECT of the same rows %.1f ms before, %.1f ms after; %.1f ms while answers come in%n", before, after, during);
        System.out.printf(Locale.ROOT, "board, nothing else going on: %s; %s a board; page %d bytes, %d as gzip%n", quiet, aBoard, bytes, gzip);
        System.out.printf(Locale.ROOT, "board while answers come in:  %s%n", board);
        System.out.printf(Locale.ROOT, "answers: %.0f/s of %d/s asked for, %s; %s an answer, boards included; %d quizzes handed in%n",
                inkRate, rate, ink, together, handedIn.get());
        System.out.printf(Locale.ROOT, "a gap shows on the board after: %s%n", shows);
        System.out.printf(Locale.ROOT, "answers lost %d, errors %d; differences to counting anew %d, the board is then %s%n", lost, failed, differences, same ? "the same" : "ANOTHER");
        boolean quick = board.percentile(99) <= 30;
        boolean share = board.percentile(50) <= 5 * during;
        boolean soon = shows.count() > 0 && shows.percentile(100) <= 1000;
        boolean right = differences == 0 && same && lost == 0 && failed == 0;
        boolean asked = inkRate >= 0.95 * rate;
        System.out.printf(Locale.ROOT, "goals: p99 of the board %.1f ms of at most 30 %s; %.1f × the SELECT, at most 5 %s; a submission shows within a second %s; equal to counting anew, nothing lost %s%n",
                board.percentile(99), History.goal(quick), board.percentile(50) / during, History.goal(share), History.goal(soon), History.goal(right));
        if (!asked) {
            System.out.printf(Locale.ROOT, "this machine did not reach the rate: %.0f %% of it%n", 100 * inkRate / rate);
        }
        boolean steady = History.steady(drift);
        aBoard.into(history.with("limit_ms", (before + after) / 2).with("limit_during_ms", during).with("quiet", quiet).with("board", board)
                        .with("ink_rate", inkRate).with("ink", ink).with("shows", shows), "board")
                .with("answer_app_cpu_ms", together.app()).with("answer_postgres_cpu_ms", together.postgres()).with("answer_loader_cpu_ms", together.loader())
                .with("ratio", board.percentile(50) / during).with("page_bytes", bytes).with("page_gzip", gzip).with("handed_in", handedIn.get()).with("lost", lost)
                .with("errors", failed).with("differences", differences).with("same", same).with("drift", drift).with("void", !steady).write();
        return quick && share && soon && right && steady;
    }

    /** Milliseconds that the bare SELECT takes; at full speed, or so many times a second. */
    private double select(int seconds, int aSecond) throws Exception {
        ProcessBuilder b = new ProcessBuilder("pgbench", "-h", "127.0.0.1", "-p", Integer.toString(factory.port()), "-U", "auditorium_app", "-n",
                "-M", "prepared", "-c", "1", "-T", Integer.toString(Math.max(2, seconds)), "-D", "client=" + tower.client(), "-f", "bench/tower.sql");
        if (aSecond > 0) {
            b.command().addAll(List.of("-R", Integer.toString(aSecond)));
        }
        b.command().add("auditorium");
        b.environment().put("PGPASSWORD", factory.password("auditorium_app"));
        String said = Tool.run(b).good().said();
        // at a given rate it also counts what a turn that came late had to wait
        return Double.parseDouble(Tool.found(LATENCY, said)) - (aSecond > 0 ? Double.parseDouble(Tool.found(LAG, said)) : 0);
    }

    private Seat seat(Wire wire, Factory.Learner learner) throws Exception {
        String headers = Wire.headers(learner, csrf);
        Wire.Reply made = wire.post("/c/" + learner.client() + "/quizzes/" + QUIZ + "/attempts", headers, "text/html", "csrf-token=" + csrf);
        expect("an attempt", 303, made);
        Wire.Reply page = wire.get(made.location(), headers);
        expect("its page", 200, page);
        return new Seat(learner, made.location(), Tool.found(FORM, page.text()));
    }

    /** Answers at a steady rate, each acknowledged after its commit; where the server is slower, as many as go. Answers how many a second. */
    private double answers(List<Seat> seats, int rate, int seconds, Times times) throws Exception {
        long begun = System.nanoTime();
        long step = 1_000_000_000L * CONNECTIONS / rate;
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService hands = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int c = 0; c < CONNECTIONS; c++) {
                int first = c;
                hands.submit(() -> {
                    try (Wire wire = new Wire(base)) {
                        long next = begun + step * first / CONNECTIONS;
                        for (int i = first; next - begun < 1_000_000_000L * seconds && System.nanoTime() - begun < 1_000_000_000L * seconds; i += CONNECTIONS) {
                            long wait = next - System.nanoTime();
                            if (wait > 0) {
                                TimeUnit.NANOSECONDS.sleep(wait);
                            }
                            answer(wire, seats.get(i % seats.size()), times, done);
                            next = Math.max(next + step, System.nanoTime() - 20 * step); // what can't be caught up is let go
                        }
                    }
                    return null;
                });
            }
        }
        return done.get() / ((System.nanoTime() - begun) / 1e9);
    }

    private void answer(Wire wire, Seat seat, Times times, AtomicInteger done) {
        try {
            long from = System.nanoTime();
            Wire.Reply reply = wire.post(seat.paper() + "/answers", Wire.headers(seat.learner(), csrf), "application/json",
                    "question=" + seat.question() + "&unknown=yes&id=" + UUID.randomUUID() + "&at=" + Instant.now().truncatedTo(ChronoUnit.MILLIS));
            expect("an answer", 200, reply);
            times.add(System.nanoTime() - from);
            done.incrementAndGet();
        } catch (Exception e) {
            failures.computeIfAbsent(e.toString(), w -> new AtomicInteger()).incrementAndGet();
        }
    }

    private long answersKept(List<Seat> seats) throws Exception {
        try (Connection database = factory.open()) {
            return Factory.number(database, "select count(*) from answer_event where client_id = ? and attempt_id = any(?)", tower.client(),
                    database.createArrayOf("uuid", seats.stream().map(s -> s.paper().replaceAll(".*/", "")).toArray()));
        }
    }

    /** One after the other starts the quiz, answers all of it and hands in, so that what departments know changes. */
    private Void handIn(List<Factory.Learner> people, long end) throws Exception {
        try (Wire wire = new Wire(base)) {
            for (Factory.Learner learner : people) {
                if (System.nanoTime() > end - 3_000_000_000L) {
                    break;
                }
                try {
                    String headers = Wire.headers(learner, csrf);
                    Seat seat = seat(wire, learner);
                    Matcher forms = Rush.FORM.matcher(wire.get(seat.paper(), headers).text());
                    while (forms.find()) {
                        Map<String, String> fields = Rush.answer(forms.group(1), forms.group());
                        fields.put("id", UUID.randomUUID().toString());
                        fields.put("at", Instant.now().toString());
                        expect("an answer of a quiz", 200, wire.post(seat.paper() + "/answers", headers, "application/json", Rush.body(fields)));
                    }
                    expect("a quiz that is handed in", 303, wire.post(seat.paper() + "/submission", headers, "text/html", "csrf-token=" + csrf));
                    handedIn.incrementAndGet();
                    TimeUnit.MILLISECONDS.sleep(500);
                } catch (Exception e) {
                    failures.computeIfAbsent(e.toString(), w -> new AtomicInteger()).incrementAndGet();
                }
            }
        }
        return null;
    }

    private String board(Wire wire, Factory.Learner manager, Times times) throws Exception {
        long from = System.nanoTime();
        Wire.Reply reply = wire.get("/c/" + tower.client() + "/readiness?standard=all", Wire.headers(manager, ""));
        times.add(System.nanoTime() - from);
        expect("the board", 200, reply);
        String text = reply.text();
        bytes = text.getBytes(StandardCharsets.UTF_8).length;
        gzip = reply.body().length;
        return text;
    }

    /** Opens the board every now and then; sometimes a gap is found before, and then it must be on it. */
    private void watch(Wire wire, Factory.Learner manager, long end) throws Exception {
        List<Cell> cells = cells();
        int n = 0;
        while (System.nanoTime() < end) {
            long next = System.nanoTime() + BOARD_EVERY_MILLIS * 1_000_000;
            int stops = Integer.parseInt(Tool.found(STOPS, board(wire, manager, board)));
            if (++n % SUBMISSION_EVERY_BOARDS == 0 && n / SUBMISSION_EVERY_BOARDS <= cells.size()) {
                Cell cell = cells.get(n / SUBMISSION_EVERY_BOARDS - 1);
                Wire.Reply reply = wire.post("/c/" + tower.client() + "/departments/" + cell.department() + "/requirements/" + cell.requirement() + "/responses",
                        Wire.headers(manager, csrf), "application/json",
                        "result=FAILS&method=SITE&note=bench&id=" + UUID.randomUUID() + "&at=" + Instant.now());
                long from = System.nanoTime();
                expect("a gap that was found", 200, reply);
                while (Integer.parseInt(Tool.found(STOPS, board(wire, manager, board))) <= stops && System.nanoTime() - from < 5_000_000_000L) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                shows.add(System.nanoTime() - from);
            }
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        }
    }

    /** Grave requirements that conform today, in departments that answer for them. */
    private List<Cell> cells() throws Exception {
        List<Cell> cells = new ArrayList<>();
        try (Connection database = factory.open();
                PreparedStatement s = database.prepareStatement("""
                        select l.department_id, l.requirement from latest_response l join department d on d.client_id = l.client_id and d.id = l.department_id
                         where l.client_id = ? and l.side = 'CLAIM' and l.result = 'CONFORMS' and d.kind = 'HR' and l.requirement = any(?)
                           and not exists (select from finding f where f.client_id = l.client_id and f.department_id = l.department_id and f.requirement = l.requirement)
                         order by 2, 1""")) {
            s.setObject(1, tower.client());
            s.setArray(2, database.createArrayOf("text", tower.graveForHr().toArray()));
            var rows = s.executeQuery();
            while (rows.next()) {
                cells.add(new Cell(rows.getObject(1, UUID.class), rows.getString(2)));
            }
        }
        return cells;
    }

    /** A page without what is another each time. */
    private static String plain(String page) {
        return page.replaceAll("name=\"csrf-token\" value=\"[^\"]+\"", "");
    }

    private static void expect(String what, int status, Wire.Reply reply) {
        if (reply.status() != status) {
            throw new IllegalStateException(what + " answered " + reply.status());
        }
    }
}
