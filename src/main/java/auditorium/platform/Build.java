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

    /** All that a page may load from us; a test compares them with the folder. */
    static final List<String> FILES = List.of(
            "analysis.css",
            "app.css",
            "app.js",
            "board.css",
            "certificate.css",
            "essays.css",
            "icon.svg",
            "icons.svg",
            "improve.css",
            "lists.css",
            "mock.css",
            "mock.js",
            "outbox.js",
            "paper.css",
            "paper.js",
            "passkeys.js",
            "people.css",
            "people.js",
            "print.css",
            "search.css",
            "sessions.css",
            "sessions.js",
            "sign.js",
            "slides.css",
            "slides.js",
            "training.css",
            "walk.css",
            "walk.js",
            "sw.js");

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
