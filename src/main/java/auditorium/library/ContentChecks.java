package auditorium.library;

import auditorium.library.ContentReport.Level;
import auditorium.library.LessonText.CardText;
import auditorium.library.content.Card;
import auditorium.library.content.Form;
import auditorium.library.content.Law;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is checked beyond form: that languages agree, questions are fair, laws hold, and nobody is coached. */
final class ContentChecks {

    private static final Pattern SENTENCE = Pattern.compile("[^。！？!?.\\n；;]+");
    /** Workers' lessons: a sentence longer than this is hard to read on a phone between two pieces. */
    private static final int LONGEST_ZH = 30;

    private static final int LONGEST_EN = 22;

    private final ContentReport report;
    private final LocalDate today;
    private final References references;
    private final Map<String, List<Yaml>> cardNames = new HashMap<>();
    private final List<Runnable> later = new ArrayList<>();
    private Map<String, Law> laws = Map.of();

    ContentChecks(ContentReport report, LocalDate today, References references) {
        this.report = report;
        this.today = today;
        this.references = references;
    }

    /** A lesson in both languages: the same cards, saying the same. */
    void lesson(
            Yaml yaml,
            String zhFile,
            String enFile,
            List<CardText> zh,
            List<CardText> en,
            boolean forWorkers,
            boolean interview) {
        references.add(References.Kind.REQUIREMENT, yaml, "teaches");
        references.add(References.Kind.STATEMENT, yaml, "statements");
        references.add(References.Kind.LAW, yaml, "laws");
        List<String> zhIds = zh.stream().map(CardText::id).toList();
        List<String> enIds = en.stream().map(CardText::id).toList();
        if (!zhIds.equals(enIds)) {
            report.error(enFile, 1, "the cards are not those of the Chinese text: " + zhIds + " and " + enIds);
            return;
        }
        for (int i = 0; i < zh.size(); i++) {
            CardText z = zh.get(i);
            CardText e = en.get(i);
            if (z.kind() != e.kind()) {
                report.error(enFile, e.line(), "the card “" + e.id() + "” is of another kind in Chinese");
            }
            if (z.items() != e.items() || z.pictures() != e.pictures()) {
                report.add(
                        Level.WARNING,
                        enFile,
                        e.line(),
                        "the card “" + e.id() + "” has " + e.items() + " list items and " + e.pictures()
                                + " pictures, in Chinese " + z.items() + " and " + z.pictures());
            }
            if (z.kind() != Card.Kind.SOURCE) {
                Drift.between(new Text(words(z.markdown()), words(e.markdown())))
                        .ifPresent(d ->
                                report.add(Level.NOTE, enFile, e.line(), "the card “" + e.id() + "” drifts: " + d));
            }
            if (forWorkers && z.kind() != Card.Kind.SOURCE) {
                sentences(zhFile, z, LONGEST_ZH, s ->
                        (int) s.codePoints().filter(Character::isIdeographic).count());
                sentences(enFile, e, LONGEST_EN, s -> s.strip().split("\\s+").length);
            }
        }
        if (zh.stream().noneMatch(c -> c.kind() == Card.Kind.TOMORROW)) {
            yaml.problem(Level.WARNING, "the lesson ends without one thing to do tomorrow");
        }
        if (interview && zh.stream().noneMatch(c -> c.kind() == Card.Kind.RIGHTS)) {
            yaml.error("a lesson on interviews needs the rights card");
        }
    }

    /** Markdown without what is not said: pictures' addresses, list numbers. */
    private static String words(String markdown) {
        return markdown.replaceAll("\\]\\([^)]*\\)", "]").replaceAll("(?m)^\\s*\\d+\\. ", "");
    }

    private void sentences(String file, CardText card, int longest, java.util.function.ToIntFunction<String> length) {
        Matcher m = SENTENCE.matcher(card.plain());
        while (m.find()) {
            int n = length.applyAsInt(m.group());
            if (n > longest) {
                report.add(
                        Level.NOTE,
                        file,
                        card.line(),
                        "a sentence of " + n + " in “" + card.id() + "” is long for a worker: "
                                + m.group().strip());
            }
        }
    }

    /** Prose that coaches stops its file. */
    void prose(String file, String text, Yaml signature) {
        Set<String> signedOff = Integrity.signedOff(signature);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int line = i + 1;
            Integrity.coaching(lines[i], signedOff)
                    .ifPresent(p ->
                            report.error(file, line, "“" + p + "” coaches; an integrity reviewer must sign it off"));
        }
    }

    void question(Yaml yaml, Question question) {
        references.add(References.Kind.REQUIREMENT, yaml, "tests");
        references.add(References.Kind.STATEMENT, yaml, "statements");
        references.add(References.Kind.LAW, yaml, "laws");
        if (question.tests().isEmpty()) {
            yaml.error("this question tests no requirement");
        }
        Integrity.coaching(yaml.canonical(), Integrity.signedOff(yaml))
                .ifPresent(p -> yaml.error("“" + p + "” coaches; an integrity reviewer must sign it off"));
        Drift.between(question.text()).ifPresent(d -> yaml.problem(Level.NOTE, "the text drifts: " + d));
        options(question.form())
                .forEach(o -> Drift.between(o.text())
                        .ifPresent(d -> yaml.problem(Level.NOTE, "the option “" + o.id() + "” drifts: " + d)));
        sameOptions(yaml, question);
        if (question.form() instanceof Form.Numeric && question.scored()) {
            later.add(() -> {
                for (String id : question.laws()) {
                    Law law = laws.get(id);
                    if (law != null && law.mark() != Law.Mark.TEXT) {
                        yaml.error(
                                "a scored number can't rest on " + id + ", which is not verified from the law's text");
                    }
                }
            });
        }
    }

    private static List<Form.Option> options(Form form) {
        return switch (form) {
            case Form.Single f -> f.options();
            case Form.Multiple f -> f.options();
            default -> List.of();
        };
    }

    private static void sameOptions(Yaml yaml, Question question) {
        Set<String> seen = new HashSet<>();
        for (Form.Option o : options(question.form())) {
            if (!o.text().zh().isEmpty() && !seen.add(o.text().zh().replaceAll("[\\p{P}\\s]", ""))) {
                yaml.error("the option “" + o.id() + "” differs from another only in punctuation");
            }
        }
    }

    void quiz(Yaml yaml, Quiz quiz) {
        references.addOne(References.Kind.LESSON, yaml, "lesson");
        cardNames.put(quiz.id(), yaml.list("questions"));
        List<Form.Single> singles = quiz.questions().stream()
                .filter(q -> q.form() instanceof Form.Single)
                .map(q -> (Form.Single) q.form())
                .filter(s -> s.options().stream().filter(Form.Option::correct).count() == 1)
                .toList();
        if (singles.size() < 4) {
            return;
        }
        long longest = singles.stream().filter(ContentChecks::longestIsRight).count();
        if (longest * 10 > singles.size() * 6L) {
            yaml.problem(
                    Level.WARNING,
                    "the right option is the longest in " + longest + " of " + singles.size() + " questions");
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

    private static boolean longestIsRight(Form.Single single) {
        Form.Option longest = single.options().get(0);
        for (Form.Option o : single.options()) {
            if (o.text().zh().length() > longest.text().zh().length()) {
                longest = o;
            }
        }
        return longest.correct();
    }

    /** What can only be said when everything has been read. */
    void whole(Catalogue catalogue) {
        references.check(catalogue, report);
        laws = new HashMap<>();
        catalogue.laws().forEach(l -> laws.put(l.id(), l));
        later.forEach(Runnable::run);
        catalogue
                .quizzes()
                .forEach(quiz -> catalogue.lesson(quiz.lesson()).ifPresent(lesson -> {
                    for (Yaml q : cardNames.getOrDefault(quiz.id(), List.of())) {
                        q.optional("card")
                                .filter(card -> lesson.card(card).isEmpty())
                                .ifPresent(card -> q.errorAt(
                                        "card", "the lesson “" + lesson.id() + "” has no card “" + card + "”"));
                    }
                }));
        for (Law law : catalogue.laws()) {
            if (law.reviewDue().isBefore(today)) {
                report.add(
                        Level.WARNING,
                        "checklists/laws.yaml",
                        0,
                        law.id() + " was due for review on " + law.reviewDue());
            }
        }
        catalogue.lessons().stream()
                .filter(l -> catalogue.quizOf(l.id()).isEmpty())
                .forEach(l -> report.add(
                        Level.WARNING, "courses/" + l.course(), 0, "the lesson “" + l.id() + "” has no quiz"));
        new Coverage(catalogue)
                .rows().stream()
                        .filter(row -> !row.covered())
                        .forEach(row -> report.add(
                                Level.ERROR,
                                "checklists/statements.yaml",
                                0,
                                row.id() + " is not covered: " + row.missing()));
    }
}
