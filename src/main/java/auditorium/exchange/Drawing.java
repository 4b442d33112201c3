package auditorium.exchange;

import auditorium.platform.tables.SafeXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An SVG picture on its way in or out. Our pictures get their colours from the page; elsewhere they bring a small sheet. */
final class Drawing {

    static final int LARGEST = 256 * 1024;
    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "path",
            "text",
            "tspan",
            "clipPath",
            "defs",
            "title");
    private static final Pattern VIEW_BOX = Pattern.compile(
            "<svg[^>]*\\sviewBox=[\"']\\s*0[ ,]+0[ ,]+([1-9][0-9]{0,4}(?:\\.[0-9]{1,3})?)[ ,]+([1-9][0-9]{0,4}(?:\\.[0-9]{1,3})?)\\s*[\"']");
    private static final String SHEET = "<style>.a-wall{fill:#f3f1ec}.a-floor{fill:#e2ddd3}.a-steel{fill:#b9c0c7}"
            + ".a-dark{fill:#4a525a}.a-card{fill:#d9b98a}.a-skin{fill:#e8b894}.a-cloth{fill:#5b7fa6}.a-white{fill:#fff}"
            + ".a-green{fill:#2e8b57}.a-red{fill:#c8372d}.a-yellow{fill:#f2c230}.a-ink{fill:#22262a}"
            + ".a-line{stroke:#22262a;stroke-width:2}.a-thin{stroke:#22262a;stroke-width:1.25}.a-none{fill:none}"
            + ".a-look{fill:none;stroke:#e08a00;stroke-width:4}.a-arrow{fill:none;stroke:#c8372d;stroke-width:3}"
            + ".a-num{fill:#22262a}.a-num-text{fill:#fff;font:700 15px sans-serif;text-anchor:middle}</style>";

    private Drawing() {}

    /** The picture for other systems, as a file of its own. */
    static String out(String svg) {
        int end = svg.indexOf('>') + 1;
        String open = svg.substring(0, end);
        String whole =
                open.contains("xmlns=") ? open : open.replaceFirst("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"");
        return whole + SHEET + svg.substring(end);
    }

    /** The picture without our sheet; empty when it is not one that our library could show. */
    static Optional<String> in(byte[] bytes) {
        String svg = new String(bytes, StandardCharsets.UTF_8).replace(SHEET, "");
        byte[] clean = svg.getBytes(StandardCharsets.UTF_8);
        try (SafeXml xml = SafeXml.open(() -> new ByteArrayInputStream(clean), UnaryOperator.identity())) {
            Optional<String> element = xml.nextElement();
            if (!element.equals(Optional.of("svg"))) {
                return Optional.empty();
            }
            while (element.isPresent()) {
                if (!ELEMENTS.contains(element.get())) {
                    return Optional.empty();
                }
                element = xml.nextElement();
            }
            return Optional.of(svg);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Width and height in the picture's own units. */
    static Optional<double[]> size(String svg) {
        Matcher box = VIEW_BOX.matcher(svg);
        return box.find()
                ? Optional.of(new double[] {Double.parseDouble(box.group(1)), Double.parseDouble(box.group(2))})
                : Optional.empty();
    }
}
