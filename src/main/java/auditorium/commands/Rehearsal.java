package auditorium.commands;

import auditorium.demo.DemoAccounts;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The part of {@link RehearseCommand} with a server: a worker, a manager and a consultant of the demo look at their pages. */
public class Rehearsal implements QuarkusApplication {

    /** How many pages each of them opens: enough to have seen every kind that is a tap or two away. */
    private static final int PAGES = 30;

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

    private final int port;

    Rehearsal(@ConfigProperty(name = "quarkus.http.port") int port) {
        this.port = port;
    }

    @Override
    public int run(String... args) throws IOException {
        lookAround(
                "/sign-in",
                Map.of("factory", DemoAccounts.FACTORY, "number", DemoAccounts.WORKER, "pin", DemoAccounts.PIN));
        for (String login : List.of("manager", "consultant")) {
            lookAround("/sign-in/password", Map.of("login", login, "password", DemoAccounts.PASSWORD, "next", "/"));
        }
        return 0;
    }

    private void lookAround(String signIn, Map<String, String> who) throws IOException {
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
    }

    /** The page as text, or, when it sends elsewhere, a link there. With a body it is a POST. */
    private String request(String path, String body, Map<String, String> cookies) throws IOException {
        HttpURLConnection http = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        http.setInstanceFollowRedirects(false);
        http.setRequestProperty("Accept", "text/html");
        http.setRequestProperty(
                "Cookie",
                cookies.entrySet().stream()
                        .map(c -> c.getKey() + "=" + c.getValue())
                        .collect(Collectors.joining("; ")));
        if (!body.isEmpty()) {
            http.setDoOutput(true);
            http.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
            try (var out = http.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        boolean good = http.getResponseCode() < 400;
        for (String cookie : http.getHeaderFields().getOrDefault("Set-Cookie", List.of())) {
            int is = cookie.indexOf('=');
            int end = cookie.indexOf(';');
            cookies.put(cookie.substring(0, is), cookie.substring(is + 1, end < 0 ? cookie.length() : end));
        }
        try (InputStream in = good ? http.getInputStream() : http.getErrorStream()) {
            String page = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String elsewhere = http.getHeaderField("Location");
            return elsewhere == null ? page : "href=\"" + URI.create(elsewhere).getPath() + "\"";
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
