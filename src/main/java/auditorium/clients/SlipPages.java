package auditorium.clients;

import auditorium.access.CurrentReader;
import auditorium.access.Memberships;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.access.Slips;
import auditorium.access.StartCodes;
import auditorium.platform.Lang;
import auditorium.platform.ManyRows;
import auditorium.platform.Refusal;
import auditorium.platform.print.Download;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Start codes for many at once: for everybody who works here and has chosen no PIN yet. Whoever has one keeps it. The codes can't be
 * shown again; asking once more makes new ones for those who have not used theirs.
 */
@Path("/c/{client}/people/slips")
@Produces(MediaType.TEXT_HTML)
class SlipPages {

    /** A page with more codes than this is slow to print and to look at. */
    static final int MOST_ON_PAPER = 400;

    private final Departments departments;
    private final PeopleReport report;
    private final Memberships memberships;
    private final StartCodes codes;
    private final Slips slips;
    private final ManyRows many;
    private final CurrentReader reader;
    private final Words words;

    SlipPages(
            Departments departments,
            PeopleReport report,
            Memberships memberships,
            StartCodes codes,
            Slips slips,
            ManyRows many,
            CurrentReader reader,
            Words words) {
        this.departments = departments;
        this.report = report;
        this.memberships = memberships;
        this.codes = codes;
        this.slips = slips;
        this.many = many;
        this.reader = reader;
        this.words = words;
    }

    /** A department with how many people in it have no PIN. */
    record Row(UUID id, String name, long people, boolean chosen) {}

    @CheckedTemplate(basePath = "clients")
    static class Templates {
        private Templates() {}

        static native TemplateInstance slips(UUID client, List<Row> departments, long all, int most, boolean chosen);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public TemplateInstance form(UUID client, @QueryParam("department") @Nullable String department) {
        Map<UUID, Long> waiting = report.withoutSecret(client);
        List<Row> rows = departments.inOrder().stream()
                .map(d -> new Row(
                        d.id(),
                        d.name().in(words.lang()),
                        waiting.getOrDefault(d.id(), 0L),
                        d.id().toString().equals(department)))
                .filter(r -> r.people() > 0)
                .toList();
        return Templates.slips(
                client,
                rows,
                rows.stream().mapToLong(Row::people).sum(),
                MOST_ON_PAPER,
                rows.stream().anyMatch(Row::chosen));
    }

    /** {@code as} is {@code paper} or {@code sheet}: slips to cut, or a workbook for mail merge and large factories. */
    @POST
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response make(
            UUID client,
            @FormParam("department") @Nullable String department,
            @FormParam("as") @Nullable String as,
            @Context UriInfo at)
            throws IOException {
        Optional<UUID> one =
                Optional.ofNullable(department).filter(d -> !d.isEmpty()).map(this::department);
        List<PeopleReport.Waiting> waiting = report.waiting(client, one, words.lang() == Lang.EN);
        boolean sheet = "sheet".equals(as);
        if (waiting.isEmpty()) {
            throw new Refusal(409, words.roster().nobody_waits());
        }
        if (!sheet && waiting.size() > MOST_ON_PAPER) {
            throw new Refusal(409, words.roster().too_many_slips(MOST_ON_PAPER));
        }
        Reader who = reader.get();
        Reader.Seat seat = reader.at(client);
        List<UUID> accounts = memberships.seatWorkers(
                client,
                waiting.stream()
                        .map(w -> new Memberships.Worker(w.person(), w.name(), w.number(), w.department()))
                        .toList(),
                who);
        Map<UUID, String> made = codes.makeAll(accounts, who.account());
        many.came("count_people_anew", accounts.size());
        List<Slips.Slip> all = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            PeopleReport.Waiting w = waiting.get(i);
            all.add(Slips.Slip.byNumber(
                    w.name(), w.departmentName(), seat.code(), w.number(), made.getOrDefault(accounts.get(i), "")));
        }
        String name = words.roster().slips_file(seat.clientName().in(words.lang()));
        return sheet
                ? Download.xlsx(workbook(all, seat, at), name + ".xlsx")
                : Response.ok(slips.page(all, "/c/" + client + "/people", at)).build();
    }

    private UUID department(String id) {
        return departments.inOrder().stream()
                .map(Department::id)
                .filter(d -> d.toString().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private byte[] workbook(List<Slips.Slip> all, Reader.Seat seat, UriInfo at) throws IOException {
        PeopleMessages m = words.people();
        RosterMessages more = words.roster();
        String site = Slips.site(at);
        LocalDate until = codes.validUntil().atZone(seat.zone()).toLocalDate();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheets book = new Sheets(out)) {
            book.sheet(
                    more.slips(),
                    List.of(
                            new Sheets.Column(m.department(), 16),
                            new Sheets.Column(m.number(), 14),
                            new Sheets.Column(m.person_name(), 14),
                            new Sheets.Column(m.code(), 12),
                            new Sheets.Column(more.start_code(), 18),
                            new Sheets.Column(more.valid_until(), 14),
                            new Sheets.Column(more.address(), 70)));
            for (Slips.Slip s : all) {
                book.row(s.place(), s.number(), s.name(), s.factory(), s.code(), until, site + s.path());
            }
        }
        return out.toByteArray();
    }
}
