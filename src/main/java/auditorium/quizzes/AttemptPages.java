package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.platform.Letter;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.AnswerEvent;
import auditorium.quizzes.domain.Answers;
import auditorium.quizzes.domain.AttemptState;
import auditorium.quizzes.domain.Paper;
import auditorium.quizzes.domain.Score;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A paper in progress, its answers, its submission, and what came of it. */
@Path("/c/{client}/attempts/{attempt}")
@Produces(MediaType.TEXT_HTML)
class AttemptPages {

    private final Library library;
    private final Attempts attempts;
    private final Results results;
    private final Corrections corrections;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    AttemptPages(
            Library library,
            Attempts attempts,
            Results results,
            Corrections corrections,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.library = library;
        this.attempts = attempts;
        this.results = results;
        this.corrections = corrections;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** The paper as the page shows it. */
    record PaperView(UUID id, String quiz, String title, List<QuestionView> questions, long answered) {}

    @CheckedTemplate(basePath = "quizzes")
    static class Templates {
        private Templates() {}

        static native TemplateInstance paper(UUID client, PaperView paper);

        static native TemplateInstance result(UUID client, ResultView result);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response paper(UUID client, UUID attempt) {
        Attempt mine = own(client, attempt);
        if (mine.submittedAt().isPresent()) {
            return Response.seeOther(resultOf(client, attempt)).build();
        }
        Attempts.Frozen frozen = attempts.frozen(mine);
        AttemptState state = attempts.state(client, mine);
        Lang lang = language.lang();
        Catalogue catalogue = library.catalogue();
        List<QuestionView> views = new ArrayList<>();
        for (Question question : frozen.questions()) {
            Paper.Drawn drawn = frozen.paper().drawn(question.id()).orElseThrow();
            views.add(QuestionView.of(
                    question,
                    drawn,
                    views.size() + 1,
                    Optional.ofNullable(state.answers().get(question.id())),
                    lang,
                    catalogue));
        }
        String title = catalogue.quiz(mine.quiz()).map(q -> q.title().in(lang)).orElse(mine.quiz());
        long answered = views.stream().filter(QuestionView::answered).count();
        return Response.ok(Templates.paper(client, new PaperView(attempt, mine.quiz(), title, views, answered)))
                .build();
    }

    /** One answer. It may come late, twice or out of order: it is kept once. */
    @POST
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Path("answers")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response answer(UUID client, UUID attempt, MultivaluedMap<String, String> fields, @BeanParam Letter letter) {
        letter.requireWriter(reader.get().account());
        Attempt mine = own(client, attempt);
        Optional<Question> question =
                Optional.ofNullable(fields.getFirst("question")).flatMap(attempts.frozen(mine)::question);
        if (question.isEmpty() || !question.get().scored()) {
            return letter.refused(400);
        }
        Optional<Answer> answer = AnswerForm.read(question.get(), fields);
        Instant now = clock.instant();
        Instant at = letter.at(now);
        if (answer.isPresent()) {
            if (Answers.problem(question.get(), answer.get()).isPresent()) {
                return letter.refused(400);
            }
            long sequence = at.toEpochMilli();
            attempts.answer(
                    client,
                    attempt,
                    new AnswerEvent(letter.id(), question.get().id(), sequence, answer.get(), at, now),
                    Optional.ofNullable(fields.getFirst("language"))
                            .map(Lang::of)
                            .orElse(language.lang()));
        }
        return letter.receipt(URI.create(
                "/c/" + client + "/attempts/" + attempt + "#q-" + question.get().id()));
    }

    @POST
    @Path("submission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response submit(UUID client, UUID attempt, MultivaluedMap<String, String> fields) {
        own(client, attempt);
        Map<String, Set<String>> experiences = new HashMap<>();
        fields.forEach((name, values) -> {
            if (name.startsWith("experience.")) {
                experiences.put(name.substring("experience.".length()), new HashSet<>(values));
            }
        });
        results.handIn(client, attempt, experiences, clock.instant());
        return Response.seeOther(resultOf(client, attempt)).build();
    }

    @GET
    @Path("result")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response result(UUID client, UUID attempt) {
        Attempt mine = own(client, attempt);
        if (mine.submittedAt().isEmpty()) {
            return Response.seeOther(URI.create("/c/" + client + "/attempts/" + attempt))
                    .build();
        }
        List<Corrections.Regraded> regrades = corrections.regrades(client, attempt);
        Attempts.Frozen frozen = corrections.corrected(attempts.frozen(mine), regrades);
        AttemptState state = attempts.state(client, mine);
        Score score = Results.score(frozen, state);
        Quiz quiz = library.catalogue().quiz(mine.quiz()).orElseThrow(NotFoundException::new);
        return Response.ok(Templates.result(
                        client,
                        ResultView.of(
                                mine,
                                quiz,
                                frozen,
                                state,
                                score,
                                language.lang(),
                                reader.at(client).zone(),
                                library.catalogue(),
                                regrades)))
                .build();
    }

    private Attempt own(UUID client, UUID attempt) {
        return reader.at(client).person().flatMap(p -> attempts.own(attempt, p)).orElseThrow(NotFoundException::new);
    }

    private static URI resultOf(UUID client, UUID attempt) {
        return URI.create("/c/" + client + "/attempts/" + attempt + "/result");
    }
}
