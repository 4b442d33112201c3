package auditorium.clients;

import auditorium.access.Accounts;
import auditorium.access.CurrentReader;
import auditorium.access.Member;
import auditorium.access.Memberships;
import auditorium.access.Rights;
import auditorium.access.Role;
import auditorium.access.Slips;
import auditorium.access.StartCodes;
import auditorium.library.Library;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Fields;
import auditorium.platform.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Client factories, for the administrators of the server, and who manages or advises them. Nothing inside a factory is shown here. */
@Path("/clients")
@Produces(MediaType.TEXT_HTML)
class ClientPages {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{2,16}");

    private final Factories factories;
    private final Memberships memberships;
    private final Accounts accounts;
    private final StartCodes codes;
    private final Slips slips;
    private final Rights rights;
    private final CurrentReader reader;
    private final Library library;
    private final CurrentLanguage language;
    private final Words words;

    ClientPages(
            Factories factories,
            Memberships memberships,
            Accounts accounts,
            StartCodes codes,
            Slips slips,
            Rights rights,
            CurrentReader reader,
            Library library,
            CurrentLanguage language,
            Words words) {
        this.factories = factories;
        this.memberships = memberships;
        this.accounts = accounts;
        this.codes = codes;
        this.slips = slips;
        this.rights = rights;
        this.reader = reader;
        this.library = library;
        this.language = language;
        this.words = words;
    }

    /** A factory in the list. */
    record Row(UUID id, String code, String name, String standard, String auditOn) {}

    /** Somebody with a seat, and what this reader may do about it. */
    record Seat(Member member, boolean mayReset, boolean mayEnd) {}

    /** What was typed about a new manager or consultant. */
    record NewMember(String role, String login, String name) {
        static final NewMember BLANK = new NewMember("FACTORY_MANAGER", "", "");
    }

    @CheckedTemplate(basePath = "clients")
    static class Templates {
        private Templates() {}

        static native TemplateInstance clients(List<Row> factories);

        static native TemplateInstance newClient(
                FactoryForm.Values form, List<FactoryPages.Choice> standards, List<String> problems);

        static native TemplateInstance client(
                UUID factory,
                FactoryForm.Values form,
                List<FactoryPages.Choice> standards,
                List<String> problems,
                List<Seat> seats,
                NewMember added,
                String memberProblem);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.CLIENTS)
    public TemplateInstance all() {
        return Templates.clients(factories.all().stream()
                .map(f -> new Row(
                        f.id(),
                        f.code(),
                        f.name().in(words.lang()),
                        library.catalogue()
                                .standard(f.standard())
                                .map(s -> s.title().in(words.lang()))
                                .orElse(""),
                        f.auditOn().map(Object::toString).orElse("")))
                .toList());
    }

    @GET
    @Path("new")
    @Transactional
    @PermissionsAllowed(Rights.CLIENTS)
    public TemplateInstance form() {
        return Templates.newClient(FactoryForm.Values.BLANK, FactoryPages.standards(library, language), List.of());
    }

    @POST
    @Transactional
    @PermissionsAllowed(Rights.CLIENTS)
    public Response add(@BeanParam FactoryForm typed) {
        FactoryForm.Values v = typed.values();
        List<String> problems = new ArrayList<>();
        if (!CODE.matcher(v.code()).matches()) {
            problems.add(words.people().code_bad());
        } else if (factories.taken(v.code())) {
            problems.add(words.people().code_taken(v.code()));
        }
        problems.addAll(FactoryForm.problems(v, FactoryPages.standards(library, language), words.people()));
        if (!problems.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.newClient(v, FactoryPages.standards(library, language), problems))
                    .build();
        }
        UUID factory = factories.add(v.code(), v.name(), v.zone(), v.standard(), v.audit());
        return to(factory);
    }

    @GET
    @Path("{factory}")
    @Transactional
    @PermissionsAllowed(Rights.CLIENTS)
    public TemplateInstance one(UUID factory) {
        return page(factory, FactoryForm.Values.of(factories.get(factory)), List.of(), NewMember.BLANK, "");
    }

    private TemplateInstance page(
            UUID factory, FactoryForm.Values form, List<String> problems, NewMember added, String memberProblem) {
        List<Seat> seats = memberships.managers(factory).stream()
                .map(m -> new Seat(m, rights.mayReset(reader.get(), m), rights.mayEnd(reader.get(), m)))
                .toList();
        return Templates.client(
                factory, form, standards(factories.get(factory)), problems, seats, added, memberProblem);
    }

    /** Everybody's standards, and what the factory has now: it may be a customer's list, whose name is none of an administrator's business. */
    private List<FactoryPages.Choice> standards(Factories.Factory now) {
        List<FactoryPages.Choice> standards = new ArrayList<>(FactoryPages.standards(library, language));
        if (!now.standard().isEmpty() && standards.stream().noneMatch(s -> s.id().equals(now.standard()))) {
            standards.add(new FactoryPages.Choice(now.standard(), words.people().standard_own()));
        }
        return standards;
    }

    @POST
    @Path("{factory}")
    @Transactional
    @PermissionsAllowed(Rights.CLIENTS)
    public Response change(UUID factory, @BeanParam FactoryForm typed) {
        Factories.Factory now = factories.get(factory);
        FactoryForm.Values v = typed.values();
        FactoryForm.Values form =
                new FactoryForm.Values(now.code(), v.nameZh(), v.nameEn(), v.zone(), v.standard(), v.auditOn());
        List<String> problems = FactoryForm.problems(form, standards(now), words.people());
        if (!problems.isEmpty()) {
            return Response.status(422)
                    .entity(page(factory, form, problems, NewMember.BLANK, ""))
                    .build();
        }
        factories.change(factory, form.name(), form.zone(), form.standard(), form.audit());
        return to(factory);
    }

    /** A factory manager or a consultant. Somebody who has an account already keeps it, password and all. */
    @POST
    @Path("{factory}/members")
    @Transactional
    @PermissionsAllowed(Rights.CLIENTS)
    public Response addMember(
            UUID factory,
            @FormParam("role") @Nullable String role,
            @FormParam("login") @Nullable String login,
            @FormParam("name") @Nullable String name,
            @Context UriInfo at) {
        Factories.Factory known = factories.get(factory);
        NewMember typed =
                new NewMember(Fields.text(role, 30), Accounts.login(Fields.text(login, 80)), Fields.text(name, 80));
        Optional<Role> wanted = rights.givenBy(reader.get(), factory).stream()
                .filter(r -> r.name().equals(typed.role()))
                .findFirst();
        Optional<UUID> account = accounts.byLogin(typed.login());
        String problem = wanted.isEmpty()
                ? words.people().role_missing()
                : !Accounts.goodLogin(typed.login())
                        ? words.people().login_bad()
                        : account.isEmpty() && typed.name().isEmpty()
                                ? words.people().name_missing()
                                : account.flatMap(a -> seated(factory, a)).isPresent()
                                        ? words.people().seated_already(typed.login())
                                        : "";
        if (!problem.isEmpty()) {
            return Response.status(422)
                    .entity(page(factory, FactoryForm.Values.of(known), List.of(), typed, problem))
                    .build();
        }
        Memberships.Grant grant = new Memberships.Grant(
                wanted.orElseThrow(),
                typed.name(),
                Optional.of(typed.login()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                language.lang().code());
        if (account.isPresent()) {
            memberships.attach(factory, account.get(), grant, reader.get());
            return to(factory);
        }
        UUID made = memberships.give(factory, grant, reader.get());
        String code = codes.make(made, reader.get().account());
        return slips.one(Slips.Slip.byLogin(typed.name(), typed.login(), code), "/clients/" + factory, at);
    }

    private Optional<Member> seated(UUID factory, UUID account) {
        return memberships.ofAccount(account).stream()
                .filter(m -> m.client().equals(factory))
                .findFirst();
    }

    @POST
    @Path("{factory}/members/{membership}/start-code")
    @Transactional
    @PermissionsAllowed(Rights.CLIENTS)
    public Response startCode(UUID factory, UUID membership, @Context UriInfo at) {
        Member member = memberships.get(factory, membership);
        if (!rights.mayReset(reader.get(), member) || member.byPin()) {
            throw new Refusal(403, words.people().not_yours());
        }
        String code = codes.make(member.account(), reader.get().account());
        return slips.one(Slips.Slip.byLogin(member.name(), member.login(), code), "/clients/" + factory, at);
    }

    @POST
    @Path("{factory}/members/{membership}/end")
    @Transactional
    @PermissionsAllowed(Rights.CLIENTS)
    public Response end(UUID factory, UUID membership) {
        memberships.end(memberships.get(factory, membership), reader.get());
        return to(factory);
    }

    private static Response to(UUID factory) {
        return Response.seeOther(URI.create("/clients/" + factory)).build();
    }
}
