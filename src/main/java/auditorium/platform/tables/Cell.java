package auditorium.platform.tables;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What stands in a cell. {@code date} is what a number means as a day, whatever the cell looks like: Chinese Excel writes dates in
 * formats that have no name, so only the column can tell a date from a number. {@code rounded} says that a spreadsheet keeps only the
 * first fifteen digits of such a number. {@code empty} formulas were never worked out by the program that saved the file.
 */
public record Cell(String text, Optional<LocalDate> date, boolean rounded, boolean emptyFormula) {

    public static final Cell EMPTY = new Cell("", Optional.empty(), false, false);

    public static Cell of(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, Optional.empty(), false, false);
    }

    public boolean isBlank() {
        return text.isBlank();
    }
}
