package auditorium.home;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** The address without a path. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class StartPages {

    private final CurrentReader reader;

    StartPages(CurrentReader reader) {
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {
        private Templates() {}

        static native TemplateInstance nowhere();
    }

    /** Sends everybody to where their day begins. */
    @GET
    @PermitAll
    @Blocking
    public Object start() {
        Optional<Reader> who = reader.find();
        if (who.isEmpty()) {
            return Response.seeOther(URI.create("/sign-in")).build();
        }
        if (who.get().consultant()) {
            return Response.seeOther(URI.create("/portfolio")).build();
        }
        Optional<Reader.Seat> seat = who.get().seats().values().stream().findFirst();
        if (seat.isPresent()) {
            String page = seat.get().role().sees() ? "/readiness" : "/today";
            return Response.seeOther(URI.create("/c/" + seat.get().client() + page))
                    .build();
        }
        return who.get().administrator()
                ? Response.seeOther(URI.create("/clients")).build()
                : Templates.nowhere();
    }
}
