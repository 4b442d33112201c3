package auditorium.records;

import auditorium.platform.Ids;
import auditorium.records.domain.Fault;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the checks of the current client's record found, kept for good. */
@ApplicationScoped
class Checks {

    private final EntityManager entities;
    private final ObjectMapper json;

    Checks(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /** A check that was made; {@code byName} is empty for the nightly one. */
    record Past(Instant at, String byName, long entries, long compared, long erased, long found, List<Fault> faults) {}

    void keep(UUID client, Verdict verdict, Optional<UUID> by, String byName, Instant at) {
        try {
            entities.createNativeQuery("""
                            insert into record_check (client_id, id, checked_at, checked_by, checked_by_name, entries, compared, erased, found, faults, millis)
                            values (?1, ?2, ?3, cast(?4 as uuid), ?5, ?6, ?7, ?8, ?9, ?10, ?11)""")
                    .setParameter(1, client)
                    .setParameter(2, Ids.next())
                    .setParameter(3, at)
                    .setParameter(4, by.map(UUID::toString).orElse(null))
                    .setParameter(5, byName)
                    .setParameter(6, verdict.entries())
                    .setParameter(7, verdict.compared())
                    .setParameter(8, verdict.erased())
                    .setParameter(9, verdict.found())
                    .setParameter(10, json.writeValueAsString(verdict.faults()))
                    .setParameter(11, verdict.millis())
                    .executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<Past> latest(UUID client) {
        List<?> found = entities.createNativeQuery("""
                        select checked_at, checked_by_name, entries, compared, erased, found, faults from record_check
                         where client_id = ?1 order by checked_at desc, id desc limit 1""", Object[].class)
                .setParameter(1, client)
                .getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.of(past((Object[]) found.get(0)));
    }

    private Past past(@Nullable Object[] r) {
        try {
            return new Past(
                    (Instant) value(r[0]),
                    (String) value(r[1]),
                    ((Number) value(r[2])).longValue(),
                    ((Number) value(r[3])).longValue(),
                    ((Number) value(r[4])).longValue(),
                    ((Number) value(r[5])).longValue(),
                    json.readValue((String) value(r[6]), new TypeReference<List<Fault>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(@Nullable Object column) {
        return java.util.Objects.requireNonNull(column);
    }
}
