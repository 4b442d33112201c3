package auditorium.platform.tables;

import java.io.IOException;
import java.util.List;

/** Takes the rows of a table one by one; {@code number} is how the spreadsheet or the text counts them, from 1. */
@FunctionalInterface
public interface TableRows {

    /** Whether to go on. */
    boolean row(long number, List<Cell> cells) throws IOException;
}
