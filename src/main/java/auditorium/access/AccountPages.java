package auditorium.access;

import auditorium.platform.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The accounts of this server that have a login name, for its administrators. */
@Path("/accounts")
@Produces(MediaType.TEXT_HTML)
class AccountPages {

    private static final int LONGEST_NAME = 80;

    private final Accounts accounts;
    private final StartCodes codes;
    private final Slips slips;
    private final Secrets secrets;
    private final SecondSteps steps;
    private final CurrentReader reader;

    AccountPages(
            Accounts accounts,
            StartCodes codes,
            Slips slips,
            Secrets secrets,
            SecondSteps steps,
            CurrentReader reader) {
        this.accounts = accounts;
        this.codes = codes;
        this.slips = slips;
        this.secrets = secrets;
        this.steps = steps;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        private Templates() {}

        static native TemplateInstance accounts(List<Accounts.Row> accounts, String login, String name, String problem);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.CLIENTS)
    public TemplateInstance all() {
        return page("", "", "");
    }

    private TemplateInstance page(String login, String name, String problem) {
        return Templates.accounts(accounts.withLogin(reader.get().account()), login, name, problem);
    }

    /** One more administrator; consultants and managers are made where their factory is. */
    @POST
    @Transactional
    @PermissionsAllowed(Rights.CLIENTS)
    public Response add(
            @FormParam("login") @Nullable String login, @FormParam("name") @Nullable String name, @Context UriInfo at) {
        String wanted = Accounts.login(Arrivals.text(login, 80));
        String called = Arrivals.text(name, LONGEST_NAME).strip();
        String problem = !Accounts.goodLogin(wanted)
                ? secrets.words().login_bad()
                : accounts.byLogin(wanted).isPresent()
                        ? secrets.words().login_taken(wanted)
                        : called.isEmpty() ? secrets.words().name_missing() : "";
        if (!problem.isEmpty()) {
            return Response.status(422).entity(page(wanted, called, problem)).build();
        }
        UUID account =
                accounts.add(wanted, called, null, reader.get().language().code());
        accounts.makeAdministrator(account);
        String code = codes.make(account, reader.get().account());
        return slips.one(Slips.Slip.byLogin(called, wanted, code), "/accounts", at);
    }

    /** A new start code: the old password and all sign-ins end. */
    @POST
    @Path("{account}/start-code")
    @Transactional
    @PermissionsAllowed(Rights.CLIENTS)
    public Response startCode(UUID account, @Context UriInfo at) {
        Accounts.Row row = other(account);
        String code = codes.make(account, reader.get().account());
        return slips.one(Slips.Slip.byLogin(row.name(), row.login(), code), "/accounts", at);
    }

    @POST
    @Path("{account}/suspension")
    @Transactional
    @PermissionsAllowed(Rights.CLIENTS)
    public Response suspend(UUID account) {
        return unlessLast(account, accounts::suspend);
    }

    /** For somebody who has lost the phone and the recovery codes. */
    @POST
    @Path("{account}/second-step/end")
    @Transactional
    @PermissionsAllowed(Rights.CLIENTS)
    public Response endSecondStep(UUID account) {
        steps.end(other(account).id());
        return Response.seeOther(URI.create("/accounts")).build();
    }

    @POST
    @Path("{account}/resumption")
    @Transactional
    @PermissionsAllowed(Rights.CLIENTS)
    public Response resume(UUID account) {
        accounts.resume(other(account).id());
        return Response.seeOther(URI.create("/accounts")).build();
    }

    @POST
    @Path("{account}/administration")
    @Transactional
    @PermissionsAllowed(Rights.CLIENTS)
    public Response makeAdministrator(UUID account) {
        accounts.makeAdministrator(other(account).id());
        return Response.seeOther(URI.create("/accounts")).build();
    }

    @POST
    @Path("{account}/administration/end")
    @Transactional
    @PermissionsAllowed(Rights.CLIENTS)
    public Response unmakeAdministrator(UUID account) {
        return unlessLast(account, accounts::unmakeAdministrator);
    }

    private Response unlessLast(UUID account, Predicate<UUID> change) {
        if (!change.test(known(account).id())) {
            throw new Refusal(409, secrets.words().last_administrator());
        }
        return Response.seeOther(URI.create("/accounts")).build();
    }

    private Accounts.Row known(UUID account) {
        return accounts.withLogin(reader.get().account()).stream()
                .filter(a -> a.id().equals(account))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** One's own account is changed on its own page. */
    private Accounts.Row other(UUID account) {
        Accounts.Row row = known(account);
        if (row.own()) {
            throw new Refusal(409, secrets.words().own_account_elsewhere());
        }
        return row;
    }
}
