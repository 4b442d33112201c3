package auditorium.readiness;

import auditorium.access.Reader;
import auditorium.clients.Department;
import auditorium.clients.Departments;
import auditorium.library.Catalogue;
import auditorium.library.content.Place;
import auditorium.library.content.Requirement;
import auditorium.lists.ClientLibrary;
import auditorium.platform.Lang;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A department's requirements in the order in which one walks past them. */
@RequestScoped
class Walk {

    private final ResponseReport report;
    private final Departments departments;
    private final ClientLibrary library;
    private final Words words;

    Walk(ResponseReport report, Departments departments, ClientLibrary library, Words words) {
        this.report = report;
        this.departments = departments;
        this.library = library;
        this.words = words;
    }

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
            String seen,
            int number,
            int all,
            String previous,
            String next) {}

    /** The requirement with its neighbours on the walk; not found when the department does not answer for it. */
    Question question(UUID client, Reader.Seat seat, UUID department, String requirement) {
        Department where = departments.reached(seat, department);
        Catalogue catalogue = library.catalogue();
        List<Requirement> order = inOrder(where, catalogue);
        List<String> ids = order.stream().map(Requirement::id).toList();
        int at = ids.indexOf(requirement);
        if (at < 0) {
            throw new NotFoundException();
        }
        Requirement r = order.get(at);
        Lang lang = words.lang();
        Side side = Side.of(seat.role());
        Optional<ResponseReport.Latest> last = Optional.ofNullable(report.latest(client, department, requirement)
                .getOrDefault(requirement, Map.of())
                .get(side));
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
                last.map(l -> words.messages()
                                .last_time(
                                        l.madeAt().atZone(seat.zone()).toLocalDate(),
                                        words.result(l.result().name())))
                        .orElse(""),
                last.map(l -> l.id().toString()).orElse(""),
                at + 1,
                ids.size(),
                at == 0 ? "" : ids.get(at - 1),
                at + 1 == ids.size() ? "" : ids.get(at + 1));
    }

    /** By place; places stand in the order of the walk. */
    static List<Requirement> inOrder(Department department, Catalogue catalogue) {
        List<String> places = catalogue.places().stream().map(Place::id).toList();
        return catalogue.requirementsOf(department.kind()).stream()
                .sorted(Comparator.comparingInt(r -> places.indexOf(r.place())))
                .toList();
    }
}
