package auditorium.hostile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with the markup of a page, of the kinds that browsers mend in silence and each in a different way: tags that don't
 * close, that stand where they may not, ids given twice, references that lead nowhere. It knows the rules that our templates could
 * break, not the whole of HTML.
 */
final class Markup {

    private static final Pattern TAG = Pattern.compile(
            "<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^\"'>]|\"[^\"]*\"|'[^']*')*?)(/?)>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([a-zA-Z_:][-a-zA-Z0-9_:.]*)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+)))?");
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");
    /** Their end tags may be left out. */
    private static final Set<String> OPTIONAL =
            Set.of("li", "p", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "dt", "dd");
    /** They end a paragraph. */
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "details",
            "div",
            "dl",
            "fieldset",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "header",
            "hr",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "ul");

    private static final Map<String, Set<String>> NOT_INSIDE = Map.of(
            "a", Set.of("a", "button"),
            "button", Set.of("a", "button"),
            "input", Set.of("a", "button"),
            "select", Set.of("a", "button"),
            "textarea", Set.of("a", "button"),
            "form", Set.of("form"),
            "label", Set.of("label", "button", "a"),
            "main", Set.of("article", "aside", "footer", "header", "nav"));
    private static final Map<String, Set<String>> CHILDREN = Map.of(
            "ul", Set.of("li", "template", "script"),
            "ol", Set.of("li", "template", "script"),
            "dl", Set.of("dt", "dd", "div"),
            "tr", Set.of("td", "th"),
            "tbody", Set.of("tr"),
            "thead", Set.of("tr"),
            "select", Set.of("option", "optgroup", "hr"),
            "table", Set.of("caption", "colgroup", "thead", "tbody", "tfoot", "tr"));
    private static final Set<String> REFERENCES = Set.of(
            "for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list", "form", "headers");

    private final List<String> problems = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> references = new TreeSet<>();

    private Markup() {}

    static List<String> problems(String html) {
        Markup markup = new Markup();
        if (!html.stripLeading().toLowerCase(Locale.ROOT).startsWith("<!doctype html>")) {
            markup.problems.add("no doctype");
        }
        markup.read(html.replaceAll("(?is)(<(script|style)\\b[^>]*>).*?(</\\2>)", "$1$3"));
        markup.references.stream()
                .filter(r -> !markup.ids.contains(r.substring(r.indexOf('=') + 1)))
                .forEach(r -> markup.problems.add(r + " leads nowhere"));
        if (!html.matches("(?s).*<html lang=\"[a-zA-Z-]+\".*")
                || !html.matches("(?s).*<title>[^<]*\\S[^<]*</title>.*")) {
            markup.problems.add("no language or no title");
        }
        return markup.problems;
    }

    private void read(String html) {
        Matcher m = TAG.matcher(html);
        while (m.find()) {
            if (m.group(2) != null) {
                String name = m.group(2).toLowerCase(Locale.ROOT);
                if (!m.group(1).isEmpty()) {
                    close(name);
                } else {
                    open(name, m.group(3), m.group().endsWith("/>"));
                }
            }
        }
        while (!open.isEmpty()) {
            String name = open.pop();
            if (!OPTIONAL.contains(name)) {
                problems.add("<" + name + "> is never closed");
            }
        }
    }

    private void open(String name, String attributes, boolean closed) {
        attributes(name, attributes);
        if (open.contains("svg") || open.contains("math")) {
            if (!closed) {
                open.push(name);
            }
            return;
        }
        end(name);
        for (String over : open) {
            if (over.equals("p") && BLOCKS.contains(name)) {
                problems.add("<" + name + "> inside <p>");
            }
            if (NOT_INSIDE.getOrDefault(name, Set.of()).contains(over)) {
                problems.add("<" + name + "> inside <" + over + ">");
            }
        }
        Set<String> children = open.isEmpty() ? null : CHILDREN.get(open.peek());
        if (children != null && !children.contains(name)) {
            problems.add("<" + name + "> right inside <" + open.peek() + ">");
        }
        if (!VOID.contains(name) && !(closed && name.equals("svg"))) {
            open.push(name);
        }
    }

    /** What ends by itself before such a tag. */
    private void end(String name) {
        String top = open.isEmpty() ? "" : open.peek();
        boolean ends = switch (name) {
            case "li" -> top.equals("li");
            case "dt", "dd" -> top.equals("dt") || top.equals("dd");
            case "td", "th" -> top.equals("td") || top.equals("th");
            case "option" -> top.equals("option");
            default -> false;
        };
        if (ends) {
            open.pop();
        }
        if (name.equals("tr") || name.equals("tbody")) {
            while (!open.isEmpty()
                    && (Set.of("td", "th", "tr").contains(open.peek())
                            || (name.equals("tbody") && open.peek().equals("thead")))) {
                open.pop();
            }
        }
    }

    private void close(String name) {
        if (VOID.contains(name)) {
            problems.add("</" + name + ">");
            return;
        }
        if (!open.contains(name)) {
            problems.add("</" + name + "> closes nothing");
            return;
        }
        for (String top = open.pop(); !top.equals(name); top = open.pop()) {
            if (!OPTIONAL.contains(top)) {
                problems.add("<" + top + "> is open at </" + name + ">");
            }
        }
    }

    private void attributes(String name, String text) {
        Set<String> names = new HashSet<>();
        Matcher m = ATTRIBUTE.matcher(text);
        while (m.find()) {
            String attribute = m.group(1).toLowerCase(Locale.ROOT);
            String value = m.group(2) != null ? m.group(2) : m.group(3) != null ? m.group(3) : m.group(4);
            if (!names.add(attribute)) {
                problems.add("<" + name + "> has " + attribute + " twice");
            }
            if (attribute.equals("id")
                    && (value == null || value.isBlank() || value.contains(" ") || !ids.add(value))) {
                problems.add("id " + value + " is empty or given twice");
            }
            if (REFERENCES.contains(attribute) && value != null && !name.equals("output")) {
                for (String one : value.strip().split("\\s+", -1)) {
                    references.add(attribute + "=" + one);
                }
            }
        }
        if (name.equals("img") && !names.contains("alt")) {
            problems.add("<img> without alt");
        }
    }
}
