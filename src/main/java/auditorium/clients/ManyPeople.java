package auditorium.clients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Lets the database count people anew after many came in at once, so that it does not plan as if there still were few. */
@ApplicationScoped
class ManyPeople {

    /** Fewer change no plan that matters. */
    private static final int MANY = 500;

    private final EntityManager entities;

    ManyPeople(EntityManager entities) {
        this.entities = entities;
    }

    /** To be called at the end of a transaction: until that is over nobody else can count. */
    void came(int people) {
        if (people >= MANY) {
            entities.createNativeQuery("select cast(count_people_anew() as text)")
                    .getSingleResult();
        }
    }
}
