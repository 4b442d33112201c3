package auditorium.quizzes;

import auditorium.platform.Text;
import auditorium.records.Holding;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What quizzes keep about people. */
@Singleton
class QuizHoldings {

    @Produces
    @Singleton
    Holding attempts() {
        return Holding.of(
                        new Text("答题", "Quiz attempts"),
                        new Text("培训记录，主管能看到是否通过。", "Training record. Your managers see whether you passed."),
                        """
                        select quiz, started_at, submitted_at, earned, possible, passed
                          from attempt where client_id = current_client() and person_id = :person order by started_at desc""")
                .column("quiz", "测验", "Quiz")
                .column("started_at", "开始", "Begun")
                .column("submitted_at", "交卷", "Handed in")
                .column("earned", "得分", "Points")
                .column("possible", "满分", "Of")
                .column("passed", "通过", "Passed");
    }

    @Produces
    @Singleton
    Holding answers() {
        return Holding.of(
                        new Text("每题答案", "Answers"),
                        new Text("用来判分，别人看不到你答了什么。", "To mark your papers. Nobody else sees what you answered."),
                        """
                        select a.quiz, e.question, e.answer, e.answered_at
                          from answer_event e join attempt a on a.client_id = e.client_id and a.id = e.attempt_id
                         where e.client_id = current_client() and a.person_id = :person order by e.answered_at desc""")
                .column("quiz", "测验", "Quiz")
                .column("question", "题", "Question")
                .column("answer", "答案", "Answer")
                .column("answered_at", "时间", "When");
    }

    @Produces
    @Singleton
    Holding grants() {
        return Holding.of(
                        new Text("加时间、加次数", "More time and attempts"),
                        new Text("主管给你加的，写明原因。", "What your managers granted you, and why."),
                        """
                        select quiz, extra_seconds / 60 as minutes, extra_attempts, reason, granted_at
                          from attempt_grant where client_id = current_client() and person_id = :person and withdraws is null
                         order by granted_at desc""")
                .column("quiz", "测验", "Quiz")
                .column("minutes", "加几分钟", "Minutes")
                .column("extra_attempts", "加几次", "Attempts")
                .column("reason", "原因", "Why")
                .column("granted_at", "时间", "When");
    }

    @Produces
    @Singleton
    Holding mastery() {
        return Holding.of(
                        new Text("掌握情况", "What you know"),
                        new Text("按要求统计，部门看到的只有合计。", "By requirement. Your department is shown as a sum only."),
                        """
                        select requirement, earned, possible, updated_at
                          from mastery where client_id = current_client() and person_id = :person order by requirement""")
                .column("requirement", "要求", "Requirement")
                .column("earned", "得分", "Points")
                .column("possible", "满分", "Of")
                .column("updated_at", "更新", "Updated");
    }
}
