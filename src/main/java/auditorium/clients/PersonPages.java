package auditorium.clients;

import auditorium.access.CurrentReader;
import auditorium.access.Member;
import auditorium.access.Memberships;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.access.Role;
import auditorium.library.content.OwnerRole;
import auditorium.platform.Fields;
import auditorium.platform.Lang;
import auditorium.platform.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person of the roster: who they are, how they sign in, what has happened; joining, changing, leaving, coming back. */
@Path("/c/{client}/people")
@Produces(MediaType.TEXT_HTML)
class PersonPages {

    private final People people;
    private final Departments departments;
    private final Roster roster;
    private final PeopleReport report;
    private final Memberships memberships;
    private final Rights rights;
    private final CurrentReader reader;
    private final Words words;
    private final Clock clock;

    PersonPages(
            People people,
            Departments departments,
            Roster roster,
            PeopleReport report,
            Memberships memberships,
            Rights rights,
            CurrentReader reader,
            Words words,
            Clock clock) {
        this.people = people;
        this.departments = departments;
        this.roster = roster;
        this.report = report;
        this.memberships = memberships;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /** Something to choose. */
    record Choice(String id, String title) {}

    /** The facts of a person. */
    record View(
            UUID id,
            String number,
            String name,
            String department,
            String job,
            boolean leads,
            String auditRole,
            String joinedOn,
            String leftOn,
            List<PeopleReport.Step> steps) {}

    /** How the person signs in, and what this reader may do about it. Empty texts where there is no account. */
    record SignInView(
            String state,
            String role,
            String login,
            String number,
            boolean mayGive,
            boolean mayReset,
            boolean mayEnd,
            List<Role> roles,
            List<Member> unidentified) {}

    @CheckedTemplate(basePath = "clients")
    static class Templates {
        private Templates() {}

        static native TemplateInstance person(
                UUID client,
                View person,
                SignInView signIn,
                List<Choice> departments,
                AccountForm.Values account,
                String accountProblem,
                boolean mayManage,
                String today);

        /** {@code own} is empty for a new person. */
        static native TemplateInstance personForm(
                UUID client,
                String own,
                PersonForm.Values form,
                List<Choice> departments,
                List<Choice> auditRoles,
                List<String> problems);
    }

    @GET
    @Path("new")
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public TemplateInstance blank(UUID client) {
        return form(client, "", PersonForm.Values.blank(today(client)), List.of());
    }

    @POST
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response add(UUID client, @BeanParam PersonForm typed) {
        PersonForm.Values v = typed.values();
        PersonForm.Checked checked = check(client, v, Optional.empty());
        if (checked.facts().isEmpty()) {
            return Response.status(422)
                    .entity(form(client, "", v, checked.problems()))
                    .build();
        }
        return to(client, roster.join(client, checked.facts().get()));
    }

    private PersonForm.Checked check(UUID client, PersonForm.Values v, Optional<UUID> own) {
        return PersonForm.check(v, departments.inOrder(), people.byNumber(v.number()), own, today(client), words);
    }

    private TemplateInstance form(UUID client, String own, PersonForm.Values form, List<String> problems) {
        return Templates.personForm(
                client,
                own,
                form,
                choices(departments.inOrder()),
                Arrays.stream(OwnerRole.values())
                        .map(r -> new Choice(r.name(), r.title().in(words.lang())))
                        .toList(),
                problems);
    }

    private List<Choice> choices(List<Department> all) {
        return all.stream()
                .map(d -> new Choice(d.id().toString(), d.name().in(words.lang())))
                .toList();
    }

    @GET
    @Path("{person}")
    @Transactional
    @PermissionsAllowed(Rights.SEE_PEOPLE)
    public TemplateInstance person(UUID client, UUID person) {
        return page(client, reached(client, person), AccountForm.Values.BLANK, "");
    }

    TemplateInstance page(UUID client, Person p, AccountForm.Values account, String problem) {
        Lang lang = words.lang();
        Reader.Seat seat = reader.at(client);
        return Templates.person(
                client,
                new View(
                        p.id(),
                        p.number(),
                        p.name(),
                        p.department().name().in(lang),
                        p.job(),
                        p.leads(),
                        p.auditRole().map(r -> r.title().in(lang)).orElse(""),
                        p.joinedOn().toString(),
                        p.leftOn().map(LocalDate::toString).orElse(""),
                        report.steps(client, p.id(), lang == Lang.EN)),
                signIn(client, p),
                choices(departments.reachedBy(seat)),
                account,
                problem,
                seat.role().reachesAll(),
                today(client).toString());
    }

    private SignInView signIn(UUID client, Person p) {
        Optional<Member> member = memberships.ofPerson(client, p.id());
        List<Role> roles = rights.givenBy(reader.get(), client).stream()
                .filter(r -> r != Role.CONSULTANT)
                .sorted()
                .toList();
        boolean here = p.leftOn().isEmpty() && !roles.isEmpty();
        List<Member> unidentified = here && member.isEmpty()
                ? memberships.managers(client).stream()
                        .filter(m -> m.person().isEmpty() && m.role() != Role.CONSULTANT)
                        .toList()
                : List.of();
        return member.map(m -> new SignInView(
                        m.state().name(),
                        m.role().name(),
                        m.login(),
                        m.number(),
                        here && rights.mayChange(reader.get(), m),
                        rights.mayReset(reader.get(), m),
                        rights.mayEnd(reader.get(), m),
                        roles,
                        unidentified))
                .orElseGet(() -> new SignInView("NONE", "", "", "", here, false, false, roles, unidentified));
    }

    @GET
    @Path("{person}/edit")
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public TemplateInstance edit(UUID client, UUID person) {
        Person p = reached(client, person);
        return form(client, p.id().toString(), PersonForm.Values.of(p), List.of());
    }

    @POST
    @Path("{person}")
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response change(UUID client, UUID person, @BeanParam PersonForm typed) {
        Person p = reached(client, person);
        PersonForm.Values v = typed.values();
        PersonForm.Checked checked = check(client, v, Optional.of(p.id()));
        if (checked.facts().isEmpty()) {
            return Response.status(422)
                    .entity(form(client, p.id().toString(), v, checked.problems()))
                    .build();
        }
        roster.change(client, p, checked.facts().get(), today(client));
        return to(client, person);
    }

    @POST
    @Path("{person}/departure")
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response leave(UUID client, UUID person, @FormParam("on") @Nullable String on) {
        Person p = reached(client, person);
        if (p.leftOn().isEmpty()) {
            roster.leave(client, p, dateUntilToday(client, on, p.joinedOn()));
        }
        return to(client, person);
    }

    @POST
    @Path("{person}/return")
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response comeBack(UUID client, UUID person, @FormParam("on") @Nullable String on) {
        Person p = reached(client, person);
        if (p.leftOn().isPresent()) {
            roster.comeBack(client, p, dateUntilToday(client, on, p.leftOn().get()));
        }
        return to(client, person);
    }

    private LocalDate dateUntilToday(UUID client, @Nullable String typed, LocalDate earliest) {
        String text = Fields.text(typed, 20);
        LocalDate on = PersonForm.date(text)
                .orElseThrow(() -> new Refusal(422, words.people().date_unknown(text)));
        if (on.isAfter(today(client)) || on.isBefore(earliest)) {
            throw new Refusal(
                    422,
                    words.people()
                            .date_between(earliest.toString(), today(client).toString()));
        }
        return on;
    }

    Person reached(UUID client, UUID person) {
        Person found = people.withDepartment(person).orElseThrow(NotFoundException::new);
        rights.requireReach(reader.at(client), found.department().id());
        return found;
    }

    private LocalDate today(UUID client) {
        return LocalDate.now(clock.withZone(reader.at(client).zone()));
    }

    private static Response to(UUID client, UUID person) {
        return Response.seeOther(URI.create("/c/" + client + "/people/" + person))
                .build();
    }
}
