package auditorium.clients;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.access.Slips;
import auditorium.platform.Lang;
import auditorium.platform.Qr;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Badges to print, a department at a time. Their QR code opens the sign-in page with factory and number; it holds no secret. */
@Path("/c/{client}/people/badges")
@Produces(MediaType.TEXT_HTML)
class BadgePages {

    static final int MOST = 500;

    private final Departments departments;
    private final PeopleReport report;
    private final Rights rights;
    private final CurrentReader reader;
    private final Words words;

    BadgePages(Departments departments, PeopleReport report, Rights rights, CurrentReader reader, Words words) {
        this.departments = departments;
        this.report = report;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
    }

    /** One badge. */
    record Badge(String name, String number, String department, Qr qr) {}

    /** A department to choose. */
    record Choice(UUID id, String title, boolean chosen) {}

    @CheckedTemplate(basePath = "clients")
    static class Templates {
        private Templates() {}

        static native TemplateInstance badges(
                UUID client,
                String factory,
                List<Choice> departments,
                List<Badge> badges,
                String site,
                boolean loopback,
                int most);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_PEOPLE)
    public TemplateInstance badges(
            UUID client, @QueryParam("department") @Nullable String department, @Context UriInfo at) {
        Reader.Seat seat = reader.at(client);
        List<Department> reached = departments.reachedBy(seat);
        Optional<UUID> chosen = rights.reach(seat)
                .or(() -> reached.stream()
                        .map(Department::id)
                        .filter(d -> d.toString().equals(department))
                        .findFirst())
                .or(() -> reached.stream().map(Department::id).findFirst());
        String site = Slips.site(at);
        List<Badge> badges =
                chosen.map(d -> report.badges(client, d, words.lang() == Lang.EN, MOST)).orElse(List.of()).stream()
                        .map(b -> new Badge(
                                b.name(),
                                b.number(),
                                b.departmentName(),
                                Qr.of(site + address(seat.code(), b.number()))))
                        .toList();
        return Templates.badges(
                client,
                seat.clientName().in(words.lang()),
                reached.stream()
                        .map(d -> new Choice(d.id(), d.name().in(words.lang()), chosen.equals(Optional.of(d.id()))))
                        .toList(),
                badges,
                site,
                Slips.loopback(site),
                MOST);
    }

    private static String address(String factory, String number) {
        return "/sign-in?factory=" + factory + "&number=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
    }
}
