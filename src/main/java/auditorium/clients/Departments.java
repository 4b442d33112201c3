package auditorium.clients;

import auditorium.access.Reader;
import auditorium.access.Rights;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;

/** The departments of the current client. */
@ApplicationScoped
public class Departments implements PanacheRepositoryBase<Department, UUID> {

    private final Rights rights;

    Departments(Rights rights) {
        this.rights = rights;
    }

    public List<Department> inOrder() {
        return listAll(Sort.by("position").and("code"));
    }

    /** The departments that the seat reaches. */
    public List<Department> reachedBy(Reader.Seat seat) {
        return rights.reach(seat).map(own -> list("id", own)).orElseGet(this::inOrder);
    }

    /** The department if there is such a one within the seat's reach; not found otherwise. */
    public Department reached(Reader.Seat seat, UUID id) {
        rights.requireReach(seat, id);
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }
}
