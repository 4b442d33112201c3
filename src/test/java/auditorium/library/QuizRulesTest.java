package auditorium.library;

import static auditorium.library.SmallContent.QUIZ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.Quiz;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a quiz is taken, as its file says. */
class QuizRulesTest {

    @TempDir
    Path folder;

    SmallContent content;

    @BeforeEach
    void make() throws IOException {
        content = new SmallContent(folder);
    }

    private Quiz.Rules with(String... lines) throws IOException {
        content.change(QUIZ, "draw: 1\n", "draw: 1\n" + String.join("\n", lines) + "\n");
        return new CatalogueLoader(content.root(), SmallContent.TODAY)
                .read(new ContentReport())
                .quiz("T1-test")
                .orElseThrow()
                .rules();
    }

    private void refused(String words, String... lines) throws IOException {
        make();
        with(lines);
        String last = lines[lines.length - 1];
        String place = QUIZ + ":" + content.line(QUIZ, last) + ": error: ";
        List<String> found = content.lines();
        assertTrue(found.stream().anyMatch(l -> l.startsWith(place) && l.contains(words)), found::toString);
    }

    @Test
    void aQuizThatSaysNothingHasNoClockAndADayForLateAnswers() throws IOException {
        assertEquals(Quiz.Rules.FREE, with());
        assertEquals(Duration.ofHours(24), Quiz.Rules.FREE.lateWindow());
    }

    @Test
    void aQuizMayHaveAClockAPauseAndACount() throws IOException {
        assertEquals(
                new Quiz.Rules(Optional.of(Duration.ofMinutes(15)), Duration.ofHours(8), false, true, Optional.of(3)),
                with("limit: PT15M", "late_window: PT8H", "pause: true", "attempts: 3"));
        assertEquals(List.of(), content.lines());
    }

    @Test
    void anExaminationTakesNothingLate() throws IOException {
        assertEquals(
                new Quiz.Rules(Optional.of(Duration.ofMinutes(20)), Duration.ZERO, true, false, Optional.empty()),
                with("limit: PT20M", "exam: true"));
        assertEquals(List.of(), content.lines());
    }

    @Test
    void whatCanNotBeIsReportedWithFileAndLine() throws IOException {
        refused("should be a duration like PT20M", "limit: 20");
        refused("should be from PT1M to PT24H", "limit: PT30S");
        refused("should be from PT1M to PT24H", "limit: -PT5M");
        refused("should be from PT0S to P7D", "late_window: P8D");
        refused("an examination has no “late_window”", "exam: true", "limit: PT5M", "late_window: PT1H");
        refused("an examination needs a “limit”", "exam: true");
        refused("an examination can't be paused", "exam: true", "limit: PT5M", "pause: true");
        refused("there is no clock to stop", "pause: true");
        refused("from 1 to 100", "attempts: 0");
        refused("should be true or false", "exam: perhaps");
    }
}
