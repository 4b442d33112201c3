package auditorium.platform;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Which build of our own files this is. Static files are cached for a day, so each address carries it. */
@Singleton
public class Build {

    private static final List<String> FILES = List.of(
            "app.css",
            "board.css",
            "print.css",
            "slides.css",
            "slides.js",
            "search.css",
            "app.js",
            "outbox.js",
            "passkeys.js",
            "sw.js",
            "icons.svg");

    private final String id = hash();

    public String id() {
        return id;
    }

    private static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                String place = "sw.js".equals(file) ? file : "META-INF/resources/" + file;
                try (InputStream in =
                        Thread.currentThread().getContextClassLoader().getResourceAsStream(place)) {
                    if (in != null) {
                        digest.update(in.readAllBytes());
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
