package auditorium.lists;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.library.Catalogue;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Place;
import auditorium.library.content.Requirement;
import auditorium.platform.Fields;
import auditorium.platform.Lang;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The requirements that only this client has: who answers for each, and where on the walk it is looked at. */
@Path("/c/{client}/own-requirements")
@Produces(MediaType.TEXT_HTML)
class OwnRequirementPages {

    private static final int PAGE = 30;

    private final ListReport report;
    private final Decisions decisions;
    private final ClientLibrary library;
    private final Rights rights;
    private final CurrentReader reader;
    private final Words words;

    OwnRequirementPages(
            ListReport report,
            Decisions decisions,
            ClientLibrary library,
            Rights rights,
            CurrentReader reader,
            Words words) {
        this.report = report;
        this.decisions = decisions;
        this.library = library;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
    }

    /** Something to choose. */
    record Choice(String id, String title, boolean chosen) {}

    /** An own requirement; {@code archivedOn} is empty while a list asks for it. */
    record Own(
            String key,
            String title,
            String text,
            String grade,
            String from,
            String archivedOn,
            List<Choice> kinds,
            String answering,
            String place,
            List<Choice> places) {}

    @CheckedTemplate(basePath = "lists")
    static class Templates {
        private Templates() {}

        static native TemplateInstance own(
                UUID client, List<Own> own, int all, int page, int pages, boolean manages, String problem);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance own(UUID client, @QueryParam("page") @Nullable String page) {
        return page(client, Fields.page(page), "");
    }

    private TemplateInstance page(UUID client, int asked, String problem) {
        Catalogue catalogue = library.catalogue();
        ZoneId zone = reader.at(client).zone();
        int all = report.owns(client);
        int pages = Math.max(1, (all + PAGE - 1) / PAGE);
        int page = Math.min(pages, asked);
        return Templates.own(
                client,
                report.own(client, (page - 1) * PAGE, PAGE).stream()
                        .map(o -> view(o, catalogue, zone))
                        .toList(),
                all,
                page,
                pages,
                rights.managesLists(reader.at(client)),
                problem);
    }

    private Own view(ListReport.Own own, Catalogue catalogue, ZoneId zone) {
        Lang lang = words.lang();
        Set<DepartmentKind> kinds = Decisions.kinds(own.kinds());
        Optional<Requirement> known = catalogue.requirement(own.key());
        String place = known.map(Requirement::place).orElse(own.place());
        return new Own(
                own.key(),
                known.map(r -> r.title().in(lang)).orElse(""),
                known.map(r -> r.text().in(lang)).orElse(""),
                known.map(r -> r.severity().name()).orElse(""),
                known.map(r -> r.guidance().in(lang)).orElse(""),
                own.archivedAt()
                        .map(t -> t.atZone(zone).toLocalDate().toString())
                        .orElse(""),
                Arrays.stream(DepartmentKind.values())
                        .map(k -> new Choice(k.name(), k.title().in(lang), kinds.contains(k)))
                        .toList(),
                String.join(
                        lang.comma(),
                        kinds.stream().map(k -> k.title().in(lang)).toList()),
                catalogue.place(place).map(p -> p.title().in(lang)).orElse(""),
                catalogue.places().stream()
                        .map(p -> new Choice(p.id(), p.title().in(lang), p.id().equals(place)))
                        .toList());
    }

    /** Says who answers for it and where it is looked at. */
    @POST
    @Path("{key}/answering")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @PermissionsAllowed(Rights.LISTS)
    public Response answer(UUID client, @PathParam("key") String key, MultivaluedMap<String, String> form) {
        if (!key.matches("X-[0-9]{4,6}")) {
            throw new NotFoundException();
        }
        Set<DepartmentKind> kinds = EnumSet.noneOf(DepartmentKind.class);
        for (DepartmentKind kind : DepartmentKind.values()) {
            if (form.getOrDefault("kind", List.of()).contains(kind.name())) {
                kinds.add(kind);
            }
        }
        int page = Fields.page(form.getFirst("page"));
        Optional<Place> place = library.catalogue().place(Fields.text(form.getFirst("place"), ListPages.LONGEST_TITLE));
        if (kinds.isEmpty() || place.isEmpty()) {
            return Response.status(422)
                    .entity(page(client, page, words.buyer().kinds_missing(key)))
                    .build();
        }
        if (!decisions.answer(client, Decisions.number(key), kinds, place.get())) {
            throw new NotFoundException();
        }
        return Response.seeOther(URI.create("/c/" + client + "/own-requirements?page=" + page + "#" + key))
                .build();
    }
}
