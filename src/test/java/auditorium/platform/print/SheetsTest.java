package auditorium.platform.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** Sheets for Excel and WPS: what goes in comes out, and no text ever runs. */
class SheetsTest {

    private static final List<Sheets.Column> HEADS =
            List.of(new Sheets.Column("姓名", 14), new Sheets.Column("日期", 12), new Sheets.Column("分数", 8));

    private static List<Row> rows(byte[] book, int sheet) throws IOException {
        try (ReadableWorkbook read =
                new ReadableWorkbook(new ByteArrayInputStream(book), new ReadingOptions(true, false))) {
            return read.getSheet(sheet).orElseThrow().read();
        }
    }

    private static String part(byte[] book, String name) throws IOException {
        Path file = Files.createTempFile("book", ".xlsx");
        try {
            Files.write(file, book);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void textsDatesAndNumbersKeepWhatTheyAre() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheets book = new Sheets(out)) {
            book.sheet("培训记录 [2026/11]", HEADS);
            book.row("李秀英", LocalDate.of(2026, 11, 22), 87);
            book.row("王芳", LocalDateTime.of(2026, 11, 22, 8, 30), new BigDecimal("87.5"));
            book.row("110101199001011234", null, 12L);
            book.sheet("第二张", HEADS);
            book.row("x", null, null);
        }
        List<Row> rows = rows(out.toByteArray(), 0);
        assertEquals("姓名", rows.get(0).getCellText(0));
        assertEquals("李秀英", rows.get(1).getCellText(0));
        assertEquals(LocalDate.of(2026, 11, 22), rows.get(1).getCell(1).asDate().toLocalDate());
        assertEquals(
                LocalDateTime.of(2026, 11, 22, 8, 30), rows.get(2).getCell(1).asDate());
        assertEquals(new BigDecimal("87.5"), rows.get(2).getCell(2).asNumber());
        assertEquals(CellType.STRING, rows.get(3).getCell(0).getType());
        assertEquals("110101199001011234", rows.get(3).getCellText(0));
        assertEquals("x", rows(out.toByteArray(), 1).get(1).getCellText(0));
        String sheet = part(out.toByteArray(), "xl/worksheets/sheet1.xml");
        assertTrue(sheet.contains("state=\"frozen\""), "the heads stay in sight");
        assertTrue(sheet.contains("<autoFilter ref=\"A1:C4\""), "each column can be filtered");
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertEquals("培训记录  2026 11", read.getFirstSheet().getName());
        }
    }

    @Test
    void noTextBecomesAFormula() throws IOException {
        List<String> hostile = List.of(
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "＝1+1",
                "=HYPERLINK(\"http://x\")",
                "=cmd|' /C calc'!A0");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheets book = new Sheets(out)) {
            book.sheet("=1+1", List.of(new Sheets.Column("=2+2", 10)));
            hostile.forEach(book::row);
        }
        List<Row> rows = rows(out.toByteArray(), 0);
        for (int i = 0; i < hostile.size(); i++) {
            assertEquals(CellType.STRING, rows.get(i + 1).getCell(0).getType(), hostile.get(i));
            assertEquals(
                    hostile.get(i).strip(),
                    rows.get(i + 1).getCell(0).asString().strip());
        }
        String sheet = part(out.toByteArray(), "xl/worksheets/sheet1.xml");
        assertTrue(!sheet.contains("<f>"), "no cell has a formula");
        assertTrue(part(out.toByteArray(), "xl/styles.xml").contains("numFmtId=\"49\"")
                || part(out.toByteArray(), "xl/styles.xml").contains("formatCode=\"@\""));
    }

    @Test
    void rowsGoOutWhileTheyAreWritten() throws IOException {
        long[] counted = {0, 0};
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                counted[0]++;
            }

            @Override
            public void write(byte[] b, int off, int len) {
                counted[0] += len;
            }
        };
        try (Sheets book = new Sheets(counting)) {
            book.sheet("全部", HEADS);
            for (int i = 0; i < 20_000; i++) {
                book.row("人 " + i, LocalDate.of(2026, 11, 22), i);
                if (i == 10_000) {
                    counted[1] = counted[0];
                }
            }
        }
        assertTrue(counted[1] > 20_000, "half-way " + counted[1] + " of " + counted[0] + " bytes had gone out");
    }

    @Test
    void anEmptyBookAndAnEmptySheetOpen() throws IOException {
        ByteArrayOutputStream none = new ByteArrayOutputStream();
        new Sheets(none).close();
        assertEquals(0, rows(none.toByteArray(), 0).size());
        ByteArrayOutputStream heads = new ByteArrayOutputStream();
        try (Sheets book = new Sheets(heads)) {
            book.sheet("空", HEADS);
        }
        assertEquals(1, rows(heads.toByteArray(), 0).size());
    }
}
