package auditorium.training;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.access.Slips;
import auditorium.platform.Postbox;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one was reminded of, where reminders go, and the calendar for one's own phone. */
@Path("/c/{client}/reminders")
@Produces(MediaType.TEXT_HTML)
class ReminderPages {

    private static final int MOST = 60;
    private static final int LONGEST_ADDRESS = 254;

    private final Reminders reminders;
    private final CalendarFeeds feeds;
    private final Postbox postbox;
    private final Addresses addresses;
    private final CurrentReader reader;
    private final AssignWords words;
    private final Clock clock;

    ReminderPages(
            Reminders reminders,
            CalendarFeeds feeds,
            Postbox postbox,
            Addresses addresses,
            CurrentReader reader,
            AssignWords words,
            Clock clock) {
        this.reminders = reminders;
        this.feeds = feeds;
        this.postbox = postbox;
        this.addresses = addresses;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /** One reminder. */
    record Row(
            String kind, String on, String task, @Nullable UUID taskId, String madeOn, boolean sent) {}

    /** The page. {@code address} is the calendar's, shown once, right after it was made. */
    record View(
            List<Row> rows,
            String email,
            boolean mail,
            String problem,
            Optional<String> since,
            Optional<String> address) {}

    @CheckedTemplate(basePath = "training")
    static class Templates {
        private Templates() {}

        static native TemplateInstance reminders(UUID client, View view);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance reminders(UUID client) {
        UUID person = person(client);
        return page(client, person, addresses.of(client, person), "", Optional.empty());
    }

    /** Where reminders are mailed to; empty takes the address away. */
    @POST
    @Path("address")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response address(UUID client, @FormParam("email") @Nullable String email) {
        UUID person = person(client);
        String typed = email == null ? "" : email.strip();
        if (!fits(typed)) {
            return Response.status(400)
                    .entity(page(
                            client,
                            person,
                            typed,
                            AssignWords.reminding(words.lang()).bad_address(),
                            Optional.empty()))
                    .build();
        }
        addresses.keep(client, person, typed);
        return back(client);
    }

    /** Empty, or an address that looks like one. */
    static boolean fits(String email) {
        return email.isEmpty() || (email.length() <= LONGEST_ADDRESS && Postbox.address(email));
    }

    /** Makes an address for the calendar, and ends the one before. */
    @POST
    @Path("calendar")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance calendar(UUID client, @Context UriInfo at) {
        UUID person = person(client);
        String token = feeds.open(client, person, clock.instant());
        return page(
                client,
                person,
                addresses.of(client, person),
                "",
                Optional.of(Slips.site(at) + "/calendars/" + client + "/" + token + ".ics"));
    }

    @POST
    @Path("calendar/end")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response end(UUID client) {
        feeds.close(client, person(client));
        return back(client);
    }

    private static Response back(UUID client) {
        return Response.seeOther(URI.create("/c/" + client + "/reminders")).build();
    }

    /** Whoever has no place among the people of the factory has nothing due here. */
    private UUID person(UUID client) {
        return reader.at(client).person().orElseThrow(NotFoundException::new);
    }

    private TemplateInstance page(UUID client, UUID person, String email, String problem, Optional<String> address) {
        Reader.Seat seat = reader.at(client);
        ZoneId zone = seat.zone();
        List<Row> rows = reminders.of(client, person, words.lang(), MOST).stream()
                .map(r ->
                        new Row(r.kind(), r.dueOn().toString(), r.task(), r.taskId(), day(r.madeAt(), zone), r.sent()))
                .toList();
        return Templates.reminders(
                client,
                new View(
                        rows,
                        email,
                        postbox.on(),
                        problem,
                        feeds.since(client, person).map(s -> day(s, zone)),
                        address));
    }

    private static String day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone).toString();
    }
}
