package auditorium.improvement;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Departments;
import auditorium.clients.People;
import auditorium.clients.Person;
import auditorium.improvement.domain.DueDate;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Requirement;
import auditorium.library.content.TaskTemplate;
import auditorium.platform.CurrentLanguage;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A finding: what was seen, and the improvement tasks that its requirement maps to, ready to be given out. */
@Path("/c/{client}/findings/{finding}")
@Produces(MediaType.TEXT_HTML)
class FindingPages {

    private final Findings findings;
    private final Tasks tasks;
    private final Improvement improvement;
    private final Departments departments;
    private final People people;
    private final Library library;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    FindingPages(
            Findings findings,
            Tasks tasks,
            Improvement improvement,
            Departments departments,
            People people,
            Library library,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.findings = findings;
        this.tasks = tasks;
        this.improvement = improvement;
        this.departments = departments;
        this.people = people;
        this.library = library;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** The finding as the page shows it. */
    record FindingView(
            UUID id,
            String label,
            UUID departmentId,
            String department,
            String requirement,
            String requirementTitle,
            String grade,
            String fact,
            String openedBy,
            String openedOn,
            boolean open) {}

    /** A task that could be given out, filled in as the template and the client suggest. */
    record Proposal(
            String template,
            String title,
            String action,
            String role,
            List<OwnerChoice> owners,
            String due,
            String closesWith,
            boolean chosen) {}

    /** Somebody who may own a task. */
    record OwnerChoice(UUID id, String label, boolean chosen) {}

    @CheckedTemplate(basePath = "improvement")
    static class Templates {
        private Templates() {}

        static native TemplateInstance finding(
                UUID client, FindingView finding, List<TaskCard> tasks, List<Proposal> proposals, String today);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance finding(UUID client, UUID finding) {
        Finding found = reached(client, finding);
        Lang lang = language.lang();
        LocalDate today = today(client);
        List<Task> planned = tasks.of(finding);
        Catalogue catalogue = library.catalogue();
        List<Proposal> proposals = found.open() ? proposals(client, found, planned, catalogue) : List.of();
        String title = catalogue
                .requirement(found.requirement())
                .map(r -> r.title().in(lang))
                .orElse("");
        FindingView view = new FindingView(
                found.id(),
                found.label(),
                found.department(),
                departments.findById(found.department()).name().in(lang),
                found.requirement(),
                title,
                found.grade().name(),
                found.fact(),
                found.openedByName(),
                found.openedAt().atZone(reader.at(client).zone()).toLocalDate().toString(),
                found.open());
        return Templates.finding(
                client,
                view,
                planned.stream().map(t -> TaskCard.of(t, lang, today)).toList(),
                proposals,
                today.toString());
    }

    /** The templates of the requirement that are not planned yet; the first is chosen beforehand. */
    private List<Proposal> proposals(UUID client, Finding finding, List<Task> planned, Catalogue catalogue) {
        Lang lang = language.lang();
        List<Person> leaders = people.leaders();
        List<Proposal> proposals = new ArrayList<>();
        List<String> templates = catalogue
                .requirement(finding.requirement())
                .map(Requirement::tasks)
                .orElse(List.of());
        for (String id : templates) {
            if (planned.stream().anyMatch(t -> t.template().equals(id))) {
                continue;
            }
            TaskTemplate template = catalogue.task(id).orElseThrow();
            UUID suggested = people.inRole(template.owner()).map(Person::id).orElse(new UUID(0, 0));
            List<OwnerChoice> owners = leaders.stream()
                    .map(p -> new OwnerChoice(
                            p.id(),
                            p.name() + " · " + p.department().name().in(lang) + " · " + p.job(),
                            p.id().equals(suggested)))
                    .toList();
            proposals.add(new Proposal(
                    id,
                    template.title().in(lang),
                    template.action().in(lang),
                    template.owner().title().in(lang),
                    owners,
                    DueDate.of(today(client), template.days(), reader.at(client).auditOn())
                            .toString(),
                    template.closesWith().in(lang),
                    planned.isEmpty() && proposals.isEmpty()));
        }
        return proposals;
    }

    /** Gives out the chosen tasks. Sent twice, there is still one task a template. */
    @POST
    @Path("tasks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public Response plan(UUID client, UUID finding, MultivaluedMap<String, String> fields) {
        Finding found = reached(client, finding);
        Catalogue catalogue = library.catalogue();
        Requirement requirement = catalogue.requirement(found.requirement()).orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        for (String id : fields.getOrDefault("template", List.of())) {
            if (!requirement.tasks().contains(id)) {
                throw new BadRequestException();
            }
            Person owner =
                    people.withDepartment(uuid(fields.getFirst("owner." + id))).orElseThrow(BadRequestException::new);
            improvement.plan(
                    found,
                    catalogue.task(id).orElseThrow(),
                    owner,
                    date(fields.getFirst("due." + id), today(client)),
                    now);
        }
        return Response.seeOther(URI.create("/c/" + client + "/findings/" + finding))
                .build();
    }

    private Finding reached(UUID client, UUID id) {
        Finding finding = findings.findByIdOptional(id).orElseThrow(NotFoundException::new);
        Reader.Seat seat = reader.at(client);
        departments.reached(seat, finding.department());
        return finding;
    }

    private LocalDate today(UUID client) {
        return LocalDate.now(clock.withZone(reader.at(client).zone()));
    }

    private static UUID uuid(@org.jspecify.annotations.Nullable String value) {
        try {
            return UUID.fromString(value == null ? "" : value);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e);
        }
    }

    private static LocalDate date(@org.jspecify.annotations.Nullable String value, LocalDate today) {
        try {
            LocalDate date = LocalDate.parse(value == null ? "" : value);
            if (date.isBefore(today)) {
                throw new BadRequestException();
            }
            return date;
        } catch (DateTimeParseException e) {
            throw new BadRequestException(e);
        }
    }
}
