package auditorium.exchange;

import auditorium.library.content.Form;
import auditorium.platform.Lang;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The building blocks of a QTI item, in either dialect. Elements and attributes are named as in QTI 3, without prefix. */
final class QtiOut {

    private final XmlOut xml;
    private final QtiDialect dialect;
    private final BigDecimal points;

    QtiOut(XmlOut xml, QtiDialect dialect, int points) {
        this.xml = xml;
        this.dialect = dialect;
        this.points = BigDecimal.valueOf(points);
    }

    QtiOut open(String name, String... attributes) throws IOException {
        String[] named = attributes.clone();
        for (int i = 0; i < named.length; i += 2) {
            named[i] = dialect.attribute(named[i]);
        }
        xml.open(dialect.element(name), named);
        return this;
    }

    /** An element of HTML, which both dialects write alike. */
    QtiOut html(String name, String... attributes) throws IOException {
        xml.open(name, attributes);
        return this;
    }

    QtiOut close() throws IOException {
        xml.close();
        return this;
    }

    /** Lines are parted by {@code br}. */
    QtiOut words(String text) throws IOException {
        boolean first = true;
        for (String line : text.split("\n", -1)) {
            if (!first) {
                xml.open("br").close();
            }
            first = false;
            xml.words(line);
        }
        return this;
    }

    /** An element with nothing but text. */
    QtiOut element(String name, String text, String... attributes) throws IOException {
        return open(name, attributes).words(text).close();
    }

    /** What is right, and by which sign each value counts; {@code parts} right values make all points. */
    void response(
            String identifier,
            String cardinality,
            String baseType,
            List<String> right,
            Map<String, Integer> signs,
            int parts)
            throws IOException {
        open("response-declaration", "identifier", identifier, "cardinality", cardinality, "base-type", baseType);
        if (!right.isEmpty()) {
            open("correct-response");
            for (String value : right) {
                element("value", value);
            }
            close();
        }
        if (!signs.isEmpty()) {
            BigDecimal each = points.divide(BigDecimal.valueOf(parts), 5, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            String most = (cardinality.equals("single") ? each : points).toPlainString();
            open("mapping", "default-value", "0", "lower-bound", "0", "upper-bound", most);
            for (Map.Entry<String, Integer> sign : signs.entrySet()) {
                String value =
                        each.multiply(BigDecimal.valueOf(sign.getValue())).toPlainString();
                open("map-entry", "map-key", sign.getKey(), "mapped-value", value)
                        .close();
            }
            close();
        }
        close();
    }

    void outcome(String identifier, String cardinality, String baseType, String value) throws IOException {
        open("outcome-declaration", "identifier", identifier, "cardinality", cardinality, "base-type", baseType);
        if (!value.isEmpty()) {
            open("default-value").element("value", value).close();
        }
        close();
    }

    void processing(String template) throws IOException {
        open("response-processing", "template", dialect.template(template)).close();
    }

    /** The points of several responses together. */
    void sum(Collection<String> responses) throws IOException {
        open("response-processing")
                .open("set-outcome-value", "identifier", "SCORE")
                .open("sum");
        for (String response : responses) {
            open("map-response", "identifier", response).close();
        }
        close().close().close();
    }

    /** All points for exactly what is right; the standard template gives one. */
    void matched() throws IOException {
        if (points.compareTo(BigDecimal.ONE) == 0) {
            processing("match_correct");
        } else {
            rule("match");
        }
    }

    void within(String tolerance) throws IOException {
        rule("equal", "tolerance-mode", "absolute", "tolerance", tolerance);
    }

    private void rule(String comparison, String... attributes) throws IOException {
        open("response-processing").open("response-condition").open("response-if");
        open(comparison, attributes);
        open("variable", "identifier", "RESPONSE").close();
        open("correct", "identifier", "RESPONSE").close().close();
        open("set-outcome-value", "identifier", "SCORE");
        element("base-value", points.toPlainString(), "base-type", "float").close();
        close().close().close();
    }

    void feedback(String identifier, String words) throws IOException {
        if (words.isEmpty()) {
            return;
        }
        open("modal-feedback", "outcome-identifier", "FEEDBACK", "identifier", identifier, "show-hide", "show");
        content(words);
        close();
    }

    void rubric(List<Form.Essay.Criterion> rubric, Lang lang) throws IOException {
        for (Form.Essay.Criterion criterion : rubric) {
            if (dialect == QtiDialect.V30) {
                open("rubric-block", "view", "scorer", "use", "scoring");
            } else {
                open("rubric-block", "view", "scorer");
            }
            content(Rubric.line(criterion, lang));
            close();
        }
    }

    private void content(String words) throws IOException {
        boolean wrapped = dialect == QtiDialect.V30;
        if (wrapped) {
            open("content-body");
        }
        html("p").words(words).close();
        if (wrapped) {
            close();
        }
    }
}
