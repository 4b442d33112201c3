package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.access.Role;
import auditorium.library.Library;
import auditorium.library.content.Quiz;
import auditorium.platform.ClientScope;
import auditorium.platform.CurrentLanguage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;

/**
 * How the questions work in all factories that somebody looks after: a consultant's own, for an administrator every one. Only
 * numbers are added up; which factory they come from is not shown. The page holds no transaction of its own.
 */
@Path("/analysis")
@Produces(MediaType.TEXT_HTML)
@Blocking
class TogetherPages {

    private static final String AT = "/analysis";

    private final Analysis analysis;
    private final AnalysisReport report;
    private final ClientScope scope;
    private final Library library;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    TogetherPages(
            Analysis analysis,
            AnalysisReport report,
            ClientScope scope,
            Library library,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.analysis = analysis;
        this.report = report;
        this.scope = scope;
        this.library = library;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed(Rights.ANALYSE_TOGETHER)
    public TemplateInstance overview(@QueryParam("days") @DefaultValue("365") int days) {
        return AnalysisPages.Templates.analysis(
                AT,
                AnalysisPages.period(days),
                analysis.overview(all(), AnalysisPages.since(days, clock), language.lang()));
    }

    @GET
    @Path("{quiz}")
    @PermissionsAllowed(Rights.ANALYSE_TOGETHER)
    public TemplateInstance quiz(
            String quiz,
            @QueryParam("days") @DefaultValue("365") int days,
            @QueryParam("sort") @DefaultValue("") String sort) {
        return AnalysisPages.Templates.analysisQuiz(
                AT,
                AnalysisPages.period(days),
                analysis.quiz(
                        all(),
                        AnalysisPages.quiz(library, quiz),
                        AnalysisPages.since(days, clock),
                        sort,
                        language.lang()));
    }

    @GET
    @Path("{quiz}/questions/{question}")
    @PermissionsAllowed(Rights.ANALYSE_TOGETHER)
    public TemplateInstance question(
            String quiz, String question, @QueryParam("days") @DefaultValue("365") int days) {
        Quiz of = AnalysisPages.quiz(library, quiz);
        return AnalysisPages.Templates.analysisQuestion(
                AT,
                AnalysisPages.period(days),
                analysis.question(
                        all(),
                        of,
                        AnalysisPages.question(of, question),
                        AnalysisPages.since(days, clock),
                        language.lang()));
    }

    private Factories all() {
        Reader who = reader.get();
        return new Factories.Several(
                who.administrator()
                        ? QuarkusTransaction.requiringNew().call(report::everyClient)
                        : who.seats().values().stream()
                                .filter(s -> s.role() == Role.CONSULTANT)
                                .map(Reader.Seat::client)
                                .toList(),
                scope);
    }
}
