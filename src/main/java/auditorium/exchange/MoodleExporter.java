package auditorium.exchange;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.Lang;
import auditorium.platform.Text;
import auditorium.platform.tables.Plain;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Moodle XML, with all texts as plain text, so that nothing in them is taken for HTML. */
final class MoodleExporter implements Exporter {

    private static final Pattern LIKE_GAP = Pattern.compile("\\{(?=[0-9]*:[A-Z])");
    private static final Pattern SIGNS = Pattern.compile("[\\\\{}#~/\"=%&<>]");

    @Override
    public List<ItemReport> write(Quiz quiz, Lang lang, OutputStream out) throws IOException {
        XmlOut xml = new XmlOut(out);
        xml.open("quiz");
        xml.open("question", "type", "category").open("category");
        xml.element("text", "$course$/" + quiz.title().in(lang).replace("/", "//"))
                .close()
                .close();
        List<ItemReport> reports = new ArrayList<>();
        for (Question question : quiz.questions()) {
            Losses losses = new Losses();
            String type = type(question.form());
            if (type.isEmpty()) {
                reports.add(ItemReport.refused(question.id(), Losses.unlike(question.form())));
            } else {
                new Moodle(xml, question, lang, losses).write(type);
                reports.add(ItemReport.taken(question.id(), losses.all()));
            }
        }
        xml.close().end();
        return reports;
    }

    private static String type(Form form) {
        return switch (form) {
            case Form.Single f -> "multichoice";
            case Form.Multiple f -> "multichoice";
            case Form.TrueFalse f -> "truefalse";
            case Form.Numeric f -> "numerical";
            case Form.ShortText f -> "shortanswer";
            case Form.Ordering f -> "ordering";
            case Form.Matching f -> "matching";
            case Form.Groups f -> "matching";
            case Form.Gaps f -> "cloze";
            case Form.Essay f -> "essay";
            case Form.Hotspot f -> "";
            case Form.Scenario f -> "";
            case Form.Experience f -> "";
        };
    }

    /** One question. */
    private record Moodle(XmlOut xml, Question question, Lang lang, Losses losses) {

        void write(String type) throws IOException {
            losses.picture(question);
            Form form = question.form();
            xml.open("question", "type", type);
            xml.open("name").element("text", question.id()).close();
            plain(
                    "questiontext",
                    form instanceof Form.Gaps gaps
                            ? cloze(gaps)
                            : question.text().in(lang));
            plain("generalfeedback", general(form).in(lang));
            xml.element("defaultgrade", Integer.toString(question.points()));
            xml.element("penalty", "0").element("hidden", "0").element("idnumber", question.id());
            answers(form);
            xml.close();
        }

        private static Text general(Form form) {
            return switch (form) {
                case Form.TrueFalse f -> f.reason();
                case Form.Numeric f -> f.reason();
                case Form.ShortText f -> f.reason();
                case Form.Ordering f -> f.reason();
                case Form.Matching f -> f.reason();
                case Form.Gaps f -> f.reason();
                default -> Draft.NONE;
            };
        }

        private void answers(Form form) throws IOException {
            switch (form) {
                case Form.Single f -> {
                    xml.element("single", "true").element("shuffleanswers", "true");
                    options(f.options(), "0");
                }
                case Form.Multiple f -> {
                    if (!f.partial()) {
                        losses.note("each right option counts for itself");
                    }
                    long right =
                            f.options().stream().filter(Form.Option::correct).count();
                    xml.element("single", "false").element("shuffleanswers", "true");
                    options(f.options(), "-" + GiftExporter.share(right));
                }
                case Form.TrueFalse f -> {
                    answer(f.answer() ? "100" : "0", "true", Draft.NONE);
                    answer(f.answer() ? "0" : "100", "false", Draft.NONE);
                }
                case Form.Numeric f -> {
                    xml.open("answer", "fraction", "100", "format", "plain_text");
                    xml.element("text", f.value().toPlainString());
                    xml.element("tolerance", f.tolerance().toPlainString()).close();
                    xml.open("units").open("unit").element("multiplier", "1");
                    xml.element("unit_name", f.unit().in(lang)).close().close();
                    xml.element("unitgradingtype", "0").element("showunits", "3");
                }
                case Form.ShortText f -> {
                    xml.element("usecase", "0");
                    for (String accepted : lang == Lang.ZH ? f.acceptZh() : f.acceptEn()) {
                        answer("100", accepted, Draft.NONE);
                    }
                }
                case Form.Ordering f -> {
                    xml.element("layouttype", "VERTICAL")
                            .element("selecttype", "ALL")
                            .element("gradingtype", "ABSOLUTE_POSITION");
                    int place = 1;
                    for (Form.Item item : f.items()) {
                        answer(Integer.toString(place++), item.text().in(lang), Draft.NONE);
                    }
                }
                case Form.Matching f -> pairs(f.pairs());
                case Form.Groups f -> pairs(losses.pairs(f));
                case Form.Essay f ->
                    plain(
                            "graderinfo",
                            String.join(
                                    "\n",
                                    f.rubric().stream()
                                            .map(c -> Rubric.line(c, lang))
                                            .toList()));
                default -> {}
            }
        }

        private void options(List<Form.Option> options, String wrong) throws IOException {
            long right = options.stream().filter(Form.Option::correct).count();
            for (Form.Option o : options) {
                answer(o.correct() ? GiftExporter.share(right) : wrong, o.text().in(lang), o.reason());
            }
        }

        private void answer(String fraction, String text, Text feedback) throws IOException {
            xml.open("answer", "fraction", fraction, "format", "plain_text").element("text", text);
            plain("feedback", feedback.in(lang));
            xml.close();
        }

        private void pairs(List<Form.Matching.Pair> pairs) throws IOException {
            xml.element("shuffleanswers", "true");
            for (Form.Matching.Pair p : pairs) {
                xml.open("subquestion", "format", "plain_text")
                        .element("text", p.left().in(lang));
                xml.open("answer").element("text", p.right().in(lang)).close().close();
            }
        }

        private void plain(String name, String text) throws IOException {
            xml.open(name, "format", "plain_text").element("text", text).close();
        }

        private String cloze(Form.Gaps gaps) {
            String text = LIKE_GAP.matcher(question.text().in(lang)).replaceAll(m -> {
                losses.note("“{” becomes “｛” where it looks like a gap");
                return "｛";
            });
            for (Form.Gaps.Gap gap : gaps.gaps()) {
                String answers = gap.options().isEmpty()
                        ? "SHORTANSWER:" + accepted(lang == Lang.ZH ? gap.acceptZh() : gap.acceptEn())
                        : "MULTICHOICE:"
                                + String.join(
                                        "~",
                                        gap.options().stream().map(this::option).toList());
                text = text.replace("[[" + gap.id() + "]]", "{1:" + answers + "}");
            }
            return text;
        }

        private static String accepted(List<String> accepted) {
            return String.join("~", accepted.stream().map(a -> "=" + escape(a)).toList());
        }

        private String option(Form.Option o) {
            return (o.correct() ? "=" : "")
                    + escape(o.text().in(lang))
                    + (Plain.blank(o.reason()) ? "" : "#" + escape(o.reason().in(lang)));
        }

        /** Moodle reads entities in gaps, and not every backslash. */
        private static String escape(String text) {
            return SIGNS.matcher(text.replaceAll("\\s+", " "))
                    .replaceAll(m -> "&#" + (int) m.group().charAt(0) + ";");
        }
    }
}
