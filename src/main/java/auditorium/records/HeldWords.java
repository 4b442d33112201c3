package auditorium.records;

import auditorium.library.Catalogue;
import auditorium.library.content.Lesson;
import auditorium.library.content.Quiz;
import auditorium.library.content.Requirement;
import auditorium.platform.Lang;
import auditorium.platform.Text;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is held about somebody in words for that person; the file for other programs keeps codes and ids. */
final class HeldWords {

    private static final Map<String, Text> WORDS = Map.ofEntries(
            Map.entry("SELF", new Text("自己学", "own study")),
            Map.entry("SESSION", new Text("面授", "session")),
            Map.entry("LINE", new Text("班组短训", "talk on the line")),
            Map.entry("IMPORTED", new Text("导入", "imported")),
            Map.entry("CONFORMS", new Text("符合", "conforms")),
            Map.entry("PARTLY", new Text("部分符合", "partly")),
            Map.entry("FAILS", new Text("不符合", "fails")),
            Map.entry("NOT_APPLICABLE", new Text("不适用", "not applicable")),
            Map.entry("NOT_CHECKED", new Text("没查到", "not checked")),
            Map.entry("DOCUMENT", new Text("查文件", "documents")),
            Map.entry("INTERVIEW", new Text("访谈", "interview")),
            Map.entry("SITE", new Text("看现场", "on site")),
            Map.entry("VERIFICATION", new Text("验证", "verification")),
            Map.entry("OPEN", new Text("待开始", "to do")),
            Map.entry("OPENED", new Text("提出", "opened")),
            Map.entry("STARTED", new Text("开始", "started")),
            Map.entry("IN_PROGRESS", new Text("进行中", "in progress")),
            Map.entry("REPORTED", new Text("报告做完", "reported done")),
            Map.entry("DONE", new Text("待验证", "to be verified")),
            Map.entry("VERIFIED", new Text("已验证", "verified")),
            Map.entry("REOPENED", new Text("重新打开", "reopened")),
            Map.entry("CLOSED", new Text("关闭", "closed")),
            Map.entry("CANCELLED", new Text("取消", "cancelled")),
            Map.entry("SEEN_AGAIN", new Text("又看到一次", "seen again")),
            Map.entry("CONFIRMED", new Text("效果确认", "effect confirmed")),
            Map.entry("FAILED", new Text("没有效果", "no effect")),
            Map.entry("CAME_BACK", new Text("回来", "came back")),
            Map.entry("HANDED_OVER", new Text("转交", "handed over")),
            Map.entry("REMARKED", new Text("备注", "remarked")),
            Map.entry("JOINED", new Text("入职", "joined")),
            Map.entry("MOVED", new Text("调动", "moved")),
            Map.entry("LEFT", new Text("离开", "left")),
            Map.entry("PRESENT", new Text("到场", "present")),
            Map.entry("ABSENT", new Text("没到", "absent")),
            Map.entry("QR", new Text("扫码", "code scanned")),
            Map.entry("HAND", new Text("讲师登记", "entered by the trainer")),
            Map.entry("RULE", new Text("培训规则", "training rule")),
            Map.entry("RENEWAL", new Text("到期再学", "renewal")),
            Map.entry("REVISION", new Text("课有改动", "lesson changed")),
            Map.entry("MOVE", new Text("调岗", "change of place")),
            Map.entry("FINDING", new Text("又出问题", "finding")),
            Map.entry("LESSON_DUE", new Text("课快到期", "lesson due")),
            Map.entry("LESSON_LATE", new Text("课晚了", "lesson late")),
            Map.entry("TASK_DUE", new Text("任务快到期", "task due")),
            Map.entry("TASK_LATE", new Text("任务晚了", "task late")),
            Map.entry("WORKER", new Text("工人", "worker")),
            Map.entry("DEPARTMENT_MANAGER", new Text("部门主管", "department manager")),
            Map.entry("FACTORY_MANAGER", new Text("工厂经理", "factory manager")),
            Map.entry("CONSULTANT", new Text("顾问", "consultant")),
            Map.entry("session", new Text("登录", "sign-in")),
            Map.entry("device", new Text("设备", "device")),
            Map.entry("email", new Text("邮箱", "e-mail")),
            Map.entry("calendar", new Text("日历", "calendar")),
            Map.entry("zh", new Text("中文", "Chinese")),
            Map.entry("en", new Text("英文", "English")));

    private static final Set<String> CODED =
            Set.of("source", "result", "method", "state", "kind", "language", "attended", "how", "cause", "role");
    private static final Set<String> BOTH = Set.of("department", "course", "title");
    /** Kept as hundredths of a point. */
    private static final Set<String> POINTS = Set.of("earned", "possible");

    private HeldWords() {}

    /** The value of a column for {@code lang}; what has no words of its own stays as it is. */
    static String of(String column, String value, Catalogue catalogue, Lang lang) {
        if (value.isEmpty()) {
            return value;
        }
        if (CODED.contains(column)) {
            return WORDS.getOrDefault(value, new Text(value, value)).in(lang);
        }
        if (POINTS.contains(column) && value.matches("[0-9]+")) {
            return new BigDecimal(value).movePointLeft(2).stripTrailingZeros().toPlainString();
        }
        if (BOTH.contains(column)) {
            int at = value.indexOf(" / ");
            return at < 0 ? value : lang == Lang.ZH ? value.substring(0, at) : value.substring(at + 3);
        }
        return switch (column) {
            case "lessons" ->
                Arrays.stream(value.split(" ", -1))
                        .map(id -> of("lesson", id, catalogue, lang))
                        .collect(Collectors.joining(lang.comma()));
            case "lesson" ->
                catalogue.lesson(value).map(Lesson::title).map(t -> t.in(lang)).orElse(value);
            case "quiz" ->
                catalogue.quiz(value).map(Quiz::title).map(t -> t.in(lang)).orElse(value);
            case "requirement" ->
                catalogue
                        .requirement(value)
                        .map(Requirement::title)
                        .map(t -> value + " " + t.in(lang))
                        .orElse(value);
            default -> value;
        };
    }
}
