package auditorium.platform.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** A list as an XLSX or text file on this disk. What it is, its first bytes say, not its name. */
public final class TableFile {

    public static final int MOST_ROWS = 20_000;
    /** What people may choose when the charset was guessed wrong. */
    public static final List<String> CHARSETS =
            List.of("UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE", "windows-1252");

    private static final long MOST_UNPACKED = 100L * 1024 * 1024;
    private static final int SAMPLE = 40;

    private final Path file;
    private final boolean workbook;

    private TableFile(Path file, boolean workbook) {
        this.file = file;
        this.workbook = workbook;
    }

    /** A row with the number that the spreadsheet gives it. */
    public record Row(long number, List<Cell> cells) {

        public List<String> texts() {
            return cells.stream().map(Cell::text).toList();
        }
    }

    /** The first rows that are not empty, at least one, and how many there are in all. */
    public record Sample(List<Row> rows, int total) {

        /** The row that holds the headings as far as {@code headingRow} can tell; the first one when none looks like it. */
        public Row headings(HeadingRow headingRow) {
            return rows.get(
                    headingRow.in(rows.stream().map(Row::texts).toList()).orElse(0));
        }

        /** The row of that number or, if it is empty, the next one; the first of all when there is none. */
        public Row from(long number) {
            return rows.stream().filter(r -> r.number() >= number).findFirst().orElse(rows.get(0));
        }

        /** How many rows stand below one of these. */
        public int below(Row row) {
            return total - rows.indexOf(row) - 1;
        }
    }

    /** Finds the row that looks like headings, counted from 0. */
    @FunctionalInterface
    public interface HeadingRow {
        Optional<Integer> in(List<List<String>> rows);
    }

    /**
     * A file as it was sent, looked through once.
     *
     * @param headings the row that seems to hold the headings
     * @param below how many rows stand below them
     */
    @SuppressWarnings("ArrayRecordComponent") // the bytes of a file, never compared
    public record Arrival(boolean workbook, byte[] bytes, String charset, Row headings, int below) {}

    /** Throws {@link Unreadable} as {@link #open} does, and when there is nothing in it or too much. */
    public static Arrival arrival(Path file, HeadingRow headingRow) throws IOException {
        TableFile table = open(file);
        String charset = table.guessedCharset();
        Sample sample = table.sample(0, charset);
        Row headings = sample.headings(headingRow);
        return new Arrival(table.workbook, Files.readAllBytes(file), charset, headings, sample.below(headings));
    }

    /** What is done with a file while it is there. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(TableFile table) throws IOException;
    }

    /** Reads one that was opened before and kept as bytes; it is on this disk only as long as that takes. */
    public static <T> T kept(byte[] bytes, boolean workbook, Reading<T> reading) throws IOException {
        Path file = Files.createTempFile("table", ".kept");
        try {
            Files.write(file, bytes);
            return reading.of(new TableFile(file, workbook));
        } finally {
            Files.delete(file);
        }
    }

    /** Throws {@link Unreadable} when it is neither a workbook nor a text, or not a safe one. */
    public static TableFile open(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(8);
        }
        if (start.length == 0) {
            throw new Unreadable("文件是空的", "the file is empty");
        }
        if (start.length >= 8 && ReadableWorkbook.isOLE2Header(start)) {
            throw new Unreadable(
                    "这是旧的 .xls 文件，或者有密码。请在 Excel 或 WPS 里另存为 .xlsx，不要加密码",
                    "this is an old .xls file or has a password; save it as .xlsx without one");
        }
        boolean zip = start.length >= 2 && start[0] == 'P' && start[1] == 'K';
        if (zip) {
            XlsxTable.check(file, MOST_UNPACKED);
        }
        return new TableFile(file, zip);
    }

    public boolean workbook() {
        return workbook;
    }

    /** The names of the sheets; none for a text. */
    public List<String> sheets() throws IOException {
        return workbook ? XlsxTable.sheets(file) : List.of();
    }

    /** What the text seems to be written in; empty for a workbook. */
    public String guessedCharset() throws IOException {
        return workbook
                ? ""
                : TextDecoding.charset(() -> Files.newInputStream(file)).name();
    }

    /** Reads to the end; refuses a list that is too long. */
    public Sample sample(int sheet, String charset) throws IOException {
        List<Row> first = new ArrayList<>();
        int[] total = {0};
        read(sheet, charset, (number, cells) -> {
            if (cells.stream().allMatch(Cell::isBlank)) {
                return true;
            }
            if (first.size() < SAMPLE) {
                first.add(new Row(number, cells));
            }
            if (++total[0] > MOST_ROWS + SAMPLE) {
                throw new Unreadable(
                        "表格超过 " + MOST_ROWS + " 行，请分成几个文件", "the list has more than " + MOST_ROWS + " rows; split it");
            }
            return true;
        });
        if (first.isEmpty()) {
            throw new Unreadable("表里没有内容", "the table is empty");
        }
        return new Sample(first, total[0]);
    }

    public void read(int sheet, String charset, TableRows rows) throws IOException {
        try {
            if (workbook) {
                XlsxTable.read(file, sheet, rows);
            } else {
                CsvTable.read(() -> Files.newInputStream(file), Charset.forName(charset), rows);
            }
        } catch (CharacterCodingException e) {
            throw new Unreadable(
                    "用 " + charset + " 读不了这个文件，请换一个编码",
                    "this file is not written in " + charset + "; choose another charset");
        }
    }
}
