package auditorium.training;

import auditorium.access.Reader;
import auditorium.access.Rights;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rules of the current client. */
@ApplicationScoped
public class AssignmentRules implements PanacheRepositoryBase<AssignmentRule, UUID> {

    private final Rights rights;

    AssignmentRules(Rights rights) {
        this.rights = rights;
    }

    /** Those in force, the oldest first. */
    public List<AssignmentRule> inForce() {
        return list("endedAt is null order by createdAt, id");
    }

    /** A rule that the seat may change: any of the client, or one of the own department; not found otherwise. */
    AssignmentRule reached(Reader.Seat seat, UUID id) {
        AssignmentRule rule = findByIdOptional(id).orElseThrow(NotFoundException::new);
        Optional<UUID> reach = rights.reach(seat);
        if (reach.isPresent() && !rule.within().equals(reach)) {
            throw new NotFoundException();
        }
        return rule;
    }
}
