package auditorium.library;

import auditorium.library.content.Basis;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.platform.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what is asked and what is right: the part of a question that depends on its type. */
final class FormReader {

    private static final Set<String> COMMON = Set.of(
            "id",
            "type",
            "kind",
            "difficulty",
            "stage",
            "tests",
            "statements",
            "laws",
            "card",
            "text",
            "image",
            "alt",
            "points",
            "negation",
            "integrity",
            "when",
            "discloses",
            "standards");

    private static final Pattern GAP = Pattern.compile("\\[\\[([^\\]]*)\\]\\]");
    private static final Pattern GRID = Pattern.compile("[2-8]x[2-6]");
    private static final Pattern SQUARE = Pattern.compile("[A-H][1-6]");

    private FormReader() {}

    static Form read(String type, Yaml yaml, Optional<Question> parent, Function<Yaml, Optional<String>> svgOf) {
        return switch (type) {
            case "single" -> {
                allow(yaml, "options");
                yield new Form.Single(options(yaml, n -> n == 1, "exactly one right answer", true));
            }
            case "multiple" -> {
                allow(yaml, "options", "partial");
                yield new Form.Multiple(
                        options(yaml, n -> n >= 1, "a right answer", true),
                        yaml.flag("partial").orElse(true));
            }
            case "truefalse" -> {
                allow(yaml, "answer", "reason");
                if (!yaml.has("answer")) {
                    yaml.error("this question has no right answer: “answer” is missing");
                }
                yield new Form.TrueFalse(yaml.flag("answer").orElse(false), yaml.text("reason"));
            }
            case "numeric" -> {
                allow(yaml, "value", "tolerance", "unit", "reason");
                yield new Form.Numeric(
                        yaml.decimal("value"),
                        yaml.decimal("tolerance", BigDecimal.ZERO),
                        yaml.text("unit"),
                        yaml.text("reason"));
            }
            case "text" -> {
                allow(yaml, "accept", "reason");
                yield new Form.ShortText(accept(yaml, "zh"), accept(yaml, "en"), yaml.text("reason"));
            }
            case "ordering" -> {
                allow(yaml, "items", "reason");
                yield new Form.Ordering(items(yaml, "items"), yaml.text("reason"));
            }
            case "matching" -> {
                allow(yaml, "pairs", "reason");
                List<Form.Matching.Pair> pairs = parts(yaml, "pairs", "id", "left", "right").stream()
                        .map(p -> new Form.Matching.Pair(p.id(), p.text("left"), p.text("right")))
                        .toList();
                atLeast(yaml, "pairs", pairs.size(), 2);
                yield new Form.Matching(pairs, yaml.text("reason"));
            }
            case "gaps" -> gaps(yaml);
            case "hotspot" -> hotspot(yaml);
            case "groups" -> groups(yaml);
            case "scenario" -> scenario(yaml, parent, svgOf);
            case "essay" -> {
                allow(yaml, "rubric");
                if (parent.isPresent()) {
                    yaml.errorAt("type", "a step of a scenario can't be an essay: nobody could mark it in time");
                }
                List<Form.Essay.Criterion> rubric = parts(yaml, "rubric", "id", "points", "text").stream()
                        .map(r -> new Form.Essay.Criterion(r.id(), points(r), r.text("text")))
                        .toList();
                atLeast(yaml, "rubric", rubric.size(), 1);
                yield new Form.Essay(rubric);
            }
            case "experience" -> {
                allow(yaml, "options");
                List<Form.Experience.Seen> seen = parts(yaml, "options", "id", "text", "signal", "correct").stream()
                        .map(FormReader::seen)
                        .toList();
                atLeast(yaml, "options", seen.size(), 2);
                yield new Form.Experience(seen);
            }
            default -> {
                yaml.errorAt("type", "“" + type + "” is no type of question");
                yield new Form.Single(List.of());
            }
        };
    }

    private static void allow(Yaml yaml, String... own) {
        Set<String> all = new HashSet<>(COMMON);
        all.addAll(List.of(own));
        yaml.allow(all.toArray(String[]::new));
    }

    private static Form.Experience.Seen seen(Yaml option) {
        if (option.has("correct")) {
            option.errorAt("correct", "nothing is right or wrong in an experience: “correct” has no place here");
        }
        return new Form.Experience.Seen(
                option.id(), option.text("text"), option.flag("signal").orElse(false));
    }

    /** The parts of a question: each with the fields that it may have, no two with the same id. */
    private static List<Yaml> parts(Yaml yaml, String key, String... allowed) {
        List<Yaml> parts = yaml.list(key);
        Set<String> ids = new HashSet<>();
        for (Yaml part : parts) {
            part.allow(allowed);
            part.optional("id")
                    .filter(id -> !ids.add(id))
                    .ifPresent(id -> part.errorAt("id", "another of “" + key + "” has the id “" + id + "”"));
        }
        return parts;
    }

    static int points(Yaml yaml) {
        int points = yaml.number("points", 1);
        if (points < 1) {
            yaml.errorAt("points", "“points” is " + points + " but should be at least 1");
        }
        return points;
    }

    private static List<Form.Option> options(Yaml yaml, Predicate<Integer> rights, String wanted, boolean withReasons) {
        List<Form.Option> options = new ArrayList<>();
        for (Yaml o : parts(yaml, "options", "id", "correct", "text", "reason", "source")) {
            options.add(new Form.Option(
                    o.id(),
                    o.flag("correct").orElse(false),
                    o.text("text"),
                    withReasons ? o.text("reason") : o.optionalText("reason").orElse(new Text("", "")),
                    o.child("source").flatMap(FormReader::source)));
        }
        int right = (int) options.stream().filter(Form.Option::correct).count();
        if (!rights.test(right)) {
            yaml.error("this question needs " + wanted + " but has " + right);
        }
        atLeast(yaml, "options", options.size(), 2);
        return List.copyOf(options);
    }

    private static Optional<Basis> source(Yaml yaml) {
        yaml.allow("law", "standard", "clause", "card");
        Optional<Basis> law = yaml.optional("law").map(Basis.Fact::new);
        Optional<Basis> card = yaml.optional("card").map(Basis.Explained::new);
        Optional<Basis> clause =
                yaml.optional("standard").flatMap(s -> yaml.optional("clause").map(c -> new Basis.Clause(s, c)));
        List<Basis> named =
                Stream.of(law, clause, card).flatMap(Optional::stream).toList();
        if (named.size() != 1 || yaml.has("standard") != yaml.has("clause")) {
            yaml.error("a “source” is one of: a “law”, a “card”, or a “standard” with its “clause”");
        }
        return named.stream().findFirst();
    }

    private static List<Form.Item> items(Yaml yaml, String key) {
        List<Form.Item> items = parts(yaml, key, "id", "text").stream()
                .map(i -> new Form.Item(i.id(), i.text("text")))
                .toList();
        atLeast(yaml, key, items.size(), 2);
        return items;
    }

    private static List<String> accept(Yaml yaml, String language) {
        List<String> accepted =
                yaml.child("accept").map(a -> a.strings(language)).orElse(List.of());
        if (accepted.isEmpty()) {
            yaml.error("this question has no right answer in " + language + ": “accept” is empty");
        }
        return accepted;
    }

    private static Form gaps(Yaml yaml) {
        allow(yaml, "gaps", "reason");
        List<Form.Gaps.Gap> gaps = new ArrayList<>();
        Text text = yaml.text("text");
        Set<String> defined = new HashSet<>();
        for (Yaml g : parts(yaml, "gaps", "id", "options", "accept")) {
            String id = g.id();
            defined.add(id);
            if (!text.zh().contains("[[" + id + "]]") || !text.en().contains("[[" + id + "]]")) {
                g.error("the text has no gap [[" + id + "]] in both languages");
            }
            gaps.add(
                    g.has("options")
                            ? new Form.Gaps.Gap(
                                    id,
                                    options(g, n -> n == 1, "exactly one right option", false),
                                    List.of(),
                                    List.of())
                            : new Form.Gaps.Gap(id, List.of(), accept(g, "zh"), accept(g, "en")));
        }
        Matcher marks = GAP.matcher(text.zh() + text.en());
        while (marks.find()) {
            if (defined.add(marks.group(1))) {
                yaml.errorAt("text", "the text has a gap [[" + marks.group(1) + "]] that “gaps” does not have");
            }
        }
        atLeast(yaml, "gaps", gaps.size(), 1);
        return new Form.Gaps(gaps, yaml.text("reason"));
    }

    private static Form hotspot(Yaml yaml) {
        allow(yaml, "grid", "right", "misses", "description");
        if (!yaml.has("image")) {
            yaml.error("a hotspot needs an “image”");
        }
        String grid = yaml.optional("grid").orElse("6x4");
        int columns = 6;
        int rows = 4;
        if (GRID.matcher(grid).matches()) {
            columns = grid.charAt(0) - '0';
            rows = grid.charAt(2) - '0';
        } else {
            yaml.errorAt("grid", "“grid” is columns x rows, like 6x4, at most 8x6");
        }
        List<Form.Hotspot.Spot> spots = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Yaml r : parts(yaml, "right", "id", "squares", "reason")) {
            Set<String> squares = new LinkedHashSet<>(r.strings("squares"));
            for (String square : squares) {
                boolean inside = SQUARE.matcher(square).matches()
                        && square.charAt(0) - 'A' < columns
                        && square.charAt(1) - '1' < rows;
                if (!inside) {
                    r.errorAt("squares", "there is no square “" + square + "” in a grid of " + grid);
                } else if (!taken.add(square)) {
                    r.errorAt("squares", "the square " + square + " belongs to two faults");
                }
            }
            if (squares.isEmpty()) {
                r.error("this fault has no square");
            }
            spots.add(new Form.Hotspot.Spot(r.id(), squares, r.text("reason")));
        }
        if (spots.isEmpty()) {
            yaml.error("this question has no right answer: “right” is empty");
        }
        return new Form.Hotspot(columns, rows, spots, yaml.text("misses"), yaml.text("description"));
    }

    private static Form groups(Yaml yaml) {
        allow(yaml, "groups", "items");
        List<Form.Item> groups = items(yaml, "groups");
        Set<String> ids = new HashSet<>(groups.stream().map(Form.Item::id).toList());
        List<Form.Groups.Sorted> items = new ArrayList<>();
        for (Yaml i : parts(yaml, "items", "id", "text", "group", "reason")) {
            Form.Groups.Sorted item =
                    new Form.Groups.Sorted(i.id(), i.text("text"), i.string("group"), i.text("reason"));
            if (!ids.contains(item.group())) {
                i.errorAt("group", "there is no group “" + item.group() + "”");
            }
            items.add(item);
        }
        atLeast(yaml, "items", items.size(), 2);
        return new Form.Groups(groups, items);
    }

    private static Form scenario(Yaml yaml, Optional<Question> parent, Function<Yaml, Optional<String>> svgOf) {
        allow(yaml, "case", "steps");
        if (parent.isPresent()) {
            yaml.error("a scenario can't be a step of another scenario");
        }
        Question head = new Question(
                yaml.id(),
                yaml.choice("kind", Question.Kind.class, Question.Kind.KNOWLEDGE),
                yaml.number("difficulty", 2),
                yaml.choice("stage", Question.Stage.class, Question.Stage.PROCESS),
                yaml.strings("tests"),
                List.of(),
                List.of(),
                Optional.empty(),
                yaml.text("text"),
                Optional.empty(),
                1,
                new Form.Single(List.of()),
                Versions.of(""));
        List<Form.Scenario.Step> steps = new ArrayList<>();
        if (yaml.has("points")) {
            yaml.warnAt("points", "the points of a scenario are the sum of its steps': this is not read");
        }
        Map<String, Form> earlier = new LinkedHashMap<>();
        for (Yaml s : yaml.list("steps")) {
            Map<String, Set<String>> when =
                    s.child("when").map(w -> when(w, earlier)).orElse(Map.of());
            Question question = QuestionReader.read(s, Optional.of(head), svgOf);
            if (earlier.putIfAbsent(question.id(), question.form()) != null) {
                s.errorAt("id", "another step has the id “" + question.id() + "”");
            }
            steps.add(new Form.Scenario.Step(question, when));
        }
        atLeast(yaml, "steps", steps.size(), 2);
        return new Form.Scenario(yaml.text("case"), steps);
    }

    /** Which answers to earlier steps lead here; each must be one that can be given. */
    private static Map<String, Set<String>> when(Yaml yaml, Map<String, Form> earlier) {
        Map<String, Set<String>> when = new LinkedHashMap<>();
        for (String step : yaml.keys()) {
            Set<String> wanted = new LinkedHashSet<>(yaml.strings(step));
            Form form = earlier.get(step);
            if (form == null) {
                yaml.errorAt(step, "“when” names “" + step + "”, which is no earlier step");
            } else {
                Set<String> possible = decisions(form);
                wanted.stream()
                        .filter(id -> !possible.contains(id))
                        .forEach(id -> yaml.errorAt(
                                step, "“when” waits for “" + id + "”, which nobody can answer to “" + step + "”"));
            }
            if (wanted.isEmpty()) {
                yaml.errorAt(step, "“when” says no answer to “" + step + "”");
            }
            when.put(step, wanted);
        }
        return when;
    }

    private static Set<String> decisions(Form form) {
        return switch (form) {
            case Form.Single f -> f.options().stream().map(Form.Option::id).collect(Collectors.toSet());
            case Form.Multiple f -> f.options().stream().map(Form.Option::id).collect(Collectors.toSet());
            case Form.Experience f ->
                f.options().stream().map(Form.Experience.Seen::id).collect(Collectors.toSet());
            case Form.TrueFalse f -> Set.of("true", "false");
            default -> Set.of(); // other answers decide nothing
        };
    }

    private static void atLeast(Yaml yaml, String key, int found, int least) {
        if (found < least) {
            yaml.error("“" + key + "” needs at least " + least + " but has " + found);
        }
    }
}
