package auditorium.readiness;

import auditorium.readiness.domain.Bounds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Where a client's states begin. Each change is kept with who made it; the latest counts, for every page, paper and trend from then on. */
@ApplicationScoped
class ClientBounds {

    private final EntityManager entities;

    ClientBounds(EntityManager entities) {
        this.entities = entities;
    }

    /** A change of the bounds. */
    record Change(Bounds bounds, String byName, Instant at) {}

    /** The newest first. */
    List<Change> changes(UUID client, int most) {
        List<Change> changes = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select ready, near, gap, set_by_name, set_at from readiness_bounds
                         where client_id = ?1 order by set_at desc, id desc""", Object[].class)
                .setParameter(1, client)
                .setMaxResults(most)
                .getResultList()) {
            Object[] r = (Object[]) row;
            changes.add(new Change(
                    new Bounds(((Number) r[0]).intValue(), ((Number) r[1]).intValue(), ((Number) r[2]).intValue()),
                    (String) r[3],
                    (Instant) r[4]));
        }
        return changes;
    }

    /** Sent twice under one id it is one change. */
    void set(UUID client, UUID id, Bounds bounds, UUID by, String byName, Instant at) {
        entities.createNativeQuery("""
                        insert into readiness_bounds (client_id, id, ready, near, gap, set_by, set_by_name, set_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict (client_id, id) do nothing""")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, bounds.ready())
                .setParameter(4, bounds.near())
                .setParameter(5, bounds.gap())
                .setParameter(6, by)
                .setParameter(7, byName)
                .setParameter(8, at)
                .executeUpdate();
    }
}
