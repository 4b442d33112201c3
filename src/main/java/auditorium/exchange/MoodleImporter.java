package auditorium.exchange;

import auditorium.library.content.Form;
import auditorium.platform.Text;
import auditorium.platform.tables.Plain;
import auditorium.platform.tables.SafeXml;
import auditorium.platform.tables.Unreadable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moodle XML: one {@code question} after the other, read one at a time. */
final class MoodleImporter implements Importer {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final BigDecimal LEAST = new BigDecimal("0.00001");
    private static final Pattern MARK = Pattern.compile("\\[\\[([0-9]+)]]");

    @Override
    public void read(Path file, Consumer<Item> items) throws IOException {
        try (SafeXml xml = SafeXml.open(() -> Files.newInputStream(file), UnaryOperator.identity())) {
            Optional<String> element = xml.nextElement();
            if (!element.equals(Optional.of("quiz"))) {
                throw new Unreadable("this is no Moodle XML: it does not begin with <quiz>");
            }
            int number = 0;
            for (element = xml.nextElement(); element.isPresent(); element = xml.nextElement()) {
                if (!element.get().equals("question")) {
                    continue;
                }
                String where = "line " + xml.line();
                try {
                    Xml question = Xml.read(xml, Set.of("file"));
                    if (!question.attribute("type").equals("category")) {
                        number++;
                        Draft.of("question " + number, items, draft -> new Question(draft, question).form());
                    }
                } catch (Refused e) {
                    items.accept(Draft.refused(where, e.why()));
                }
            }
        }
    }

    /** One question of the file. */
    private record Question(Draft draft, Xml xml) {

        Form form() throws Refused {
            String id = xml.text("idnumber");
            draft.name(id.isEmpty() ? xml.text("name") : id);
            if (xml.child("defaultgrade").isPresent()) {
                draft.points(xml.text("defaultgrade"));
            }
            if (xml.child("hint").isPresent()) {
                draft.lost("a hint");
            }
            draft.text(words(xml.child("questiontext")));
            Text general = words(xml.child("generalfeedback"));
            String type = xml.attribute("type");
            return switch (type) {
                case "multichoice" ->
                    xml.text("single").equals("false")
                            ? draft.multiple(options(LEAST), true, general)
                            : single(general);
                case "multichoiceset" -> draft.multiple(options(LEAST), false, general);
                case "truefalse" -> trueFalse(general);
                case "shortanswer" -> draft.shortText(accepted(), reason(general));
                case "numerical" -> numeric(general);
                case "matching" -> matching(general);
                case "ordering" ->
                    draft.ordering(
                            xml.children("answer").stream()
                                    .map(a -> new Form.Item("", wordsOf(a)))
                                    .toList(),
                            general);
                case "essay" ->
                    draft.essay(Rubric.of(words(xml.child("graderinfo")).en()));
                case "cloze" -> cloze(general);
                case "gapselect", "ddwtos" -> selected(general);
                case "description" -> throw new Refused("it asks nothing");
                default -> throw new Refused("nothing of ours is like its type “" + Plain.inReport(type) + "”");
            };
        }

        private Form single(Text general) throws Refused {
            if (xml.children("answer").stream().anyMatch(a -> partly(fraction(a)))) {
                draft.lost("an option that counted in part");
            }
            return draft.single(options(FULL), general);
        }

        /** An option is right from that fraction on. */
        private List<Form.Option> options(BigDecimal right) {
            return xml.children("answer").stream()
                    .map(a -> new Form.Option(
                            "", fraction(a).compareTo(right) >= 0, wordsOf(a), words(a.child("feedback"))))
                    .toList();
        }

        private Form trueFalse(Text general) throws Refused {
            for (Xml answer : xml.children("answer")) {
                if (fraction(answer).compareTo(FULL) >= 0) {
                    boolean is = answer.text("text").toLowerCase(Locale.ROOT).equals("true");
                    return draft.trueFalse(is, reason(general));
                }
            }
            throw new Refused("it has no right answer");
        }

        private Form numeric(Text general) throws Refused {
            List<Xml> full = full();
            if (full.isEmpty()) {
                throw new Refused("it has no right number");
            }
            if (full.size() > 1) {
                draft.lost("a second number that counts");
            }
            List<Xml> units = xml.child("units").map(u -> u.children("unit")).orElse(List.of());
            if (units.size() > 1) {
                draft.lost("a second unit");
            }
            Text unit =
                    units.isEmpty() ? Draft.NONE : Plain.both(units.getFirst().text("unit_name"));
            String tolerance = full.getFirst().text("tolerance");
            return draft.numeric(
                    Numbers.of(full.getFirst().text("text")),
                    tolerance.isEmpty() ? BigDecimal.ZERO : Numbers.of(tolerance),
                    unit,
                    reason(general));
        }

        private Form matching(Text general) throws Refused {
            List<Form.Matching.Pair> pairs = new ArrayList<>();
            for (Xml sub : xml.children("subquestion")) {
                Text left = wordsOf(sub);
                if (Plain.blank(left)) {
                    draft.lost("a right side that belongs to nothing");
                } else {
                    pairs.add(new Form.Matching.Pair(
                            "",
                            left,
                            Plain.both(
                                    sub.child("answer").map(a -> a.text("text")).orElse(""))));
                }
            }
            return draft.matching(pairs, general);
        }

        private Form cloze(Text general) throws Refused {
            Xml text = xml.child("questiontext").orElseThrow(() -> new Refused("the question has no text"));
            boolean html = !text.attribute("format").equals("plain_text");
            Cloze cloze = new Cloze(
                    text.text("text"),
                    source -> plain(source, text),
                    source -> html ? plain(source, text) : Prose.unescape(source),
                    draft::lost);
            draft.text(Plain.both(cloze.text()));
            return draft.gaps(cloze.gaps(), general);
        }

        /** Gaps whose words stand in one list; a mark in the text names the right one's place. */
        private Form selected(Text general) throws Refused {
            List<Xml> choices = new ArrayList<>(xml.children("selectoption"));
            choices.addAll(xml.children("dragbox"));
            StringBuilder text = new StringBuilder();
            List<Form.Gaps.Gap> gaps = new ArrayList<>();
            Matcher m = MARK.matcher(draft.text().en());
            while (m.find()) {
                int right = m.group(1).length() > 3 ? 0 : Integer.parseInt(m.group(1));
                if (right < 1 || right > choices.size() || choices.size() + gaps.size() > Draft.MOST) {
                    throw new Refused("a gap names a word that is not there, or there are too many");
                }
                String group = choices.get(right - 1).text("group");
                List<Form.Option> options = new ArrayList<>();
                for (int i = 0; i < choices.size(); i++) {
                    if (choices.get(i).text("group").equals(group)) {
                        options.add(new Form.Option("", i == right - 1, wordsOf(choices.get(i)), Draft.NONE));
                    }
                }
                String id = Integer.toString(gaps.size() + 1);
                gaps.add(new Form.Gaps.Gap(id, options, List.of(), List.of()));
                m.appendReplacement(text, Matcher.quoteReplacement("[[" + id + "]]"));
            }
            draft.text(Plain.both(m.appendTail(text).toString()));
            return draft.gaps(gaps, general);
        }

        private List<String> accepted() {
            return full().stream().map(a -> wordsOf(a).en()).toList();
        }

        /** The answers that count in full; that others counted in part is lost. */
        private List<Xml> full() {
            if (xml.children("answer").stream().anyMatch(a -> partly(fraction(a)))) {
                draft.lost("an answer that counted in part");
            }
            return xml.children("answer").stream()
                    .filter(a -> fraction(a).compareTo(FULL) >= 0)
                    .toList();
        }

        private Text reason(Text general) {
            List<Text> reasons = new ArrayList<>(List.of(general));
            xml.children("answer").forEach(a -> reasons.add(words(a.child("feedback"))));
            return draft.reason(reasons);
        }

        private static boolean partly(BigDecimal fraction) {
            return fraction.signum() > 0 && fraction.compareTo(FULL) < 0;
        }

        private static BigDecimal fraction(Xml answer) {
            try {
                return Numbers.of(answer.attribute("fraction"));
            } catch (Refused e) {
                return BigDecimal.ZERO;
            }
        }

        private Text words(Optional<Xml> element) {
            return element.map(this::wordsOf).orElse(Draft.NONE);
        }

        private Text wordsOf(Xml element) {
            return Plain.both(plain(element.text("text"), element));
        }

        private String plain(String source, Xml element) {
            return switch (element.attribute("format")) {
                case "plain_text", "markdown" -> source;
                default -> Prose.ofHtml(source, draft::lost);
            };
        }
    }
}
