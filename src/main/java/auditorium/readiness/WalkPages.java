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
import auditorium.library.content.Place;
import auditorium.library.content.Requirement;
import auditorium.library.content.Severity;
import auditorium.platform.Lang;
import auditorium.platform.Letter;
import auditorium.readiness.domain.Facts;
import auditorium.readiness.domain.Result;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The check of one department on a phone: what to look at in the order of the walk, one requirement a screen. */
@Path("/c/{client}")
@Produces(MediaType.TEXT_HTML)
class WalkPages {

    private static final int LONGEST_NOTE = 4000;

    private final ReadinessReport report;
    private final Responses responses;
    private final Findings findings;
    private final Departments departments;
    private final Library library;
    private final CurrentReader reader;
    private final Words words;
    private final Clock clock;

    WalkPages(
            ReadinessReport report,
            Responses responses,
            Findings findings,
            Departments departments,
            Library library,
            CurrentReader reader,
            Words words,
            Clock clock) {
        this.report = report;
        this.responses = responses;
        this.findings = findings;
        this.departments = departments;
        this.library = library;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /** A department to walk. */
    record DepartmentRow(UUID id, String name, int checked, int all) {}

    /** A place with what is to be looked at there. */
    record Stop(String title, List<Item> items) {}

    /** A requirement in the list of a walk. */
    record Item(String id, String title, String grade, String mark, String result) {}

    /** One requirement to answer. */
    record Question(
            String id,
            UUID departmentId,
            String department,
            String place,
            String title,
            String text,
            String guidance,
            String grade,
            List<String> methods,
            String last,
            int number,
            int all,
            String previous,
            String next) {}

    @CheckedTemplate(basePath = "readiness")
    static class Templates {
        private Templates() {}

        static native TemplateInstance walks(UUID client, List<DepartmentRow> departments);

        static native TemplateInstance walk(UUID client, UUID department, String name, List<Stop> stops, int checked, int all);

        static native TemplateInstance walkItem(UUID client, Question question, String problem, String note, String result);
    }

    @GET
    @Path("walk")
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public Object walks(UUID client) {
        Reader.Seat seat = reader.at(client);
        Catalogue catalogue = library.catalogue();
        ClientFacts facts = report.facts(client, seat.zone(), java.util.Optional.empty());
        List<Department> reached = departments.reachedBy(seat);
        if (reached.size() == 1) {
            return Response.seeOther(URI.create("/c/" + client + "/departments/" + reached.get(0).id() + "/walk"))
                    .build();
        }
        List<DepartmentRow> rows = reached.stream()
                .map(d -> {
                    List<Requirement> all = catalogue.requirementsOf(d.kind());
                    Map<String, Facts.Answered> answers = facts.answers().getOrDefault(d.id(), Map.of());
                    int checked = (int) all.stream().filter(r -> checked(answers, r)).count();
                    return new DepartmentRow(d.id(), d.name().in(words.lang()), checked, all.size());
                })
                .toList();
        return Templates.walks(client, rows);
    }

    @GET
    @Path("departments/{department}/walk")
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public TemplateInstance walk(UUID client, UUID department) {
        Reader.Seat seat = reader.at(client);
        Department found = departments.reached(seat, department);
        Lang lang = words.lang();
        Map<String, Facts.Answered> answers = answers(client, seat, department);
        Map<String, List<Item>> byPlace = new LinkedHashMap<>();
        List<Requirement> order = inOrderOfWalk(found);
        for (Requirement r : order) {
            Facts.Answered answer = answers.get(r.id());
            byPlace.computeIfAbsent(r.place(), k -> new ArrayList<>())
                    .add(new Item(
                            r.id(),
                            r.title().in(lang),
                            r.severity().name(),
                            mark(answer),
                            words.result(answer == null ? "" : answer.result().name())));
        }
        Catalogue catalogue = library.catalogue();
        List<Stop> stops = byPlace.entrySet().stream()
                .map(e -> new Stop(
                        catalogue.place(e.getKey()).map(p -> p.title().in(lang)).orElse(e.getKey()), e.getValue()))
                .toList();
        int checked = (int) order.stream().filter(r -> checked(answers, r)).count();
        return Templates.walk(client, department, found.name().in(lang), stops, checked, order.size());
    }

    @GET
    @Path("departments/{department}/walk/{requirement}")
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public TemplateInstance item(UUID client, UUID department, String requirement) {
        return Templates.walkItem(client, question(client, department, requirement), "", "", "");
    }

    /** Keeps the answer. A gap opens a finding and leads to it; otherwise the walk goes on. */
    @POST
    @Path("departments/{department}/requirements/{requirement}/responses")
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public Response answer(
            UUID client,
            UUID department,
            String requirement,
            @FormParam("result") @Nullable String given,
            @FormParam("method") @Nullable String method,
            @FormParam("note") @Nullable String given2,
            @BeanParam Letter letter) {
        letter.requireWriter(reader.get().account());
        Question question = question(client, department, requirement);
        Catalogue catalogue = library.catalogue();
        Requirement found = catalogue.requirement(requirement).orElseThrow(NotFoundException::new);
        String note = given2 == null ? "" : given2.strip();
        if (note.length() > LONGEST_NOTE) {
            note = note.substring(0, LONGEST_NOTE);
        }
        Optional<Result> result = parse(Result.class, given);
        String problem = result.isEmpty()
                ? "result"
                : result.get() == Result.NOT_APPLICABLE && note.isEmpty()
                        ? "reason"
                        : result.get().gap() && note.isEmpty() ? "fact" : "";
        if (!problem.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.walkItem(client, question, problem, note, given == null ? "" : given))
                    .build();
        }
        Reader reader = this.reader.get();
        Instant now = clock.instant();
        Instant at = letter.at(now);
        responses.add(new Responses.Response(
                letter.id(),
                client,
                department,
                found,
                result.orElseThrow(),
                parse(Responses.How.class, method).filter(h -> h != Responses.How.VERIFICATION).orElse(Responses.How.SITE),
                note,
                reader.account(),
                reader.name(),
                at,
                now));
        if (result.get().gap()) {
            Severity grade = reader.at(client)
                    .standard()
                    .flatMap(catalogue::standard)
                    .map(s -> s.gradeOf(found))
                    .orElse(found.severity());
            Finding finding = findings.open(new Findings.Gap(
                    client, department, found, grade, letter.id(), note, reader.account(), reader.name(), at));
            return letter.receipt(URI.create("/c/" + client + "/findings/" + finding.id()));
        }
        String walk = "/c/" + client + "/departments/" + department + "/walk";
        return letter.receipt(URI.create(question.next().isEmpty() ? walk : walk + "/" + question.next()));
    }

    private Question question(UUID client, UUID department, String requirement) {
        Reader.Seat seat = reader.at(client);
        Department where = departments.reached(seat, department);
        List<Requirement> order = inOrderOfWalk(where);
        List<String> ids = order.stream().map(Requirement::id).toList();
        int at = ids.indexOf(requirement);
        if (at < 0) {
            throw new NotFoundException();
        }
        Requirement r = order.get(at);
        Lang lang = words.lang();
        Catalogue catalogue = library.catalogue();
        Facts.Answered last = answers(client, seat, department).get(requirement);
        return new Question(
                r.id(),
                department,
                where.name().in(lang),
                catalogue.place(r.place()).map(p -> p.title().in(lang)).orElse(""),
                r.title().in(lang),
                r.text().in(lang),
                r.guidance().in(lang),
                seat.standard()
                        .flatMap(catalogue::standard)
                        .map(s -> s.gradeOf(r))
                        .orElse(r.severity())
                        .name(),
                r.methods().stream().map(Enum::name).toList(),
                last == null ? "" : words.messages().last_time(last.on(), words.result(last.result().name())),
                at + 1,
                ids.size(),
                at == 0 ? "" : ids.get(at - 1),
                at + 1 == ids.size() ? "" : ids.get(at + 1));
    }

    private Map<String, Facts.Answered> answers(UUID client, Reader.Seat seat, UUID department) {
        return report.facts(client, seat.zone(), Optional.of(department))
                .answers()
                .getOrDefault(department, Map.of());
    }

    /** By place; places stand in the order of the walk. */
    private List<Requirement> inOrderOfWalk(Department department) {
        Catalogue catalogue = library.catalogue();
        List<String> places = catalogue.places().stream().map(Place::id).toList();
        return catalogue.requirementsOf(department.kind()).stream()
                .sorted(Comparator.comparingInt(r -> places.indexOf(r.place())))
                .toList();
    }

    private static boolean checked(Map<String, Facts.Answered> answers, Requirement r) {
        Facts.Answered answer = answers.get(r.id());
        return answer != null && answer.result() != Result.NOT_CHECKED;
    }

    private static String mark(Facts.@Nullable Answered answer) {
        return answer == null
                ? "none"
                : switch (answer.result()) {
                    case CONFORMS -> "ready";
                    case PARTLY -> "gap";
                    case FAILS -> "fail";
                    case NOT_APPLICABLE -> "na";
                    case NOT_CHECKED -> "none";
                };
    }

    private static <E extends Enum<E>> Optional<E> parse(Class<E> type, @Nullable String value) {
        try {
            return value == null ? Optional.empty() : Optional.of(Enum.valueOf(type, value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
