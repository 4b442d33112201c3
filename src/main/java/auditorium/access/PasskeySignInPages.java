package auditorium.access;

import auditorium.access.HalfWays.HalfWay;
import auditorium.access.Passkeys.Tried;
import auditorium.access.SignIn.Outcome;
import auditorium.access.domain.KeySite;
import auditorium.platform.Throttle;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with a passkey and nothing else: the device has what is needed and has made sure of the person, so that no second step
 * follows. The page of the password leads here; without script there is no way to it.
 */
@Path("/sign-in/passkey")
@PermitAll
@Blocking
class PasskeySignInPages {

    /** Questions from one address, and in all, in the time in which one of them is good: each is a row. */
    private static final int EACH = 200;

    private static final int ALL = 5_000;

    private final Passkeys passkeys;
    private final KeySites sites;
    private final Arrivals arrivals;
    private final Throttle questions;

    PasskeySignInPages(Passkeys passkeys, KeySites sites, Arrivals arrivals, Clock clock) {
        this.passkeys = passkeys;
        this.sites = sites;
        this.arrivals = arrivals;
        questions = new Throttle(EACH, ALL, KeyChallenges.LAST, clock);
    }

    @POST
    @Path("options")
    @Produces(MediaType.APPLICATION_JSON)
    public Response ask(RoutingContext http) {
        Optional<KeySite> site = sites.of(http);
        if (site.isEmpty()) {
            return Response.status(404).build();
        }
        if (!questions.lets(Arrivals.from(http).address())) {
            return Response.status(429).build();
        }
        String token = Tokens.next();
        return Response.ok(passkeys.askAnybody(token, site.get()))
                .cookie(SessionCookie.asked(token, http.request().isSSL(), KeyChallenges.LAST.toSeconds()))
                .build();
    }

    @POST
    @Produces(MediaType.TEXT_HTML)
    public Response enter(
            @FormParam("passkey") @Nullable String answer,
            @FormParam("next") @Nullable String next,
            RoutingContext http) {
        Optional<KeySite> site = sites.of(http);
        String goal = Arrivals.local(next);
        if (site.isEmpty()) {
            return again(404, goal, "passkey", http);
        }
        Tried tried = passkeys.checkAlone(
                SessionCookie.asked(http).orElse(""),
                Arrivals.text(answer, KeyCheck.LONGEST),
                site.get(),
                Arrivals.from(http));
        return switch (tried.outcome()) {
            case Outcome.Welcome(var account) ->
                Response.fromResponse(arrivals.open(new HalfWay(account, false, "", goal), http))
                        .cookie(SessionCookie.asked("", http.request().isSSL(), 0))
                        .build();
            case Outcome.Refused r -> again(401, goal, tried.doubted() ? "doubted" : "passkey", http);
            case Outcome.Later l -> again(429, goal, "later", http);
        };
    }

    private Response again(int status, String next, String problem, RoutingContext http) {
        return Response.status(status)
                .entity(SignInPages.Templates.signInPassword("", next, problem, sites.origin(http)))
                .build();
    }
}
