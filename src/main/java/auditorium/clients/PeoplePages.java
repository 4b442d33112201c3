package auditorium.clients;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.platform.Fields;
import auditorium.platform.Lang;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The roster of a factory, a page at a time: everybody for those who answer for the factory, a department for its manager. */
@Path("/c/{client}/people")
@Produces(MediaType.TEXT_HTML)
class PeoplePages {

    private static final int LAST_PAGE = 10_000;

    private final PeopleReport report;
    private final Departments departments;
    private final Rights rights;
    private final CurrentReader reader;
    private final Words words;

    PeoplePages(PeopleReport report, Departments departments, Rights rights, CurrentReader reader, Words words) {
        this.report = report;
        this.departments = departments;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
    }

    /** A choice of a filter, or of a column to sort by. */
    record Choice(String id, String title, boolean chosen) {}

    /** The list with its filters; links are empty where there is no such page. */
    record Roster(
            List<Choice> departments,
            String search,
            String who,
            String sort,
            List<PeopleReport.Row> people,
            long total,
            long from,
            long to,
            String before,
            String after,
            boolean grouped,
            boolean mayManage,
            String department) {}

    @CheckedTemplate(basePath = "clients")
    static class Templates {
        private Templates() {}

        static native TemplateInstance people(UUID client, Roster roster);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_PEOPLE)
    public TemplateInstance people(
            UUID client,
            @QueryParam("department") @Nullable String department,
            @QueryParam("search") @Nullable String search,
            @QueryParam("who") @Nullable String who,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("page") @Nullable String page) {
        Reader.Seat seat = reader.at(client);
        List<Department> reached = departments.reachedBy(seat);
        Optional<Department> one = reached.stream()
                .filter(d -> d.id().toString().equals(department))
                .findFirst();
        Optional<UUID> narrowed = rights.reach(seat).or(() -> one.map(Department::id));
        PeopleReport.Filter filter = new PeopleReport.Filter(
                narrowed,
                Fields.text(search, 40),
                Fields.named(PeopleReport.Who.values(), who).orElse(PeopleReport.Who.WORKING),
                Fields.named(PeopleReport.Sort.values(), sort).orElse(PeopleReport.Sort.DEPARTMENT));
        int at = page != null && page.matches("[0-9]{1,5}") ? Math.min(LAST_PAGE, Integer.parseInt(page)) : 0;
        PeopleReport.Page found = report.page(client, filter, at, words.lang() == Lang.EN);
        long from = (long) at * PeopleReport.PAGE;
        long to = from + found.rows().size();
        return Templates.people(
                client,
                new Roster(
                        reached.stream()
                                .map(d -> new Choice(
                                        d.id().toString(),
                                        d.name().in(words.lang()),
                                        narrowed.equals(Optional.of(d.id()))))
                                .toList(),
                        filter.search(),
                        filter.who().name(),
                        filter.sort().name(),
                        found.rows(),
                        found.total(),
                        found.rows().isEmpty() ? 0 : from + 1,
                        to,
                        at > 0 ? link(client, filter, at - 1) : "",
                        to < found.total() ? link(client, filter, at + 1) : "",
                        filter.sort() == PeopleReport.Sort.DEPARTMENT,
                        seat.role().reachesAll(),
                        narrowed.map(UUID::toString).orElse("")));
    }

    private static String link(UUID client, PeopleReport.Filter filter, int page) {
        UriBuilder link = UriBuilder.fromPath("/c/{client}/people");
        filter.department().ifPresent(d -> link.queryParam("department", d));
        return link.queryParam("search", "{search}")
                .queryParam("who", filter.who())
                .queryParam("sort", filter.sort())
                .queryParam("page", page)
                .build(client, filter.search())
                .toString();
    }
}
