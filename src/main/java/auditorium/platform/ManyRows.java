package auditorium.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Lets the database count rows anew after many came in at once, so that it does not plan as if there still were few. */
@ApplicationScoped
public class ManyRows {

    /** Fewer change no plan that matters. */
    private static final int MANY = 500;

    private final EntityManager entities;

    ManyRows(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * To be called at the end of a transaction: until that is over nobody else can count.
     *
     * @param function of the database, which counts the tables concerned: the application may not, since they are not its own
     */
    public void came(String function, int rows) {
        if (rows >= MANY) {
            entities.createNativeQuery("select cast(" + function + "() as text)")
                    .getSingleResult();
        }
    }
}
