package auditorium.training.sessions;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.platform.Refusal;
import auditorium.training.sessions.domain.Arrival;
import auditorium.training.sessions.domain.Attended;
import auditorium.training.sessions.domain.SessionState;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What whoever holds a session notes by hand: who came, who left, who came without being on the list. */
@Path("/c/{client}/sessions/{session}/attendances")
class AttendancePages {

    private final TrainingSessions sessions;
    private final Attendances attendances;
    private final SessionReport report;
    private final Rights rights;
    private final CurrentReader reader;
    private final SessionWords words;
    private final Clock clock;

    AttendancePages(
            TrainingSessions sessions,
            Attendances attendances,
            SessionReport report,
            Rights rights,
            CurrentReader reader,
            SessionWords words,
            Clock clock) {
        this.sessions = sessions;
        this.attendances = attendances;
        this.report = report;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /** {@code attended} is what is so from now on. */
    @POST
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public Response note(
            UUID client,
            UUID session,
            @FormParam("person") @Nullable UUID person,
            @FormParam("attended") @Nullable String attended) {
        TrainingSession found = open(client, session, attended != null && !"OFF".equals(attended));
        if (person == null || report.attended(client, session, person).isEmpty()) {
            throw new NotFoundException();
        }
        if ("OFF".equals(attended)) {
            attendances.unseat(client, session, person);
            return back(client, session, "people");
        }
        Attended now = Arrays.stream(Attended.values())
                .filter(a -> a.name().equals(attended))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        note(client, found, person, now);
        return back(client, session, "p-" + person);
    }

    /** Everybody on the list about whom nothing is noted is there: for a sheet that was signed on paper. */
    @POST
    @Path("rest")
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public Response rest(UUID client, UUID session) {
        TrainingSession found = open(client, session, true);
        report.seated(client, session).stream()
                .filter(s -> s.attended() == Attended.ABSENT)
                .forEach(s -> note(client, found, s.person(), Attended.PRESENT));
        return back(client, session, "people");
    }

    /** Somebody came who is not on the list: by number. */
    @POST
    @Path("walk-ins")
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public Response walkIn(UUID client, UUID session, @FormParam("number") @Nullable String number) {
        TrainingSession found = open(client, session, true);
        String typed = number == null ? "" : number.strip();
        Reader.Seat seat = reader.at(client);
        Map<String, UUID> known = attendances.numbered(client, List.of(typed), rights.reach(seat));
        UUID person = Optional.ofNullable(known.get(typed))
                .orElseThrow(() -> new Refusal(404, words.messages().bad_numbers(typed)));
        attendances.seat(client, session, List.of(person), true);
        note(client, found, person, Attended.PRESENT);
        return back(client, session, "p-" + person);
    }

    private void note(UUID client, TrainingSession session, UUID person, Attended attended) {
        attendances.note(
                client,
                session.id(),
                person,
                attended,
                Arrival.HAND,
                reader.get().account(),
                Optional.empty(),
                clock.instant());
    }

    /** A session about which something may be noted: nobody was there before its day. */
    private TrainingSession open(UUID client, UUID session, boolean onItsDay) {
        Reader.Seat seat = reader.at(client);
        TrainingSession found = sessions.reached(seat, session);
        if (!found.open()) {
            throw new Refusal(409, words.messages().is_over());
        }
        if (onItsDay && found.on(LocalDate.now(clock.withZone(seat.zone())), seat.zone()) == SessionState.PLANNED) {
            throw new Refusal(409, words.messages().not_yet());
        }
        return found;
    }

    private static Response back(UUID client, UUID session, String place) {
        return Response.seeOther(URI.create("/c/" + client + "/sessions/" + session + "#" + place))
                .build();
    }
}
