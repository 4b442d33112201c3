package auditorium.fuzz;

import auditorium.exchange.QuizFormat;
import auditorium.files.PictureNoise;
import auditorium.library.ContentNoise;
import auditorium.platform.tables.SafeZip;
import auditorium.platform.tables.TableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Everything that reads files from strangers. Whatever comes is read or refused: nothing else happens, and soon. */
public enum Parser {
    /** YAML and Markdown of the content. */
    CONTENT(ContentNoise::read),
    GIFT(bytes -> inFile(bytes, file -> questions(QuizFormat.GIFT, file))),
    AIKEN(bytes -> inFile(bytes, file -> questions(QuizFormat.AIKEN, file))),
    MOODLE_XML(bytes -> inFile(bytes, file -> questions(QuizFormat.MOODLE_XML, file))),
    /** Items as XML and packages of them. */
    QTI(bytes -> inFile(bytes, file -> questions(QuizFormat.QTI, file))),
    CSV(bytes -> inFile(bytes, file -> {
        questions(QuizFormat.CSV, file);
        table(file);
    })),
    XLSX(bytes -> inFile(bytes, file -> {
        table(file);
        questions(QuizFormat.XLSX, file);
    })),
    ZIP(bytes -> inFile(bytes, Parser::unpacked)),
    /** JPEG, PNG and WebP. */
    PICTURE(PictureNoise::read);

    private static final Path KEPT = Path.of("src", "test", "resources", "fuzz");
    private static final long MOST_UNPACKED = 8L << 20;

    private final Reading reading;

    Parser(Reading reading) {
        this.reading = reading;
    }

    /** Reads the bytes; throws {@link IOException} where it refuses them. */
    @FunctionalInterface
    private interface Reading {
        void of(byte[] bytes) throws IOException;
    }

    @FunctionalInterface
    private interface InFile {
        void of(Path file) throws IOException;
    }

    /** Throws, or doesn't come back, when the parser doesn't do its duty. */
    public void take(byte[] bytes) {
        try {
            reading.of(bytes);
        } catch (IOException e) {
            // refused, in words: that is what it is for
        }
    }

    /** The folder of inputs that are worth keeping: good ones to begin with, and whatever once did harm. */
    public Path folder() {
        return KEPT.resolve(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** All of them, in the order of their names. */
    public List<Path> kept() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void inFile(byte[] bytes, InFile reading) throws IOException {
        Path file = Files.createTempFile("fuzz", ".any");
        try {
            Files.write(file, bytes);
            reading.of(file);
        } finally {
            Files.delete(file);
        }
    }

    private static void questions(QuizFormat format, Path file) throws IOException {
        format.importer().read(file, item -> {
            if (item.question().isEmpty() && item.remarks().isEmpty()) {
                throw new IllegalStateException("refused without a word: " + item.where());
            }
        });
    }

    private static void table(Path file) throws IOException {
        TableFile table = TableFile.open(file);
        table.sheets();
        table.sample(0, table.guessedCharset());
    }

    private static void unpacked(Path file) throws IOException {
        try (SafeZip zip = SafeZip.open(file, MOST_UNPACKED)) {
            for (String name : zip.names()) {
                if (name.startsWith("/") || Path.of(name).normalize().startsWith("..")) {
                    throw new IllegalStateException("leads out: " + name);
                }
                zip.open(name).close();
            }
        }
    }
}
