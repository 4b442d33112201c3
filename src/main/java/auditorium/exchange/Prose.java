package auditorium.exchange;

import auditorium.platform.tables.Plain;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text made of HTML: paragraphs and line breaks become line ends; what has no place in plain text is named as lost. */
final class Prose {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "ul",
            "ol",
            "tr",
            "table",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "section",
            "article",
            "dl",
            "dt",
            "dd",
            "tbody",
            "thead");
    private static final Set<String> STYLES =
            Set.of("b", "strong", "i", "em", "u", "s", "del", "ins", "mark", "sub", "sup", "code");
    private static final Set<String> MEDIA =
            Set.of("img", "picture", "svg", "video", "audio", "object", "iframe", "embed", "math", "canvas");
    private static final Set<String> SILENT = Set.of("script", "style");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("hellip", "…"),
            Map.entry("mdash", "—"),
            Map.entry("ndash", "–"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("times", "×"),
            Map.entry("divide", "÷"),
            Map.entry("deg", "°"),
            Map.entry("middot", "·"),
            Map.entry("le", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("ne", "≠"));
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");

    private final StringBuilder out = new StringBuilder();
    private final Consumer<String> lost;
    private boolean space;
    private int silent;

    Prose(Consumer<String> lost) {
        this.lost = lost;
    }

    /** Reads HTML as people write it, well formed or not. */
    static String ofHtml(String html, Consumer<String> lost) {
        Prose prose = new Prose(lost);
        int from = 0;
        for (int open = html.indexOf('<'); open >= 0; open = html.indexOf('<', Math.max(open + 1, from))) {
            String name = tagName(html, open);
            boolean comment = html.startsWith("<!--", open);
            if (name.isEmpty() && !comment) {
                continue;
            }
            int close = html.indexOf(comment ? "-->" : ">", open);
            if (close < 0) {
                break;
            }
            prose.words(unescape(html.substring(from, open)));
            from = close + (comment ? 3 : 1);
            if (html.charAt(open + 1) == '/') {
                prose.close(name);
            } else if (!comment) {
                prose.open(name);
            }
        }
        prose.words(unescape(html.substring(from)));
        return prose.text();
    }

    /** Empty for a lone sign such as in {@code a < b}. */
    private static String tagName(String html, int open) {
        int start = html.startsWith("/", open + 1) ? open + 2 : open + 1;
        int end = start;
        while (end < html.length() && end < start + 20 && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        boolean letter = end > start && html.charAt(start) < 0x80 && Character.isLetter(html.charAt(start));
        return letter ? html.substring(start, end) : "";
    }

    static String unescape(String text) {
        return ENTITY.matcher(text).replaceAll(m -> Matcher.quoteReplacement(character(m.group(1), m.group())));
    }

    private static String character(String name, String whole) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, whole);
        }
        int code = Character.toLowerCase(name.charAt(1)) == 'x'
                ? Integer.parseInt(name.substring(2), 16)
                : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(code) ? Character.toString(code) : whole;
    }

    /** White space collapses, as on a page. */
    void words(String text) {
        if (silent > 0) {
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u00A0') {
                space = true;
            } else {
                if (space && !atLineStart()) {
                    out.append(' ');
                }
                space = false;
                out.append(c);
            }
        }
    }

    void open(String tag) {
        String name = tag.toLowerCase(Locale.ROOT);
        if (SILENT.contains(name)) {
            silent++;
            lost.accept("formatting");
        } else if (name.equals("br")) {
            out.append('\n');
            space = false;
        } else if (BLOCKS.contains(name)) {
            line();
        } else if (STYLES.contains(name)) {
            lost.accept("formatting");
        } else if (MEDIA.contains(name)) {
            lost.accept("a picture, sound or formula");
        } else if (name.equals("a")) {
            lost.accept("a link");
        }
        if (name.equals("li")) {
            out.append("- ");
        } else if (name.equals("table")) {
            lost.accept("a table's shape");
        }
    }

    void close(String tag) {
        String name = tag.toLowerCase(Locale.ROOT);
        if (SILENT.contains(name)) {
            silent = Math.max(0, silent - 1);
        } else if (BLOCKS.contains(name)) {
            line();
        } else if (name.equals("td") || name.equals("th")) {
            space = true;
        }
    }

    /** What follows begins a line. */
    void line() {
        if (!atLineStart()) {
            out.append('\n');
        }
        space = false;
    }

    private boolean atLineStart() {
        return out.isEmpty() || out.charAt(out.length() - 1) == '\n';
    }

    String text() {
        return Plain.clean(out.toString());
    }
}
