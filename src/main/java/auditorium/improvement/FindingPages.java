package auditorium.improvement;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.clients.Departments;
import auditorium.clients.People;
import auditorium.clients.Person;
import auditorium.improvement.domain.Verification;
import auditorium.library.Catalogue;
import auditorium.library.content.Requirement;
import auditorium.library.content.TaskTemplate;
import auditorium.lists.ClientLibrary;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.platform.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
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
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A finding: what was seen and why, its tasks, those that could be given out, and later whether it worked. */
@Path("/c/{client}/findings/{finding}")
@Produces(MediaType.TEXT_HTML)
class FindingPages {

    private final Findings findings;
    private final FindingSheet sheet;
    private final Improvement improvement;
    private final Departments departments;
    private final People people;
    private final ClientLibrary library;
    private final Typed typed;
    private final CurrentReader reader;
    private final Clock clock;

    FindingPages(
            Findings findings,
            FindingSheet sheet,
            Improvement improvement,
            Departments departments,
            People people,
            ClientLibrary library,
            Typed typed,
            CurrentReader reader,
            Clock clock) {
        this.findings = findings;
        this.sheet = sheet;
        this.improvement = improvement;
        this.departments = departments;
        this.people = people;
        this.library = library;
        this.typed = typed;
        this.reader = reader;
        this.clock = clock;
    }

    /** Somebody who may own a task. */
    record OwnerChoice(UUID id, String label, boolean chosen) {}

    /** What was typed and could not be taken, and why; {@code form} says in which form. */
    record Draft(
            String form,
            String problem,
            String kind,
            String title,
            String action,
            String closesWith,
            String due,
            String note) {
        static final Draft NONE = new Draft("", "", "", "", "", "", "", "");
    }

    @CheckedTemplate(basePath = "improvement")
    static class Templates {
        private Templates() {}

        static native TemplateInstance finding(UUID client, FindingSheet.FindingView finding, Draft draft);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance finding(UUID client, UUID finding) {
        return Templates.finding(client, sheet.of(client, reached(client, finding)), Draft.NONE);
    }

    private Response again(UUID client, Finding finding, Draft draft) {
        return Response.status(422)
                .entity(Templates.finding(client, sheet.of(client, finding), draft))
                .build();
    }

    static List<OwnerChoice> owners(List<Person> leaders, UUID chosen, Lang lang) {
        return leaders.stream()
                .map(p -> new OwnerChoice(
                        p.id(),
                        p.name() + " · " + p.department().name().in(lang) + " · " + p.job(),
                        p.id().equals(chosen)))
                .toList();
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
        for (String id : fields.getOrDefault("template", List.of())) {
            if (!requirement.tasks().contains(id)) {
                throw new BadRequestException();
            }
            improvement.plan(
                    found,
                    catalogue.task(id).orElseThrow(),
                    owner(fields.getFirst("owner." + id)),
                    due(client, fields.getFirst("due." + id)),
                    act(client, null));
        }
        return back(client, finding);
    }

    /** A task in one's own words. */
    @POST
    @Path("own-tasks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public Response planOwn(UUID client, UUID finding, MultivaluedMap<String, String> fields) {
        Finding found = reached(client, finding);
        Optional<TaskTemplate.Kind> kind = Typed.choice(TaskTemplate.Kind.class, fields.getFirst("kind"));
        Draft draft = new Draft(
                "own",
                "",
                kind.map(Enum::name).orElse(""),
                Typed.text(fields.getFirst("title")),
                Typed.text(fields.getFirst("action")),
                Typed.text(fields.getFirst("closes-with")),
                Typed.text(fields.getFirst("due")),
                "");
        if (kind.isEmpty() || draft.title().isEmpty() || draft.closesWith().isEmpty()) {
            return again(
                    client,
                    found,
                    new Draft(
                            "own",
                            typed.words().own_task_incomplete(),
                            draft.kind(),
                            draft.title(),
                            draft.action(),
                            draft.closesWith(),
                            draft.due(),
                            ""));
        }
        String action = draft.action().isEmpty() ? draft.title() : draft.action();
        improvement.plan(
                found,
                new Task.OwnWords(kind.get(), draft.title(), action, draft.closesWith()),
                owner(fields.getFirst("owner")),
                due(client, draft.due()),
                act(client, id(fields.getFirst("id"))));
        return back(client, finding);
    }

    /** “I have looked after a while, and it works.” */
    @POST
    @Path("confirmation")
    @Transactional
    @PermissionsAllowed(Rights.VERIFY)
    public Response confirm(
            UUID client, UUID finding, @FormParam("note") @Nullable String note, @FormParam("id") @Nullable UUID id) {
        Finding found = reached(client, finding);
        requireNoObjection(client, found);
        if (Typed.text(note).isEmpty()) {
            return again(client, found, problem(typed.words().check_needs_words(), ""));
        }
        if (!improvement.confirm(found, Typed.text(note), act(client, id))) {
            String why = found.checkOn()
                    .map(on -> typed.words().check_too_early(on))
                    .orElse(typed.words().finding_not_in_this_state());
            return again(client, found, problem(why, Typed.text(note)));
        }
        return back(client, finding);
    }

    /** “I have looked, and it does not work.” The chosen tasks go back to work. */
    @POST
    @Path("failure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @PermissionsAllowed(Rights.VERIFY)
    public Response fail(UUID client, UUID finding, MultivaluedMap<String, String> fields) {
        Finding found = reached(client, finding);
        requireNoObjection(client, found);
        String note = Typed.text(fields.getFirst("note"));
        Set<UUID> again = new HashSet<>();
        for (String task : fields.getOrDefault("task", List.of())) {
            again.add(id(task));
        }
        if (note.isEmpty() || again.isEmpty()) {
            return again(client, found, problem(typed.words().failure_needs(), note));
        }
        if (!improvement.fail(found, again, note, act(client, id(fields.getFirst("id"))))) {
            return again(client, found, problem(typed.words().finding_not_in_this_state(), note));
        }
        return back(client, finding);
    }

    private static Draft problem(String words, String note) {
        return new Draft("check", words, "", "", "", "", "", note);
    }

    private void requireNoObjection(UUID client, Finding finding) {
        improvement.objection(finding, reader.get(), reader.at(client)).ifPresent(o -> {
            throw new Refusal(
                    403,
                    o == Verification.Objection.OWN_WORK
                            ? typed.words().own_work()
                            : typed.words().own_department());
        });
    }

    private Finding reached(UUID client, UUID id) {
        Finding finding = findings.findByIdOptional(id).orElseThrow(NotFoundException::new);
        departments.reached(reader.at(client), finding.department());
        return finding;
    }

    private Person owner(@Nullable String value) {
        return people.withDepartment(id(value))
                .filter(p -> p.leftOn().isEmpty())
                .orElseThrow(() -> new Refusal(400, typed.words().owner_missing()));
    }

    private LocalDate due(UUID client, @Nullable String value) {
        LocalDate today = typed.today(client);
        return typed.date(value)
                .filter(d -> !d.isBefore(today))
                .orElseThrow(() -> new Refusal(400, typed.words().due_in_the_past()));
    }

    private static UUID id(@Nullable String value) {
        try {
            return value == null || value.isBlank() ? Ids.next() : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e);
        }
    }

    private Improvement.Act act(UUID client, @Nullable UUID id) {
        return new Improvement.Act(
                id == null ? Ids.next() : id, reader.get(), reader.at(client).zone(), clock.instant());
    }

    private static Response back(UUID client, UUID finding) {
        return Response.seeOther(URI.create("/c/" + client + "/findings/" + finding))
                .build();
    }
}
