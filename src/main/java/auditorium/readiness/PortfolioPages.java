package auditorium.readiness;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.access.Role;
import auditorium.library.Catalogue;
import auditorium.library.content.Standard;
import auditorium.lists.ClientLibrary;
import auditorium.platform.ClientScope;
import auditorium.platform.Lang;
import auditorium.readiness.domain.Score;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The consultant's clients, each seen in a transaction of its own. The page itself holds none: it would need two connections at once.
 */
@Path("/portfolio")
@Produces(MediaType.TEXT_HTML)
class PortfolioPages {

    private final ClientScope scope;
    private final ReadinessReport report;
    private final ClientLibrary library;
    private final CurrentReader reader;
    private final Words words;
    private final Clock clock;

    PortfolioPages(
            ClientScope scope,
            ReadinessReport report,
            ClientLibrary library,
            CurrentReader reader,
            Words words,
            Clock clock) {
        this.scope = scope;
        this.report = report;
        this.library = library;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /** A client factory as the portfolio shows it. */
    record ClientRow(
            UUID id,
            String name,
            String code,
            int people,
            String standard,
            String mark,
            int percent,
            int stops,
            int open,
            Trend trend,
            long daysToAudit,
            String auditOn) {}

    @CheckedTemplate(basePath = "readiness")
    static class Templates {
        private Templates() {}

        static native TemplateInstance portfolio(List<ClientRow> clients);
    }

    @GET
    @Blocking
    @PermissionsAllowed(Rights.PORTFOLIO)
    public TemplateInstance portfolio() {
        List<ClientRow> rows = new ArrayList<>();
        for (Reader.Seat seat : reader.get().seats().values()) {
            if (seat.role() == Role.CONSULTANT) {
                rows.add(scope.inside(seat.client(), () -> row(seat)));
            }
        }
        rows.sort(Comparator.comparingLong((ClientRow r) -> r.daysToAudit() < 0 ? Long.MAX_VALUE : r.daysToAudit())
                .thenComparing(ClientRow::code));
        return Templates.portfolio(rows);
    }

    private ClientRow row(Reader.Seat seat) {
        Catalogue catalogue = library.catalogue();
        Lang lang = words.lang();
        LocalDate today = LocalDate.now(clock.withZone(seat.zone()));
        ClientFacts facts = report.facts(seat.client(), seat.zone(), seat.auditOn(), Optional.empty());
        var standard = seat.standard().flatMap(catalogue::standard);
        Readiness readiness = new Readiness(catalogue, facts, standard);
        Score total = readiness.total();
        return new ClientRow(
                seat.client(),
                seat.clientName().in(lang),
                seat.code(),
                facts.departments().stream().mapToInt(ClientFacts.Dept::people).sum(),
                standard.map(s -> s.title().in(lang)).orElse(""),
                total.state(readiness.bounds()).mark(),
                total.applicable() ? total.percent() : 0,
                total.stops(),
                total.open(),
                Trend.of(
                        report.trend(
                                seat.client(),
                                today.minusMonths(6),
                                standard.map(Standard::id).orElse(""),
                                Optional.empty()),
                        today,
                        total.percent()),
                seat.auditOn().map(a -> ChronoUnit.DAYS.between(today, a)).orElse(-1L),
                seat.auditOn().map(LocalDate::toString).orElse(""));
    }
}
