package auditorium.improvement;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Departments;
import auditorium.improvement.domain.CapCheck;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.platform.Refusal;
import auditorium.platform.print.Download;
import auditorium.platform.print.Pdf;
import auditorium.platform.tables.Unreadable;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The corrective action plan outside of these pages: a workbook that may come back, and papers for customers and audit firms. */
@Path("/c/{client}/improvement/cap")
@Produces(MediaType.TEXT_HTML)
class CapPages {

    private static final long LARGEST = 4L << 20;
    private static final int MOST_SHOWN = 300;

    private final CapReport report;
    private final CapSheet sheet;
    private final CapPaper paper;
    private final CapImports imports;
    private final Pdf pdf;
    private final Departments departments;
    private final Rights rights;
    private final Typed typed;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    CapPages(
            CapReport report,
            CapSheet sheet,
            CapPaper paper,
            CapImports imports,
            Pdf pdf,
            Departments departments,
            Rights rights,
            Typed typed,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.report = report;
        this.sheet = sheet;
        this.paper = paper;
        this.imports = imports;
        this.pdf = pdf;
        this.departments = departments;
        this.rights = rights;
        this.typed = typed;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** What a paper says of itself. */
    record Cover(String factory, String department, String madeOn) {}

    /** A plan that came back: what each row would change. */
    record Returned(
            UUID id,
            boolean taken,
            boolean clean,
            int rows,
            long changes,
            long problems,
            int left,
            List<RowView> shown,
            boolean cut) {}

    /** A row; {@code problem} is empty when it can be taken. */
    record RowView(long number, String label, String task, String problem, List<CapCheck.Difference> differences) {}

    @CheckedTemplate(basePath = "improvement")
    static class Templates {
        private Templates() {}

        static native TemplateInstance cap(UUID client, List<PlanPages.DepartmentChoice> departments, String problem);

        static native TemplateInstance capReturned(UUID client, Returned returned);

        static native TemplateInstance capr(Lang lang, Cover cover, List<CapPaper.FindingPaper> findings);

        static native TemplateInstance eightD(Lang lang, Cover cover, List<CapPaper.FindingPaper> findings);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance cap(UUID client) {
        return page(client, "");
    }

    private TemplateInstance page(UUID client, String problem) {
        return Templates.cap(
                client,
                departments.reachedBy(reader.at(client)).stream()
                        .map(d -> new PlanPages.DepartmentChoice(
                                d.id().toString(), d.name().in(language.lang())))
                        .toList(),
                problem);
    }

    @GET
    @Path("plan.xlsx")
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public Response workbook(UUID client, @QueryParam("department") @Nullable String department) {
        List<CapReport.Row> rows = report.rows(asked(client, department, ""));
        if (rows.size() > CapReport.MOST_ROWS) {
            throw new Refusal(413, typed.words().cap_too_many(CapReport.MOST_ROWS));
        }
        return Download.xlsx(
                sheet.write(rows, language.lang()), reader.at(client).code() + "-CAP-" + typed.today(client) + ".xlsx");
    }

    @GET
    @Path("capr.pdf")
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public Response capr(
            UUID client,
            @QueryParam("department") @Nullable String department,
            @QueryParam("finding") @Nullable String finding) {
        return printed(client, department, finding, "CAPR", true);
    }

    @GET
    @Path("8d.pdf")
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public Response eightD(
            UUID client,
            @QueryParam("department") @Nullable String department,
            @QueryParam("finding") @Nullable String finding) {
        return printed(client, department, finding, "8D", false);
    }

    private Response printed(
            UUID client, @Nullable String department, @Nullable String finding, String name, boolean capr) {
        Lang lang = language.lang();
        Reader.Seat seat = reader.at(client);
        List<CapReport.Row> rows = report.rows(asked(client, department, Typed.text(finding)));
        if (rows.isEmpty() && !Typed.text(finding).isEmpty()) {
            throw new NotFoundException();
        }
        if (rows.stream().map(CapReport.Row::finding).distinct().count() > CapPaper.MOST) {
            throw new Refusal(413, typed.words().paper_too_many(CapPaper.MOST));
        }
        String where = Typed.text(department).isEmpty() || rows.isEmpty()
                ? ""
                : rows.get(0).department();
        Cover cover =
                new Cover(seat.clientName().in(lang), where, typed.today(client).toString());
        List<CapPaper.FindingPaper> findings = paper.findings(client, rows, lang, seat.zone());
        String xhtml =
                (capr ? Templates.capr(lang, cover, findings) : Templates.eightD(lang, cover, findings)).render();
        return Download.pdf(pdf.render(xhtml), seat.code() + "-" + name + "-" + cover.madeOn() + ".pdf");
    }

    /** Takes in a plan that came back and compares it; nothing is changed yet. */
    @POST
    @Path("imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public Response bring(UUID client, @RestForm("file") @Nullable FileUpload file) {
        if (file == null || file.size() == 0) {
            return refused(client, typed.words().cap_no_file());
        }
        if (file.size() > LARGEST) {
            return refused(client, typed.words().cap_too_large(LARGEST >> 20));
        }
        try {
            byte[] workbook = Files.readAllBytes(file.uploadedFile());
            CapSheet.read(workbook);
            UUID id = imports.keep(client, workbook, reader.get().account(), clock.instant());
            return Response.seeOther(address(client, id)).build();
        } catch (Unreadable e) {
            return refused(client, e.words(language.lang()));
        } catch (IOException e) {
            return refused(client, typed.words().cap_unreadable());
        }
    }

    private Response refused(UUID client, String words) {
        return Response.status(422).entity(page(client, words)).build();
    }

    @GET
    @Path("imports/{id}")
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public TemplateInstance returned(UUID client, UUID id) {
        CapImports.Kept kept = kept(client, id);
        return shown(client, id, kept, compared(client, kept));
    }

    private TemplateInstance shown(UUID client, UUID id, CapImports.Kept kept, CapImports.Compared compared) {
        List<RowView> telling = compared.rows().stream()
                .filter(r -> r.problem().isPresent() || !r.differences().isEmpty())
                .map(r -> {
                    CapReport.Row now = compared.now().get(r.row().key());
                    return new RowView(
                            r.row().number(),
                            now == null ? "" : now.label(),
                            now == null ? r.row().key() : now.title(),
                            r.problem().map(Enum::name).orElse(""),
                            r.differences());
                })
                .toList();
        return Templates.capReturned(
                client,
                new Returned(
                        id,
                        kept.taken(),
                        compared.clean(),
                        compared.rows().size(),
                        compared.changes(),
                        compared.rows().stream()
                                .filter(r -> r.problem().isPresent())
                                .count(),
                        compared.left(),
                        telling.stream().limit(MOST_SHOWN).toList(),
                        telling.size() > MOST_SHOWN));
    }

    /** Takes all of it; with a single row that can't be taken nothing is. */
    @POST
    @Path("imports/{id}/taking")
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public Response take(UUID client, UUID id) {
        CapImports.Kept kept = kept(client, id);
        if (!kept.taken()) {
            CapImports.Compared compared = compared(client, kept);
            if (!compared.clean()) {
                return Response.status(422)
                        .entity(shown(client, id, kept, compared))
                        .build();
            }
            imports.take(client, id, compared, reader.get(), reader.at(client), clock.instant());
        }
        return Response.seeOther(address(client, id)).build();
    }

    private CapImports.Kept kept(UUID client, UUID id) {
        return imports.find(client, id, reader.get().account()).orElseThrow(NotFoundException::new);
    }

    private CapImports.Compared compared(UUID client, CapImports.Kept kept) {
        try {
            return imports.compare(asked(client, "", ""), kept.workbook());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it was readable when it came
        }
    }

    private CapReport.Asked asked(UUID client, @Nullable String department, String finding) {
        return new CapReport.Asked(
                client, rights.reach(reader.at(client)), Typed.text(department), finding, language.lang());
    }

    private static URI address(UUID client, UUID id) {
        return URI.create("/c/" + client + "/improvement/cap/imports/" + id);
    }
}
