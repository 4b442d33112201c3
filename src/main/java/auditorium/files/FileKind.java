package auditorium.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** What people may send, told by the first bytes: a name and what a browser says about a file count for nothing. */
enum FileKind {
    JPEG("image/jpeg", ".jpg", 60_000_000),
    PNG("image/png", ".png", 60_000_000),
    /** Decoding it in Java is slow and takes ten times the memory of a JPEG, so only small ones are taken. */
    WEBP("image/webp", ".webp", 2_000_000),
    PDF("application/pdf", ".pdf", 0),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", 0),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", 0);

    private static final Set<String> APPLE = Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1");

    private final String mediaType;
    private final String ending;
    private final long mostPixels;

    FileKind(String mediaType, String ending, long mostPixels) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.mostPixels = mostPixels;
    }

    /** Empty when it is nothing that can be told by its first bytes. Office files are packages: see {@link OfficeFile}. */
    static Optional<FileKind> of(byte[] b) {
        if (starts(b, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (starts(b, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(PNG);
        }
        if (starts(b, 'R', 'I', 'F', 'F') && "WEBP".equals(word(b, 8))) {
            return Optional.of(WEBP);
        }
        if (starts(b, '%', 'P', 'D', 'F', '-')) {
            return Optional.of(PDF);
        }
        return Optional.empty();
    }

    /** A photo in the format that iPhones make, which nothing here can open. */
    static boolean heic(byte[] b) {
        return "ftyp".equals(word(b, 4)) && APPLE.contains(word(b, 8));
    }

    private static boolean starts(byte[] b, int... wanted) {
        if (b.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((b[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static String word(byte[] b, int at) {
        return b.length < at + 4 ? "" : new String(b, at, 4, StandardCharsets.ISO_8859_1);
    }

    boolean picture() {
        return mostPixels > 0;
    }

    /** How many pixels a picture of this kind may have. */
    long mostPixels() {
        return mostPixels;
    }

    /** What it is as it was sent. */
    String sentAs() {
        return mediaType;
    }

    /** What it is as it is kept: every picture becomes a JPEG that was made here. */
    String keptAs() {
        return picture() ? JPEG.mediaType : mediaType;
    }

    String ending() {
        return picture() ? JPEG.ending : ending;
    }
}
