package auditorium.lists.domain;

import auditorium.library.content.Severity;
import auditorium.platform.tables.Cell;
import auditorium.platform.tables.Columns;
import auditorium.platform.tables.Plain;
import java.util.List;
import java.util.Optional;

/**
 * What a line of a customer's list asks. One of the two texts is empty when the list is in one language.
 *
 * @param section the heading under which it stands
 * @param reference the customer's own number of the line
 * @param wanted what the list says itself about our requirements, where it came from here
 */
public record ListLine(
        String section, String reference, String zh, String en, Optional<Severity> grade, Wanted wanted) {

    /** Characters that a cell may have here; what is longer is cut. */
    public static final int LONGEST_TEXT = 8_000;

    private static final int LONGEST_NAME = 200;

    /** The line in a row of a table; empty when the row has no text, so that it is a heading or a blank. */
    public static Optional<ListLine> of(List<Cell> cells, Columns<ListField> columns, String sectionAbove) {
        String zh = text(cells, columns, ListField.ZH, LONGEST_TEXT);
        String en = text(cells, columns, ListField.EN, LONGEST_TEXT);
        if (zh.isEmpty() && en.isEmpty()) {
            return Optional.empty();
        }
        // a list in one language has one column, whatever its heading is written in
        if (en.isEmpty() && !han(zh)) {
            en = zh;
            zh = "";
        } else if (zh.isEmpty() && han(en)) {
            zh = en;
            en = "";
        }
        String section = text(cells, columns, ListField.SECTION, LONGEST_NAME);
        return Optional.of(new ListLine(
                section.isEmpty() ? sectionAbove : section,
                text(cells, columns, ListField.REFERENCE, LONGEST_NAME),
                zh,
                en,
                Grades.read(text(cells, columns, ListField.GRADE, LONGEST_NAME)),
                Wanted.read(
                        text(cells, columns, ListField.KEYS, LONGEST_NAME),
                        text(cells, columns, ListField.DEPARTMENTS, LONGEST_NAME),
                        text(cells, columns, ListField.PLACE, LONGEST_NAME))));
    }

    /** What a cell says; merged cells of sections are empty in all rows but the first. */
    public static String text(List<Cell> cells, Columns<ListField> columns, ListField field, int longest) {
        String text = Plain.clean(columns.in(cells, field).text());
        return text.length() <= longest
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest)
                        .strip();
    }

    static boolean han(String text) {
        return text.codePoints().anyMatch(Wording::han);
    }

    /** What the customer calls the line: its number or, where it has none, its place in the list. */
    public String name(int position) {
        return reference.isEmpty() ? "#" + position : reference;
    }

    /** Both texts, for comparing. */
    public String words() {
        return zh.isEmpty() ? en : en.isEmpty() ? zh : zh + "\n" + en;
    }
}
