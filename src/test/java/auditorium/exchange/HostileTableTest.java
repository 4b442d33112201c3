package auditorium.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.platform.tables.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** HT21, and the same for workbooks. */
class HostileTableTest {

    private static final String HEADER = "text,a,b,right\n";

    @Test
    void aQuoteThatNeverEndsAndACellWithoutEndAreRefused() {
        refused(HEADER + "\"What?,x,y,A\n" + "z,x,y,A\n".repeat(10));
        refused(HEADER + "x".repeat(5_000_000) + ",x,y,A\n");
        refused("x".repeat(5_000_000));
        refused(HEADER + ",".repeat(1_000_000));
    }

    private static void refused(String csv) {
        assertThrows(Unreadable.class, () -> Imports.of(QuizFormat.CSV, csv));
    }

    @Test
    void mixedLineEndsShortRowsAndEmptyRowsAreFine() throws IOException {
        assertEquals(
                2,
                Imports.of(QuizFormat.CSV, HEADER + "One?,x,y,A\r\n\r\n,,,\rTwo?,x,y,B")
                        .size());
        assertTrue(Imports.item(QuizFormat.CSV, HEADER + "One?\n").question().isPresent()); // an essay
    }

    @Test
    void aFormulaIsText() throws IOException {
        ImportedQuestion q = Imports.question(QuizFormat.CSV, HEADER + "\"=HYPERLINK(\"\"x\"\")\",@a,+b,A\n");
        assertEquals("=HYPERLINK(\"x\")", q.text().en());
    }

    @Test
    void hugeNumbersAreRefusedAtOnce() throws IOException {
        for (String number : List.of("1E999999999", "9".repeat(1000), "1E-999999999", "NaN")) {
            assertTrue(Imports.why(QuizFormat.CSV, "type,text,right\nnumeric,How many?," + number + "\n")
                    .contains("is no number"));
        }
    }

    @Test
    void aWorkbookWithADocumentTypeIsRefused() {
        refused(sheet("<!DOCTYPE x><worksheet><sheetData/></worksheet>"));
    }

    @Test
    void aCellThatClaimsToStandFarOutsideIsRefused() {
        refused(
                sheet(
                        "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZZ1\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData></worksheet>"));
    }

    @Test
    void aCellWithTheLengthOfABookIsRefused() {
        StringBuilder runs = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            runs.append("<r><t>")
                    .append(Integer.toString(i * 7919, 36).repeat(30))
                    .append("</t></r>");
        }
        refused(sheet("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>" + runs
                + "</is></c></row></sheetData></worksheet>"));
    }

    @Test
    void aWorkbookWithoutStylesIsRead() throws IOException {
        byte[] book = sheet(
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>题目</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>答案</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>门要能开</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>对</t></is></c></row></sheetData></worksheet>");
        assertEquals(1, Imports.of(QuizFormat.XLSX, book).size());
    }

    @Test
    void aWorkbookWithoutPartsOrWithNonsenseIsRefused() {
        refused(Zips.of(Map.of("xl/workbook.xml", new byte[0])));
        refused(Zips.of(Map.of("x", new byte[0])));
        refused(sheet(
                "<worksheet><sheetData><row r=\"x\"><c r=\"A1\" t=\"s\"><v>99</v></c></row></sheetData></worksheet>"));
        refused(sheet("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>x</v></c></row></sheetData></worksheet>"));
        refused("PK".getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(byte[] book) {
        assertThrows(Unreadable.class, () -> Imports.of(QuizFormat.XLSX, book));
    }

    private static byte[] sheet(String sheet) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        String packages = "http://schemas.openxmlformats.org/package/2006/";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        parts.put("[Content_Types].xml", bytes("<Types xmlns=\"" + packages + "content-types\"/>"));
        parts.put(
                "_rels/.rels",
                bytes("<Relationships xmlns=\"" + packages + "relationships\"><Relationship Id=\"r1\" Type=\"" + office
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                bytes("<Relationships xmlns=\"" + packages + "relationships\"><Relationship Id=\"r1\" Type=\"" + office
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
        parts.put(
                "xl/workbook.xml",
                bytes("<workbook xmlns:r=\"" + office
                        + "\"><sheets><sheet name=\"x\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
        parts.put("xl/worksheets/sheet1.xml", bytes(sheet));
        return Zips.of(parts);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
