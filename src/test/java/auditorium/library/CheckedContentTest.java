package auditorium.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import auditorium.library.content.Area;
import auditorium.library.content.Quiz;
import auditorium.platform.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start with unchanged content takes what the last one read; anything else reads the files. */
class CheckedContentTest {

    private static final byte[] CODE = {1, 2, 3};

    @TempDir
    Path folder;

    private CheckedContent checked(Path content) {
        return new CheckedContent(content, folder.resolve("kept/checked-content"), Optional.of(CODE));
    }

    private static CheckedContent.Kept read(Path content) {
        ContentReport report = new ContentReport();
        References references = new References();
        Catalogue catalogue = new CatalogueLoader(content, SmallContent.TODAY).read(report, references);
        return new CheckedContent.Kept(catalogue.parts(), report.problems(), references.laws());
    }

    @Test
    void ourWholeLibraryComesBackAsItWasRead() {
        CheckedContent checked = checked(Path.of("."));
        CheckedContent.Kept read = read(Path.of("."));
        byte[] key = checked.key().orElseThrow();
        assertEquals(Optional.empty(), checked.find(key));
        checked.keep(key, read);
        CheckedContent.Kept found = checked.find(key).orElseThrow();
        assertEquals(read, found);
        assertEquals(
                List.copyOf(read.parts().quizzes().keySet()),
                List.copyOf(found.parts().quizzes().keySet()),
                "the order too");
        assertEquals(
                List.copyOf(read.parts().places().keySet()),
                List.copyOf(found.parts().places().keySet()));
        assertTrue(read.laws().size() > 100);
    }

    @Test
    void everyChangeOfAFileIsNoticed() throws IOException {
        SmallContent small = new SmallContent(folder.resolve("content"));
        CheckedContent checked = checked(small.root());
        byte[] before = checked.key().orElseThrow();
        assertArrayEquals(before, checked.key().orElseThrow());
        small.change(SmallContent.LESSON_EN, "Doors open", "Doors shut"); // as long as before
        byte[] changed = checked.key().orElseThrow();
        assertFalse(Arrays.equals(before, changed));
        small.change(SmallContent.LESSON_EN, "Doors shut", "Doors open");
        assertArrayEquals(before, checked.key().orElseThrow());
        Path lesson = small.root().resolve(SmallContent.LESSON_EN);
        Files.move(lesson, lesson.resolveSibling("T2-test.en.md"));
        assertFalse(Arrays.equals(before, checked.key().orElseThrow()), "another name");
        Files.move(lesson.resolveSibling("T2-test.en.md"), lesson);
        small.write("courses/test/images/new.svg", "<svg/>");
        assertFalse(Arrays.equals(before, checked.key().orElseThrow()), "one more");
        CheckedContent newer =
                new CheckedContent(small.root(), folder.resolve("kept/checked-content"), Optional.of(new byte[] {1}));
        Files.delete(small.root().resolve("courses/test/images/new.svg"));
        assertFalse(Arrays.equals(before, newer.key().orElseThrow()), "other code");
    }

    @Test
    void nothingIsKeptOfFilesThatChangedWhileTheyWereRead() throws IOException {
        SmallContent small = new SmallContent(folder.resolve("content"));
        CheckedContent checked = checked(small.root());
        byte[] key = checked.key().orElseThrow();
        CheckedContent.Kept read = read(small.root());
        small.change(SmallContent.LESSON_EN, "Doors open", "Doors shut");
        checked.keep(key, read);
        assertEquals(Optional.empty(), checked.find(key));
    }

    @Test
    void outsideAPackageNothingIsKept() {
        assertEquals(Optional.empty(), new CheckedContent(Path.of("."), folder.resolve("kept")).key());
    }

    @Test
    void aDamagedFileIsAsGoodAsNone() throws IOException {
        SmallContent small = new SmallContent(folder.resolve("content"));
        CheckedContent checked = checked(small.root());
        byte[] key = checked.key().orElseThrow();
        checked.keep(key, read(small.root()));
        Path file = folder.resolve("kept/checked-content");
        byte[] good = Files.readAllBytes(file);
        assertTrue(checked.find(key).isPresent());
        Cases.forAll(
                random -> {
                    byte[] bad = random.nextBoolean() ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
                    if (bad.length == good.length) {
                        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
                    }
                    return bad;
                },
                bad -> {
                    write(file, bad);
                    assertEquals(Optional.empty(), checked.find(key));
                });
    }

    @Test
    void bytesThatAreNotOfATreeOfOursAreRefusedWhateverTheyAre() throws IOException {
        byte[] good = Packing.pack(read(new SmallContent(folder.resolve("content")).root()));
        Cases.forAll(
                random -> {
                    byte[] bad = good.clone();
                    for (int i = random.nextInt(4); i >= 0; i--) {
                        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
                    }
                    return bad;
                },
                bad -> {
                    try {
                        Packing.unpack(bad); // other words are words too
                    } catch (IllegalArgumentException e) {
                        assertFalse(String.valueOf(e.getMessage()).isBlank());
                    }
                });
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void onlyWhatIsOursIsMade() {
        byte[] packed = Packing.pack(new Area("SR", new Text("社会", "social")));
        String text = new String(packed, StandardCharsets.ISO_8859_1);
        byte[] other = text.replace("auditorium.library.content.Area", "jdk_internal.library.content.Ar")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(IllegalArgumentException.class, () -> Packing.unpack(other));
        assertThrows(IllegalArgumentException.class, () -> Packing.pack(new Object()));
    }

    @Test
    void everyKindOfValueComesBack() {
        List<Object> all = List.of(
                "",
                "字",
                0,
                -1,
                Integer.MAX_VALUE,
                Integer.MIN_VALUE,
                Long.MIN_VALUE,
                true,
                false,
                new BigDecimal("0.10"),
                LocalDate.of(2026, 11, 22),
                Period.parse("P1M"),
                Duration.ofMinutes(90),
                Optional.empty(),
                Optional.of("字"),
                Quiz.Rules.FREE,
                ContentReport.Level.NOTE,
                Map.of("a", List.of(1, 2)),
                Set.of("a", "b"));
        assertEquals(all, Packing.unpack(Packing.pack(all)));
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add("word " + i % 200);
        }
        assertEquals(many, Packing.unpack(Packing.pack(many)));
    }

    @Test
    void aLawThatFellDueSinceIsReportedAllTheSame() throws IOException {
        SmallContent small = new SmallContent(folder.resolve("content"));
        Path kept = folder.resolve("kept/checked-content");
        Clock later = Clock.fixed(Instant.parse("2027-06-01T00:00:00Z"), ZoneOffset.UTC);
        Clock now = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
        CheckedContent checked = checked(small.root());
        Library.Loaded first = Library.readOrFind(checked, now);
        assertEquals(0, first.report().count(ContentReport.Level.WARNING));
        checked.keep(checked.key().orElseThrow(), read(small.root()));
        assertTrue(Files.exists(kept));
        Library.Loaded found = Library.readOrFind(checked, later);
        assertEquals(
                List.of(SmallContent.LAWS + ":2: warning: “L-1” was due for review on 2027-05-22"),
                found.report().problems().stream()
                        .map(ContentReport.Problem::toString)
                        .toList());
        assertNotEquals(first.report().problems(), found.report().problems());
    }

    @Test
    void contentWithAnErrorIsNeverKept() throws Exception {
        SmallContent small = new SmallContent(folder.resolve("content"));
        small.change(SmallContent.QUIZ, "correct: true", "correct: false");
        CheckedContent checked = checked(small.root());
        for (int i = 0; i < 2; i++) {
            assertFalse(Library.readOrFind(checked, Clock.systemUTC()).report().publishable());
        }
        Thread.sleep(200); // what is kept is kept beside the start
        assertFalse(Files.exists(folder.resolve("kept/checked-content")));
    }
}
