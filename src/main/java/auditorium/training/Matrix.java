package auditorium.training;

import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Departments;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Course;
import auditorium.library.content.Lesson;
import auditorium.platform.Lang;
import auditorium.training.domain.Standing;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works out what of the matrix is shown. */
@RequestScoped
class Matrix {

    static final int PAGE = 40;
    /** Training that ends within so many days is due soon, when the day looked at is today. */
    static final int SOON_DAYS = 30;

    private final MatrixReport report;
    private final Departments departments;
    private final Library library;
    private final Rights rights;
    private final AssignWords words;
    private final Clock clock;

    Matrix(
            MatrixReport report,
            Departments departments,
            Library library,
            Rights rights,
            AssignWords words,
            Clock clock) {
        this.report = report;
        this.departments = departments;
        this.library = library;
        this.rights = rights;
        this.words = words;
        this.clock = clock;
    }

    /** What the address asks for; what makes no sense counts as not asked. */
    public static class Wanted {
        @QueryParam("department")
        @Nullable
        String department;

        /** {@code courses}, {@code all} lessons, or one course. */
        @QueryParam("columns")
        @Nullable
        String columns;

        @QueryParam("standard")
        @Nullable
        String standard;

        @QueryParam("requirement")
        @Nullable
        String requirement;

        @QueryParam("when")
        @Nullable
        String when;

        @QueryParam("show")
        @Nullable
        String show;

        @QueryParam("page")
        @Nullable
        String page;
    }

    /** What was chosen, made sense of. */
    record Choice(
            Within within,
            String columns,
            Map<String, List<Lesson>> lessonsByColumn,
            Optional<String> standard,
            String requirement,
            boolean unknownRequirement,
            boolean untilAudit,
            Optional<LocalDate> audit,
            boolean gapsOnly,
            MatrixReport.Scope scope) {}

    Choice choose(Reader.Seat seat, Wanted wanted) {
        Catalogue catalogue = library.catalogue();
        LocalDate today = LocalDate.now(clock.withZone(seat.zone()));
        Within within = Within.of(departments.reachedBy(seat), wanted.department, rights.reach(seat));
        Optional<String> standard = Optional.ofNullable(wanted.standard)
                .filter(s -> catalogue.standard(s).isPresent());
        String key =
                wanted.requirement == null ? "" : wanted.requirement.strip().toUpperCase(Locale.ROOT);
        boolean unknown = !key.isEmpty() && catalogue.requirement(key).isEmpty();
        Optional<Set<String>> keys = key.isEmpty() || unknown
                ? standard.flatMap(catalogue::standard).map(s -> s.requirements())
                : Optional.of(Set.of(key));
        String columns = wanted.columns != null
                        && (wanted.columns.equals("all")
                                || catalogue.course(wanted.columns).isPresent())
                ? wanted.columns
                : keys.isPresent() && !key.isEmpty() ? "all" : "courses";
        Map<String, List<Lesson>> byColumn = new LinkedHashMap<>();
        for (Course course : catalogue.courses()) {
            List<Lesson> lessons = course.lessons().stream()
                    .filter(l -> keys.isEmpty() || l.teaches().stream().anyMatch(keys.get()::contains))
                    .toList();
            if (columns.equals("courses")) {
                if (!lessons.isEmpty()) {
                    byColumn.put(course.id(), lessons);
                }
            } else if (columns.equals("all") || columns.equals(course.id())) {
                lessons.forEach(l -> byColumn.put(l.id(), List.of(l)));
            }
        }
        Optional<LocalDate> audit = seat.auditOn().filter(a -> !a.isBefore(today));
        boolean untilAudit = audit.isPresent() && !"today".equals(wanted.when);
        LocalDate until = untilAudit ? audit.get() : today.plusDays(SOON_DAYS);
        return new Choice(
                within,
                columns,
                byColumn,
                standard,
                key,
                unknown,
                untilAudit,
                audit,
                "gaps".equals(wanted.show),
                new MatrixReport.Scope(
                        within.one(),
                        byColumn.values().stream()
                                .flatMap(List::stream)
                                .map(Lesson::id)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        today,
                        until));
    }

    /** One page of it. */
    MatrixView page(UUID client, Choice choice, @Nullable String wantedPage) {
        return view(client, choice, number(wantedPage), PAGE);
    }

    /** All of it, for paper; without rows when they are more than {@code most}. */
    MatrixView whole(UUID client, Choice choice, int most) {
        return view(client, choice, 1, most);
    }

    private static List<UUID> ids(List<MatrixReport.Somebody> people) {
        return people.stream().map(MatrixReport.Somebody::id).toList();
    }

    private MatrixView view(UUID client, Choice choice, int wantedPage, int most) {
        MatrixReport.Scope scope = choice.scope();
        boolean none = scope.lessons().isEmpty();
        MatrixReport.Sums sums = none ? MatrixReport.Sums.NONE : report.sums(client, scope);
        Optional<Set<UUID>> only = choice.gapsOnly() ? Optional.of(sums.peopleWithGap()) : Optional.empty();
        Map<UUID, Integer> sizes = report.sizes(client, scope, only);
        int all = sizes.values().stream().mapToInt(Integer::intValue).sum();
        int pages = Math.max(1, (all + most - 1) / most);
        int page = Math.min(pages, wantedPage);
        List<MatrixReport.Somebody> shown = all == 0
                ? List.of()
                : report.people(client, scope, new MatrixReport.Page(only, (page - 1) * most, most));
        Map<UUID, Map<String, MatrixReport.Cell>> byPerson = new HashMap<>();
        if (!none) {
            report.cells(client, ids(shown), scope)
                    .forEach(c -> byPerson.computeIfAbsent(c.person(), k -> new HashMap<>())
                            .put(c.lesson(), c));
        }
        Map<UUID, List<MatrixView.Row>> rows = new LinkedHashMap<>();
        for (MatrixReport.Somebody p : shown) {
            Map<String, MatrixReport.Cell> own = byPerson.getOrDefault(p.id(), Map.of());
            rows.computeIfAbsent(p.department(), k -> new ArrayList<>())
                    .add(new MatrixView.Row(
                            p.id(),
                            p.name(),
                            p.number(),
                            p.job(),
                            choice.lessonsByColumn().values().stream()
                                    .map(lessons -> cell(lessons, own, choice.scope()))
                                    .toList()));
        }
        List<MatrixView.Group> groups = rows.entrySet().stream()
                .map(e -> new MatrixView.Group(
                        choice.within().name(e.getKey(), words.lang()),
                        sizes.getOrDefault(e.getKey(), 0),
                        e.getValue()))
                .toList();
        int gapLessons = 0;
        int minutes = 0;
        for (Map.Entry<String, MatrixReport.Counts> e : sums.byLesson().entrySet()) {
            gapLessons += e.getValue().gap();
            minutes += e.getValue().gap()
                    * library.catalogue()
                            .lesson(e.getKey())
                            .map(Lesson::minutes)
                            .orElse(0);
        }
        return new MatrixView(
                columns(choice, sums),
                groups,
                filter(choice),
                all,
                shown.isEmpty() ? 0 : (page - 1) * most + 1,
                (page - 1) * most + shown.size(),
                page,
                pages,
                sums.peopleWithGap().size(),
                gapLessons,
                (minutes + 59) / 60,
                choice.scope().today().toString(),
                choice.scope().until().toString());
    }

    private List<MatrixView.Column> columns(Choice choice, MatrixReport.Sums sums) {
        Lang lang = words.lang();
        Catalogue catalogue = library.catalogue();
        List<MatrixView.Column> columns = new ArrayList<>();
        choice.lessonsByColumn().forEach((id, lessons) -> {
            MatrixReport.Counts sum = lessons.stream()
                    .map(l -> sums.of(l.id()))
                    .reduce(MatrixReport.Counts.NONE, MatrixReport.Counts::plus);
            String percent = sum.needed() == 0 ? "–" : 100 * sum.valid() / sum.needed() + "%";
            columns.add(catalogue
                    .course(id)
                    .map(c -> new MatrixView.Column(id, c.code(), c.title().in(lang), percent))
                    .orElseGet(() -> new MatrixView.Column(
                            id, lessons.get(0).code(), lessons.get(0).title().in(lang), percent)));
        });
        return columns;
    }

    /** One lesson as it stands; several as the worst of them, with how many of how many hold. */
    MatrixView.Cell cell(List<Lesson> lessons, Map<String, MatrixReport.Cell> own, MatrixReport.Scope scope) {
        List<MatrixReport.Cell> needed = lessons.stream()
                .map(l -> own.get(l.id()))
                .filter(java.util.Objects::nonNull)
                .toList();
        if (needed.isEmpty()) {
            return new MatrixView.Cell(
                    Standing.NOT_NEEDED.name(),
                    Standing.NOT_NEEDED.mark(),
                    words.training().not_needed(),
                    "–");
        }
        Standing worst = needed.stream()
                .map(MatrixReport.Cell::standing)
                .max(Comparator.comparingInt(Matrix::weight))
                .orElse(Standing.VALID);
        TrainMessages m = words.training();
        String word = switch (worst) {
            case VALID -> m.cell_valid();
            case DUE_SOON -> m.cell_soon();
            case OVERDUE -> m.cell_overdue();
            case NEVER -> m.cell_never();
            case NOT_NEEDED -> m.not_needed();
        };
        String text = lessons.size() > 1
                ? needed.stream()
                                .filter(c -> c.standing() == Standing.VALID || c.standing() == Standing.DUE_SOON)
                                .count()
                        + "/" + needed.size()
                : worst == Standing.NEVER
                        ? m.cell_never()
                        : needed.get(0)
                                .day()
                                .map(d -> day(d, scope.today()))
                                .orElse(worst == Standing.VALID ? m.cell_always() : m.cell_never());
        return new MatrixView.Cell(worst.name(), worst.mark(), word, text);
    }

    private static int weight(Standing standing) {
        return switch (standing) {
            case NOT_NEEDED -> 0;
            case VALID -> 1;
            case DUE_SOON -> 2;
            case NEVER -> 3;
            case OVERDUE -> 4;
        };
    }

    /** This year's days by month and day, others by year and month. */
    private static String day(LocalDate day, LocalDate today) {
        return day.getYear() == today.getYear()
                ? day.toString().substring(5)
                : day.toString().substring(2, 7);
    }

    private MatrixView.Filter filter(Choice choice) {
        Lang lang = words.lang();
        Catalogue catalogue = library.catalogue();
        TrainMessages m = words.training();
        List<RulePages.Choice> columns = new ArrayList<>();
        columns.add(new RulePages.Choice(
                "courses",
                m.by_course(catalogue.courses().size()),
                choice.columns().equals("courses")));
        columns.add(new RulePages.Choice(
                "all", m.by_lesson(catalogue.lessons().size()), choice.columns().equals("all")));
        catalogue
                .courses()
                .forEach(c -> columns.add(new RulePages.Choice(
                        c.id(),
                        c.code() + " " + c.title().in(lang),
                        choice.columns().equals(c.id()))));
        List<RulePages.Choice> standards = new ArrayList<>();
        standards.add(
                new RulePages.Choice("", m.all_standards(), choice.standard().isEmpty()));
        catalogue
                .standards()
                .forEach(s -> standards.add(new RulePages.Choice(
                        s.id(), s.title().in(lang), choice.standard().equals(Optional.of(s.id())))));
        String query = "department=" + choice.within().one().map(UUID::toString).orElse("") + "&columns="
                + URLEncoder.encode(choice.columns(), StandardCharsets.UTF_8) + "&standard="
                + URLEncoder.encode(choice.standard().orElse(""), StandardCharsets.UTF_8) + "&requirement="
                + URLEncoder.encode(choice.requirement(), StandardCharsets.UTF_8) + "&when="
                + (choice.untilAudit() ? "audit" : "today") + (choice.gapsOnly() ? "&show=gaps" : "");
        return new MatrixView.Filter(
                choice.within().choices(m, lang),
                columns,
                standards,
                choice.requirement(),
                choice.unknownRequirement(),
                choice.untilAudit(),
                choice.audit().map(LocalDate::toString),
                choice.gapsOnly(),
                query);
    }

    private static int number(@Nullable String page) {
        try {
            return page == null ? 1 : Math.max(1, Integer.parseInt(page));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
