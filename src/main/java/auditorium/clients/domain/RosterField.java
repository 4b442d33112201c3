package auditorium.clients.domain;

import auditorium.platform.tables.Columns;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** What a column of a factory's list can mean here. All other columns are not read, whatever personal data they hold. */
public enum RosterField implements Columns.Field {
    NUMBER(List.of(
            "工号",
            "员工编号",
            "员工号",
            "人员编号",
            "职工号",
            "职工编号",
            "员工代码",
            "厂牌号",
            "工牌号",
            "胸牌号",
            "编号",
            "employeenumber",
            "employeeno",
            "employeeid",
            "employeecode",
            "empno",
            "empid",
            "staffnumber",
            "staffno",
            "staffid",
            "badgenumber",
            "badgeno",
            "personnelnumber",
            "personnelno",
            "number")),
    NAME(List.of("姓名", "员工姓名", "名字", "中文名", "name", "fullname", "employeename", "staffname")),
    DEPARTMENT(List.of(
            "部门",
            "部门名称",
            "所属部门",
            "所在部门",
            "一级部门",
            "科室",
            "车间",
            "车间部门",
            "department",
            "departmentname",
            "dept",
            "workshop",
            "section")),
    JOB(List.of(
            "岗位",
            "岗位名称",
            "职务",
            "职位",
            "工种",
            "职称",
            "工作岗位",
            "job",
            "jobtitle",
            "jobrole",
            "position",
            "title",
            "role",
            "post")),
    JOINED(List.of(
            "入职日期",
            "入职时间",
            "入厂日期",
            "入厂时间",
            "进厂日期",
            "进厂时间",
            "到职日期",
            "到岗日期",
            "报到日期",
            "入职",
            "joined",
            "joinedon",
            "joindate",
            "joiningdate",
            "datejoined",
            "dateofjoining",
            "hiredate",
            "datehired",
            "startdate",
            "entrydate")),
    LEFT(List.of(
            "离职日期",
            "离职时间",
            "离厂日期",
            "离厂时间",
            "退职日期",
            "离职",
            "left",
            "lefton",
            "leavedate",
            "leavingdate",
            "dateleft",
            "terminationdate",
            "enddate",
            "lastday",
            "resigndate")),
    STATUS(List.of("状态", "在职状态", "员工状态", "人员状态", "在职情况", "是否在职", "status", "employmentstatus")),
    LEADS(List.of("是否主管", "主管", "带人", "班组长", "是否管理", "leads", "leader", "supervisor", "islead"));

    private final List<String> headings;

    RosterField(List<String> headings) {
        this.headings = headings;
    }

    @Override
    public int fits(String heading) {
        return Columns.Field.fits(headings, plain(heading));
    }

    /** Without blanks, stars, what stands in brackets, and either language of “姓名/Name”. */
    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[(\\[【].*?[)\\]】]", "")
                .replaceAll("[\\s*#:.,_\\-'’]", "");
    }
}
