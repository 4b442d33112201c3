package auditorium.clients;

import auditorium.access.Accounts;
import auditorium.access.CurrentReader;
import auditorium.access.Member;
import auditorium.access.Memberships;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.access.Role;
import auditorium.access.Slips;
import auditorium.access.StartCodes;
import auditorium.platform.Fields;
import auditorium.platform.Refusal;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a person signs in: a seat with a role, a start code on a slip, a pause, an end. {@link Rights} says who may do which. */
@Path("/c/{client}/people")
@Produces(MediaType.TEXT_HTML)
class PersonAccountPages {

    private final PersonPages pages;
    private final Departments departments;
    private final Memberships memberships;
    private final Accounts accounts;
    private final StartCodes codes;
    private final Slips slips;
    private final Rights rights;
    private final CurrentReader reader;
    private final Words words;

    PersonAccountPages(
            PersonPages pages,
            Departments departments,
            Memberships memberships,
            Accounts accounts,
            StartCodes codes,
            Slips slips,
            Rights rights,
            CurrentReader reader,
            Words words) {
        this.pages = pages;
        this.departments = departments;
        this.memberships = memberships;
        this.accounts = accounts;
        this.codes = codes;
        this.slips = slips;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
    }

    /** Gives the person a seat, or another one; whoever has no secret then gets a slip. */
    @POST
    @Path("{person}/membership")
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response give(UUID client, UUID person, @BeanParam AccountForm typed, @Context UriInfo at) {
        Person p = pages.reached(client, person);
        if (p.leftOn().isPresent()) {
            throw new Refusal(409, words.people().has_left());
        }
        AccountForm.Values v = typed.values();
        Role role = Fields.named(Role.values(), v.role())
                .filter(r -> r != Role.CONSULTANT
                        && rights.givenBy(reader.get(), client).contains(r))
                .orElseThrow(() -> new Refusal(403, words.people().not_yours()));
        Optional<Member> now = memberships.ofPerson(client, person);
        String problem = role == Role.WORKER ? "" : problemOfLogin(v.login(), now);
        if (!problem.isEmpty()) {
            return Response.status(422)
                    .entity(pages.page(client, p, v, problem))
                    .build();
        }
        UUID department = role == Role.DEPARTMENT_MANAGER && !v.department().isEmpty()
                ? departments.inOrder().stream()
                        .map(Department::id)
                        .filter(d -> d.toString().equals(v.department()))
                        .findFirst()
                        .orElseThrow(NotFoundException::new)
                : p.department().id();
        memberships.give(
                client,
                new Memberships.Grant(
                        role,
                        p.name(),
                        role == Role.WORKER ? Optional.empty() : Optional.of(v.login()),
                        role == Role.WORKER ? Optional.of(p.number()) : Optional.empty(),
                        Optional.of(department),
                        Optional.of(person),
                        words.lang().code()),
                reader.get());
        Member member = memberships.ofPerson(client, person).orElseThrow();
        return member.state() == Member.State.READY ? to(client, person) : slip(client, p, member, at);
    }

    private String problemOfLogin(String login, Optional<Member> now) {
        if (!Accounts.goodLogin(login)) {
            return words.people().login_bad();
        }
        boolean own = now.map(m -> m.login().equals(login)).orElse(false);
        return !own && accounts.byLogin(login).isPresent() ? words.people().login_taken(login) : "";
    }

    /** A new start code instead of the secret that was forgotten. */
    @POST
    @Path("{person}/start-code")
    @Transactional
    @PermissionsAllowed(Rights.SEE_PEOPLE)
    public Response startCode(UUID client, UUID person, @Context UriInfo at) {
        Person p = pages.reached(client, person);
        Member member = member(client, person);
        if (!rights.mayReset(reader.get(), member)) {
            throw new Refusal(403, words.people().not_yours());
        }
        return slip(client, p, member, at);
    }

    private Response slip(UUID client, Person p, Member member, UriInfo at) {
        Reader.Seat seat = reader.at(client);
        String code = codes.make(member.account(), reader.get().account());
        Slips.Slip slip = member.byPin()
                ? Slips.Slip.byNumber(p.name(), p.department().name().in(words.lang()), seat.code(), p.number(), code)
                : Slips.Slip.byLogin(p.name(), member.login(), code);
        return slips.one(slip, "/c/" + client + "/people/" + p.id(), at);
    }

    @POST
    @Path("{person}/suspension")
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response suspend(UUID client, UUID person) {
        pages.reached(client, person);
        memberships.suspend(member(client, person), reader.get());
        return to(client, person);
    }

    @POST
    @Path("{person}/resumption")
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response resume(UUID client, UUID person) {
        pages.reached(client, person);
        memberships.resume(member(client, person), reader.get());
        return to(client, person);
    }

    @POST
    @Path("{person}/membership/end")
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response end(UUID client, UUID person) {
        pages.reached(client, person);
        memberships.end(member(client, person), reader.get());
        return to(client, person);
    }

    /** Says that this person is the one who signs in already, for instance the factory's first manager. */
    @POST
    @Path("{person}/identity")
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response identify(UUID client, UUID person, @FormParam("membership") @Nullable String membership) {
        Person p = pages.reached(client, person);
        Member member = memberships.managers(client).stream()
                .filter(m -> m.id().toString().equals(membership))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        memberships.identify(member, p.id(), p.department().id(), reader.get());
        return to(client, person);
    }

    private Member member(UUID client, UUID person) {
        return memberships.ofPerson(client, person).orElseThrow(NotFoundException::new);
    }

    private static Response to(UUID client, UUID person) {
        return Response.seeOther(URI.create("/c/" + client + "/people/" + person))
                .build();
    }
}
