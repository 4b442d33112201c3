package auditorium.exchange;

import auditorium.library.content.Form;
import auditorium.platform.tables.Plain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moodle's gaps, which stand with their answers in the text: {@code {1:MULTICHOICE:=right~wrong}}. */
final class Cloze {

    private static final Pattern GAP =
            Pattern.compile("\\{[0-9]{0,3}:([A-Z]{1,20})(?:_[A-Z]{1,4})?:((?:\\\\[^{]|[^\\\\{}])*+)}", Pattern.DOTALL);
    private static final Pattern ANSWER = Pattern.compile("(?s)(=|%(-?[0-9.]+)%)?(.*)");

    private final List<Form.Gaps.Gap> gaps = new ArrayList<>();
    private final Consumer<String> lost;
    private final UnaryOperator<String> answer;
    private final String text;

    /** {@code plain} makes plain text of the question's markup, {@code answer} of what stands in a gap. */
    Cloze(String source, UnaryOperator<String> plain, UnaryOperator<String> answer, Consumer<String> lost)
            throws Refused {
        this.lost = lost;
        this.answer = answer;
        StringBuilder marked = new StringBuilder();
        Matcher m = GAP.matcher(source);
        int from = 0;
        while (m.find()) {
            marked.append(source, from, m.start());
            String id = Integer.toString(gaps.size() + 1);
            gaps.add(gap(id, m.group(1), m.group(2)));
            marked.append("[[").append(id).append("]]");
            from = m.end();
        }
        text = plain.apply(marked.append(source.substring(from)).toString());
    }

    /** The text with each gap as {@code [[id]]}. */
    String text() {
        return text;
    }

    List<Form.Gaps.Gap> gaps() {
        return gaps;
    }

    private Form.Gaps.Gap gap(String id, String type, String answers) throws Refused {
        return switch (type) {
            case "MULTICHOICE", "MC", "MCV", "MCH", "MCS", "MCVS", "MCHS" ->
                new Form.Gaps.Gap(id, options(answers), List.of(), List.of());
            case "SHORTANSWER", "SA", "MW", "SAC", "MWC", "NUMERICAL", "NM" -> {
                List<String> accepted = options(answers).stream()
                        .filter(Form.Option::correct)
                        .map(o -> type.startsWith("N")
                                ? exact(o.text().en())
                                : o.text().en())
                        .toList();
                yield new Form.Gaps.Gap(id, List.of(), accepted, accepted);
            }
            default -> throw new Refused("nothing of ours is like a gap of type " + type.toLowerCase(Locale.ROOT));
        };
    }

    private String exact(String number) {
        int tolerance = number.indexOf(':');
        if (tolerance < 0) {
            return number;
        }
        lost.accept("a number's tolerance");
        return number.substring(0, tolerance);
    }

    private List<Form.Option> options(String source) throws Refused {
        List<Form.Option> options = new ArrayList<>();
        for (String answer : split(source, '~')) {
            Matcher m = ANSWER.matcher(answer);
            boolean matches = m.matches();
            BigDecimal weight = !matches || m.group(1) == null
                    ? BigDecimal.ZERO
                    : "=".equals(m.group(1)) ? BigDecimal.valueOf(100) : Numbers.of(m.group(2));
            boolean right = weight.compareTo(BigDecimal.valueOf(100)) >= 0;
            if (!right && weight.signum() > 0) {
                lost.accept("an answer that counted in part");
            }
            List<String> parts = split(matches ? m.group(3) : answer, '#');
            String feedback = parts.size() > 1 ? parts.get(1) : "";
            options.add(new Form.Option("", right, Plain.both(words(parts.getFirst())), Plain.both(words(feedback))));
        }
        return options;
    }

    private String words(String source) {
        return answer.apply(source.replaceAll("\\\\(.)", "$1"));
    }

    private static List<String> split(String source, char sign) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            boolean entity = c == '#' && i > 0 && source.charAt(i - 1) == '&';
            if (c == sign && !entity) {
                parts.add(part.toString());
                part.setLength(0);
                continue;
            }
            part.append(c);
            if (c == '\\' && i + 1 < source.length()) {
                part.append(source.charAt(++i));
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
