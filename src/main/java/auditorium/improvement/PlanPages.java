package auditorium.improvement;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Department;
import auditorium.clients.Departments;
import auditorium.improvement.domain.Interleaving;
import auditorium.improvement.domain.TaskState;
import auditorium.library.content.Severity;
import auditorium.library.content.TaskTemplate;
import auditorium.platform.CurrentLanguage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plan: what is to be done, by whom, until when: in four lanes, as a list, and in a month. */
@Path("/c/{client}/improvement")
@Produces(MediaType.TEXT_HTML)
class PlanPages {

    private static final int MOST_IN_LANE = 30;
    private static final int PAGE = 50;
    private static final int MOST_IN_MONTH = 600;
    private static final int MOST_ON_DAY = 4;
    private static final int DAYS_SHOWN = 42;

    private final PlanReport report;
    private final RenewalCards renewals;
    private final Departments departments;
    private final Rights rights;
    private final Typed typed;
    private final CurrentReader reader;
    private final CurrentLanguage language;

    PlanPages(
            PlanReport report,
            RenewalCards renewals,
            Departments departments,
            Rights rights,
            Typed typed,
            CurrentReader reader,
            CurrentLanguage language) {
        this.report = report;
        this.renewals = renewals;
        this.departments = departments;
        this.rights = rights;
        this.typed = typed;
        this.reader = reader;
        this.language = language;
    }

    /** One column of the plan; {@code more} that are not shown. */
    record Lane(String state, List<TaskCard> tasks, int count, int more) {}

    /** What can be wished for, and what is. */
    record Wishes(
            List<DepartmentChoice> departments,
            String department,
            String grade,
            String origin,
            String kind,
            String which,
            List<String> grades,
            List<String> origins,
            List<String> kinds,
            List<String> whiches,
            boolean narrows,
            String query) {}

    /** A department. */
    record DepartmentChoice(String id, String name) {}

    /** A page of the list; a page number of 0 means that there is none. */
    record Page(List<TaskCard> tasks, int all, int first, int last, int before, int after) {}

    /** A month of whole weeks, and the same days as a list for a phone. */
    record Month(String month, String before, String after, List<List<Day>> weeks, List<Day> full, boolean cut) {}

    /** A day with what stands on it; {@code more} that are not shown in the month. */
    record Day(
            String date,
            int number,
            boolean inside,
            boolean today,
            boolean audit,
            List<PlanReport.OnDay> things,
            int more) {}

    @CheckedTemplate(basePath = "improvement")
    static class Templates {
        private Templates() {}

        static native TemplateInstance plan(UUID client, List<Lane> lanes, Wishes wishes, long open, long late);

        static native TemplateInstance planList(UUID client, Page page, Wishes wishes);

        static native TemplateInstance planMonth(UUID client, Month month, Wishes wishes);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance plan(UUID client, @BeanParam PlanFilter filter) {
        PlanReport.Asked asked = asked(client, filter);
        List<PlanReport.Carded> cards = report.board(asked, MOST_IN_LANE);
        List<TaskCard> ending = renewals.of(asked);
        List<Lane> lanes = List.of(
                with(ending, lane(cards, TaskState.OPEN)),
                lane(cards, TaskState.IN_PROGRESS),
                lane(cards, TaskState.DONE),
                lane(cards, TaskState.VERIFIED));
        int late = (cards.isEmpty() ? 0 : cards.get(0).late())
                + (int) ending.stream().filter(c -> c.daysLate() > 0).count();
        int open = lanes.stream().limit(3).mapToInt(Lane::count).sum();
        return Templates.plan(client, lanes, wishes(client, filter), open, late);
    }

    private static Lane lane(List<PlanReport.Carded> cards, TaskState state) {
        List<PlanReport.Carded> own = cards.stream()
                .filter(c -> c.card().state().equals(state.name()))
                .toList();
        int count = own.isEmpty() ? 0 : own.get(0).lane();
        return new Lane(state.name(), own.stream().map(PlanReport.Carded::card).toList(), count, count - own.size());
    }

    /** Evidence to renew stands among what nobody has begun, because nobody ticks it: it goes when the newer piece is filed. */
    private static Lane with(List<TaskCard> ending, Lane lane) {
        List<TaskCard> shown = Interleaving.page(ending, lane.tasks(), 0, MOST_IN_LANE, RenewalCards::compare);
        int count = lane.count() + ending.size();
        return new Lane(lane.state(), shown, count, count - shown.size());
    }

    @GET
    @Path("list")
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance list(
            UUID client, @BeanParam PlanFilter filter, @QueryParam("page") @Nullable String number) {
        int page = number(number);
        PlanReport.Asked asked = asked(client, filter);
        List<TaskCard> ending = switch (filter.which()) {
            case OPEN -> renewals.of(asked);
            case LATE ->
                renewals.of(asked).stream().filter(c -> c.daysLate() > 0).toList();
            case DONE, WAITING, SETTLED -> List.of();
        };
        int from = (page - 1) * PAGE;
        int first = Interleaving.first(from, ending.size());
        List<PlanReport.Carded> tasks = report.list(asked, first, from + PAGE - first);
        List<TaskCard> rows = Interleaving.page(
                ending, tasks.stream().map(PlanReport.Carded::card).toList(), from, from + PAGE, RenewalCards::compare);
        int all = ending.size() + (tasks.isEmpty() ? 0 : tasks.get(0).lane());
        int last = from + rows.size();
        return Templates.planList(
                client,
                new Page(rows, all, rows.isEmpty() ? 0 : from + 1, last, page - 1, last < all ? page + 1 : 0),
                wishes(client, filter));
    }

    private static int number(@Nullable String value) {
        try {
            return value == null ? 1 : Math.max(1, Math.min(10_000, Integer.parseInt(value)));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    @GET
    @Path("month")
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance month(
            UUID client, @BeanParam PlanFilter filter, @QueryParam("month") @Nullable String wanted) {
        LocalDate today = typed.today(client);
        YearMonth month = month(wanted, today);
        LocalDate from = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate until = from.plusDays(DAYS_SHOWN - 1L);
        PlanReport.Asked asked = asked(client, filter);
        List<PlanReport.OnDay> things = new ArrayList<>(report.days(asked, from, until, MOST_IN_MONTH));
        boolean cut = things.size() == MOST_IN_MONTH;
        renewals.of(asked).stream()
                .map(RenewalCards::onItsDay)
                .filter(t -> !t.day().isBefore(from) && !t.day().isAfter(until))
                .forEach(things::add);
        Optional<LocalDate> audit = reader.at(client).auditOn();
        List<List<Day>> weeks = new ArrayList<>();
        List<Day> full = new ArrayList<>();
        for (LocalDate monday = from; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusDays(7)) {
            List<Day> week = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                LocalDate day = monday.plusDays(i);
                List<PlanReport.OnDay> own =
                        things.stream().filter(t -> t.day().equals(day)).toList();
                boolean inside = YearMonth.from(day).equals(month);
                boolean isAudit = audit.filter(day::equals).isPresent();
                Day shown = new Day(
                        day.toString(),
                        day.getDayOfMonth(),
                        inside,
                        day.equals(today),
                        isAudit,
                        own,
                        Math.max(0, own.size() - MOST_ON_DAY));
                week.add(shown);
                if (inside && (isAudit || !own.isEmpty())) {
                    full.add(shown);
                }
            }
            weeks.add(week);
        }
        return Templates.planMonth(
                client,
                new Month(
                        month.toString(),
                        month.minusMonths(1).toString(),
                        month.plusMonths(1).toString(),
                        weeks,
                        full,
                        cut),
                wishes(client, filter));
    }

    private static YearMonth month(@Nullable String wanted, LocalDate today) {
        try {
            YearMonth month = wanted == null ? YearMonth.from(today) : YearMonth.parse(wanted);
            return Math.abs(month.getYear() - today.getYear()) > 20 ? YearMonth.from(today) : month;
        } catch (DateTimeParseException e) {
            return YearMonth.from(today);
        }
    }

    private PlanReport.Asked asked(UUID client, PlanFilter filter) {
        Reader.Seat seat = reader.at(client);
        return new PlanReport.Asked(client, rights.reach(seat), filter, language.lang(), typed.today(client));
    }

    private Wishes wishes(UUID client, PlanFilter filter) {
        List<Department> reached = departments.reachedBy(reader.at(client));
        return new Wishes(
                reached.stream()
                        .map(d ->
                                new DepartmentChoice(d.id().toString(), d.name().in(language.lang())))
                        .toList(),
                filter.department(),
                filter.grade(),
                filter.origin(),
                filter.kind(),
                filter.which().name(),
                names(Severity.values()),
                names(Finding.Origin.values()),
                Stream.concat(names(TaskTemplate.Kind.values()).stream(), Stream.of(TaskCard.RENEWAL))
                        .toList(),
                names(PlanFilter.Which.values()),
                filter.narrows(),
                filter.query());
    }

    private static List<String> names(Enum<?>[] all) {
        return Arrays.stream(all).map(Enum::name).toList();
    }
}
