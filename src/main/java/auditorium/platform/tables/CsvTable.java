package auditorium.platform.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** A table as text, with commas, semicolons or tabs between the cells. */
public final class CsvTable {

    private static final int MOST_COLUMNS = 100;

    private CsvTable() {}

    /** Reads all rows, the empty ones too. */
    public static void read(TextDecoding.Source source, Charset charset, TableRows rows) throws IOException {
        char separator;
        try (var text = TextDecoding.reader(source, charset)) {
            String first = new Lines(text).next();
            separator = separator(first == null ? "" : first);
        }
        var handler = CsvRecordHandler.builder()
                .maxFields(MOST_COLUMNS)
                .maxFieldSize(Lines.LONGEST)
                .maxRecordSize(4 * Lines.LONGEST)
                .build();
        try (var text = TextDecoding.reader(source, charset);
                var csv = CsvReader.builder()
                        .fieldSeparator(separator)
                        .maxBufferSize(4 * Lines.LONGEST)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .build(handler, text)) {
            Iterator<CsvRecord> each = csv.iterator();
            boolean more = true;
            while (more && each.hasNext()) {
                CsvRecord row = each.next();
                more = rows.row(
                        row.getStartingLineNumber(),
                        row.getFields().stream().map(Cell::of).toList());
            }
        } catch (CsvParseException e) {
            throw new Unreadable(
                    "这不是正确的 CSV：有引号没有结束，或者有单元格太长",
                    "this is not CSV: a quote that does not end, or a cell or row that is too long");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static char separator(String header) {
        return List.of(',', ';', '\t').stream()
                .max(Comparator.comparingLong(
                        s -> header.chars().filter(c -> c == s).count()))
                .orElse(',');
    }
}
