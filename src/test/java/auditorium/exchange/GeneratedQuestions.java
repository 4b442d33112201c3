package auditorium.exchange;

import auditorium.library.content.Form;
import auditorium.library.content.Picture;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.library.content.Version;
import auditorium.platform.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Questions made by chance, with every sign that some format takes for its own. */
final class GeneratedQuestions {

    private static final List<String> PIECES = List.of(
            "封条",
            "灭火器",
            "seal",
            "exit 2",
            "{",
            "}",
            "~",
            "=",
            "#",
            "\\",
            ":",
            "::",
            "//",
            "->",
            "%50%",
            "<b>",
            "&amp;",
            "&",
            "]]>",
            "\"",
            "'",
            "[html]",
            "a<b",
            "。",
            "？",
            "🚪",
            "x/y",
            "5 %",
            "*/",
            "\\n",
            "\\}",
            "{1:SA:=x}",
            "TRUE",
            "T",
            "}}");
    static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 360 220\">"
            + "<rect class=\"a-wall\" x=\"0\" y=\"0\" width=\"360\" height=\"220\"></rect></svg>";
    private static final Version VERSION = new Version("", "");

    private final RandomGenerator random;
    private int number;

    private GeneratedQuestions(RandomGenerator random) {
        this.random = random;
    }

    static Quiz quiz(RandomGenerator random) {
        GeneratedQuestions g = new GeneratedQuestions(random);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            questions.add(g.question("q" + i, i));
        }
        return new Quiz(
                "generated", new Text("随机", "Generated"), "F3-seals", 80, 8, Quiz.Rules.FREE, questions, VERSION);
    }

    private Question question(String id, int kind) {
        Form form = form(kind);
        Text text = text();
        if (form instanceof Form.Gaps gaps) {
            StringBuilder zh = new StringBuilder(word());
            gaps.gaps()
                    .forEach(g -> zh.append(" [[").append(g.id()).append("]] ").append(word()));
            text = new Text(zh.toString(), "EN " + zh);
        }
        Optional<Picture> picture =
                form instanceof Form.Hotspot ? Optional.of(new Picture(SVG, text())) : Optional.empty();
        int points = form instanceof Form.Essay e
                ? e.rubric().stream().mapToInt(Form.Essay.Criterion::points).sum()
                : 1 + random.nextInt(3);
        return new Question(
                id,
                Question.Kind.KNOWLEDGE,
                2,
                Question.Stage.PROCESS,
                List.of("SC-22"),
                List.of(),
                List.of(),
                Optional.empty(),
                text,
                picture,
                points,
                form,
                VERSION);
    }

    private Form form(int kind) {
        return switch (kind) {
            case 0 -> new Form.Single(options(random.nextInt(2)));
            case 1 -> new Form.Multiple(several(), true);
            case 2 -> new Form.Multiple(several(), false);
            case 3 -> new Form.TrueFalse(random.nextBoolean(), text());
            case 4 ->
                new Form.Numeric(
                        BigDecimal.valueOf(random.nextInt(-5000, 5000), random.nextInt(3)),
                        BigDecimal.valueOf(random.nextInt(3), 1),
                        new Text(word(), "EN unit"),
                        text());
            case 5 -> new Form.ShortText(words(), words(), text());
            case 6 -> new Form.Ordering(items(3), text());
            case 7 ->
                new Form.Matching(
                        items(3).stream()
                                .map(i -> new Form.Matching.Pair(i.id(), i.text(), text()))
                                .toList(),
                        text());
            case 8 -> groups();
            case 9 -> new Form.Gaps(List.of(gap("1", random.nextBoolean())), text());
            case 10 -> new Form.Gaps(List.of(gap("1", true), gap("2", false), gap("3", true)), text());
            default ->
                random.nextBoolean()
                        ? hotspot()
                        : new Form.Essay(items(2).stream()
                                .map(i -> new Form.Essay.Criterion(i.id(), 1 + random.nextInt(4), i.text()))
                                .toList());
        };
    }

    private List<Form.Option> options(int right) {
        List<Form.Option> options = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            options.add(new Form.Option(id(), i == right, text(), text()));
        }
        return options;
    }

    private List<Form.Option> several() {
        List<Form.Option> options = new ArrayList<>();
        int n = 3 + random.nextInt(3);
        for (int i = 0; i < n; i++) {
            options.add(new Form.Option(id(), i == 0 || random.nextBoolean(), text(), text()));
        }
        return options;
    }

    private Form groups() {
        List<Form.Item> groups = items(2);
        List<Form.Groups.Sorted> items = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            items.add(new Form.Groups.Sorted(id(), text(), groups.get(i % 2).id(), text()));
        }
        return new Form.Groups(groups, items);
    }

    private Form.Gaps.Gap gap(String id, boolean chosen) {
        if (!chosen) {
            return new Form.Gaps.Gap(id, List.of(), words(), words());
        }
        List<Form.Option> options = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String word = word();
            options.add(new Form.Option(id(), i == 1, new Text(word, "EN " + word), Draft.NONE));
        }
        return new Form.Gaps.Gap(id, options, List.of(), List.of());
    }

    /** Two areas of 1 to 4 squares, both rectangles. */
    private Form hotspot() {
        int columns = 2 + random.nextInt(7);
        int rows = 2 + random.nextInt(5);
        Set<String> wide = new LinkedHashSet<>(List.of(QtiHotspots.square(0, 0), QtiHotspots.square(1, 0)));
        Set<String> tall = new LinkedHashSet<>();
        for (int row = 1; row < rows; row++) {
            tall.add(QtiHotspots.square(columns - 1, row));
        }
        return new Form.Hotspot(
                columns,
                rows,
                List.of(new Form.Hotspot.Spot(id(), wide, text()), new Form.Hotspot.Spot(id(), tall, text())),
                text(),
                text());
    }

    private List<Form.Item> items(int n) {
        List<Form.Item> items = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String word = word();
            items.add(new Form.Item(id(), new Text(word, "EN " + word)));
        }
        return items;
    }

    private List<String> words() {
        return random.nextBoolean() ? List.of(word()) : List.of(word(), word(), word());
    }

    private String id() {
        return random.nextBoolean() ? "w" + number++ : number++ + "-th";
    }

    /** One to three lines. */
    private Text text() {
        StringBuilder zh = new StringBuilder(word());
        for (int i = random.nextInt(3); i > 0; i--) {
            zh.append(random.nextInt(8) == 0 ? "\n\n" : "\n").append(word());
        }
        return new Text(zh.toString(), "EN " + zh);
    }

    /** Pieces of text in one line, unlike every other even without punctuation. */
    private String word() {
        StringBuilder word = new StringBuilder();
        boolean first = random.nextBoolean();
        word.append(first ? "n" + number++ : piece());
        for (int i = random.nextInt(5); i > 0; i--) {
            word.append(random.nextBoolean() ? " " : "").append(piece());
        }
        return first ? word.toString() : word.append(" n").append(number++).toString();
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }
}
