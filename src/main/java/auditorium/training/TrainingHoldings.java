package auditorium.training;

import auditorium.platform.Text;
import auditorium.records.Holding;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What training keeps about people. */
@Singleton
class TrainingHoldings {

    @Produces
    @Singleton
    Holding achievements() {
        return Holding.of(
                        new Text("通过的课", "Lessons mastered"),
                        new Text(
                                "培训记录，主管能看到，审核时可能出示。",
                                "Training record. Your managers see it, and it may be shown in an audit."),
                        """
                        select lesson, achieved_at, source, score, valid_until
                          from achievement where client_id = current_client() and person_id = :person order by achieved_at desc""")
                .column("lesson", "课", "Lesson")
                .column("achieved_at", "通过", "Mastered")
                .column("source", "方式", "How")
                .column("score", "得分 %", "Score %")
                .column("valid_until", "有效期至", "Valid until");
    }

    @Produces
    @Singleton
    Holding certificates() {
        return Holding.of(
                        new Text("证书", "Certificates"),
                        new Text(
                                "主管能看到；扫码的人只看到部分姓名。",
                                "Your managers see them; whoever scans one sees part of your name."),
                        """
                        select number, course_zh || ' / ' || course_en as course, issued_on, valid_until, revoked_at, revocation_reason
                          from certificate where client_id = current_client() and person_id = :person order by number desc""")
                .column("number", "编号", "Number")
                .column("course", "课程", "Course")
                .column("issued_on", "发证", "Issued")
                .column("valid_until", "有效期至", "Valid until")
                .column("revoked_at", "撤销", "Revoked")
                .column("revocation_reason", "原因", "Reason");
    }
}
