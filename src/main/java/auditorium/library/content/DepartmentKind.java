package auditorium.library.content;

import auditorium.platform.Text;

/** The nine kinds of department that requirements speak of. A factory may have several departments of one kind. */
public enum DepartmentKind {
    HR("人事", "HR"),
    PRD("生产", "Production"),
    QA("品质", "Quality"),
    WHS("仓储", "Warehouse"),
    EHS("安环", "EHS"),
    SEC("保安", "Security"),
    IT("信息", "IT"),
    MGT("管理层", "Management"),
    PUR("采购", "Purchasing");

    private final Text title;

    DepartmentKind(String zh, String en) {
        title = new Text(zh, en);
    }

    public Text title() {
        return title;
    }
}
