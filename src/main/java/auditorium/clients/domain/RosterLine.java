package auditorium.clients.domain;

import auditorium.platform.tables.Cell;
import auditorium.platform.tables.Columns;
import auditorium.platform.tables.Plain;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the list as it was understood. Empty texts and values were not given; {@code leaves} says that the row is about somebody
 * who has left, {@code remarks} hold what is wrong or odd about the row itself.
 */
public record RosterLine(
        long row,
        String number,
        String name,
        String department,
        String job,
        Optional<LocalDate> joinedOn,
        Optional<LocalDate> leftOn,
        boolean leaves,
        Optional<Boolean> leads,
        List<RosterRemark> remarks) {

    public static final int LONGEST_NUMBER = 32;
    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_DEPARTMENT = 40;
    public static final int LONGEST_JOB = 60;

    private static final Set<String> GONE = Set.of(
            "离职",
            "已离职",
            "辞职",
            "自离",
            "离厂",
            "开除",
            "辞退",
            "退休",
            "否",
            "left",
            "resigned",
            "terminated",
            "inactive",
            "retired",
            "no");
    private static final Set<String> YES = Set.of("是", "有", "y", "yes", "true", "1", "√", "✓", "对", "x");
    private static final Set<String> NO = Set.of("否", "无", "n", "no", "false", "0", "×", "✗");

    /** Reads one row; empty when nobody is meant: a blank row, or the line with the sum. */
    public static Optional<RosterLine> of(long row, List<Cell> cells, Columns<RosterField> columns, LocalDate today) {
        List<RosterRemark> remarks = new ArrayList<>();
        Cell numberCell = columns.in(cells, RosterField.NUMBER);
        String number =
                Normalizer.normalize(clean(numberCell), Normalizer.Form.NFKC).replace(" ", "");
        String name = clean(columns.in(cells, RosterField.NAME));
        if ((number.isEmpty() && name.isEmpty()) || number.matches("(?i)(合计|总计|小计|total).*")) {
            return Optional.empty();
        }
        String department = clean(columns.in(cells, RosterField.DEPARTMENT));
        String job = clean(columns.in(cells, RosterField.JOB));
        if (number.isEmpty()) {
            remarks.add(RosterRemark.of(
                    numberCell.emptyFormula() ? RosterRemark.Kind.FORMULA_EMPTY : RosterRemark.Kind.NUMBER_MISSING));
        } else if (numberCell.rounded()) {
            remarks.add(RosterRemark.of(RosterRemark.Kind.NUMBER_ROUNDED, number));
        } else if (number.length() > LONGEST_NUMBER) {
            remarks.add(RosterRemark.of(RosterRemark.Kind.NUMBER_LONG, Plain.inReport(number)));
        }
        if (name.isEmpty()) {
            remarks.add(RosterRemark.of(
                    columns.in(cells, RosterField.NAME).emptyFormula()
                            ? RosterRemark.Kind.FORMULA_EMPTY
                            : RosterRemark.Kind.NAME_MISSING));
        }
        tooLong(name, LONGEST_NAME, remarks);
        tooLong(department, LONGEST_DEPARTMENT, remarks);
        tooLong(job, LONGEST_JOB, remarks);
        Optional<LocalDate> joined = date(columns.in(cells, RosterField.JOINED), today, remarks);
        Optional<LocalDate> left = date(columns.in(cells, RosterField.LEFT), today, remarks);
        boolean gone =
                GONE.contains(clean(columns.in(cells, RosterField.STATUS)).toLowerCase(Locale.ROOT));
        if (left.isPresent() && left.get().isAfter(today)) {
            remarks.add(
                    RosterRemark.of(RosterRemark.Kind.LEAVES_LATER, left.get().toString()));
            left = Optional.empty();
        } else if (gone && left.isEmpty()) {
            remarks.add(RosterRemark.of(RosterRemark.Kind.LEFT_WITHOUT_DATE));
        }
        if (left.isPresent() && joined.isPresent() && left.get().isBefore(joined.get())) {
            remarks.add(RosterRemark.of(
                    RosterRemark.Kind.LEFT_BEFORE_JOINING, left.get().toString()));
        }
        return Optional.of(new RosterLine(
                row,
                number,
                name,
                department,
                job,
                joined,
                left,
                left.isPresent() || gone,
                leads(clean(columns.in(cells, RosterField.LEADS))),
                remarks));
    }

    private static String clean(Cell cell) {
        return Plain.clean(cell.text()).replaceAll("[\\s\u3000\u00a0]+", " ").strip();
    }

    private static void tooLong(String text, int longest, List<RosterRemark> remarks) {
        if (text.codePointCount(0, text.length()) > longest) {
            remarks.add(RosterRemark.of(RosterRemark.Kind.TEXT_LONG, Plain.inReport(text)));
        }
    }

    private static Optional<LocalDate> date(Cell cell, LocalDate today, List<RosterRemark> remarks) {
        if (cell.isBlank() || cell.text().strip().matches("[-/—无]+")) {
            return Optional.empty();
        }
        Optional<LocalDate> date = RosterDate.of(cell);
        if (date.isEmpty()) {
            remarks.add(RosterRemark.of(RosterRemark.Kind.DATE_UNKNOWN, Plain.inReport(cell.text())));
        } else if (date.get().getYear() < 1950 || date.get().isAfter(today.plusYears(1))) {
            remarks.add(RosterRemark.of(RosterRemark.Kind.DATE_ODD, date.get().toString()));
            return Optional.empty();
        }
        return date;
    }

    private static Optional<Boolean> leads(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /** By what names of departments are compared: “生产 部” is “生产部”. */
    public static String key(String department) {
        return Normalizer.normalize(department, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "");
    }
}
