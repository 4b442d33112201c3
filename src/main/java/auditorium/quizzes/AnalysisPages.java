package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.library.Library;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.platform.print.Download;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** How the questions work in one factory, for those who answer for all of it. */
@Path("/c/{client}/analysis")
@Produces(MediaType.TEXT_HTML)
class AnalysisPages {

    private final Analysis analysis;
    private final Library library;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    AnalysisPages(Analysis analysis, Library library, CurrentReader reader, CurrentLanguage language, Clock clock) {
        this.analysis = analysis;
        this.library = library;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "quizzes")
    static class Templates {
        private Templates() {}

        static native TemplateInstance analysis(String at, int days, AnalysisView.Overview overview);

        static native TemplateInstance analysisQuiz(String at, int days, AnalysisView.QuizPage quiz);

        static native TemplateInstance analysisQuestion(String at, int days, AnalysisView.QuestionPage question);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.ANALYSE)
    public TemplateInstance overview(UUID client, @QueryParam("days") @DefaultValue("365") int days) {
        return Templates.analysis(
                at(client),
                period(days),
                analysis.overview(new Factories.One(client), since(days, clock), language.lang()));
    }

    @GET
    @Path("{quiz}")
    @Transactional
    @PermissionsAllowed(Rights.ANALYSE)
    public TemplateInstance quiz(
            UUID client,
            String quiz,
            @QueryParam("days") @DefaultValue("365") int days,
            @QueryParam("sort") @DefaultValue("") String sort) {
        return Templates.analysisQuiz(
                at(client),
                period(days),
                analysis.quiz(
                        new Factories.One(client), quiz(library, quiz), since(days, clock), sort, language.lang()));
    }

    /** The same as a workbook. */
    @GET
    @Path("{quiz}/sheet")
    @Transactional
    @PermissionsAllowed(Rights.ANALYSE)
    public Response sheet(UUID client, String quiz, @QueryParam("days") @DefaultValue("365") int days) {
        Quiz of = quiz(library, quiz);
        Factories factories = new Factories.One(client);
        return download(analysis.quiz(factories, of, since(days, clock), "number", language.lang()), language.lang());
    }

    static Response download(AnalysisView.QuizPage quiz, Lang lang) {
        return Download.xlsx(AnalysisSheet.of(quiz, lang), quiz.title() + ".xlsx");
    }

    @GET
    @Path("{quiz}/questions/{question}")
    @Transactional
    @PermissionsAllowed(Rights.ANALYSE)
    public TemplateInstance question(
            UUID client, String quiz, String question, @QueryParam("days") @DefaultValue("365") int days) {
        Quiz of = quiz(library, quiz);
        return Templates.analysisQuestion(
                at(client),
                period(days),
                analysis.question(
                        new Factories.One(client),
                        of,
                        question(of, question),
                        since(days, clock),
                        language.lang(),
                        reader.at(client).zone()));
    }

    private static String at(UUID client) {
        return "/c/" + client + "/analysis";
    }

    static Quiz quiz(Library library, String id) {
        return library.catalogue().quiz(id).orElseThrow(NotFoundException::new);
    }

    static Question question(Quiz quiz, String id) {
        return quiz.question(id).filter(Question::scored).orElseThrow(NotFoundException::new);
    }

    private static final Set<Integer> PERIODS = Set.of(90, 365, 3650);

    /** One of the periods that the page offers, in days. */
    static int period(int days) {
        return PERIODS.contains(days) ? days : 365;
    }

    static Instant since(int days, Clock clock) {
        return clock.instant().minus(Duration.ofDays(period(days)));
    }
}
