package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.library.Library;
import auditorium.library.content.Form;
import auditorium.library.content.Quiz;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.platform.Refusal;
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
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A quiz before it is begun: what is in it, and how it went before. */
@Path("/c/{client}/quizzes/{quiz}")
@Produces(MediaType.TEXT_HTML)
class QuizPages {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final int PAST = 5;

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

    /**
     * The quiz as its first page shows it.
     *
     * @param open whether an attempt is going on
     * @param minutes of time; 0: as long as one likes
     * @param extra minutes that the person has on top
     * @param lateHours how long answers may still arrive that were given in time
     * @param left how many more attempts may be begun; -1: as many as one likes
     * @param written whether a person may have to mark something
     */
    record QuizView(
            String id,
            String title,
            String lesson,
            int questions,
            int pass,
            boolean open,
            long minutes,
            long extra,
            boolean exam,
            boolean pause,
            long lateHours,
            int left,
            boolean written) {

        public boolean limited() {
            return minutes > 0;
        }

        public boolean counted() {
            return left >= 0;
        }

        public boolean none() {
            return left == 0 && !open;
        }
    }

    /** An attempt that has ended; {@code settled}: its score is final; {@code marking}: a person has to mark it first. */
    record PastAttempt(UUID id, String when, boolean settled, boolean marking, boolean passed) {}

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
        Optional<UUID> person = reader.at(client).person();
        List<PastAttempt> past = person.map(p -> attempts.ended(p, quiz, PAST)).orElse(List.of()).stream()
                .map(a -> new PastAttempt(
                        a.id(),
                        WHEN.format(a.submittedAt().orElseThrow().atZone(zone)),
                        a.finalAt().isPresent(),
                        a.waiting(),
                        a.passed()))
                .toList();
        Optional<Attempts.Standing> standing = person.map(p -> attempts.standing(client, p, quiz));
        Quiz.Rules rules = found.rules();
        return Templates.quiz(
                client,
                new QuizView(
                        found.id(),
                        found.title().in(lang),
                        found.lesson(),
                        found.draw(),
                        found.pass(),
                        standing.flatMap(Attempts.Standing::open).isPresent(),
                        rules.limit().map(Duration::toMinutes).orElse(0L),
                        rules.limit()
                                .flatMap(l -> standing)
                                .map(s -> s.extraTime().toMinutes())
                                .orElse(0L),
                        rules.exam(),
                        rules.pause(),
                        rules.lateWindow().toHours(),
                        standing.flatMap(s -> s.left(rules.attempts())).orElse(-1),
                        found.questions().stream().anyMatch(q -> q.form() instanceof Form.Essay)),
                past,
                person.isPresent());
    }

    /** Begins, or goes on where one was. */
    @POST
    @Path("attempts")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response start(UUID client, String quiz) {
        Quiz found = library.catalogue().quiz(quiz).orElseThrow(NotFoundException::new);
        UUID person = reader.at(client).person().orElseThrow(ForbiddenException::new);
        UUID id = attempts.start(client, person, found, clock.instant())
                .orElseThrow(
                        () -> new Refusal(409, QuizWords.in(language.lang()).none_left()));
        return Response.seeOther(URI.create("/c/" + client + "/attempts/" + id)).build();
    }
}
