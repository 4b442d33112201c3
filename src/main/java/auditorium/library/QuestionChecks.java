package auditorium.library;

import auditorium.library.ContentReport.Level;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.Lang;
import auditorium.platform.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is checked of questions beyond form: that they are fair, that both languages ask the same, and that nobody is coached. */
final class QuestionChecks {

    /** All but what belongs to a number: 1.5 is not 15, and -5 is not 5. */
    private static final Pattern PUNCTUATION = Pattern.compile("(?<!\\d)[\\p{P}\\s&&[^-]]|[\\p{P}\\s](?!\\d)");

    private final References references;
    private final WholeChecks whole;

    QuestionChecks(References references, WholeChecks whole) {
        this.references = references;
        this.whole = whole;
    }

    void question(Yaml yaml, Question question) {
        references.add(References.Kind.REQUIREMENT, yaml, "tests");
        references.add(References.Kind.STATEMENT, yaml, "statements");
        references.add(References.Kind.LAW, yaml, "laws");
        references.add(References.Kind.STANDARD, yaml, "standards");
        if (question.discloses() && !question.scored()) {
            yaml.errorAt("discloses", "what people live is never scored, so it can't be credited as disclosing");
        }
        if (question.tests().isEmpty()) {
            yaml.error("this question tests no requirement");
        }
        sources(yaml);
        Integrity.check(yaml);
        saysTheSame(yaml, question);
        if (question.form() instanceof Form.Numeric && question.scored()) {
            whole.scoredNumber(yaml, question.laws());
        }
    }

    /** What single options rest on must exist; cards are looked at with the lesson. */
    private void sources(Yaml yaml) {
        sourcesOf(yaml).forEach(source -> {
            references.addOne(References.Kind.LAW, source, "law");
            references.addClause(source);
        });
        yaml.list("steps").forEach(this::sources);
    }

    /** The sources of the options of a question and its gaps. */
    static List<Yaml> sourcesOf(Yaml yaml) {
        return Stream.concat(Stream.of(yaml), yaml.list("gaps").stream())
                .flatMap(y -> y.list("options").stream())
                .flatMap(o -> o.child("source").stream())
                .toList();
    }

    private static void saysTheSame(Yaml yaml, Question question) {
        drift(yaml, "the text", question.text());
        choices(question.form()).forEach((id, text) -> drift(yaml, "“" + id + "”", text));
        alike(yaml, question.form());
        if (question.form() instanceof Form.Scenario scenario) {
            drift(yaml, "the case", scenario.story());
            List<Yaml> steps = yaml.list("steps");
            for (int i = 0; i < scenario.steps().size(); i++) {
                saysTheSame(steps.get(i), scenario.steps().get(i).question());
            }
        }
    }

    private static void drift(Yaml yaml, String what, Text text) {
        Drift.inSentence(text).forEach(d -> yaml.problem(Level.NOTE, what + " drifts: " + d));
    }

    /** What can be chosen or sorted, by id. */
    private static Map<String, Text> choices(Form form) {
        Map<String, Text> choices = new HashMap<>();
        switch (form) {
            case Form.Single f -> f.options().forEach(o -> choices.put(o.id(), o.text()));
            case Form.Multiple f -> f.options().forEach(o -> choices.put(o.id(), o.text()));
            case Form.Experience f -> f.options().forEach(o -> choices.put(o.id(), o.text()));
            case Form.Ordering f -> f.items().forEach(i -> choices.put(i.id(), i.text()));
            case Form.Groups f -> {
                f.groups().forEach(g -> choices.put(g.id(), g.text()));
                f.items().forEach(i -> choices.put(i.id(), i.text()));
            }
            case Form.Matching f ->
                f.pairs().forEach(p -> {
                    choices.put(p.id() + ", left", p.left());
                    choices.put(p.id() + ", right", p.right());
                });
            case Form.Gaps f ->
                f.gaps().forEach(g -> g.options().forEach(o -> choices.put(g.id() + "/" + o.id(), o.text())));
            default -> {}
        }
        return choices;
    }

    /** Of the texts that somebody chooses among, no two may be the same but for punctuation, in either language. */
    private static void alike(Yaml yaml, Form form) {
        switch (form) {
            case Form.Single f -> alike(yaml, "option", f.options(), Form.Option::id, Form.Option::text);
            case Form.Multiple f -> alike(yaml, "option", f.options(), Form.Option::id, Form.Option::text);
            case Form.Experience f ->
                alike(yaml, "option", f.options(), Form.Experience.Seen::id, Form.Experience.Seen::text);
            case Form.Gaps f ->
                f.gaps().forEach(g -> alike(yaml, "option", g.options(), Form.Option::id, Form.Option::text));
            case Form.Ordering f -> alike(yaml, "item", f.items(), Form.Item::id, Form.Item::text);
            case Form.Groups f -> alike(yaml, "group", f.groups(), Form.Item::id, Form.Item::text);
            case Form.Matching f ->
                alike(yaml, "left side", f.pairs(), Form.Matching.Pair::id, Form.Matching.Pair::left);
            default -> {}
        }
    }

    private static <T> void alike(Yaml yaml, String what, List<T> all, Function<T, String> id, Function<T, Text> text) {
        for (Lang lang : Lang.values()) {
            Set<String> seen = new HashSet<>();
            for (T one : all) {
                String bare = PUNCTUATION
                        .matcher(text.apply(one).in(lang))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
                if (!bare.isEmpty() && !seen.add(bare)) {
                    yaml.error("the " + what + " “" + id.apply(one) + "” differs from another only in punctuation, in "
                            + lang.code());
                }
            }
        }
    }

    void quiz(Yaml yaml, Quiz quiz) {
        references.addOne(References.Kind.LESSON, yaml, "lesson");
        yaml.list("questions").forEach(q -> whole.card(quiz.lesson(), q));
        List<Form.Single> singles = quiz.questions().stream()
                .flatMap(QuestionChecks::singles)
                .filter(s -> s.options().stream().filter(Form.Option::correct).count() == 1)
                .toList();
        if (singles.size() < 4) {
            return;
        }
        for (Lang lang : Lang.values()) {
            long longest = singles.stream().filter(s -> longestIsRight(s, lang)).count();
            if (longest * 10 > singles.size() * 6L) {
                yaml.problem(
                        Level.WARNING,
                        "the right option is the longest in " + longest + " of " + singles.size() + " questions, in "
                                + lang.code());
            }
        }
        Map<Integer, Integer> places = new HashMap<>();
        for (Form.Single s : singles) {
            for (int i = 0; i < s.options().size(); i++) {
                if (s.options().get(i).correct()) {
                    places.merge(i, 1, Integer::sum);
                }
            }
        }
        places.forEach((place, times) -> {
            if (times * 10 > singles.size() * 7) {
                yaml.problem(
                        Level.WARNING,
                        "the right option stands at place " + (place + 1) + " in " + times + " of " + singles.size()
                                + " questions");
            }
        });
    }

    private static Stream<Form.Single> singles(Question question) {
        return switch (question.form()) {
            case Form.Single single -> Stream.of(single);
            case Form.Scenario scenario -> scenario.steps().stream().flatMap(s -> singles(s.question()));
            default -> Stream.empty();
        };
    }

    private static boolean longestIsRight(Form.Single single, Lang lang) {
        Form.Option longest = single.options().get(0);
        for (Form.Option o : single.options()) {
            if (o.text().in(lang).length() > longest.text().in(lang).length()) {
                longest = o;
            }
        }
        return longest.correct();
    }
}
