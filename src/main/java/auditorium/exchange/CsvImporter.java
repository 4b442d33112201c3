package auditorium.exchange;

import auditorium.platform.tables.CsvTable;
import auditorium.platform.tables.TextDecoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A {@link Table} as CSV, with commas, semicolons or tabs. */
final class CsvImporter implements Importer {

    @Override
    public void read(Path file, Consumer<Item> items) throws IOException {
        TextDecoding.Source source = () -> Files.newInputStream(file);
        Table.Rows rows = new Table.Rows(items);
        CsvTable.read(source, TextDecoding.charset(source), rows);
        rows.requireSome();
    }
}
