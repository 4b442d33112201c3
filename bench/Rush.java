import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rush: everybody starts the same quiz within a few seconds, then answers at a person's pace and hands in. Prints how long a start
 * (durable attempt, frozen paper and its first page) and an acknowledged answer take, and checks in the database that every answer
 * that was acknowledged is there, once. Run it by bench/run; it expects the packaged server on a fresh embedded database.
 */
final class Rush {

    /** Who warm the server up, ten a second: 12,000 requests, after which Java has compiled nearly all that is asked of it. */
    private static final int WARM = 1000;

    static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
    static final Pattern FORM = Pattern.compile("<form id=\"form-([^\"]+)\".*?</form>", Pattern.DOTALL);
    private static final Pattern CHOICE =
            Pattern.compile("<input type=\"(radio|checkbox)\" name=\"([^\"]+)\" value=\"([^\"]+)\"");
    private static final Pattern LIST = Pattern.compile("<select [^>]*name=\"([^\"]+)\".*?</select>", Pattern.DOTALL);
    private static final Pattern ENTRY = Pattern.compile("<option value=\"([^\"]+)\"");
    private static final Pattern FIELD = Pattern.compile("<input id=\"[nw]-[^\"]+\" name=\"([^\"]+)\"");

    /** One client for all: it opens a connection for each request that waits, and does not take the server's processor time. */
    private final HttpClient phone = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private final String base;
    private final Factory factory;
    private final int people;
    private final int seconds;
    private final String quiz;
    private final Times pages = new Times();
    private final Times starts = new Times();
    private final Times answers = new Times();
    private final Times handIns = new Times();
    private final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final Map<String, AtomicInteger> reasons = new ConcurrentHashMap<>();

    private Rush(String base, Path data, int people, int seconds, String quiz) {
        this.base = base;
        this.factory = new Factory(data);
        this.people = people;
        this.seconds = seconds;
        this.quiz = quiz;
    }

    public static void main(String[] given) throws Exception {
        if (given.length != 6) {
            System.err.println("usage: Rush BASE-URL DATA-FOLDER SERVER-PID PEOPLE SECONDS QUIZ");
            System.exit(2);
        }
        Rush rush = new Rush(
                given[0], Path.of(given[1]), Integer.parseInt(given[3]), Integer.parseInt(given[4]), given[5]);
        System.exit(rush.run(Long.parseLong(given[2])) ? 0 : 1);
    }

    private boolean run(long server) throws Exception {
        History history = new History("rush").with("people", people).with("seconds", seconds);
        UUID client = factory.seed(people + WARM);
        List<Factory.Learner> learners = factory.learners(client);
        warmUp(client, learners.subList(people, learners.size()));
        pages.clear();
        starts.clear();
        answers.clear();
        handIns.clear();
        acknowledged.clear();
        if (failures.getAndSet(0) > 0) {
            System.out.println("while it was cold: " + reasons);
        }
        reasons.clear();
        Cpu.Spent from = Cpu.Spent.now(server, factory);
        Instant begun = Instant.now();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < people; i++) {
                Factory.Learner learner = learners.get(i);
                long wait = 1000L * seconds * i / people;
                hands.submit(() -> {
                    pause(wait);
                    learn(client, learner, 2000);
                    return null;
                });
            }
        }
        double took = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
        int requests = pages.count() + 2 * starts.count() + answers.count() + handIns.count();
        Cpu.Spent each = Cpu.Spent.now(server, factory).each(from, requests);
        return report(history, client, took, each, requests);
    }

    // ---------------------------------------------------------------- what one person does

    /** A cold server is three to five times slower: the goal is about a working day, not about its first minute. */
    private void warmUp(UUID client, List<Factory.Learner> some) throws InterruptedException {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            int i = 0;
            for (Factory.Learner learner : some) {
                long wait = 100L * i++;
                hands.submit(() -> {
                    pause(wait);
                    learn(client, learner, 300);
                    return null;
                });
            }
        }
    }

    private void learn(UUID client, Factory.Learner learner, int thinking) {
        try {
            String at = base + "/c/" + client;
            long from = System.nanoTime();
            HttpResponse<String> page = send(get(learner, at + "/quizzes/" + quiz));
            pages.add(System.nanoTime() - from);
            String csrf = first(TOKEN, page.body());

            from = System.nanoTime();
            HttpResponse<String> started =
                    send(form(learner, at + "/quizzes/" + quiz + "/attempts", csrf, "text/html", Map.of()));
            URI paper = URI.create(base).resolve(started.headers().firstValue("Location").orElseThrow());
            HttpResponse<String> first = send(get(learner, paper.toString()));
            starts.add(System.nanoTime() - from);
            expect(200, first);

            Matcher forms = FORM.matcher(first.body());
            while (forms.find()) {
                pause(thinking / 2 + (long) (Math.random() * thinking));
                UUID id = UUID.randomUUID();
                Map<String, String> answer = answer(forms.group(1), forms.group());
                answer.put("id", id.toString());
                answer.put("at", Instant.now().toString());
                from = System.nanoTime();
                HttpResponse<String> taken = send(form(learner, paper + "/answers", csrf, "application/json", answer));
                answers.add(System.nanoTime() - from);
                if (taken.statusCode() != 200) {
                    throw new IllegalStateException("answer to " + forms.group(1) + " " + answer.keySet() + " said "
                            + taken.statusCode());
                }
                if (taken.headers().firstValue("Receipt").equals(java.util.Optional.of(id.toString()))) {
                    acknowledged.put(id, paper.toString());
                }
            }
            from = System.nanoTime();
            HttpResponse<String> handedIn = send(form(learner, paper + "/submission", csrf, "text/html", Map.of()));
            handIns.add(System.nanoTime() - from);
            expect(303, handedIn);
        } catch (Exception e) {
            failures.incrementAndGet();
            reasons.computeIfAbsent(String.valueOf(e), k -> new AtomicInteger()).incrementAndGet();
        }
    }

    /** The first thing that can be chosen in each place of the question. */
    static Map<String, String> answer(String question, String html) {
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        fields.put("question", question);
        Matcher choice = CHOICE.matcher(html);
        while (choice.find()) {
            fields.putIfAbsent(choice.group(2), choice.group(3));
        }
        Matcher list = LIST.matcher(html);
        while (list.find()) {
            Matcher entry = ENTRY.matcher(list.group());
            if (entry.find()) {
                fields.put(list.group(1), entry.group(1));
            }
        }
        Matcher field = FIELD.matcher(html);
        while (field.find()) {
            fields.put(field.group(1), "12");
        }
        if (fields.size() == 1) {
            fields.put("unknown", "yes");
        }
        return fields;
    }

    private static HttpRequest get(Factory.Learner learner, String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Cookie", "session=" + learner.session())
                .header("Accept", "text/html")
                .header("Accept-Language", "zh-CN")
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    private static HttpRequest form(
            Factory.Learner learner, String address, String csrf, String wanted, Map<String, String> fields) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Cookie", "session=" + learner.session() + "; csrf-token=" + csrf)
                .header("X-CSRF-TOKEN", csrf)
                .header("Writer", learner.account().toString())
                .header("Accept", wanted)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(body(fields)))
                .build();
    }

    static String body(Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return body.toString();
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return phone.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void expect(int status, HttpResponse<?> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.request().uri().getPath().replaceAll("[0-9a-f-]{36}", "…") + " said "
                    + answer.statusCode());
        }
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no token in the page");
        }
        return found.group(1);
    }

    private static void pause(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    // ---------------------------------------------------------------- what it cost

    private boolean report(History history, UUID client, double took, Cpu.Spent each, int requests) throws Exception {
        int kept = 0;
        int doubled = 0;
        try (Connection database = factory.open();
                PreparedStatement s = database.prepareStatement("select id from answer_event where client_id = ?")) {
            s.setObject(1, client);
            var rows = s.executeQuery();
            java.util.Set<UUID> there = new java.util.HashSet<>();
            while (rows.next()) {
                if (!there.add(rows.getObject(1, UUID.class))) {
                    doubled++;
                }
            }
            kept = (int) acknowledged.keySet().stream().filter(there::contains).count();
        }
        int lost = acknowledged.size() - kept;
        reasons.forEach((reason, count) -> System.out.println("failed " + count + " ×: " + reason));
        System.out.printf("%d people within %d s, %d answers, %.1f s in all%n", people, seconds, answers.count(), took);
        System.out.printf("%-30s %s%n", "quiz page", pages);
        System.out.printf("%-30s %s%n", "start (attempt + first page)", starts);
        System.out.printf("%-30s %s%n", "answer, acknowledged", answers);
        System.out.printf("%-30s %s%n", "hand in, marked", handIns);
        System.out.printf("%s a request (%d requests)%n", each, requests);
        System.out.printf("failures %d, acknowledged %d, lost %d, doubled %d%n", failures.get(), acknowledged.size(), lost, doubled);
        boolean good = failures.get() == 0 && lost == 0 && doubled == 0 && starts.percentile(95) < 500 && answers.percentile(95) < 100;
        System.out.println(good ? "goal met" : "goal missed: p95 of a start under 500 ms, of an answer under 100 ms, nothing lost");
        each.into(history.with("start", starts).with("start_p95", starts.percentile(95)).with("answer", answers).with("answer_p95", answers.percentile(95)), "request")
                .with("failures", failures.get()).with("lost", lost).with("doubled", doubled).write();
        return good;
    }
}
