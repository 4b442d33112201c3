package auditorium.platform.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML from strangers, forwards only: a document type is refused, so there are no entities to expand or fetch; nesting and
 * the length of every piece are limited.
 */
public final class SafeXml implements AutoCloseable {

    private static final int DEEPEST = 100;

    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final Set<String> BY_LOOKING =
            Set.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030", "GBK", "GB2312");

    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final XMLStreamReader xml;
    private final Reader text;
    private final UnaryOperator<String> names;
    private int depth;
    private long words;

    private SafeXml(XMLStreamReader xml, Reader text, UnaryOperator<String> names) {
        this.xml = xml;
        this.text = text;
        this.names = names;
    }

    /** Names of elements and attributes are seen through {@code names}. */
    public static SafeXml open(TextDecoding.Source source, UnaryOperator<String> names) throws IOException {
        Reader text = new MarkupGuard(decoded(source));
        try {
            return new SafeXml(FACTORY.createXMLStreamReader(text), text, names);
        } catch (XMLStreamException e) {
            text.close();
            throw broken(e);
        }
    }

    /** What the first line says counts only for charsets that can't be told by looking. */
    private static Reader decoded(TextDecoding.Source source) throws IOException {
        String start;
        try (InputStream in = source.open()) {
            start = new String(in.readNBytes(200), StandardCharsets.ISO_8859_1);
        }
        Matcher said = ENCODING.matcher(start);
        if (said.find() && BY_LOOKING.stream().noneMatch(said.group(1)::equalsIgnoreCase)) {
            if (!Charset.isSupported(said.group(1))) {
                throw new Unreadable(
                        "文件说它的编码是 " + said.group(1) + "，没有这种编码",
                        "this file says its charset is " + said.group(1) + ", which nobody knows");
            }
            return TextDecoding.reader(source, Charset.forName(said.group(1)));
        }
        return TextDecoding.reader(source);
    }

    /** Goes to the next start of an element; empty at the end of the file. */
    public Optional<String> nextElement() throws IOException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return Optional.of(name());
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return Optional.empty();
            }
        }
    }

    public int line() {
        return xml.getLocation().getLineNumber();
    }

    /** Of the element at whose start we stand; empty when it has none of that name. */
    public String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** How many characters of text were passed since this was asked last. */
    public long wordsSince() {
        long since = words;
        words = 0;
        return since;
    }

    /** All of the element at whose start we stand. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(names.apply(xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
        }
        return attributes;
    }

    /** The text at which we stand. */
    public String text() {
        return xml.getText();
    }

    /** The length of the text at which we stand. */
    public int textLength() {
        return xml.getTextLength();
    }

    public String name() {
        return names.apply(xml.getLocalName());
    }

    /** One of {@link XMLStreamConstants}. */
    public int next() throws IOException {
        try {
            int event = xml.next();
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unreadable(
                            "文件里有不允许的内容（文档类型或实体）", "this file has a document type or an entity, which we never read");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw new Unreadable("文件嵌套太深", "this file nests deeper than " + DEEPEST + " elements");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> words += xml.getTextLength();
                default -> {}
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private static IOException broken(XMLStreamException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
            if (cause instanceof XMLStreamException x && x.getNestedException() instanceof IOException io) {
                return io;
            }
        }
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        return new Unreadable("文件坏了，打不开", "this is not XML" + (line > 0 ? ", from line " + line : ""));
    }

    @Override
    public void close() throws IOException {
        try (text) {
            xml.close();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }
}
