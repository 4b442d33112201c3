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
}
