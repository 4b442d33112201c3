package auditorium.improvement;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Departments;
import auditorium.library.Catalogue;
import auditorium.library.content.Requirement;
import auditorium.library.content.Severity;
import auditorium.lists.ClientLibrary;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a real audit found, entered by those who answer for the whole factory or advise it. */
@Path("/c/{client}/audit-findings")
@Produces(MediaType.TEXT_HTML)
class AuditFindingPages {

    /** Of an area: only own requirements of a client can be more. */
    private static final int MOST_OFFERED = 500;

    private final Findings findings;
    private final Departments departments;
    private final ClientLibrary library;
    private final Typed typed;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    AuditFindingPages(
            Findings findings,
            Departments departments,
            ClientLibrary library,
            Typed typed,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.findings = findings;
        this.departments = departments;
        this.library = library;
        this.typed = typed;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** The form, with what was typed. */
    record EntryView(
            List<Choice> departments,
            List<AreaView> areas,
            List<String> grades,
            String requirement,
            String grade,
            String basis,
            String source,
            String fact,
            String problem,
            UUID formId) {}

    /** A department. */
    record Choice(UUID id, String name, boolean chosen) {}

    /** Requirements of one area. */
    record AreaView(String title, List<RequirementChoice> requirements) {}

    /** A requirement. */
    record RequirementChoice(String id, String title, boolean chosen) {}

    @CheckedTemplate(basePath = "improvement")
    static class Templates {
        private Templates() {}

        static native TemplateInstance auditFinding(UUID client, EntryView entry);
    }

    @GET
    @Path("new")
    @Transactional
    @PermissionsAllowed(Rights.ENTER_FINDINGS)
    public TemplateInstance form(UUID client) {
        return Templates.auditFinding(client, view(Optional.empty(), "", "", "", "", "", "", Ids.next()));
    }

    @POST
    @Transactional
    @PermissionsAllowed(Rights.ENTER_FINDINGS)
    public Response enter(
            UUID client,
            @FormParam("department") @Nullable UUID department,
            @FormParam("requirement") @Nullable String requirement,
            @FormParam("grade") @Nullable String grade,
            @FormParam("basis") @Nullable String basis,
            @FormParam("source") @Nullable String source,
            @FormParam("fact") @Nullable String fact,
            @FormParam("id") @Nullable UUID id) {
        Catalogue catalogue = library.catalogue();
        UUID letter = id == null ? Ids.next() : id;
        Optional<Requirement> about = catalogue.requirement(Typed.text(requirement));
        Optional<Severity> worse = Typed.choice(Severity.class, grade);
        if (department == null
                || about.isEmpty()
                || Typed.text(fact).isEmpty()
                || Typed.text(source).isEmpty()) {
            EntryView again = view(
                    Optional.ofNullable(department),
                    Typed.text(requirement),
                    worse.map(Enum::name).orElse(""),
                    Typed.text(basis),
                    Typed.text(source),
                    Typed.text(fact),
                    typed.words().entry_incomplete(),
                    letter);
            return Response.status(422)
                    .entity(Templates.auditFinding(client, again))
                    .build();
        }
        Reader who = reader.get();
        departments.reached(reader.at(client), department);
        Severity standing = reader.at(client)
                .standard()
                .flatMap(catalogue::standard)
                .map(s -> s.gradeOf(about.get()))
                .orElse(about.get().severity());
        Finding finding = findings.open(
                letter,
                new Findings.Gap(
                        client,
                        department,
                        about.get(),
                        worse.orElse(standing),
                        null,
                        Typed.text(fact),
                        who.account(),
                        who.name(),
                        clock.instant(),
                        Typed.choice(Finding.Basis.class, basis).orElse(null),
                        Typed.text(source)),
                Finding.Origin.REAL_AUDIT);
        return Response.seeOther(URI.create("/c/" + client + "/findings/" + finding.id()))
                .build();
    }

    private EntryView view(
            Optional<UUID> department,
            String requirement,
            String grade,
            String basis,
            String source,
            String fact,
            String problem,
            UUID formId) {
        Lang lang = language.lang();
        Catalogue catalogue = library.catalogue();
        return new EntryView(
                departments.inOrder().stream()
                        .map(d -> new Choice(
                                d.id(),
                                d.name().in(lang),
                                department.filter(d.id()::equals).isPresent()))
                        .toList(),
                areas(catalogue, requirement, lang),
                Arrays.stream(Severity.values()).map(Enum::name).toList(),
                requirement,
                grade,
                basis,
                source,
                fact,
                problem,
                formId);
    }

    static List<AreaView> areas(Catalogue catalogue, String chosen, Lang lang) {
        return catalogue.areas().stream()
                .map(a -> new AreaView(
                        a.title().in(lang),
                        catalogue.requirements().stream()
                                .filter(r -> r.area().equals(a.id()))
                                .limit(MOST_OFFERED)
                                .map(r ->
                                        new RequirementChoice(r.id(), r.title().in(lang), r.id().equals(chosen)))
                                .toList()))
                .toList();
    }
}
