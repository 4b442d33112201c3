package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.library.Catalogue;
import auditorium.library.ContentVersions;
import auditorium.library.Library;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Ids;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.Answers;
import auditorium.quizzes.domain.Fsrs;
import auditorium.quizzes.domain.Mark;
import auditorium.quizzes.domain.Marking;
import auditorium.quizzes.domain.Paper;
import auditorium.quizzes.domain.PaperDraw;
import auditorium.quizzes.domain.Practice;
import auditorium.quizzes.domain.Score;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Practice: one question at a time, and what is right as soon as it is answered. Nothing counts here. The key comes with the page
 * after the answer only, and neither page is kept on the phone: it needs a network.
 */
@Path("/c/{client}/practice")
@Produces(MediaType.TEXT_HTML)
class PracticePages {

    /** So many due questions are looked at for one that the library still has. */
    private static final int LOOKED_AT = 60;

    private final PracticeCards cards;
    private final Library library;
    private final ContentVersions versions;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    PracticePages(
            PracticeCards cards,
            Library library,
            ContentVersions versions,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.cards = cards;
        this.library = library;
        this.versions = versions;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** A question to practise. {@code id} is that of the answer to come; {@code left} how many wait today, this one included. */
    record AskView(UUID id, String quiz, QuestionView question, int left, boolean empty) {}

    /** What came of an answer. {@code left} is how many still wait today. */
    record FeedbackView(ResultView.Review review, boolean right, int left) {}

    @CheckedTemplate(basePath = "quizzes")
    static class Templates {
        private Templates() {}

        static native TemplateInstance practice(UUID client, AskView ask);

        static native TemplateInstance practiced(UUID client, FeedbackView feedback);

        static native TemplateInstance practiceDone(UUID client, boolean practisedToday);
    }

    private record Found(String quiz, Question question) {}

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance ask(UUID client) {
        UUID person = person(client);
        LocalDate today = today(client);
        int left = cards.waiting(client, person, today);
        return next(client, person, today)
                .map(found -> Templates.practice(client, view(person, today, found, Math.max(1, left), false)))
                .orElseGet(() -> Templates.practiceDone(client, left < Practice.A_DAY));
    }

    private Optional<Found> next(UUID client, UUID person, LocalDate today) {
        Catalogue catalogue = library.catalogue();
        return cards.due(client, person, today, LOOKED_AT).stream()
                .flatMap(key -> catalogue
                        .quiz(key.quiz())
                        .flatMap(q -> q.question(key.question()))
                        .filter(q -> q.scored() && !(q.form() instanceof Form.Essay))
                        .map(q -> new Found(key.quiz(), q))
                        .stream())
                .findFirst();
    }

    private AskView view(UUID person, LocalDate today, Found found, int left, boolean empty) {
        // the day and the person decide the order of options: opening the page again doesn't shuffle
        long seed = person.getLeastSignificantBits() ^ today.toEpochDay();
        Paper.Drawn drawn = PaperDraw.drawn(found.quiz(), found.question(), seed);
        return new AskView(
                Ids.next(),
                found.quiz(),
                QuestionView.within("", found.question(), drawn, 1, language.lang(), library.catalogue()),
                left,
                empty);
    }

    /** Keeps the answer, and leads to what is right. The same answer again leads to the same page. */
    @POST
    @Path("answers")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response answer(UUID client, MultivaluedMap<String, String> fields) {
        UUID person = person(client);
        UUID id = id(fields.getFirst("id"));
        String quiz = Optional.ofNullable(fields.getFirst("quiz")).orElse("");
        String name = Optional.ofNullable(fields.getFirst("question")).orElse("");
        Question question = library.catalogue()
                .quiz(quiz)
                .flatMap(q -> q.question(name))
                .filter(Question::scored)
                .orElseThrow(NotFoundException::new);
        Optional<Answer> answer = AnswerForm.read(question, fields)
                .filter(a -> !(a instanceof Answer.Nothing))
                .filter(a -> Answers.problem(question, a).isEmpty());
        if (answer.isEmpty()) {
            LocalDate today = today(client);
            return Response.status(422)
                    .entity(Templates.practice(
                            client,
                            view(
                                    person,
                                    today,
                                    new Found(quiz, question),
                                    Math.max(1, cards.waiting(client, person, today)),
                                    true)))
                    .build();
        }
        Mark mark = Marking.mark(question, answer);
        versions.use("question", quiz + "/" + name, question.version());
        cards.practise(
                client,
                person,
                new PracticeCards.Review(
                        id,
                        new PracticeCards.Key(quiz, name),
                        question.version().hash(),
                        Fsrs.Grade.of(mark),
                        Optional.empty(),
                        answer),
                clock.instant());
        return Response.seeOther(URI.create("/c/" + client + "/practice/reviews/" + id))
                .build();
    }

    @GET
    @Path("reviews/{review}")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance feedback(UUID client, UUID review) {
        UUID person = person(client);
        PracticeCards.Kept kept = cards.kept(client, person, review).orElseThrow(NotFoundException::new);
        Catalogue catalogue = library.catalogue();
        Question question = catalogue
                .quiz(kept.key().quiz())
                .flatMap(q -> q.question(kept.key().question()))
                .filter(q -> q.version().hash().equals(kept.version()))
                .or(() -> Optional.ofNullable(
                        versions.questions(List.of(kept.version())).get(kept.version())))
                .orElseThrow(NotFoundException::new);
        Map<String, Answer> answers = Map.of(question.id(), kept.answer());
        Attempts.Frozen frozen = new Attempts.Frozen(
                new Paper(List.of(PaperDraw.drawn(kept.key().quiz(), question, 0))), List.of(question));
        ResultView.Review view = new LookBack(frozen, answers, language.lang(), catalogue)
                .reviews(Score.of(frozen.questions(), answers, Map.of()))
                .getFirst();
        return Templates.practiced(
                client, new FeedbackView(view, !kept.again(), cards.waiting(client, person, today(client))));
    }

    private UUID person(UUID client) {
        return reader.at(client).person().orElseThrow(NotFoundException::new);
    }

    private LocalDate today(UUID client) {
        Reader.Seat seat = reader.at(client);
        return LocalDate.now(clock.withZone(seat.zone()));
    }

    private static UUID id(@org.jspecify.annotations.Nullable String given) {
        try {
            return given == null ? Ids.next() : UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }
}
