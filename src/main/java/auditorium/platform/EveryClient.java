package auditorium.platform;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a job does for each client in turn. Where it fails, the log tells it, and no other client goes without. */
@ApplicationScoped
public class EveryClient {

    private static final Logger LOG = Logger.getLogger(EveryClient.class);

    private final EntityManager entities;

    EveryClient(EntityManager entities) {
        this.entities = entities;
    }

    /** A client, its time zone and the day of its next audit. */
    public record Known(UUID id, ZoneId zone, Optional<LocalDate> auditOn) {

        /** The day that it is there. */
        public LocalDate today(Clock clock) {
            return LocalDate.now(clock.withZone(zone));
        }
    }

    /** {@code job} is how the log calls the work, which opens the transactions that it needs. Not to be called inside one. */
    public void inTurn(String job, Consumer<Known> work) {
        List<?> clients = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select id, time_zone, audit_on from client", Object[].class)
                        .getResultList());
        for (Object row : clients) {
            Object[] r = (Object[]) row;
            try {
                work.accept(new Known((UUID) r[0], ZoneId.of((String) r[1]), day(r[2])));
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s failed for client %s; it is tried again the next time", job, r[0]);
            }
        }
    }

    private static Optional<LocalDate> day(@Nullable Object value) {
        return Optional.ofNullable(value instanceof Date d ? d.toLocalDate() : (LocalDate) value);
    }
}
