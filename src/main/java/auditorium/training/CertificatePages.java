package auditorium.training;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.platform.ClientScope;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.platform.Refusal;
import auditorium.platform.print.Download;
import auditorium.platform.print.Pdf;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Certificates for those who answer for people, and each one for the person it is about. */
@Path("/c/{client}/certificates")
@Produces(MediaType.TEXT_HTML)
class CertificatePages {

    private static final int MOST = 60;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_MONTHS = 120;

    private final Certificates certificates;
    private final CertificateReport report;
    private final CompletionReport completions;
    private final Library library;
    private final Rights rights;
    private final ClientScope scope;
    private final Pdf pdf;
    private final ObjectMapper json;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    CertificatePages(
            Certificates certificates,
            CertificateReport report,
            CompletionReport completions,
            Library library,
            Rights rights,
            ClientScope scope,
            Pdf pdf,
            ObjectMapper json,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.certificates = certificates;
        this.report = report;
        this.completions = completions;
        this.library = library;
        this.rights = rights;
        this.scope = scope;
        this.pdf = pdf;
        this.json = json;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** A line of the list. */
    record Row(
            UUID id,
            String number,
            String name,
            String department,
            String course,
            String validUntil,
            String validity) {}

    /** The list, and for those who reach the whole factory what they may set. */
    record ListView(String search, List<Row> rows, boolean more, boolean whole, String months) {}

    @CheckedTemplate(basePath = "certificates")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(UUID client, ListView view, String problem);

        static native TemplateInstance certificate(
                UUID client, CertificateView it, boolean manages, boolean revokes, String typed, String problem);

        static native TemplateInstance paper(Lang lang, CertificateView it);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance list(UUID client, @QueryParam("q") @Nullable String search) {
        return list(client, search == null ? "" : search.strip(), Optional.empty(), "");
    }

    private TemplateInstance list(UUID client, String search, Optional<String> typed, String problem) {
        Reader.Seat seat = reader.at(client);
        LocalDate today = today(seat.zone());
        Lang lang = language.lang();
        List<CertificateReport.Certificate> found = report.list(client, rights.reach(seat), search, MOST + 1);
        return Templates.list(
                client,
                new ListView(
                        search,
                        found.stream()
                                .limit(MOST)
                                .map(c -> new Row(
                                        c.id(),
                                        c.number(),
                                        c.name(),
                                        c.departmentName().in(lang),
                                        c.title().in(lang),
                                        c.validUntil().map(LocalDate::toString).orElse(""),
                                        c.on(today).name()))
                                .toList(),
                        found.size() > MOST,
                        seat.role().reachesAll(),
                        typed.orElseGet(() ->
                                completions.months(client).map(Object::toString).orElse(""))),
                problem);
    }

    /** For everybody who has completed a course and has no certificate of it yet. */
    @POST
    @Transactional
    @PermissionsAllowed(Rights.CERTIFY)
    public Response issue(UUID client) {
        certificates.issueAll(Optional.of(reader.get().account()));
        return Response.seeOther(URI.create("/c/" + client + "/certificates")).build();
    }

    /** For how long new ones hold. */
    @POST
    @Path("terms")
    @Transactional
    @PermissionsAllowed(Rights.CERTIFY)
    public Response terms(UUID client, @FormParam("months") @Nullable String months) {
        String given = months == null ? "" : months.strip();
        boolean right = given.isEmpty() || (given.matches("[1-9][0-9]{0,2}") && Integer.parseInt(given) <= MOST_MONTHS);
        if (!right) {
            return Response.status(422)
                    .entity(list(client, "", Optional.of(given), words().months_wrong(MOST_MONTHS)))
                    .build();
        }
        certificates.hold(
                given.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(given)),
                reader.get().account());
        return Response.seeOther(URI.create("/c/" + client + "/certificates")).build();
    }

    @GET
    @Path("{certificate}")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance certificate(UUID client, UUID certificate, UriInfo address) {
        return page(client, certificate, address, "", "");
    }

    private TemplateInstance page(UUID client, UUID certificate, UriInfo address, String typed, String problem) {
        Reader.Seat seat = reader.at(client);
        CertificateReport.Certificate found = visible(client, certificate);
        boolean manages = seat.role().sees();
        return Templates.certificate(
                client,
                view(found, seat, address),
                manages,
                seat.role().reachesAll() && found.revokedAt().isEmpty(),
                typed,
                problem);
    }

    /** On paper. The transaction is over before the printer begins. */
    @GET
    @Path("{certificate}/pdf")
    @Blocking
    @PermissionsAllowed(Rights.LEARN)
    public Response paper(UUID client, UUID certificate, @QueryParam("lang") @Nullable String lang, UriInfo address) {
        if (lang != null) {
            language.choose(Lang.of(lang));
        }
        CertificateView view =
                scope.inside(client, () -> view(visible(client, certificate), reader.at(client), address));
        byte[] bytes = pdf.render(Templates.paper(language.lang(), view).render());
        return Download.pdf(bytes, view.number() + " " + view.course() + ".pdf");
    }

    @POST
    @Path("{certificate}/revocation")
    @Transactional
    @PermissionsAllowed(Rights.CERTIFY)
    public Response revoke(
            UUID client, UUID certificate, @FormParam("reason") @Nullable String reason, UriInfo address) {
        String why = reason == null ? "" : reason.strip();
        visible(client, certificate);
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return Response.status(422)
                    .entity(page(client, certificate, address, why, words().reason_needed(LONGEST_REASON)))
                    .build();
        }
        if (!certificates.revoke(
                certificate, reader.get().account(), reader.get().name(), why)) {
            throw new Refusal(409, words().revoked_already());
        }
        return Response.seeOther(URI.create("/c/" + client + "/certificates/" + certificate))
                .build();
    }

    /** One's own, and those of the people of departments that one reaches; for all others there is no such certificate. */
    private CertificateReport.Certificate visible(UUID client, UUID id) {
        Reader.Seat seat = reader.at(client);
        CertificateReport.Certificate found = report.find(client, id).orElseThrow(NotFoundException::new);
        boolean own = seat.person().map(found.person()::equals).orElse(false);
        boolean managed = seat.role().sees()
                && rights.reach(seat).map(found.department()::equals).orElse(true);
        if (!own && !managed) {
            throw new NotFoundException();
        }
        return found;
    }

    private CertificateView view(CertificateReport.Certificate found, Reader.Seat seat, UriInfo address) {
        ZoneId zone = seat.zone();
        Lang lang = language.lang();
        return CertificateView.of(
                found,
                lang,
                today(zone),
                address.getBaseUri(),
                found.revokedAt()
                        .map(at -> at.atZone(zone).toLocalDate().toString())
                        .orElse(""),
                lessons(found.lessons(), zone, lang));
    }

    private List<CertificateView.LessonLine> lessons(String stored, ZoneId zone, Lang lang) {
        Catalogue catalogue = library.catalogue();
        try {
            List<CertificateView.LessonLine> lines = new ArrayList<>();
            for (JsonNode l : json.readTree(stored)) {
                String id = l.path("lesson").asText();
                lines.add(new CertificateView.LessonLine(
                        id.replaceAll("-.*", ""),
                        catalogue.lesson(id).map(x -> x.title().in(lang)).orElse(id),
                        Instant.parse(l.path("passed_at").asText())
                                .atZone(zone)
                                .toLocalDate()
                                .toString(),
                        l.path("version").asText().substring(0, 8)));
            }
            return lines;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.now(clock.withZone(zone));
    }

    private CertificateMessages words() {
        return MessageBundles.get(
                CertificateMessages.class, Localized.Literal.of(language.lang().code()));
    }
}
