package auditorium.records;

import auditorium.platform.CurrentClient;
import auditorium.platform.Ids;
import auditorium.platform.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Erases what the current client has of people who have left: by a function of the database, which alone may do it. */
@ApplicationScoped
class Erasures {

    /** Until a factory says otherwise. */
    static final int MONTHS = 36;

    static final int FEWEST_MONTHS = 24;
    static final int MOST_MONTHS = 240;
    static final String ERASURE = "erasure";

    private final EntityManager entities;
    private final CurrentClient client;
    private final Ledger ledger;

    Erasures(EntityManager entities, CurrentClient client, Ledger ledger) {
        this.entities = entities;
        this.client = client;
        this.ledger = ledger;
    }

    /** Why somebody is erased. */
    enum Ground {
        /** The factory's own time is over. */
        RETENTION,
        /** The person asked for it, after the law's two years and before the factory's own time. */
        REQUEST
    }

    /** What erasures tell the record. */
    @Singleton
    static class Witnesses {
        @Produces
        @Singleton
        Witness erasures() {
            return Witness.of(ERASURE, new Text("清除离职人员信息", "Leaver erased"), """
                            select id as subject, person_id, ground, reason, left_on, names, rows_removed, made_at, made_by, made_by_name
                              from erasure where client_id = current_client()""")
                    .words("reason")
                    .personal("made_by_name", "made_by");
        }
    }

    /** True when it was done now; false when the person was erased before. Somebody who may not be erased yet is an error. */
    boolean erase(UUID person, Ground ground, String reason, UUID by, String byName) {
        UUID id = Ids.next();
        boolean done =
                (Boolean) entities.createNativeQuery("select erase_person(?1, ?2, ?3, ?4, ?5, ?6)", Boolean.class)
                        .setParameter(1, id)
                        .setParameter(2, person)
                        .setParameter(3, ground.name())
                        .setParameter(4, reason)
                        .setParameter(5, by)
                        .setParameter(6, byName)
                        .getSingleResult();
        if (done) {
            ledger.append(ERASURE, id);
        }
        return done;
    }

    /** How many months after somebody has left the factory keeps what it has of them. */
    int months() {
        List<Integer> set = entities.unwrap(Session.class)
                .createNativeQuery("select months from retention where client_id = ?1", Integer.class)
                .setParameter(1, client.id())
                .getResultList();
        return set.isEmpty() ? MONTHS : set.get(0);
    }

    void keepFor(int months, UUID by, Instant now) {
        entities.createNativeQuery("""
                        insert into retention (client_id, months, set_at, set_by) values (?1, ?2, ?3, ?4)
                        on conflict (client_id) do update set months = excluded.months, set_at = excluded.set_at, set_by = excluded.set_by""")
                .setParameter(1, client.id())
                .setParameter(2, months)
                .setParameter(3, now)
                .setParameter(4, by)
                .executeUpdate();
    }
}
