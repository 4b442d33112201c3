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
import auditorium.library.content.Question;
import auditorium.library.content.Requirement;
import auditorium.platform.Lang;
import auditorium.quizzes.MockAuditReport;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What mock audits show of departments, for those who answer for them: sums over five people and more, never a name. A weak
 * requirement, or a sign of what people live, becomes a finding with one tap.
 */
@Path("/c/{client}/mock-results")
@Produces(MediaType.TEXT_HTML)
class MockResultPages {

    /** Below so many per cent a requirement is weak. */
    private static final int WEAK = 80;

    /** So many months of what people live are shown, this one included. */
    private static final int MONTHS = 3;

    private final MockAuditReport report;
    private final Departments departments;
    private final Findings findings;
    private final Library library;
    private final Rights rights;
    private final CurrentReader reader;
    private final Words words;
    private final Clock clock;

    MockResultPages(
            MockAuditReport report,
            Departments departments,
            Findings findings,
            Library library,
            Rights rights,
            CurrentReader reader,
            Words words,
            Clock clock) {
        this.report = report;
        this.departments = departments;
        this.findings = findings;
        this.library = library;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /** A requirement with what people showed; {@code finding} is the open one on it, or empty. */
    record Shown(String key, String title, int people, int percent, String finding, String findingLabel) {}

    /** An experience question with how many signs there are: SOME or MANY. {@code target} is where a finding would go; empty: nowhere in reach. */
    record Lived(
            String month,
            String quiz,
            String question,
            String text,
            String signs,
            String key,
            String keyTitle,
            String target,
            String finding,
            String findingLabel) {}

    /** A department. */
    record DepartmentView(UUID id, String name, List<Shown> weak, List<Shown> held, List<Lived> lived, boolean any) {}

    @CheckedTemplate(basePath = "readiness")
    static class Templates {
        private Templates() {}

        static native TemplateInstance mockResults(UUID client, List<DepartmentView> departments);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance results(UUID client) {
        Reader.Seat seat = reader.at(client);
        List<Department> reached = departments.reachedBy(seat);
        Optional<UUID> own = rights.reach(seat);
        Map<String, Finding> open = new HashMap<>();
        findings.list("closedAt is null order by openedAt desc")
                .forEach(f -> open.put(at(f.department(), f.requirement()), f));
        List<MockAuditReport.Result> results = report.results(client, own);
        List<MockAuditReport.Sign> signs = report.signs(client, own, since());
        return Templates.mockResults(
                client,
                reached.stream()
                        .map(d -> view(d, reached, results, signs, open))
                        .toList());
    }

    private LocalDate since() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC)).withDayOfMonth(1).minusMonths(MONTHS - 1L);
    }

    private DepartmentView view(
            Department department,
            List<Department> reached,
            List<MockAuditReport.Result> results,
            List<MockAuditReport.Sign> signs,
            Map<String, Finding> open) {
        Lang lang = words.lang();
        Catalogue catalogue = library.catalogue();
        List<Shown> weak = new ArrayList<>();
        List<Shown> held = new ArrayList<>();
        for (MockAuditReport.Result result : results) {
            if (result.department().equals(department.id())) {
                Optional<Finding> finding = Optional.ofNullable(
                        open.get(at(target(department, result.requirement(), reached), result.requirement())));
                (result.percent() < WEAK ? weak : held)
                        .add(new Shown(
                                result.requirement(),
                                title(result.requirement(), lang, catalogue),
                                result.people(),
                                result.percent(),
                                finding.map(f -> f.id().toString()).orElse(""),
                                finding.map(this::said).orElse("")));
            }
        }
        weak.sort(Comparator.comparingInt(Shown::percent));
        List<Lived> lived = signs.stream()
                .filter(s -> s.department().equals(department.id()) && s.signs().shown())
                .flatMap(s -> lived(s, department, reached, open, lang, catalogue).stream())
                .toList();
        boolean any = !weak.isEmpty()
                || !held.isEmpty()
                || signs.stream().anyMatch(s -> s.department().equals(department.id()));
        return new DepartmentView(department.id(), department.name().in(lang), weak, held, lived, any);
    }

    private Optional<Lived> lived(
            MockAuditReport.Sign sign,
            Department department,
            List<Department> reached,
            Map<String, Finding> open,
            Lang lang,
            Catalogue catalogue) {
        return catalogue
                .quiz(sign.quiz())
                .flatMap(q -> q.question(sign.question()))
                .map(question -> {
                    String key = about(question);
                    Optional<UUID> target = target(department, key, reached);
                    Optional<Finding> finding = Optional.ofNullable(open.get(at(target, key)));
                    return new Lived(
                            sign.month().toString().substring(0, 7),
                            sign.quiz(),
                            sign.question(),
                            question.text().in(lang),
                            sign.signs().name(),
                            key,
                            title(key, lang, catalogue),
                            target.map(UUID::toString).orElse(""),
                            finding.map(f -> f.id().toString()).orElse(""),
                            finding.map(this::said).orElse(""));
                });
    }

    /** Its number, and what it waits for when all has been done. */
    private String said(Finding finding) {
        return finding.state() == Finding.State.VERIFIED
                ? words.findingLink(finding, LocalDate.now(clock.withZone(ZoneOffset.UTC)))
                : finding.label();
    }

    /** What a question's signs point at: the first requirement that it tests. */
    private static String about(Question question) {
        return question.tests().getFirst();
    }

    /** Where a finding on the requirement belongs: there if the department answers for it, else to one that does, within reach. */
    private Optional<UUID> target(Department department, String key, List<Department> reached) {
        return library.catalogue()
                .requirement(key)
                .flatMap(r -> r.departments().contains(department.kind())
                        ? Optional.of(department.id())
                        : reached.stream()
                                .filter(d -> r.departments().contains(d.kind()))
                                .map(Department::id)
                                .findFirst());
    }

    private static String at(Optional<UUID> department, String requirement) {
        return department.map(UUID::toString).orElse("") + '/' + requirement;
    }

    private static String at(UUID department, String requirement) {
        return at(Optional.of(department), requirement);
    }

    private static String title(String key, Lang lang, Catalogue catalogue) {
        return catalogue.requirement(key).map(r -> r.title().in(lang)).orElse("");
    }

    /** A weak requirement becomes a finding; asking twice gives the same one. */
    @POST
    @Path("{department}/findings")
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public Response weak(UUID client, UUID department, @FormParam("requirement") @Nullable String requirement) {
        Reader.Seat seat = reader.at(client);
        Department where = departments.reached(seat, department);
        MockAuditReport.Result result = report.results(client, Optional.of(department)).stream()
                .filter(r -> r.requirement().equals(requirement) && r.percent() < WEAK)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return open(
                client,
                seat,
                where,
                result.requirement(),
                Finding.Origin.MOCK_AUDIT,
                words.messages().mock_fact(where.name().in(words.lang()), result.people(), result.percent()));
    }

    /** A sign of what people live becomes a finding. Its words say where and when, never who or how many. */
    @POST
    @Path("{department}/signals")
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public Response sign(
            UUID client,
            UUID department,
            @FormParam("quiz") @Nullable String quiz,
            @FormParam("question") @Nullable String question) {
        Reader.Seat seat = reader.at(client);
        Department where = departments.reached(seat, department);
        MockAuditReport.Sign sign = report.signs(client, Optional.of(department), since()).stream()
                .filter(s -> s.quiz().equals(quiz)
                        && s.question().equals(question)
                        && s.signs().shown())
                .findFirst()
                .orElseThrow(NotFoundException::new);
        Question asked = library.catalogue()
                .quiz(sign.quiz())
                .flatMap(q -> q.question(sign.question()))
                .orElseThrow(NotFoundException::new);
        return open(
                client,
                seat,
                where,
                about(asked),
                Finding.Origin.SIGNAL,
                words.messages()
                        .signal_fact(
                                where.name().in(words.lang()),
                                sign.month().toString().substring(0, 7),
                                asked.text().in(words.lang())));
    }

    private Response open(
            UUID client, Reader.Seat seat, Department where, String key, Finding.Origin origin, String fact) {
        Catalogue catalogue = library.catalogue();
        Requirement requirement = catalogue.requirement(key).orElseThrow(NotFoundException::new);
        UUID target = target(where, key, departments.reachedBy(seat)).orElseThrow(NotFoundException::new);
        Reader who = reader.get();
        Finding finding = findings.open(
                new Findings.Gap(
                        client,
                        target,
                        requirement,
                        seat.standard()
                                .flatMap(catalogue::standard)
                                .map(s -> s.gradeOf(requirement))
                                .orElse(requirement.severity()),
                        null,
                        fact,
                        who.account(),
                        who.name(),
                        clock.instant()),
                origin);
        return Response.seeOther(URI.create("/c/" + client + "/findings/" + finding.id()))
                .build();
    }
}
