package auditorium.access;

import auditorium.access.SignIn.Outcome;
import auditorium.platform.Settings;
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
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Signing in and out. Workers: factory code, number, PIN. Everybody else: a name and a password. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Blocking
class SignInPages {

    private final SignIn signIn;
    private final Arrivals arrivals;
    private final Sessions sessions;
    private final CurrentReader reader;
    private final Settings settings;
    private final KeySites sites;

    SignInPages(
            SignIn signIn,
            Arrivals arrivals,
            Sessions sessions,
            CurrentReader reader,
            Settings settings,
            KeySites sites) {
        this.signIn = signIn;
        this.arrivals = arrivals;
        this.sessions = sessions;
        this.reader = reader;
        this.settings = settings;
        this.sites = sites;
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        private Templates() {}

        static native TemplateInstance signIn(
                String factory, String number, String next, String problem, long idleMinutes, boolean badge);

        static native TemplateInstance signInPassword(String login, String next, String problem, String site);
    }

    /** A badge's code leads here with factory and number, so that only the PIN is left to type. */
    @GET
    @Path("sign-in")
    public TemplateInstance form(
            @QueryParam("next") @Nullable String next,
            @QueryParam("factory") @Nullable String factory,
            @QueryParam("number") @Nullable String number,
            RoutingContext http) {
        var last = http.request().getCookie("factory");
        String code = Arrivals.text(factory, 20);
        String own = Arrivals.text(number, 40);
        return page(
                code.isEmpty() && last != null ? last.getValue() : code,
                own,
                next,
                "",
                !code.isEmpty() && !own.isEmpty());
    }

    @POST
    @Path("sign-in")
    public Response enter(
            @FormParam("factory") @Nullable String factory,
            @FormParam("number") @Nullable String number,
            @FormParam("pin") @Nullable String pin,
            @FormParam("own") @Nullable String own,
            @FormParam("next") @Nullable String next,
            RoutingContext http) {
        String code = Arrivals.text(factory, 20);
        String typed = Arrivals.text(number, 40);
        return switch (signIn.byNumber(code, typed, Arrivals.text(pin, 72), Arrivals.from(http))) {
            case Outcome.Welcome(var account) -> arrivals.welcome(account, !"yes".equals(own), code, next, http);
            case Outcome.Refused r ->
                Response.status(401)
                        .entity(page(code, typed, next, "refused", false))
                        .build();
            case Outcome.Later l ->
                Response.status(429)
                        .entity(page(code, typed, next, "later", false))
                        .build();
        };
    }

    @GET
    @Path("sign-in/password")
    public TemplateInstance passwordForm(@QueryParam("next") @Nullable String next, RoutingContext http) {
        return Templates.signInPassword("", Arrivals.local(next), "", sites.origin(http));
    }

    @POST
    @Path("sign-in/password")
    public Response enterByPassword(
            @FormParam("login") @Nullable String login,
            @FormParam("password") @Nullable String password,
            @FormParam("next") @Nullable String next,
            RoutingContext http) {
        String name = Arrivals.text(login, 200);
        return switch (signIn.byPassword(name, Arrivals.text(password, 200), Arrivals.from(http))) {
            case Outcome.Welcome(var account) -> arrivals.welcome(account, false, "", next, http);
            case Outcome.Refused r ->
                Response.status(401)
                        .entity(Templates.signInPassword(name, Arrivals.local(next), "refused", sites.origin(http)))
                        .build();
            case Outcome.Later l ->
                Response.status(429)
                        .entity(Templates.signInPassword(name, Arrivals.local(next), "later", sites.origin(http)))
                        .build();
        };
    }

    @POST
    @Path("sign-out")
    public Response leave(RoutingContext http) {
        reader.find().ifPresent(r -> sessions.close(r.session()));
        return Response.seeOther(URI.create("/sign-in"))
                .cookie(SessionCookie.gone(http.request().isSSL()))
                .build();
    }

    private TemplateInstance page(String factory, String number, @Nullable String next, String problem, boolean badge) {
        return Templates.signIn(
                factory,
                number,
                Arrivals.local(next),
                problem,
                settings.sessions().sharedIdle().toMinutes(),
                badge);
    }
}
