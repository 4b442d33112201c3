package auditorium.improvement;

import auditorium.improvement.domain.TaskState;
import auditorium.platform.Ids;
import auditorium.records.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** A finding that was verified and is not solved: it and its tasks go back to work, and the history says why. */
@ApplicationScoped
class Comebacks {

    private final Tasks tasks;
    private final TaskSteps steps;
    private final FindingSteps happened;
    private final Ledger ledger;

    Comebacks(Tasks tasks, TaskSteps steps, FindingSteps happened, Ledger ledger) {
        this.tasks = tasks;
        this.steps = steps;
        this.happened = happened;
        this.ledger = ledger;
    }

    /** All verified tasks of it are to be done again. */
    void all(UUID id, Finding finding, FindingStep.Kind why, String note, FindingSteps.By by) {
        these(id, finding, tasks.of(finding.id()), why, note, by);
    }

    /** These verified tasks of it are to be done again. Sent twice it has been done. */
    void these(
            UUID id, Finding finding, Collection<Task> again, FindingStep.Kind why, String note, FindingSteps.By by) {
        if (happened.findByIdOptional(id).isPresent()) {
            return;
        }
        for (Task task : again) {
            if (task.state() == TaskState.VERIFIED && task.take(TaskState.Step.REOPENED)) {
                UUID step = Ids.next();
                steps.persist(
                        new TaskStep(step, task.id(), TaskState.Step.REOPENED, note, by.account(), by.name(), by.at()));
                ledger.append(ImprovementWitnesses.TASK_STEP, step);
            }
        }
        finding.comeBack();
        happened.add(id, finding, why, note, by);
    }
}
