package auditorium.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A small piece of an XML file: one question. Names are without prefix. */
record Xml(String name, Map<String, String> attributes, List<Node> nodes) {

    /** A run of text or an element. */
    sealed interface Node {}

    /** A run of text. */
    record Words(String text) implements Node {}

    /** An element within another. */
    record Child(Xml xml) implements Node {}

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
