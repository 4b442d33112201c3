package auditorium.training.sessions;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.platform.Ids;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The form for a new session. */
@Path("/c/{client}/sessions/new")
@Produces(MediaType.TEXT_HTML)
class SessionFormPages {

    private final SessionPlan plan;
    private final CurrentReader reader;
    private final SessionWords words;
    private final Clock clock;

    SessionFormPages(SessionPlan plan, CurrentReader reader, SessionWords words, Clock clock) {
        this.plan = plan;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public TemplateInstance fresh(UUID client) {
        Reader.Seat seat = reader.at(client);
        SessionForm form = new SessionForm();
        form.id = Ids.next().toString();
        form.on = LocalDate.now(clock.withZone(seat.zone())).toString();
        form.time = "14:00";
        form.trainer = reader.get().name();
        form.language = words.lang().code();
        return plan.page(client, "", form, List.of());
    }
}
