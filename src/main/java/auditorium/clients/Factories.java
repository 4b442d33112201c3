package auditorium.clients;

import auditorium.platform.Ids;
import auditorium.platform.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The client factories of this server. Their rows belong to no client, so pages of a client name their own one. */
@ApplicationScoped
public class Factories {

    private static final String FIND =
            "select id, code, name_zh, name_en, time_zone, coalesce(standard, ''), audit_on from client";

    private final EntityManager entities;
    private final Clock clock;

    Factories(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** A factory; {@code standard} is empty while it is not known which one it is audited against next. */
    public record Factory(UUID id, String code, Text name, String zone, String standard, Optional<LocalDate> auditOn) {}

    public List<Factory> all() {
        List<?> rows = entities.createNativeQuery(FIND + " order by code", Object[].class)
                .getResultList();
        return rows.stream().map(r -> factory((Object[]) r)).toList();
    }

    public Factory get(UUID id) {
        List<?> rows = entities.createNativeQuery(FIND + " where id = ?1", Object[].class)
                .setParameter(1, id)
                .getResultList();
        if (rows.isEmpty()) {
            throw new NotFoundException();
        }
        return factory((Object[]) rows.get(0));
    }

    public boolean taken(String code) {
        return !entities.createNativeQuery("select 1 from client where code = ?1")
                .setParameter(1, code)
                .getResultList()
                .isEmpty();
    }

    UUID add(String code, Text name, String zone, String standard, Optional<LocalDate> auditOn) {
        UUID id = Ids.next();
        write(
                "insert into client (id, code, name_zh, name_en, time_zone, standard, audit_on, created_at) values (?1, ?7, ?2, ?3, ?4, ?5, ?6, ?8)",
                id,
                name,
                zone,
                standard,
                auditOn,
                code,
                clock.instant());
        return id;
    }

    void change(UUID id, Text name, String zone, String standard, Optional<LocalDate> auditOn) {
        write(
                "update client set name_zh = ?2, name_en = ?3, time_zone = ?4, standard = ?5, audit_on = ?6 where id = ?1",
                id,
                name,
                zone,
                standard,
                auditOn);
    }

    private void write(
            String sql,
            UUID id,
            Text name,
            String zone,
            String standard,
            Optional<LocalDate> auditOn,
            Object... further) {
        var query = entities.createNativeQuery(sql)
                .setParameter(1, id)
                .setParameter(2, name.zh())
                .setParameter(3, name.en())
                .setParameter(4, zone)
                .setParameter(5, standard.isEmpty() ? null : standard)
                .setParameter(6, auditOn.orElse(null));
        for (int i = 0; i < further.length; i++) {
            query.setParameter(7 + i, further[i]);
        }
        query.executeUpdate();
    }

    private static Factory factory(Object[] r) {
        return new Factory(
                (UUID) r[0],
                (String) r[1],
                new Text((String) r[2], (String) r[3]),
                (String) r[4],
                (String) r[5],
                Optional.ofNullable(date(r[6])));
    }

    private static @Nullable LocalDate date(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Date old -> old.toLocalDate();
            case LocalDate on -> on;
            default -> throw new IllegalStateException("no date: " + value);
        };
    }
}
