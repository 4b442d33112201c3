package auditorium.improvement.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a factory may change of one row of its corrective action plan in a spreadsheet. {@code number} is how the spreadsheet counts the
 * row, {@code key} says of which task or finding it is, {@code finding} to which finding it belongs, {@code whys} has one line each,
 * {@code owner} is a person's number and {@code due} a day as it was typed; both are empty for a finding without a task.
 */
public record CapRow(
        long number,
        String key,
        String finding,
        String containment,
        String cause,
        String whys,
        String owner,
        String due,
        String reason) {

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");

    /** A day as people write it: 2026-12-01, 2026/12/1, 2026.12.1 or 2026年12月1日. */
    public static Optional<LocalDate> day(String typed) {
        Matcher m = DAY.matcher(typed.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The lines of the whys that say something. */
    public java.util.List<String> lines() {
        return whys.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    boolean sameWords(CapRow other) {
        return containment.equals(other.containment) && cause.equals(other.cause) && lines().equals(other.lines());
    }
}
