package auditorium.library;

import auditorium.access.Rights;
import auditorium.library.ContentReport.Level;
import auditorium.library.ContentReport.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** For administrators: what the content is, what is wrong with it, and reading it anew. */
@Path("/content")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ContentPages {

    private static final int MOST_PROBLEMS = 200;

    private final Library library;

    ContentPages(Library library) {
        this.library = library;
    }

    /** The counts of what is served. */
    record Counts(
            int requirements,
            int tasks,
            int laws,
            int standards,
            int courses,
            int lessons,
            int questions,
            int terms,
            String covered) {}

    @CheckedTemplate(basePath = "library")
    static class Templates {
        private Templates() {}

        static native TemplateInstance content(
                Counts counts, boolean publishable, long errors, long warnings, long notes, List<Problem> problems);

        static native TemplateInstance coverage(List<Coverage.Row> rows, long covered);
    }

    @GET
    @PermissionsAllowed(Rights.CONTENT)
    public TemplateInstance content() {
        ContentReport report = library.lastReport();
        Catalogue c = library.catalogue();
        Coverage coverage = new Coverage(c);
        return Templates.content(
                new Counts(
                        c.requirements().size(),
                        c.tasks().size(),
                        c.laws().size(),
                        c.standards().size(),
                        c.courses().size(),
                        c.lessons().size(),
                        c.questions().size(),
                        c.glossary().size(),
                        coverage.covered() + "/" + coverage.rows().size()),
                report.publishable(),
                report.count(Level.ERROR),
                report.count(Level.WARNING),
                report.count(Level.NOTE),
                report.problems().stream()
                        .filter(p -> p.level() != Level.NOTE)
                        .limit(MOST_PROBLEMS)
                        .toList());
    }

    /** Reads the files anew; broken content changes nothing but the report. */
    @POST
    @Path("reload")
    @PermissionsAllowed(Rights.CONTENT)
    public Response reload() {
        library.reload();
        return Response.seeOther(URI.create("/content")).build();
    }

    /** Which lesson, requirement, question and task each statement of the source has. */
    @GET
    @Path("coverage")
    @PermissionsAllowed(Rights.LIBRARY)
    public TemplateInstance coverage() {
        Coverage coverage = new Coverage(library.catalogue());
        return Templates.coverage(coverage.rows(), coverage.covered());
    }
}
