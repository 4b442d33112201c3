package auditorium.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Where the people of a client get their reminders. */
@ApplicationScoped
class Addresses {

    private final EntityManager entities;

    Addresses(EntityManager entities) {
        this.entities = entities;
    }

    /** Empty when there is none. */
    String of(UUID client, UUID person) {
        List<?> rows = entities.createNativeQuery(
                        "select coalesce(email, '') from person where client_id = ?1 and id = ?2", String.class)
                .setParameter(1, client)
                .setParameter(2, person)
                .getResultList();
        return rows.isEmpty() ? "" : (String) rows.get(0);
    }

    /** An empty address takes it away. */
    void keep(UUID client, UUID person, String email) {
        entities.createNativeQuery("update person set email = nullif(?1, '') where client_id = ?2 and id = ?3")
                .setParameter(1, email)
                .setParameter(2, client)
                .setParameter(3, person)
                .executeUpdate();
    }
}
