package auditorium.readiness;

import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.platform.ClientScope;
import auditorium.readiness.domain.Score;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Once a day, in each client's own time zone, how ready every department was in every area: what trends are drawn from. The key of a
 * row is its day, so several nodes may run this and a day is taken once.
 */
@ApplicationScoped
class Snapshots {

    private final EntityManager entities;
    private final ClientScope scope;
    private final ReadinessReport report;
    private final Library library;
    private final Clock clock;

    Snapshots(EntityManager entities, ClientScope scope, ReadinessReport report, Library library, Clock clock) {
        this.entities = entities;
        this.scope = scope;
        this.report = report;
        this.library = library;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m", identity = "readiness-snapshots")
    void takeAll() {
        List<?> clients = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select id, time_zone, audit_on from client", Object[].class)
                        .getResultList());
        for (Object row : clients) {
            Object[] client = (Object[]) row;
            ZoneId zone = ZoneId.of((String) client[1]);
            Optional<LocalDate> audit =
                    Optional.ofNullable(client[2] instanceof java.sql.Date d ? d.toLocalDate() : (LocalDate) client[2]);
            scope.inside((UUID) client[0], () -> take((UUID) client[0], zone, audit));
        }
    }

    /** Takes today's snapshot unless it is there already. */
    void take(UUID client, ZoneId zone, Optional<LocalDate> audit) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Catalogue catalogue = library.catalogue();
        Readiness readiness =
                new Readiness(catalogue, report.facts(client, zone, audit, Optional.empty()), Optional.empty());
        for (Map.Entry<UUID, Map<String, Score>> department :
                readiness.byDepartmentAndArea().entrySet()) {
            for (Map.Entry<String, Score> area : department.getValue().entrySet()) {
                entities.createNativeQuery("""
                                insert into readiness_snapshot (client_id, taken_on, department_id, area, met, possible)
                                values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing""")
                        .setParameter(1, client)
                        .setParameter(2, today)
                        .setParameter(3, department.getKey())
                        .setParameter(4, area.getKey())
                        .setParameter(5, area.getValue().met())
                        .setParameter(6, area.getValue().possible())
                        .executeUpdate();
            }
        }
    }
}
