package auditorium.readiness;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Department;
import auditorium.clients.Departments;
import auditorium.library.Catalogue;
import auditorium.library.content.Requirement;
import auditorium.library.content.Standard;
import auditorium.lists.ClientLibrary;
import auditorium.platform.Lang;
import auditorium.readiness.domain.Facts;
import auditorium.readiness.domain.Result;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The check of one department on a phone: all of it on one page in the order of the walk, which works without a network once it was
 * opened, or one requirement a screen. */
@Path("/c/{client}")
@Produces(MediaType.TEXT_HTML)
class WalkPages {

    /** More than the catalogue has: only a client with hundreds of requirements of its own gets a second page. */
    private static final int MOST_ON_A_PAGE = 300;

    private final ReadinessReport report;
    private final ResponseReport responses;
    private final Walk walk;
    private final Departments departments;
    private final ClientLibrary library;
    private final CurrentReader reader;
    private final Words words;

    WalkPages(
            ReadinessReport report,
            ResponseReport responses,
            Walk walk,
            Departments departments,
            ClientLibrary library,
            CurrentReader reader,
            Words words) {
        this.report = report;
        this.responses = responses;
        this.walk = walk;
        this.departments = departments;
        this.library = library;
        this.reader = reader;
        this.words = words;
    }

    /** A department to walk. */
    record DepartmentRow(UUID id, String name, int checked, int all) {}

    /** A place with what is to be looked at there. */
    record Stop(String title, List<Item> items) {}

    /**
     * A requirement on the page of a walk, with what is needed to answer it there.
     *
     * @param seen the newest answer of this side, which an answer from this page knows of
     * @param otherSide what the factory says, for a consultant; empty for its own people
     * @param differing what two people answered differently on the same walk, one sentence each
     */
    record Item(
            String id,
            String title,
            String text,
            String guidance,
            String grade,
            String mark,
            String result,
            String seen,
            String otherSide,
            List<String> differing) {}

    @CheckedTemplate(basePath = "readiness")
    static class Templates {
        private Templates() {}

        static native TemplateInstance walks(UUID client, List<DepartmentRow> departments);

        static native TemplateInstance walk(
                UUID client, UUID department, String name, List<Stop> stops, int checked, int all, int page, int pages);

        static native TemplateInstance walkItem(
                UUID client, Walk.Question question, String problem, String note, String result);
    }

    @GET
    @Path("walk")
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public Object walks(UUID client) {
        Reader.Seat seat = reader.at(client);
        Catalogue catalogue = library.catalogue();
        ClientFacts facts = report.facts(client, seat.zone(), Optional.empty(), Optional.empty());
        Side side = Side.of(seat.role());
        List<Department> reached = departments.reachedBy(seat);
        if (reached.size() == 1) {
            return Response.seeOther(URI.create(
                            "/c/" + client + "/departments/" + reached.get(0).id() + "/walk"))
                    .build();
        }
        List<DepartmentRow> rows = reached.stream()
                .map(d -> {
                    List<Requirement> all = catalogue.requirementsOf(d.kind());
                    Map<String, Facts.Answered> answers =
                            (side == Side.CLAIM ? facts.answers() : facts.verified()).getOrDefault(d.id(), Map.of());
                    int checked =
                            (int) all.stream().filter(r -> checked(answers, r)).count();
                    return new DepartmentRow(d.id(), d.name().in(words.lang()), checked, all.size());
                })
                .toList();
        return Templates.walks(client, rows);
    }

    @GET
    @Path("departments/{department}/walk")
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public TemplateInstance walk(UUID client, UUID department, @QueryParam("page") @Nullable String asked) {
        Reader.Seat seat = reader.at(client);
        Department found = departments.reached(seat, department);
        Lang lang = words.lang();
        Map<String, Map<Side, ResponseReport.Latest>> latest = responses.latest(client, department, "");
        Side side = Side.of(seat.role());
        Catalogue catalogue = library.catalogue();
        Optional<Standard> standard = seat.standard().flatMap(catalogue::standard);
        Map<String, List<Item>> byPlace = new LinkedHashMap<>();
        List<Requirement> order = Walk.inOrder(found, catalogue);
        int pages = Math.max(1, (order.size() + MOST_ON_A_PAGE - 1) / MOST_ON_A_PAGE);
        int page = Math.min(pages, asked != null && asked.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(asked) : 1);
        int first = (page - 1) * MOST_ON_A_PAGE;
        for (Requirement r : order.subList(first, Math.min(order.size(), first + MOST_ON_A_PAGE))) {
            Map<Side, ResponseReport.Latest> sides = latest.getOrDefault(r.id(), Map.of());
            ResponseReport.Latest own = sides.get(side);
            ResponseReport.Latest claim = side == Side.CLAIM ? null : sides.get(Side.CLAIM);
            byPlace.computeIfAbsent(r.place(), k -> new ArrayList<>())
                    .add(new Item(
                            r.id(),
                            r.title().in(lang),
                            r.text().in(lang),
                            r.guidance().in(lang),
                            standard.map(s -> s.gradeOf(r)).orElse(r.severity()).name(),
                            mark(own),
                            words.result(own == null ? "" : own.result().name()),
                            own == null ? "" : own.id().toString(),
                            claim == null
                                    ? ""
                                    : words.standing()
                                            .factory_said(
                                                    words.result(claim.result().name())),
                            own == null ? List.of() : differing(own)));
        }
        List<Stop> stops = byPlace.entrySet().stream()
                .map(e -> new Stop(
                        catalogue.place(e.getKey()).map(p -> p.title().in(lang)).orElse(e.getKey()), e.getValue()))
                .toList();
        int checked = (int) order.stream()
                .map(r -> latest.getOrDefault(r.id(), Map.of()).get(side))
                .filter(l -> l != null && l.result() != Result.NOT_CHECKED)
                .count();
        return Templates.walk(client, department, found.name().in(lang), stops, checked, order.size(), page, pages);
    }

    @GET
    @Path("departments/{department}/walk/{requirement}")
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public TemplateInstance item(UUID client, UUID department, String requirement) {
        return Templates.walkItem(
                client, walk.question(client, reader.at(client), department, requirement), "", "", "");
    }

    private static boolean checked(Map<String, Facts.Answered> answers, Requirement r) {
        Facts.Answered answer = answers.get(r.id());
        return answer != null && answer.result() != Result.NOT_CHECKED;
    }

    private List<String> differing(ResponseReport.Latest own) {
        return own.other()
                .map(o -> List.of(said(own.byName(), own.result(), own.note()), said(o.byName(), o.result(), o.note())))
                .orElse(List.of());
    }

    private String said(String name, Result result, String note) {
        return name + " · " + words.result(result.name()) + (note.isEmpty() ? "" : " · " + note);
    }

    private static String mark(ResponseReport.@Nullable Latest answer) {
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
}
