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
