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

    /** How a finding was understood: what was seen, how it is contained, and why it happened. */
    static final String FINDING_REVISION = "finding-revision";

    /** What happened to a finding: seen again, verified, seen to work or not. */
    static final String FINDING_STEP = "finding-step";

    /** Something that somebody did to a task, its verification among them, with the hashes of what was attached. */
    static final String TASK_STEP = "task-step";

    @Produces
    @Singleton
    Witness findings() {
        return Witness.of(FINDING, new Text("发现", "Finding"), """
                        select id as subject, number, department_id, requirement, grade, origin, response_id, fact, opened_at, opened_by,
                               opened_by_name, closed_at, closed_by, verified_at, check_on, times_back, basis, source
                          from finding where client_id = current_client()""")
                .words("fact")
                .words("source")
                .personal("opened_by_name", "opened_by")
                .changing();
    }

    @Produces
    @Singleton
    Witness findingRevisions() {
        return Witness.of(FINDING_REVISION, new Text("发现的分析", "Finding as understood"), """
                        select id as subject, finding_id, grade, fact, containment, array_to_string(whys, E'\\n') as whys, cause, reason,
                               made_by, made_by_name, made_at
                          from finding_revision where client_id = current_client()""")
                .words("fact")
                .words("containment")
                .words("whys")
                .words("reason")
                .personal("made_by_name", "made_by");
    }

    @Produces
    @Singleton
    Witness findingSteps() {
        return Witness.of(FINDING_STEP, new Text("发现的进展", "Step of a finding"), """
                        select id as subject, finding_id, kind, note, made_by, made_by_name, made_at
                          from finding_step where client_id = current_client()""")
                .words("note")
                .personal("made_by_name", "made_by");
    }

    @Produces
    @Singleton
    Witness taskSteps() {
        return Witness.of(TASK_STEP, new Text("任务进展", "Step of a task"), """
                        select s.id as subject, s.task_id, t.finding_id, t.template, s.kind, s.note, s.made_by, s.made_by_name,
                               s.made_at, s.without_file,
                               (select string_agg(encode(a.sha256, 'hex'), ' ' order by a.id) from attachment a
                                 where a.client_id = s.client_id and a.task_step_id = s.id) as files
                          from task_step s join task t on t.client_id = s.client_id and t.id = s.task_id
                         where s.client_id = current_client()""")
                .words("note")
                .words("without_file")
                .personal("made_by_name", "made_by");
    }
}
