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
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where one is signed in, and an end to it: with the PIN or password, so that whoever finds an open phone can't shut its owner out. */
@Path("/account/sessions")
@Produces(MediaType.TEXT_HTML)
@Blocking
class OwnSessionPages {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Sessions sessions;
    private final Accounts accounts;
    private final SecretAgain again;
    private final CurrentReader reader;

    OwnSessionPages(Sessions sessions, Accounts accounts, SecretAgain again, CurrentReader reader) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.again = again;
        this.reader = reader;
    }

    /** A sign-in as its owner sees it; {@code device} is empty where the browser said nothing that is known. */
    record Line(String id, String device, boolean shared, boolean here, String since, String seen) {}

    /** What the page shows; {@code chosen} is the sign-in that was chosen before, empty for all others. */
    record View(boolean byPin, List<Line> lines, String chosen) {
        public List<Line> others() {
            return lines.stream().filter(l -> !l.here()).toList();
        }
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        private Templates() {}

        static native TemplateInstance sessions(View it, String problem, boolean done);
    }

    @GET
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public TemplateInstance list(@QueryParam("done") @Nullable String done) {
        return Templates.sessions(view(""), "", "yes".equals(done));
    }

    @POST
    @Path("end")
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public Response end(
            @FormParam("session") @Nullable String session,
            @FormParam("current") @Nullable String current,
            RoutingContext http) {
        Reader who = reader.get();
        String chosen = Arrivals.text(session, 36);
        Optional<UUID> one = id(chosen);
        if (!chosen.isEmpty() && one.isEmpty()) {
            return Response.status(400).build();
        }
        return again.when(current, http, (status, problem) -> answer(status, chosen, problem), () -> {
            sessions.closeOwn(who.account(), who.session(), one);
            return Response.seeOther(URI.create("/account/sessions?done=yes")).build();
        });
    }

    private Response answer(int status, String chosen, String problem) {
        return Response.status(status)
                .entity(Templates.sessions(view(chosen), problem, false))
                .build();
    }

    private View view(String chosen) {
        Reader who = reader.get();
        ZoneId zone =
                who.seats().values().stream().map(Reader.Seat::zone).findFirst().orElse(ZoneOffset.UTC);
        return new View(
                accounts.own(who.account()).byPin(),
                sessions.own(who.account(), who.session()).stream()
                        .map(s -> new Line(
                                s.id().toString(),
                                s.device(),
                                s.shared(),
                                s.here(),
                                when(s.since(), zone),
                                when(s.seen(), zone)))
                        .toList(),
                chosen);
    }

    private static String when(Instant at, ZoneId zone) {
        return WHEN.format(at.atZone(zone));
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
