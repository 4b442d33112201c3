package auditorium.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The least content that can be published, in a folder of its own; each test breaks what it is about. */
final class SmallContent {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final String LAWS = "checklists/laws.yaml";
    static final String QUIZ = "quizzes/T1-test.yaml";
    static final String COURSE = "courses/test/course.yaml";
    static final String LESSON_ZH = "courses/test/T1-test.zh.md";
    static final String LESSON_EN = "courses/test/T1-test.en.md";

    /** Four of these would always be right at the second place; the tests that want them number the ids. */
    static final String SINGLE = """
              - id: q%d
                type: single
                kind: knowledge
                difficulty: 1
                stage: process
                tests: [SR-01]
                statements: [S1]
                card: rule
                text: {zh: "门被堵住，先做什么？", en: "The door is blocked. What comes first?"}
                options:
                  - id: a
                    text: {zh: "等人来搬走", en: "Wait until somebody comes"}
                    reason: {zh: "等不得", en: "There is no time"}
                  - id: b
                    correct: true
                    text: {zh: "马上搬开", en: "Clear it at once"}
                    reason: {zh: "门要能开", en: "A door must open"}
                  - id: c
                    text: {zh: "写进本子里", en: "Write it in the book"}
                    reason: {zh: "写了也堵着", en: "Written down it is blocked all the same"}
            """;

    private final Path root;

    SmallContent(Path root) throws IOException {
        this.root = root;
        write("checklists/places.yaml", "places:\n  - {id: gate, title: {zh: \"大门\", en: \"Gate\"}}\n");
        write(
                "checklists/causes.yaml",
                "causes:\n  - {id: RC-1, group: method, title: {zh: \"没有规定\", en: \"No rule\"}, question: {zh: \"写在哪里？\", en: \"Where is it written?\"}}\n");
        write("checklists/statements.yaml", "statements:\n  - {id: S1, text: {zh: \"门要能开\", en: \"Doors open\"}}\n");
        write("checklists/tasks.yaml", """
                tasks:
                  - id: TT-1
                    kind: corrective
                    title: {zh: "清门口", en: "Clear the door"}
                    action: {zh: "搬开", en: "Move it"}
                    owner: ehs_manager
                    days: 7
                    closes_with: {zh: "照片", en: "Photo"}
                """);
        write("checklists/laws.yaml", laws("2027-05-22"));
        write("checklists/catalogue/social.yaml", """
                area: SR
                title: {zh: "社会责任", en: "Social responsibility"}
                requirements:
                  - id: SR-01
                    title: {zh: "门口", en: "Doors"}
                    text: {zh: "门要能开", en: "Doors open"}
                    severity: major
                    tier: core
                    departments: [EHS]
                    methods: [site]
                    place: gate
                    evidence:
                      - {id: photo, title: {zh: "照片", en: "Photo"}}
                    guidance: {zh: "看一看", en: "Look"}
                    laws: [L-1]
                    tasks: [TT-1]
                    statements: [S1]
                """);
        write("checklists/standards/test.yaml", """
                id: test
                edition: "2026"
                title: {zh: "标准", en: "Standard"}
                basis: {zh: "测试", en: "Test"}
                confidence: known
                clauses:
                  - {clause: "1", title: {zh: "门", en: "Doors"}, requirements: [SR-01]}
                """);
        write("checklists/ratings/test.yaml", """
                id: test
                standard: test
                edition: "2026"
                title: {zh: "评级", en: "Rating"}
                source: {zh: "测试", en: "Test"}
                confidence: known
                points: {pass: 70, of: 100}
                """);
        write("courses/glossary.yaml", """
                terms:
                  - id: door
                    term: {zh: "安全门", en: "exit door"}
                    meaning: {zh: "逃生用的门", en: "The door to flee by"}
                """);
        write(COURSE, course("[SR-01]"));
        write(LESSON_ZH, "## 门要能开 {#rule .rule}\n\n安全门不能堵。\n\n## 明天 {#tomorrow .tomorrow}\n\n看一遍门。\n");
        write(
                LESSON_EN,
                "## Doors open {#rule .rule}\n\nNever block an exit door.\n\n## Tomorrow {#tomorrow .tomorrow}\n\nLook at the doors.\n");
        quiz(SINGLE.formatted(1));
    }

    static String laws(String due) {
        return """
                laws:
                  - id: L-1
                    fact: {zh: "门要能开", en: "Doors open"}
                    source: {zh: "消防法", en: "Fire law"}
                    mark: text
                    verified_on: 2026-05-22
                    review_due: %s
                """.formatted(due);
    }

    static String course(String teaches) {
        return """
                id: test
                code: T
                title: {zh: "测试", en: "Test"}
                summary: {zh: "测试", en: "Test"}
                lessons:
                  - id: T1-test
                    title: {zh: "门", en: "Doors"}
                    minutes: 2
                    audience: [ALL]
                    style: worker
                    teaches: %s
                    statements: [S1]
                """.formatted(teaches);
    }

    /** The quiz with these questions, each as in {@link #SINGLE}. */
    void quiz(String... questions) throws IOException {
        write(
                QUIZ,
                "id: T1-test\ntitle: {zh: \"门\", en: \"Doors\"}\nlesson: T1-test\npass: 80\ndraw: 1\nquestions:\n"
                        + String.join("", questions));
    }

    Path root() {
        return root;
    }

    void write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content, StandardCharsets.UTF_8);
    }

    /** Replaces words that must be there. */
    void change(String file, String from, String to) throws IOException {
        String old = Files.readString(root.resolve(file));
        if (!old.contains(from)) {
            throw new IllegalArgumentException(file + " has no “" + from + "”");
        }
        write(file, old.replace(from, to));
    }

    /** The line of the first occurrence. */
    int line(String file, String words) throws IOException {
        List<String> lines = Files.readAllLines(root.resolve(file));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(words)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(file + " has no “" + words + "”");
    }

    ContentReport check() {
        ContentReport report = new ContentReport();
        new CatalogueLoader(root, TODAY).read(report);
        return report;
    }

    /** The report, a problem a line. */
    List<String> lines() {
        return check().problems().stream().map(ContentReport.Problem::toString).toList();
    }
}
