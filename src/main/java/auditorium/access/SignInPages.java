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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing in and out. Workers: factory code, number, PIN. Everybody else: a name and a password. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Blocking
class SignInPages {

    private final SignIn signIn;
    private final Sessions sessions;
    private final CurrentReader reader;
    private final Settings settings;

    SignInPages(SignIn signIn, Sessions sessions, CurrentReader reader, Settings settings) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.reader = reader;
        this.settings = settings;
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        private Templates() {}

        static native TemplateInstance signIn(
                String factory, String number, String next, String problem, long idleMinutes);

        static native TemplateInstance signInPassword(String login, String next, String problem);
    }

    @GET
    @Path("sign-in")
    public TemplateInstance form(@QueryParam("next") @Nullable String next, RoutingContext http) {
        var factory = http.request().getCookie("factory");
        return page(factory == null ? "" : factory.getValue(), "", next, "");
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
        String code = text(factory, 20);
        String typed = text(number, 40);
        return switch (signIn.byNumber(code, typed, text(pin, 72), from(http))) {
            case Outcome.Welcome(var account) -> welcome(account, !"yes".equals(own), next, http);
            case Outcome.Refused r ->
                Response.status(401).entity(page(code, typed, next, "refused")).build();
            case Outcome.Later l ->
                Response.status(429).entity(page(code, typed, next, "later")).build();
        };
    }

    @GET
    @Path("sign-in/password")
    public TemplateInstance passwordForm(@QueryParam("next") @Nullable String next) {
        return Templates.signInPassword("", local(next), "");
    }

    @POST
    @Path("sign-in/password")
    public Response enterByPassword(
            @FormParam("login") @Nullable String login,
            @FormParam("password") @Nullable String password,
            @FormParam("next") @Nullable String next,
            RoutingContext http) {
        String name = text(login, 200);
        return switch (signIn.byPassword(name, text(password, 200), from(http))) {
            case Outcome.Welcome(var account) -> welcome(account, false, next, http);
            case Outcome.Refused r ->
                Response.status(401)
                        .entity(Templates.signInPassword(name, local(next), "refused"))
                        .build();
            case Outcome.Later l ->
                Response.status(429)
                        .entity(Templates.signInPassword(name, local(next), "later"))
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

    private TemplateInstance page(String factory, String number, @Nullable String next, String problem) {
        return Templates.signIn(
                factory,
                number,
                local(next),
                problem,
                settings.sessions().sharedIdle().toMinutes());
    }

    private Response welcome(java.util.UUID account, boolean shared, @Nullable String next, RoutingContext http) {
        boolean secure = http.request().isSSL();
        SessionCookie.of(http).ifPresent(old -> sessions.close(Tokens.hash(old.getValue())));
        String token = sessions.open(account, shared);
        String device = signIn.remember(account, SessionCookie.device(http));
        String factory = http.request().getFormAttribute("factory");
        return Response.seeOther(URI.create(local(next)))
                .cookie(SessionCookie.factory(text(factory, 20), secure))
                .cookie(SessionCookie.holding(
                        token, secure, shared, settings.sessions().ownLongest().toSeconds()))
                .cookie(SessionCookie.device(device, secure))
                .build();
    }

    private static SignIn.From from(RoutingContext http) {
        var remote = http.request().remoteAddress();
        Optional<String> device = SessionCookie.device(http);
        return new SignIn.From(remote == null ? "?" : remote.hostAddress(), device);
    }

    /** Only a path of this server: never an address that leads away. */
    static String local(@Nullable String next) {
        boolean ours = next != null
                && next.startsWith("/")
                && !next.startsWith("//")
                && next.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\');
        return ours && next != null ? next : "/";
    }

    private static String text(@Nullable String value, int longest) {
        return value == null ? "" : value.length() > longest ? value.substring(0, longest) : value;
    }
}
