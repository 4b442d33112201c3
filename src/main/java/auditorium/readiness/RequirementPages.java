package auditorium.readiness;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Department;
import auditorium.clients.Departments;
import auditorium.evidence.EvidenceReport;
import auditorium.evidence.domain.Validity;
import auditorium.improvement.Finding;
import auditorium.improvement.Findings;
import auditorium.library.Catalogue;
import auditorium.library.content.Requirement;
import auditorium.library.content.Standard;
import auditorium.lists.ClientLibrary;
import auditorium.platform.Lang;
import auditorium.readiness.domain.Result;
import auditorium.readiness.domain.Standing;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One requirement in one department: how it stands, why, what happened, and what helps. */
@Path("/c/{client}/departments/{department}/requirements/{requirement}")
@Produces(MediaType.TEXT_HTML)
class RequirementPages {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int MOST_HISTORY = 12;

    private final ReadinessReport report;
    private final ResponseReport responses;
    private final EvidenceReport evidence;
    private final Findings findings;
    private final Departments departments;
    private final Rights rights;
    private final ClientLibrary library;
    private final CurrentReader reader;
    private final Words words;

    RequirementPages(
            ReadinessReport report,
            ResponseReport responses,
            EvidenceReport evidence,
            Findings findings,
            Departments departments,
            Rights rights,
            ClientLibrary library,
            CurrentReader reader,
            Words words) {
        this.report = report;
        this.responses = responses;
        this.evidence = evidence;
        this.findings = findings;
        this.departments = departments;
        this.rights = rights;
        this.library = library;
        this.reader = reader;
        this.words = words;
    }

    /** A step of the history. */
    record PastView(
            String mark,
            String result,
            String how,
            String note,
            String by,
            String at,
            String side,
            List<UUID> photos) {}

    /** What one side said last; {@code mark} is empty when it has said nothing. */
    record SideView(String mark, String result, String note, String by) {}

    /** Two answers of the same walk that differ. */
    record Differing(SideView one, SideView two) {}

    /** A kind of evidence that is wanted. */
    record Wanted(String kind, String title, String mark, String holds) {}

    /** A piece of evidence that is there. */
    record There(UUID id, String title, String mark, String holds, String sort) {}

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
            String turnsRed,
            SideView claim,
            SideView verified,
            boolean differ,
            List<Differing> disputes,
            List<Wanted> wanted,
            List<There> there,
            boolean mayFile,
            List<PastView> history,
            List<Serves> serves,
            List<Teaches> lessons,
            Optional<UUID> finding,
            String findingSaid) {}

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
                report.facts(client, seat.zone(), seat.auditOn(), Optional.of(department)),
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
        Map<Side, ResponseReport.Latest> sides =
                responses.latest(client, department, requirement).getOrDefault(requirement, Map.of());
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
                        turnsRed(cell, readiness, catalogue),
                        side(sides.get(Side.CLAIM), seat.zone()),
                        side(sides.get(Side.VERIFIED), seat.zone()),
                        differ(sides),
                        disputes(sides, seat.zone()),
                        wanted(cell, found, client, department),
                        there(cell, client, department, requirement),
                        rights.filesEvidence(seat),
                        history(client, department, requirement, seat.zone()),
                        serves(catalogue, found, lang),
                        catalogue.lessonsTeaching(requirement).stream()
                                .map(l -> new Teaches(l.id(), l.title().in(lang), l.minutes()))
                                .toList(),
                        open.map(Finding::id),
                        open.map(f -> words.findingLink(f, cell.facts().days().today()))
                                .orElse("")));
    }

    /** The sentence with the day on which it turns red if nobody acts; empty when time alone changes nothing. */
    private String turnsRed(Readiness.Cell cell, Readiness readiness, Catalogue catalogue) {
        return Standing.turnsRed(cell.facts(), readiness.bounds())
                .map(day -> words.standing()
                        .turns_red(
                                day,
                                words.because(
                                        Standing.of(cell.facts().on(day), readiness.bounds())
                                                .reason(),
                                        catalogue)))
                .orElse("");
    }

    private SideView side(ResponseReport.@Nullable Latest latest, ZoneId zone) {
        return latest == null
                ? new SideView("", "", "", "")
                : new SideView(
                        mark(latest.result()),
                        words.result(latest.result().name()),
                        latest.note(),
                        words.standing()
                                .by_on(
                                        latest.byName(),
                                        WHEN.format(latest.madeAt().atZone(zone))));
    }

    private static boolean differ(Map<Side, ResponseReport.Latest> sides) {
        ResponseReport.Latest claim = sides.get(Side.CLAIM);
        ResponseReport.Latest verified = sides.get(Side.VERIFIED);
        return claim != null && verified != null && claim.result() != verified.result();
    }

    private List<Differing> disputes(Map<Side, ResponseReport.Latest> sides, ZoneId zone) {
        return sides.values().stream()
                .flatMap(l -> l.other().stream()
                        .map(o -> new Differing(
                                side(l, zone),
                                new SideView(
                                        mark(o.result()),
                                        words.result(o.result().name()),
                                        o.note(),
                                        words.standing()
                                                .by_on(
                                                        o.byName(),
                                                        WHEN.format(o.madeAt().atZone(zone)))))))
                .toList();
    }

    private List<Wanted> wanted(Readiness.Cell cell, Requirement requirement, UUID client, UUID department) {
        List<EvidenceReport.Standing> standing = evidence.standing(client, Optional.of(department));
        return requirement.evidence().stream()
                .map(kind -> {
                    List<Optional<LocalDate>> until = standing.stream()
                            .filter(s -> s.requirement().equals(requirement.id())
                                    && s.kind().equals(kind.id()))
                            .map(EvidenceReport.Standing::until)
                            .toList();
                    Optional<LocalDate> longest = until.stream().anyMatch(Optional::isEmpty)
                            ? Optional.empty()
                            : until.stream().flatMap(Optional::stream).max(LocalDate::compareTo);
                    Validity validity = Validity.of(
                            longest,
                            cell.facts().days().today(),
                            cell.facts().days().audit());
                    return new Wanted(
                            kind.id(),
                            kind.title().in(words.lang()),
                            until.isEmpty() ? "none" : validity.mark(),
                            until.isEmpty() ? words.standing().measure_missing() : holds(longest));
                })
                .toList();
    }

    private List<There> there(Readiness.Cell cell, UUID client, UUID department, String requirement) {
        return evidence.proving(client, department, requirement, MOST_HISTORY).stream()
                .map(r -> new There(
                        r.id(),
                        r.title(),
                        Validity.of(
                                        r.until(),
                                        cell.facts().days().today(),
                                        cell.facts().days().audit())
                                .mark(),
                        holds(r.until()),
                        r.madeOn().toString()))
                .toList();
    }

    private String holds(Optional<LocalDate> until) {
        StandingMessages m = words.standing();
        return until.map(u -> m.measure_until(u.toString())).orElseGet(m::measure_for_good);
    }

    private List<PastView> history(UUID client, UUID department, String requirement, ZoneId zone) {
        List<ResponseReport.Photo> photos = responses.photos(client, department, requirement);
        return responses.history(client, department, requirement, MOST_HISTORY).stream()
                .map(p -> new PastView(
                        mark(p.result()),
                        words.result(p.result().name()),
                        how(p.how()),
                        p.note(),
                        p.byName(),
                        WHEN.format(p.madeAt().atZone(zone)),
                        p.side() == Side.VERIFIED ? words.standing().consultant_saw() : "",
                        photos.stream()
                                .filter(f -> f.response().equals(p.id()))
                                .map(ResponseReport.Photo::id)
                                .toList()))
                .toList();
    }

    private static String mark(Result result) {
        return switch (result) {
            case CONFORMS -> "ready";
            case PARTLY -> "gap";
            case FAILS -> "fail";
            case NOT_APPLICABLE -> "na";
            case NOT_CHECKED -> "none";
        };
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
