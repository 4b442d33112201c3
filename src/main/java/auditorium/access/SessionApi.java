package auditorium.access;

import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Tells the outbox who is signed in, and gives it a fresh CSRF token: a page that was opened again has a stale one. */
@Path("/session")
@PermitAll
class SessionApi {

    /** What the outbox needs before it sends. */
    record Ticket(String who, String csrf) {}

    private final CurrentReader reader;
    private final CsrfTokenParameterProvider csrf;

    SessionApi(CurrentReader reader, CsrfTokenParameterProvider csrf) {
        this.reader = reader;
        this.csrf = csrf;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    public Response ticket() {
        return reader.find()
                .map(r -> Response.ok(new Ticket(r.account().toString(), csrf.getToken())))
                .orElseGet(() -> Response.status(401))
                .build();
    }
}
