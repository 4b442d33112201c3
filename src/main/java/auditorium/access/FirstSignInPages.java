package auditorium.access;

import auditorium.access.SignIn.Outcome;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Signing in with the start code of a slip, and choosing a PIN or a password in the same step. The slip's QR code leads here. */
@Path("/sign-in/first")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Blocking
class FirstSignInPages {

    private static final int LONGEST_CODE = 40;

    private final SignIn signIn;
    private final Arrivals arrivals;
    private final Secrets secrets;

    FirstSignInPages(SignIn signIn, Arrivals arrivals, Secrets secrets) {
        this.signIn = signIn;
        this.arrivals = arrivals;
        this.secrets = secrets;
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        private Templates() {}

        static native TemplateInstance first(String factory, String number, String code, String problem);

        static native TemplateInstance firstPassword(String login, String code, String problem);
    }

    @GET
    public TemplateInstance form(
            @QueryParam("factory") @Nullable String factory,
            @QueryParam("number") @Nullable String number,
            @QueryParam("code") @Nullable String code,
            RoutingContext http) {
        var last = http.request().getCookie("factory");
        String given = Arrivals.text(factory, 20);
        return Templates.first(
                given.isEmpty() && last != null ? last.getValue() : given,
                Arrivals.text(number, 40),
                Arrivals.text(code, LONGEST_CODE),
                "");
    }

    @POST
    public Response enter(
            @FormParam("factory") @Nullable String factory,
            @FormParam("number") @Nullable String number,
            @FormParam("code") @Nullable String code,
            @FormParam("pin") @Nullable String pin,
            @FormParam("again") @Nullable String again,
            @FormParam("own") @Nullable String own,
            RoutingContext http) {
        String at = Arrivals.text(factory, 20);
        String typed = Arrivals.text(number, 40);
        String start = Arrivals.text(code, LONGEST_CODE);
        String chosen = Arrivals.text(pin, 72);
        String wrong = secrets.problemOfPin(chosen, Arrivals.text(again, 72), typed);
        if (!wrong.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.first(at, typed, start, wrong))
                    .build();
        }
        Outcome outcome = signIn.byNumberAndStartCode(at, typed, start, Arrivals.from(http));
        if (outcome instanceof Outcome.Welcome(var account) && secrets.first(account, start, chosen)) {
            return arrivals.welcome(account, !"yes".equals(own), at, "/", http);
        }
        boolean later = outcome instanceof Outcome.Later;
        String problem = later ? secrets.words().too_many() : secrets.words().wrong_code();
        return Response.status(later ? 429 : 401)
                .entity(Templates.first(at, typed, start, problem))
                .build();
    }

    @GET
    @Path("password")
    public TemplateInstance passwordForm(
            @QueryParam("login") @Nullable String login, @QueryParam("code") @Nullable String code) {
        return Templates.firstPassword(Arrivals.text(login, 200), Arrivals.text(code, LONGEST_CODE), "");
    }

    @POST
    @Path("password")
    public Response enterByPassword(
            @FormParam("login") @Nullable String login,
            @FormParam("code") @Nullable String code,
            @FormParam("password") @Nullable String password,
            @FormParam("again") @Nullable String again,
            RoutingContext http) {
        String name = Arrivals.text(login, 200);
        String start = Arrivals.text(code, LONGEST_CODE);
        String chosen = Arrivals.text(password, 200);
        String wrong = secrets.problemOfPassword(chosen, Arrivals.text(again, 200), name);
        if (!wrong.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.firstPassword(name, start, wrong))
                    .build();
        }
        Outcome outcome = signIn.byLoginAndStartCode(name, start, Arrivals.from(http));
        if (outcome instanceof Outcome.Welcome(var account) && secrets.first(account, start, chosen)) {
            return arrivals.welcome(account, false, "", "/", http);
        }
        boolean later = outcome instanceof Outcome.Later;
        String problem = later ? secrets.words().too_many() : secrets.words().wrong_code_password();
        return Response.status(later ? 429 : 401)
                .entity(Templates.firstPassword(name, start, problem))
                .build();
    }
}
