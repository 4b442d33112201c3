package auditorium.readiness;

import auditorium.platform.Text;
import auditorium.records.Holding;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What readiness keeps about people. */
@Singleton
class ReadinessHoldings {

    @Produces
    @Singleton
    Holding responses() {
        return Holding.of(
                        new Text("你记的检查结果", "Responses you made"),
                        new Text("写明是谁查的，主管、工厂经理和顾问能看到。", "They say who checked. Managers and consultants see them."),
                        """
                        select requirement, result, method, note, made_at
                          from response where client_id = current_client() and made_by = :account order by made_at desc""")
                .column("requirement", "要求", "Requirement")
                .column("result", "结果", "Result")
                .column("method", "方式", "How")
                .column("note", "备注", "Note")
                .column("made_at", "时间", "When");
    }

    @Produces
    @Singleton
    Holding bounds() {
        return Holding.of(
                        new Text("你改过的等级界线", "Bounds of states that you set"),
                        new Text("写明是谁改的，工厂经理能看到。", "They say who changed them. Factory managers see them."),
                        """
                        select ready, near, gap, set_at
                          from readiness_bounds where client_id = current_client() and set_by = :account order by set_at desc""")
                .column("ready", "就绪", "Ready")
                .column("near", "接近", "Nearly")
                .column("gap", "有缺口", "Gap")
                .column("set_at", "时间", "When");
    }
}
