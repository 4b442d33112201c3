package auditorium.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.ContentReport.Level;
import auditorium.library.ContentReport.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What authors get wrong: one clear line each, with file and line, all at once. */
class BadContentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;

    /** A copy of the real content, to be spoilt. */
    @BeforeEach
    void copy() {
        for (String part : List.of("courses", "quizzes", "checklists")) {
            try (Stream<Path> files = Files.walk(Path.of(part))) {
                files.forEach(from -> {
                    try {
                        Path to = folder.resolve(from.toString());
                        if (Files.isDirectory(from)) {
                            Files.createDirectories(to);
                        } else {
                            Files.copy(from, to);
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void replace(String file, String what, String by) throws IOException {
        Path path = folder.resolve(file);
        String before = Files.readString(path);
        assertTrue(before.contains(what), file + " has no " + what);
        Files.writeString(path, before.replaceFirst(Pattern.quote(what), Matcher.quoteReplacement(by)));
    }

    private List<Problem> errors() {
        ContentReport report = new ContentReport();
        new CatalogueLoader(folder, TODAY).read(report);
        return report.problems().stream().filter(p -> p.level() == Level.ERROR).toList();
    }

    private static void says(List<Problem> errors, String file, String words) {
        assertTrue(
                errors.stream()
                        .anyMatch(e -> e.file().equals(file) && e.message().contains(words)),
                file + ": " + words + " is not among " + errors);
    }

    /** Ids stand in the page before an answer is given, and tests of the page look for these very words. */
    @Test
    void noIdInOurQuizzesSpeaksOfWhatIsRight() throws IOException {
        Pattern telling = Pattern.compile("\\bid: *[\\w-]*(correct|signal|discloses)");
        try (Stream<Path> files = Files.walk(Path.of("quizzes"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                Matcher found = telling.matcher(Files.readString(file));
                assertFalse(found.find(), () -> file + ": " + found.group());
            }
        }
    }

    @Test
    void theContentThatWeShipHasNoErrorAndCoversEveryStatement() {
        ContentReport report = new ContentReport();
        Catalogue catalogue = new CatalogueLoader(Path.of("."), TODAY).read(report);
        assertEquals(List.of(), errors());
        assertTrue(report.count(Level.WARNING) <= 12, "warnings may only become fewer: " + report.problems());
        Coverage coverage = new Coverage(catalogue);
        assertEquals(89, coverage.rows().size());
        assertEquals(89, coverage.covered());
        assertEquals(178, catalogue.requirements().size());
        assertEquals(114, catalogue.tasks().size());
        assertEquals(140, catalogue.laws().size());
        assertEquals(210, catalogue.glossary().size());
        assertEquals(8, catalogue.courses().size());
        assertEquals(46, catalogue.lessons().size());
        assertTrue(catalogue.questions().size() >= 330);
        assertTrue(catalogue.standards().size() >= 11);
        catalogue.lessons().forEach(l -> assertTrue(l.cards().size() >= 6, l.id()));
    }

    @Test
    void everyMistakeGetsItsLineAndAllAreFoundAtOnce() throws IOException {
        replace("quizzes/B1-hiring-contracts.yaml", "questions:", "questions: [");
        replace("quizzes/B2-working-hours.yaml", "tests: [SR-", "tests: [XX-99, SR-");
        replace("quizzes/A1-what-is-an-audit.yaml", "correct: true", "correct: false");
        replace("quizzes/F3-seals.yaml", "lesson: F3-seals", "lesson: F9-nowhere");
        replace("checklists/tasks.yaml", "id: TT-LAB-02", "id: TT-LAB-01");
        replace("checklists/places.yaml", "title: {zh:", "title: {xx:");
        replace("checklists/causes.yaml", "group: equipment", "group: weather");
        replace("courses/audit-basics/A7-audit-day.zh.md", "](images/", "](images/not-there-");
        replace("courses/health-safety/C2-fire-safety.en.md", "](images/", "](../../../../etc/");
        Files.writeString(
                folder.resolve("courses/quality/D1-quality-system.zh.md"),
                Files.readString(folder.resolve("courses/quality/D1-quality-system.zh.md"))
                        + "\n<script>alert(1)</script>\n");
        Files.writeString(
                folder.resolve("courses/ethics/H1-anti-bribery.zh.md"),
                Files.readString(folder.resolve("courses/ethics/H1-anti-bribery.zh.md")) + "\n大家统一口径。\n");
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("quizzes/large.yaml").toFile(), "rw")) {
            large.setLength(50L * 1024 * 1024);
        }
        List<Problem> errors = errors();
        says(errors, "quizzes/B1-hiring-contracts.yaml", "this is not YAML");
        says(errors, "quizzes/B2-working-hours.yaml", "there is no requirement “XX-99”");
        says(errors, "quizzes/A1-what-is-an-audit.yaml", "right answer");
        says(errors, "quizzes/F3-seals.yaml", "there is no lesson “F9-nowhere”");
        says(errors, "checklists/tasks.yaml", "used twice");
        says(errors, "checklists/places.yaml", "a translation is missing");
        says(errors, "checklists/causes.yaml", "people, equipment, material");
        says(errors, "courses/audit-basics/A7-audit-day.zh.md", "does not exist");
        says(errors, "courses/health-safety/C2-fire-safety.en.md", "etc/");
        says(errors, "courses/quality/D1-quality-system.zh.md", "no raw HTML");
        says(errors, "courses/ethics/H1-anti-bribery.zh.md", "coaches");
        says(errors, "quizzes/large.yaml", "the most is");
        assertTrue(errors.stream()
                .filter(e -> !e.file().equals("quizzes/large.yaml")
                        && e.file().endsWith(".yaml")
                        && !e.file().contains("statements"))
                .allMatch(e -> e.line() > 0));
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsRefused() throws IOException {
        Path secret =
                Files.writeString(folder.resolveSibling("secret.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Files.createSymbolicLink(folder.resolve("courses/audit-basics/images/out.svg"), secret);
        replace("courses/audit-basics/A7-audit-day.zh.md", "](images/A7-five-steps.svg)", "](images/out.svg)");
        assertTrue(
                errors().stream().anyMatch(e -> e.message().contains("outside the content folder")),
                errors().toString());
    }

    @Test
    void aPictureIsShapesOnly() throws IOException {
        for (String bad : List.of(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><script>x()</script></svg>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" onload=\"x()\"/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><image href=\"http://x/y\"/></svg>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&x;</svg>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><text>words</text></svg>")) {
            Files.writeString(folder.resolve("courses/audit-basics/images/A7-five-steps.svg"), bad);
            assertFalse(errors().isEmpty(), bad);
        }
    }
}
