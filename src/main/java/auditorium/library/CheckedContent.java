package auditorium.library;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.commonmark.parser.Parser;
import org.jboss.logging.Logger;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;

/**
 * The content as it was last read without an error, in a file, so that a start with the very same files need not read and check
 * them again. What is kept belongs to every byte of the content and to the very code that read it; anything else, a damaged file
 * included, is as good as nothing, and the files are read. Content with an error is never kept.
 */
final class CheckedContent {

    private static final Logger LOG = Logger.getLogger(CheckedContent.class);

    private static final byte[] MARK = "auditorium content 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY = 32;
    private static final int HEAD = MARK.length + KEY + Long.BYTES;
    private static final long LARGEST = 512L * 1024 * 1024;

    private final Path content;
    private final Path file;
    private final Optional<byte[]> code;

    /** What reading found out, but for what depends on the day. {@code laws} says where each fact of law stands. */
    record Kept(Catalogue.Parts parts, List<ContentReport.Problem> problems, Map<String, References.Place> laws) {}

    /** For the content in a folder, kept in {@code file}. */
    CheckedContent(Path content, Path file) {
        this(content, file, code());
    }

    /** {@code code} names the code that reads; when it is empty nothing is kept. */
    CheckedContent(Path content, Path file, Optional<byte[]> code) {
        this.content = content.toAbsolutePath().normalize();
        this.file = file;
        this.code = code;
    }

    Path content() {
        return content;
    }

    /** Names exactly this content as exactly this code reads it; empty when that can't be said. */
    Optional<byte[]> key() {
        return code.flatMap(c -> {
            try {
                return Optional.of(key(c));
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    private byte[] key(byte[] code) throws IOException {
        MessageDigest digest = sha256();
        digest.update(code);
        for (String folder : ContentFiles.FOLDERS) {
            try (Stream<Path> all = Files.walk(content.resolve(folder))) {
                for (Path path : all.filter(p -> !Files.isDirectory(p)).sorted().toList()) {
                    if (Files.isSymbolicLink(path) || Files.size(path) > ContentFiles.LARGEST) {
                        throw new IOException(path + " is a link, or far too large");
                    }
                    byte[] name = content.relativize(path).toString().getBytes(StandardCharsets.UTF_8);
                    byte[] bytes = Files.readAllBytes(path);
                    digest.update(ByteBuffer.allocate(8)
                            .putInt(name.length)
                            .putInt(bytes.length)
                            .flip());
                    digest.update(name);
                    digest.update(bytes);
                }
            }
        }
        return digest.digest();
    }

    /** What was kept under that key. */
    Optional<Kept> find(byte[] key) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            byte[] all = Files.readAllBytes(file);
            ByteBuffer in = ByteBuffer.wrap(all);
            if (all.length < HEAD
                    || !startsWith(all, 0, MARK)
                    || !startsWith(all, MARK.length, key)
                    || in.getLong(MARK.length + KEY) != sum(all)) {
                return Optional.empty();
            }
            return Packing.unpack(Arrays.copyOfRange(all, HEAD, all.length)) instanceof Kept kept
                    ? Optional.of(kept)
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            LOG.debugf(e, "the checked content in %s can't be used", file);
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] all, int at, byte[] wanted) {
        return Arrays.equals(all, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static long sum(byte[] all) {
        CRC32C sum = new CRC32C();
        sum.update(all, HEAD, all.length - HEAD);
        return sum.getValue();
    }

    /** Keeps what was read, if the files are still those of the key. It never fails a start: without it the next one is slower. */
    void keep(byte[] key, Kept kept) {
        try {
            byte[] packed = Packing.pack(kept);
            byte[] all = ByteBuffer.allocate(HEAD + packed.length)
                    .put(MARK)
                    .put(key)
                    .putLong(0)
                    .put(packed)
                    .array();
            ByteBuffer.wrap(all).putLong(MARK.length + KEY, sum(all));
            if (!key().filter(now -> Arrays.equals(now, key)).isPresent()) {
                return; // somebody was changing the files while they were read
            }
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null) {
                return;
            }
            Files.createDirectories(folder);
            Path aside = Files.createTempFile(folder, "content", ".new");
            try {
                Files.write(aside, all);
                move(aside);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.debugf(e, "the checked content can't be kept in %s", file);
        }
    }

    private void move(Path aside) throws IOException {
        try {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Our own code by the bytes of its jar, the parsers by the names of theirs, which carry the version. Empty when we do not run
     * from jars, as in development and in tests: there the code may change under way.
     */
    private static Optional<byte[]> code() {
        try {
            MessageDigest digest = sha256();
            Optional<Path> own = jar(CheckedContent.class);
            Optional<Path> yaml = jar(Compose.class);
            Optional<Path> markdown = jar(Parser.class);
            if (own.isEmpty() || yaml.isEmpty() || markdown.isEmpty()) {
                return Optional.empty();
            }
            digest.update(Files.readAllBytes(own.get()));
            digest.update(
                    (yaml.get().getFileName() + "\n" + markdown.get().getFileName()).getBytes(StandardCharsets.UTF_8));
            return Optional.of(digest.digest());
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> jar(Class<?> of) throws URISyntaxException {
        CodeSource source = of.getProtectionDomain().getCodeSource();
        if (source == null
                || source.getLocation() == null
                || !"file".equals(source.getLocation().getProtocol())) {
            return Optional.empty();
        }
        return Optional.of(Path.of(source.getLocation().toURI())).filter(Files::isRegularFile);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
