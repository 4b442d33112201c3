package auditorium.readiness;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.library.Catalogue;
import auditorium.library.content.Standard;
import auditorium.lists.ClientLibrary;
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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What went up and down since a consultant was here last, or since a day of one's own, each with the sentence why. */
@Path("/c/{client}/readiness-changes")
@Produces(MediaType.TEXT_HTML)
class ChangesPages {

    private static final int MOST = 100;

    private final ReadinessReport report;
    private final Spans spans;
    private final ClientLibrary library;
    private final Rights rights;
    private final CurrentReader reader;
    private final Words words;

    ChangesPages(
            ReadinessReport report,
            Spans spans,
            ClientLibrary library,
            Rights rights,
            CurrentReader reader,
            Words words) {
        this.report = report;
        this.spans = spans;
        this.library = library;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
    }

    /** Since when, and what changed. */
    record View(
            String since,
            String sinceSaid,
            String today,
            String problem,
            boolean visit,
            boolean known,
            String standard,
            List<CellLine> worse,
            List<CellLine> better,
            int worseMore,
            int betterMore,
            int requirements,
            int opened,
            int verified,
            int closed) {}

    @CheckedTemplate(basePath = "readiness")
    static class Templates {
        private Templates() {}

        static native TemplateInstance changes(UUID client, View view);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance changes(
            UUID client,
            @QueryParam("since") @Nullable String typed,
            @QueryParam("standard") @Nullable String standard) {
        Reader.Seat seat = reader.at(client);
        Catalogue catalogue = library.catalogue();
        Lang lang = words.lang();
        Optional<Standard> chosen = BoardPages.standard(catalogue, seat, standard);
        ClientFacts facts = report.facts(client, seat.zone(), seat.auditOn(), rights.reach(seat));
        LocalDate today = facts.days().today();
        Optional<LocalDate> asked = day(typed).filter(d -> !d.isAfter(today));
        Optional<LocalDate> visit = Changes.lastVisit(facts);
        LocalDate since = asked.orElseGet(() -> Changes.since(visit, today));
        Changes changes = Changes.between(
                spans.endOf(client, since, seat.zone(), rights.reach(seat)), new Readiness(catalogue, facts, chosen));
        return Templates.changes(
                client,
                new View(
                        since.toString(),
                        lang.day(since, today),
                        today.toString(),
                        typed != null && !typed.isBlank() && asked.isEmpty()
                                ? words.board().since_problem()
                                : "",
                        visit.filter(since::equals).isPresent(),
                        changes.then().known(),
                        chosen.map(s -> s.title().in(lang))
                                .orElse(words.messages().all_requirements()),
                        lines(changes.worse(), catalogue),
                        lines(changes.better(), catalogue),
                        Math.max(0, changes.worse().size() - MOST),
                        Math.max(0, changes.better().size() - MOST),
                        changes.requirements(),
                        changes.then().opened(),
                        changes.then().verified(),
                        changes.then().closed()));
    }

    /** No day before there were such factories: the database knows no year below zero. */
    private static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.ofNullable(typed)
                    .map(String::strip)
                    .map(LocalDate::parse)
                    .filter(d -> d.getYear() >= 2000);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private List<CellLine> lines(List<Changes.Changed> changed, Catalogue catalogue) {
        return changed.stream()
                .limit(MOST)
                .map(c -> CellLine.of(c.cell(), c.before(), c.after(), words, catalogue))
                .toList();
    }
}
