package auditorium.exchange;

import auditorium.library.content.Form;
import auditorium.platform.Lang;
import auditorium.platform.tables.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rubric as lines of notes for whoever marks: {@code 2: names both exits}. */
final class Rubric {

    private static final Pattern LINE = Pattern.compile("\\s*([1-9][0-9]?)\\s*[:：]\\s*(.+)");

    private Rubric() {}

    static String line(Form.Essay.Criterion criterion, Lang lang) {
        return criterion.points() + ": " + criterion.text().in(lang).replaceAll("\\s+", " ");
    }

    static List<Form.Essay.Criterion> of(String notes) {
        List<Form.Essay.Criterion> rubric = new ArrayList<>();
        for (String line : notes.lines().toList()) {
            Matcher m = LINE.matcher(line);
            if (m.matches()) {
                rubric.add(new Form.Essay.Criterion("", Integer.parseInt(m.group(1)), Plain.both(m.group(2))));
            } else if (!line.isBlank()) {
                rubric.add(new Form.Essay.Criterion("", 1, Plain.both(line)));
            }
        }
        return rubric;
    }
}
