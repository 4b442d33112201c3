package auditorium.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A phone with the application's page and outbox, as far as the server can tell: keeps cookies, begins a quiz, reads the paper's
 * forms, and sends each answer again with the same id until a receipt has come. Nothing but the JDK.
 */
public final class Phone {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
    private static final Pattern TICKET = Pattern.compile("\"who\":\"([^\"]+)\".*\"csrf\":\"([^\"]+)\"");
    private static final Pattern WHERE = Pattern.compile("/c/[0-9a-f-]{36}");
    private static final Pattern FORM =
            Pattern.compile("<form [^>]*action=\"([^\"]+/answers)\"[^>]*data-outbox.*?</form>", Pattern.DOTALL);
    private static final Pattern QUESTION = Pattern.compile("name=\"question\" value=\"([^\"]+)\"");
    private static final Pattern CHOICE =
            Pattern.compile("<input type=\"(?:radio|checkbox)\" name=\"(option|truth)\" value=\"([^\"]+)\"");

    private final HttpClient http;
    private final String server;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final AtomicInteger doubts = new AtomicInteger();
    private Optional<Ticket> ticket = Optional.empty();

    private record Ticket(String who, String csrf) {}

    /** A question that can be answered with a tap: where to, the name of the field, and what can be chosen. */
    public record Tap(String url, String question, String field, List<String> choices) {}

    /** What a person tapped, as it waits in the outbox. */
    public record Letter(String id, String at, Tap tap, String choice) {}

    public Phone(HttpClient http, String server) {
        this.http = http;
        this.server = server;
    }

    /** How many sends ended without a receipt and had to be done again. */
    public int doubts() {
        return doubts.get();
    }

    /** Signs in with factory, number and PIN; answers the path of the client. */
    public String signIn(String factory, String number, String pin) throws IOException, InterruptedException {
        String csrf = token(get("/sign-in").body());
        HttpResponse<String> in =
                send(form("/sign-in", Map.of("factory", factory, "number", number, "pin", pin, "csrf-token", csrf)));
        if (in.statusCode() != 303) {
            throw new IOException(number + " can't sign in: " + in.statusCode());
        }
        return client();
    }

    /** Goes on with a session that is there already. */
    public String resume(String cookie, String token) throws IOException, InterruptedException {
        cookies.put(cookie, token);
        return client();
    }

    private String client() throws IOException, InterruptedException {
        String first = get("/").headers().firstValue("Location").orElse("");
        Matcher where = WHERE.matcher(first);
        if (!where.find()) {
            throw new IOException("the first page leads to no factory but to " + first);
        }
        return where.group();
    }

    /** Begins the quiz, or goes on with it; answers the path of the attempt. {@code quiz} is the path of its page. */
    public String begin(String quiz) throws IOException, InterruptedException {
        return begin(quiz, token(get(quiz).body()));
    }

    /** The same from a page that is open already. */
    public String begin(String quiz, String csrf) throws IOException, InterruptedException {
        HttpResponse<String> begun = send(form(quiz + "/attempts", Map.of("csrf-token", csrf)));
        if (begun.statusCode() != 303) {
            throw new IOException("can't begin " + quiz + ": " + begun.statusCode());
        }
        return URI.create(begun.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /** The questions of a paper that take a tap. */
    public static List<Tap> taps(String paper) {
        List<Tap> taps = new ArrayList<>();
        Matcher forms = FORM.matcher(paper);
        while (forms.find()) {
            Matcher question = QUESTION.matcher(forms.group());
            Set<String> choices = new LinkedHashSet<>();
            String field = "";
            Matcher choice = CHOICE.matcher(forms.group());
            while (choice.find()) {
                field = choice.group(1);
                choices.add(choice.group(2));
            }
            if (question.find() && !choices.isEmpty()) {
                taps.add(new Tap(forms.group(1), question.group(1), field, List.copyOf(choices)));
            }
        }
        return taps;
    }

    /** Somebody taps: from here on it must not get lost. */
    public static Letter write(Tap tap, String choice) {
        return new Letter(UUID.randomUUID().toString(), Instant.now().toString(), tap, choice);
    }

    /** Sends until the receipt has come, whatever happens in between; gives up only after {@code patience}. */
    public void deliver(Letter letter, Duration patience) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        String last = "";
        while (Instant.now().isBefore(end)) {
            try {
                HttpResponse<String> answer = attempt(letter);
                if (answer.headers()
                        .firstValue("Receipt")
                        .filter(letter.id()::equals)
                        .isPresent()) {
                    if (answer.statusCode() != 200) {
                        throw new AssertionError("refused for good: " + answer.statusCode());
                    }
                    return;
                }
                if (answer.statusCode() == 401) {
                    throw new AssertionError("the phone was signed out");
                }
                last = Integer.toString(answer.statusCode());
            } catch (IOException e) {
                last = e.toString();
            }
            ticket = Optional.empty();
            doubts.incrementAndGet();
            Thread.sleep(200 + ThreadLocalRandom.current().nextInt(200));
        }
        throw new AssertionError("no receipt within " + patience + "; at last: " + last);
    }

    /** One try to send, with a ticket for it first if there is none. */
    public HttpResponse<String> attempt(Letter letter) throws IOException, InterruptedException {
        if (ticket.isEmpty()) {
            HttpResponse<String> session = send(request("/session").header("Accept", "application/json"));
            Matcher found = TICKET.matcher(session.body());
            if (session.statusCode() != 200 || !found.find()) {
                return session;
            }
            ticket = Optional.of(new Ticket(found.group(1), found.group(2)));
        }
        return send(form(
                        letter.tap().url(),
                        Map.of(
                                "question",
                                letter.tap().question(),
                                letter.tap().field(),
                                letter.choice(),
                                "id",
                                letter.id(),
                                "at",
                                letter.at()))
                .header("Accept", "application/json")
                .header("X-CSRF-TOKEN", ticket.get().csrf())
                .header("Writer", ticket.get().who()));
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "text/html"));
    }

    /** The CSRF token in a page's forms. */
    public static String token(String page) throws IOException {
        Matcher m = TOKEN.matcher(page);
        if (!m.find()) {
            throw new IOException("this page has no form");
        }
        return m.group(1);
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).timeout(Duration.ofSeconds(15));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            int is = cookie.indexOf('=');
            int end = cookie.indexOf(';');
            cookies.put(cookie.substring(0, is), cookie.substring(is + 1, end < 0 ? cookie.length() : end));
        }
        return answer;
    }
}
