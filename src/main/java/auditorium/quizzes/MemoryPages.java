package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.library.Catalogue;
import auditorium.library.content.Lesson;
import auditorium.library.content.Requirement;
import auditorium.lists.ClientLibrary;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.Knowledge;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one person will remember on a day, requirement by requirement. Only that person sees it. */
@Path("/c/{client}/practice/memory")
@Produces(MediaType.TEXT_HTML)
class MemoryPages {

    private final MemoryReport memories;
    private final ClientLibrary library;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    MemoryPages(
            MemoryReport memories, ClientLibrary library, CurrentReader reader, CurrentLanguage language, Clock clock) {
        this.memories = memories;
        this.library = library;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** A requirement with the lesson that teaches it. */
    record Row(String key, String title, int percent, String lesson) {}

    /** The page: what is remembered, and what was never learnt. {@code today} is the first day that can be asked about. */
    record View(String day, String today, List<Row> learnt, List<Row> fresh) {}

    @CheckedTemplate(basePath = "quizzes")
    static class Templates {
        private Templates() {}

        static native TemplateInstance memory(UUID client, View memory);
    }

    /** Without a day it is that of the audit, if one is planned, else today. */
    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance memory(UUID client, @QueryParam("on") @Nullable String on) {
        Reader.Seat seat = reader.at(client);
        UUID person = seat.person().orElseThrow(NotFoundException::new);
        Catalogue catalogue = library.catalogue();
        Lang lang = language.lang();
        LocalDate today = LocalDate.now(clock.withZone(seat.zone()));
        LocalDate day =
                parsed(on).or(seat::auditOn).filter(d -> !d.isBefore(today)).orElse(today);
        MemoryReport.Member member = memories.member(client, person, catalogue).orElseThrow(NotFoundException::new);
        List<Row> known = new Knowledge(
                        catalogue, member.kind(), seat.standard().flatMap(catalogue::standard), member.leads())
                .recall(member.lessons(), day).stream()
                        .map(k -> new Row(
                                k.requirement(),
                                catalogue
                                        .requirement(k.requirement())
                                        .map(Requirement::title)
                                        .map(t -> t.in(lang))
                                        .orElse(""),
                                k.percent(),
                                catalogue.lessonsTeaching(k.requirement()).stream()
                                        .filter(l -> l.audience().includes(member.kind(), member.leads()))
                                        .map(Lesson::id)
                                        .findFirst()
                                        .orElse("")))
                        .toList();
        return Templates.memory(
                client,
                new View(
                        day.toString(),
                        today.toString(),
                        known.stream().filter(r -> r.percent() > 0).toList(),
                        known.stream().filter(r -> r.percent() == 0).toList()));
    }

    private static Optional<LocalDate> parsed(@Nullable String day) {
        try {
            return day == null || day.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
