package auditorium.records;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Whose records there are. */
@ApplicationScoped
public class Records {

    private final EntityManager entities;

    Records(EntityManager entities) {
        this.entities = entities;
    }

    /** A client factory, as jobs and commands name it. */
    public record Factory(UUID id, String code, String nameZh, String nameEn, ZoneId zone) {}

    /** All client factories, by code. Needs no client. */
    public List<Factory> factories() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities
                        .unwrap(Session.class)
                        .createNativeQuery(
                                "select id, code, name_zh, name_en, time_zone from client order by code",
                                Object[].class)
                        .getResultList()
                        .stream()
                        .map(r -> new Factory(
                                (UUID) r[0], (String) r[1], (String) r[2], (String) r[3], ZoneId.of((String) r[4])))
                        .toList());
    }
}
