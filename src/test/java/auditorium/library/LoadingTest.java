package auditorium.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading our own library, and one twenty times as large. Times and heap are printed, never asserted. */
class LoadingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int TIMES = 20;

    @TempDir
    Path folder;

    @Test
    void theLibraryLoadsWithoutErrors() {
        Catalogue catalogue = load("our library", Path.of("."));
        assertEquals(89, catalogue.statements().size());
    }

    @Test
    void twentyTimesTheLibrary() throws IOException {
        Catalogue once = load("our library, again", Path.of("."));
        copy(Path.of("checklists"), folder.resolve("checklists"));
        copy(Path.of("courses/glossary.yaml"), folder.resolve("courses/glossary.yaml"));
        for (int copy = 1; copy <= TIMES; copy++) {
            more(copy);
        }
        Catalogue large = load(TIMES + " times the library", folder);
        assertEquals(once.lessons().size() * TIMES, large.lessons().size());
        assertEquals(once.courses().size() * TIMES, large.courses().size());
        assertEquals(once.questions().size() * TIMES, large.questions().size());
        assertEquals(once.requirements().size(), large.requirements().size());
    }

    private static Catalogue load(String what, Path root) {
        long start = System.nanoTime();
        ContentReport report = new ContentReport();
        Catalogue catalogue = new CatalogueLoader(root, TODAY).read(report);
        long time = (System.nanoTime() - start) / 1_000_000;
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%s: %d lessons, %d questions in %d ms; %d MB in use after, of at most %d%n",
                what,
                catalogue.lessons().size(),
                catalogue.questions().size(),
                time,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20);
        assertEquals(
                List.of(),
                report.problems().stream()
                        .filter(p -> p.level() == ContentReport.Level.ERROR)
                        .toList());
        return catalogue;
    }

    /** One more copy of all courses and quizzes, whose lessons are called A1x7-… instead of A1-…. */
    private void more(int copy) throws IOException {
        String mark = "x" + copy + "-";
        try (Stream<Path> files = Files.walk(Path.of("courses"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getNameCount() < 3) {
                    continue; // the glossary
                }
                Path course =
                        folder.resolve("courses").resolve(file.getName(1) + "-" + mark.substring(0, mark.length() - 1));
                if (file.endsWith("course.yaml")) {
                    write(
                            course.resolve("course.yaml"),
                            Files.readString(file)
                                    .replaceAll("(?m)^id: (.*)$", "id: $1-x" + copy)
                                    .replaceAll("(?m)^( +- id: [A-Z]\\d+)-", "$1" + mark));
                } else if (file.toString().endsWith(".md")) {
                    write(
                            course.resolve(file.getFileName().toString().replaceFirst("-", mark)),
                            Files.readString(file));
                } else {
                    copy(file, course.resolve("images").resolve(file.getFileName()));
                }
            }
        }
        try (Stream<Path> files = Files.list(Path.of("quizzes"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(
                        folder.resolve("quizzes")
                                .resolve("x" + copy)
                                .resolve(file.getFileName().toString().replaceFirst("-", mark)),
                        Files.readString(file).replaceAll("(?m)^(id|lesson): ([A-Z]\\d+)-", "$1: $2" + mark));
            }
        }
        copy(
                Path.of("quizzes/images"),
                folder.resolve("quizzes").resolve("x" + copy).resolve("images"));
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, StandardCharsets.UTF_8);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = from.equals(file) ? to : to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
