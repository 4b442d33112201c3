package auditorium.training;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Departments;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.platform.Lang;
import auditorium.platform.Postbox;
import auditorium.platform.print.Download;
import auditorium.platform.print.Pdf;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The list of due lessons for the notice board, department by department: for people whom no mail reaches. */
@Path("/c/{client}/training/due")
class DueListPages {

    private static final int DAYS = 14;
    private static final int MOST_ON_PAGE = 200;
    private static final int MOST_ON_PAPER = 1500;
    private static final int MOST_NAMED = 4;

    private final DueListReport report;
    private final Departments departments;
    private final Library library;
    private final Rights rights;
    private final CurrentReader reader;
    private final AssignWords words;
    private final Postbox postbox;
    private final Pdf pdf;
    private final Clock clock;

    DueListPages(
            DueListReport report,
            Departments departments,
            Library library,
            Rights rights,
            CurrentReader reader,
            AssignWords words,
            Postbox postbox,
            Pdf pdf,
            Clock clock) {
        this.report = report;
        this.departments = departments;
        this.library = library;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
        this.postbox = postbox;
        this.pdf = pdf;
        this.clock = clock;
    }

    /** Which people. */
    public static class Wanted {
        @QueryParam("department")
        @Nullable
        String department;

        /** {@code all}, or only those without an e-mail address. */
        @QueryParam("who")
        @Nullable
        String who;
    }

    /** Somebody on the list. {@code passed}: the day it was due is over, late or still within its days of grace. */
    record Row(String number, String name, String lessons, int count, String first, boolean late, boolean passed) {}

    /** A department's part of the list. */
    record Part(String department, List<Row> rows) {}

    /** The list. {@code cut} says that there are more than are shown. */
    record DueList(
            List<Part> parts,
            List<RulePages.Choice> departments,
            boolean everyone,
            int people,
            boolean cut,
            boolean mail,
            String until,
            String asOf,
            String clientName,
            String query) {}

    @CheckedTemplate(basePath = "training")
    static class Templates {
        private Templates() {}

        static native TemplateInstance dueList(UUID client, DueList list);

        static native TemplateInstance dueListDocument(Lang lang, DueList list);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    @PermissionsAllowed(Rights.ASSIGN)
    public TemplateInstance due(UUID client, @BeanParam Wanted wanted) {
        return Templates.dueList(client, list(client, wanted, MOST_ON_PAGE));
    }

    @GET
    @Path("pdf")
    @Transactional
    @PermissionsAllowed(Rights.ASSIGN)
    public Response document(UUID client, @BeanParam Wanted wanted) {
        DueList list = list(client, wanted, MOST_ON_PAPER);
        return Download.pdf(
                pdf.render(Templates.dueListDocument(words.lang(), list).render()),
                AssignWords.reminding(words.lang()).due_list() + " " + list.asOf() + ".pdf");
    }

    private DueList list(UUID client, Wanted wanted, int most) {
        Reader.Seat seat = reader.at(client);
        Lang lang = words.lang();
        Catalogue catalogue = library.catalogue();
        LocalDate today = LocalDate.now(clock.withZone(seat.zone()));
        LocalDate until = today.plusDays(DAYS);
        Within within = Within.of(departments.reachedBy(seat), wanted.department, rights.reach(seat));
        boolean everyone = "all".equals(wanted.who);
        List<DueListReport.Line> lines =
                report.lines(client, new DueListReport.Wanted(within.one(), !everyone, today, until), most + 1);
        boolean cut = lines.size() > most;
        Map<UUID, List<Row>> byPlace = new LinkedHashMap<>();
        lines.stream()
                .limit(most)
                .forEach(l -> byPlace.computeIfAbsent(l.department(), k -> new ArrayList<>())
                        .add(row(l, catalogue, lang, today)));
        return new DueList(
                byPlace.entrySet().stream()
                        .map(e -> new Part(within.name(e.getKey(), lang), e.getValue()))
                        .toList(),
                within.choices(words.training(), lang),
                everyone,
                Math.min(most, lines.size()),
                cut,
                postbox.on(),
                until.toString(),
                today.toString(),
                seat.clientName().in(lang),
                "department=" + within.one().map(UUID::toString).orElse("") + (everyone ? "&who=all" : ""));
    }

    private Row row(DueListReport.Line line, Catalogue catalogue, Lang lang, LocalDate today) {
        String shown = line.lessons().stream()
                .limit(MOST_NAMED)
                .map(id -> catalogue
                        .lesson(id)
                        .map(l -> l.code() + " " + l.title().in(lang))
                        .orElse(id))
                .collect(Collectors.joining(words.lang().comma()));
        int more = line.lessons().size() - MOST_NAMED;
        return new Row(
                line.number(),
                line.name(),
                more > 0 ? words.messages().and_more(shown, more) : shown,
                line.lessons().size(),
                line.first().toString(),
                line.late(),
                line.first().isBefore(today));
    }
}
