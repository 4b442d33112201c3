package auditorium.improvement;

import auditorium.improvement.domain.CapRow;
import auditorium.library.Catalogue;
import auditorium.library.content.Requirement;
import auditorium.library.content.Severity;
import auditorium.library.content.TaskTemplate;
import auditorium.lists.ClientLibrary;
import auditorium.platform.Lang;
import auditorium.platform.Text;
import auditorium.platform.print.Sheets;
import auditorium.platform.tables.Cell;
import auditorium.platform.tables.Plain;
import auditorium.platform.tables.Unreadable;
import auditorium.platform.tables.XlsxTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The corrective action plan as a workbook: written for people, and read again by the keys of its rows and the heads of its columns. */
@ApplicationScoped
class CapSheet {

    private static final long MOST_UNPACKED = 40L << 20;

    private final ClientLibrary library;

    CapSheet(ClientLibrary library) {
        this.library = library;
    }

    /** The columns. Those that {@code changes} are read again; the others are there to be read by people. */
    enum Column {
        KEY("行号（不要改）", "Row key (do not change)", 14, true),
        FINDING("发现", "Finding", 8, false),
        REQUIREMENT("要求", "Requirement", 9, false),
        REQUIREMENT_TITLE("要求名称", "What it asks", 24, false),
        DEPARTMENT("部门", "Department", 10, false),
        GRADE("等级", "Grade", 10, false),
        FACT("看到什么", "What was seen", 36, false),
        CONTAINMENT("先控制（可改）", "Containment (may change)", 30, true),
        WHYS("五个为什么，一行一个（可改）", "Five whys, one a line (may change)", 36, true),
        CAUSE("根本原因编号（可改）", "Root cause id (may change)", 14, true),
        CAUSE_TITLE("根本原因", "Root cause", 20, false),
        KIND("种类", "Kind", 10, false),
        TASK("任务", "Task", 26, false),
        ACTION("怎么做", "How", 40, false),
        CLOSES_WITH("验证方法", "Verification method", 30, false),
        OWNER("负责人工号（可改）", "Owner's number (may change)", 12, true),
        OWNER_NAME("负责人", "Owner", 10, false),
        DUE("完成日期（可改）", "Due (may change)", 12, true),
        STATE("状态", "State", 10, false),
        CHECK_ON("效果检查", "Effectiveness check", 12, false),
        REASON("改动原因", "Reason for the change", 24, true);

        private final Text head;
        private final double width;
        private final boolean changes;

        Column(String zh, String en, double width, boolean changes) {
            head = new Text(zh, en);
            this.width = width;
            this.changes = changes;
        }
    }

    byte[] write(List<CapReport.Row> rows, Lang lang) {
        Catalogue catalogue = library.catalogue();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheets book = new Sheets(out)) {
            book.sheet(
                    new Text("整改计划", "Corrective action plan").in(lang),
                    Arrays.stream(Column.values())
                            .map(c -> new Sheets.Column(c.head.in(lang), c.width))
                            .toList());
            for (CapReport.Row r : rows) {
                book.row(
                        r.key(),
                        r.label(),
                        r.requirement(),
                        catalogue
                                .requirement(r.requirement())
                                .map(Requirement::title)
                                .map(t -> t.in(lang))
                                .orElse(""),
                        r.department(),
                        grade(r.grade()).in(lang),
                        r.fact(),
                        r.containment(),
                        r.whys(),
                        r.cause(),
                        cause(catalogue, r.cause(), lang),
                        r.kind().isEmpty() ? "" : kind(r.kind()).in(lang),
                        r.title(),
                        r.action(),
                        r.closesWith(),
                        r.owner(),
                        r.ownerName(),
                        r.due(),
                        state(r.state()).in(lang),
                        r.checkOn(),
                        "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String cause(Catalogue catalogue, String id, Lang lang) {
        return catalogue.cause(id).map(c -> FindingSheet.name(c, lang)).orElse("");
    }

    static Text grade(String grade) {
        return switch (Severity.valueOf(grade)) {
            case ZERO_TOLERANCE -> new Text("零容忍", "Zero tolerance");
            case CRITICAL -> new Text("关键", "Critical");
            case MAJOR -> new Text("严重", "Major");
            case MINOR -> new Text("轻微", "Minor");
        };
    }

    static Text kind(String kind) {
        return switch (TaskTemplate.Kind.valueOf(kind)) {
            case CONTAINMENT -> new Text("先控制", "Containment");
            case CORRECTION -> new Text("纠正", "Correction");
            case CORRECTIVE -> new Text("纠正措施", "Corrective");
            case PREVENTIVE -> new Text("预防措施", "Preventive");
            case TRAINING -> new Text("培训", "Training");
        };
    }

    static Text state(String state) {
        return switch (state) {
            case "OPEN" -> new Text("待开始", "To start");
            case "IN_PROGRESS" -> new Text("进行中", "In progress");
            case "DONE" -> new Text("待验证", "To verify");
            case "VERIFIED" -> new Text("已验证", "Verified");
            default -> new Text("", "");
        };
    }

    /** What may be changed of a row, as it stands now. */
    static CapRow now(CapReport.Row r) {
        return new CapRow(
                0,
                r.key(),
                r.finding().toString(),
                Plain.clean(r.containment()),
                r.cause(),
                Plain.clean(r.whys()),
                r.owner(),
                r.due() == null ? "" : r.due().toString(),
                "");
    }

    /**
     * The rows of a workbook that came back.
     *
     * @throws Unreadable when it is no workbook of ours, in words for who sent it
     */
    static List<CapRow> read(byte[] workbook) throws IOException {
        Path file = Files.createTempFile("cap", ".xlsx");
        try {
            Files.write(file, workbook);
            XlsxTable.check(file, MOST_UNPACKED);
            List<CapRow> rows = new ArrayList<>();
            Map<Column, Integer> places = new EnumMap<>(Column.class);
            XlsxTable.read(file, 0, (number, cells) -> {
                if (places.isEmpty()) {
                    heads(cells, places);
                } else if (cells.stream().anyMatch(c -> !c.isBlank())) {
                    rows.add(row(number, cells, places));
                }
                return rows.size() <= CapReport.MOST_ROWS;
            });
            if (places.isEmpty()) {
                throw new Unreadable("这个表是空的", "this sheet is empty");
            }
            if (rows.size() > CapReport.MOST_ROWS) {
                throw new Unreadable("行数太多，最多 3000 行", "too many rows; the most is 3,000");
            }
            return rows;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void heads(List<Cell> cells, Map<Column, Integer> places) throws Unreadable {
        for (Column column : Column.values()) {
            for (int i = 0; i < cells.size(); i++) {
                String head = cells.get(i).text().strip();
                if (head.equals(column.head.zh()) || head.equals(column.head.en())) {
                    places.putIfAbsent(column, i);
                }
            }
            if (column.changes && !places.containsKey(column)) {
                throw new Unreadable(
                        "缺少一列：" + column.head.zh() + "。请用从这里导出的表。",
                        "a column is missing: " + column.head.en() + ". Use a sheet that was exported here.");
            }
        }
    }

    private static CapRow row(long number, List<Cell> cells, Map<Column, Integer> places) {
        Cell due = cell(cells, places, Column.DUE);
        return new CapRow(
                number,
                text(cells, places, Column.KEY),
                "",
                text(cells, places, Column.CONTAINMENT),
                text(cells, places, Column.CAUSE),
                text(cells, places, Column.WHYS),
                text(cells, places, Column.OWNER),
                Optional.of(due).flatMap(Cell::date).map(Object::toString).orElseGet(() -> Plain.clean(due.text())),
                text(cells, places, Column.REASON));
    }

    private static String text(List<Cell> cells, Map<Column, Integer> places, Column column) {
        return Plain.clean(cell(cells, places, column).text());
    }

    private static Cell cell(List<Cell> cells, Map<Column, Integer> places, Column column) {
        int place = places.getOrDefault(column, -1);
        return place < 0 || place >= cells.size() ? Cell.EMPTY : cells.get(place);
    }
}
