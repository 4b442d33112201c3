package auditorium.improvement;

import auditorium.improvement.domain.Closing;
import auditorium.improvement.domain.TaskState;
import auditorium.library.content.TaskTemplate;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The improvement tasks of the current client. */
@ApplicationScoped
public class Tasks implements PanacheRepositoryBase<Task, UUID> {

    private static final String WHOLE =
            "from Task t join fetch t.finding f join fetch t.owner o join fetch o.department ";

    /** The task with its finding and owner, in one statement. */
    public Optional<Task> whole(UUID id) {
        return find(WHOLE + "where t.id = ?1", id).firstResultOptional();
    }

    /** What a person has to do, the earliest first. */
    public List<Task> dueOf(UUID person) {
        return list(
                WHOLE + "where o.id = ?1 and t.state in ?2 order by t.dueOn, t.id",
                person,
                List.of(TaskState.OPEN, TaskState.IN_PROGRESS));
    }

    public List<Task> of(UUID finding) {
        return list(WHOLE + "where f.id = ?1 order by t.createdAt, t.id", finding);
    }

    /** Kind and state of a finding's tasks as the database has them now, whatever has been read before. */
    List<Closing.Part> parts(UUID finding) {
        return getEntityManager()
                .createQuery("select t.kind, t.state from Task t where t.finding.id = ?1", Object[].class)
                .setParameter(1, finding)
                .getResultStream()
                .map(r -> new Closing.Part((TaskTemplate.Kind) r[0], (TaskState) r[1]))
                .toList();
    }
}
