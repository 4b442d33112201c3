package auditorium.exchange;

import auditorium.platform.tables.SafeXml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;

/** A small piece of an XML file: one question. Names are without prefix. */
record Xml(String name, Map<String, String> attributes, List<Node> nodes) {

    /** A run of text or an element. */
    sealed interface Node {}

    /** A run of text. */
    record Words(String text) implements Node {}

    /** An element within another. */
    record Child(Xml xml) implements Node {}

    /** Far above any question that a person would write. */
    private static final int LARGEST = 512 * 1024;

    /** The element at whose start we stand, read to its end; without those to skip, which may be large. */
    static Xml read(SafeXml xml, Set<String> skip) throws IOException, Refused {
        int[] room = {LARGEST};
        Xml piece = element(xml, skip, room);
        if (room[0] < 0) {
            throw new Refused("it is larger than " + LARGEST / 1024 + " kB");
        }
        return piece;
    }

    private static Xml element(SafeXml xml, Set<String> skip, int[] room) throws IOException {
        String name = xml.name();
        Map<String, String> attributes = xml.attributes();
        attributes.values().forEach(value -> room[0] -= value.length());
        List<Node> nodes = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!skip.contains(name)) {
                        room[0] -= xml.textLength();
                        if (room[0] >= 0) {
                            words.append(xml.text());
                        }
                    }
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    flush(words, nodes);
                    room[0] -= 50;
                    Xml child = element(xml, skip, room);
                    if (room[0] >= 0) {
                        nodes.add(new Child(child));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    flush(words, nodes);
                    return new Xml(name, attributes, nodes);
                }
                default -> {}
            }
        }
    }

    private static void flush(StringBuilder words, List<Node> nodes) {
        if (!words.isEmpty()) {
            nodes.add(new Words(words.toString()));
            words.setLength(0);
        }
    }

    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    List<Xml> children() {
        return nodes.stream()
                .flatMap(n -> n instanceof Child(Xml xml) ? Stream.of(xml) : Stream.empty())
                .toList();
    }

    List<Xml> children(String name) {
        return children().stream().filter(c -> c.name.equals(name)).toList();
    }

    Optional<Xml> child(String name) {
        return children(name).stream().findFirst();
    }

    /** This element and everything within, in the order of the file. */
    Stream<Xml> all() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(Xml::all));
    }

    Stream<Xml> all(String name) {
        return all().filter(x -> x.name.equals(name));
    }

    /** The words of this element and everything within. */
    String text() {
        StringBuilder out = new StringBuilder();
        for (Node node : nodes) {
            out.append(
                    switch (node) {
                        case Words(String text) -> text;
                        case Child(Xml xml) -> xml.text();
                    });
        }
        return out.toString();
    }

    /** The words of a child; empty when there is none. */
    String text(String child) {
        return child(child).map(c -> c.text().strip()).orElse("");
    }
}
