package auditorium.clients;

import auditorium.access.Rights;
import auditorium.library.content.DepartmentKind;
import auditorium.platform.Ids;
import auditorium.platform.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The departments of a factory: each has a kind, which says what requirements it answers for. */
@Path("/c/{client}")
@Produces(MediaType.TEXT_HTML)
class DepartmentPages {

    private final Departments departments;
    private final PeopleReport report;
    private final Event<RosterChanged> changed;
    private final Words words;

    DepartmentPages(Departments departments, PeopleReport report, Event<RosterChanged> changed, Words words) {
        this.departments = departments;
        this.report = report;
        this.changed = changed;
        this.words = words;
    }

    /** A department in the list. */
    record Row(UUID id, String code, String kind, String name, long people) {}

    /** A kind to choose. */
    record Choice(String id, String title) {}

    @CheckedTemplate(basePath = "clients")
    static class Templates {
        private Templates() {}

        static native TemplateInstance departments(UUID client, List<Row> departments);

        /** {@code own} is empty for a new department. */
        static native TemplateInstance department(
                UUID client, String own, DepartmentForm.Values form, List<Choice> kinds, List<String> problems);
    }

    @GET
    @Path("departments")
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public TemplateInstance all(UUID client) {
        Map<UUID, Long> people = report.workingByDepartment(client);
        return Templates.departments(
                client,
                departments.inOrder().stream()
                        .map(d -> new Row(
                                d.id(),
                                d.code(),
                                d.kind().title().in(words.lang()),
                                d.name().in(words.lang()),
                                people.getOrDefault(d.id(), 0L)))
                        .toList());
    }

    @GET
    @Path("departments/new")
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public TemplateInstance blank(UUID client) {
        return page(
                client, "", DepartmentForm.Values.blank(departments.inOrder().size() + 1), List.of());
    }

    @POST
    @Path("departments")
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response add(UUID client, @BeanParam DepartmentForm typed) {
        DepartmentForm.Values v = typed.values();
        List<String> problems = DepartmentForm.problems(v, departments.inOrder(), Optional.empty(), words.people());
        if (!problems.isEmpty()) {
            return Response.status(422).entity(page(client, "", v, problems)).build();
        }
        departments.persist(new Department(Ids.next(), v.code(), v.knownKind().orElseThrow(), v.name(), v.place()));
        changed.fire(new RosterChanged(client));
        return list(client);
    }

    @GET
    @Path("departments/{department}")
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public TemplateInstance form(UUID client, UUID department) {
        return page(client, department.toString(), DepartmentForm.Values.of(find(department)), List.of());
    }

    @POST
    @Path("departments/{department}")
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response change(UUID client, UUID department, @BeanParam DepartmentForm typed) {
        Department known = find(department);
        DepartmentForm.Values v = typed.values();
        List<String> problems =
                DepartmentForm.problems(v, departments.inOrder(), Optional.of(department), words.people());
        if (!problems.isEmpty()) {
            return Response.status(422)
                    .entity(page(client, department.toString(), v, problems))
                    .build();
        }
        known.change(v.code(), v.knownKind().orElseThrow(), v.name(), v.place());
        changed.fire(new RosterChanged(client));
        return list(client);
    }

    /** Only a department that nothing hangs on can go; what has a history stays with it. */
    @POST
    @Path("departments/{department}/removal")
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response remove(UUID client, UUID department) {
        try {
            departments.delete(find(department));
            departments.flush();
        } catch (PersistenceException inUse) {
            throw new Refusal(409, words.people().department_in_use());
        }
        changed.fire(new RosterChanged(client));
        return list(client);
    }

    private Department find(UUID id) {
        return departments.findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance page(UUID client, String own, DepartmentForm.Values form, List<String> problems) {
        return Templates.department(
                client,
                own,
                form,
                Arrays.stream(DepartmentKind.values())
                        .map(k -> new Choice(k.name(), k.title().in(words.lang())))
                        .toList(),
                problems);
    }

    private static Response list(UUID client) {
        return Response.seeOther(URI.create("/c/" + client + "/departments")).build();
    }
}
