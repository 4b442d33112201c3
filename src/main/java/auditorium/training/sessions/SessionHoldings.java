package auditorium.training.sessions;

import auditorium.platform.Text;
import auditorium.records.Holding;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What sessions keep about people. */
@Singleton
class SessionHoldings {

    @Produces
    @Singleton
    Holding attendance() {
        return Holding.of(
                        new Text("参加的培训", "Training sessions attended"),
                        new Text(
                                "培训记录，主管能看到，审核时可能出示。",
                                "Training record. Your managers see it, and it may be shown in an audit."),
                        """
                        select t.starts_at, t.room, t.trainer, array_to_string(t.lessons, ' ') as lessons,
                               coalesce(o.attended, a.attended, 'ABSENT') as attended, a.how, a.at,
                               case when a.signature is not null then '✓' end as signed
                          from session_seat s
                          join training_session t on t.client_id = s.client_id and t.id = s.session_id
                          left join session_outcome o
                            on o.client_id = s.client_id and o.session_id = s.session_id and o.person_id = s.person_id
                          left join lateral (select n.attended, n.how, n.at, n.signature from session_attendance n
                               where n.client_id = s.client_id and n.session_id = s.session_id and n.person_id = s.person_id
                               order by n.at desc, n.id desc limit 1) a on true
                         where s.client_id = current_client() and s.person_id = :person order by t.starts_at desc""")
                .column("starts_at", "场次", "Session")
                .column("room", "地点", "Place")
                .column("trainer", "讲师", "Trainer")
                .column("lessons", "课", "Lessons")
                .column("attended", "到场", "Presence")
                .column("how", "方式", "How")
                .column("at", "时间", "Time")
                .column("signed", "签名", "Signed");
    }

    @Produces
    @Singleton
    Holding results() {
        return Holding.of(
                        new Text("培训中的成绩", "Results in training sessions"),
                        new Text(
                                "培训记录，主管能看到，审核时可能出示。",
                                "Training record. Your managers see it, and it may be shown in an audit."),
                        """
                        select t.starts_at, r.lesson, r.asked, r.answered, r.score, case when r.passed then '✓' end as passed
                          from session_result r join training_session t on t.client_id = r.client_id and t.id = r.session_id
                         where r.client_id = current_client() and r.person_id = :person order by t.starts_at desc, r.lesson""")
                .column("starts_at", "场次", "Session")
                .column("lesson", "课", "Lesson")
                .column("asked", "问了几题", "Asked")
                .column("answered", "答了几题", "Answered")
                .column("score", "得分 %", "Score %")
                .column("passed", "通过", "Passed");
    }

    @Produces
    @Singleton
    Holding answers() {
        return Holding.of(
                        new Text("培训中的答题", "Answers given in training"),
                        new Text(
                                "用来判断你有没有学会。讲师只看到每课的成绩。",
                                "They decide whether you mastered a lesson. The trainer sees the result of each lesson only."),
                        """
                        select q.lesson, q.question, array_to_string(a.chosen, ' ') as chosen, a.earned, q.possible, a.at
                          from session_answer a join session_question q on q.client_id = a.client_id and q.id = a.question_id
                         where a.client_id = current_client() and a.person_id = :person order by a.at desc""")
                .column("lesson", "课", "Lesson")
                .column("question", "题目", "Question")
                .column("chosen", "选择", "Chosen")
                .column("earned", "得分", "Earned")
                .column("possible", "满分", "Possible")
                .column("at", "时间", "Time");
    }
}
