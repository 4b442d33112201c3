package auditorium.files;

import java.io.IOException;
import java.util.Optional;

/** A file that may be a picture. */
public final class PictureNoise {

    /** What a fuzzer may have decoded: larger ones only take longer. */
    private static final long MOST_PIXELS = 4_000_000;

    private PictureNoise() {}

    /** Draws it anew if its first bytes say that it is one. */
    public static void read(byte[] bytes) throws IOException {
        FileKind.heic(bytes);
        Exif.orientation(bytes);
        Optional<FileKind> kind = FileKind.of(bytes).filter(FileKind::picture);
        if (kind.isPresent()) {
            Redrawing.of(kind.get(), bytes, Math.min(kind.get().mostPixels(), MOST_PIXELS));
        }
    }
}
