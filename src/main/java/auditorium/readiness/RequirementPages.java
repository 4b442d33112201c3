package auditorium.readiness;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Department;
import auditorium.clients.Departments;
import auditorium.improvement.Finding;
import auditorium.improvement.Findings;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Requirement;
import auditorium.library.content.Standard;
import auditorium.platform.Lang;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One requirement in one department: how it stands, why, what happened, and what helps. */
@Path("/c/{client}/departments/{department}/requirements/{requirement}")
@Produces(MediaType.TEXT_HTML)
class RequirementPages {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int MOST_HISTORY = 12;

    private final ReadinessReport report;
    private final Responses responses;
    private final Findings findings;
    private final Departments departments;
    private final Library library;
    private final CurrentReader reader;
    private final Words words;

    RequirementPages(
            ReadinessReport report,
            Responses responses,
            Findings findings,
            Departments departments,
            Library library,
            CurrentReader reader,
            Words words) {
        this.report = report;
        this.responses = responses;
        this.findings = findings;
        this.departments = departments;
        this.library = library;
        this.reader = reader;
        this.words = words;
    }

    /** A step of the history. */
    record PastView(String mark, String result, String how, String note, String by, String at) {}

    /** A standard that asks for it. */
    record Serves(String title, String clause, String grade) {}

    /** A lesson that teaches it. */
    record Teaches(String id, String title, int minutes) {}

    /** The requirement as the page shows it. */
    record View(
            String id,
            UUID departmentId,
            String department,
            String area,
            String title,
            String text,
            String guidance,
            String grade,
            String mark,
            String because,
            List<Words.FactView> facts,
            List<String> evidence,
            List<PastView> history,
            List<Serves> serves,
            List<Teaches> lessons,
            Optional<UUID> finding,
            String findingLabel) {}

    @CheckedTemplate(basePath = "readiness")
    static class Templates {
        private Templates() {}

        static native TemplateInstance requirement(UUID client, View requirement);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance requirement(UUID client, UUID department, String requirement) {
        Reader.Seat seat = reader.at(client);
        Department where = departments.reached(seat, department);
        Catalogue catalogue = library.catalogue();
        Requirement found = catalogue
                .requirement(requirement)
                .filter(r -> r.departments().contains(where.kind()))
                .orElseThrow(NotFoundException::new);
        Lang lang = words.lang();
        Readiness readiness = new Readiness(
                catalogue,
                report.facts(client, seat.zone(), Optional.of(department)),
                seat.standard()
                        .flatMap(catalogue::standard)
                        .filter(s -> s.requirements().contains(requirement)));
        Readiness.Cell cell = readiness.cells().stream()
                .filter(c -> c.requirement().id().equals(requirement))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        List<Words.FactView> facts = cell.standing().facts().stream()
                .map(r -> words.fact(r, r.equals(cell.standing().reason()), catalogue))
                .toList();
        Optional<Finding> open = findings.openOn(department, requirement);
        return Templates.requirement(
                client,
                new View(
                        found.id(),
                        department,
                        where.name().in(lang),
                        catalogue.areas().stream()
                                .filter(a -> a.id().equals(found.area()))
                                .map(a -> a.title().in(lang))
                                .findFirst()
                                .orElse(""),
                        found.title().in(lang),
                        found.text().in(lang),
                        found.guidance().in(lang),
                        cell.grade().name(),
                        cell.standing().state().map(s -> s.mark()).orElse("na"),
                        words.because(cell.standing().reason(), catalogue),
                        facts,
                        found.evidence().stream().map(e -> e.title().in(lang)).toList(),
                        history(client, department, requirement, seat.zone()),
                        serves(catalogue, found, lang),
                        catalogue.lessonsTeaching(requirement).stream()
                                .map(l -> new Teaches(l.id(), l.title().in(lang), l.minutes()))
                                .toList(),
                        open.map(Finding::id),
                        open.map(Finding::label).orElse("")));
    }

    private List<PastView> history(UUID client, UUID department, String requirement, ZoneId zone) {
        return responses.history(client, department, requirement, MOST_HISTORY).stream()
                .map(p -> new PastView(
                        switch (p.result()) {
                            case CONFORMS -> "ready";
                            case PARTLY -> "gap";
                            case FAILS -> "fail";
                            case NOT_APPLICABLE -> "na";
                            case NOT_CHECKED -> "none";
                        },
                        words.result(p.result().name()),
                        how(p.how()),
                        p.note(),
                        p.byName(),
                        WHEN.format(p.madeAt().atZone(zone))))
                .toList();
    }

    private String how(Responses.How how) {
        ReadinessMessages m = words.messages();
        return switch (how) {
            case SITE -> m.method_site();
            case DOCUMENT -> m.method_document();
            case INTERVIEW -> m.method_interview();
            case VERIFICATION -> m.method_verification();
        };
    }

    private static List<Serves> serves(Catalogue catalogue, Requirement requirement, Lang lang) {
        List<Serves> serves = new ArrayList<>();
        for (Standard standard : catalogue.standards()) {
            standard.clauses().stream()
                    .filter(c -> c.requirements().contains(requirement.id()))
                    .findFirst()
                    .ifPresent(c -> serves.add(new Serves(
                            standard.title().in(lang),
                            c.clause() + " " + c.title().in(lang),
                            standard.gradeOf(requirement).name())));
        }
        return serves;
    }
}
