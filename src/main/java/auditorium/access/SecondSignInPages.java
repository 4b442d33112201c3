package auditorium.access;

import auditorium.access.HalfWays.HalfWay;
import auditorium.access.KeyChallenges.Use;
import auditorium.access.SignIn.Outcome;
import auditorium.access.domain.KeySite;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The second step of signing in, for those who have one. Without the first step there is nothing to see. */
@Path("/sign-in/code")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Blocking
class SecondSignInPages {

    private final HalfWays halfWays;
    private final SecondSteps steps;
    private final Passkeys passkeys;
    private final KeySites sites;
    private final Arrivals arrivals;

    SecondSignInPages(HalfWays halfWays, SecondSteps steps, Passkeys passkeys, KeySites sites, Arrivals arrivals) {
        this.halfWays = halfWays;
        this.steps = steps;
        this.passkeys = passkeys;
        this.sites = sites;
        this.arrivals = arrivals;
    }

    /** What the person can show: codes of an app or passkeys, besides recovery codes; {@code site} is where passkeys work. */
    record Ways(boolean app, boolean keys, String site) {}

    @CheckedTemplate(basePath = "access")
    static class Templates {
        private Templates() {}

        static native TemplateInstance signInCode(Ways ways, String problem);
    }

    @GET
    public Response form(RoutingContext http) {
        return halfWays.find(SessionCookie.halfWay(http))
                .map(half -> page(200, half.account(), "", http))
                .orElseGet(SecondSignInPages::fromTheStart);
    }

    @POST
    public Response enter(
            @FormParam("code") @Nullable String code,
            @FormParam("passkey") @Nullable String passkey,
            RoutingContext http) {
        Optional<String> token = SessionCookie.halfWay(http);
        Optional<HalfWay> half = halfWays.find(token);
        if (half.isEmpty()) {
            return fromTheStart();
        }
        UUID account = half.get().account();
        String answer = Arrivals.text(passkey, KeyCheck.LONGEST);
        Optional<KeySite> site = sites.of(http);
        if (answer.isEmpty() || site.isEmpty()) {
            return end(
                    steps.check(account, Arrivals.text(code, 60), Arrivals.from(http)),
                    steps.words().wrong_code(),
                    half.get(),
                    http);
        }
        Passkeys.Tried tried =
                passkeys.check(Use.SECOND, token.orElse(""), account, answer, site.get(), Arrivals.from(http));
        return end(
                tried.outcome(),
                tried.doubted() ? passkeys.words().doubted() : passkeys.words().refused(),
                half.get(),
                http);
    }

    private Response end(Outcome outcome, String wrong, HalfWay half, RoutingContext http) {
        return switch (outcome) {
            case Outcome.Welcome w -> {
                halfWays.end(SessionCookie.halfWay(http));
                yield arrivals.open(half, http);
            }
            case Outcome.Refused r -> page(401, half.account(), wrong, http);
            case Outcome.Later l -> page(429, half.account(), steps.words().too_many(), http);
        };
    }

    /** What to ask the person's devices; without the first step nobody is asked. */
    @POST
    @Path("options")
    @Produces(MediaType.APPLICATION_JSON)
    public Response ask(RoutingContext http) {
        Optional<String> token = SessionCookie.halfWay(http);
        Optional<HalfWay> half = halfWays.find(token);
        Optional<KeySite> site = sites.of(http);
        return half.isEmpty() || site.isEmpty()
                ? Response.status(401).build()
                : Response.ok(passkeys.ask(
                                Use.SECOND, token.orElse(""), half.get().account(), site.get()))
                        .build();
    }

    private Response page(int status, UUID account, String problem, RoutingContext http) {
        Ways ways = new Ways(steps.state(account).app(), !passkeys.of(account).isEmpty(), sites.origin(http));
        return Response.status(status)
                .entity(Templates.signInCode(ways, problem))
                .build();
    }

    private static Response fromTheStart() {
        return Response.seeOther(URI.create("/sign-in/password")).build();
    }
}
