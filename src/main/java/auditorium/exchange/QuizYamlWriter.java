package auditorium.exchange;

import auditorium.platform.Text;
import auditorium.platform.tables.Unreadable;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes questions as quiz files, one after the other, and a new file before one grows larger than our library reads. Nothing
 * stands in the folder before {@link #publish}, and nothing that stood there is changed.
 */
public final class QuizYamlWriter implements Closeable {

    /** Below the 2 MB at which the library refuses a file. */
    private static final int FULL = 1_500_000;

    private final Path folder;
    private final Path aside;
    private final String quiz;
    private final Optional<String> lesson;
    private final List<String> files = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private @Nullable Writer open;
    private long length;

    /** The files are named after the quiz: {@code fire.yaml}, {@code fire-2.yaml} … */
    public QuizYamlWriter(Path folder, String quiz, Optional<String> lesson) throws IOException {
        this.folder = folder;
        this.quiz = WordIds.isId(quiz) ? quiz : WordIds.slug(quiz);
        this.lesson = lesson;
        if (Files.exists(folder.resolve(this.quiz + ".yaml"))) {
            throw new Unreadable(
                    folder.resolve(this.quiz + ".yaml") + " is there already; move it away or choose another folder");
        }
        Files.createDirectories(folder);
        aside = Files.createTempDirectory(folder, ".import-");
    }

    /** Writes a question and says which id it got. */
    String write(ImportedQuestion question, List<String> tests) throws IOException, Refused {
        String content = YamlText.question("id", "", question, tests);
        int size = content.getBytes(StandardCharsets.UTF_8).length;
        Writer out = open;
        if (out == null || length + size > FULL) {
            out = next();
        }
        String id = id(question, content);
        String picture = files.getLast().replace(".yaml", "-" + id + ".svg");
        out.write(YamlText.question(id, picture, question, tests));
        length += size;
        if (question.picture().isPresent()) {
            Path images = Files.createDirectories(aside.resolve("images"));
            Files.writeString(images.resolve(picture), question.picture().get().svg());
        }
        return id;
    }

    /** Unique within its file. The same words always get the same id; two questions that say the same are one too many. */
    private String id(ImportedQuestion question, String content) throws Refused {
        String id = WordIds.isId(question.name())
                ? question.name()
                : WordIds.slug(question.name().isBlank() ? question.text().en() : question.name());
        if (ids.add(id)) {
            return id;
        }
        String other = id + "-" + WordIds.hash(content);
        if (!ids.add(other)) {
            throw new Refused("the same question stands here twice");
        }
        return other;
    }

    private Writer next() throws IOException {
        close(open);
        String name = files.isEmpty() ? quiz : quiz + "-" + (files.size() + 1);
        files.add(name + ".yaml");
        Writer out = Files.newBufferedWriter(aside.resolve(name + ".yaml"));
        open = out;
        length = 0;
        ids.clear();
        out.write("id: " + name + "\n");
        out.write("title: " + YamlText.text(new Text(name, name)) + "\n");
        if (lesson.isPresent()) {
            out.write("lesson: " + YamlText.quoted(lesson.get()) + "\n");
        }
        out.write("pass: 80\nquestions:\n");
        return out;
    }

    /** Puts everything in its place. */
    public void publish() throws IOException {
        close(open);
        open = null;
        Path images = aside.resolve("images");
        if (Files.isDirectory(images)) {
            Files.createDirectories(folder.resolve("images"));
            try (Stream<Path> pictures = Files.list(images)) {
                for (Path picture : pictures.toList()) {
                    Files.move(picture, folder.resolve("images").resolve(picture.getFileName()));
                }
            }
        }
        for (String file : files) {
            Files.move(aside.resolve(file), folder.resolve(file));
        }
    }

    /** Without {@link #publish} before, it is as if nothing had been written. */
    @Override
    public void close() throws IOException {
        close(open);
        open = null;
        try (Stream<Path> all = Files.walk(aside)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void close(@Nullable Writer out) throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
