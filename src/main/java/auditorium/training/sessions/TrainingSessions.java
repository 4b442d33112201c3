package auditorium.training.sessions;

import auditorium.access.Reader;
import auditorium.access.Rights;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The training sessions of the current client. */
@ApplicationScoped
public class TrainingSessions implements PanacheRepositoryBase<TrainingSession, UUID> {

    private final Rights rights;

    TrainingSessions(Rights rights) {
        this.rights = rights;
    }

    /** A session that the seat may hold: any of the client, or one of the own department; not found otherwise. */
    TrainingSession reached(Reader.Seat seat, UUID id) {
        return within(seat, findByIdOptional(id).orElseThrow(NotFoundException::new));
    }

    /** The same, locked until the end of the transaction: nothing else is noted about it meanwhile. */
    TrainingSession locked(Reader.Seat seat, UUID id) {
        return within(seat, findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new));
    }

    private TrainingSession within(Reader.Seat seat, TrainingSession session) {
        Optional<UUID> reach = rights.reach(seat);
        if (reach.isPresent() && !session.within().equals(reach)) {
            throw new NotFoundException();
        }
        return session;
    }

    /** Those that begin in a span of time, the earliest first, as far as the seat reaches. */
    List<TrainingSession> between(Reader.Seat seat, Instant from, Instant until) {
        return rights.reach(seat)
                .map(own -> list(
                        "startsAt >= ?1 and startsAt < ?2 and within = ?3 order by startsAt, id", from, until, own))
                .orElseGet(() -> list("startsAt >= ?1 and startsAt < ?2 order by startsAt, id", from, until));
    }
}
