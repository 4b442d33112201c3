package auditorium.quizzes.domain;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.library.content.Version;
import auditorium.platform.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Some questions and answers, small or random, for the tests of quizzes. */
public final class Some {

    static final Text WHY = text("because");

    private Some() {}

    static Text text(String same) {
        return new Text(same, same);
    }

    public static Question question(String id, Form form) {
        return question(id, 1, List.of("SC-22"), 1, form);
    }

    static Question question(String id, int difficulty, List<String> tests, int points, Form form) {
        Question.Kind kind = form instanceof Form.Experience ? Question.Kind.EXPERIENCE : Question.Kind.KNOWLEDGE;
        Version version = new Version("hash of " + id + form, "");
        return new Question(
                id,
                kind,
                difficulty,
                Question.Stage.FLOOR,
                tests,
                List.of(),
                List.of(),
                Optional.empty(),
                text(id + "?"),
                Optional.empty(),
                points,
                form,
                version);
    }

    public static Quiz quiz(int draw, List<Question> questions) {
        return new Quiz("quiz", text("Quiz"), "lesson", 80, draw, Quiz.Rules.FREE, questions, new Version("hash", ""));
    }

    static List<Form.Option> options(String right, String... all) {
        return List.of(all).stream()
                .map(id -> new Form.Option(id, right.contains(id), text(id), WHY))
                .toList();
    }

    static Form.Single single(String right, String... all) {
        return new Form.Single(options(right, all));
    }

    static Form.Multiple multiple(boolean partial, String right, String... all) {
        return new Form.Multiple(options(right, all), partial);
    }

    static Form.Numeric number(String value, String tolerance) {
        return new Form.Numeric(new BigDecimal(value), new BigDecimal(tolerance), text("h"), WHY);
    }

    static Form.Ordering ordering(String... items) {
        return new Form.Ordering(
                List.of(items).stream().map(id -> new Form.Item(id, text(id))).toList(), WHY);
    }

    static Form.Matching matching(String... leftRight) {
        return new Form.Matching(
                List.of(leftRight).stream()
                        .map(both -> new Form.Matching.Pair(
                                both.substring(0, both.indexOf('=')),
                                text(both),
                                text(both.substring(both.indexOf('=') + 1))))
                        .toList(),
                WHY);
    }

    static Form.Matching.Pair pair(Question question, String left) {
        return ((Form.Matching) question.form())
                .pairs().stream().filter(p -> p.id().equals(left)).findFirst().orElseThrow();
    }

    static Form.Hotspot hotspot(String... spots) {
        return new Form.Hotspot(
                6,
                4,
                List.of(spots).stream()
                        .map(s -> new Form.Hotspot.Spot(s, Set.of(s.split(" ")), WHY))
                        .toList(),
                text("no"),
                text("a room"));
    }

    static Form.Groups groups(String... itemGroup) {
        List<Form.Groups.Sorted> items = List.of(itemGroup).stream()
                .map(both -> new Form.Groups.Sorted(
                        both.substring(0, both.indexOf('=')), text(both), both.substring(both.indexOf('=') + 1), WHY))
                .toList();
        return new Form.Groups(
                items.stream()
                        .map(Form.Groups.Sorted::group)
                        .distinct()
                        .sorted()
                        .map(g -> new Form.Item(g, text(g)))
                        .toList(),
                items);
    }

    static Form.Gaps gaps() {
        return new Form.Gaps(
                List.of(
                        new Form.Gaps.Gap("1", options("a", "a", "b", "c"), List.of(), List.of()),
                        new Form.Gaps.Gap("2", List.of(), List.of("封条"), List.of("seal"))),
                WHY);
    }

    static Form.Experience experience(String... ids) {
        return new Form.Experience(List.of(ids).stream()
                .map(id -> new Form.Experience.Seen(id, text(id), id.equals("b")))
                .toList());
    }

    static Form.Essay essay() {
        return new Form.Essay(List.of(
                new Form.Essay.Criterion("what", 2, text("what")), new Form.Essay.Criterion("why", 1, text("why"))));
    }

    /** A question of any form, with random points, difficulty and requirement keys. */
    public static Question question(RandomGenerator random, String id) {
        int kind = random.nextInt(13);
        Form form = kind == 12 ? scenario(random) : simple(random, kind);
        int points = form instanceof Form.Scenario s
                ? s.steps().stream().mapToInt(step -> step.question().points()).sum()
                : 1 + random.nextInt(3);
        List<String> tests = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> "SR-0" + random.nextInt(6))
                .toList();
        return question(id, 1 + random.nextInt(3), tests, points, form);
    }

    public static List<Question> questions(RandomGenerator random) {
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(i -> question(random, "q" + i))
                .toList();
    }

    private static Form simple(RandomGenerator random, int kind) {
        return switch (kind) {
            case 0 -> single("b", "a", "b", "c");
            case 1 -> multiple(random.nextBoolean(), "ac", "a", "b", "c", "d");
            case 2 -> new Form.TrueFalse(random.nextBoolean(), WHY);
            case 3 -> number("36", "0.5");
            case 4 -> new Form.ShortText(List.of("高保安封条"), List.of("bolt seal"), WHY);
            case 5 -> ordering("cut", "sew", "iron", "pack");
            case 6 -> matching("saw=guard", "press=two hands", "boiler=valve", "lift=gate");
            case 7 -> gaps();
            case 8 -> hotspot("A1 A2", "C3", "F4");
            case 9 -> groups("gift=over", "lunch=fine", "cash=over");
            case 10 -> essay();
            default -> experience("a", "b", "c");
        };
    }

    private static Form scenario(RandomGenerator random) {
        List<Form.Scenario.Step> steps = new ArrayList<>();
        steps.add(new Form.Scenario.Step(question("s0", single("b", "a", "b", "c")), Map.of()));
        for (int i = 1; i < 2 + random.nextInt(4); i++) {
            Map<String, Set<String>> when = random.nextInt(3) == 0
                    ? Map.of()
                    : Map.of("s" + random.nextInt(i), random.nextBoolean() ? Set.of("b") : Set.of("a", "c", "false"));
            steps.add(new Form.Scenario.Step(question("s" + i, simple(random, random.nextInt(10))), when));
        }
        return new Form.Scenario(text("a case"), steps);
    }

    /** An answer that earns all there is to earn (an essay: text). */
    public static Answer right(Question question) {
        return switch (question.form()) {
            case Form.Single f -> new Answer.Chosen(rightIds(f.options()));
            case Form.Multiple f -> new Answer.Chosen(rightIds(f.options()));
            case Form.TrueFalse f -> new Answer.Truth(f.answer());
            case Form.Numeric f -> new Answer.Amount(f.value().add(f.tolerance()));
            case Form.ShortText f -> new Answer.Words(f.acceptEn().getFirst());
            case Form.Ordering f ->
                new Answer.Order(f.items().stream().map(Form.Item::id).toList());
            case Form.Matching f -> new Answer.Pairs(map(f.pairs(), Form.Matching.Pair::id, RightSides::id));
            case Form.Gaps f ->
                new Answer.Filled(map(
                        f.gaps(),
                        Form.Gaps.Gap::id,
                        g -> g.options().isEmpty()
                                ? g.acceptZh().getFirst()
                                : rightIds(g.options()).iterator().next()));
            case Form.Hotspot f ->
                new Answer.Squares(Set.copyOf(f.spots().stream()
                        .map(s -> s.squares().iterator().next())
                        .toList()));
            case Form.Groups f -> new Answer.Sorted(map(f.items(), Form.Groups.Sorted::id, Form.Groups.Sorted::group));
            case Form.Scenario f -> steps(f, step -> Optional.of(right(step)));
            case Form.Essay ignored -> new Answer.FreeText("What I saw and why it matters.");
            case Form.Experience f ->
                new Answer.Chosen(Set.of(f.options().getFirst().id()));
        };
    }

    /** Any answer: right, wrong, partly right, not fitting, or "I don't know". */
    public static Answer any(RandomGenerator random, Question question) {
        return switch (random.nextInt(8)) {
            case 0 -> new Answer.Unknown();
            case 1 -> new Answer.Chosen(Set.of("zzz"));
            case 2 -> right(question);
            default -> fitting(random, question);
        };
    }

    private static Answer fitting(RandomGenerator random, Question question) {
        return switch (question.form()) {
            case Form.Single f ->
                new Answer.Chosen(Set.of(pick(random, f.options()).id()));
            case Form.Multiple f ->
                new Answer.Chosen(
                        some(random, f.options().stream().map(Form.Option::id).toList()));
            case Form.TrueFalse ignored -> new Answer.Truth(random.nextBoolean());
            case Form.Numeric ignored -> new Answer.Amount(new BigDecimal(35 + random.nextInt(3)));
            case Form.ShortText ignored -> new Answer.Words(random.nextBoolean() ? " BOLT  Seal " : "tape");
            case Form.Ordering f -> {
                List<String> ids = new ArrayList<>(
                        some(random, f.items().stream().map(Form.Item::id).toList()));
                Collections.shuffle(ids, random);
                yield new Answer.Order(ids);
            }
            case Form.Matching f ->
                new Answer.Pairs(map(f.pairs(), Form.Matching.Pair::id, p -> RightSides.id(pick(random, f.pairs()))));
            case Form.Gaps f ->
                new Answer.Filled(map(
                        f.gaps(),
                        Form.Gaps.Gap::id,
                        g -> g.options().isEmpty()
                                ? "Seal"
                                : pick(random, g.options()).id()));
            case Form.Hotspot ignored -> new Answer.Squares(some(random, List.of("A1", "A2", "C3", "F4", "B2", "D4")));
            case Form.Groups f ->
                new Answer.Sorted(map(
                        f.items(),
                        Form.Groups.Sorted::id,
                        i -> pick(random, f.groups()).id()));
            case Form.Scenario f ->
                steps(f, step -> random.nextInt(4) == 0 ? Optional.empty() : Optional.of(fitting(random, step)));
            case Form.Essay ignored -> new Answer.FreeText("text");
            case Form.Experience f ->
                new Answer.Chosen(Set.of(pick(random, f.options()).id()));
        };
    }

    private static Answer steps(Form.Scenario scenario, Function<Question, Optional<Answer>> answer) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        scenario.steps()
                .forEach(s -> answer.apply(s.question())
                        .ifPresent(a -> answers.put(s.question().id(), a)));
        return new Answer.Steps(answers);
    }

    private static Set<String> rightIds(List<Form.Option> options) {
        Set<String> ids = new TreeSet<>();
        options.stream().filter(Form.Option::correct).forEach(o -> ids.add(o.id()));
        return ids;
    }

    private static Set<String> some(RandomGenerator random, List<String> all) {
        Set<String> some = new TreeSet<>();
        all.stream().filter(id -> random.nextBoolean()).forEach(some::add);
        return some;
    }

    private static <T> T pick(RandomGenerator random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static <T> Map<String, String> map(List<T> all, Function<T, String> key, Function<T, String> value) {
        Map<String, String> map = new LinkedHashMap<>();
        all.forEach(each -> map.put(key.apply(each), value.apply(each)));
        return map;
    }
}
