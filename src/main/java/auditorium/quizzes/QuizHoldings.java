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
                        select quiz, started_at, submitted_at, case when final_at is not null then earned end as earned, possible,
                               case when final_at is not null then passed end as passed
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
                        new Text(
                                "用来判分。写的话由人来批，批之前不显示名字；别的答案没人看。",
                                "To mark your papers. What you wrote is read by a marker, without your name until it is marked. Nobody sees your other answers."),
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
    Holding markings() {
        return Holding.of(
                        new Text("批改", "Marked answers"),
                        new Text(
                                "你写的话得了几分，批改的人说了什么。",
                                "What your written answers were given, and what the marker said."),
                        """
                        select e.quiz, e.question, m.earned, m.possible, m.comment, m.reason, m.marked_at
                          from essay e join essay_mark m on m.client_id = e.client_id and m.essay_id = e.id
                         where e.client_id = current_client() and e.person_id = :person order by m.marked_at desc""")
                .column("quiz", "测验", "Quiz")
                .column("question", "题", "Question")
                .column("earned", "得分", "Points")
                .column("possible", "满分", "Of")
                .column("comment", "评语", "Comment")
                .column("reason", "改分原因", "Why marked again")
                .column("marked_at", "时间", "When");
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

    @Produces
    @Singleton
    Holding mockStanding() {
        return Holding.of(
                        new Text("模拟审核结果", "Mock audits"),
                        new Text("只有你能看到；部门满五人才显示合计。", "Only you see them; sums are shown from five people up."),
                        """
                        select requirement, earned, possible, ended_at
                          from mock_standing where client_id = current_client() and person_id = :person order by requirement""")
                .column("requirement", "要求", "Requirement")
                .column("earned", "得分", "Points")
                .column("possible", "满分", "Of")
                .column("ended_at", "结束", "Ended");
    }

    @Produces
    @Singleton
    Holding practiceCards() {
        return Holding.of(
                        new Text("复习计划", "Practice plan"),
                        new Text("用来安排下次复习，只有你能看到。", "To plan your next practice. Nobody else sees it."),
                        """
                        select quiz, question, reviewed_on, due_on, missed
                          from practice_card where client_id = current_client() and person_id = :person order by due_on, quiz, question""")
                .column("quiz", "测验", "Quiz")
                .column("question", "题", "Question")
                .column("reviewed_on", "上次", "Last time")
                .column("due_on", "下次", "Next time")
                .column("missed", "上次答错", "Missed");
    }

    @Produces
    @Singleton
    Holding practiceReviews() {
        return Holding.of(
                        new Text("复习记录", "Practice history"),
                        new Text("用来安排下次复习，只有你能看到。", "To plan your next practice. Nobody else sees it."),
                        """
                        select quiz, question, again as missed, answer, reviewed_at
                          from practice_review where client_id = current_client() and person_id = :person order by reviewed_at desc""")
                .column("quiz", "测验", "Quiz")
                .column("question", "题", "Question")
                .column("missed", "答错", "Missed")
                .column("answer", "答案", "Answer")
                .column("reviewed_at", "时间", "When");
    }
}
