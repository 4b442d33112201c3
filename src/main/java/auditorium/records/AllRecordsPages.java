package auditorium.records;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.platform.ClientScope;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Refusal;
import auditorium.platform.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The administrator's view of all factories' records: how long, checked when, whole or not, and what erasing the leavers whose time
 * is over would take away and leave. Numbers only: no names, and erasing is up to each factory. One factory costs four statements.
 */
@Path("/records")
@Produces(MediaType.TEXT_HTML)
class AllRecordsPages {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    private final Records records;
    private final RecordReport report;
    private final RetentionReport retention;
    private final Erasures erasures;
    private final CheckNow now;
    private final Checks checks;
    private final ClientScope scope;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    AllRecordsPages(
            Records records,
            RecordReport report,
            RetentionReport retention,
            Erasures erasures,
            CheckNow now,
            Checks checks,
            ClientScope scope,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.records = records;
        this.report = report;
        this.retention = retention;
        this.erasures = erasures;
        this.now = now;
        this.checks = checks;
        this.scope = scope;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** One factory's record; {@code checkedAt} is empty before the first check. */
    record Row(
            UUID id,
            String code,
            String name,
            long entries,
            String checkedAt,
            long found,
            int months,
            RetentionReport.Sum due) {}

    @CheckedTemplate(basePath = "records")
    static class Templates {
        private Templates() {}

        static native TemplateInstance all(List<Row> rows);
    }

    @GET
    @Blocking
    @PermissionsAllowed(Rights.CLIENTS)
    public TemplateInstance all() {
        return Templates.all(records.factories().stream()
                .map(f -> scope.inside(f.id(), () -> row(f)))
                .toList());
    }

    private Row row(Records.Factory f) {
        Optional<Checks.Past> latest = checks.latest(f.id());
        int months = erasures.months();
        LocalDate until = LocalDate.now(clock.withZone(f.zone())).minusMonths(months);
        return new Row(
                f.id(),
                f.code(),
                new Text(f.nameZh(), f.nameEn()).in(language.lang()),
                report.head(f.id()).map(RecordReport.Head::sequence).orElse(0L),
                latest.map(c -> WHEN.format(c.at().atZone(f.zone()))).orElse(""),
                latest.map(Checks.Past::found).orElse(0L),
                months,
                retention.sum(f.id(), EVER, until));
    }

    /** Checks one factory's record now. */
    @POST
    @Path("{factory}/checks")
    @Blocking
    @PermissionsAllowed(Rights.CLIENTS)
    public Response check(UUID factory) {
        Records.Factory found = records.factories().stream()
                .filter(f -> f.id().equals(factory))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (!now.done(factory, found.code(), reader.get())) {
            throw new Refusal(409, words().busy());
        }
        return Response.seeOther(URI.create("/records")).build();
    }

    private RecordMessages words() {
        return MessageBundles.get(
                RecordMessages.class, Localized.Literal.of(language.lang().code()));
    }
}
