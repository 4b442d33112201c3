package auditorium.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import auditorium.platform.Lang;
import auditorium.platform.tables.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class TableImportTest {

    private static final List<String> EXPECTED = List.of(
            "single [-“继续装柜” because “封条号一位也不能错。”, +“停止装柜并报告” because “封条号一位也不能错。”]",
            "multiple true [+“针” because “利器要登记。”, +“刀片” because “利器要登记。”, -“纽扣” because “利器要登记。”]",
            "false because “任何时候都不能锁。”",
            "48±0.5 “小时” because “两天。”",
            "[ISO 17712, 17712] because “国际标准。”",
            "[“看”, “核”, “拉”, “拧”] because “四个动作。”",
            "[“红” -> “禁止”, “蓝” -> “必须”, “黄” -> “注意”] because “看标志。”",
            "[2: “有负责人”, 1: “有日期”]",
            "its answer “A” is none of its letters",
            "“画图题” is no type of question in a table");

    @Test
    void everyKindOfRowIsReadOrRefused() throws IOException {
        List<Importer.Item> items = Imports.of(QuizFormat.CSV, Imports.sample("questions.csv"));
        assertEquals(EXPECTED, shown(items));
        ImportedQuestion first = items.getFirst().question().orElseThrow();
        assertEquals("broken-seal", first.name());
        assertEquals(2, first.points());
        assertEquals(List.of("SC-22"), first.tests());
        assertEquals("row 2", items.getFirst().where());
    }

    @Test
    void aWorkbookSaysTheSame() throws IOException {
        assertEquals(EXPECTED, shown(Imports.of(QuizFormat.XLSX, workbook())));
    }

    @Test
    void semicolonsAndTabsPartCellsToo() throws IOException {
        String csv = new String(Imports.sample("questions.csv"), StandardCharsets.UTF_8).replace("\"A,B\"", "AB");
        assertEquals(
                EXPECTED,
                shown(Imports.of(
                        QuizFormat.CSV, csv.replace("SC-22;SC-31", "SC-22").replace(',', ';'))));
        assertEquals(
                EXPECTED,
                shown(Imports.of(QuizFormat.CSV, csv.replace(',', '\t').replace("\n", "\r\n"))));
    }

    @Test
    void twoColumnsGiveTwoLanguages() throws IOException {
        Importer.Item item =
                Imports.item(QuizFormat.CSV, "text_zh,text_en,a_zh,a_en,b_zh,b_en,right\n停吗？,Stop?,停,Stop,走,,A\n");
        assertEquals("停吗？", item.question().orElseThrow().text().zh());
        assertEquals("Stop?", item.question().orElseThrow().text().en());
        assertEquals(List.of("“b” is in one language only", "no explanation"), item.remarks());
    }

    @Test
    void aTableWithoutItsColumnsOrWithOneTwiceIsNoTable() {
        assertThrows(Unreadable.class, () -> Imports.of(QuizFormat.CSV, "name,mail\na,b\n"));
        assertThrows(Unreadable.class, () -> Imports.of(QuizFormat.CSV, "text,题目,right\na,b,c\n"));
        assertThrows(Unreadable.class, () -> Imports.of(QuizFormat.CSV, ""));
    }

    private static List<String> shown(List<Importer.Item> items) {
        return items.stream()
                .map(i -> i.question()
                        .map(q -> Imports.shown(q.form(), Lang.ZH, false))
                        .orElseGet(() -> i.remarks().getFirst()))
                .toList();
    }

    /** The CSV sample as a workbook, numbers as numbers. */
    static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0");
                var csv = de.siegmar.fastcsv.reader.CsvReader.builder()
                        .ofCsvRecord(new InputStreamReader(
                                new ByteArrayInputStream(Imports.sample("questions.csv")), StandardCharsets.UTF_8))) {
            Worksheet sheet = book.newWorksheet("题目");
            int row = 0;
            for (var line : csv) {
                for (int i = 0; i < line.getFieldCount(); i++) {
                    String cell = line.getField(i);
                    if (cell.matches("[0-9.]+")) {
                        sheet.value(row, i, Double.valueOf(cell));
                    } else if (row % 2 == 0) {
                        sheet.value(row, i, cell);
                    } else {
                        sheet.inlineString(row, i, cell);
                    }
                }
                row++;
            }
        }
        return out.toByteArray();
    }
}
