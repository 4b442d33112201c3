package auditorium.training;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.People;
import auditorium.clients.Person;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Lesson;
import auditorium.platform.Lang;
import auditorium.platform.print.Download;
import auditorium.platform.print.Pdf;
import auditorium.platform.print.Sheets;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The training record of one person: for themselves, and for those who answer for their department. */
@Path("/c/{client}/training/people/{person}")
class PersonRecordPages {

    private final People people;
    private final PersonRecordReport records;
    private final AssignmentReport assignments;
    private final Addresses addresses;
    private final Library library;
    private final Rights rights;
    private final CurrentReader reader;
    private final AssignWords words;
    private final Pdf pdf;
    private final Clock clock;

    PersonRecordPages(
            People people,
            PersonRecordReport records,
            AssignmentReport assignments,
            Addresses addresses,
            Library library,
            Rights rights,
            CurrentReader reader,
            AssignWords words,
            Pdf pdf,
            Clock clock) {
        this.people = people;
        this.records = records;
        this.assignments = assignments;
        this.addresses = addresses;
        this.library = library;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
        this.pdf = pdf;
        this.clock = clock;
    }

    /** One achievement. {@code version} is the beginning of the hash of what was taught. */
    record Row(
            String on,
            String lesson,
            String title,
            String course,
            int minutes,
            String source,
            String score,
            String version,
            int revision,
            String until,
            boolean ended,
            boolean holds) {}

    /** The person and all that was recorded. */
    record PersonRecord(
            UUID id,
            String name,
            String number,
            String department,
            String job,
            String joinedOn,
            String leftOn,
            String clientName,
            List<Row> rows,
            List<DueLesson> due,
            int hours,
            String asOf) {}

    @CheckedTemplate(basePath = "training")
    static class Templates {
        private Templates() {}

        static native TemplateInstance personRecord(
                UUID client, PersonRecord record, boolean manages, boolean mayManage, String email, String problem);

        static native TemplateInstance personRecordDocument(Lang lang, PersonRecord record);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance record(UUID client, UUID person) {
        Reader.Seat seat = reader.at(client);
        return page(client, seat, seen(seat, person), Optional.empty(), "");
    }

    /** Where reminders are mailed to, told by whoever keeps the people of the factory; empty takes the address away. */
    @POST
    @Path("address")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response address(UUID client, UUID person, @FormParam("email") @Nullable String email) {
        Reader.Seat seat = reader.at(client);
        Person found = seen(seat, person);
        String typed = email == null ? "" : email.strip();
        if (!ReminderPages.fits(typed)) {
            String problem = AssignWords.reminding(words.lang()).bad_address();
            return Response.status(400)
                    .entity(page(client, seat, found, Optional.of(typed), problem))
                    .build();
        }
        addresses.keep(client, person, typed);
        return Response.seeOther(URI.create("/c/" + client + "/training/people/" + person))
                .build();
    }

    private TemplateInstance page(
            UUID client, Reader.Seat seat, Person person, Optional<String> typed, String problem) {
        boolean mayManage = seat.role().reachesAll();
        return Templates.personRecord(
                client,
                record(client, seat, person),
                seat.role().sees(),
                mayManage,
                mayManage ? typed.orElseGet(() -> addresses.of(client, person.id())) : "",
                problem);
    }

    @GET
    @Path("pdf")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response document(UUID client, UUID person) {
        Reader.Seat seat = reader.at(client);
        PersonRecord record = record(client, seat, seen(seat, person));
        return Download.pdf(
                pdf.render(Templates.personRecordDocument(words.lang(), record).render()), file(record, "pdf"));
    }

    @GET
    @Path("xlsx")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response sheets(UUID client, UUID person) {
        Reader.Seat seat = reader.at(client);
        PersonRecord record = record(client, seat, seen(seat, person));
        TrainMessages m = words.training();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Sheets book = new Sheets(bytes)) {
            book.sheet(
                    record.name() + " " + record.number(),
                    List.of(
                            new Sheets.Column(m.date(), 12),
                            new Sheets.Column(m.course(), 18),
                            new Sheets.Column(m.lesson(), 32),
                            new Sheets.Column(m.minutes_word(), 8),
                            new Sheets.Column(m.way(), 12),
                            new Sheets.Column(m.score(), 8),
                            new Sheets.Column(m.valid_to(), 12),
                            new Sheets.Column(m.version(), 16)));
            for (Row r : record.rows()) {
                book.row(
                        LocalDate.parse(r.on()),
                        r.course(),
                        r.lesson() + " " + r.title(),
                        r.minutes(),
                        r.source(),
                        r.score(),
                        r.until(),
                        r.version());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Download.xlsx(bytes.toByteArray(), file(record, "xlsx"));
    }

    private String file(PersonRecord record, String kind) {
        return words.training().person_record() + " " + record.number() + " " + record.name() + "." + kind;
    }

    /** Oneself, or somebody within reach of a manager; all others are not found. */
    private Person seen(Reader.Seat seat, UUID id) {
        Person person = people.withDepartment(id).orElseThrow(NotFoundException::new);
        if (!seat.person().equals(Optional.of(id))) {
            if (!seat.role().sees()) {
                throw new NotFoundException();
            }
            rights.requireReach(seat, person.department().id());
        }
        return person;
    }

    private PersonRecord record(UUID client, Reader.Seat seat, Person person) {
        Lang lang = words.lang();
        Catalogue catalogue = library.catalogue();
        ZoneId zone = seat.zone();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        List<Row> rows = records.of(client, person.id()).stream()
                .map(e -> row(e, catalogue, lang, zone, today))
                .toList();
        return new PersonRecord(
                person.id(),
                person.name(),
                person.number(),
                person.department().name().in(lang),
                person.job(),
                person.joinedOn().toString(),
                person.leftOn().map(LocalDate::toString).orElse(""),
                seat.clientName().in(lang),
                rows,
                assignments.due(client, person.id(), catalogue, lang, today),
                (rows.stream().mapToInt(Row::minutes).sum() + 30) / 60,
                today.toString());
    }

    private Row row(PersonRecordReport.Entry e, Catalogue catalogue, Lang lang, ZoneId zone, LocalDate today) {
        TrainMessages m = words.training();
        String source = switch (e.source()) {
            case SELF -> m.way_self();
            case SESSION -> m.way_session();
            case LINE -> m.way_line();
            case IMPORTED -> m.way_imported();
        };
        @Nullable Lesson lesson = catalogue.lesson(e.lesson()).orElse(null);
        return new Row(
                LocalDate.ofInstant(e.at(), zone).toString(),
                lesson == null ? e.lesson() : lesson.code(),
                lesson == null ? "" : lesson.title().in(lang),
                lesson == null
                        ? ""
                        : catalogue
                                .course(lesson.course())
                                .map(c -> c.title().in(lang))
                                .orElse(""),
                lesson == null ? 0 : lesson.minutes(),
                source,
                e.score().map(s -> s + "%").orElse(""),
                e.version().substring(0, Math.min(12, e.version().length())),
                e.revision(),
                e.until().map(LocalDate::toString).orElse(""),
                e.until().map(u -> u.isBefore(today)).orElse(false),
                e.holds());
    }
}
