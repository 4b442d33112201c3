package auditorium.exchange;

import auditorium.platform.tables.XlsxTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A {@link Table} on the first sheet of a workbook, which is looked through before it is read. */
final class XlsxImporter implements Importer {

    private static final long MOST = 256L * 1024 * 1024;

    @Override
    public void read(Path file, Consumer<Item> items) throws IOException {
        XlsxTable.check(file, MOST);
        Table.Rows rows = new Table.Rows(items);
        XlsxTable.read(file, 0, rows);
        rows.requireSome();
    }
}
