package auditorium.platform.print;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One of our checked SVG pictures made ready for {@link Pdf}: classes become colours, a size in millimetres is set, and numbers become
 * outlines, so that no font has to be installed on the machine.
 */
public final class PrintedPicture {

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();
    private static final Set<String> LEFT_OUT =
            Set.of("class", "role", "aria-hidden", "aria-label", "width", "height", "alt", "style");
    private static final Set<String> OF_TEXT = Set.of(
            "x", "y", "dx", "dy", "font-size", "font-weight", "text-anchor", "dominant-baseline", "letter-spacing");

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** Around a scene, in the picture's own units. */
    private static final double MARGIN = 18;

    private static final double LABEL = 13;

    private final StringBuilder out = new StringBuilder();
    private final Deque<Lettering> letterings = new ArrayDeque<>();
    private final String alt;
    private final double millimetres;

    /** How letters look at this depth of the picture. */
    private record Lettering(String element, double size, boolean bold, String anchor, double x, double y) {}

    private final int columns;
    private final int rows;
    private final double[] box = {0, 0, 360, 220};

    private PrintedPicture(String alt, double millimetres, int columns, int rows) {
        this.alt = alt;
        this.millimetres = millimetres;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * The picture as an element of a document.
     *
     * @param svg the checked markup of the picture
     * @param alt its words for people who can't see it
     * @param millimetres how wide it shall be; the height follows
     */
    public static String of(String svg, String alt, double millimetres) {
        return made(svg, new PrintedPicture(alt, millimetres, 0, 0));
    }

    /**
     * A scene under a grid of squares, lettered across and numbered down like a map. The words come from the picture's own label.
     *
     * @param millimetres how wide it shall be, with its numbers
     */
    public static String scene(String svg, double millimetres, int columns, int rows) {
        return made(svg, new PrintedPicture("", millimetres, columns, rows));
    }

    private static String made(String svg, PrintedPicture picture) {
        try {
            return picture.rewrite(svg);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("a picture that was checked is no XML", e);
        }
    }

    /** All pictures in a card's HTML made ready; the rest stays as it is, which is XHTML already. */
    public static String inHtml(String html, double millimetres) {
        StringBuilder page = new StringBuilder(html.length());
        int at = 0;
        int start;
        while ((start = html.indexOf("<svg", at)) >= 0) {
            int end = end(html, start);
            page.append(html, at, start).append(of(html.substring(start, end), "", millimetres));
            at = end;
        }
        return page.append(html, at, html.length()).toString();
    }

    private static int end(String html, int start) {
        int depth = 0;
        int at = start;
        while (true) {
            int open = html.indexOf("<svg", at);
            int close = html.indexOf("</svg>", at);
            if (close < 0) {
                throw new IllegalArgumentException("a picture does not end");
            }
            if (open >= 0 && open < close) {
                depth++;
                at = open + 4;
            } else {
                depth--;
                at = close + 6;
                if (depth == 0) {
                    return at;
                }
            }
        }
    }

    private String rewrite(String svg) throws XMLStreamException {
        XMLStreamReader xml = XML.createXMLStreamReader(new StringReader(svg));
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS -> letters(xml.getText().strip());
                default -> {}
            }
        }
        return out.toString();
    }

    private void start(XMLStreamReader xml) {
        String name = xml.getLocalName();
        Map<String, String> attributes = new LinkedHashMap<>();
        String words = alt;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeLocalName(i);
            if ("aria-label".equals(attribute) && words.isEmpty()) {
                words = xml.getAttributeValue(i);
            }
            if (!LEFT_OUT.contains(attribute) || ("rect".equals(name) && sized(attribute))) {
                attributes.put(attribute, xml.getAttributeValue(i));
            }
        }
        attributes.putAll(ArtStyle.ofPages().attributes(xml.getAttributeValue(null, "class")));
        boolean root = letterings.isEmpty();
        letterings.push(lettering(name, attributes));
        if ("text".equals(name) || "tspan".equals(name)) {
            attributes.keySet().removeAll(OF_TEXT);
            out.append("<g");
            write(attributes);
            out.append('>');
        } else {
            out.append('<').append(name);
            if (root) {
                root(attributes, words);
            }
            write(attributes);
            out.append('>');
            if (root) {
                background();
            }
        }
    }

    private static boolean sized(String attribute) {
        return "width".equals(attribute) || "height".equals(attribute);
    }

    private void root(Map<String, String> attributes, String words) {
        String[] sides =
                attributes.getOrDefault("viewBox", "0 0 360 220").strip().split("[ ,]+", -1);
        for (int i = 0; i < box.length; i++) {
            box[i] = Double.parseDouble(sides[i]);
        }
        double margin = columns > 0 ? MARGIN : 0; // for the letters and numbers of the grid
        double width = box[2] + margin;
        double height = box[3] + margin;
        attributes.put("viewBox", "%s %s %s %s".formatted(box[0] - margin, box[1] - margin, width, height));
        out.append(" xmlns=\"http://www.w3.org/2000/svg\" alt=\"")
                .append(escape(words))
                .append("\" style=\"width:")
                .append(tenth(millimetres))
                .append("mm;height:")
                .append(tenth(millimetres * height / width))
                .append("mm\" stroke-linejoin=\"round\" stroke-linecap=\"round\"");
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private void background() {
        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                .formatted(box[0], box[1], box[2], box[3], ArtStyle.ofPages().token("art-wall")));
    }

    /** Lines over the whole picture; letters above it, numbers beside it. */
    private void grid() {
        String ink = ArtStyle.ofPages().token("ink");
        double step = box[2] / columns;
        double fall = box[3] / rows;
        StringBuilder lines = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        for (int c = 0; c <= columns; c++) {
            double x = box[0] + c * step;
            lines.append("M%s %sV%s".formatted(x, box[1], box[1] + box[3]));
            if (c < columns) {
                String letter = String.valueOf((char) ('A' + c));
                labels.append(Face.bold().outline(letter, x + step / 2, box[1] - 4, LABEL, "middle"));
            }
        }
        for (int r = 0; r <= rows; r++) {
            double y = box[1] + r * fall;
            lines.append("M%s %sH%s".formatted(box[0], y, box[0] + box[2]));
            if (r < rows) {
                String number = Integer.toString(r + 1);
                labels.append(Face.bold().outline(number, box[0] - 9, y + fall / 2 + 4, LABEL, "middle"));
            }
        }
        out.append("<path fill=\"none\" stroke=\"%s\" stroke-width=\"0.8\" stroke-opacity=\"0.6\" d=\"%s\"/>"
                .formatted(ink, lines));
        out.append("<path stroke=\"none\" fill=\"%s\" d=\"%s\"/>".formatted(ink, labels));
    }

    private Lettering lettering(String name, Map<String, String> attributes) {
        Lettering outer = letterings.isEmpty() ? new Lettering("", 16, false, "start", 0, 0) : letterings.peek();
        return new Lettering(
                name,
                number(attributes.get("font-size"), outer.size()),
                attributes.containsKey("font-weight") ? !"400".equals(attributes.get("font-weight")) : outer.bold(),
                attributes.getOrDefault("text-anchor", outer.anchor()),
                number(attributes.get("x"), outer.x()),
                number(attributes.get("y"), outer.y()));
    }

    private static double number(@org.jspecify.annotations.Nullable String value, double otherwise) {
        return value == null ? otherwise : Double.parseDouble(value.replace("px", ""));
    }

    private void write(Map<String, String> attributes) {
        attributes.forEach((name, value) ->
                out.append(' ').append(name).append("=\"").append(escape(value)).append('"'));
    }

    private void end(String name) {
        letterings.pop();
        if (letterings.isEmpty() && columns > 0) {
            grid();
        }
        out.append("</")
                .append("text".equals(name) || "tspan".equals(name) ? "g" : name)
                .append('>');
    }

    private void letters(String text) {
        Lettering at = letterings.peek();
        if (at == null || text.isEmpty() || !("text".equals(at.element()) || "tspan".equals(at.element()))) {
            return;
        }
        Face face = at.bold() ? Face.bold() : Face.regular();
        out.append("<path stroke=\"none\" d=\"")
                .append(face.outline(text, at.x(), at.y(), at.size(), at.anchor()))
                .append("\"/>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
