package auditorium.library;

import static auditorium.library.SmallContent.QUIZ;
import static auditorium.library.SmallContent.SINGLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.Basis;
import auditorium.library.content.Form;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What single options rest on. */
class OptionSourceTest {

    private static final String REASON = "reason: {zh: \"等不得\", en: \"There is no time\"}";

    @TempDir
    Path folder;

    SmallContent content;

    @BeforeEach
    void make() throws IOException {
        content = new SmallContent(folder);
    }

    private Optional<Basis> with(String source) throws IOException {
        content.quiz(SINGLE.formatted(1).replace(REASON, REASON + "\n        source: " + source));
        Form form = new CatalogueLoader(content.root(), SmallContent.TODAY)
                .read(new ContentReport())
                .quiz("T1-test")
                .orElseThrow()
                .questions()
                .getFirst()
                .form();
        return ((Form.Single) form).options().getFirst().source();
    }

    private void refused(String words, String source) throws IOException {
        make();
        with(source);
        String place = QUIZ + ":" + content.line(QUIZ, "source:") + ": error: ";
        List<String> found = content.lines();
        assertTrue(found.stream().anyMatch(l -> l.startsWith(place) && l.contains(words)), found::toString);
    }

    @Test
    void anOptionMayRestOnALawAClauseOrACard() throws IOException {
        assertEquals(Optional.of(new Basis.Fact("L-1")), with("{law: L-1}"));
        assertEquals(Optional.of(new Basis.Explained("rule")), with("{card: rule}"));
        assertEquals(
                List.of(),
                content.lines().stream().filter(l -> l.contains(": error: ")).toList());
        assertEquals(Optional.of(new Basis.Clause("test", "1")), with("{standard: test, clause: \"1\"}"));
    }

    @Test
    void whatItRestsOnMustExist() throws IOException {
        refused("there is no law “L-99”", "{law: L-99}");
        refused("has no card “gone”", "{card: gone}");
        refused("there is no clause “test 99”", "{standard: test, clause: \"99\"}");
    }

    @Test
    void itRestsOnOneThing() throws IOException {
        refused("one of: a “law”", "{law: L-1, card: rule}");
        refused("one of: a “law”", "{standard: test}");
        refused("one of: a “law”", "{}");
        refused("should be a mapping", "L-1");
    }
}
