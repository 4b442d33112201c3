package auditorium.clients.domain;

import auditorium.platform.tables.Cell;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as factories write them: as a spreadsheet's number, or as year, month and day with any sign between. */
public final class RosterDate {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})\\s*[-/.年]\\s*([0-9]{1,2})\\s*[-/.月]\\s*([0-9]{1,2})\\s*[日号]?([ T].*)?");
    private static final Pattern IN_ONE = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

    private RosterDate() {}

    /** Empty when it is no day, or when day and month could be taken for each other. */
    public static Optional<LocalDate> of(Cell cell) {
        if (cell.date().isPresent()) {
            return cell.date();
        }
        String text = java.text.Normalizer.normalize(cell.text(), java.text.Normalizer.Form.NFKC)
                .strip();
        for (Pattern pattern : new Pattern[] {YEAR_FIRST, IN_ONE}) {
            Matcher m = pattern.matcher(text);
            if (m.matches()) {
                try {
                    return Optional.of(LocalDate.of(
                            Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))));
                } catch (DateTimeException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
