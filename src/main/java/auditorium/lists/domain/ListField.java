package auditorium.lists.domain;

import auditorium.platform.tables.Columns;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** What a column of a customer's list can mean here. Other columns are not read. */
public enum ListField implements Columns.Field {
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

    @Override
    public int fits(String heading) {
        return Columns.Field.fits(headings, plain(heading));
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s*:.,_\\-'’()\\[\\]【】]", "");
    }
}
