package auditorium.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Superuser;
import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.library.Library;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** The matrix, the plan and records as workbooks and on paper. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MatrixPapersTest {

    @Inject
    Library library;

    static String production() {
        return Superuser.word(
                "select d.id::text from department d join client c on c.id = d.client_id where c.code = 'DEMO' and d.kind = 'PRD'");
    }

    @Test
    void theMatrixIsASheetOfTexts() throws IOException {
        Visitor manager = Visitor.withPassword("manager");
        byte[] bytes = manager.get(manager.at("/training/matrix/xlsx"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            List<Row> rows = book.getFirstSheet().read();
            assertEquals(121, rows.size());
            assertEquals(4 + library.catalogue().lessons().size(), rows.get(0).getCellCount());
            assertEquals("部门", rows.get(0).getCellText(0));
            assertTrue(
                    rows.stream().anyMatch(r -> r.getCellText(5).startsWith("有效 20")),
                    rows.get(3).toString());
            assertEquals(2, book.getSheets().count());
        }
        byte[] gaps = manager.get(manager.at("/training/matrix/xlsx?show=gaps&requirement=HS-05"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(gaps))) {
            assertEquals(
                    4 + library.catalogue().lessonsTeaching("HS-05").size(),
                    book.getFirstSheet().read().get(0).getCellCount());
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void theMatrixThePlanTheListAndARecordComeOnPaperInBothLanguages() throws IOException {
        Visitor manager = Visitor.withPassword("manager");
        String production = production();
        for (String lang : List.of("zh", "en")) {
            manager.get(manager.at("/training"));
            manager.post("/language", Map.of("to", lang, "back", "/"));
            String matrix = text(manager.get(manager.at("/training/matrix/pdf?department=" + production))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray());
            assertTrue(matrix.contains("李秀英"), matrix);
            assertTrue(matrix.contains("✓"), matrix);
            assertTrue(!matrix.contains("#"), "a glyph is missing");
            assertTrue(matrix.contains(lang.equals("zh") ? "培训矩阵" : "Training matrix"));
            String plan = text(manager.get(manager.at("/training/plan/pdf"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray());
            assertTrue(plan.contains(lang.equals("zh") ? "年培训计划" : "Training plan 20"), plan.substring(0, 200));
            String due = text(manager.get(manager.at("/training/due/pdf?who=all"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray());
            assertTrue(due.contains("A0317") && !due.contains("#") && !due.contains("\\u"), due);
            Matcher person = Pattern.compile("/training/people/([0-9a-f-]{36})")
                    .matcher(manager.get(manager.at("/training/matrix?department=" + production))
                            .asString());
            assertTrue(person.find());
            String record = text(manager.get(manager.at("/training/people/" + person.group(1) + "/pdf"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray());
            assertTrue(
                    record.contains(lang.equals("zh") ? "培训档案" : "Training record") && record.contains("A03"),
                    record.substring(0, 200));
            manager.get(manager.at("/training/people/" + person.group(1) + "/xlsx"))
                    .then()
                    .statusCode(200);
            manager.get(manager.at("/training/plan/xlsx")).then().statusCode(200);
        }
        manager.get(manager.at("/training"));
        manager.post("/language", Map.of("to", "zh", "back", "/"));
    }
}
