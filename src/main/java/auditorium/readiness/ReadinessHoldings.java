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
}
