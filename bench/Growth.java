import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The growth: a factory of 300 people and 12 departments whose past is made once, ten times and a hundred times as long, and what its pages
 * cost each time. What a factory is does not change meanwhile, only how much has happened there. Run it by bench/run.
 */
final class Growth {

    private static final int PEOPLE = 300;
    private static final int DEPARTMENTS = 12;
    private static final int TIMES = 20;
    private static final List<String> WORKER = List.of("today", "me", "courses", "quizzes/A7-audit-day", "practice", "tasks");
    private static final List<String> MANAGER = List.of("today", "readiness", "readiness-changes", "time-machine", "improvement", "improvement/list",
            "improvement/month", "analysis", "forecast", "training", "training/matrix", "training/due", "people", "evidence", "tasks", "routines",
            "sessions", "record", "search?q=消防");

    private final URI base;
    private final Factory factory;
    private final long server;
    private final TowerFactory tower;
    private final Set<String> wrong = new TreeSet<>();

    private Growth(String base, Path data, long server, Path content) throws Exception {
        this.base = URI.create(base);
        this.factory = new Factory(data);
        this.server = server;
        this.tower = new TowerFactory(content, DEPARTMENTS);
    }

    public static void main(String[] given) throws Exception {
        if (given.length != 5) {
            System.err.println("usage: Growth BASE-URL DATA-FOLDER SERVER-PID CONTENT MOST");
            System.exit(2);
        }
        System.exit(new Growth(given[0], Path.of(given[1]), Long.parseLong(given[2]), Path.of(given[3])).run(Integer.parseInt(given[4])) ? 0 : 1);
    }

    /** A page's median and what one costs the application and the database, in milliseconds. */
    private record Cost(double median, double app, double postgres) {}

    private boolean run(int most) throws Exception {
        History history = new History("growth").with("people", PEOPLE).with("departments", DEPARTMENTS);
        tower.seed(factory, base, PEOPLE);
        Factory.Learner worker = factory.learners(tower.client()).get(7);
        Factory.Learner manager = factory.manager(tower.client());
        Map<String, Map<Integer, Cost>> costs = new LinkedHashMap<>();
        int there = 0;
        for (int length = 1; length <= most; length *= 10) {
            long begun = System.nanoTime();
            Map<String, Integer> rows = tower.history(factory, there, length);
            there = length;
            System.out.printf(Locale.ROOT, "%d×: added in %.1f s: %s%n", length, (System.nanoTime() - begun) / 1e9, rows);
            for (int again = length == 1 ? 0 : 4; again < 5; again++) { // a cold server would make the short past look dear
                measure("worker ", worker, WORKER, length, costs);
                measure("manager ", manager, MANAGER, length, costs);
            }
        }
        costs.forEach((page, by) -> {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-30s", page));
            by.forEach((length, c) -> {
                line.append(String.format(Locale.ROOT, " | %3d× %6.1f ms, CPU %5.1f + %5.1f", length, c.median(), c.app(), c.postgres()));
                history.with(page.replaceAll("[^a-zA-Z0-9]+", "_") + "_" + length + "x_ms", c.median());
            });
            System.out.println(line);
        });
        List<String> grown = costs.entrySet().stream()
                .filter(e -> e.getValue().size() > 1 && e.getValue().get(there(e.getValue())).median() > 2 * e.getValue().get(1).median() + 20)
                .map(Map.Entry::getKey)
                .toList();
        System.out.println(grown.isEmpty() ? "no page costs twice as much" : "these cost more than twice as much: " + grown);
        wrong.forEach(System.out::println);
        history.with("grown", grown).with("wrong", wrong).write();
        return grown.isEmpty() && wrong.isEmpty();
    }

    private static int there(Map<Integer, Cost> by) {
        return ((TreeMap<Integer, Cost>) by).lastKey();
    }

    private void measure(String who, Factory.Learner learner, List<String> pages, int length, Map<String, Map<Integer, Cost>> costs) throws Exception {
        try (Wire wire = new Wire(base)) {
            String headers = Wire.headers(learner, "");
            for (String page : pages) {
                String at = URI.create("/c/" + tower.client() + "/" + page).toASCIIString();
                Wire.Reply reply = wire.get(at, headers);
                if (reply.status() != 200) {
                    wrong.add(who + page + " answered " + reply.status());
                    continue;
                }
                for (int i = 0; i < 5; i++) {
                    wire.get(at, headers);
                }
                Times times = new Times();
                Cpu.Spent from = Cpu.Spent.now(server, factory);
                for (int i = 0; i < TIMES; i++) {
                    long asked = System.nanoTime();
                    wire.get(at, headers);
                    times.add(System.nanoTime() - asked);
                }
                Cpu.Spent each = Cpu.Spent.now(server, factory).each(from, TIMES);
                costs.computeIfAbsent(who + page, p -> new TreeMap<>()).put(length, new Cost(times.percentile(50), each.app(), each.postgres()));
            }
        }
    }
}
