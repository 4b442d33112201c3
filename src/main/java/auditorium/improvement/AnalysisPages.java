package auditorium.improvement;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.clients.Departments;
import auditorium.library.Library;
import auditorium.library.content.Cause;
import auditorium.library.content.Severity;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Why it happened: the fact, how it is contained, up to five times why, and a cause of the catalogue. Every saving is kept. */
@Path("/c/{client}/findings/{finding}/analysis")
@Produces(MediaType.TEXT_HTML)
class AnalysisPages {

    private final Findings findings;
    private final FindingRevisions revisions;
    private final Departments departments;
    private final Library library;
    private final Rights rights;
    private final Typed typed;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    AnalysisPages(
            Findings findings,
            FindingRevisions revisions,
            Departments departments,
            Library library,
            Rights rights,
            Typed typed,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.findings = findings;
        this.revisions = revisions;
        this.departments = departments;
        this.library = library;
        this.rights = rights;
        this.typed = typed;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** The form with what is understood now, or with what was typed and could not be taken. */
    record AnalysisView(
            UUID finding,
            String label,
            String requirement,
            String requirementTitle,
            String grade,
            List<String> grades,
            String fact,
            String containment,
            List<String> whys,
            String cause,
            List<CauseGroup> causes,
            String reason,
            String problem,
            UUID formId) {}

    /** Causes of one kind. */
    record CauseGroup(String title, List<CauseChoice> causes) {}

    /** A cause with the question that tells whether it is this one. */
    record CauseChoice(String id, String title, String question) {}

    @CheckedTemplate(basePath = "improvement")
    static class Templates {
        private Templates() {}

        static native TemplateInstance analysis(UUID client, AnalysisView analysis);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public TemplateInstance analysis(UUID client, UUID finding) {
        Finding found = reached(client, finding);
        return Templates.analysis(client, view(found, revisions.now(found), "", Ids.next()));
    }

    /** Understands the finding anew; what was before stays in its history. */
    @POST
    @Path("revisions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public Response revise(UUID client, UUID finding, MultivaluedMap<String, String> fields) {
        Finding found = reached(client, finding);
        FindingRevision.Words before = revisions.now(found);
        String cause = Typed.text(fields.getFirst("cause"));
        FindingRevision.Words words = new FindingRevision.Words(
                Typed.choice(Severity.class, fields.getFirst("grade")).orElse(before.grade()),
                Typed.text(fields.getFirst("fact")),
                Typed.text(fields.getFirst("containment")),
                fields.getOrDefault("why", List.of()).stream()
                        .map(Typed::text)
                        .filter(w -> !w.isEmpty())
                        .limit(FindingRevision.WHYS)
                        .toList(),
                library.catalogue().cause(cause).map(Cause::id).orElse(null),
                Typed.text(fields.getFirst("reason")));
        UUID id = id(fields.getFirst("id"));
        Optional<String> problem = problem(client, before, words);
        if (problem.isPresent()) {
            return Response.status(422)
                    .entity(Templates.analysis(client, view(found, words, problem.get(), id)))
                    .build();
        }
        revisions.add(
                id,
                found,
                words,
                new FindingSteps.By(reader.get().account(), reader.get().name(), clock.instant()));
        return Response.seeOther(URI.create("/c/" + client + "/findings/" + finding))
                .build();
    }

    /** A milder grade is for those who answer for the whole factory: nobody marks the own gap down. */
    private Optional<String> problem(UUID client, FindingRevision.Words before, FindingRevision.Words words) {
        if (words.fact().isEmpty()) {
            return Optional.of(typed.words().fact_missing());
        }
        boolean changed = words.grade() != before.grade() || !words.fact().equals(before.fact());
        if (changed && words.reason().isEmpty()) {
            return Optional.of(typed.words().revision_needs_reason());
        }
        if (words.grade().compareTo(before.grade()) > 0
                && rights.reach(reader.at(client)).isPresent()) {
            return Optional.of(typed.words().milder_not_by_department());
        }
        return Optional.empty();
    }

    private AnalysisView view(Finding finding, FindingRevision.Words words, String problem, UUID formId) {
        Lang lang = language.lang();
        List<String> whys = new ArrayList<>(words.whys());
        while (whys.size() < FindingRevision.WHYS) {
            whys.add("");
        }
        List<CauseGroup> causes = Arrays.stream(Cause.Group.values())
                .map(g -> new CauseGroup(
                        g.title().in(lang),
                        library.catalogue().causes().stream()
                                .filter(c -> c.group() == g)
                                .map(c -> new CauseChoice(
                                        c.id(), c.title().in(lang), c.question().in(lang)))
                                .toList()))
                .filter(g -> !g.causes().isEmpty())
                .toList();
        return new AnalysisView(
                finding.id(),
                finding.label(),
                finding.requirement(),
                library.catalogue()
                        .requirement(finding.requirement())
                        .map(r -> r.title().in(lang))
                        .orElse(""),
                words.grade().name(),
                Arrays.stream(Severity.values()).map(Enum::name).toList(),
                words.fact(),
                words.containment(),
                whys,
                words.cause() == null ? "" : words.cause(),
                causes,
                problem.isEmpty() ? "" : words.reason(),
                problem,
                formId);
    }

    private Finding reached(UUID client, UUID id) {
        Finding finding = findings.findByIdOptional(id).orElseThrow(NotFoundException::new);
        departments.reached(reader.at(client), finding.department());
        return finding;
    }

    private static UUID id(@org.jspecify.annotations.Nullable String value) {
        try {
            return value == null || value.isBlank() ? Ids.next() : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e);
        }
    }
}
