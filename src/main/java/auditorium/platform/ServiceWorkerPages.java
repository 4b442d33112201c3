package auditorium.platform;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The service worker at the root, stamped with the build, and the page that it shows without a network. */
@Path("/")
@PermitAll
class ServiceWorkerPages {

    private final Build build;

    ServiceWorkerPages(Build build) {
        this.build = build;
    }

    @CheckedTemplate(basePath = "platform")
    static class Templates {
        private Templates() {}

        static native TemplateInstance offline();
    }

    @GET
    @Path("sw.js")
    @Produces("text/javascript")
    public Response serviceWorker() throws IOException {
        try (InputStream in = ServiceWorkerPages.class.getResourceAsStream("/sw.js")) {
            if (in == null) {
                return Response.status(404).build();
            }
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("%BUILD%", build.id());
            return Response.ok(script).header("Cache-Control", "no-cache").build();
        }
    }

    @GET
    @Path("offline")
    @Produces("text/html")
    public TemplateInstance offline() {
        return Templates.offline();
    }
}
