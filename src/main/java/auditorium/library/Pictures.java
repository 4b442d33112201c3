package auditorium.library;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Our own SVG pictures, checked element by element and made ready to stand in a page: only shapes, only our classes, numbers
 * but no words, ids that can't clash with another picture's.
 */
final class Pictures {

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
    private static final Set<String> ATTRIBUTES = Set.of(
            "viewBox",
            "x",
            "y",
            "x1",
            "x2",
            "y1",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "width",
            "height",
            "d",
            "points",
            "transform",
            "class",
            "fill",
            "stroke",
            "stroke-width",
            "stroke-dasharray",
            "stroke-linecap",
            "stroke-linejoin",
            "fill-opacity",
            "stroke-opacity",
            "opacity",
            "fill-rule",
            "clip-rule",
            "clip-path",
            "id",
            "font-size",
            "font-weight",
            "text-anchor",
            "preserveAspectRatio",
            "dominant-baseline",
            "letter-spacing",
            "role",
            "aria-hidden",
            "pathLength");
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    }

    private final ContentFiles files;
    private final ContentReport report;
    private final Map<String, Optional<String>> read = new ConcurrentHashMap<>();

    Pictures(ContentFiles files, ContentReport report) {
        this.files = files;
        this.report = report;
    }

    /** The markup of a picture that another file names; empty, and reported, when it can't be used. */
    Optional<String> named(String file, int line, String name) {
        return files.beside(file, line, name).flatMap(path -> {
            if (!path.endsWith(".svg")) {
                report.error(file, line, "“" + name + "” is not an SVG picture");
                return Optional.empty();
            }
            return read.computeIfAbsent(path, this::read);
        });
    }

    private Optional<String> read(String path) {
        return files.read(path).flatMap(svg -> {
            if (svg.length() > 24 * 1024) {
                report.add(
                        ContentReport.Level.WARNING,
                        path,
                        0,
                        "this picture is larger than 24 kB; phones will wait for it");
            }
            return rewrite(path, svg);
        });
    }

    private Optional<String> rewrite(String path, String svg) {
        StringBuilder out = new StringBuilder();
        String prefix = Versions.of(path).hash().substring(0, 6) + "-";
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new StringReader(svg));
            boolean good = true;
            int depth = 0;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        good &= element(path, xml, out, prefix, depth++ == 0);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        out.append("</").append(xml.getLocalName()).append('>');
                    }
                    case XMLStreamConstants.CHARACTERS -> {
                        String text = xml.getText().strip();
                        if (text.codePoints().anyMatch(Character::isLetter)
                                && text.codePointCount(0, text.length()) > 2) {
                            good = refuse(path, xml, "a picture carries numbers, not words: “" + text + "”");
                        }
                        out.append(escape(text));
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        good = refuse(path, xml, "a picture has no document type");
                    default -> {}
                }
            }
            return good ? Optional.of(out.toString()) : Optional.empty();
        } catch (XMLStreamException e) {
            report.error(path, e.getLocation() == null ? 0 : e.getLocation().getLineNumber(), "this is not XML");
            return Optional.empty();
        }
    }

    private boolean element(String path, XMLStreamReader xml, StringBuilder out, String prefix, boolean root) {
        String name = xml.getLocalName();
        if (!ELEMENTS.contains(name)) {
            return refuse(path, xml, "a picture has no <" + name + ">");
        }
        boolean good = true;
        out.append('<').append(name);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeLocalName(i);
            String value = xml.getAttributeValue(i);
            if (!ATTRIBUTES.contains(attribute) || value.contains("javascript:")) {
                good = refuse(path, xml, "a picture's <" + name + "> has no “" + attribute + "”");
                continue;
            }
            if (root && List.of("width", "height", "class", "role").contains(attribute)) {
                continue; // the page decides
            }
            if ("id".equals(attribute)) {
                value = prefix + value;
            }
            out.append(' ')
                    .append(attribute)
                    .append("=\"")
                    .append(escape(value.replace("url(#", "url(#" + prefix)))
                    .append('"');
        }
        out.append('>');
        return good;
    }

    private boolean refuse(String path, XMLStreamReader xml, String message) {
        report.error(path, xml.getLocation().getLineNumber(), message);
        return false;
    }

    /** The picture as an element of a page, with its words for people who can't see it. */
    static String inPage(String svg, String alt) {
        return "<svg class=\"art\" role=\"img\" aria-label=\"" + escape(alt) + "\"" + svg.substring("<svg".length());
    }

    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
