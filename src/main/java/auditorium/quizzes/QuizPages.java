package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.library.Library;
import auditorium.library.content.Quiz;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import io.quarkus.panache.common.Sort;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ForbiddenException;
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
import java.util.List;
import java.util.UUID;

/** A quiz before it is begun: what is in it, and how it went before. */
@Path("/c/{client}/quizzes/{quiz}")
@Produces(MediaType.TEXT_HTML)
class QuizPages {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Library library;
    private final Attempts attempts;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    QuizPages(Library library, Attempts attempts, CurrentReader reader, CurrentLanguage language, Clock clock) {
        this.library = library;
        this.attempts = attempts;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** The quiz as its first page shows it. */
    record QuizView(String id, String title, String lesson, int questions, int pass, boolean open) {}

    /** An attempt that has been handed in. */
    record PastAttempt(UUID id, String when, boolean passed) {}

    @CheckedTemplate(basePath = "quizzes")
    static class Templates {
        private Templates() {}

        static native TemplateInstance quiz(UUID client, QuizView quiz, List<PastAttempt> past, boolean learner);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance quiz(UUID client, String quiz) {
        Quiz found = library.catalogue().quiz(quiz).orElseThrow(NotFoundException::new);
        Lang lang = language.lang();
        ZoneId zone = reader.at(client).zone();
        List<Attempt> mine = reader.at(client)
                .person()
                .map(p -> attempts.list("person = ?1 and quiz = ?2", Sort.descending("startedAt"), p, quiz))
                .orElse(List.of());
        List<PastAttempt> past = mine.stream()
                .flatMap(a ->
                        a
                                .submittedAt()
                                .map(at -> new PastAttempt(a.id(), WHEN.format(at.atZone(zone)), a.passed()))
                                .stream())
                .limit(5)
                .toList();
        boolean open = mine.stream().anyMatch(a -> a.submittedAt().isEmpty());
        return Templates.quiz(
                client,
                new QuizView(found.id(), found.title().in(lang), found.lesson(), found.draw(), found.pass(), open),
                past,
                reader.at(client).person().isPresent());
    }

    /** Begins, or goes on where one was. */
    @POST
    @Path("attempts")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response start(UUID client, String quiz) {
        Quiz found = library.catalogue().quiz(quiz).orElseThrow(NotFoundException::new);
        UUID person = reader.at(client).person().orElseThrow(ForbiddenException::new);
        UUID id = attempts.start(client, person, found, clock.instant()).orElseThrow(ForbiddenException::new);
        return Response.seeOther(URI.create("/c/" + client + "/attempts/" + id)).build();
    }
}
