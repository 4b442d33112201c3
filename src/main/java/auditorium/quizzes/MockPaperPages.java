package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.library.Catalogue;
import auditorium.lists.ClientLibrary;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.AttemptState;
import auditorium.quizzes.domain.Score;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
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
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A person's own mock audit: the stages, handing in, and looking back. Answers arrive where those of every attempt do. */
@Path("/c/{client}/mock-audits/{attempt}")
@Produces(MediaType.TEXT_HTML)
class MockPaperPages {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MockAudits audits;
    private final MockPapers papers;
    private final Attempts attempts;
    private final Results results;
    private final ClientLibrary library;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    MockPaperPages(
            MockAudits audits,
            MockPapers papers,
            Attempts attempts,
            Results results,
            ClientLibrary library,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.audits = audits;
        this.papers = papers;
        this.attempts = attempts;
        this.results = results;
        this.library = library;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response paper(UUID client, UUID attempt) {
        Attempt mine = own(client, attempt);
        return mine.submittedAt().isPresent()
                ? Response.seeOther(debriefOf(client, attempt)).build()
                : Response.ok(papers.page(client, mine, Optional.empty())).build();
    }

    @POST
    @Path("submission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response submit(UUID client, UUID attempt, MultivaluedMap<String, String> fields) {
        own(client, attempt);
        results.handIn(client, attempt, Experiences.chosen(fields), clock.instant());
        return Response.seeOther(debriefOf(client, attempt)).build();
    }

    @GET
    @Path("debrief")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response debrief(UUID client, UUID attempt) {
        Attempt mine = own(client, attempt);
        if (mine.submittedAt().isEmpty()) {
            return Response.seeOther(paperOf(client, attempt)).build();
        }
        MockAudits.Parts parts = audits.parts(client, attempt).orElseThrow(NotFoundException::new);
        Lang lang = language.lang();
        Catalogue catalogue = library.catalogue();
        Attempts.Frozen frozen = attempts.frozen(mine);
        AttemptState state = attempts.state(client, mine);
        Score score = Results.score(frozen, state, Map.of());
        Debrief debrief = Debrief.of(
                MockAudits.title(parts.standard(), lang, catalogue),
                WHEN.format(mine.submittedAt()
                        .orElseThrow()
                        .atZone(reader.at(client).zone())),
                new LookBack(frozen, state.answers(), lang, catalogue),
                score);
        return Response.ok(Debrief.Templates.mockDebrief(client, debrief)).build();
    }

    private Attempt own(UUID client, UUID attempt) {
        return reader.at(client)
                .person()
                .flatMap(p -> attempts.own(attempt, p))
                .filter(a -> a.kind() == Attempt.Kind.MOCK_AUDIT)
                .orElseThrow(NotFoundException::new);
    }

    static URI paperOf(UUID client, UUID attempt) {
        return URI.create("/c/" + client + "/mock-audits/" + attempt);
    }

    private static URI debriefOf(UUID client, UUID attempt) {
        return URI.create(paperOf(client, attempt) + "/debrief");
    }
}
