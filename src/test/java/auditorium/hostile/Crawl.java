package auditorium.hostile;

import auditorium.Visitor;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Follows every link from where a person begins, and opens every address of the matrix with ids of the person's own factory. Of
 * addresses that differ only in ids it opens a few.
 */
final class Crawl {

    private static final Pattern POST = Pattern.compile("<form\\b[^>]*method=\"post\"[^>]*>");
    private static final Pattern LINK = Pattern.compile("\\s(?:href|src|action|formaction|data-[a-z-]+)=\"(/[^\"#]*)");
    private static final Pattern NAME = Pattern.compile("[?&]([^=&]*)");

    /** One answer. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Got(String role, String path, int status, Headers headers, String type, byte[] bytes) {

        boolean html() {
            return type.startsWith("text/html");
        }

        /** What a reader would see, out of whatever wraps it. */
        String text() {
            try {
                if (type.startsWith("application/pdf")) {
                    return paper();
                }
                if (bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K') {
                    StringBuilder all = new StringBuilder();
                    Path copy = Files.createTempFile("crawl", ".zip");
                    Files.write(copy, bytes);
                    try (ZipFile zip = new ZipFile(copy.toFile())) {
                        for (ZipEntry e : Collections.list(zip.entries())) {
                            all.append(e.getName())
                                    .append('\n')
                                    .append(new String(zip.getInputStream(e).readAllBytes(), StandardCharsets.UTF_8))
                                    .append('\n');
                        }
                    } finally {
                        Files.delete(copy);
                    }
                    return all.toString();
                }
                return new String(bytes, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(path, e);
            }
        }

        private String paper() {
            try (PDDocument pdf = Loader.loadPDF(bytes)) {
                return new PDFTextStripper().getText(pdf) + " "
                        + pdf.getDocumentInformation().getTitle();
            } catch (IOException e) {
                return new String(bytes, StandardCharsets.ISO_8859_1); // somebody sent it, and it is broken
            }
        }

        String header(String name) {
            String value = headers.getValue(name);
            return value == null ? "" : value;
        }
    }

    private final String role;
    private final Visitor visitor;
    private final int eachShape;
    private static final List<Known> KNOWN = Routes.all().stream()
            .filter(r -> r.method().equals("GET"))
            .map(r -> new Known(r, r.pattern()))
            .toList();

    /** An address of the matrix, and what fits it. */
    private record Known(Routes.Route route, Pattern pattern) {}

    private final Map<String, Integer> shapes = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private final List<Got> got = new ArrayList<>();

    private Crawl(String role, Visitor visitor, int eachShape) {
        this.role = role;
        this.visitor = visitor;
        this.eachShape = eachShape;
    }

    /** Everything that a person comes to, and {@code client}'s rows by their addresses. */
    static List<Got> of(String role, Visitor visitor, UUID client, int eachShape) {
        Crawl crawl = new Crawl(role, visitor, eachShape);
        crawl.want("/");
        crawl.want("/sign-in");
        crawl.want("/account");
        for (Known known : KNOWN) {
            Routes.Route route = known.route();
            crawl.want(route.at(part -> switch (part) {
                case "client", "factory" -> client.toString();
                case "account", "token", "code", "key" -> "none";
                default -> String.valueOf(Tables.row(client, route.table(part)));
            }));
        }
        while (!crawl.waiting.isEmpty()) {
            crawl.open(crawl.waiting.poll());
        }
        return crawl.got;
    }

    private void open(String path) {
        Response r = visitor.request()
                .urlEncodingEnabled(false) // links come encoded
                .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get(encoded(path));
        Got page = new Got(role, path, r.statusCode(), r.headers(), String.valueOf(r.contentType()), r.asByteArray());
        got.add(page);
        String to = page.header("Location").replaceFirst("^https?://[^/]+", "");
        if (to.startsWith("/")) {
            want(to);
        }
        if (page.html()) {
            Matcher m = LINK.matcher(POST.matcher(page.text()).replaceAll(""));
            while (m.find()) {
                want(m.group(1).replace("&amp;", "&"));
            }
        }
    }

    private static String encoded(String path) {
        try {
            return new URI(path).toASCIIString();
        } catch (URISyntaxException e) {
            throw new AssertionError("a link is no address: " + path, e);
        }
    }

    private void want(String path) {
        String plain = path.replaceFirst("#.*", "");
        if (!plain.contains(" ") && seen.add(plain) && shapes.merge(kind(plain), 1, Integer::sum) <= eachShape) {
            waiting.add(plain);
        }
    }

    /** What the address has in common with others of its kind. */
    static String kind(String path) {
        int q = path.indexOf('?');
        StringBuilder names = new StringBuilder();
        if (q >= 0) {
            Matcher m = NAME.matcher(path.substring(q));
            while (m.find()) {
                names.append(' ').append(m.group(1));
            }
        }
        return route(q < 0 ? path : path.substring(0, q)) + names;
    }

    private static String route(String bare) {
        Routes.Route best = null;
        for (Known known : KNOWN) {
            int parameters = known.route().parameters().size();
            boolean nearer = best == null || parameters < best.parameters().size();
            if (nearer && known.pattern().matcher(bare).matches()) {
                best = known.route();
            }
        }
        return best == null ? bare.replaceFirst("[^/]*(\\.[a-z0-9]+)$", "*$1") : best.path();
    }

    /** The addresses of the matrix that were opened with success. */
    static Set<String> reached(List<Got> all) {
        Set<String> reached = new HashSet<>();
        for (Got g : all) {
            if (g.status() < 400) {
                reached.add(route(g.path().replaceFirst("\\?.*", "")));
            }
        }
        return reached;
    }
}
