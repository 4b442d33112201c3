package auditorium.clients;

import auditorium.platform.ClientScope;
import auditorium.platform.EveryClient;
import auditorium.platform.Pinyin;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Works out where names stand in the order of pinyin, for people whose rows were written without it. After an update of the library
 * that knows the order, a migration empties the column and this fills it anew.
 */
@ApplicationScoped
class NameOrder {

    private static final int BATCH = 500;

    private final EntityManager entities;
    private final EveryClient clients;
    private final ClientScope scope;

    NameOrder(EntityManager entities, EveryClient clients, ClientScope scope) {
        this.entities = entities;
        this.clients = clients;
        this.scope = scope;
    }

    @Scheduled(every = "30m", delayed = "5s", identity = "name-order")
    void fill() {
        clients.inTurn("putting names in order", c -> {
            while (scope.inside(c.id(), () -> fill(c.id())) == BATCH) {
                // the next ones
            }
        });
    }

    private int fill(UUID client) {
        List<?> rows = entities.createNativeQuery(
                        "select id, name from person where client_id = ?1 and (name_key is null or name_latin is null) limit "
                                + BATCH,
                        Object[].class)
                .setParameter(1, client)
                .getResultList();
        entities.unwrap(Session.class).doWork(c -> {
            try (PreparedStatement s = c.prepareStatement(
                    "update person set name_key = ?, name_latin = ? where client_id = ? and id = ? and name = ?")) {
                for (Object row : rows) {
                    Object[] r = (Object[]) row;
                    String name = (String) r[1];
                    s.setBytes(1, Pinyin.key(name));
                    s.setString(2, Pinyin.latin(name));
                    s.setObject(3, client);
                    s.setObject(4, r[0]);
                    s.setString(5, name);
                    s.addBatch();
                }
                s.executeBatch();
            }
        });
        return rows.size();
    }
}
