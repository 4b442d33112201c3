package auditorium.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * One page of each kind that {@link CrawlTest} has opened, before the checker of the standard (Nu Html Checker). It runs in a process
 * of its own, for it brings parsers that must not stand in for the application's.
 */
class MarkupIT {

    private static final Path PAGES = Path.of("target", "hostile", "pages");

    /** What the checker says and what is so on purpose: SVG 2 gives every shape a length of its path, the checker knows SVG 1.1. */
    private static final List<String> ON_PURPOSE = List.of("Attribute “pathLength” not allowed on element “circle”");

    @Test
    @DisplayName("Every page is valid HTML")
    void everyPageIsValidHtml() throws IOException, InterruptedException {
        assertTrue(Files.isDirectory(PAGES), "run CrawlTest first, which keeps the pages");
        long pages;
        try (Stream<Path> all = Files.list(PAGES)) {
            pages = all.count();
        }
        Path said = Path.of("target", "hostile", "markup.log");
        long began = System.nanoTime();
        Process checker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Xss16m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "nu.validator.client.SimpleCommandLineValidator",
                        "--errors-only",
                        "--no-langdetect",
                        "--exit-zero-always",
                        "--stdout",
                        "--format",
                        "gnu",
                        PAGES.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertTrue(checker.waitFor(180, TimeUnit.SECONDS), "the checker does not come to an end");
        System.out.println(pages + " pages in " + (System.nanoTime() - began) / 1_000_000 + " ms");
        assertEquals(0, checker.exitValue(), Files.readString(said));
        assertEquals(
                List.of(),
                Files.readAllLines(said, StandardCharsets.UTF_8).stream()
                        .filter(line -> !line.isBlank())
                        .filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
                        .filter(line -> ON_PURPOSE.stream().noneMatch(line::contains))
                        .toList());
        assertTrue(pages > 100, pages + " pages");
    }
}
