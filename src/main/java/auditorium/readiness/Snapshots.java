package auditorium.readiness;

import auditorium.library.Catalogue;
import auditorium.library.content.Standard;
import auditorium.lists.ClientLibrary;
import auditorium.platform.ClientScope;
import auditorium.platform.EveryClient;
import auditorium.readiness.domain.Score;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Once a day, in each client's own time zone, how ready every department and the whole factory was by every standard: what trends are
 * drawn from, and how every cell stands, as far as that has changed. The key of a row is its day, so several nodes may run this and a day is
 * taken once.
 */
@ApplicationScoped
public class Snapshots {

    private static final Logger LOG = Logger.getLogger(Snapshots.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final EntityManager entities;
    private final EveryClient clients;
    private final ClientScope scope;
    private final ReadinessReport report;
    private final KnowledgeSums sums;
    private final Spans spans;
    private final ClientLibrary library;
    private final Clock clock;

    Snapshots(
            EntityManager entities,
            EveryClient clients,
            ClientScope scope,
            ReadinessReport report,
            KnowledgeSums sums,
            Spans spans,
            ClientLibrary library,
            Clock clock) {
        this.entities = entities;
        this.clients = clients;
        this.scope = scope;
        this.report = report;
        this.sums = sums;
        this.spans = spans;
        this.library = library;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m", identity = "readiness-snapshots")
    void takeAll() {
        clients.inTurn("the snapshot of the day", c -> scope.inside(c.id(), () -> take(c.id(), c.zone(), c.auditOn())));
    }

    /** Takes today's snapshot unless it is there already, or one of a later day: nothing is written into the past. */
    void take(UUID client, ZoneId zone, Optional<LocalDate> audit) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Optional<LocalDate> latest = latest(client);
        if (latest.filter(last -> !last.isBefore(today)).isPresent()) {
            if (latest.get().isAfter(today)) {
                LOG.warnf(
                        "no snapshot of %s for %s: there is one of %s, so the clock is wrong or was. See docs/operations.md, Clock",
                        client, today, latest.get());
            }
            return;
        }
        sums.recount(client);
        Catalogue catalogue = library.catalogue();
        ClientFacts facts = report.facts(client, zone, audit, Optional.empty());
        ArrayNode rows = MAPPER.createArrayNode();
        Readiness all = new Readiness(catalogue, facts, Optional.empty());
        spans.keep(client, all, today);
        add(rows, "", all);
        for (Standard standard : catalogue.standards()) {
            add(rows, standard.id(), new Readiness(catalogue, facts, Optional.of(standard)));
        }
        entities.createNativeQuery("""
                        insert into readiness_day (client_id, taken_on, standard, department_id, met, possible, stops)
                        select ?1, ?2, standard, department, met, possible, stops
                          from jsonb_to_recordset(cast(?3 as jsonb)) as v(standard text, department uuid, met int, possible int, stops int)
                        on conflict do nothing""")
                .setParameter(1, client)
                .setParameter(2, today)
                .setParameter(3, rows.toString())
                .executeUpdate();
    }

    /** For a factory that is invented with its past: all stands since that day as it does now. */
    public void stoodSince(UUID client, ZoneId zone, Optional<LocalDate> audit, LocalDate day) {
        spans.keep(
                client,
                new Readiness(
                        library.catalogue(), report.facts(client, zone, audit, Optional.empty()), Optional.empty()),
                day);
    }

    private Optional<LocalDate> latest(UUID client) {
        return Optional.ofNullable((LocalDate) entities.createNativeQuery(
                        "select max(taken_on) from readiness_day where client_id = ?1 and standard = ''",
                        LocalDate.class)
                .setParameter(1, client)
                .getSingleResult());
    }

    private static void add(ArrayNode rows, String standard, Readiness readiness) {
        readiness.byDepartment().forEach((department, score) -> row(rows, standard, department.toString(), score));
        row(rows, standard, null, readiness.total());
    }

    /** Nothing is kept of a department to which nothing of the standard applies, nor of a factory without departments. */
    private static void row(ArrayNode rows, String standard, @Nullable String department, Score score) {
        if (score.applicable()) {
            rows.addObject()
                    .put("standard", standard)
                    .put("department", department)
                    .put("met", score.met())
                    .put("possible", score.possible())
                    .put("stops", score.stops());
        }
    }
}
