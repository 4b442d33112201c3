package auditorium.library;

import auditorium.library.content.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes a {@link Version} of a canonical form. */
public final class Versions {

    private Versions() {}

    /** The version of a canonical form: its SHA-256 in hexadecimal, and the form. */
    public static Version of(String canonical) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return new Version(HexFormat.of().formatHex(digest), canonical);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
