package auditorium.records;

import auditorium.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Who outside the factory gets the daily end of the current client's record. */
@ApplicationScoped
class Recipients {

    static final int MOST = 20;

    private final EntityManager entities;

    Recipients(EntityManager entities) {
        this.entities = entities;
    }

    /** Somebody outside. */
    record Recipient(UUID id, String address) {}

    List<Recipient> all(UUID client) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(
                        "select id, address from record_recipient where client_id = ?1 and removed_at is null order by lower(address)",
                        Object[].class)
                .setParameter(1, client)
                .getResultList()
                .stream()
                .map(r -> new Recipient((UUID) r[0], (String) r[1]))
                .toList();
    }

    /** Adding twice is adding once. */
    void add(UUID client, String address, UUID by, Instant now) {
        entities.createNativeQuery("""
                        insert into record_recipient (client_id, id, address, added_at, added_by) values (?1, ?2, ?3, ?4, ?5)
                        on conflict (client_id, lower(address)) where removed_at is null do nothing""")
                .setParameter(1, client)
                .setParameter(2, Ids.next())
                .setParameter(3, address)
                .setParameter(4, now)
                .setParameter(5, by)
                .executeUpdate();
    }

    /** False when there is no such one. */
    boolean remove(UUID client, UUID id, Instant now) {
        return entities.createNativeQuery(
                                "update record_recipient set removed_at = coalesce(removed_at, ?3) where client_id = ?1 and id = ?2")
                        .setParameter(1, client)
                        .setParameter(2, id)
                        .setParameter(3, now)
                        .executeUpdate()
                == 1;
    }
}
