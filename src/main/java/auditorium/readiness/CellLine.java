package auditorium.readiness;

import auditorium.library.Catalogue;
import java.util.UUID;

/** A requirement in a department that stands otherwise on another day, with the sentence why. */
record CellLine(
        UUID department,
        String departmentName,
        String requirement,
        String title,
        String grade,
        String before,
        String after,
        String why) {

    /** {@code before} and {@code after} are marks; the sentence is the cell's. */
    static CellLine of(Readiness.Cell cell, String before, String after, Words words, Catalogue catalogue) {
        return new CellLine(
                cell.department().id(),
                cell.department().name().in(words.lang()),
                cell.requirement().id(),
                cell.requirement().title().in(words.lang()),
                cell.grade().name(),
                before,
                after,
                words.because(cell.standing().reason(), catalogue));
    }
}
