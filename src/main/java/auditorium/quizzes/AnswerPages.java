package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.library.content.Question;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.platform.Letter;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.AnswerEvent;
import auditorium.quizzes.domain.Answers;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Where answers arrive, late, twice or out of order: each is kept once, and what is too late to count is kept too. A phone answers
 * one question every few seconds, so this is the cheapest page there is: one statement besides the session.
 */
@Path("/c/{client}/attempts/{attempt}/answers")
class AnswerPages {

    /** Above this, a number is no longer exact in a browser's script. */
    private static final long HIGHEST_SEQUENCE = 1L << 53;

    private final Attempts attempts;
    private final Sheets sheets;
    private final AttemptClocks clocks;
    private final AttemptPages papers;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    AnswerPages(
            Attempts attempts,
            Sheets sheets,
            AttemptClocks clocks,
            AttemptPages papers,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.attempts = attempts;
        this.sheets = sheets;
        this.clocks = clocks;
        this.papers = papers;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    @POST
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response answer(UUID client, UUID attempt, MultivaluedMap<String, String> fields, @BeanParam Letter letter) {
        letter.requireWriter(reader.get().account());
        UUID person = reader.at(client).person().orElseThrow(NotFoundException::new);
        Attempts.Frozen frozen = sheets.own(client, attempt, person).orElseThrow(NotFoundException::new);
        Optional<Question> question =
                Optional.ofNullable(fields.getFirst("question")).flatMap(frozen::question);
        if (question.isEmpty() || !question.get().scored()) {
            return letter.refused(400);
        }
        Optional<Answer> answer = AnswerForm.read(question.get(), fields);
        if (answer.isEmpty() && letter.plain()) {
            return again(client, attempt, person, question.get(), fields);
        }
        Instant now = clock.instant();
        Instant at = letter.at(now);
        OptionalLong sequence = sequence(fields, at);
        if (answer.isEmpty()
                || sequence.isEmpty()
                || Answers.problem(question.get(), answer.get()).isPresent()) {
            return letter.refused(400);
        }
        AnswerEvent event =
                new AnswerEvent(letter.id(), question.get().id(), sequence.getAsLong(), answer.get(), at, now);
        Lang seen =
                Optional.ofNullable(fields.getFirst("language")).map(Lang::of).orElse(language.lang());
        // a plain form has no count of its own: it follows whatever is there
        attempts.answer(client, attempt, event, seen, letter.plain())
                .filter(at::isAfter)
                .ifPresent(standing -> clocks.goOn(client, attempt, Ids.next(), at)); // whoever answers goes on
        return letter.receipt(URI.create(AttemptPages.paperOf(client, attempt) + "#q-" + event.question()));
    }

    /** The phone's own count; a page from before there was one is in the order of its clock. */
    private static OptionalLong sequence(MultivaluedMap<String, String> fields, Instant at) {
        String given = fields.getFirst("sequence");
        if (given == null || given.isEmpty()) {
            return OptionalLong.of(Math.max(0, at.toEpochMilli()));
        }
        try {
            long sequence = Long.parseLong(given);
            return sequence < 0 || sequence > HIGHEST_SEQUENCE ? OptionalLong.empty() : OptionalLong.of(sequence);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** The paper once more, with what was typed and with words that say why it is no answer. */
    private Response again(
            UUID client, UUID attempt, UUID person, Question question, MultivaluedMap<String, String> fields) {
        Attempt mine = attempts.own(attempt, person).orElseThrow(NotFoundException::new);
        if (mine.submittedAt().isPresent()) {
            return Response.seeOther(AttemptPages.resultOf(client, attempt)).build();
        }
        String problem = QuizWords.in(language.lang()).not_a_number();
        return Response.status(400)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(papers.page(client, mine, Optional.of(new QuestionView.Typed(question.id(), fields, problem))))
                .build();
    }
}
