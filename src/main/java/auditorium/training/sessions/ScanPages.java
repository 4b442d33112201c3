package auditorium.training.sessions;

import auditorium.platform.ClientScope;
import auditorium.platform.Throttle;
import auditorium.training.sessions.domain.RoomCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the code on the wall leads. Nothing is written: a phone that comes in time is given a ticket, for it may take longer than the
 * code lasts until its person has signed in. Only the button on the page behind notes anything.
 */
@Path("/here/{factory}/{session}/{code}")
@Produces(MediaType.TEXT_HTML)
class ScanPages {

    /** Holds the ticket; out of reach of scripts, for this host only. */
    static final String COOKIE = "arrival";

    private final TrainingSessions sessions;
    private final ClientScope scope;
    private final Clock clock;
    private final Throttle throttle;

    ScanPages(TrainingSessions sessions, ClientScope scope, Clock clock) {
        this.sessions = sessions;
        this.scope = scope;
        this.clock = clock;
        throttle = new Throttle(600, 3000, Duration.ofMinutes(1), clock);
    }

    @CheckedTemplate(basePath = "sessions")
    static class Templates {
        private Templates() {}

        static native TemplateInstance late();
    }

    @GET
    @Blocking
    @PermitAll
    public Response scan(UUID factory, UUID session, String code, RoutingContext http) {
        var remote = http.request().remoteAddress();
        if (!throttle.lets(remote == null ? "?" : remote.hostAddress())) {
            return Response.status(429)
                    .header("Retry-After", "60")
                    .entity(Templates.late())
                    .build();
        }
        Instant now = clock.instant();
        Optional<String> ticket = scope.inside(
                factory,
                () -> sessions.findByIdOptional(session)
                        .filter(TrainingSession::open)
                        .map(TrainingSession::code)
                        .filter(c -> c.onWall(code, now))
                        .map(c -> c.ticket("", now)));
        return ticket.map(t -> Response.seeOther(URI.create("/c/" + factory + "/here/" + session))
                        .cookie(new NewCookie.Builder(COOKIE)
                                .value(t)
                                .path("/c/" + factory + "/here/" + session)
                                .httpOnly(true)
                                .secure(http.request().isSSL())
                                .sameSite(NewCookie.SameSite.LAX)
                                .maxAge((int) RoomCode.PATIENCE.toSeconds())
                                .build())
                        .header("Cache-Control", "no-store")
                        .build())
                .orElseGet(() -> Response.status(410).entity(Templates.late()).build());
    }
}
