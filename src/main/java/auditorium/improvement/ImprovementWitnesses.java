package auditorium.improvement;

import auditorium.platform.Text;
import auditorium.records.Witness;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What improvement tells the record. */
@Singleton
class ImprovementWitnesses {

    /** A finding: opened, closed, reopened. */
    static final String FINDING = "finding";

    /** Something that somebody did to a task, its verification among them, with the hashes of what was attached. */
    static final String TASK_STEP = "task-step";

    @Produces
    @Singleton
    Witness findings() {
        return Witness.of(FINDING, new Text("发现", "Finding"), """
                        select id as subject, number, department_id, requirement, grade, origin, response_id, fact, opened_at, opened_by,
                               opened_by_name, closed_at, closed_by
                          from finding where client_id = current_client()""")
                .words("fact")
                .personal("opened_by_name", "opened_by")
                .changing();
    }

    @Produces
    @Singleton
    Witness taskSteps() {
        return Witness.of(TASK_STEP, new Text("任务进展", "Step of a task"), """
                        select s.id as subject, s.task_id, t.finding_id, t.template, s.kind, s.note, s.made_by, s.made_by_name,
                               s.made_at,
                               (select string_agg(encode(a.sha256, 'hex'), ' ' order by a.id) from attachment a
                                 where a.client_id = s.client_id and a.task_step_id = s.id) as files
                          from task_step s join task t on t.client_id = s.client_id and t.id = s.task_id
                         where s.client_id = current_client()""")
                .words("note")
                .personal("made_by_name", "made_by");
    }
}
