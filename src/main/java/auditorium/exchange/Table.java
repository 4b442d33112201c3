package auditorium.exchange;

import auditorium.library.content.Form;
import auditorium.platform.Text;
import auditorium.platform.tables.Cell;
import auditorium.platform.tables.Plain;
import auditorium.platform.tables.TableRows;
import auditorium.platform.tables.Unreadable;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Questions as the rows of a table. The columns {@code text}, {@code a} to {@code h}, {@code reason} and {@code unit} may come
 * twice, as {@code text_zh} and {@code text_en}; Chinese names are understood.
 */
final class Table {

    /** Takes the first row as the header and all others as questions. */
    static final class Rows implements TableRows {

        private final Consumer<Importer.Item> items;
        private @Nullable Table table;

        Rows(Consumer<Importer.Item> items) {
            this.items = items;
        }

        @Override
        public boolean row(long number, List<Cell> cells) throws Unreadable {
            List<String> texts = cells.stream().map(Cell::text).toList();
            if (table == null) {
                table = new Table(texts);
            } else {
                table.row(number, texts, items);
            }
            return true;
        }

        void requireSome() throws Unreadable {
            if (table == null) {
                throw new Unreadable("the table is empty");
            }
        }
    }

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "id", List.of("编号", "题号"),
            "type", List.of("题型", "类型"),
            "text", List.of("question", "题目", "题干", "问题"),
            "right", List.of("answer", "correct", "答案", "正确答案", "正确选项"),
            "reason", List.of("explanation", "解析", "说明", "答案解析"),
            "points", List.of("分值", "分数"),
            "tolerance", List.of("误差"),
            "unit", List.of("单位"),
            "tests", List.of("requirements", "要求", "要求编号"));

    private static final Map<String, Boolean> TRUTHS = new HashMap<>();

    static {
        List.of("true", "t", "yes", "right", "对", "是", "正确", "√", "✓").forEach(w -> TRUTHS.put(w, true));
        List.of("false", "f", "no", "wrong", "错", "否", "错误", "不对", "×", "x", "✗")
                .forEach(w -> TRUTHS.put(w, false));
    }

    private static final Pattern ARROW = Pattern.compile("\\s*(?:->|=>|→)\\s*");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[|｜;；]\\s*");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、;；]+");

    private final Map<String, Integer> columns = new HashMap<>();

    Table(List<String> header) throws Unreadable {
        for (int i = 0; i < header.size(); i++) {
            String name = column(header.get(i));
            if (!name.isEmpty() && columns.put(name, i) != null) {
                throw new Unreadable("the table has two columns “" + Plain.inReport(name) + "”");
            }
        }
        if (!has("text") || !columns.containsKey("right")) {
            throw new Unreadable("the table's first row needs the columns “text” and “right” (题目, 答案)");
        }
    }

    private boolean has(String column) {
        return columns.containsKey(column)
                || columns.containsKey(column + "_zh")
                || columns.containsKey(column + "_en");
    }

    private static String column(String heading) {
        String name = Normalizer.normalize(Plain.clean(heading), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s*]", "")
                .replaceFirst("^(选项|option|choice)(?=[a-h](_|$))", "");
        for (Map.Entry<String, List<String>> known : COLUMNS.entrySet()) {
            for (String alias : known.getValue()) {
                if (name.equals(alias) || name.startsWith(alias + "_")) {
                    return known.getKey() + name.substring(alias.length());
                }
            }
        }
        return name;
    }

    void row(long number, List<String> cells, Consumer<Importer.Item> items) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        Draft.of("row " + number, items, draft -> new Row(draft, cells).form());
    }

    /** One row as a question. */
    private final class Row {

        private final Draft draft;
        private final List<String> cells;

        Row(Draft draft, List<String> cells) {
            this.draft = draft;
            this.cells = cells;
        }

        Form form() throws Refused {
            draft.name(cell("id"));
            draft.text(text("text"));
            draft.tests(Arrays.stream(BETWEEN.split(cell("tests")))
                    .filter(t -> !t.isEmpty())
                    .toList());
            if (!cell("points").isEmpty()) {
                draft.points(cell("points"));
            }
            String right = cell("right");
            Text reason = text("reason");
            String type = cell("type").toLowerCase(Locale.ROOT);
            return switch (type.isEmpty() ? guess(right) : type) {
                case "single", "单选", "单选题", "单项选择题" -> draft.single(options(right), reason);
                case "multiple", "多选", "多选题", "多项选择题", "不定项选择题" -> draft.multiple(options(right), true, reason);
                case "truefalse", "true/false", "判断", "判断题" -> draft.trueFalse(truth(right), reason);
                case "numeric", "number", "数字", "计算题" ->
                    draft.numeric(
                            Numbers.of(right),
                            cell("tolerance").isEmpty() ? BigDecimal.ZERO : Numbers.of(cell("tolerance")),
                            text("unit"),
                            reason);
                case "text", "填空", "填空题" -> draft.shortText(Arrays.asList(SEPARATOR.split(right)), reason);
                case "ordering", "排序", "排序题" -> ordering(right, reason);
                case "matching", "连线", "连线题", "匹配", "匹配题" -> matching(reason);
                case "essay", "问答", "问答题", "简答", "简答题" -> draft.essay(Rubric.of(right.replaceAll("[|｜]", "\n")));
                default -> throw new Refused("“" + Plain.inReport(type) + "” is no type of question in a table");
            };
        }

        /** Tables often do without a column for the type. */
        private String guess(String right) throws Refused {
            if (letters().isEmpty()) {
                return TRUTHS.containsKey(right.toLowerCase(Locale.ROOT))
                        ? "truefalse"
                        : right.matches("-?[0-9]{1,12}([.][0-9]{1,6})?")
                                ? "numeric"
                                : right.isEmpty() ? "essay" : "text";
            }
            return rights(right).size() > 1 ? "multiple" : "single";
        }

        private List<String> letters() {
            return "abcdefgh"
                    .chars()
                    .mapToObj(Character::toString)
                    .filter(l -> !Plain.blank(text(l)))
                    .toList();
        }

        private List<Form.Option> options(String right) throws Refused {
            List<String> rights = rights(right);
            return letters().stream()
                    .map(l -> new Form.Option("", rights.contains(l), text(l), text(l + "_reason")))
                    .toList();
        }

        private List<String> rights(String right) throws Refused {
            List<String> rights = BETWEEN.matcher(right)
                    .replaceAll("")
                    .toLowerCase(Locale.ROOT)
                    .chars()
                    .mapToObj(Character::toString)
                    .toList();
            if (!letters().containsAll(rights)) {
                throw new Refused("its answer “" + Plain.inReport(right) + "” is none of its letters");
            }
            return rights;
        }

        private Form ordering(String right, Text reason) throws Refused {
            List<String> order = right.isEmpty() ? letters() : rights(right);
            if (order.size() != letters().size() || order.stream().distinct().count() < order.size()) {
                throw new Refused("its answer does not put every letter in order");
            }
            return draft.ordering(
                    order.stream().map(l -> new Form.Item("", text(l))).toList(), reason);
        }

        private Form matching(Text reason) throws Refused {
            List<Form.Matching.Pair> pairs = new ArrayList<>();
            for (String letter : letters()) {
                Text both = text(letter);
                String[] zh = ARROW.split(both.zh(), 2);
                String[] en = ARROW.split(both.en(), 2);
                if (zh.length < 2 || en.length < 2) {
                    throw new Refused("its pairs are not written as “left -> right”");
                }
                pairs.add(new Form.Matching.Pair("", new Text(zh[0], en[0]), new Text(zh[1], en[1])));
            }
            return draft.matching(pairs, reason);
        }

        private boolean truth(String right) throws Refused {
            Boolean is = TRUTHS.get(right.toLowerCase(Locale.ROOT));
            if (is == null) {
                throw new Refused("its answer “" + Plain.inReport(right) + "” is neither true nor false");
            }
            return is;
        }

        /** One column for both languages, or one each; where one language is empty the other stands in. */
        private Text text(String column) {
            if (columns.containsKey(column)) {
                return Plain.both(cell(column));
            }
            String zh = cell(column + "_zh");
            String en = cell(column + "_en");
            if (zh.isEmpty() != en.isEmpty()) {
                draft.note("“" + column + "” is in one language only");
            }
            return new Text(zh.isEmpty() ? en : zh, en.isEmpty() ? zh : en);
        }

        private String cell(String column) {
            int at = columns.getOrDefault(column, Integer.MAX_VALUE);
            return at < cells.size() ? Plain.clean(cells.get(at)) : "";
        }
    }
}
