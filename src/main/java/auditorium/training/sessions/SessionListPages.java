package auditorium.training.sessions;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.platform.Lang;
import auditorium.training.sessions.domain.SessionKind;
import auditorium.training.sessions.domain.SessionState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sessions of a month: what was planned, and what was held. */
@Path("/c/{client}/sessions")
@Produces(MediaType.TEXT_HTML)
class SessionListPages {

    private final TrainingSessions sessions;
    private final SessionReport report;
    private final SessionPlan plan;
    private final Library library;
    private final CurrentReader reader;
    private final SessionWords words;
    private final Clock clock;

    SessionListPages(
            TrainingSessions sessions,
            SessionReport report,
            SessionPlan plan,
            Library library,
            CurrentReader reader,
            SessionWords words,
            Clock clock) {
        this.sessions = sessions;
        this.report = report;
        this.plan = plan;
        this.library = library;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /** A session in the list. */
    record Row(
            UUID id,
            String title,
            String when,
            String room,
            String trainer,
            boolean line,
            String state,
            boolean past,
            int seats,
            int came) {}

    /** A month with its neighbours; {@code held} of {@code all} that were not cancelled. */
    record Month(String month, String before, String after, int held, int all, List<Row> rows) {}

    @CheckedTemplate(basePath = "sessions")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(UUID client, Month month);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public TemplateInstance list(UUID client, @QueryParam("month") @Nullable String wanted) {
        Reader.Seat seat = reader.at(client);
        LocalDate today = LocalDate.now(clock.withZone(seat.zone()));
        YearMonth month = month(wanted, YearMonth.from(today));
        Catalogue catalogue = library.catalogue();
        Lang lang = words.lang();
        List<TrainingSession> found = sessions.between(
                seat,
                month.atDay(1).atStartOfDay(seat.zone()).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(seat.zone()).toInstant());
        Map<UUID, SessionReport.Count> counts =
                report.counts(client, found.stream().map(TrainingSession::id).toList());
        List<Row> rows = found.stream()
                .map(s -> {
                    SessionReport.Count count = counts.getOrDefault(s.id(), SessionReport.Count.NONE);
                    return new Row(
                            s.id(),
                            SessionWords.title(s.lessons(), catalogue, lang),
                            SessionWords.span(s.startsAt(), s.minutes(), seat.zone()),
                            s.room(),
                            s.trainer(),
                            s.kind() == SessionKind.LINE,
                            s.on(today, seat.zone()).name(),
                            s.startsAt().atZone(seat.zone()).toLocalDate().isBefore(today),
                            count.seats(),
                            count.came());
                })
                .toList();
        return Templates.list(
                client,
                new Month(
                        month.toString(),
                        month.minusMonths(1).toString(),
                        month.plusMonths(1).toString(),
                        count(rows, SessionState.CLOSED),
                        rows.size() - count(rows, SessionState.CANCELLED),
                        rows));
    }

    private static int count(List<Row> rows, SessionState state) {
        return Math.toIntExact(
                rows.stream().filter(r -> r.state().equals(state.name())).count());
    }

    private static YearMonth month(@Nullable String wanted, YearMonth otherwise) {
        try {
            YearMonth month = wanted == null ? otherwise : YearMonth.parse(wanted);
            return month.getYear() >= 2000 && month.getYear() <= 2100 ? month : otherwise;
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    /** Plans a session. The same form once more leads to the same session. */
    @POST
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public Response create(UUID client, @BeanParam SessionForm form) {
        return switch (plan.make(reader.at(client), form)) {
            case SessionPlan.Made(var id) ->
                Response.seeOther(URI.create("/c/" + client + "/sessions/" + id))
                        .build();
            case SessionPlan.Wrong(var problems) ->
                Response.status(400)
                        .entity(plan.page(client, "", form, problems))
                        .build();
        };
    }
}
