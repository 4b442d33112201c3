package auditorium.improvement;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.util.UUID;

/** Whose task is whose business. For everybody else there is no such task. */
@ApplicationScoped
class TaskReach {

    private final Tasks tasks;
    private final Rights rights;
    private final CurrentReader reader;
    private final EntityManager entities;

    TaskReach(Tasks tasks, Rights rights, CurrentReader reader, EntityManager entities) {
        this.tasks = tasks;
        this.rights = rights;
        this.reader = reader;
        this.entities = entities;
    }

    /** Those who own it or reach its department see it. */
    Task seen(UUID client, UUID id) {
        Task task = found(id);
        Reader.Seat seat = reader.at(client);
        if (!owns(seat, task) && !manages(seat, task)) {
            throw new NotFoundException();
        }
        return task;
    }

    Task managed(UUID client, UUID id) {
        Task task = found(id);
        if (!manages(reader.at(client), task)) {
            throw new NotFoundException();
        }
        return task;
    }

    /** Its owner works on it, and for an owner who can't sign in whoever answers for the department. */
    Task worked(UUID client, UUID id) {
        Task task = found(id);
        if (!works(reader.at(client), task)) {
            throw new NotFoundException();
        }
        return task;
    }

    boolean owns(Reader.Seat seat, Task task) {
        return seat.person().map(p -> p.equals(task.owner().id())).orElse(false);
    }

    boolean manages(Reader.Seat seat, Task task) {
        return seat.role().sees()
                && rights.reach(seat)
                        .map(own -> own.equals(task.finding().department())
                                || own.equals(task.owner().department().id()))
                        .orElse(true);
    }

    boolean works(Reader.Seat seat, Task task) {
        return owns(seat, task)
                || (manages(seat, task)
                        && withoutSeat(seat.client(), task.owner().id()));
    }

    /** Whether the person can't sign in here. */
    boolean withoutSeat(UUID client, UUID person) {
        return entities.createNativeQuery(
                        "select 1 from membership where client_id = ?1 and person_id = ?2 and ended_at is null")
                .setParameter(1, client)
                .setParameter(2, person)
                .getResultList()
                .isEmpty();
    }

    private Task found(UUID id) {
        return tasks.whole(id).orElseThrow(NotFoundException::new);
    }
}
