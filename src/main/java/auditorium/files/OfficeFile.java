package auditorium.files;

import auditorium.platform.tables.SafeZip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells workbooks and text documents from other packages. Nothing in them is ever opened here; they are handed out as downloads. */
final class OfficeFile {

    private static final long MOST_UNPACKED = 300L << 20;

    private OfficeFile() {}

    /** Empty for anything else, and for files that carry programs. */
    static Optional<FileKind> kind(Path file) {
        try (SafeZip zip = SafeZip.open(file, MOST_UNPACKED)) {
            Set<String> names = zip.names();
            boolean programs = names.stream()
                    .map(n -> n.toLowerCase(Locale.ROOT))
                    .anyMatch(n -> n.endsWith("vbaproject.bin") || n.contains("/activex/"));
            if (programs || !names.contains("[Content_Types].xml")) {
                return Optional.empty();
            }
            return names.contains("xl/workbook.xml")
                    ? Optional.of(FileKind.XLSX)
                    : names.contains("word/document.xml") ? Optional.of(FileKind.DOCX) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // no package, or one that is not what it claims to be
        }
    }
}
