package auditorium.platform.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A backup that has been written; it is read from the disk, never as a whole into memory. */
public final class BackupFile implements AutoCloseable {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final int LARGEST_CONTENTS = 64 << 20;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final Path file;
    private final ZipFile zip;
    private final Contents contents;

    private BackupFile(Path file, ZipFile zip, Contents contents) {
        this.file = file;
        this.zip = zip;
        this.contents = contents;
    }

    /** Opens it and reads what it says about itself. */
    public static BackupFile open(Path file) throws IOException, Refused {
        if (!Files.isRegularFile(file)) {
            throw new Refused(file + ": there is no such file");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new Refused(file + ": this is no backup, or it was cut short");
        }
        try {
            return new BackupFile(file, zip, contents(file, zip));
        } catch (IOException | Refused | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Contents contents(Path file, ZipFile zip) throws IOException, Refused {
        ZipEntry entry = zip.getEntry(Contents.NAME);
        if (entry == null || entry.getSize() > LARGEST_CONTENTS) {
            throw new Refused(file + ": this is no backup of Auditorium");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            var tree = JSON.readTree(in.readNBytes(LARGEST_CONTENTS));
            if (!Contents.PRODUCT.equals(tree.path("product").asText())) {
                throw new Refused(file + ": this is no backup of Auditorium");
            }
            if (tree.path("format").asInt() > Contents.FORMAT) {
                throw new Refused(file + ": a newer version wrote this backup; restore it with that one");
            }
            Contents contents = JSON.treeToValue(tree, Contents.class);
            if (!complete(contents)) {
                throw damaged(file, Contents.NAME);
            }
            return contents;
        } catch (JsonProcessingException | ZipException e) {
            throw damaged(file, Contents.NAME);
        }
    }

    private static boolean complete(@Nullable Contents contents) {
        return contents != null
                && !isEmpty(contents.migrations())
                && !isEmpty(contents.tables())
                && contents.heads() != null
                && contents.tables().stream()
                        .allMatch(t -> NAME.matcher(t.name()).matches());
    }

    private static boolean isEmpty(java.util.@Nullable List<?> list) {
        return list == null || list.isEmpty();
    }

    private static Refused damaged(Path file, String where) {
        return new Refused(file + ": the backup is damaged, at " + where);
    }

    public Contents contents() {
        return contents;
    }

    /** Reads all of it and compares it with its hashes. Whoever restores does this before anything is changed. */
    public void check() throws IOException, Refused {
        for (Contents.Table table : contents.tables()) {
            Hashed hashed = new Hashed(OutputStream.nullOutputStream());
            try (InputStream in = rows(table)) {
                in.transferTo(hashed);
            } catch (IOException e) {
                throw damaged(file, table.entry()); // a disk that can't be read is told apart by its own log
            }
            if (hashed.lines() != table.rows()
                    || hashed.bytes() != table.bytes()
                    || !hashed.sha256().equals(table.sha256())) {
                throw damaged(file, table.entry());
            }
        }
    }

    /** A table's rows, for {@code COPY … FROM STDIN}. */
    InputStream rows(Contents.Table table) throws IOException, Refused {
        Optional<ZipEntry> entry = Optional.ofNullable(zip.getEntry(table.entry()));
        if (entry.isEmpty()) {
            throw damaged(file, table.entry());
        }
        return zip.getInputStream(entry.get());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
