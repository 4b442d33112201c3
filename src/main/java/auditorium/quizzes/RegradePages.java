package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.library.Library;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.ClientScope;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.quizzes.RegradeReport.Marked;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Marking attempts anew after a key was corrected: first what it would do, then with a reason the order itself, factory by factory in
 * a transaction each. The page holds none. Sent again, for instance after one factory failed, the order does what is left of it.
 */
@Path("/regrades/{quiz}/{question}")
@Produces(MediaType.TEXT_HTML)
@Blocking
class RegradePages {

    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 1000;

    private final Regrades regrades;
    private final RegradeReport report;
    private final Reach reach;
    private final ClientScope scope;
    private final Library library;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    RegradePages(
            Regrades regrades,
            RegradeReport report,
            Reach reach,
            ClientScope scope,
            Library library,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.regrades = regrades;
        this.report = report;
        this.reach = reach;
        this.scope = scope;
        this.library = library;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "quizzes")
    static class Templates {
        private Templates() {}

        static native TemplateInstance regrade(RegradeView regrade);
    }

    @GET
    @PermissionsAllowed(Rights.REGRADE)
    public TemplateInstance preview(String quiz, String question) {
        return page(quiz, question, Ids.next(), "", "");
    }

    @POST
    @Path("orders")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Rights.REGRADE)
    public Response order(String quiz, String question, MultivaluedMap<String, String> fields) {
        Quiz of = AnalysisPages.quiz(library, quiz);
        Question key = AnalysisPages.question(of, question);
        UUID id = id(fields.getFirst("id"));
        String given = fields.getFirst("reason");
        String reason = given == null ? "" : given.strip();
        Set<String> asked = new HashSet<>(fields.getOrDefault("version", List.of()));
        String problem = reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON
                ? "reason"
                : asked.isEmpty() ? "none" : key.version().hash().equals(fields.getFirst("key")) ? "" : "changed";
        if (!problem.isEmpty()) {
            return Response.status(problem.equals("changed") ? 409 : 400)
                    .entity(page(quiz, question, id, reason, problem))
                    .build();
        }
        Regrades.Order order = new Regrades.Order(
                id, of, key, asked, reason, reader.get().account(), reader.get().name(), clock.instant());
        for (UUID client : reach.clients()) {
            scope.inside(client, () -> regrades.apply(client, order));
        }
        return Response.seeOther(URI.create("/regrades/" + quiz + "/" + question + "#past"))
                .build();
    }

    private TemplateInstance page(String quiz, String question, UUID id, String reason, String problem) {
        Quiz of = AnalysisPages.quiz(library, quiz);
        Question key = AnalysisPages.question(of, question);
        Lang lang = language.lang();
        Factories factories = reach.together();
        List<Marked> marked = factories.read(
                client -> report.marked(client, quiz, question, key.version().hash(), false));
        Set<String> versions = marked.stream().map(Marked::version).collect(Collectors.toSet());
        Map<String, Question> asked = QuarkusTransaction.requiringNew().call(() -> report.questions(versions));
        ReviewText words = new ReviewText(lang, QuizWords.in(lang));
        return Templates.regrade(new RegradeView(
                id,
                quiz,
                of.title().in(lang),
                question,
                Analysis.text(key, lang),
                key.version().hash(),
                factories.count(),
                RegradeView.right(words, key),
                words.reason(key.form()),
                RegradeView.versions(marked, asked, key, lang),
                RegradeView.past(factories.read(client -> report.past(client, quiz, question)), reach.zone()),
                reason,
                problem));
    }

    private static UUID id(@Nullable String id) {
        try {
            return UUID.fromString(String.valueOf(id));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e);
        }
    }
}
