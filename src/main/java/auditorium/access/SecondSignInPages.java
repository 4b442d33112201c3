package auditorium.access;

import auditorium.access.HalfWays.HalfWay;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The second step of signing in, for those who have one. Without the first step there is nothing to see. */
@Path("/sign-in/code")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Blocking
class SecondSignInPages {

    private final HalfWays halfWays;
    private final SecondSteps steps;
    private final Arrivals arrivals;

    SecondSignInPages(HalfWays halfWays, SecondSteps steps, Arrivals arrivals) {
        this.halfWays = halfWays;
        this.steps = steps;
        this.arrivals = arrivals;
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        private Templates() {}

        static native TemplateInstance signInCode(String problem);
    }

    @GET
    public Response form(RoutingContext http) {
        return halfWays.find(SessionCookie.halfWay(http)).isPresent()
                ? Response.ok(Templates.signInCode("")).build()
                : fromTheStart();
    }

    @POST
    public Response enter(@FormParam("code") @Nullable String code, RoutingContext http) {
        Optional<String> token = SessionCookie.halfWay(http);
        Optional<HalfWay> half = halfWays.find(token);
        if (half.isEmpty()) {
            return fromTheStart();
        }
        return switch (steps.check(half.get().account(), Arrivals.text(code, 60), Arrivals.from(http))) {
            case Outcome.Welcome w -> {
                halfWays.end(token);
                yield arrivals.open(half.get(), http);
            }
            case Outcome.Refused r -> again(401, steps.words().wrong_code());
            case Outcome.Later l -> again(429, steps.words().too_many());
        };
    }

    private static Response again(int status, String problem) {
        return Response.status(status).entity(Templates.signInCode(problem)).build();
    }

    private static Response fromTheStart() {
        return Response.seeOther(URI.create("/sign-in/password")).build();
    }
}
