package auditorium.lists.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Severity;
import auditorium.platform.tables.Cell;
import auditorium.platform.tables.Columns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ListReadingTest {

    private static Columns<ListField> columns(String... headings) {
        return ListColumns.recognised(List.of(headings));
    }

    private static ListLine line(Columns<ListField> columns, String... cells) {
        return ListLine.of(List.of(cells).stream().map(Cell::of).toList(), columns, "above")
                .orElseThrow();
    }

    @Test
    void headingsInEitherLanguageOrBothAreUnderstood() {
        assertEquals(
                Map.of(ListField.REFERENCE, 0, ListField.SECTION, 1, ListField.ZH, 2, ListField.GRADE, 3),
                columns("条款号", "章节", "检查内容", "严重程度").at());
        assertEquals(
                Map.of(ListField.REFERENCE, 0, ListField.EN, 1, ListField.GRADE, 2),
                columns("No.", "Requirement", "Criticality").at());
        assertEquals(
                Map.of(ListField.ZH, 0, ListField.EN, 1),
                columns("中文/Chinese", "英文 English").at());
    }

    @Test
    void titlesAboveTheHeadingsArePassedOver() {
        assertEquals(
                Optional.of(2),
                ListColumns.headingRow(List.of(
                        List.of("Supplier checklist 2026"),
                        List.of("", "v3"),
                        List.of("Ref", "Question", "Severity"))));
    }

    @Test
    void aTextGoesToTheLanguageThatItIsWrittenIn() {
        ListLine english = line(columns("编号", "内容"), "1", "Exits are free");
        assertEquals("Exits are free", english.en());
        assertEquals("", english.zh());
        assertEquals("出口畅通", line(columns("No", "Requirement"), "1", "出口畅通").zh());
        assertEquals("above", english.section());
    }

    @Test
    void aRowWithoutATextIsNoLine() {
        assertTrue(ListLine.of(List.of(Cell.of("3"), Cell.of(" ")), columns("No", "Requirement"), "")
                .isEmpty());
    }

    @Test
    void gradesAreReadAndWhatIsNotKnownIsNone() {
        assertEquals(Optional.of(Severity.ZERO_TOLERANCE), Grades.read("Zero-tolerance (ZT)"));
        assertEquals(Optional.of(Severity.CRITICAL), Grades.read(" 关键项 "));
        assertEquals(Optional.of(Severity.MAJOR), Grades.read("MAJ"));
        assertEquals(Optional.of(Severity.MINOR), Grades.read("minor issue"));
        assertEquals(Optional.empty(), Grades.read("B2"));
        assertEquals(Optional.empty(), Grades.read(""));
        for (Severity grade : Severity.values()) {
            assertEquals(Optional.of(grade), Grades.read(Grades.name(grade).zh()));
            assertEquals(Optional.of(grade), Grades.read(Grades.name(grade).en()));
        }
    }

    @Test
    void whatAListSaysAboutOurRequirementsIsKeptAsItIsWritten() {
        Wanted wanted = Wanted.read("SC-22，X-0012;x nonsense", "生产、QA", "warehouse");
        assertEquals(List.of("SC-22", "X-0012", "X"), wanted.keys());
        assertEquals(List.of(DepartmentKind.PRD, DepartmentKind.QA), wanted.kinds());
        assertEquals(wanted, Wanted.kept(wanted.written()));
        assertEquals(Wanted.NOTHING_SAID, Wanted.kept(Wanted.read("", "HR", "").written()));
    }

    @Test
    void theNearestRequirementComesFirstInEitherLanguage() {
        Resemblance resemblance = resemblance(Map.of(
                "HS-05", "消防演练 每年至少组织两次消防疏散演练并保存记录\nFire drills are held twice a year and recorded",
                "SC-22", "集装箱封条 装货后用高安全封条封箱并核对号码\nContainers are sealed with high-security seals after loading",
                "SR-01", "不使用童工 招聘时核对年龄证明\nNo child labour: age is verified when hiring"));
        assertEquals("HS-05", first(resemblance, "Evacuation drill with fire alarm takes place two times per year"));
        assertEquals("SC-22", first(resemblance, "装货完成后是否使用高安全封条？"));
        assertEquals("SR-01", first(resemblance, "工厂核对员工年龄 Age of workers is verified"));
        assertTrue(resemblance.like("Passwords are changed", 3, 15).isEmpty());
        assertEquals(
                100, resemblance.like("消防演练 每年至少组织两次消防疏散演练并保存记录", 1, 1).get(0).percent());
    }

    private static Resemblance resemblance(Map<String, String> texts) {
        Map<String, List<Resemblance.Part>> parts = new TreeMap<>();
        texts.forEach((key, words) -> parts.put(key, List.of(new Resemblance.Part(words, 1))));
        return new Resemblance(parts);
    }

    @Test
    void whatStandsInTheTitleCountsMore() {
        Resemblance resemblance = new Resemblance(Map.of(
                "A", List.of(new Resemblance.Part("visitor badges", 2), new Resemblance.Part("at the gate", 1)),
                "B", List.of(new Resemblance.Part("gate opening hours", 2), new Resemblance.Part("visitor badges", 1)),
                "C", List.of(new Resemblance.Part("something else", 1))));
        assertEquals("A", first(resemblance, "badges of visitors"));
    }

    private static String first(Resemblance resemblance, String words) {
        return resemblance.like(words, 3, 10).get(0).key();
    }
}
