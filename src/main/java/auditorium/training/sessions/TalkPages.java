package auditorium.training.sessions;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Department;
import auditorium.clients.Departments;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Lesson;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.platform.Refusal;
import auditorium.training.sessions.domain.LessonScore;
import auditorium.training.sessions.domain.LiveDraw;
import auditorium.training.sessions.domain.SessionKind;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A talk of five minutes on the line, with one phone that goes round: its beginning, and the names to tap. */
@Path("/c/{client}/talks")
@Produces(MediaType.TEXT_HTML)
class TalkPages {

    /** How long a talk is meant to take, in minutes. */
    private static final int MINUTES = 5;

    /** So many names a phone can bear. */
    private static final int MOST = 400;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final TrainingSessions sessions;
    private final SessionReport report;
    private final LiveQuestions questions;
    private final Attendances attendances;
    private final Departments departments;
    private final Library library;
    private final Rights rights;
    private final CurrentReader reader;
    private final SessionWords words;
    private final Clock clock;

    TalkPages(
            TrainingSessions sessions,
            SessionReport report,
            LiveQuestions questions,
            Attendances attendances,
            Departments departments,
            Library library,
            Rights rights,
            CurrentReader reader,
            SessionWords words,
            Clock clock) {
        this.sessions = sessions;
        this.report = report;
        this.questions = questions;
        this.attendances = attendances;
        this.departments = departments;
        this.library = library;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /** Something to choose. */
    record Choice(String id, String label, boolean chosen) {}

    /** Lessons of one course. */
    record Group(String title, List<Choice> lessons) {}

    /** The form; {@code problem} is empty when nothing is wrong. */
    record FormView(String id, List<Group> courses, List<Choice> departments, String room, String problem) {}

    /** The names to tap. {@code open}: more can take part. */
    record View(
            UUID id,
            String title,
            String lesson,
            String room,
            boolean open,
            int done,
            List<SessionReport.Tapped> people) {}

    @CheckedTemplate(basePath = "sessions")
    static class Templates {
        private Templates() {}

        static native TemplateInstance talkForm(UUID client, FormView form);

        static native TemplateInstance talk(UUID client, View it);
    }

    @GET
    @Path("new")
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public TemplateInstance fresh(UUID client, @QueryParam("lesson") @Nullable String lesson) {
        return form(client, Ids.next().toString(), lesson == null ? "" : lesson, "", "", "");
    }

    private TemplateInstance form(
            UUID client, String id, String lesson, String department, String room, String problem) {
        Lang lang = words.lang();
        return Templates.talkForm(
                client,
                new FormView(
                        id,
                        library.catalogue().courses().stream()
                                .map(c -> new Group(
                                        c.title().in(lang),
                                        c.lessons().stream()
                                                .filter(l -> askable(l.id()))
                                                .map(l -> new Choice(
                                                        l.id(),
                                                        l.code() + " "
                                                                + l.title().in(lang),
                                                        l.id().equals(lesson)))
                                                .toList()))
                                .toList(),
                        departments.reachedBy(reader.at(client)).stream()
                                .map(d -> new Choice(
                                        d.id().toString(),
                                        d.name().in(lang),
                                        d.id().toString().equals(department)))
                                .toList(),
                        room,
                        problem));
    }

    /** Whether a lesson has questions enough for a talk. */
    private boolean askable(String lesson) {
        return library.catalogue()
                        .quizOf(lesson)
                        .map(q -> q.questions().stream().filter(LiveDraw::fits).count())
                        .orElse(0L)
                >= LessonScore.LEAST;
    }

    /** Begins a talk and draws its three questions. The same form once more leads to the same talk. */
    @POST
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public Response begin(
            UUID client,
            @FormParam("id") @Nullable UUID given,
            @FormParam("lesson") @Nullable String lesson,
            @FormParam("department") @Nullable UUID department,
            @FormParam("room") @Nullable String room) {
        UUID id = Optional.ofNullable(given).orElseGet(Ids::next);
        String place = room == null ? "" : room.strip();
        Optional<Lesson> taught = Optional.ofNullable(lesson)
                .flatMap(l -> library.catalogue().lesson(l))
                .filter(l -> askable(l.id()));
        Reader.Seat seat = reader.at(client);
        Optional<Department> whose = departments.reachedBy(seat).stream()
                .filter(d -> d.id().equals(department))
                .findFirst();
        if (taught.isEmpty() || whose.isEmpty() || place.isEmpty() || place.length() > SessionForm.LONGEST) {
            return Response.status(400)
                    .entity(form(
                            client,
                            id.toString(),
                            lesson == null ? "" : lesson,
                            department == null ? "" : department.toString(),
                            place,
                            words.messages().bad_talk()))
                    .build();
        }
        if (sessions.findByIdOptional(id).isEmpty()) {
            byte[] secret = new byte[SessionPlan.SECRET_BYTES];
            RANDOM.nextBytes(secret);
            Instant now = clock.instant();
            TrainingSession talk = TrainingSession.onLine(
                    id,
                    new TrainingSession.Terms(
                            List.of(taught.get().id()),
                            words.lang(),
                            place,
                            reader.get().name(),
                            Optional.of(reader.get().account()),
                            now,
                            MINUTES),
                    whose.get().id(),
                    rights.reach(seat),
                    secret,
                    reader.get().account(),
                    now);
            sessions.persistAndFlush(talk);
            questions.draw(client, talk, LessonScore.LEAST);
        }
        return Response.seeOther(URI.create("/c/" + client + "/talks/" + id)).build();
    }

    @GET
    @Path("{talk}")
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public TemplateInstance talk(UUID client, UUID talk) {
        TrainingSession found = found(client, talk);
        Catalogue catalogue = library.catalogue();
        List<SessionReport.Tapped> people =
                report.line(client, talk, found.department().orElseThrow(NotFoundException::new), MOST);
        return Templates.talk(
                client,
                new View(
                        talk,
                        SessionWords.title(found.lessons(), catalogue, words.lang()),
                        found.lessons().get(0),
                        found.room(),
                        found.open(),
                        Math.toIntExact(people.stream()
                                .filter(SessionReport.Tapped::done)
                                .count()),
                        people));
    }

    /** Somebody whose name is not on the phone: by number. */
    @GET
    @Path("{talk}/numbers")
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public Response numbered(UUID client, UUID talk, @QueryParam("number") @Nullable String number) {
        found(client, talk);
        String typed = number == null ? "" : number.strip();
        Map<String, UUID> known = attendances.numbered(client, List.of(typed), rights.reach(reader.at(client)));
        UUID person = Optional.ofNullable(known.get(typed))
                .orElseThrow(() -> new Refusal(404, words.messages().bad_numbers(typed)));
        return Response.seeOther(URI.create("/c/" + client + "/talks/" + talk + "/people/" + person))
                .build();
    }

    private TrainingSession found(UUID client, UUID talk) {
        TrainingSession found = sessions.reached(reader.at(client), talk);
        if (found.kind() != SessionKind.LINE) {
            throw new NotFoundException();
        }
        return found;
    }
}
