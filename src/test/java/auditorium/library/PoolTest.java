package auditorium.library;

import static auditorium.library.SmallContent.QUIZ;
import static auditorium.library.SmallContent.SINGLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.Pool;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pools of a quiz, as its file says, and what is wrong with them. */
class PoolTest {

    @TempDir
    Path folder;

    SmallContent content;

    /** Four questions: two of difficulty 1, two of difficulty 2. */
    @BeforeEach
    void make() throws IOException {
        content = new SmallContent(folder);
        content.quiz(
                SINGLE.formatted(1),
                SINGLE.formatted(2),
                SINGLE.formatted(3).replace("difficulty: 1", "difficulty: 2"),
                SINGLE.formatted(4).replace("difficulty: 1", "difficulty: 2"));
    }

    private Quiz with(String... lines) throws IOException {
        content.change(QUIZ, "draw: 1\n", String.join("\n", lines) + "\n");
        return new CatalogueLoader(content.root(), SmallContent.TODAY)
                .read(new ContentReport())
                .quiz("T1-test")
                .orElseThrow();
    }

    private void refused(String words, String at, String... lines) throws IOException {
        make();
        with(lines);
        String place = QUIZ + ":" + content.line(QUIZ, at) + ": error: ";
        List<String> found = content.lines();
        assertTrue(found.stream().anyMatch(l -> l.startsWith(place) && l.contains(words)), found::toString);
    }

    private List<String> errors() {
        return content.lines().stream().filter(l -> l.contains(": error: ")).toList();
    }

    @Test
    void aQuizMayNameThePartsOfItsPapers() throws IOException {
        Quiz quiz = with(
                "pools:",
                "  - {id: hard, from: {difficulty: [2], requirements: [SR-01]}, take: 2}",
                "  - {id: rest, from: {cards: [rule], stages: [process], types: [single, multiple]}, take: 1}");
        assertEquals(List.of(), errors());
        assertEquals(3, quiz.draw());
        assertEquals(
                List.of(
                        new Pool("hard", 2, new Pool.From(Set.of("SR-01"), Set.of(), Set.of(), Set.of(2), Set.of())),
                        new Pool(
                                "rest",
                                1,
                                new Pool.From(
                                        Set.of(),
                                        Set.of("rule"),
                                        Set.of(Question.Stage.PROCESS),
                                        Set.of(),
                                        Set.of("single", "multiple")))),
                quiz.pools());
    }

    @Test
    void aPoolWithoutConditionsTakesAnyQuestion() throws IOException {
        assertEquals(4, with("pools:", "  - {id: all, take: 4}").draw());
        assertEquals(List.of(), errors());
    }

    @Test
    void whatIsWrongWithAPoolIsSaidAtItsLine() throws IOException {
        refused("gives 5 but 4 fit", "id: all", "pools:", "  - {id: all, take: 5}");
        refused("gives 3 but 2 fit", "id: easy", "pools:", "  - {id: easy, from: {difficulty: [1]}, take: 3}");
        refused("at least 1", "id: none", "pools:", "  - {id: none, take: 0}");
        refused("“take” is missing", "id: none", "pools:", "  - {id: none}");
        refused("has the id “a”", "take: 2", "pools:", "  - {id: a, take: 1}", "  - {id: a, take: 2}");
        refused("no question tests “SR-99”", "id: a", "pools:", "  - {id: a, from: {requirements: [SR-99]}, take: 1}");
        refused("card “gone”", "id: a", "pools:", "  - {id: a, from: {cards: [gone]}, take: 1}");
        refused("type of question “quiz”", "id: a", "pools:", "  - {id: a, from: {types: [quiz]}, take: 1}");
        refused("1, 2 or 3, not “4”", "id: a", "pools:", "  - {id: a, from: {difficulty: [4]}, take: 1}");
        refused("should be one of", "id: a", "pools:", "  - {id: a, from: {stages: [lunch]}, take: 1}");
        refused("should be a mapping", "id: a", "pools:", "  - {id: a, from: SR-01, take: 1}");
        refused("the pools give 2", "draw: 3", "draw: 3", "pools:", "  - {id: a, take: 2}");
    }

    @Test
    void aPoolMayNotRunDryByWhatEarlierPoolsTake() throws IOException {
        refused(
                "the pools before it may take 2",
                "id: easy",
                "pools:",
                "  - {id: any, take: 2}",
                "  - {id: easy, from: {difficulty: [1]}, take: 1}");
        make();
        with("pools:", "  - {id: easy, from: {difficulty: [1]}, take: 1}", "  - {id: any, take: 3}");
        assertEquals(List.of(), errors());
    }

    @Test
    void experienceAndEssaysAreDrawnOnlyWhereAPoolNamesThem() throws IOException {
        refused("gives 1 but 0 fit", "id: lived", "pools:", "  - {id: lived, from: {types: [experience]}, take: 1}");
    }
}
