package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.library.ContentVersions;
import auditorium.library.Library;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.platform.Refusal;
import auditorium.quizzes.EssayView.Group;
import auditorium.quizzes.EssayView.Typed;
import auditorium.quizzes.domain.Marking;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote, marked by somebody who does not see who it was until the points are given. Of two who mark the same answer at
 * once the first counts; the second sees that, with what was typed.
 */
@Path("/c/{client}/essays")
@Produces(MediaType.TEXT_HTML)
class EssayPages {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int LATELY = 30;
    private static final int LONGEST_COMMENT = 1000;
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;

    private final EssayReport report;
    private final Essays essays;
    private final Attempts attempts;
    private final Results results;
    private final Library library;
    private final ContentVersions versions;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    EssayPages(
            EssayReport report,
            Essays essays,
            Attempts attempts,
            Results results,
            Library library,
            ContentVersions versions,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.report = report;
        this.essays = essays;
        this.attempts = attempts;
        this.results = results;
        this.library = library;
        this.versions = versions;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "quizzes")
    static class Templates {
        private Templates() {}

        static native TemplateInstance essays(UUID client, List<Group> waiting, List<EssayView.Marked> lately);

        static native TemplateInstance essay(UUID client, EssayView essay, Typed typed);
    }

    /** What waits, and what was marked last. */
    @GET
    @Transactional
    @PermissionsAllowed(Rights.MARK)
    public TemplateInstance essays(UUID client) {
        Lang lang = language.lang();
        ZoneId zone = reader.at(client).zone();
        return Templates.essays(
                client,
                report.queue(client, own(client)).stream()
                        .map(w -> new Group(
                                w.oldest(),
                                quizTitle(w.quiz(), lang),
                                question(w.quiz(), w.question(), w.version())
                                        .text()
                                        .in(lang),
                                w.count(),
                                WHEN.format(w.since().atZone(zone))))
                        .toList(),
                report.lately(client, LATELY).stream()
                        .map(m -> new EssayView.Marked(
                                m.essay(),
                                quizTitle(m.quiz(), lang),
                                m.name(),
                                EssayView.points(m.mark()),
                                m.by(),
                                WHEN.format(m.at().atZone(zone))))
                        .toList());
    }

    /** One answer: to mark, or as it was marked. */
    @GET
    @Path("{essay}")
    @Transactional
    @PermissionsAllowed(Rights.MARK)
    public TemplateInstance essay(UUID client, UUID essay) {
        return page(client, found(client, essay), Typed.nothing(Ids.next()));
    }

    private TemplateInstance page(UUID client, EssayReport.Essay essay, Typed typed) {
        return Templates.essay(
                client,
                EssayView.of(
                        essay,
                        question(essay.quiz(), essay.question(), essay.version()),
                        report.markings(client, essay.id()),
                        library.catalogue(),
                        language.lang(),
                        reader.at(client).zone()),
                typed);
    }

    /** Gives points, and goes on to the answer to the same question that has waited longest. */
    @POST
    @Path("{essay}/marks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @PermissionsAllowed(Rights.MARK)
    public Response mark(UUID client, UUID essay, MultivaluedMap<String, String> fields) {
        EssayReport.Essay found = found(client, essay);
        Question question = question(found.quiz(), found.question(), found.version());
        UUID id = id(fields.getFirst("id")).orElseThrow(BadRequestException::new);
        Optional<UUID> supersedes = id(fields.getFirst("supersedes"));
        Map<String, Integer> points = points(question, fields);
        String comment = text(fields.getFirst("comment"));
        String reason = supersedes.isPresent() ? text(fields.getFirst("reason")) : "";
        String problem = problem(question, points, comment, reason, supersedes.isPresent());
        if (!problem.isEmpty()) {
            return Response.status(400)
                    .entity(page(client, found, new Typed(id, points, comment, reason, problem)))
                    .build();
        }
        Instant now = clock.instant();
        Attempt attempt = attempts.locked(found.attempt());
        Essays.Order order = new Essays.Order(
                id, supersedes, points, Marking.judged(question, points), comment, reason, reader.get(), now);
        if (essays.mark(client, found, order)) {
            results.judged(client, attempt, found.question(), order.mark(), now);
        } else {
            List<EssayReport.Marking> markings = report.markings(client, essay);
            if (markings.stream().noneMatch(m -> m.id().equals(id))) {
                String first = markings.stream()
                        .findFirst()
                        .map(EssayReport.Marking::by)
                        .orElse("");
                return Response.status(409)
                        .entity(page(
                                client,
                                found(client, essay),
                                new Typed(Ids.next(), points, comment, reason, words().taken(first))))
                        .build();
            }
        }
        return Response.seeOther(
                        supersedes.isPresent()
                                ? URI.create("/c/" + client + "/essays/" + essay)
                                : report.next(client, found.quiz(), found.question(), own(client))
                                        .map(next -> URI.create("/c/" + client + "/essays/" + next))
                                        .orElse(URI.create("/c/" + client + "/essays")))
                .build();
    }

    private EssayReport.Essay found(UUID client, UUID essay) {
        EssayReport.Essay found = report.essay(client, essay).orElseThrow(NotFoundException::new);
        if (own(client).filter(found.person()::equals).isPresent()) {
            throw new Refusal(403, words().not_own());
        }
        return found;
    }

    private Optional<UUID> own(UUID client) {
        Reader.Seat seat = reader.at(client);
        return seat.person();
    }

    /** The question as it was asked: from the library while it still has that version, else from the database. */
    private Question question(String quiz, String question, String version) {
        return library.catalogue()
                .quiz(quiz)
                .flatMap(q -> q.question(question))
                .filter(q -> q.version().hash().equals(version))
                .or(() ->
                        Optional.ofNullable(versions.questions(List.of(version)).get(version)))
                .orElseThrow(NotFoundException::new);
    }

    private String quizTitle(String quiz, Lang lang) {
        return library.catalogue().quiz(quiz).map(q -> q.title().in(lang)).orElse(quiz);
    }

    /** The points that were given and are in range, by criterion. */
    private static Map<String, Integer> points(Question question, MultivaluedMap<String, String> fields) {
        Map<String, Integer> points = new TreeMap<>();
        if (question.form() instanceof Form.Essay essay) {
            for (Form.Essay.Criterion criterion : essay.rubric()) {
                String given = text(fields.getFirst("points." + criterion.id()));
                if (given.matches("[0-9]{1,3}") && Integer.parseInt(given) <= criterion.points()) {
                    points.put(criterion.id(), Integer.valueOf(given));
                }
            }
        }
        return points;
    }

    private String problem(
            Question question, Map<String, Integer> points, String comment, String reason, boolean again) {
        if (question.form() instanceof Form.Essay essay
                && points.size() < essay.rubric().size()) {
            return words().every_line();
        }
        if (comment.length() > LONGEST_COMMENT) {
            return words().comment_long(LONGEST_COMMENT);
        }
        if (again && (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON)) {
            return words().say_why(SHORTEST_REASON, LONGEST_REASON);
        }
        return "";
    }

    private static Optional<UUID> id(@Nullable String given) {
        try {
            return given == null || given.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(given));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e);
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private EssayMessages words() {
        return MessageBundles.get(
                EssayMessages.class, Localized.Literal.of(language.lang().code()));
    }
}
