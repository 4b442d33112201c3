package auditorium.files;

import auditorium.platform.CurrentLanguage;
import auditorium.platform.MalwareScan;
import auditorium.platform.Refusal;
import auditorium.platform.Settings;
import auditorium.platform.StoreAway;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Takes files that people send, and hands them out again: judged by their first bytes, not by their names; pictures are drawn anew
 * without what phones hide in them; nothing active is ever shown in a page. Who may see a file is for those to say who point at it.
 */
@ApplicationScoped
public class FileBox {

    private static final int LONGEST_NAME = 120;

    private static final Logger LOG = Logger.getLogger(FileBox.class);

    private final FileStorage storage;
    private final FileRoom room;
    private final MalwareScan scan;
    private final Settings settings;
    private final CurrentLanguage language;

    FileBox(FileStorage storage, FileRoom room, MalwareScan scan, Settings settings, CurrentLanguage language) {
        this.storage = storage;
        this.room = room;
        this.scan = scan;
        this.settings = settings;
        this.language = language;
    }

    /**
     * Keeps a file of the client, within the caller's transaction.
     *
     * @return what a row that points at the file should say
     * @throws Refusal in the person's language: 413 too large or no room left, 415 a kind that isn't taken, 422 a picture that can't be
     *     opened, or something that a scanner of files knows
     * @throws StoreAway when the place where files are does not answer; nothing of the transaction stays then
     */
    public KeptFile keep(UUID client, FileUpload file) {
        if (file.size() > settings.uploads().largest()) {
            throw new Refusal(413, words().too_large(settings.uploads().largest() >> 20));
        }
        byte[] given = read(file.uploadedFile());
        FileKind kind = FileKind.of(given)
                .or(() -> OfficeFile.kind(file.uploadedFile()))
                .orElseThrow(() -> new Refusal(415, FileKind.heic(given) ? words().heic() : words().wrong_kind()));
        if (scan.finds(given)) {
            throw new Refusal(422, words().harmful());
        }
        byte[] bytes = kind.picture() ? redrawn(kind, given) : given;
        byte[] hash = sha256(bytes);
        if (!storage.has(client, hash)) {
            if (!room.take(client, bytes.length)) {
                throw new Refusal(413, words().no_room(settings.uploads().perClient() >> 20));
            }
            if (!storage.put(client, hash, bytes)) {
                room.giveBack(client, bytes.length); // somebody sent the same at the same moment
            }
        }
        return new KeptFile(hash, kind.keptAs(), safeName(file.fileName(), kind), bytes.length);
    }

    private byte[] redrawn(FileKind kind, byte[] given) {
        try {
            return Redrawing.of(kind, given);
        } catch (Redrawing.TooLarge e) {
            throw new Refusal(422, words().too_many_pixels(kind.mostPixels() / 1_000_000));
        } catch (IOException e) {
            throw new Refusal(422, words().broken_picture());
        }
    }

    /** The file's bytes, for a paper; empty when it isn't kept, or no longer as it was. */
    public Optional<byte[]> bytes(UUID client, KeptFile file) {
        try {
            return whole(client, file);
        } catch (FileLost e) {
            return Optional.empty();
        }
    }

    /**
     * The file for a browser: a picture to show, anything else as a download; 404 when it isn't kept.
     *
     * @throws Refusal 500 when it is no longer what was kept
     * @throws StoreAway when the place where files are does not answer
     */
    public Response handOut(UUID client, KeptFile file) {
        byte[] bytes;
        try {
            bytes = whole(client, file).orElseThrow(NotFoundException::new);
        } catch (FileLost e) {
            throw new Refusal(500, words().lost());
        }
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(bytes, file.mediaType())
                .header(
                        "Content-Disposition",
                        (file.picture() ? "inline" : "attachment") + "; filename*=UTF-8''" + name)
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    /** As it was kept, to the last bit: nobody is ever shown anything else under its name. */
    private Optional<byte[]> whole(UUID client, KeptFile file) {
        try {
            Optional<byte[]> bytes = storage.get(client, file.sha256());
            if (bytes.isPresent() && !MessageDigest.isEqual(sha256(bytes.get()), file.sha256())) {
                throw new FileLost("it is not what its hash says");
            }
            return bytes;
        } catch (FileLost e) {
            LOG.errorf(
                    "the file %s of client %s is lost: %s",
                    HexFormat.of().formatHex(file.sha256()), client, e.getMessage());
            throw e;
        }
    }

    private FileMessages words() {
        return MessageBundles.get(
                FileMessages.class, Localized.Literal.of(language.lang().code()));
    }

    /** A name that is safe in a header and on every disk; what it was is not worth a risk. */
    static String safeName(String given, FileKind kind) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = last.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == ' ')
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("\\.[A-Za-z0-9]{1,5}$", "")
                .strip();
        return (clean.isBlank() ? "file" : clean) + kind.ending();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the bytes are still what their hash says. */
    static boolean whole(byte[] bytes, byte[] sha256) {
        return MessageDigest.isEqual(sha256(bytes), sha256);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
