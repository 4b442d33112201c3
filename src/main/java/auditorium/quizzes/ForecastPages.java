package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.access.Role;
import auditorium.clients.Department;
import auditorium.clients.Departments;
import auditorium.library.Catalogue;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Standard;
import auditorium.lists.ClientLibrary;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.Forecast;
import auditorium.quizzes.domain.Knowledge;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much departments will remember on the day of the audit, and who has to refresh what to reach a target: the smallest such
 * list. Names stand only on the page that the department's own manager sees; everybody else sees how many.
 */
@Path("/c/{client}/forecast")
@Produces(MediaType.TEXT_HTML)
class ForecastPages {

    private static final List<Integer> TARGETS = List.of(70, 80, 90);
    private static final int USUAL_TARGET = 80;
    /** People refresh within the last week before the audit, so that it is fresh; sooner if it is nearer. */
    private static final int WEEK = 7;
    /** Looked ahead where no audit is planned. */
    private static final int MONTH = 30;

    private final Departments departments;
    private final MemoryReport memories;
    private final ClientLibrary library;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    ForecastPages(
            Departments departments,
            MemoryReport memories,
            ClientLibrary library,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.departments = departments;
        this.memories = memories;
        this.library = library;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** Until when and how far. */
    record Aim(LocalDate auditOn, LocalDate refreshOn, boolean planned, long days, int target, String standard) {}

    /** A target to choose. */
    record Target(int percent, boolean chosen) {}

    /** A department with what it will remember, and how long its list is. */
    record Row(UUID id, String name, int people, int percent, int after, int refreshers, boolean reaches) {}

    /** A lesson to be refreshed by some. Names are there only for the department's own manager. */
    record Refresh(String lesson, String title, int people, String names) {}

    /** One department. */
    record View(Row row, Aim aim, List<Target> targets, List<Refresh> list, boolean named) {}

    @CheckedTemplate(basePath = "quizzes")
    static class Templates {
        private Templates() {}

        static native TemplateInstance forecasts(UUID client, List<Row> rows, Aim aim, List<Target> targets);

        static native TemplateInstance forecast(UUID client, View forecast);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance all(UUID client, @QueryParam("target") @Nullable Integer target) {
        Reader.Seat seat = reader.at(client);
        Catalogue catalogue = library.catalogue();
        Aim aim = aim(seat, target, catalogue);
        List<Department> reached = departments.reachedBy(seat);
        Map<UUID, List<MemoryReport.Member>> members = new HashMap<>();
        memories.members(
                        client,
                        reached.size() == 1 ? Optional.of(reached.getFirst().id()) : Optional.empty(),
                        catalogue)
                .forEach(m -> members.computeIfAbsent(m.department(), d -> new ArrayList<>())
                        .add(m));
        return Templates.forecasts(
                client,
                reached.stream()
                        .map(d -> {
                            List<MemoryReport.Member> people = members.getOrDefault(d.id(), List.of());
                            return row(d, people, forecast(d.kind(), people, aim, seat, catalogue), aim);
                        })
                        .toList(),
                aim,
                targets(aim));
    }

    @GET
    @Path("{department}")
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance one(UUID client, UUID department, @QueryParam("target") @Nullable Integer target) {
        Reader.Seat seat = reader.at(client);
        Department where = departments.reached(seat, department);
        Catalogue catalogue = library.catalogue();
        Aim aim = aim(seat, target, catalogue);
        List<MemoryReport.Member> people = memories.members(client, Optional.of(department), catalogue);
        Forecast forecast = forecast(where.kind(), people, aim, seat, catalogue);
        boolean named = seat.role() == Role.DEPARTMENT_MANAGER;
        return Templates.forecast(
                client,
                new View(
                        row(where, people, forecast, aim),
                        aim,
                        targets(aim),
                        list(forecast, people, named, catalogue),
                        named));
    }

    private Forecast forecast(
            DepartmentKind kind, List<MemoryReport.Member> people, Aim aim, Reader.Seat seat, Catalogue catalogue) {
        Optional<Standard> standard = seat.standard().flatMap(catalogue::standard);
        Knowledge leaders = new Knowledge(catalogue, kind, standard, true);
        Knowledge others = new Knowledge(catalogue, kind, standard, false);
        return Forecast.of(
                people.stream()
                        .flatMap(m -> (m.leads() ? leaders : others)
                                .units(m.id(), m.lessons(), aim.refreshOn(), aim.auditOn()).stream())
                        .toList(),
                aim.target());
    }

    private Row row(Department where, List<MemoryReport.Member> people, Forecast forecast, Aim aim) {
        return new Row(
                where.id(),
                where.name().in(language.lang()),
                people.size(),
                forecast.percentNow(),
                forecast.percentAfter(),
                forecast.refreshers().size(),
                forecast.reaches(aim.target()));
    }

    /** By lesson, those that most people have to refresh first: they can be taught together. */
    private List<Refresh> list(
            Forecast forecast, List<MemoryReport.Member> people, boolean named, Catalogue catalogue) {
        Map<UUID, String> names = new HashMap<>();
        people.forEach(m -> names.put(m.id(), m.name()));
        Map<String, List<String>> byLesson = new LinkedHashMap<>();
        forecast.refreshers()
                .forEach(u -> byLesson.computeIfAbsent(u.lesson(), l -> new ArrayList<>())
                        .add(names.getOrDefault(u.person(), "")));
        Lang lang = language.lang();
        return byLesson.entrySet().stream()
                .map(e -> new Refresh(
                        e.getKey(),
                        catalogue
                                .lesson(e.getKey())
                                .map(l -> l.title().in(lang))
                                .orElse(e.getKey()),
                        e.getValue().size(),
                        named ? e.getValue().stream().sorted().collect(Collectors.joining(lang.comma())) : ""))
                .sorted(Comparator.comparingInt(Refresh::people).reversed().thenComparing(Refresh::lesson))
                .toList();
    }

    private Aim aim(Reader.Seat seat, @Nullable Integer target, Catalogue catalogue) {
        LocalDate today = LocalDate.now(clock.withZone(seat.zone()));
        Optional<LocalDate> audit = seat.auditOn().filter(day -> !day.isBefore(today));
        LocalDate day = audit.orElse(today.plusDays(MONTH));
        LocalDate refresh = day.minusDays(WEEK);
        return new Aim(
                day,
                refresh.isBefore(today) ? today : refresh,
                audit.isPresent(),
                ChronoUnit.DAYS.between(today, day),
                target != null && TARGETS.contains(target) ? target : USUAL_TARGET,
                MockAudits.title(seat.standard(), language.lang(), catalogue));
    }

    private static List<Target> targets(Aim aim) {
        return TARGETS.stream().map(t -> new Target(t, t == aim.target())).toList();
    }
}
