package auditorium.training.sessions;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.library.Library;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.platform.Refusal;
import auditorium.training.sessions.domain.Attended;
import auditorium.training.sessions.domain.SessionKind;
import auditorium.training.sessions.domain.SessionState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One session, for whoever holds it: what is planned, who is there, its end, and what was added afterwards. */
@Path("/c/{client}/sessions/{session}")
@Produces(MediaType.TEXT_HTML)
class SessionPages {

    private static final int LONGEST_CORRECTION = 2000;

    private final TrainingSessions sessions;
    private final SessionReport report;
    private final SessionScores scores;
    private final SessionPhotos photos;
    private final SessionPlan plan;
    private final Closing closing;
    private final Library library;
    private final CurrentReader reader;
    private final SessionWords words;
    private final Clock clock;

    SessionPages(
            TrainingSessions sessions,
            SessionReport report,
            SessionScores scores,
            SessionPhotos photos,
            SessionPlan plan,
            Closing closing,
            Library library,
            CurrentReader reader,
            SessionWords words,
            Clock clock) {
        this.sessions = sessions;
        this.report = report;
        this.scores = scores;
        this.photos = photos;
        this.plan = plan;
        this.closing = closing;
        this.library = library;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /** Somebody on the list; {@code first} of a department. */
    record PersonRow(
            UUID id,
            String number,
            String name,
            String department,
            boolean first,
            boolean walkIn,
            String attended,
            String how,
            String arrivedAt,
            String leftAt,
            String result,
            boolean passed) {}

    /** A photo of the signed sheet; {@code picture}: it can be shown in the page. */
    record PhotoRow(UUID id, String name, String when, boolean picture) {}

    /** What was added to a closed session. */
    record CorrectionRow(String words, String when, String by) {}

    /** A session as its page shows it. */
    record View(
            UUID id,
            String title,
            String when,
            String room,
            String trainer,
            boolean english,
            boolean line,
            String state,
            List<String> lessons,
            int present,
            int left,
            int absent,
            List<PersonRow> people,
            List<PhotoRow> photos,
            String closedAt,
            String closedBy,
            List<CorrectionRow> corrections,
            UUID correction) {}

    @CheckedTemplate(basePath = "sessions")
    static class Templates {
        private Templates() {}

        static native TemplateInstance session(UUID client, View it, String typed, String problem);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public TemplateInstance session(UUID client, UUID session) {
        return page(client, sessions.reached(reader.at(client), session), "", "");
    }

    private TemplateInstance page(UUID client, TrainingSession session, String typed, String problem) {
        Reader.Seat seat = reader.at(client);
        ZoneId zone = seat.zone();
        Lang lang = words.lang();
        SessionState state = session.on(LocalDate.now(clock.withZone(zone)), zone);
        List<SessionReport.Seated> seated = state == SessionState.CLOSED
                ? report.outcomes(client, session.id())
                : report.seated(client, session.id());
        return Templates.session(
                client,
                new View(
                        session.id(),
                        SessionWords.title(session.lessons(), library.catalogue(), lang),
                        SessionWords.span(session.startsAt(), session.minutes(), zone),
                        session.room(),
                        session.trainer(),
                        session.language() == Lang.EN,
                        session.kind() == SessionKind.LINE,
                        state.name(),
                        closing.taught(session).stream()
                                .map(t -> code(t.lesson()) + " " + (lang == Lang.EN ? t.en() : t.zh()))
                                .toList(),
                        count(seated, Attended.PRESENT),
                        count(seated, Attended.LEFT),
                        count(seated, Attended.ABSENT),
                        rows(session, seated, scores.results(client, session.id()), zone),
                        photos.of(client, session.id()).stream()
                                .map(p -> new PhotoRow(
                                        p.id(),
                                        p.file().name(),
                                        SessionWords.minute(p.at(), zone),
                                        p.file().picture()))
                                .toList(),
                        session.closedAt()
                                .map(at -> SessionWords.minute(at, zone))
                                .orElse(""),
                        session.closedByName().orElse(""),
                        report.corrections(client, session.id()).stream()
                                .map(c -> new CorrectionRow(c.words(), SessionWords.minute(c.at(), zone), c.byName()))
                                .toList(),
                        Ids.next()),
                typed,
                problem);
    }

    static String code(String lesson) {
        int dash = lesson.indexOf('-');
        return dash < 0 ? lesson : lesson.substring(0, dash);
    }

    private static int count(List<SessionReport.Seated> seated, Attended attended) {
        return Math.toIntExact(
                seated.stream().filter(s -> s.attended() == attended).count());
    }

    private List<PersonRow> rows(
            TrainingSession session,
            List<SessionReport.Seated> seated,
            List<SessionScores.Result> results,
            ZoneId zone) {
        Lang lang = words.lang();
        Map<UUID, List<SessionScores.Result>> own =
                results.stream().collect(Collectors.groupingBy(SessionScores.Result::person));
        String[] before = {""};
        return seated.stream()
                .map(s -> {
                    String department = s.departmentName().in(lang);
                    boolean first = !department.equals(before[0]);
                    before[0] = department;
                    return new PersonRow(
                            s.person(),
                            s.number(),
                            s.name(),
                            department,
                            first,
                            s.walkIn(),
                            s.attended().name(),
                            s.how().map(Enum::name).orElse(""),
                            s.arrivedAt()
                                    .map(at -> SessionWords.clock(at, session.startsAt(), zone))
                                    .orElse(""),
                            s.leftAt()
                                    .map(at -> SessionWords.clock(at, session.startsAt(), zone))
                                    .orElse(""),
                            own.getOrDefault(s.person(), List.of()).stream()
                                    .map(r -> code(r.lesson()) + " "
                                            + words.messages().score(r.score()))
                                    .collect(Collectors.joining(" · ")),
                            own.getOrDefault(s.person(), List.of()).stream().anyMatch(SessionScores.Result::passed));
                })
                .toList();
    }

    @GET
    @Path("terms")
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public TemplateInstance terms(UUID client, UUID session) {
        Reader.Seat seat = reader.at(client);
        TrainingSession found = inRoom(sessions.reached(seat, session));
        return plan.page(client, "/" + session, SessionForm.of(found, seat.zone()), List.of());
    }

    @POST
    @Path("terms")
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public Response change(UUID client, UUID session, @BeanParam SessionForm form) {
        Reader.Seat seat = reader.at(client);
        TrainingSession found = inRoom(open(seat, session));
        return switch (plan.change(seat, found, form)) {
            case SessionPlan.Made made -> back(client, session);
            case SessionPlan.Wrong(var problems) ->
                Response.status(400)
                        .entity(plan.page(client, "/" + session, form, problems))
                        .build();
        };
    }

    /** The end: from here on nothing about the session changes. */
    @POST
    @Path("closing")
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public Response close(UUID client, UUID session) {
        Reader.Seat seat = reader.at(client);
        TrainingSession found = sessions.locked(seat, session);
        if (found.on(LocalDate.now(clock.withZone(seat.zone())), seat.zone()) == SessionState.PLANNED) {
            throw new Refusal(409, words.messages().not_yet());
        }
        closing.close(found, reader.get());
        return back(client, session);
    }

    /** It will not be held. */
    @POST
    @Path("cancellation")
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public Response cancel(UUID client, UUID session) {
        TrainingSession found = sessions.locked(reader.at(client), session);
        if (found.open()) {
            if (report.count(client, session).came() > 0) {
                throw new Refusal(409, words.messages().somebody_is_there());
            }
            found.cancel(clock.instant());
        }
        return back(client, session);
    }

    /** Adds to a closed session what turned out later. */
    @POST
    @Path("corrections")
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public Response correct(
            UUID client, UUID session, @FormParam("id") @Nullable UUID id, @FormParam("words") @Nullable String text) {
        TrainingSession found = sessions.reached(reader.at(client), session);
        String said = text == null ? "" : text.strip();
        if (found.closedAt().isEmpty()) {
            throw new Refusal(409, words.messages().not_closed());
        }
        if (said.isEmpty() || said.length() > LONGEST_CORRECTION) {
            return Response.status(422)
                    .entity(page(client, found, said, words.messages().bad_correction(LONGEST_CORRECTION)))
                    .build();
        }
        closing.correct(found, Optional.ofNullable(id).orElseGet(Ids::next), said, reader.get());
        return back(client, session);
    }

    /** A talk on the line is begun where it is held, and not planned. */
    private static TrainingSession inRoom(TrainingSession session) {
        if (session.kind() == SessionKind.LINE) {
            throw new NotFoundException();
        }
        return session;
    }

    private TrainingSession open(Reader.Seat seat, UUID session) {
        TrainingSession found = sessions.reached(seat, session);
        if (!found.open()) {
            throw new Refusal(409, words.messages().is_over());
        }
        return found;
    }

    private static Response back(UUID client, UUID session) {
        return Response.seeOther(URI.create("/c/" + client + "/sessions/" + session))
                .build();
    }
}
