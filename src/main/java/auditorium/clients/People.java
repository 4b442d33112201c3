package auditorium.clients;

import auditorium.library.content.OwnerRole;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people of the current client. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<Person, UUID> {

    public List<Person> working() {
        return list("from Person p join fetch p.department where p.leftOn is null order by p.number");
    }

    /** The person with the department, in one statement. */
    public Optional<Person> withDepartment(UUID id) {
        return find("from Person p join fetch p.department where p.id = ?1", id).firstResultOptional();
    }

    /** Whoever has the number in this factory, even if they have left. */
    public Optional<Person> byNumber(String number) {
        return find("number", number).firstResultOptional();
    }

    /** Whom a role means here: the person named for it, else whoever leads a department of its kind, else any leader. */
    public Optional<Person> inRole(OwnerRole role) {
        return find("""
                from Person p join fetch p.department d
                 where p.leftOn is null and (p.auditRole = ?1 or p.leads)
                 order by case when p.auditRole = ?1 then 0 when d.kind = ?2 then 1 when d.kind = MGT then 2 else 3 end, p.number""", role, role.department()).firstResultOptional();
    }

    /** Those who may be given a task: everybody who leads, with their departments. */
    public List<Person> leaders() {
        return list(
                "from Person p join fetch p.department d where p.leftOn is null and p.leads order by d.position, p.number");
    }
}
