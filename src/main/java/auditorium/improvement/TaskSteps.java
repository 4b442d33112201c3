package auditorium.improvement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The history of tasks of the current client. */
@ApplicationScoped
class TaskSteps implements PanacheRepositoryBase<TaskStep, UUID> {

    List<TaskStep> of(UUID task) {
        return list("task = ?1 order by madeAt, id", task);
    }

    /** The steps of all tasks of a finding. */
    List<TaskStep> ofFinding(UUID finding) {
        return list("task in (select t.id from Task t where t.finding.id = ?1) order by madeAt, id", finding);
    }
}
