package auditorium.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** A {@link Table} as CSV, with commas, semicolons or tabs. */
final class CsvImporter implements Importer {

    private static final int MOST_COLUMNS = 100;

    @Override
    public void read(Path file, Consumer<Item> items) throws IOException {
        TextDecoding.Source source = () -> Files.newInputStream(file);
        var charset = TextDecoding.charset(source);
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
            Iterator<CsvRecord> rows = csv.iterator();
            if (!rows.hasNext()) {
                throw new Unreadable("the table is empty");
            }
            Table table = new Table(rows.next().getFields());
            while (rows.hasNext()) {
                CsvRecord row = rows.next();
                table.row(row.getStartingLineNumber(), row.getFields(), items);
            }
        } catch (CsvParseException e) {
            throw new Unreadable("this is not CSV: a quote that does not end, or a cell or row that is too long");
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
