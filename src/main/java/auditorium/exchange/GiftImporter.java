package auditorium.exchange;

import auditorium.library.content.Form;
import auditorium.platform.Text;
import auditorium.platform.tables.Lines;
import auditorium.platform.tables.Plain;
import auditorium.platform.tables.TextDecoding;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GIFT: questions as plain text, answers in braces, a blank line between two. */
final class GiftImporter implements Importer {

    private static final Pattern TRUTH = Pattern.compile("(?s)(T|TRUE|F|FALSE)(#.*)?");
    private static final Pattern MARKUP = Pattern.compile("(?s)\\s*\\[(html|moodle|plain|markdown)](.*)");
    private static final Pattern WEIGHT = Pattern.compile("(?s)\\s*%(-?[0-9.]+)%(.*)");
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    @Override
    public void read(Path file, Consumer<Item> items) throws IOException {
        try (var text = TextDecoding.reader(() -> Files.newInputStream(file))) {
            Lines lines = new Lines(text);
            StringBuilder block = new StringBuilder();
            int start = 0;
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.isBlank()) {
                    question(block, start, items);
                } else if (!line.startsWith("//") && !line.startsWith("$CATEGORY:")) {
                    if (block.isEmpty()) {
                        start = lines.number();
                    }
                    if (block.length() <= Lines.LONGEST) {
                        block.append(line).append('\n');
                    }
                }
            }
            question(block, start, items);
        }
    }

    private static void question(StringBuilder block, int line, Consumer<Item> items) {
        if (block.isEmpty()) {
            return;
        }
        String where = "line " + line;
        if (block.length() > Lines.LONGEST) {
            items.accept(Draft.refused(where, "it is longer than " + Lines.LONGEST + " characters"));
        } else {
            String source = block.toString();
            Draft.of(where, items, draft -> new Question(draft).form(source));
        }
        block.setLength(0);
    }

    /** An answer in braces: its sign ({@code =} or {@code ~}), its weight in per cent, what it says, and its feedback. */
    private record Answer(char sign, BigDecimal weight, String words, String feedback) {
        boolean full() {
            return weight.compareTo(FULL) >= 0;
        }
    }

    /** One question of the file. */
    private static final class Question {

        private final Draft draft;
        private String markup = "moodle";

        Question(Draft draft) {
            this.draft = draft;
        }

        Form form(String source) throws Refused {
            String rest = source.strip();
            if (rest.startsWith("::")) {
                int end = indexOf(rest, "::", 2);
                if (end < 0) {
                    throw new Refused("its title does not end");
                }
                draft.name(unescape(rest.substring(2, end)));
                rest = rest.substring(end + 2);
            }
            Matcher tagged = MARKUP.matcher(rest);
            if (tagged.matches()) {
                markup = tagged.group(1);
                rest = tagged.group(2);
            }
            int open = indexOf(rest, "{", 0);
            int close = indexOf(rest, "}", open + 1);
            if (open < 0 || close < 0) {
                throw new Refused("it has no answers in braces");
            }
            String before = rest.substring(0, open);
            String after = rest.substring(close + 1);
            if (indexOf(after, "{", 0) >= 0) {
                throw new Refused("it has answers in two places");
            }
            String answers = rest.substring(open + 1, close);
            int split = indexOf(answers, "####", 0);
            Text general = split < 0 ? Draft.NONE : words(answers.substring(split + 4));
            answers = (split < 0 ? answers : answers.substring(0, split)).strip();
            if (after.isBlank()) {
                draft.text(rendered(before, markup));
                return form(answers, general);
            }
            return missingWord(before, after, answers, general);
        }

        private Form form(String answers, Text general) throws Refused {
            if (answers.isEmpty()) {
                return draft.essay(
                        Plain.blank(general) ? List.of() : List.of(new Form.Essay.Criterion("", 1, general)));
            }
            if (answers.startsWith("#")) {
                return numeric(answers.substring(1), general);
            }
            Matcher truth = TRUTH.matcher(answers.strip());
            if (truth.matches()) {
                List<Text> reasons = new ArrayList<>(List.of(general));
                for (String feedback : split(truth.group(2) == null ? "" : truth.group(2), "#")) {
                    reasons.add(words(feedback));
                }
                return draft.trueFalse(truth.group(1).startsWith("T"), draft.reason(reasons));
            }
            List<Answer> found = answers(answers);
            if (found.stream().allMatch(a -> a.sign() == '=' && indexOf(a.words(), "->", 0) >= 0)) {
                List<Form.Matching.Pair> pairs = new ArrayList<>();
                for (Answer a : found) {
                    int arrow = indexOf(a.words(), "->", 0);
                    pairs.add(new Form.Matching.Pair(
                            "",
                            words(a.words().substring(0, arrow)),
                            words(a.words().substring(arrow + 2))));
                }
                return draft.matching(pairs, general);
            }
            if (found.stream().allMatch(a -> a.sign() == '=')) {
                return draft.shortText(accepted(found), reason(found, general));
            }
            return choice(found, general);
        }

        /** With an {@code =} one option is right; without, the weights say which are. */
        private Form choice(List<Answer> found, Text general) throws Refused {
            if (found.stream().noneMatch(a -> a.sign() == '=')) {
                return draft.multiple(
                        found.stream()
                                .map(a -> option(a, a.weight().signum() > 0))
                                .toList(),
                        true,
                        general);
            }
            List<Form.Option> options = options(found);
            if (options.stream().filter(Form.Option::correct).count() > 1) {
                draft.note("one right answer was enough, now all are wanted");
                return draft.multiple(options, true, general);
            }
            return draft.single(options, general);
        }

        private List<Form.Option> options(List<Answer> found) {
            if (found.stream().anyMatch(a -> a.weight().signum() > 0 && !a.full())) {
                draft.lost("an option that counted in part");
            }
            return found.stream().map(a -> option(a, a.full())).toList();
        }

        private Form.Option option(Answer a, boolean right) {
            return new Form.Option("", right, words(a.words()), words(a.feedback()));
        }

        /** Text on both sides of the braces: a gap. */
        private Form missingWord(String before, String after, String answers, Text general) throws Refused {
            List<Answer> found = answers(answers);
            draft.text(rendered(before + "[[1]]" + after, markup));
            boolean typed = found.stream().allMatch(a -> a.sign() == '=');
            Form.Gaps.Gap gap = typed
                    ? new Form.Gaps.Gap("1", List.of(), accepted(found), accepted(found))
                    : new Form.Gaps.Gap("1", options(found), List.of(), List.of());
            return draft.gaps(List.of(gap), typed ? reason(found, general) : general);
        }

        private List<String> accepted(List<Answer> found) {
            if (!found.stream().allMatch(Answer::full)) {
                draft.lost("an answer that counted in part");
            }
            return found.stream()
                    .filter(Answer::full)
                    .map(a -> words(a.words()).en())
                    .toList();
        }

        private Text reason(List<Answer> found, Text general) {
            List<Text> reasons = new ArrayList<>(List.of(general));
            found.forEach(a -> reasons.add(words(a.feedback())));
            return draft.reason(reasons);
        }

        private Form numeric(String answers, Text general) throws Refused {
            String given = answers.strip();
            List<Answer> found = given.startsWith("=") || given.startsWith("~") ? answers(given) : answers("=" + given);
            List<Answer> full =
                    found.stream().filter(a -> a.sign() == '=' && a.full()).toList();
            if (full.isEmpty()) {
                throw new Refused("it has no right number");
            }
            if (found.stream().filter(a -> a.sign() == '=').count() > 1) {
                draft.lost("a second number that counts");
            }
            String number = unescape(full.getFirst().words()).strip();
            Text reason = reason(found, general);
            int range = number.indexOf("..");
            if (range >= 0) {
                BigDecimal low = Numbers.of(number.substring(0, range));
                BigDecimal high = Numbers.of(number.substring(range + 2));
                BigDecimal two = BigDecimal.valueOf(2);
                return draft.numeric(
                        low.add(high).divide(two), high.subtract(low).divide(two), Draft.NONE, reason);
            }
            String[] parts = number.split(":", 2);
            return draft.numeric(
                    Numbers.of(parts[0]),
                    parts.length > 1 ? Numbers.of(parts[1]) : BigDecimal.ZERO,
                    Draft.NONE,
                    reason);
        }

        private List<Answer> answers(String source) throws Refused {
            List<Answer> answers = new ArrayList<>();
            int at = nextSign(source, 0);
            if (at != 0) {
                if (at > 0) {
                    throw new Refused("its answers begin with neither = nor ~");
                }
                return List.of(answer("=" + source));
            }
            while (at >= 0) {
                int next = nextSign(source, at + 1);
                answers.add(answer(source.substring(at, next < 0 ? source.length() : next)));
                at = next;
            }
            return answers;
        }

        private static Answer answer(String source) throws Refused {
            char sign = source.charAt(0);
            String words = source.substring(1);
            BigDecimal weight = sign == '=' ? FULL : BigDecimal.ZERO;
            Matcher weighted = WEIGHT.matcher(words);
            if (weighted.matches()) {
                weight = Numbers.of(weighted.group(1));
                words = weighted.group(2);
            }
            int feedback = indexOf(words, "#", 0);
            return new Answer(
                    sign,
                    weight,
                    feedback < 0 ? words : words.substring(0, feedback),
                    feedback < 0 ? "" : words.substring(feedback + 1));
        }

        /** An answer or a feedback, which may have a markup of its own. */
        private Text words(String source) {
            Matcher tagged = MARKUP.matcher(source);
            return tagged.matches() ? rendered(tagged.group(2), tagged.group(1)) : rendered(source, markup);
        }

        private Text rendered(String source, String markup) {
            String words = unescape(source);
            boolean html = markup.equals("html") || (markup.equals("moodle") && words.contains("<"));
            return Plain.both(html ? Prose.ofHtml(words, draft::lost) : words);
        }
    }

    private static int nextSign(String source, int from) {
        for (int i = from; i < source.length(); i++) {
            switch (source.charAt(i)) {
                case '=', '~' -> {
                    return i;
                }
                case '\\' -> i++;
                default -> {}
            }
        }
        return -1;
    }

    /** Like {@code String.indexOf}, but a backslash hides the character behind it. */
    private static int indexOf(String source, String wanted, int from) {
        for (int i = Math.max(from, 0); i < source.length(); i++) {
            if (source.startsWith(wanted, i)) {
                return i;
            }
            if (source.charAt(i) == '\\') {
                i++;
            }
        }
        return -1;
    }

    private static List<String> split(String source, String sign) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = indexOf(source, sign, 0); at >= 0; at = indexOf(source, sign, from)) {
            parts.add(source.substring(from, at));
            from = at + sign.length();
        }
        parts.add(source.substring(from));
        return parts;
    }

    private static String unescape(String source) {
        StringBuilder out = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            char next = c == '\\' && i + 1 < source.length() ? source.charAt(i + 1) : 0;
            if (next == 'n') {
                out.append('\n');
                i++;
            } else if (next != 0 && "~=#{}:\\".indexOf(next) >= 0) {
                out.append(next);
                i++;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
