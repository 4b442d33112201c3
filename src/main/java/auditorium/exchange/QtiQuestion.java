package auditorium.exchange;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.platform.Lang;
import auditorium.platform.Text;
import auditorium.platform.tables.Plain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One question as a QTI item: what is right, how it is scored, what is asked, and what is said afterwards. */
final class QtiQuestion {

    private static final Pattern MARK = Pattern.compile("\\[\\[([A-Za-z0-9-]+)]]");
    private static final String RESPONSE = "RESPONSE";

    private final QtiOut out;
    private final QtiDialect dialect;
    private final Question question;
    private final Lang lang;
    private final Losses losses;

    QtiQuestion(QtiOut out, QtiDialect dialect, Question question, Lang lang, Losses losses) {
        this.out = out;
        this.dialect = dialect;
        this.question = question;
        this.lang = lang;
        this.losses = losses;
    }

    /** What no item can be made of. */
    static void check(Question question) throws Refused {
        switch (question.form()) {
            case Form.Scenario f -> throw new Refused(Losses.unlike(f));
            case Form.Experience f -> throw new Refused(Losses.unlike(f));
            case Form.Hotspot f -> {
                if (question.picture().flatMap(p -> Drawing.size(p.svg())).isEmpty()) {
                    throw new Refused("its picture has no viewBox from 0 0");
                }
            }
            default -> {}
        }
    }

    void write() throws IOException {
        String id = QtiNames.identifier(question.id());
        out.open(
                "assessment-item",
                "xmlns",
                dialect.namespace,
                "identifier",
                id,
                "title",
                question.id(),
                "adaptive",
                "false",
                "time-dependent",
                "false",
                "xml:lang",
                lang.tag());
        responses(question.form());
        out.outcome("SCORE", "single", "float", "0");
        out.outcome("MAXSCORE", "single", "float", Integer.toString(question.points()));
        out.outcome("FEEDBACK", "multiple", "identifier", "");
        out.open("item-body");
        body(question.form());
        out.close();
        processing(question.form());
        feedback(question.form());
        out.close();
    }

    private void responses(Form form) throws IOException {
        switch (form) {
            case Form.Single f -> out.response(RESPONSE, "single", "identifier", right(f.options()), Map.of(), 1);
            case Form.Multiple f -> {
                List<String> right = right(f.options());
                Map<String, Integer> map = new LinkedHashMap<>();
                f.options().forEach(o -> map.put(QtiNames.identifier(o.id()), o.correct() ? 1 : -1));
                out.response(RESPONSE, "multiple", "identifier", right, f.partial() ? map : Map.of(), right.size());
            }
            case Form.TrueFalse f ->
                out.response(RESPONSE, "single", "identifier", List.of(Boolean.toString(f.answer())), Map.of(), 1);
            case Form.Numeric f ->
                out.response(RESPONSE, "single", "float", List.of(f.value().toPlainString()), Map.of(), 1);
            case Form.ShortText f -> typed(RESPONSE, lang == Lang.ZH ? f.acceptZh() : f.acceptEn(), 1);
            case Form.Ordering f ->
                out.response(
                        RESPONSE,
                        "ordered",
                        "identifier",
                        f.items().stream().map(i -> QtiNames.identifier(i.id())).toList(),
                        Map.of(),
                        1);
            case Form.Matching f ->
                pairs(f.pairs().stream()
                        .map(p -> QtiNames.identifier(p.id()) + " " + partner(p))
                        .toList());
            case Form.Groups f ->
                pairs(f.items().stream()
                        .map(i -> QtiNames.identifier(i.id()) + " " + QtiNames.identifier(i.group()))
                        .toList());
            case Form.Gaps f -> {
                for (Form.Gaps.Gap gap : f.gaps()) {
                    if (gap.options().isEmpty()) {
                        typed(
                                response(gap),
                                lang == Lang.ZH ? gap.acceptZh() : gap.acceptEn(),
                                f.gaps().size());
                    } else {
                        List<String> right = right(gap.options());
                        out.response(
                                response(gap),
                                "single",
                                "identifier",
                                right,
                                ones(right),
                                f.gaps().size());
                    }
                }
            }
            case Form.Hotspot f -> {
                Map<String, Set<String>> right = QtiHotspots.right(f, losses);
                Map<String, Integer> map = ones(List.copyOf(right.keySet()));
                QtiHotspots.wrong(f, right).keySet().forEach(square -> map.put(square, -1));
                out.response(RESPONSE, "multiple", "identifier", List.copyOf(right.keySet()), map, right.size());
            }
            default -> out.response(RESPONSE, "single", "string", List.of(), Map.of(), 1);
        }
    }

    private void typed(String response, List<String> accepted, int parts) throws IOException {
        out.response(response, "single", "string", accepted.subList(0, 1), ones(accepted), parts);
    }

    private void pairs(List<String> pairs) throws IOException {
        out.response(RESPONSE, "multiple", "directedPair", pairs, ones(pairs), pairs.size());
    }

    private static Map<String, Integer> ones(List<String> keys) {
        Map<String, Integer> map = new LinkedHashMap<>();
        keys.forEach(k -> map.put(k, 1));
        return map;
    }

    private static List<String> right(List<Form.Option> options) {
        return options.stream()
                .filter(Form.Option::correct)
                .map(o -> QtiNames.identifier(o.id()))
                .toList();
    }

    private static String response(Form.Gaps.Gap gap) {
        return "GAP-" + gap.id();
    }

    private static String partner(Form.Matching.Pair pair) {
        return "to-" + pair.id();
    }

    private void body(Form form) throws IOException {
        if (form instanceof Form.Gaps gaps) {
            gaps(gaps);
            return;
        }
        out.html("p").words(question.text().in(lang)).close();
        if (question.picture().isPresent() && !(form instanceof Form.Hotspot)) {
            String alt = question.picture().get().alt().in(lang);
            out.html("p").html("img", "src", source(), "alt", alt).close().close();
        }
        switch (form) {
            case Form.Single f -> choices(f.options(), "1");
            case Form.Multiple f -> choices(f.options(), "0");
            case Form.TrueFalse f -> {
                out.open("choice-interaction", "response-identifier", RESPONSE, "shuffle", "false", "max-choices", "1");
                out.element("simple-choice", lang == Lang.ZH ? "对" : "True", "identifier", "true");
                out.element("simple-choice", lang == Lang.ZH ? "错" : "False", "identifier", "false");
                out.close();
            }
            case Form.Numeric f -> field(f.unit());
            case Form.ShortText f -> field(Draft.NONE);
            case Form.Ordering f -> {
                out.open("order-interaction", "response-identifier", RESPONSE, "shuffle", "true");
                for (Form.Item i : f.items()) {
                    out.element("simple-choice", i.text().in(lang), "identifier", QtiNames.identifier(i.id()));
                }
                out.close();
            }
            case Form.Matching f ->
                match(
                        f.pairs().stream()
                                .map(p -> new Side(QtiNames.identifier(p.id()), "1", p.left(), Draft.NONE))
                                .toList(),
                        f.pairs().stream()
                                .map(p -> new Side(partner(p), "1", p.right(), Draft.NONE))
                                .toList());
            case Form.Groups f ->
                match(
                        f.items().stream()
                                .map(i -> new Side(QtiNames.identifier(i.id()), "1", i.text(), i.reason()))
                                .toList(),
                        f.groups().stream()
                                .map(g -> new Side(QtiNames.identifier(g.id()), "0", g.text(), Draft.NONE))
                                .toList());
            case Form.Hotspot f -> hotspot(f);
            case Form.Essay f -> {
                out.rubric(f.rubric(), lang);
                out.open("extended-text-interaction", "response-identifier", RESPONSE, "expected-lines", "8")
                        .close();
            }
            default -> {}
        }
    }

    private void choices(List<Form.Option> options, String most) throws IOException {
        out.open("choice-interaction", "response-identifier", RESPONSE, "shuffle", "true", "max-choices", most);
        for (Form.Option o : options) {
            out.open("simple-choice", "identifier", QtiNames.identifier(o.id()))
                    .words(o.text().in(lang));
            aside(QtiNames.identifier(o.id()), o.reason());
            out.close();
        }
        out.close();
    }

    /** What can be matched, and with how many at most; 0 is any number. */
    private record Side(String identifier, String most, Text text, Text reason) {}

    private void match(List<Side> lefts, List<Side> rights) throws IOException {
        out.open("match-interaction", "response-identifier", RESPONSE, "shuffle", "true", "max-associations", "0");
        for (List<Side> sides : List.of(lefts, rights)) {
            out.open("simple-match-set");
            for (Side s : sides) {
                out.open("simple-associable-choice", "identifier", s.identifier(), "match-max", s.most());
                out.words(s.text().in(lang));
                aside(s.identifier(), s.reason());
                out.close();
            }
            out.close();
        }
        out.close();
    }

    private void aside(String identifier, Text reason) throws IOException {
        if (!Plain.blank(reason)) {
            out.open(
                    "feedback-inline", "outcome-identifier", "FEEDBACK", "identifier", identifier, "show-hide", "show");
            out.words(reason.in(lang)).close();
        }
    }

    private void field(Text unit) throws IOException {
        out.html("p")
                .open("text-entry-interaction", "response-identifier", RESPONSE, "expected-length", "20")
                .close();
        out.words(" " + unit.in(lang)).close();
    }

    private void gaps(Form.Gaps gaps) throws IOException {
        String text = question.text().in(lang);
        out.html("p");
        Matcher mark = MARK.matcher(text);
        int from = 0;
        while (mark.find()) {
            for (Form.Gaps.Gap gap : gaps.gaps()) {
                if (gap.id().equals(mark.group(1))) {
                    out.words(text.substring(from, mark.start()));
                    gap(gap);
                    from = mark.end();
                }
            }
        }
        out.words(text.substring(from)).close();
    }

    private void gap(Form.Gaps.Gap gap) throws IOException {
        if (gap.options().isEmpty()) {
            out.open("text-entry-interaction", "response-identifier", response(gap), "expected-length", "20")
                    .close();
            return;
        }
        out.open("inline-choice-interaction", "response-identifier", response(gap), "shuffle", "true");
        for (Form.Option o : gap.options()) {
            out.element("inline-choice", o.text().in(lang), "identifier", QtiNames.identifier(o.id()));
            if (!Plain.blank(o.reason())) {
                losses.add("the explanation of a gap's option");
            }
        }
        out.close();
    }

    private void hotspot(Form.Hotspot f) throws IOException {
        double[] size = size();
        Map<String, Set<String>> right = QtiHotspots.right(f, losses);
        out.open("hotspot-interaction", "response-identifier", RESPONSE, "max-choices", "0");
        out.html(
                "object",
                "data",
                source(),
                "type",
                "image/svg+xml",
                "width",
                Long.toString(Math.round(size[0])),
                "height",
                Long.toString(Math.round(size[1])));
        out.html("p").words(question.picture().orElseThrow().alt().in(lang)).close();
        out.html("p").words(f.description().in(lang)).close().close();
        for (Map.Entry<String, Set<String>> area : right.entrySet()) {
            area(area.getKey(), area.getValue(), f);
        }
        for (Map.Entry<String, Set<String>> area : QtiHotspots.wrong(f, right).entrySet()) {
            area(area.getKey(), area.getValue(), f);
        }
        out.close();
    }

    private void area(String identifier, Set<String> squares, Form.Hotspot f) throws IOException {
        double[] size = size();
        out.open(
                        "hotspot-choice",
                        "identifier",
                        identifier,
                        "shape",
                        "rect",
                        "coords",
                        QtiHotspots.coordinates(squares, size[0] / f.columns(), size[1] / f.rows()))
                .close();
    }

    private double[] size() {
        return question.picture().flatMap(p -> Drawing.size(p.svg())).orElseThrow();
    }

    private String source() {
        return "../images/" + question.id() + ".svg";
    }

    private void processing(Form form) throws IOException {
        switch (form) {
            case Form.Single f -> out.matched();
            case Form.Multiple f -> {
                if (f.partial()) {
                    out.processing("map_response");
                } else {
                    out.matched();
                }
            }
            case Form.TrueFalse f -> out.matched();
            case Form.Ordering f -> out.matched();
            case Form.Numeric f -> {
                if (f.tolerance().signum() == 0) {
                    out.matched();
                } else {
                    out.within(f.tolerance().toPlainString());
                }
            }
            case Form.Gaps f ->
                out.sum(f.gaps().stream().map(QtiQuestion::response).toList());
            case Form.Essay f -> {}
            default -> out.processing("map_response");
        }
    }

    private void feedback(Form form) throws IOException {
        List<Text> reasons = new ArrayList<>();
        switch (form) {
            case Form.TrueFalse f -> reasons.add(f.reason());
            case Form.Numeric f -> reasons.add(f.reason());
            case Form.ShortText f -> reasons.add(f.reason());
            case Form.Ordering f -> reasons.add(f.reason());
            case Form.Matching f -> reasons.add(f.reason());
            case Form.Gaps f -> reasons.add(f.reason());
            case Form.Hotspot f -> {
                for (Form.Hotspot.Spot spot : f.spots()) {
                    out.feedback(QtiNames.identifier(spot.id()), spot.reason().in(lang));
                }
                out.feedback("MISSES", f.misses().in(lang));
            }
            default -> {}
        }
        for (Text reason : reasons) {
            out.feedback("REASON", reason.in(lang));
        }
    }
}
