package auditorium.platform.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the classes of our pictures mean on paper. Read from the pages' own sheet, in its light theme, so that screen and paper can't
 * drift apart.
 */
final class ArtStyle {

    private static final Pattern TOKEN =
            Pattern.compile("--([a-z0-9-]+): *(?:var\\(--light, *([^()]+)\\)[^;]*|([^;()]+));");
    private static final Pattern RULE = Pattern.compile("\\.(a-[a-z-]+) *\\{([^}]*)}");
    private static final Pattern VALUE = Pattern.compile("([a-z-]+): *(?:var\\(--([a-z0-9-]+)\\)|([^;]+))");

    private static final class Sheet {
        static final ArtStyle STYLE = new ArtStyle(read());
    }

    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> classes = new LinkedHashMap<>();

    ArtStyle(String css) {
        Matcher token = TOKEN.matcher(css);
        while (token.find()) {
            String value = token.group(2) == null ? token.group(3) : token.group(2);
            tokens.putIfAbsent(token.group(1), value.strip());
        }
        Matcher rule = RULE.matcher(css);
        while (rule.find()) {
            Map<String, String> values = new LinkedHashMap<>();
            Matcher value = VALUE.matcher(rule.group(2));
            while (value.find()) {
                values.put(
                        value.group(1),
                        value.group(2) == null ? value.group(3).strip() : tokens.getOrDefault(value.group(2), "none"));
            }
            classes.putIfAbsent(rule.group(1), values);
        }
    }

    static ArtStyle ofPages() {
        return Sheet.STYLE;
    }

    String token(String name) {
        return tokens.getOrDefault(name, "none");
    }

    /** The attributes that these classes stand for, in the order of the sheet: a later rule wins. */
    Map<String, String> attributes(@Nullable String names) {
        Map<String, String> all = new LinkedHashMap<>();
        if (names != null) {
            String wanted = " " + names + " ";
            classes.forEach((name, values) -> {
                if (wanted.contains(" " + name + " ")) {
                    all.putAll(values);
                }
            });
        }
        return all;
    }

    private static String read() {
        try (InputStream in = ArtStyle.class.getResourceAsStream("/META-INF/resources/app.css")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
