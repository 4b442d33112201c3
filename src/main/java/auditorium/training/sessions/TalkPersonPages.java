package auditorium.training.sessions;

import auditorium.access.CurrentReader;
import auditorium.access.OwnPin;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.People;
import auditorium.clients.Person;
import auditorium.platform.ClientScope;
import auditorium.platform.Refusal;
import auditorium.training.sessions.domain.Arrival;
import auditorium.training.sessions.domain.Attended;
import auditorium.training.sessions.domain.SessionKind;
import auditorium.training.sessions.domain.Signature;
import auditorium.training.sessions.domain.Vote;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person on the phone that goes round: the own PIN, three questions, a signature, and what was right. The phone stays the leader's:
 * the PIN opens no session, only a ticket for this person and this talk that is good for a quarter of an hour.
 */
@Path("/c/{client}/talks/{talk}/people/{person}")
@Produces(MediaType.TEXT_HTML)
class TalkPersonPages {

    private static final LiveQuestions.Tally NO_TALLY = new LiveQuestions.Tally(0, Map.of());

    private final TrainingSessions sessions;
    private final LiveQuestions questions;
    private final Attendances attendances;
    private final SessionReport report;
    private final People people;
    private final OwnPin pins;
    private final Rights rights;
    private final ClientScope scope;
    private final CurrentReader reader;
    private final SessionWords words;
    private final Clock clock;

    TalkPersonPages(
            TrainingSessions sessions,
            LiveQuestions questions,
            Attendances attendances,
            SessionReport report,
            People people,
            OwnPin pins,
            Rights rights,
            ClientScope scope,
            CurrentReader reader,
            SessionWords words,
            Clock clock) {
        this.sessions = sessions;
        this.questions = questions;
        this.attendances = attendances;
        this.report = report;
        this.people = people;
        this.pins = pins;
        this.rights = rights;
        this.scope = scope;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /** Whose turn it is. */
    record Turn(UUID talk, UUID person, String name, String number, boolean done) {}

    /** What came of it: how many questions were right. */
    record Result(int right, int all, List<LiveView> questions) {}

    @CheckedTemplate(basePath = "sessions")
    static class Templates {
        private Templates() {}

        static native TemplateInstance talkPin(UUID client, Turn turn, String problem);

        static native TemplateInstance talkAsk(
                UUID client, Turn turn, List<LiveView> questions, String ticket, String problem);

        static native TemplateInstance talkResult(UUID client, Turn turn, Result result);
    }

    /** Asks for the PIN; with the ticket of somebody who is done, shows what was right. */
    @GET
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public TemplateInstance turn(UUID client, UUID talk, UUID person, @QueryParam("ticket") @Nullable String ticket) {
        TrainingSession session = found(client, talk);
        Turn turn = turn(client, session, person);
        if (turn.done() && ticket != null && session.code().admits(ticket, person.toString(), clock.instant())) {
            List<LiveView> asked = questions.all(client, talk).stream()
                    .map(q -> LiveView.of(
                            q,
                            true,
                            NO_TALLY,
                            questions.answered(client, q.id(), person).orElse(Set.of()),
                            words.lang()))
                    .toList();
            int right =
                    Math.toIntExact(asked.stream().filter(LiveView::allRight).count());
            return Templates.talkResult(client, turn, new Result(right, asked.size(), asked));
        }
        return Templates.talkPin(client, turn, "");
    }

    /** Checks the PIN here on the server, with the throttle of the sign-in. No transaction is held meanwhile. */
    @POST
    @Path("pin")
    @Blocking
    @PermissionsAllowed(Rights.TRAIN)
    public Response pin(
            UUID client, UUID talk, UUID person, @FormParam("pin") @Nullable String pin, RoutingContext http) {
        Turn turn = scope.inside(client, () -> turn(client, open(client, talk), person));
        if (turn.done()) {
            return Response.ok(Templates.talkPin(client, turn, "")).build();
        }
        OwnPin.Said said = pins.of(client, reader.at(client).code(), person, pin == null ? "" : pin, http);
        SessionMessages m = words.messages();
        return switch (said) {
            case RIGHT ->
                scope.inside(
                        client,
                        () -> Response.ok(ask(
                                        client,
                                        turn,
                                        Map.of(),
                                        open(client, talk).code().ticket(person.toString(), clock.instant()),
                                        ""))
                                .build());
            case WRONG ->
                Response.status(401)
                        .entity(Templates.talkPin(client, turn, m.pin_wrong()))
                        .build();
            case LATER ->
                Response.status(429)
                        .entity(Templates.talkPin(client, turn, m.pin_later()))
                        .build();
            case NONE ->
                Response.status(409)
                        .entity(Templates.talkPin(client, turn, m.pin_none()))
                        .build();
        };
    }

    private TemplateInstance ask(UUID client, Turn turn, Map<UUID, Set<String>> chosen, String ticket, String problem) {
        return Templates.talkAsk(
                client,
                turn,
                questions.all(client, turn.talk()).stream()
                        .map(q -> LiveView.of(q, false, NO_TALLY, chosen.getOrDefault(q.id(), Set.of()), words.lang()))
                        .toList(),
                ticket,
                problem);
    }

    /** Presence, answers and signature in one; the same once more changes nothing. */
    @POST
    @Path("participation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public Response takePart(UUID client, UUID talk, UUID person, MultivaluedMap<String, String> fields) {
        TrainingSession session = open(client, talk);
        Turn turn = turn(client, session, person);
        String ticket = Optional.ofNullable(fields.getFirst("ticket")).orElse("");
        if (!session.code().admits(ticket, person.toString(), clock.instant())) {
            return Response.status(401)
                    .entity(Templates.talkPin(client, turn, words.messages().pin_again()))
                    .build();
        }
        Optional<Signature> signature =
                Signature.of(Optional.ofNullable(fields.getFirst("signature")).orElse(""));
        List<LiveQuestions.Asked> all = questions.all(client, talk);
        if (signature.isEmpty() && !"yes".equals(fields.getFirst("here"))) {
            Map<UUID, Set<String>> chosen = new HashMap<>();
            all.forEach(q -> chosen.put(q.id(), Set.copyOf(given(fields, q))));
            return Response.status(422)
                    .entity(ask(client, turn, chosen, ticket, words.messages().sign_first()))
                    .build();
        }
        attendances.seat(client, talk, List.of(person), false);
        attendances.note(
                client,
                talk,
                person,
                Attended.PRESENT,
                Arrival.LINE,
                reader.get().account(),
                signature.map(Signature::path),
                clock.instant());
        all.forEach(q -> Vote.of(q.question(), q.choices(), given(fields, q))
                .ifPresent(v -> questions.answer(client, talk, q, person, v, false, clock.instant())));
        return Response.seeOther(
                        URI.create("/c/" + client + "/talks/" + talk + "/people/" + person + "?ticket=" + ticket))
                .build();
    }

    private static List<String> given(MultivaluedMap<String, String> fields, LiveQuestions.Asked question) {
        return Optional.ofNullable(fields.get("option." + question.id())).orElse(List.of()).stream()
                .distinct()
                .toList();
    }

    private Turn turn(UUID client, TrainingSession talk, UUID person) {
        Person who =
                people.withDepartment(person).filter(p -> p.leftOn().isEmpty()).orElseThrow(NotFoundException::new);
        rights.requireReach(reader.at(client), who.department().id());
        boolean done = report.attended(client, talk.id(), person)
                .filter(a -> a == Attended.PRESENT)
                .isPresent();
        return new Turn(talk.id(), person, who.name(), who.number(), done);
    }

    private TrainingSession open(UUID client, UUID talk) {
        TrainingSession found = found(client, talk);
        if (!found.open()) {
            throw new Refusal(409, words.messages().is_over());
        }
        return found;
    }

    private TrainingSession found(UUID client, UUID talk) {
        Reader.Seat seat = reader.at(client);
        TrainingSession found = sessions.reached(seat, talk);
        if (found.kind() != SessionKind.LINE) {
            throw new NotFoundException();
        }
        return found;
    }
}
