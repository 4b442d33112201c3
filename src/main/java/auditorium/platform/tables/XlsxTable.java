package auditorium.platform.tables;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The sheets of a workbook, which is looked through before it is read. */
public final class XlsxTable {

    private static final int MOST_SHARED = 1_000_000;
    private static final int LONGEST_CELL = 256 * 1024;
    private static final int MOST_COLUMNS = 100;
    /** A spreadsheet counts with doubles. */
    private static final int EXACT_DIGITS = 15;

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    /** 9999-12-31. */
    private static final int LAST_DAY = 2_958_465;

    private XlsxTable() {}

    /** Throws when anything in the workbook is not as it should be; {@code most} is how many bytes it may have when unpacked. */
    public static void check(Path file, long most) throws IOException {
        try (SafeZip zip = SafeZip.open(file, most)) {
            for (String part : zip.names()) {
                if (part.endsWith(".xml") || part.endsWith(".rels")) {
                    look(zip, part);
                }
            }
        }
    }

    /** The names of the sheets that a person sees; the workbook has been checked. */
    public static List<String> sheets(Path file) throws IOException {
        try (ReadableWorkbook book = trying(() -> new ReadableWorkbook(file.toFile()))) {
            return trying(() -> visible(book).stream().map(Sheet::getName).toList());
        }
    }

    private static List<Sheet> visible(ReadableWorkbook book) {
        return book.getSheets()
                .filter(s -> s.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
    }

    /** Reads a sheet, counted from 0 among those that a person sees; the workbook has been checked. */
    public static void read(Path file, int sheet, TableRows rows) throws IOException {
        try (ReadableWorkbook book =
                trying(() -> new ReadableWorkbook(file.toFile(), new ReadingOptions(false, false)))) {
            List<Sheet> sheets = trying(() -> visible(book));
            if (sheets.isEmpty()) {
                throw new Unreadable("工作簿里没有工作表", "this workbook has no sheet");
            }
            Sheet chosen = sheets.get(Math.max(0, Math.min(sheet, sheets.size() - 1)));
            LocalDate zero = trying(book::isDate1904) ? DAY_ZERO_1904 : DAY_ZERO;
            try (Stream<Row> stream = trying(chosen::openStream)) {
                Iterator<Row> each = stream.iterator();
                boolean more = true;
                while (more && trying(each::hasNext)) {
                    Row row = trying(each::next);
                    List<Cell> cells = trying(() -> cells(row, zero));
                    more = rows.row(row.getRowNum(), cells);
                }
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
            throw new Unreadable("工作簿坏了，打不开", "this workbook is broken");
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
                    throw new Unreadable("有一个单元格太长", "a cell of this workbook is too long");
                }
                switch (element.get()) {
                    case "c" -> {
                        words = 0;
                        if (!xml.attribute("r").matches("([A-Z]{1,3}[0-9]{1,7})?")) {
                            throw new Unreadable("有一个单元格没有位置", "a cell of this workbook has no address");
                        }
                    }
                    case "si" -> {
                        words = 0;
                        if (++shared > MOST_SHARED) {
                            throw new Unreadable(
                                    "工作簿里的文字超过 " + MOST_SHARED + " 段",
                                    "this workbook has more than " + MOST_SHARED + " texts");
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    private static List<Cell> cells(Row row, LocalDate zero) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            org.dhatim.fastexcel.reader.Cell cell = row.getCell(i);
            cells.add(cell == null ? Cell.EMPTY : cell(cell, zero));
        }
        return cells;
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell, LocalDate zero) {
        CellType type = cell.getType();
        return switch (type) {
            case NUMBER -> number(cell.asNumber(), zero);
            case ERROR, EMPTY -> Cell.EMPTY;
            case FORMULA -> formula(cell, zero);
            default -> Cell.of(cell.getText() == null ? "" : cell.getText());
        };
    }

    /** The last result counts; a number in it may be a date. */
    private static Cell formula(org.dhatim.fastexcel.reader.Cell cell, LocalDate zero) {
        String result = cell.getRawValue() == null ? "" : cell.getRawValue();
        if (result.isBlank()) {
            return new Cell("", Optional.empty(), false, true);
        }
        return result.matches("-?[0-9]{1,15}([.][0-9]{1,20})?")
                ? number(new BigDecimal(result), zero)
                : Cell.of(cell.getText() == null ? result : cell.getText());
    }

    private static Cell number(BigDecimal value, LocalDate zero) {
        BigDecimal plain = value.stripTrailingZeros();
        int day = plain.abs().compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0 ? plain.intValue() : 0;
        return new Cell(
                plain.toPlainString(),
                day > 0 ? Optional.of(zero.plusDays(day)) : Optional.empty(),
                plain.precision() - plain.scale() > EXACT_DIGITS,
                false);
    }
}
