package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.library.Library;
import auditorium.library.content.Quiz;
import auditorium.platform.CurrentLanguage;
import auditorium.quizzes.domain.AnswerEvent;
import auditorium.quizzes.domain.AttemptRules;
import auditorium.quizzes.domain.AttemptState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What came of an attempt: what is known, what was missed and where it is explained, and the why of each answer. */
@Path("/c/{client}/attempts/{attempt}/result")
@Produces(MediaType.TEXT_HTML)
class ResultPages {

    private final Library library;
    private final Attempts attempts;
    private final Corrections corrections;
    private final EssayReport essays;
    private final CurrentReader reader;
    private final CurrentLanguage language;

    ResultPages(
            Library library,
            Attempts attempts,
            Corrections corrections,
            EssayReport essays,
            CurrentReader reader,
            CurrentLanguage language) {
        this.library = library;
        this.attempts = attempts;
        this.corrections = corrections;
        this.essays = essays;
        this.reader = reader;
        this.language = language;
    }

    @CheckedTemplate(basePath = "quizzes")
    static class Templates {
        private Templates() {}

        static native TemplateInstance result(UUID client, ResultView result);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response result(UUID client, UUID attempt) {
        Attempt mine = reader.at(client)
                .person()
                .flatMap(p -> attempts.own(attempt, p))
                .orElseThrow(NotFoundException::new);
        if (mine.kind() == Attempt.Kind.MOCK_AUDIT) {
            return Response.seeOther(MockPaperPages.paperOf(client, attempt)).build();
        }
        if (mine.submittedAt().isEmpty()) {
            return Response.seeOther(AttemptPages.paperOf(client, attempt)).build();
        }
        AttemptRules rules = attempts.rules(client, mine);
        List<AnswerEvent> events = attempts.events(client, attempt);
        List<Corrections.Regraded> regrades = corrections.regrades(client, attempt);
        Attempts.Frozen frozen = corrections.corrected(attempts.frozen(mine), regrades);
        AttemptState state = AttemptState.of(events, rules);
        Map<String, EssayReport.Marking> markings =
                mine.waitingSince().isPresent() ? essays.holding(client, attempt) : Map.of();
        ResultView view = new ResultViews(
                        mine,
                        frozen,
                        state,
                        rules,
                        language.lang(),
                        reader.at(client).zone(),
                        library.catalogue())
                .view(
                        late(events, rules),
                        left(client, mine),
                        Results.score(frozen, state, Results.marks(markings)),
                        regrades,
                        markings);
        return Response.ok(Templates.result(client, view)).build();
    }

    /** How many answers came too late to count. */
    private static long late(List<AnswerEvent> events, AttemptRules rules) {
        return events.stream().filter(e -> !rules.timeliness(e).counts()).count();
    }

    /** How many more attempts the person may begin; empty: as many as they like. */
    private Optional<Integer> left(UUID client, Attempt mine) {
        return library.catalogue()
                .quiz(mine.quiz())
                .map(Quiz::rules)
                .filter(r -> r.attempts().isPresent())
                .flatMap(r ->
                        attempts.standing(client, mine.person(), mine.quiz()).left(r.attempts()));
    }
}
