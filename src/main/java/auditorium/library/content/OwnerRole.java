package auditorium.library.content;

import auditorium.platform.Text;

/** Who answers for an improvement task; the client says which person that is. */
public enum OwnerRole {
    HR_MANAGER(DepartmentKind.HR, "人事经理", "HR manager"),
    EHS_MANAGER(DepartmentKind.EHS, "安环经理", "EHS manager"),
    PRODUCTION_MANAGER(DepartmentKind.PRD, "生产经理", "Production manager"),
    QUALITY_MANAGER(DepartmentKind.QA, "品质经理", "Quality manager"),
    WAREHOUSE_MANAGER(DepartmentKind.WHS, "仓储经理", "Warehouse manager"),
    SECURITY_MANAGER(DepartmentKind.SEC, "保安经理", "Security manager"),
    IT_MANAGER(DepartmentKind.IT, "信息经理", "IT manager"),
    PROCUREMENT_MANAGER(DepartmentKind.PUR, "采购经理", "Procurement manager"),
    GENERAL_MANAGER(DepartmentKind.MGT, "总经理", "General manager"),
    MANAGEMENT_REPRESENTATIVE(DepartmentKind.MGT, "管理者代表", "Management representative"),
    AUDIT_LEAD(DepartmentKind.MGT, "验厂负责人", "Audit lead");

    private final DepartmentKind department;
    private final Text title;

    OwnerRole(DepartmentKind department, String zh, String en) {
        this.department = department;
        title = new Text(zh, en);
    }

    /** Where the role sits, for factories that have named nobody: the leader of that department stands in. */
    public DepartmentKind department() {
        return department;
    }

    public Text title() {
        return title;
    }
}
