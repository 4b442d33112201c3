package auditorium.home;

import auditorium.access.Rights;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Where everything about people and their training begins, for those who answer for it. */
@Path("/c/{client}/training")
@Produces(MediaType.TEXT_HTML)
class HubPages {

    @CheckedTemplate(basePath = "home")
    static class Templates {
        private Templates() {}

        static native TemplateInstance training(UUID client);
    }

    @GET
    @Blocking
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance training(UUID client) {
        return Templates.training(client);
    }
}
