package auditorium.exchange;

import auditorium.platform.tables.SafeZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zip files for tests. */
final class Zips {

    private Zips() {}

    static byte[] of(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same archive, the files in that folder changed. */
    static byte[] changed(byte[] archive, String folder, UnaryOperator<byte[]> change) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try {
            Path file = Files.createTempFile("archive", ".zip");
            Files.write(file, archive);
            try (SafeZip zip = SafeZip.open(file, Long.MAX_VALUE)) {
                for (String name : zip.names()) {
                    byte[] bytes = zip.open(name).readAllBytes();
                    files.put(name, name.startsWith(folder) ? change.apply(bytes) : bytes);
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(files);
    }

    /** A manifest that names these items. */
    static byte[] manifest(String... hrefs) {
        StringBuilder xml =
                new StringBuilder("<manifest xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\"><resources>");
        for (String href : hrefs) {
            xml.append("<resource type=\"imsqti_item_xmlv2p1\" href=\"")
                    .append(href)
                    .append("\"/>");
        }
        return xml.append("</resources></manifest>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
