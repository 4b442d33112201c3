package auditorium.training.sessions;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.library.Library;
import auditorium.platform.Refusal;
import auditorium.training.sessions.domain.Arrival;
import auditorium.training.sessions.domain.Attended;
import auditorium.training.sessions.domain.SessionKind;
import auditorium.training.sessions.domain.Vote;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session on the phone of somebody who came. Reading never notes anything; the button does, for who has scanned the wall. */
@Path("/c/{client}/here/{session}")
@Produces(MediaType.TEXT_HTML)
class HerePages {

    private final TrainingSessions sessions;
    private final Attendances attendances;
    private final SessionReport report;
    private final LiveQuestions questions;
    private final Library library;
    private final CurrentReader reader;
    private final SessionWords words;
    private final Clock clock;

    HerePages(
            TrainingSessions sessions,
            Attendances attendances,
            SessionReport report,
            LiveQuestions questions,
            Library library,
            CurrentReader reader,
            SessionWords words,
            Clock clock) {
        this.sessions = sessions;
        this.attendances = attendances;
        this.report = report;
        this.questions = questions;
        this.library = library;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What the phone shows.
     *
     * @param question what all are asked now, for those who are there; {@code answered}: the reader has answered it
     * @param state changes whenever there is something else to show
     */
    record View(
            UUID id,
            String title,
            String when,
            String room,
            String trainer,
            String me,
            String step,
            Optional<LiveView> question,
            boolean answered,
            boolean right,
            String state) {}

    private static final LiveQuestions.Tally NO_TALLY = new LiveQuestions.Tally(0, Map.of());

    @CheckedTemplate(basePath = "sessions")
    static class Templates {
        private Templates() {}

        static native TemplateInstance here(UUID client, View it);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance here(UUID client, UUID session, RoutingContext http) {
        Reader.Seat seat = reader.at(client);
        UUID person = seat.person()
                .orElseThrow(() -> new Refusal(403, words.messages().no_person()));
        Optional<Attended> attended = report.attended(client, session, person);
        boolean scanned = ticket(session, http);
        // who neither is on the list nor has scanned the wall learns nothing about the session
        if (attended.isEmpty() && !scanned) {
            throw new Refusal(404, words.messages().scan_first());
        }
        TrainingSession found = sessions.findByIdOptional(session).orElseThrow(NotFoundException::new);
        String step = step(found, attended, scanned);
        Optional<LiveQuestions.Asked> asked =
                "PRESENT".equals(step) ? LiveQuestions.now(questions.all(client, session)) : Optional.empty();
        Optional<Set<String>> own = asked.flatMap(q -> questions.answered(client, q.id(), person));
        Optional<LiveView> question = asked.map(q -> LiveView.of(q, NO_TALLY, own.orElse(Set.of()), words.lang()));
        return Templates.here(
                client,
                new View(
                        session,
                        SessionWords.title(found.lessons(), library.catalogue(), words.lang()),
                        SessionWords.span(found.startsAt(), found.minutes(), seat.zone()),
                        found.room(),
                        found.trainer(),
                        reader.get().name(),
                        step,
                        question,
                        own.isPresent(),
                        question.map(LiveView::allRight).orElse(false),
                        step + question.map(q -> q.number() + "-" + q.closed()).orElse("") + own.isPresent()));
    }

    /** An answer to the question that all are asked. The first one counts; one that comes after the end counts for nothing. */
    @POST
    @Path("answers")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response answer(
            UUID client,
            UUID session,
            @FormParam("question") @Nullable UUID question,
            @FormParam("option") @Nullable List<String> options) {
        UUID person = reader.at(client)
                .person()
                .orElseThrow(() -> new Refusal(403, words.messages().no_person()));
        boolean there = report.attended(client, session, person)
                .filter(a -> a == Attended.PRESENT)
                .isPresent();
        TrainingSession found = sessions.findByIdOptional(session)
                .filter(s -> there && s.open() && s.kind() == SessionKind.ROOM)
                .orElseThrow(() -> new Refusal(409, words.messages().scan_again()));
        LiveQuestions.Asked asked = questions.all(client, found.id()).stream()
                .filter(q -> q.opened() && q.id().equals(question))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        Vote.of(asked.question(), asked.choices(), options == null ? List.of() : options)
                .ifPresent(v -> questions.answer(client, session, asked, person, v, true, clock.instant()));
        return Response.seeOther(URI.create("/c/" + client + "/here/" + session))
                .build();
    }

    private static String step(TrainingSession session, Optional<Attended> attended, boolean scanned) {
        if (!session.open()) {
            return "OVER";
        }
        return switch (attended.orElse(Attended.ABSENT)) {
            case PRESENT -> "PRESENT";
            case LEFT -> scanned ? "ARRIVE" : "LEFT";
            case ABSENT -> scanned ? "ARRIVE" : "SCAN";
        };
    }

    /** Notes that the one who has signed in is there. Whoever was not on the list is put there as a walk-in. */
    @POST
    @Path("presence")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response arrive(UUID client, UUID session, RoutingContext http) {
        UUID person = reader.at(client)
                .person()
                .orElseThrow(() -> new Refusal(403, words.messages().no_person()));
        if (!ticket(session, http)) {
            throw new Refusal(409, words.messages().scan_again());
        }
        attendances.seat(client, session, List.of(person), true);
        attendances.note(
                client,
                session,
                person,
                Attended.PRESENT,
                Arrival.QR,
                reader.get().account(),
                Optional.empty(),
                clock.instant());
        return Response.seeOther(URI.create("/c/" + client + "/here/" + session))
                .build();
    }

    /** Whether this phone holds a ticket of this session that is good now; the session is open then. */
    private boolean ticket(UUID session, RoutingContext http) {
        var cookie = http.request().getCookie(ScanPages.COOKIE);
        return cookie != null
                && sessions.findByIdOptional(session)
                        .filter(TrainingSession::open)
                        .map(TrainingSession::code)
                        .filter(c -> c.admits(cookie.getValue(), "", clock.instant()))
                        .isPresent();
    }
}
