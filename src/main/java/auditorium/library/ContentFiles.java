package auditorium.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files under the content folder: nothing outside it, nothing huge, nothing that is not UTF-8. */
final class ContentFiles {

    /** Far above any file that a person would write. */
    static final long LARGEST = 2L * 1024 * 1024;

    /** All that content is in. */
    static final List<String> FOLDERS = List.of("courses", "quizzes", "checklists");

    private final Path root;
    private final ContentReport report;
    private volatile @Nullable Path realRoot;

    ContentFiles(Path root, ContentReport report) {
        this.root = root.toAbsolutePath().normalize();
        this.report = report;
    }

    /** The files of a folder with that ending, in the order of their names; paths are relative to the root. */
    List<String> list(String folder, String ending) {
        Path inside = root.resolve(folder);
        if (!Files.isDirectory(inside)) {
            report.error(folder, 0, "this folder is missing");
            return List.of();
        }
        try (Stream<Path> files = Files.walk(inside)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> root.relativize(f).toString().replace('\\', '/'))
                    .filter(f -> f.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            report.error(folder, 0, "this folder can't be read: " + e.getMessage());
            return List.of();
        }
    }

    /** Whether there is such a folder: for what a library may do without. */
    boolean hasFolder(String folder) {
        return Files.isDirectory(root.resolve(folder));
    }

    Optional<String> read(String file) {
        Path path = root.resolve(file).normalize();
        if (!path.startsWith(root)) {
            report.error(file, 0, "this file is outside the content folder");
            return Optional.empty();
        }
        try {
            if (!path.toRealPath().startsWith(realRoot())) {
                report.error(file, 0, "this file is a link to a place outside the content folder");
                return Optional.empty();
            }
            long size = Files.size(path);
            if (size > LARGEST) {
                report.error(file, 0, "this file has " + size + " bytes; the most is " + LARGEST);
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(path);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replace("\r\n", "\n"));
        } catch (CharacterCodingException e) {
            report.error(file, 0, "this file is not UTF-8");
        } catch (IOException e) {
            report.error(file, 0, "this file is missing or can't be read");
        }
        return Optional.empty();
    }

    private Path realRoot() throws IOException {
        Path real = realRoot;
        if (real == null) {
            real = root.toRealPath();
            realRoot = real;
        }
        return real;
    }

    Optional<Yaml> yaml(String file) {
        return read(file).flatMap(content -> Yaml.parse(file, content, report));
    }

    /** The path of something that a file names, such as a picture; empty, and reported, when it leads out of the folder. */
    Optional<String> beside(String file, int line, String named) {
        Path folder = root.resolve(file).getParent();
        Path path;
        try {
            path = (folder == null ? root : folder).resolve(named).normalize();
        } catch (InvalidPathException e) {
            report.error(file, line, "“" + named.replace("\0", "\\0") + "” can't be the name of a file");
            return Optional.empty();
        }
        if (named.startsWith("/")
                || named.contains("://")
                || FOLDERS.stream().noneMatch(f -> path.startsWith(root.resolve(f)))) {
            report.error(file, line, "“" + named + "” leads out of the content folder");
            return Optional.empty();
        }
        if (!Files.isRegularFile(path)) {
            report.error(file, line, "“" + named + "” does not exist");
            return Optional.empty();
        }
        return Optional.of(root.relativize(path).toString().replace('\\', '/'));
    }
}
