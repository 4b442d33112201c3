package auditorium.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** One's own account: a new PIN or password, which ends all other sign-ins. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
@Blocking
class OwnAccountPages {

    private final Accounts accounts;
    private final SecretAgain again;
    private final Secrets secrets;
    private final CurrentReader reader;

    OwnAccountPages(Accounts accounts, SecretAgain again, Secrets secrets, CurrentReader reader) {
        this.accounts = accounts;
        this.again = again;
        this.secrets = secrets;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        private Templates() {}

        static native TemplateInstance account(Accounts.Own own, String problem, boolean done);
    }

    @GET
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public TemplateInstance form(@QueryParam("done") @Nullable String done) {
        return Templates.account(accounts.own(reader.get().account()), "", "yes".equals(done));
    }

    @POST
    @Path("secret")
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public Response change(
            @FormParam("current") @Nullable String current,
            @FormParam("secret") @Nullable String secret,
            @FormParam("again") @Nullable String repeated,
            RoutingContext http) {
        Reader who = reader.get();
        Accounts.Own own = accounts.own(who.account());
        String chosen = Arrivals.text(secret, 200);
        String wrong = own.byPin()
                ? secrets.problemOfPin(chosen, Arrivals.text(repeated, 200), own.number())
                : secrets.problemOfPassword(chosen, Arrivals.text(repeated, 200), own.login());
        if (!wrong.isEmpty()) {
            return answer(422, own, wrong);
        }
        return again.when(current, http, (status, problem) -> answer(status, own, problem), () -> {
            secrets.change(who.account(), chosen, who.session());
            return Response.seeOther(URI.create("/account?done=yes")).build();
        });
    }

    private static Response answer(int status, Accounts.Own own, String problem) {
        return Response.status(status)
                .entity(Templates.account(own, problem, false))
                .build();
    }
}
