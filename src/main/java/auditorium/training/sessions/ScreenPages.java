package auditorium.training.sessions;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.access.Slips;
import auditorium.library.Library;
import auditorium.platform.Qr;
import auditorium.platform.Refusal;
import auditorium.training.sessions.domain.RoomCode;
import auditorium.training.sessions.domain.SessionKind;
import auditorium.training.sessions.domain.SessionState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What hangs on the wall of the room: the code to scan and how many have come, or the question that all are asked and, once it is closed,
 * what was chosen and what is right. The page asks again by itself.
 */
@Path("/c/{client}/sessions/{session}/screen")
@Produces(MediaType.TEXT_HTML)
class ScreenPages {

    private final TrainingSessions sessions;
    private final SessionReport report;
    private final LiveQuestions questions;
    private final Library library;
    private final CurrentReader reader;
    private final SessionWords words;
    private final Clock clock;

    ScreenPages(
            TrainingSessions sessions,
            SessionReport report,
            LiveQuestions questions,
            Library library,
            CurrentReader reader,
            SessionWords words,
            Clock clock) {
        this.sessions = sessions;
        this.report = report;
        this.questions = questions;
        this.library = library;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What is on the wall.
     *
     * @param scan the address behind the code
     * @param left how many questions wait to be asked; before the first: how many there will be
     * @param begun whether a question has been asked
     * @param state changes whenever there is something else to show
     */
    record View(
            UUID id,
            String title,
            String when,
            String room,
            String trainer,
            int came,
            int seats,
            String scan,
            Qr qr,
            String site,
            boolean loopback,
            Optional<LiveView> question,
            int left,
            boolean begun,
            String state) {}

    @CheckedTemplate(basePath = "sessions")
    static class Templates {
        private Templates() {}

        static native TemplateInstance screen(UUID client, View it);
    }

    /** {@code show}: with {@code code} the code to scan, though a question has been asked. */
    @GET
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public Response screen(UUID client, UUID session, @QueryParam("show") @Nullable String show, @Context UriInfo at) {
        Reader.Seat seat = reader.at(client);
        TrainingSession found = sessions.reached(seat, session);
        if (!found.open() || found.kind() == SessionKind.LINE) {
            return Response.seeOther(URI.create("/c/" + client + "/sessions/" + session))
                    .build();
        }
        Instant now = clock.instant();
        String site = Slips.site(at);
        String scan =
                site + "/here/" + client + "/" + session + "/" + found.code().wall(now);
        SessionReport.Count count = report.count(client, session);
        List<LiveQuestions.Asked> all = questions.all(client, session);
        Optional<LiveView> question = LiveQuestions.now(all)
                .filter(q -> !"code".equals(show) || q.open())
                .map(q -> LiveView.of(q, questions.tally(client, q.id()), Set.of(), words.lang()));
        int left = Math.toIntExact(all.stream().filter(q -> !q.opened()).count());
        String state = question.map(q -> q.number() + "-" + q.closed() + "-" + q.answered())
                        .orElse("code-" + now.getEpochSecond() / RoomCode.LASTS.toSeconds())
                + "-" + count.came() + "-" + count.seats();
        return Response.ok(Templates.screen(
                        client,
                        new View(
                                session,
                                SessionWords.title(found.lessons(), library.catalogue(), words.lang()),
                                SessionWords.span(found.startsAt(), found.minutes(), seat.zone()),
                                found.room(),
                                found.trainer(),
                                count.came(),
                                count.seats(),
                                scan,
                                Qr.of(scan),
                                site,
                                Slips.loopback(site),
                                question,
                                all.isEmpty()
                                        ? LiveQuestions.each(found)
                                                * found.lessons().size()
                                        : left,
                                LiveQuestions.now(all).isPresent(),
                                state)))
                .build();
    }

    /** Asks the next question; the first time all are drawn. */
    @POST
    @Path("questions")
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public Response ask(UUID client, UUID session) {
        TrainingSession found = onItsDay(client, session);
        questions.draw(client, found, LiveQuestions.each(found));
        questions.openNext(client, session, clock.instant());
        return back(client, session);
    }

    /** Ends the question that is asked: no answer is taken any more, and everybody sees what is right. */
    @POST
    @Path("questions/closing")
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public Response end(UUID client, UUID session, @FormParam("question") @Nullable UUID question) {
        onItsDay(client, session);
        if (question != null) {
            questions.close(client, session, question, clock.instant());
        }
        return back(client, session);
    }

    private TrainingSession onItsDay(UUID client, UUID session) {
        Reader.Seat seat = reader.at(client);
        TrainingSession found = sessions.locked(seat, session);
        if (!found.open() || found.kind() == SessionKind.LINE) {
            throw new Refusal(409, words.messages().is_over());
        }
        if (found.on(LocalDate.now(clock.withZone(seat.zone())), seat.zone()) == SessionState.PLANNED) {
            throw new Refusal(409, words.messages().not_yet());
        }
        return found;
    }

    private static Response back(UUID client, UUID session) {
        return Response.seeOther(URI.create("/c/" + client + "/sessions/" + session + "/screen"))
                .build();
    }
}
