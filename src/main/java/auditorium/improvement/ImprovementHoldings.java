package auditorium.improvement;

import auditorium.platform.Text;
import auditorium.records.Holding;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What improvement keeps about people. */
@Singleton
class ImprovementHoldings {

    @Produces
    @Singleton
    Holding findings() {
        return Holding.of(
                        new Text("你提出的发现", "Findings you opened"),
                        new Text("写明是谁看到的，主管、工厂经理和顾问能看到。", "They say who saw it. Managers and consultants see them."),
                        """
                        select number, requirement, fact, opened_at, closed_at
                          from finding where client_id = current_client() and opened_by = :account order by number desc""")
                .column("number", "编号", "Number")
                .column("requirement", "要求", "Requirement")
                .column("fact", "看到什么", "What was seen")
                .column("opened_at", "提出", "Opened")
                .column("closed_at", "关闭", "Closed");
    }

    @Produces
    @Singleton
    Holding revisions() {
        return Holding.of(
                        new Text("你写的原因分析", "Analyses you wrote"),
                        new Text(
                                "写明是谁写的，主管、工厂经理和顾问能看到。", "They say who wrote them. Managers and consultants see them."),
                        """
                        select f.number, r.fact, r.containment, array_to_string(r.whys, ' > ') as whys, r.made_at
                          from finding_revision r join finding f on f.client_id = r.client_id and f.id = r.finding_id
                         where r.client_id = current_client() and r.made_by = :account order by r.made_at desc""")
                .column("number", "编号", "Number")
                .column("fact", "看到什么", "What was seen")
                .column("containment", "先控制", "Containment")
                .column("whys", "为什么", "Why")
                .column("made_at", "时间", "When");
    }

    @Produces
    @Singleton
    Holding findingSteps() {
        return Holding.of(
                        new Text("你在发现里做的事", "Your steps in findings"),
                        new Text("写明是谁做的，主管、工厂经理和顾问能看到。", "They say who did it. Managers and consultants see them."),
                        """
                        select f.number, s.kind, s.note, s.made_at
                          from finding_step s join finding f on f.client_id = s.client_id and f.id = s.finding_id
                         where s.client_id = current_client() and s.made_by = :account order by s.made_at desc""")
                .column("number", "编号", "Number")
                .column("kind", "做了什么", "What")
                .column("note", "备注", "Note")
                .column("made_at", "时间", "When");
    }

    @Produces
    @Singleton
    Holding routines() {
        return Holding.of(
                        new Text("你负责或做过的定期事项", "Routines you own or did"),
                        new Text("写明是谁做的，主管、工厂经理和顾问能看到。", "They say who did it. Managers and consultants see them."),
                        """
                        select r.title, u.due_on, u.done_at, u.note from routine_turn u
                          join routine r on r.client_id = u.client_id and r.id = u.routine_id
                         where u.client_id = current_client() and (r.owner_id = :person or u.done_by = :account) order by u.due_on desc""")
                .column("title", "做什么", "What")
                .column("due_on", "期限", "Due")
                .column("done_at", "做完", "Done")
                .column("note", "备注", "Note");
    }

    @Produces
    @Singleton
    Holding mentions() {
        return Holding.of(
                        new Text("任务里对你说的话", "What was said to you in tasks"),
                        new Text("看得到任务的人都能看到。", "Everybody who sees the task sees it."),
                        """
                        select s.note, s.made_at, n.seen_at from mention n
                          join task_step s on s.client_id = n.client_id and s.id = n.task_step_id
                         where n.client_id = current_client() and n.account_id = :account order by s.made_at desc""")
                .column("note", "说了什么", "What was said")
                .column("made_at", "时间", "When")
                .column("seen_at", "你看到", "Seen by you");
    }

    @Produces
    @Singleton
    Holding tasks() {
        return Holding.of(
                        new Text("交给你的任务", "Tasks given to you"),
                        new Text("主管、工厂经理和顾问能看到。", "Managers and consultants see them."),
                        """
                        select title_zh || ' / ' || title_en as title, due_on, state, created_at
                          from task where client_id = current_client() and owner_id = :person order by created_at desc""")
                .column("title", "任务", "Task")
                .column("due_on", "期限", "Due")
                .column("state", "状态", "State")
                .column("created_at", "交给你", "Given");
    }

    @Produces
    @Singleton
    Holding steps() {
        return Holding.of(
                        new Text("你在任务里做的事", "Your steps in tasks"),
                        new Text(
                                "写明是谁做的、谁复核的，主管、工厂经理和顾问能看到。",
                                "They say who did and who verified it. Managers and consultants see them."),
                        """
                        select t.title_zh || ' / ' || t.title_en as title, s.kind, s.note, s.made_at
                          from task_step s join task t on t.client_id = s.client_id and t.id = s.task_id
                         where s.client_id = current_client() and s.made_by = :account order by s.made_at desc""")
                .column("title", "任务", "Task")
                .column("kind", "做了什么", "What")
                .column("note", "备注", "Note")
                .column("made_at", "时间", "When");
    }
}
