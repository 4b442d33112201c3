package auditorium.lists.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a customer's list can mean here. Other columns are not read. */
public enum ListField {
    REFERENCE(List.of(
            "编号",
            "条款号",
            "条款编号",
            "条号",
            "条款",
            "题号",
            "序号",
            "号",
            "no",
            "number",
            "ref",
            "reference",
            "id",
            "clause",
            "clauseno",
            "questionno",
            "item",
            "itemno",
            "code",
            "#")),
    SECTION(List.of(
            "章节",
            "分类",
            "类别",
            "模块",
            "部分",
            "大类",
            "领域",
            "主题",
            "标题",
            "section",
            "chapter",
            "category",
            "area",
            "module",
            "topic",
            "part",
            "group",
            "pillar")),
    ZH(List.of(
            "中文要求",
            "要求中文",
            "检查内容",
            "检查项目",
            "检查要求",
            "审核内容",
            "审核项目",
            "审核要点",
            "审核问题",
            "检查要点",
            "条款内容",
            "评估内容",
            "要求",
            "内容",
            "问题",
            "题目",
            "中文",
            "描述",
            "requirementchinese",
            "chinese",
            "requirementzh")),
    EN(List.of(
            "requirementenglish",
            "英文要求",
            "要求英文",
            "英文",
            "english",
            "requirementen",
            "requirement",
            "requirements",
            "question",
            "questions",
            "criteria",
            "criterion",
            "checkpoint",
            "auditpoint",
            "standard",
            "description",
            "content",
            "text")),
    GRADE(List.of(
            "等级",
            "严重程度",
            "严重性",
            "级别",
            "重要性",
            "分级",
            "grade",
            "severity",
            "criticality",
            "level",
            "priority",
            "rating",
            "classification")),
    KEYS(List.of("对应要求", "ourrequirements", "requirementkeys", "auditoriumkeys")),
    DEPARTMENTS(List.of("回答部门", "answeringdepartments", "departmentswhoanswer")),
    PLACE(List.of("检查地点", "placeofthewalk", "walkplace"));

    private final List<String> headings;

    ListField(List<String> headings) {
        this.headings = headings;
    }

    /** How well a heading fits: 0 not at all, higher is better; the first names of a field are the surest. */
    int fits(String heading) {
        int at = headings.indexOf(plain(heading));
        return at < 0 ? 0 : 100 - at;
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s*:.,_\\-'’()\\[\\]【】]", "");
    }

    /** Both halves of a heading in two languages count: “要求/Requirement”. */
    static List<String> readings(String heading) {
        String text = Normalizer.normalize(heading, Normalizer.Form.NFKC);
        String han = text.replaceAll("[^\\p{IsHan}]", "");
        String latin = text.replaceAll("[\\p{IsHan}]", "").replaceAll("[/|]", " ");
        return List.of(heading, han, latin);
    }

    static Optional<ListField> named(String name) {
        for (ListField field : values()) {
            if (field.name().equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
