package auditorium.commands;

import auditorium.demo.DemoAccounts;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The part of {@link RehearseCommand} with a server: a worker answers some quizzes, and a manager and a consultant of the demo look at
 * their pages.
 */
public class Rehearsal implements QuarkusApplication {

    /** How many pages each of them opens: enough to have seen every kind that is a tap or two away. */
    private static final int PAGES = 30;

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

    /** What the first minutes of a shift are about, so Java should know beforehand what to compile. */
    private static final List<String> QUIZZES =
            List.of("A7-audit-day", "A1-what-is-an-audit", "C2-fire-safety", "B1-hiring-contracts");

    private static final Pattern CLIENT = Pattern.compile("/c/([0-9a-f-]{36})");
    private static final Pattern QUESTION = Pattern.compile("<form id=\"form-([^\"]+)\"");

    /** Not the older client of Java, which keeps cookies to itself as soon as any library has set a store for them. */
    private final HttpClient phone =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;

    Rehearsal(@ConfigProperty(name = "quarkus.http.port") int port) {
        this.port = port;
    }

    @Override
    public int run(String... args) throws IOException {
        Map<String, String> worker = lookAround(
                "/sign-in",
                Map.of("factory", DemoAccounts.FACTORY, "number", DemoAccounts.WORKER, "pin", DemoAccounts.PIN));
        for (String quiz : QUIZZES) {
            answer(quiz, worker);
        }
        for (String login : List.of("manager", "consultant")) {
            lookAround("/sign-in/password", Map.of("login", login, "password", DemoAccounts.PASSWORD, "next", "/"));
        }
        return 0;
    }

    private Map<String, String> lookAround(String signIn, Map<String, String> who) throws IOException {
        Map<String, String> cookies = new HashMap<>();
        Matcher token = TOKEN.matcher(request(signIn, "", cookies));
        if (!token.find()) {
            throw new IOException("the page to sign in has no form");
        }
        Map<String, String> form = new HashMap<>(who);
        form.put("csrf-token", token.group(1));
        request(signIn, form(form), cookies);
        Deque<String> ahead = new ArrayDeque<>(List.of("/"));
        Set<String> seen = new HashSet<>(ahead);
        for (int pages = 0; pages < PAGES && !ahead.isEmpty(); pages++) {
            Matcher link = LINK.matcher(request(ahead.removeFirst(), "", cookies));
            while (link.find()) {
                String next = link.group(1).replace("&amp;", "&");
                if (seen.add(next)) {
                    ahead.addLast(next);
                }
            }
        }
        return cookies;
    }

    /** Starts an attempt, says of each question that one does not know, and hands in. */
    private void answer(String quiz, Map<String, String> cookies) throws IOException {
        Matcher client = CLIENT.matcher(request("/", "", cookies));
        if (!client.find()) {
            throw new IOException("no factory on the first page");
        }
        String door = "/c/" + client.group(1) + "/quizzes/" + quiz;
        Matcher token = TOKEN.matcher(request(door, "", cookies));
        if (!token.find()) {
            return; // taken as often as one may
        }
        String csrf = token.group(1);
        Matcher attempt = LINK.matcher(request(door + "/attempts", form(Map.of("csrf-token", csrf)), cookies));
        if (!attempt.find()) {
            return;
        }
        Matcher question = QUESTION.matcher(request(attempt.group(1), "", cookies));
        while (question.find()) {
            request(
                    attempt.group(1) + "/answers",
                    form(Map.of(
                            "csrf-token", csrf,
                            "question", question.group(1),
                            "unknown", "yes",
                            "id", UUID.randomUUID().toString(),
                            "at", Instant.now().toString())),
                    cookies);
        }
        request(attempt.group(1) + "/submission", form(Map.of("csrf-token", csrf)), cookies);
    }

    /** The page as text, or, when it sends elsewhere, a link there. With a body it is a POST. */
    private String request(String path, String body, Map<String, String> cookies) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html")
                .header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(c -> c.getKey() + "=" + c.getValue())
                                .collect(Collectors.joining("; ")));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body));
        }
        HttpResponse<String> answer;
        try {
            answer = phone.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted at " + path, e);
        }
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            int is = cookie.indexOf('=');
            int end = cookie.indexOf(';');
            cookies.put(cookie.substring(0, is), cookie.substring(is + 1, end < 0 ? cookie.length() : end));
        }
        return answer.headers()
                .firstValue("Location")
                .map(l -> "href=\"" + URI.create(l).getPath() + "\"")
                .orElse(answer.body());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
