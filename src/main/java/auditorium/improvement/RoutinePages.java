package auditorium.improvement;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Department;
import auditorium.clients.Departments;
import auditorium.clients.People;
import auditorium.clients.Person;
import auditorium.improvement.domain.Rhythm;
import auditorium.library.Catalogue;
import auditorium.library.content.Requirement;
import auditorium.lists.ClientLibrary;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What departments do again and again, and the turns that are due. */
@Path("/c/{client}/routines")
@Produces(MediaType.TEXT_HTML)
class RoutinePages {

    private static final int DAYS_BACK = 92;
    private static final int PAST_SHOWN = 6;

    private final Routines routines;
    private final Departments departments;
    private final People people;
    private final ClientLibrary library;
    private final Rights rights;
    private final TaskReach reach;
    private final Typed typed;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    RoutinePages(
            Routines routines,
            Departments departments,
            People people,
            ClientLibrary library,
            Rights rights,
            TaskReach reach,
            Typed typed,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.routines = routines;
        this.departments = departments;
        this.people = people;
        this.library = library;
        this.rights = rights;
        this.reach = reach;
        this.typed = typed;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** A routine with how its last turns went. */
    record Row(
            UUID id,
            String title,
            String requirement,
            String rhythm,
            String owner,
            String department,
            List<Turn> past) {}

    /** A turn: done on time, done late, not done and late, or due today. */
    record Turn(String day, String state, String by) {}

    /** The form, with what was typed. */
    record Form(
            List<AuditFindingPages.Choice> departments,
            List<FindingPages.OwnerChoice> owners,
            List<AuditFindingPages.AreaView> areas,
            List<String> rhythms,
            String rhythm,
            String title,
            String starts,
            String today,
            String problem,
            UUID formId) {}

    @CheckedTemplate(basePath = "improvement")
    static class Templates {
        private Templates() {}

        static native TemplateInstance routines(UUID client, List<Row> rows, Form form);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance routines(UUID client) {
        return page(client, new Typing("", "", Rhythm.MONTHLY.name(), "", "", "", ""));
    }

    /** What was typed. */
    private record Typing(
            String title,
            String department,
            String rhythm,
            String requirement,
            String owner,
            String starts,
            String problem) {}

    private TemplateInstance page(UUID client, Typing typing) {
        Reader.Seat seat = reader.at(client);
        Lang lang = language.lang();
        LocalDate today = typed.today(client);
        List<Department> reached = departments.reachedBy(seat);
        List<Routines.Past> past = routines.past(client, today.minusDays(DAYS_BACK), today, seat.zone());
        List<Row> rows = routines.going(rights.reach(seat)).stream()
                .map(r -> new Row(
                        r.id(),
                        r.title(),
                        r.requirement(),
                        r.rhythm().name(),
                        r.owner().name(),
                        reached.stream()
                                .filter(d -> d.id().equals(r.department()))
                                .map(d -> d.name().in(lang))
                                .findFirst()
                                .orElse(""),
                        past.stream()
                                .filter(p -> p.routine().equals(r.id()))
                                .limit(PAST_SHOWN)
                                .map(p -> new Turn(p.dueOn().toString(), state(p, today), p.by()))
                                .toList()))
                .toList();
        Catalogue catalogue = library.catalogue();
        Form form = new Form(
                reached.stream()
                        .map(d -> new AuditFindingPages.Choice(
                                d.id(), d.name().in(lang), d.id().toString().equals(typing.department())))
                        .toList(),
                people.leaders().stream()
                        .map(p -> new FindingPages.OwnerChoice(
                                p.id(),
                                p.name() + " · " + p.department().name().in(lang),
                                p.id().toString().equals(typing.owner())))
                        .toList(),
                AuditFindingPages.areas(catalogue, typing.requirement(), lang),
                Arrays.stream(Rhythm.values()).map(Enum::name).toList(),
                typing.rhythm(),
                typing.title(),
                typing.starts().isEmpty() ? today.toString() : typing.starts(),
                today.toString(),
                typing.problem(),
                Ids.next());
        return Templates.routines(client, rows, form);
    }

    private static String state(Routines.Past p, LocalDate today) {
        return p.doneOn()
                .map(on -> on.isAfter(p.dueOn()) ? "LATE" : "DONE")
                .orElse(p.dueOn().isBefore(today) ? "MISSED" : "DUE");
    }

    /** Begins a routine, from today on at the earliest: nothing is ever due for the past. */
    @POST
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public Response begin(
            UUID client,
            @FormParam("department") @Nullable UUID department,
            @FormParam("requirement") @Nullable String requirement,
            @FormParam("title") @Nullable String title,
            @FormParam("rhythm") @Nullable String rhythm,
            @FormParam("owner") @Nullable UUID owner,
            @FormParam("starts") @Nullable String starts,
            @FormParam("id") @Nullable UUID id) {
        LocalDate today = typed.today(client);
        Optional<Requirement> about = library.catalogue().requirement(Typed.text(requirement));
        Optional<Rhythm> often = Typed.choice(Rhythm.class, rhythm);
        Optional<Person> who = Optional.ofNullable(owner)
                .flatMap(people::withDepartment)
                .filter(p -> p.leftOn().isEmpty());
        Optional<LocalDate> first = typed.date(starts);
        if (department != null) {
            departments.reached(reader.at(client), department);
        }
        boolean early = first.filter(d -> d.isBefore(today)).isPresent();
        if (department == null
                || about.isEmpty()
                || often.isEmpty()
                || who.isEmpty()
                || first.isEmpty()
                || early
                || Typed.text(title).isEmpty()) {
            String problem =
                    early ? typed.words().due_in_the_past() : typed.words().routine_incomplete();
            return Response.status(422)
                    .entity(page(
                            client,
                            new Typing(
                                    Typed.text(title),
                                    String.valueOf(department),
                                    Typed.text(rhythm),
                                    Typed.text(requirement),
                                    String.valueOf(owner),
                                    Typed.text(starts),
                                    problem)))
                    .build();
        }
        UUID letter = id == null ? Ids.next() : id;
        if (routines.findByIdOptional(letter).isEmpty()) {
            Routine routine = new Routine(
                    letter, department, about.get().id(), Typed.text(title), often.get(), who.get(), first.get(), by());
            routines.persistAndFlush(routine);
            routines.unroll(client, routine, today);
        }
        return back(client);
    }

    /** It is done no more. What was due and not done is not due any more either. */
    @POST
    @Path("{routine}/end")
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public Response end(UUID client, UUID routine) {
        Routine found = routines.findByIdOptional(routine).orElseThrow(NotFoundException::new);
        departments.reached(reader.at(client), found.department());
        found.end(clock.instant());
        return back(client);
    }

    /** “Done this time”, by its owner, or by whoever answers for the department when the owner can't sign in. */
    @POST
    @Path("turns/{turn}")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response done(UUID client, UUID turn, @FormParam("note") @Nullable String note) {
        Routine found = routines.ofTurn(client, turn).orElseThrow(NotFoundException::new);
        Reader.Seat seat = reader.at(client);
        boolean own = seat.person().filter(p -> p.equals(found.owner().id())).isPresent();
        boolean stands = seat.role().sees()
                && rights.reach(seat).map(found.department()::equals).orElse(true)
                && reach.withoutSeat(client, found.owner().id());
        if (!own && !stands) {
            throw new NotFoundException();
        }
        routines.done(client, turn, Typed.text(note), by());
        return Response.seeOther(URI.create("/c/" + client + "/tasks")).build();
    }

    private FindingSteps.By by() {
        return new FindingSteps.By(reader.get().account(), reader.get().name(), clock.instant());
    }

    private static Response back(UUID client) {
        return Response.seeOther(URI.create("/c/" + client + "/routines")).build();
    }
}
