package auditorium.exchange;

import auditorium.platform.tables.Plain;
import auditorium.platform.tables.SafeXml;
import auditorium.platform.tables.SafeZip;
import auditorium.platform.tables.TextDecoding;
import auditorium.platform.tables.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** QTI 2.1, 2.2 and 3.0: a package, of which each item is read by itself, or one item as a file. */
final class QtiImporter implements Importer {

    private static final long MOST = 1024L * 1024 * 1024;
    private static final int LARGEST_ITEM = 1024 * 1024;
    private static final Pattern SLASH = Pattern.compile("/");
    private static final String MANIFEST = "imsmanifest.xml";

    @Override
    public void read(Path file, Consumer<Item> items) throws IOException {
        if (QuizFormat.isZip(file)) {
            try (SafeZip zip = SafeZip.open(file, MOST)) {
                manifest(zip, items);
            }
        } else {
            item("item", () -> Files.newInputStream(file), source -> Optional.empty(), items);
        }
    }

    private static void manifest(SafeZip zip, Consumer<Item> items) throws IOException {
        boolean some = false;
        try (SafeXml xml = SafeXml.open(() -> zip.open(MANIFEST), QtiNames::canonical)) {
            for (Optional<String> element = xml.nextElement(); element.isPresent(); element = xml.nextElement()) {
                if (element.get().equals("resource") && xml.attribute("type").startsWith("imsqti_item_xmlv")) {
                    some = true;
                    resource(zip, xml.attribute("href"), items);
                }
            }
        }
        if (!some) {
            throw new Unreadable("the package names no item of QTI 2.1, 2.2 or 3.0");
        }
    }

    private static void resource(SafeZip zip, String href, Consumer<Item> items) throws IOException {
        if (!zip.has(href)) {
            items.accept(Draft.refused(Plain.inReport(href), "the package has no such file"));
            return;
        }
        String folder = href.substring(0, href.lastIndexOf('/') + 1);
        byte[] bytes;
        try (InputStream in = zip.open(href)) {
            bytes = in.readNBytes(LARGEST_ITEM + 1);
        }
        if (bytes.length > LARGEST_ITEM) {
            items.accept(Draft.refused(Plain.inReport(href), "it is larger than " + LARGEST_ITEM / 1024 + " kB"));
            return;
        }
        try {
            item(href, () -> new ByteArrayInputStream(bytes), source -> picture(zip, folder + source), items);
        } catch (Unreadable e) {
            items.accept(Draft.refused(Plain.inReport(href), "" + e.getMessage()));
        }
    }

    private static void item(
            String where, TextDecoding.Source source, Function<String, Optional<String>> pictures, Consumer<Item> items)
            throws IOException {
        Xml item;
        try (SafeXml xml = SafeXml.open(source, QtiNames::canonical)) {
            if (!xml.nextElement().equals(Optional.of("assessment-item"))) {
                throw new Unreadable("this is no QTI item of 2.1, 2.2 or 3.0");
            }
            item = Xml.read(xml, Set.of());
        } catch (Refused e) {
            items.accept(Draft.refused(Plain.inReport(where), e.why()));
            return;
        }
        Draft.of(Plain.inReport(where), items, draft -> new QtiItem(item, draft, pictures).form());
    }

    /** A picture beside the item, in its package or nowhere. */
    private static Optional<String> picture(SafeZip zip, String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : SLASH.split(path, -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        String name = String.join("/", parts);
        if (!zip.has(name)) {
            return Optional.empty();
        }
        try (InputStream in = zip.open(name)) {
            byte[] bytes = in.readNBytes(Drawing.LARGEST + 1);
            return bytes.length > Drawing.LARGEST ? Optional.empty() : Drawing.in(bytes);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
