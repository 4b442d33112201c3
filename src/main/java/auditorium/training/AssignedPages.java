package auditorium.training;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** All that one person has to learn, with due dates and reasons, and how long what they learned holds. */
@Path("/c/{client}/assigned")
@Produces(MediaType.TEXT_HTML)
class AssignedPages {

    private final AssignmentReport report;
    private final Library library;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    AssignedPages(
            AssignmentReport report, Library library, CurrentReader reader, CurrentLanguage language, Clock clock) {
        this.report = report;
        this.library = library;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** A lesson that holds, or held. */
    record HeldRow(String lesson, String title, String until, boolean ended) {}

    @CheckedTemplate(basePath = "training")
    static class Templates {
        private Templates() {}

        static native TemplateInstance assigned(UUID client, List<DueLesson> due, List<HeldRow> held);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance assigned(UUID client) {
        Reader.Seat seat = reader.at(client);
        Lang lang = language.lang();
        Catalogue catalogue = library.catalogue();
        LocalDate today = LocalDate.now(clock.withZone(seat.zone()));
        return Templates.assigned(
                client,
                seat.person()
                        .map(p -> report.due(client, p, catalogue, lang, today))
                        .orElse(List.of()),
                seat.person()
                        .map(p -> report.held(client, p).stream()
                                .flatMap(h -> catalogue.lesson(h.lesson()).stream()
                                        .map(l -> new HeldRow(
                                                l.id(),
                                                l.title().in(lang),
                                                h.until()
                                                        .map(LocalDate::toString)
                                                        .orElse(""),
                                                h.until()
                                                        .map(u -> u.isBefore(today))
                                                        .orElse(false))))
                                .toList())
                        .orElse(List.of()));
    }
}
