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
    Holding assignments() {
        return Holding.of(
                        new Text("要学的课", "Lessons asked of you"),
                        new Text(
                                "按规则安排的课和到期日，主管能看到。",
                                "Lessons that rules ask of you, with their due dates. Your managers see them."),
                        """
                        select lesson, assigned_on, due_on, done_on, valid_until from (
                          select lesson, assigned_on, due_on, done_on, valid_until from assignment where client_id = current_client() and person_id = :person
                          union all
                          select lesson, assigned_on, due_on, done_on, valid_until from assignment_past where client_id = current_client() and person_id = :person
                        ) turn order by assigned_on desc, lesson""")
                .column("lesson", "课", "Lesson")
                .column("assigned_on", "安排", "Asked for")
                .column("due_on", "到期日", "Due")
                .column("done_on", "学完", "Learned")
                .column("valid_until", "有效期至", "Valid until");
    }

    @Produces
    @Singleton
    Holding reminders() {
        return Holding.of(
                        new Text("提醒和邮箱", "Reminders and e-mail"),
                        new Text(
                                "邮箱只用来发提醒，工厂经理能看到和改。",
                                "The address is used for reminders only. Factory managers see and change it."),
                        """
                        select 'email' as kind, null::date as due_on, email, null::timestamptz as made_at, null::timestamptz as sent_at from person
                         where client_id = current_client() and id = :person and email is not null
                        union all
                        select 'calendar', null, null, made_at, null from calendar_feed where client_id = current_client() and person_id = :person
                        union all
                        select kind, due_on, null, made_at, sent_at from reminder where client_id = current_client() and person_id = :person
                         order by 4 desc nulls first""")
                .column("kind", "种类", "Kind")
                .column("due_on", "到期日", "Due")
                .column("email", "邮箱", "E-mail")
                .column("made_at", "生成", "Made")
                .column("sent_at", "已发", "Sent");
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
