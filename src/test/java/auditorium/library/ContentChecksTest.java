package auditorium.library;

import static auditorium.library.SmallContent.COURSE;
import static auditorium.library.SmallContent.LESSON_EN;
import static auditorium.library.SmallContent.LESSON_ZH;
import static auditorium.library.SmallContent.QUIZ;
import static auditorium.library.SmallContent.SINGLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.commands.AuditoriumCommand;
import auditorium.platform.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Every promise of docs/authoring.md about what is found, each broken once. */
class ContentChecksTest {

    @TempDir
    Path folder;

    SmallContent content;

    @BeforeEach
    void make() throws IOException {
        content = new SmallContent(folder);
    }

    @Test
    void theSmallContentIsGood() {
        assertEquals(List.of(), content.lines());
    }

    @Test
    void everythingBrokenIsReportedInOneRunWithFileAndLine() throws IOException {
        breakEverything();
        List<String> lines = content.lines();
        assertReported(lines, "quizzes/T2-broken.yaml:3: error: this is not YAML");
        assertReported(
                lines, COURSE + ":" + content.line(COURSE, "teaches") + ": error: there is no requirement “SR-99”");
        assertReported(
                lines,
                QUIZ + ":" + content.line(QUIZ, "id: q1")
                        + ": error: this question needs exactly one right answer but has 0");
        assertReported(lines, QUIZ + ":" + (content.line(QUIZ, "没有英文") - 8) + ": error: the id “q1” is used twice");
        assertReported(
                lines, QUIZ + ":" + content.line(QUIZ, "没有英文") + ": error: “text” has no en: a translation is missing");
        assertReported(
                lines,
                LESSON_ZH + ":" + (content.line(LESSON_ZH, "{#rule") + 1)
                        + ": error: “images/none.svg” does not exist");
        assertReported(
                lines,
                LESSON_EN + ":" + (content.line(LESSON_EN, "{#rule") + 1)
                        + ": error: “../../../etc/passwd” leads out of the content folder");
        assertReported(lines, "quizzes/T9-huge.yaml:0: error: this file has 52428800 bytes; the most is 2097152");
        assertReported(lines, LESSON_ZH + ":" + content.line(LESSON_ZH, "统一口径") + ": error: “统一口径” coaches");
        for (String line : lines) {
            assertTrue(line.matches("[^:]+:\\d+: (error|warning|note): .*"), line);
        }
    }

    private void breakEverything() throws IOException {
        content.write("quizzes/T2-broken.yaml", "id: T2-broken\ntitle: {zh: \"坏\", en: \"Broken\"}\nquestions: [}\n");
        content.write(COURSE, SmallContent.course("[SR-01, SR-99]"));
        String noneRight = SINGLE.formatted(1).replace("        correct: true\n", "");
        String untranslated = SINGLE.formatted(1)
                .replace("en: \"The door is blocked. What comes first?\"", "en: \"\"")
                .replace("门被堵住，先做什么？", "没有英文");
        content.quiz(noneRight, untranslated);
        content.change(LESSON_ZH, "安全门不能堵。", "![门](images/none.svg)\n\n安全门不能堵。大家统一口径。");
        content.change(LESSON_EN, "Never block", "![door](../../../etc/passwd)\n\nNever block");
        try (RandomAccessFile huge =
                new RandomAccessFile(folder.resolve("quizzes/T9-huge.yaml").toFile(), "rw")) {
            huge.setLength(50L * 1024 * 1024);
        }
    }

    private static void assertReported(List<String> lines, String begin) {
        assertTrue(
                lines.stream().anyMatch(l -> l.startsWith(begin)), begin + "\nis not in\n" + String.join("\n", lines));
    }

    @Test
    void reloadKeepsWhatIsServedWhenTheNewContentIsBroken() throws IOException {
        Library library = new Library(
                settings(), Clock.fixed(SmallContent.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
        library.load();
        Catalogue first = library.catalogue();
        breakEverything();
        ContentReport report = library.reload();
        assertFalse(report.publishable());
        assertEquals(report, library.lastReport());
        assertEquals(first, library.catalogue());
        content = new SmallContent(folder);
        Files.delete(folder.resolve("quizzes/T2-broken.yaml"));
        Files.delete(folder.resolve("quizzes/T9-huge.yaml"));
        assertTrue(library.reload().publishable());
        assertFalse(first == library.catalogue());
    }

    private Settings settings() {
        return (Settings) Proxy.newProxyInstance(
                Settings.class.getClassLoader(), new Class<?>[] {Settings.class}, (self, method, args) -> {
                    if ("content".equals(method.getName())) {
                        return folder;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void theCommandPrintsEveryLineAndFails() throws IOException {
        assertEquals(0, command().code());
        breakEverything();
        Run run = command("--coverage");
        assertEquals(1, run.code());
        for (String line : content.lines()) {
            assertEquals(!line.contains(": note: "), run.out().contains(line + System.lineSeparator()), line);
        }
        assertTrue(run.out().contains("S1\tT1-test\tSR-01"), run.out());
        assertTrue(run.out().contains(" errors, "), run.out());
    }

    private record Run(int code, String out) {}

    private Run command(String... more) {
        StringWriter out = new StringWriter();
        CommandLine line = AuditoriumCommand.line().setOut(new PrintWriter(out));
        List<String> words = new ArrayList<>(List.of("check", "--content", folder.toString()));
        words.addAll(List.of(more));
        return new Run(line.execute(words.toArray(String[]::new)), out.toString());
    }

    @Test
    void namesThatLeadNowhere() throws IOException {
        content.change(QUIZ, "statements: [S1]", "statements: [S1, S7]\n    laws: [L-9]");
        content.change(QUIZ, "card: rule", "card: none");
        content.change("checklists/catalogue/social.yaml", "[TT-1]", "[TT-1, TT-9]");
        List<String> lines = content.lines();
        assertReported(lines, QUIZ + ":" + content.line(QUIZ, "S7") + ": error: there is no statement “S7”");
        assertReported(lines, QUIZ + ":" + content.line(QUIZ, "L-9") + ": error: there is no law “L-9”");
        assertReported(
                lines, QUIZ + ":" + content.line(QUIZ, "card:") + ": error: the lesson “T1-test” has no card “none”");
        assertReported(
                lines,
                "checklists/catalogue/social.yaml:" + content.line("checklists/catalogue/social.yaml", "TT-9")
                        + ": error: there is no task “TT-9”");
    }

    @Test
    void aStatementThatNothingCovers() throws IOException {
        content.change(
                "checklists/statements.yaml",
                "statements:",
                "statements:\n  - {id: S2, text: {zh: \"二\", en: \"Two\"}}");
        assertReported(
                content.lines(),
                "checklists/statements.yaml:2: error: “S2” is not covered: no lesson, no requirement, no question, no task");
    }

    @Test
    void theRightOptionGivesItselfAway() throws IOException {
        content.quiz(SINGLE.formatted(1), SINGLE.formatted(2), SINGLE.formatted(3), SINGLE.formatted(4));
        content.change(QUIZ, "Clear it at once", "Clear it at once and tell the people there why it matters");
        List<String> lines = content.lines();
        assertReported(lines, QUIZ + ":1: warning: the right option stands at place 2 in 4 of 4 questions");
        assertReported(lines, QUIZ + ":1: warning: the right option is the longest in 4 of 4 questions, in en");
    }

    @Test
    void optionsThatDifferOnlyInPunctuation() throws IOException {
        content.change(QUIZ, "写进本子里", "等人，来搬走！");
        assertReported(
                content.lines(),
                QUIZ + ":" + content.line(QUIZ, "id: q1")
                        + ": error: the option “c” differs from another only in punctuation, in zh");
        content.change(QUIZ, "等人，来搬走！", "等 1.5 小时");
        content.change(QUIZ, "等人来搬走", "等 15 小时");
        assertTrue(content.lines().stream().noneMatch(l -> l.contains("punctuation")));
    }

    @Test
    void languagesThatDrift() throws IOException {
        content.change(QUIZ, "等人来搬走", "等 30 分钟，见 SR-01");
        content.change(QUIZ, "Wait until somebody comes", "Wait for 30 hours, see SC-01");
        content.change(QUIZ, "写进本子里", "不能写进本子里");
        content.change(LESSON_ZH, "看一遍门。", "看 3 遍门。");
        List<String> lines = content.lines();
        String question = QUIZ + ":" + content.line(QUIZ, "id: q1") + ": note: ";
        assertReported(lines, question + "“a” drifts: the units differ: 30 minute in zh, 30 hour in en");
        assertReported(lines, question + "“a” drifts: the ids differ: SR-01 in zh, SC-01 in en");
        assertReported(lines, question + "“c” drifts: “not” stands only in zh");
        assertReported(
                lines,
                LESSON_EN + ":" + content.line(LESSON_EN, "tomorrow}")
                        + ": note: the card “tomorrow” drifts: the numbers differ: 3 only in zh, none only in en");
    }

    @Test
    void oneLanguageHasMoreListItems() throws IOException {
        content.change(LESSON_ZH, "看一遍门。", "- 看门\n- 看窗");
        content.change(LESSON_EN, "Look at the doors.", "- Look at the doors");
        assertReported(
                content.lines(),
                LESSON_EN + ":" + content.line(LESSON_EN, "tomorrow}")
                        + ": warning: the card “tomorrow” has 1 list items");
    }

    @Test
    void aSentenceThatNoWorkerReads() throws IOException {
        content.change(LESSON_ZH, "看一遍门。", "明天上班以后先到一楼二楼和三楼把每一个安全门都打开看一遍再关上然后告诉班长。");
        assertReported(
                content.lines(),
                LESSON_ZH + ":" + content.line(LESSON_ZH, "tomorrow}")
                        + ": note: a sentence of 37 in “tomorrow” is long");
    }

    @Test
    void picturesWithoutWords() throws IOException {
        content.write(
                "courses/test/images/d.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><rect class=\"a-wall\" width=\"1\" height=\"1\"/></svg>");
        content.change(LESSON_ZH, "看一遍门。", "![](images/d.svg)\n\n看一遍门。");
        content.write("quizzes/images/d.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>");
        content.change(QUIZ, "    card: rule\n", "    card: rule\n    image: images/d.svg\n");
        List<String> lines = content.lines();
        assertReported(
                lines,
                LESSON_ZH + ":" + (content.line(LESSON_ZH, "tomorrow}") + 1)
                        + ": error: the picture “images/d.svg” has no words");
        assertReported(lines, QUIZ + ":" + content.line(QUIZ, "id: q1") + ": error: “alt” is missing");
    }

    @Test
    void aLawThatIsDueForReview() throws IOException {
        content.write("checklists/laws.yaml", SmallContent.laws("2026-11-21"));
        assertReported(content.lines(), "checklists/laws.yaml:2: warning: “L-1” was due for review on 2026-11-21");
    }

    @Test
    void pointsBelowOne() throws IOException {
        content.change(QUIZ, "    card: rule\n", "    card: rule\n    points: 0\n");
        assertReported(
                content.lines(),
                QUIZ + ":" + content.line(QUIZ, "points") + ": error: “points” is 0 but should be at least 1");
    }

    private static String head(String type, String text) {
        return """
                  - id: q1
                    type: %s
                    kind: %s
                    difficulty: 1
                    stage: process
                    tests: [SR-01]
                    statements: [S1]
                    text: {zh: "门 %s", en: "Doors %s"}
                """.formatted(type, "experience".equals(type) ? "experience" : "skill", text, text);
    }

    @Test
    void partsWithTheSameId() throws IOException {
        String both = "{zh: \"甲%d\", en: \"A%d\"}";
        String one = both.formatted(1, 1);
        String two = both.formatted(2, 2);
        String reason = "    reason: " + one + "\n";
        List<String> questions = List.of(
                head("matching", "") + "    pairs:\n      - {id: x, left: " + one + ", right: " + one
                        + "}\n      - {id: x, left: " + two + ", right: " + two + "}\n" + reason,
                head("gaps", "[[1]]")
                        + "    gaps:\n      - {id: \"1\", accept: {zh: [\"a\"], en: [\"a\"]}}\n      - {id: \"1\", accept: {zh: [\"a\"], en: [\"a\"]}}\n"
                        + reason,
                head("groups", "") + "    groups:\n      - {id: g, text: " + one + "}\n      - {id: h, text: " + two
                        + "}\n    items:\n      - {id: x, text: " + one + ", group: g, reason: " + one
                        + "}\n      - {id: x, text: " + two
                        + ", group: h, reason: " + one + "}\n",
                head("ordering", "") + "    items:\n      - {id: x, text: " + one + "}\n      - {id: x, text: " + two
                        + "}\n" + reason,
                head("essay", "") + "    rubric:\n      - {id: x, points: 1, text: " + one
                        + "}\n      - {id: x, points: 1, text: " + two + "}\n",
                head("experience", "") + "    options:\n      - {id: x, text: " + one + "}\n      - {id: x, text: "
                        + two + "}\n");
        for (String question : questions) {
            content.quiz(question);
            assertTrue(
                    content.lines().stream()
                            .anyMatch(
                                    l -> l.matches(
                                            QUIZ
                                                    + ":\\d+: error: another of “(pairs|gaps|items|rubric|options)” has the id “[x1]”")),
                    question + content.lines());
        }
    }

    @Test
    void idsAreWords() throws IOException {
        content.change(QUIZ, "- id: a\n", "- id: a/b\n");
        assertReported(
                content.lines(),
                QUIZ + ":" + content.line(QUIZ, "a/b")
                        + ": error: the id “a/b” has more than letters, digits and hyphens");
    }

    @Test
    void experienceHasNoRightAnswer() throws IOException {
        content.quiz(
                head("experience", "")
                        + "    options:\n      - {id: x, correct: true, text: {zh: \"有\", en: \"Yes\"}}\n      - {id: y, text: {zh: \"无\", en: \"No\"}}\n");
        assertReported(
                content.lines(),
                QUIZ + ":" + content.line(QUIZ, "id: x") + ": error: nothing is right or wrong in an experience");
    }

    @Test
    void casesThatCannotBePlayed() throws IOException {
        String step = """
                      - id: %s
                        type: truefalse
                        text: {zh: "对吗", en: "Is it so"}
                        answer: true
                        reason: {zh: "对", en: "Yes"}
                """;
        content.quiz(head("scenario", "") + "    points: 5\n    case: {zh: \"门\", en: \"Door\"}\n    steps:\n"
                + step.formatted("one")
                + step.formatted("two") + "        when: {one: [maybe]}\n"
                + "      - id: three\n        type: essay\n        text: {zh: \"写\", en: \"Write\"}\n        when: {none: [x]}\n"
                + "        rubric:\n          - {id: r, points: 0, text: {zh: \"好\", en: \"Good\"}}\n");
        List<String> lines = content.lines();
        assertReported(
                lines,
                QUIZ + ":" + content.line(QUIZ, "points: 5") + ": warning: the points of a scenario are the sum");
        assertReported(
                lines,
                QUIZ + ":" + content.line(QUIZ, "maybe")
                        + ": error: “when” waits for “maybe”, which nobody can answer to “one”");
        assertReported(
                lines,
                QUIZ + ":" + content.line(QUIZ, "none: [x]")
                        + ": error: “when” names “none”, which is no earlier step");
        assertReported(
                lines,
                QUIZ + ":" + content.line(QUIZ, "type: essay") + ": error: a step of a scenario can't be an essay");
        assertReported(lines, QUIZ + ":" + content.line(QUIZ, "points: 0") + ": error: “points” is 0");
    }

    @Test
    void coachingStopsEveryKindOfFileUnlessSignedOff() throws IOException {
        content.change("checklists/tasks.yaml", "搬开", "统一口径");
        content.change("courses/glossary.yaml", "The door to flee by", "Memorize the answers");
        content.change(QUIZ, "Clear it at once", "If the auditor asks, say it is clear");
        List<String> lines = content.lines();
        assertReported(lines, "checklists/tasks.yaml:2: error: “统一口径” coaches");
        assertReported(lines, "courses/glossary.yaml:2: error: “memorize the answers” coaches");
        assertReported(
                lines, QUIZ + ":" + content.line(QUIZ, "id: q1") + ": error: “if the auditor asks, say” coaches");
        content.change(
                "checklists/tasks.yaml",
                "    days: 7\n",
                "    days: 7\n    integrity: {reviewed_by: \"Li\", on: 2026-11-22, phrases: [\"统一口径\"]}\n");
        assertTrue(content.lines().stream().noneMatch(l -> l.startsWith("checklists/tasks.yaml")));
    }
}
