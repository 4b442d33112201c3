package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.platform.Refusal;
import auditorium.quizzes.domain.AttemptRules;
import auditorium.quizzes.domain.AttemptState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A paper in progress, its time, and its submission. Answers arrive at {@link AnswerPages}. */
@Path("/c/{client}/attempts/{attempt}")
@Produces(MediaType.TEXT_HTML)
class AttemptPages {

    private final Library library;
    private final Attempts attempts;
    private final AttemptClocks clocks;
    private final Results results;
    private final MockPapers mocks;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    AttemptPages(
            Library library,
            Attempts attempts,
            AttemptClocks clocks,
            Results results,
            MockPapers mocks,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.library = library;
        this.attempts = attempts;
        this.clocks = clocks;
        this.results = results;
        this.mocks = mocks;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /**
     * What is left, for the page's own clock.
     *
     * @param left seconds; negative: there is no end
     */
    record Time(long left, boolean paused, boolean ended) {}

    @CheckedTemplate(basePath = "quizzes")
    static class Templates {
        private Templates() {}

        static native TemplateInstance paper(UUID client, PaperView paper, UUID event);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response paper(UUID client, UUID attempt) {
        Attempt mine = own(client, attempt);
        if (mine.kind() == Attempt.Kind.MOCK_AUDIT) {
            return Response.seeOther(MockPaperPages.paperOf(client, attempt)).build();
        }
        return mine.submittedAt().isPresent()
                ? Response.seeOther(resultOf(client, attempt)).build()
                : Response.ok(page(client, mine, Optional.empty())).build();
    }

    /** The page of an open paper; with {@code typed}, what somebody typed there that can be no answer. */
    TemplateInstance page(UUID client, Attempt mine, Optional<QuestionView.Typed> typed) {
        if (mine.kind() == Attempt.Kind.MOCK_AUDIT) {
            return mocks.page(client, mine, typed);
        }
        AttemptRules rules = attempts.rules(client, mine);
        AttemptState state = AttemptState.of(attempts.events(client, mine.id()), rules);
        Lang lang = language.lang();
        Catalogue catalogue = library.catalogue();
        String title = catalogue.quiz(mine.quiz()).map(q -> q.title().in(lang)).orElse(mine.quiz());
        Optional<PaperView.Clock> time =
                PaperView.Clock.of(rules, clock.instant(), reader.at(client).zone());
        PaperView view = PaperView.of(mine, title, attempts.frozen(mine), state, typed, time, lang, catalogue);
        return Templates.paper(client, view, Ids.next());
    }

    /** The server's clock is the one that counts; a page that was kept, or slept, asks again. */
    @GET
    @Path("time")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Time time(UUID client, UUID attempt) {
        Attempt mine = own(client, attempt);
        Instant now = clock.instant();
        AttemptRules rules = attempts.rules(client, mine);
        return new Time(
                rules.left(now).map(l -> l.plusMillis(999).toSeconds()).orElse(-1L),
                rules.paused(now),
                mine.submittedAt().isPresent());
    }

    /** Stops the clock, for a change of shift. */
    @POST
    @Path("pauses")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response pause(UUID client, UUID attempt, @FormParam("id") @Nullable UUID id) {
        own(client, attempt);
        if (!clocks.stop(client, attempt, id == null ? Ids.next() : id, clock.instant())) {
            throw new Refusal(409, QuizWords.in(language.lang()).no_pause());
        }
        return Response.seeOther(paperOf(client, attempt)).build();
    }

    /** Lets the clock go on. */
    @POST
    @Path("resumptions")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response goOn(UUID client, UUID attempt, @FormParam("id") @Nullable UUID id) {
        own(client, attempt);
        clocks.goOnNow(client, attempt, id == null ? Ids.next() : id, clock.instant());
        return Response.seeOther(paperOf(client, attempt)).build();
    }

    /** Hands in, by the person or by the page when time is up; afterwards the score is final. */
    @POST
    @Path("submission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response submit(UUID client, UUID attempt, MultivaluedMap<String, String> fields) {
        own(client, attempt);
        results.handIn(client, attempt, Experiences.chosen(fields), clock.instant());
        return Response.seeOther(resultOf(client, attempt)).build();
    }

    private Attempt own(UUID client, UUID attempt) {
        return reader.at(client).person().flatMap(p -> attempts.own(attempt, p)).orElseThrow(NotFoundException::new);
    }

    static URI paperOf(UUID client, UUID attempt) {
        return URI.create("/c/" + client + "/attempts/" + attempt);
    }

    static URI resultOf(UUID client, UUID attempt) {
        return URI.create(paperOf(client, attempt) + "/result");
    }
}
