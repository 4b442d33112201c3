package auditorium.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A {@link Table} on the first sheet of a workbook, which is looked through before it is read. */
final class XlsxImporter implements Importer {

    private static final long MOST = 256L * 1024 * 1024;
    private static final int MOST_SHARED = 1_000_000;
    private static final int LONGEST_CELL = 256 * 1024;
    private static final int MOST_COLUMNS = 100;

    @Override
    public void read(Path file, Consumer<Item> items) throws IOException {
        try (SafeZip zip = SafeZip.open(file, MOST)) {
            for (String part : zip.names()) {
                if (part.endsWith(".xml") || part.endsWith(".rels")) {
                    look(zip, part);
                }
            }
        }
        try (ReadableWorkbook book = trying(() -> new ReadableWorkbook(file.toFile()));
                Stream<Row> stream = trying(() -> book.getFirstSheet().openStream())) {
            Iterator<Row> rows = stream.iterator();
            if (!trying(rows::hasNext)) {
                throw new Unreadable("the table is empty");
            }
            Table table = new Table(trying(() -> cells(rows.next())));
            while (trying(rows::hasNext)) {
                Row row = trying(rows::next);
                table.row(row.getRowNum(), trying(() -> cells(row)), items);
            }
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T get() throws IOException;
    }

    /** The library throws whatever comes when a workbook is not as it should be. */
    private static <T> T trying(Reading<T> reading) throws IOException {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            throw new Unreadable("this workbook is broken");
        }
    }

    /** The reader holds a cell and all shared strings at once, and believes every cell's address. */
    private static void look(SafeZip zip, String part) throws IOException {
        int shared = 0;
        long words = 0;
        try (SafeXml xml = SafeXml.open(() -> zip.open(part), UnaryOperator.identity())) {
            for (Optional<String> element = xml.nextElement(); element.isPresent(); element = xml.nextElement()) {
                words += xml.wordsSince();
                if (words > LONGEST_CELL) {
                    throw new Unreadable("a cell of this workbook is too long");
                }
                switch (element.get()) {
                    case "c" -> {
                        words = 0;
                        if (!xml.attribute("r").matches("([A-Z]{1,3}[0-9]{1,7})?")) {
                            throw new Unreadable("a cell of this workbook has no address");
                        }
                    }
                    case "si" -> {
                        words = 0;
                        if (++shared > MOST_SHARED) {
                            throw new Unreadable("this workbook has more than " + MOST_SHARED + " texts");
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? "" : words(cell));
        }
        return cells;
    }

    private static String words(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> cell.asNumber().stripTrailingZeros().toPlainString();
            case ERROR -> "";
            default -> cell.getText() == null ? "" : cell.getText();
        };
    }
}
