package auditorium.clients.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import auditorium.clients.domain.RosterComparison.Action;
import auditorium.clients.domain.RosterComparison.Known;
import auditorium.library.content.DepartmentKind;
import auditorium.platform.tables.Cell;
import auditorium.platform.tables.Columns;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RosterDomainTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Columns<RosterField> COLUMNS = new Columns<>(Map.of(
            RosterField.NUMBER, 0,
            RosterField.NAME, 1,
            RosterField.DEPARTMENT, 2,
            RosterField.JOB, 3,
            RosterField.JOINED, 4,
            RosterField.LEFT, 5,
            RosterField.STATUS, 6));

    private static Columns<RosterField> recognised(String... headings) {
        return RosterColumns.recognised(List.of(headings));
    }

    @Test
    void chineseAndEnglishHeadingsAreRecognised() {
        assertEquals(
                "NUMBER=1 NAME=2 DEPARTMENT=3 JOB=4 JOINED=6 LEFT=7",
                recognised("序号", "工号", "姓名", "部门", "岗位", "手机", "入职日期", "离职日期").written());
        assertEquals(
                "NUMBER=0 NAME=1 DEPARTMENT=2 JOB=3 JOINED=4",
                recognised("Employee No.", "Full Name", "Department", "Job Title", "Date of Joining")
                        .written());
        assertEquals(
                "NUMBER=0 NAME=1 DEPARTMENT=2 JOINED=3",
                recognised("员工编号*", "姓名/Name", "所属部门 Department", "入职日期（年/月/日）").written());
        assertEquals("NUMBER=2 NAME=0", recognised("姓 名", "身份证号", "厂牌号").written());
    }

    @Test
    void theDepartmentOutranksTheWorkshopAndTheFirstOfEqualsWins() {
        assertEquals(
                Optional.of(RosterField.DEPARTMENT),
                recognised("车间", "部门", "姓名", "工号").fieldOf(1));
        assertEquals(
                Optional.of(RosterField.DEPARTMENT),
                recognised("车间", "姓名", "工号").fieldOf(0));
        assertEquals(Optional.of(RosterField.JOB), recognised("岗位", "职务", "姓名").fieldOf(0));
    }

    @Test
    void theHeadingsMayStandBelowATitle() {
        assertEquals(
                Optional.of(2),
                RosterColumns.headingRow(List.of(
                        List.of("示范工厂员工花名册"),
                        List.of("制表日期：", "2026-11-01"),
                        List.of("工号", "姓名", "部门"),
                        List.of("A1", "张三", "生产部"))));
        assertEquals(Optional.empty(), RosterColumns.headingRow(List.of(List.of("a", "b"), List.of("1", "2"))));
    }

    @Test
    void columnsAreKeptAsTheyWereWritten() {
        Cases.forAll(
                random -> {
                    Map<RosterField, Integer> at = new java.util.EnumMap<>(RosterField.class);
                    for (RosterField field : RosterField.values()) {
                        if (random.nextBoolean()) {
                            at.put(field, random.nextInt(100));
                        }
                    }
                    return new Columns<>(at);
                },
                columns -> assertEquals(columns, RosterColumns.read(columns.written())));
        assertTrue(RosterColumns.read("x=1 NUMBER=99999 =2 NAME").at().isEmpty());
    }

    private static Optional<LocalDate> date(String text) {
        return RosterDate.of(Cell.of(text));
    }

    @Test
    void daysAreReadAsFactoriesWriteThem() {
        Optional<LocalDate> day = Optional.of(LocalDate.of(2025, 3, 1));
        for (String text : List.of(
                "2025-03-01",
                "2025/3/1",
                "2025.3.1",
                "2025年3月1日",
                "2025 年 3 月 1 日",
                "20250301",
                "２０２５／３／１",
                "2025-03-01 08:30:00",
                "2025-03-01T00:00",
                "2025年3月1号")) {
            assertEquals(day, date(text), text);
        }
        assertEquals(day, RosterDate.of(new Cell("45717", day, false, false)));
        for (String text : List.of("3/1/2025", "01.03.2025", "2025-02-30", "2025年3月", "25/3/1", "去年三月", "20251399")) {
            assertEquals(Optional.empty(), date(text), text);
        }
    }

    @Test
    void anyTextIsADayOrNot() {
        Cases.forAll(RosterDomainTest::anything, text -> date(text));
    }

    private static String anything(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        String likely = "0123456789-/.年月日 ０９Ⅷ٣";
        for (int i = random.nextInt(14); i > 0; i--) {
            text.append(likely.charAt(random.nextInt(likely.length())));
        }
        return text.toString();
    }

    private static RosterLine line(long row, String... cells) {
        return RosterLine.of(row, List.of(cells).stream().map(Cell::of).toList(), COLUMNS, TODAY)
                .orElseThrow();
    }

    private static Known known(String number, String name, String department) {
        return new Known(
                new UUID(0, number.hashCode()),
                number,
                name,
                department,
                "车缝",
                LocalDate.of(2024, 1, 1),
                Optional.empty(),
                false,
                true);
    }

    private static RosterComparison.Verdict verdict(RosterLine line, Known... known) {
        return new RosterComparison(List.of(known), Optional.empty(), TODAY).compare(line, line.department());
    }

    private static List<RosterRemark.Kind> kinds(RosterComparison.Verdict verdict) {
        return verdict.remarks().stream().map(RosterRemark::kind).toList();
    }

    @Test
    void aBlankRowAndTheSumAreNobody() {
        for (String first : List.of("", "  ", "合计：120 人", "Total 120")) {
            assertTrue(
                    RosterLine.of(9, List.of(Cell.of(first), Cell.EMPTY), COLUMNS, TODAY)
                            .isEmpty(),
                    first);
        }
    }

    @Test
    void whatIsMissingOrSpoiltIsNamed() {
        assertEquals(
                List.of(
                        RosterRemark.Kind.NUMBER_MISSING,
                        RosterRemark.Kind.DEPARTMENT_MISSING,
                        RosterRemark.Kind.JOINED_MISSING),
                kinds(verdict(line(2, "", "张三"))));
        assertEquals(List.of(RosterRemark.Kind.NAME_MISSING), kinds(verdict(line(2, "A1", "", "生产", "", "2024-1-1"))));
        assertEquals(
                List.of(RosterRemark.Kind.DATE_UNKNOWN), kinds(verdict(line(2, "A1", "张三", "生产", "", "3/1/2024"))));
        assertEquals(List.of(RosterRemark.Kind.DATE_ODD), kinds(verdict(line(2, "A1", "张三", "生产", "", "1905-07-17"))));
        Cell spoilt = new Cell("440106199001011200", Optional.empty(), true, false);
        RosterLine rounded = RosterLine.of(
                        2,
                        List.of(spoilt, Cell.of("张三"), Cell.of("生产"), Cell.EMPTY, Cell.of("2024-1-1")),
                        COLUMNS,
                        TODAY)
                .orElseThrow();
        assertEquals(List.of(RosterRemark.Kind.NUMBER_ROUNDED), kinds(verdict(rounded)));
        RosterLine formula = RosterLine.of(
                        2,
                        List.of(
                                new Cell("", Optional.empty(), false, true),
                                Cell.of("张三"),
                                Cell.of("生产"),
                                Cell.EMPTY,
                                Cell.of("2024-1-1")),
                        COLUMNS,
                        TODAY)
                .orElseThrow();
        assertEquals(List.of(RosterRemark.Kind.FORMULA_EMPTY), kinds(verdict(formula)));
        assertEquals(Action.FAULT, verdict(formula).action());
    }

    @Test
    void theSameNumberTwiceIsAFaultOfTheSecondRow() {
        RosterComparison comparison = new RosterComparison(List.of(), Optional.of(TODAY), TODAY);
        assertEquals(
                Action.NEW, comparison.compare(line(2, "A1", "张三", "生产"), "生产").action());
        RosterComparison.Verdict second = comparison.compare(line(7, "A1", "李四", "生产"), "生产");
        assertEquals(Action.FAULT, second.action());
        assertEquals("2", second.remarks().getFirst().detail());
    }

    @Test
    void whatIsNotGivenChangesNothing() {
        Known zhang = known("A1", "张三", "生产");
        assertEquals(Action.SAME, verdict(line(2, "A1", "张三"), zhang).action());
        assertEquals(
                Action.SAME,
                verdict(line(2, "A1", "张三", "生产", "车缝", "2024/1/1"), zhang).action());
        assertEquals(Action.CHANGE, verdict(line(2, "A1", "张三", "仓库"), zhang).action());
        assertEquals(
                Action.CHANGE, verdict(line(2, "A1", "张三", "", "质检"), zhang).action());
        RosterComparison.Verdict renamed = verdict(line(2, "A1", "李四", "生产"), zhang);
        assertEquals(Action.CHANGE, renamed.action());
        assertEquals(List.of(RosterRemark.Kind.NAME_CHANGES), kinds(renamed));
    }

    @Test
    void zerosThatASpreadsheetDroppedDoNotMakeASecondPerson() {
        RosterComparison.Verdict verdict =
                verdict(line(2, "317", "李秀英", "生产", "", "2024-1-1"), known("00317", "李秀英", "生产"));
        assertEquals(Action.FAULT, verdict.action());
        assertEquals(List.of(RosterRemark.Kind.ZEROS_LOST), kinds(verdict));
        assertEquals("00317", verdict.remarks().getFirst().detail());
        assertEquals(
                Action.NEW,
                verdict(line(2, "317", "别人", "生产", "", "2024-1-1"), known("00317", "李秀英", "生产"))
                        .action());
    }

    @Test
    void leavingComingBackAndNumbersThatWereGivenAgain() {
        Known here = known("A1", "张三", "生产");
        RosterComparison.Verdict leaves = verdict(line(2, "A1", "张三", "", "", "", "2026-10-31"), here);
        assertEquals(Action.LEAVE, leaves.action());
        assertEquals(Optional.of(LocalDate.of(2026, 10, 31)), leaves.leftOn());
        assertEquals(
                Optional.of(TODAY),
                verdict(line(2, "A1", "张三", "", "", "", "", "离职"), here).leftOn());
        assertEquals(
                Action.SAME,
                verdict(line(2, "A1", "张三", "", "", "", "2026-12-31"), here).action());
        Known gone = new Known(
                here.id(), "A1", "张三", "生产", "", here.joinedOn(), Optional.of(LocalDate.of(2026, 5, 1)), false, true);
        assertEquals(
                Action.GONE,
                verdict(line(2, "A1", "张三", "", "", "", "2026-05-01"), gone).action());
        assertEquals(Action.CAME_BACK, verdict(line(2, "A1", "张三"), gone).action());
        assertEquals(List.of(RosterRemark.Kind.NUMBER_REUSED), kinds(verdict(line(2, "A1", "王五"), gone)));
        assertEquals(
                Action.GONE,
                verdict(line(2, "B9", "从没见过", "", "", "", "", "已离职")).action());
        Known chief = new Known(here.id(), "A1", "张三", "生产", "", here.joinedOn(), Optional.empty(), false, false);
        assertEquals(
                List.of(RosterRemark.Kind.NOT_YOURS),
                kinds(verdict(line(2, "A1", "张三", "", "", "", "2026-10-31"), chief)));
    }

    @Test
    void aListThatWasTakenChangesNothingTheSecondTime() {
        Cases.forAll(
                random -> line(
                        2,
                        "A" + random.nextInt(9),
                        "张三",
                        random.nextBoolean() ? "生产" : "仓库",
                        random.nextBoolean() ? "" : "车缝",
                        random.nextBoolean() ? "" : "2024-0" + (1 + random.nextInt(9)) + "-1"),
                line -> {
                    RosterComparison.Verdict first =
                            new RosterComparison(List.of(), Optional.of(TODAY), TODAY).compare(line, line.department());
                    assertEquals(Action.NEW, first.action());
                    Known taken = new Known(
                            new UUID(0, 1),
                            line.number(),
                            line.name(),
                            line.department(),
                            line.job(),
                            line.joinedOn().orElse(TODAY),
                            Optional.empty(),
                            line.leads().orElse(false),
                            true);
                    assertEquals(Action.SAME, verdict(line, taken).action());
                });
    }

    @Test
    void remarksAndChoicesAreKeptAsTheyWere() {
        List<RosterRemark> remarks = List.of(
                RosterRemark.of(RosterRemark.Kind.NAME_CHANGES, "张|三 \" <b>"),
                RosterRemark.of(RosterRemark.Kind.NAME_MISSING));
        assertEquals(remarks, RosterRemark.read(RosterRemark.written(remarks)));
        RosterChoices choices = new RosterChoices(
                Map.of(
                        "一车间", new RosterChoices.Choice.New(DepartmentKind.PRD),
                        "仓 库", new RosterChoices.Choice.Known(new UUID(7, 7))),
                Optional.of(TODAY));
        assertEquals(choices, RosterChoices.read(choices.written()));
        assertFalse(RosterChoices.Choice.of("CONSULTANT").isPresent());
    }

    @Test
    void aDepartmentsNameTellsItsKind() {
        assertEquals(DepartmentKind.WHS, KindGuess.of("成品仓"));
        assertEquals(DepartmentKind.QA, KindGuess.of("品质部"));
        assertEquals(DepartmentKind.EHS, KindGuess.of("安全环保部"));
        assertEquals(DepartmentKind.SEC, KindGuess.of("保安队"));
        assertEquals(DepartmentKind.HR, KindGuess.of("行政人事部"));
        assertEquals(DepartmentKind.IT, KindGuess.of("IT"));
        assertEquals(DepartmentKind.PRD, KindGuess.of("三车间"));
        assertEquals(DepartmentKind.PRD, KindGuess.of("Thread cutting"));
    }
}
