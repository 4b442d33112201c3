package auditorium.home;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.quizzes.EssayReport;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Where everything about people and their training begins, for those who answer for it. */
@Path("/c/{client}/training")
@Produces(MediaType.TEXT_HTML)
class HubPages {

    private final EssayReport essays;
    private final CurrentReader reader;

    HubPages(EssayReport essays, CurrentReader reader) {
        this.essays = essays;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {
        private Templates() {}

        static native TemplateInstance training(UUID client, int toMark);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance training(UUID client) {
        Reader.Seat seat = reader.at(client);
        return Templates.training(client, seat.role().reachesAll() ? essays.waiting(client, seat.person()) : 0);
    }
}
