package auditorium.library;

import auditorium.library.ContentReport.Level;
import auditorium.library.LessonText.CardText;
import auditorium.library.content.Card;
import auditorium.platform.Text;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is checked of a lesson beyond form: that both languages say the same, that a worker can read it, and that nobody is coached. */
final class LessonChecks {

    private static final Pattern SENTENCE = Pattern.compile("[^。！？!?.\\n；;]+");
    private static final Pattern ADDRESS = Pattern.compile("\\]\\([^)]*\\)");
    private static final Pattern LIST_NUMBER = Pattern.compile("(?m)^\\s*\\d+\\. ");
    private static final Pattern WORDS = Pattern.compile("\\s+");

    /** Workers' lessons: a sentence longer than this is hard to read on a phone between two pieces. */
    private static final int LONGEST_ZH = 30;

    private static final int LONGEST_EN = 22;

    private final ContentReport report;
    private final References references;

    LessonChecks(ContentReport report, References references) {
        this.report = report;
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
        references.stands(References.Kind.LESSON, yaml);
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
            card(enFile, zh.get(i), en.get(i));
            if (forWorkers && zh.get(i).kind() != Card.Kind.SOURCE) {
                sentences(zhFile, zh.get(i), LONGEST_ZH, s ->
                        (int) s.codePoints().filter(Character::isIdeographic).count());
                sentences(enFile, en.get(i), LONGEST_EN, s -> WORDS.split(s.strip()).length);
            }
        }
        if (zh.stream().noneMatch(c -> c.kind() == Card.Kind.TOMORROW)) {
            yaml.problem(Level.WARNING, "the lesson ends without one thing to do tomorrow");
        }
        if (interview && zh.stream().noneMatch(c -> c.kind() == Card.Kind.RIGHTS)) {
            yaml.error("a lesson on interviews needs the rights card");
        }
    }

    private void card(String enFile, CardText zh, CardText en) {
        if (zh.kind() != en.kind()) {
            report.error(enFile, en.line(), "the card “" + en.id() + "” is of another kind in Chinese");
        }
        if (zh.items() != en.items() || zh.pictures() != en.pictures()) {
            report.add(
                    Level.WARNING,
                    enFile,
                    en.line(),
                    "the card “" + en.id() + "” has " + en.items() + " list items and " + en.pictures()
                            + " pictures, in Chinese " + zh.items() + " and " + zh.pictures());
        }
        if (zh.kind() != Card.Kind.SOURCE) {
            Drift.between(new Text(words(zh.markdown()), words(en.markdown())))
                    .forEach(d -> report.add(Level.NOTE, enFile, en.line(), "the card “" + en.id() + "” drifts: " + d));
        }
    }

    /** Markdown without what is not said: pictures' addresses, list numbers. */
    private static String words(String markdown) {
        return LIST_NUMBER.matcher(ADDRESS.matcher(markdown).replaceAll("]")).replaceAll("");
    }

    private void sentences(String file, CardText card, int longest, ToIntFunction<String> length) {
        Matcher m = SENTENCE.matcher(card.plain());
        while (m.find()) {
            if (m.end() - m.start() <= longest) {
                continue; // no more words or signs than letters
            }
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
        if (Integrity.coaching(text, Set.of()).isEmpty()) {
            return;
        }
        Set<String> signedOff = Integrity.signedOff(signature);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int line = i + 1;
            Integrity.coaching(lines[i], signedOff)
                    .ifPresent(p ->
                            report.error(file, line, "“" + p + "” coaches; an integrity reviewer must sign it off"));
        }
    }
}
