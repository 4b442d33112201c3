package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Departments;
import auditorium.clients.People;
import auditorium.clients.Person;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Standard;
import auditorium.library.domain.MockSupply;
import auditorium.lists.ClientLibrary;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import io.quarkus.panache.common.Sort;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ForbiddenException;
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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a mock audit is, before it is begun; for those who see departments, also a look at what one asks. */
@Path("/c/{client}/mock-audits")
@Produces(MediaType.TEXT_HTML)
class MockAuditPages {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int MOST_PAST = 5;

    private final MockAudits audits;
    private final Attempts attempts;
    private final People people;
    private final Departments departments;
    private final ClientLibrary library;
    private final Library everybodys;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    MockAuditPages(
            MockAudits audits,
            Attempts attempts,
            People people,
            Departments departments,
            ClientLibrary library,
            Library everybodys,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.audits = audits;
        this.attempts = attempts;
        this.people = people;
        this.departments = departments;
        this.library = library;
        this.everybodys = everybodys;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** Something to choose by its id. A general audit has none. */
    record Choice(String id, String title, boolean chosen) {}

    /** A mock audit that has ended or waits to be gone on with. */
    record PastView(UUID id, String title, String when) {}

    /** The page before a mock audit. {@code department} is empty for somebody who works in none. */
    record StartView(
            String department,
            List<Choice> standards,
            List<PastView> open,
            List<PastView> past,
            List<Choice> previews) {}

    @CheckedTemplate(basePath = "quizzes")
    static class Templates {
        private Templates() {}

        static native TemplateInstance mockStart(UUID client, StartView start);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance start(UUID client) {
        Reader.Seat seat = reader.at(client);
        Lang lang = language.lang();
        Catalogue catalogue = library.catalogue();
        Optional<Person> person = seat.person().flatMap(people::withDepartment);
        List<Attempt> own = person.map(p -> attempts.list(
                        "person = ?1 and kind = ?2", Sort.descending("startedAt"), p.id(), Attempt.Kind.MOCK_AUDIT))
                .orElse(List.of());
        List<Choice> previews = seat.role().sees()
                ? departments.reachedBy(seat).stream()
                        .map(d -> new Choice(d.id().toString(), d.name().in(lang), false))
                        .toList()
                : List.of();
        return Templates.mockStart(
                client,
                new StartView(
                        person.map(p -> p.department().name().in(lang)).orElse(""),
                        standards(seat, lang, catalogue, everybodys.catalogue()),
                        own.stream()
                                .filter(a -> a.submittedAt().isEmpty())
                                .map(a -> past(a, seat.zone(), lang, catalogue))
                                .toList(),
                        own.stream()
                                .filter(a -> a.submittedAt().isPresent())
                                .limit(MOST_PAST)
                                .map(a -> past(a, seat.zone(), lang, catalogue))
                                .toList(),
                        previews));
    }

    /**
     * The factory's own standard first, be it a customer's list, then those that everybody can choose, then, for those who see the board, the
     * other lists, which name customers; then none.
     */
    private static List<Choice> standards(Reader.Seat seat, Lang lang, Catalogue catalogue, Catalogue everybodys) {
        List<Choice> choices = new ArrayList<>();
        Stream<String> lists = catalogue.standards().stream()
                .map(Standard::id)
                .filter(id -> seat.role().sees() && everybodys.standard(id).isEmpty());
        Stream.of(seat.standard().stream(), MockSupply.STANDARDS.stream(), lists)
                .flatMap(ids -> ids)
                .distinct()
                .flatMap(id -> catalogue.standard(id).stream())
                .forEach(s -> choices.add(new Choice(s.id(), s.title().in(lang), choices.isEmpty())));
        choices.add(new Choice("", "", choices.isEmpty()));
        return choices;
    }

    /** The name under which the attempt goes says by which standard it is. */
    private static PastView past(Attempt attempt, ZoneId zone, Lang lang, Catalogue catalogue) {
        String title = catalogue.standards().stream()
                .filter(s -> MockAudits.name(Optional.of(s)).equals(attempt.quiz()))
                .map(s -> s.title().in(lang))
                .findFirst()
                .orElse("");
        return new PastView(
                attempt.id(),
                title,
                WHEN.format(attempt.submittedAt().orElse(attempt.startedAt()).atZone(zone)));
    }

    /** Begins, or goes on with one that is open. */
    @POST
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response begin(UUID client, @FormParam("standard") @Nullable String standard) {
        Person person =
                reader.at(client).person().flatMap(people::withDepartment).orElseThrow(ForbiddenException::new);
        Catalogue catalogue = library.catalogue();
        UUID id = audits.begin(client, person, chosen(standard, catalogue), catalogue, clock.instant());
        return Response.seeOther(URI.create("/c/" + client + "/mock-audits/" + id))
                .build();
    }

    /** The standard of that id, or none for a general audit; not found if there is no such standard. */
    static Optional<Standard> chosen(@Nullable String standard, Catalogue catalogue) {
        return standard == null || standard.isBlank()
                ? Optional.empty()
                : Optional.of(catalogue.standard(standard).orElseThrow(NotFoundException::new));
    }
}
