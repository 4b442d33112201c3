package auditorium.exchange;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.Lang;
import auditorium.platform.Text;
import auditorium.platform.tables.Plain;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** GIFT. One question is one line; texts are marked as plain, so that nothing in them is taken for HTML. */
final class GiftExporter implements Exporter {

    private static final Pattern LIKE_WEIGHT = Pattern.compile("(?s)\\s*%-?[0-9.]+%.*");
    private static final Pattern LIKE_MARKUP = Pattern.compile("(?s)\\s*\\[(html|moodle|plain|markdown)].*");

    @Override
    public List<ItemReport> write(Quiz quiz, Lang lang, OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        List<ItemReport> reports = new ArrayList<>();
        for (Question question : quiz.questions()) {
            Losses losses = new Losses();
            try {
                String gift = new Gift(question, lang, losses).line();
                writer.write(gift + "\n\n");
                reports.add(ItemReport.taken(question.id(), losses.all()));
            } catch (Refused e) {
                reports.add(ItemReport.refused(question.id(), e.why()));
            }
        }
        writer.flush();
        return reports;
    }

    /** One question. */
    private record Gift(Question question, Lang lang, Losses losses) {

        String line() throws Refused {
            losses.points(question);
            losses.picture(question);
            String start = "::" + question.id() + "::[plain]";
            if (question.form() instanceof Form.Gaps gaps) {
                return start + gap(gaps);
            }
            String unit = question.form() instanceof Form.Numeric n ? unit(n) : "";
            return start + escape(question.text().in(lang) + unit) + "{" + answers(question.form()) + "}";
        }

        /** A number without its unit asks something else. */
        private String unit(Form.Numeric numeric) {
            losses.note("the unit stands in the text");
            return " (" + numeric.unit().in(lang) + ")";
        }

        private String answers(Form form) throws Refused {
            return switch (form) {
                case Form.Single f -> options(f.options());
                case Form.Multiple f -> {
                    if (!f.partial()) {
                        losses.note("each right option counts for itself");
                    }
                    yield weighted(f.options());
                }
                case Form.TrueFalse f -> (f.answer() ? "TRUE" : "FALSE") + general(f.reason());
                case Form.Numeric f ->
                    "#" + f.value().toPlainString() + ":" + f.tolerance().toPlainString() + general(f.reason());
                case Form.ShortText f -> accepted(lang == Lang.ZH ? f.acceptZh() : f.acceptEn()) + general(f.reason());
                case Form.Matching f -> pairs(f.pairs()) + general(f.reason());
                case Form.Groups f -> pairs(losses.pairs(f));
                case Form.Essay f -> {
                    losses.add("the rubric");
                    yield "";
                }
                default -> throw new Refused(Losses.unlike(form));
            };
        }

        private String options(List<Form.Option> options) {
            StringBuilder out = new StringBuilder();
            for (Form.Option o : options) {
                out.append(answer(o.correct() ? '=' : '~', o.text().in(lang))).append(feedback(o.reason()));
            }
            return out.toString();
        }

        private String weighted(List<Form.Option> options) {
            long right = options.stream().filter(Form.Option::correct).count();
            String share = share(right);
            StringBuilder out = new StringBuilder();
            for (Form.Option o : options) {
                out.append("~%").append(o.correct() ? "" : "-").append(share).append('%');
                out.append(words(o.text().in(lang))).append(feedback(o.reason()));
            }
            return out.toString();
        }

        private String gap(Form.Gaps gaps) throws Refused {
            Form.Gaps.Gap gap = gaps.gaps().getFirst();
            String text = question.text().in(lang);
            String mark = "[[" + gap.id() + "]]";
            int at = text.indexOf(mark);
            String after = at < 0 ? "" : text.substring(at + mark.length());
            if (gaps.gaps().size() > 1 || after.isBlank()) {
                throw new Refused("the format has one gap at most, and text behind it");
            }
            String answers = gap.options().isEmpty()
                    ? accepted(lang == Lang.ZH ? gap.acceptZh() : gap.acceptEn())
                    : options(gap.options());
            return escape(text.substring(0, at)) + "{" + answers + general(gaps.reason()) + "}" + escape(after);
        }

        private String accepted(List<String> accepted) {
            StringBuilder out = new StringBuilder();
            accepted.forEach(a -> out.append(answer('=', arrowless(a))));
            return out.toString();
        }

        private String pairs(List<Form.Matching.Pair> pairs) {
            StringBuilder out = new StringBuilder();
            for (Form.Matching.Pair p : pairs) {
                out.append(answer('=', arrowless(p.left().in(lang))))
                        .append(" -> ")
                        .append(words(arrowless(p.right().in(lang))));
            }
            return out.toString();
        }

        private String arrowless(String text) {
            if (text.contains("->")) {
                losses.note("“->” becomes “→”");
            }
            return text.replace("->", "→");
        }

        /** A text that looks like a weight gets one before it. */
        private static String answer(char sign, String text) {
            String weight = LIKE_WEIGHT.matcher(text).matches() ? sign == '=' ? "%100%" : "%0%" : "";
            return sign + weight + words(text);
        }

        private static String words(String text) {
            return (LIKE_MARKUP.matcher(text).matches() ? "[plain]" : "") + escape(text);
        }

        private String feedback(Text reason) {
            return Plain.blank(reason) ? "" : "#" + words(reason.in(lang));
        }

        private String general(Text reason) {
            return "####" + words(reason.in(lang));
        }
    }

    /** A hundred shared out, to the five places that Moodle expects. */
    static String share(long parts) {
        return BigDecimal.valueOf(100)
                .divide(BigDecimal.valueOf(parts), 5, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (char c : Plain.printable(text).toCharArray()) {
            if (c == '\n') {
                out.append("\\n");
            } else {
                if ("~=#{}:\\".indexOf(c) >= 0) {
                    out.append('\\');
                }
                out.append(c);
            }
        }
        return out.toString();
    }
}
