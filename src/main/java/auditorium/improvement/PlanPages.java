package auditorium.improvement;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.improvement.domain.TaskState;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import io.quarkus.qute.CheckedTemplate;
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

/** The plan: what is to be done, by whom, until when, in four lanes. */
@Path("/c/{client}/improvement")
@Produces(MediaType.TEXT_HTML)
class PlanPages {

    private static final int MOST_SETTLED = 12;

    private final Tasks tasks;
    private final Rights rights;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    PlanPages(Tasks tasks, Rights rights, CurrentReader reader, CurrentLanguage language, Clock clock) {
        this.tasks = tasks;
        this.rights = rights;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** One column of the plan. */
    record Lane(String state, List<TaskCard> tasks, int count) {}

    @CheckedTemplate(basePath = "improvement")
    static class Templates {
        private Templates() {}

        static native TemplateInstance plan(UUID client, List<Lane> lanes, long open, long late);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance plan(UUID client) {
        Reader.Seat seat = reader.at(client);
        LocalDate today = LocalDate.now(clock.withZone(seat.zone()));
        Lang lang = language.lang();
        List<Task> all = tasks.plan(rights.reach(seat));
        List<TaskCard> cards =
                all.stream().map(t -> TaskCard.of(t, lang, today)).toList();
        List<Lane> lanes = List.of(
                lane(cards, TaskState.OPEN),
                lane(cards, TaskState.IN_PROGRESS),
                lane(cards, TaskState.DONE),
                lane(cards, TaskState.VERIFIED));
        long late = cards.stream().filter(c -> c.urgency().equals("late")).count();
        long open = all.stream().filter(t -> !t.state().settled()).count();
        return Templates.plan(client, lanes, open, late);
    }

    private static Lane lane(List<TaskCard> cards, TaskState state) {
        List<TaskCard> own =
                cards.stream().filter(c -> c.state().equals(state.name())).toList();
        boolean settled = state.settled();
        return new Lane(
                state.name(),
                settled && own.size() > MOST_SETTLED ? own.subList(own.size() - MOST_SETTLED, own.size()) : own,
                own.size());
    }
}
