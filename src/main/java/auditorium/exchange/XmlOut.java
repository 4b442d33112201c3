package auditorium.exchange;

import auditorium.platform.tables.Plain;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML forwards, with a few words less than the JDK's writer. */
final class XmlOut {

    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;

    XmlOut(OutputStream out) throws IOException {
        try {
            xml = FACTORY.createXMLStreamWriter(new BufferedOutputStream(out), "UTF-8");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        step(() -> xml.writeStartDocument("UTF-8", "1.0"));
    }

    /** Attributes come as name, value, name, value. */
    XmlOut open(String name, String... attributes) throws IOException {
        step(() -> {
            xml.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], Plain.printable(attributes[i + 1]));
            }
        });
        return this;
    }

    XmlOut words(String text) throws IOException {
        step(() -> xml.writeCharacters(Plain.printable(text)));
        return this;
    }

    XmlOut close() throws IOException {
        step(xml::writeEndElement);
        return this;
    }

    /** An element with nothing but text. */
    XmlOut element(String name, String text) throws IOException {
        return open(name).words(text).close();
    }

    /** The stream below stays open. */
    void end() throws IOException {
        step(() -> {
            xml.writeEndDocument();
            xml.flush();
        });
    }

    private static void step(Step step) throws IOException {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
