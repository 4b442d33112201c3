package auditorium.readiness;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.evidence.EvidenceReport;
import auditorium.library.Catalogue;
import auditorium.library.content.Area;
import auditorium.library.content.Standard;
import auditorium.lists.ClientLibrary;
import auditorium.platform.Build;
import auditorium.platform.Lang;
import auditorium.readiness.domain.Bounds;
import auditorium.readiness.domain.Change;
import auditorium.readiness.domain.Countdown;
import auditorium.readiness.domain.Score;
import auditorium.readiness.domain.State;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The day of the audit: how everything will stand then if nobody does anything, and what to do by when so that it does not. */
@Path("/c/{client}/time-machine")
@Produces(MediaType.TEXT_HTML)
class TimeMachinePages {

    /** Where no audit is planned. */
    private static final int USUAL_DAYS = 60;

    private static final int MOST_YEARS = 3;
    private static final int NEW_DAYS = 90;
    private static final int MOST_ROWS = 200;
    private static final int SHOWN = 8;

    private final ReadinessReport report;
    private final TimeMachineReport times;
    private final EvidenceReport evidence;
    private final ClientLibrary library;
    private final Rights rights;
    private final CurrentReader reader;
    private final Words words;
    private final Build build;

    TimeMachinePages(
            ReadinessReport report,
            TimeMachineReport times,
            EvidenceReport evidence,
            ClientLibrary library,
            Rights rights,
            CurrentReader reader,
            Words words,
            Build build) {
        this.report = report;
        this.times = times;
        this.evidence = evidence;
        this.library = library;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
        this.build = build;
    }

    /** A square of the map on that day, beside today's. */
    record Square(String areaTitle, String mark, String word, String percent, String was, boolean worse) {}

    /** A department: today, and that day. */
    record Row(UUID id, String name, List<Square> squares, Square all) {}

    /** A line of a list: what, more about it, and where it leads. */
    record Line(String title, String detail, String link) {}

    /** A step of the countdown. */
    record StepView(
            String begin,
            String by,
            boolean now,
            boolean tight,
            String icon,
            String title,
            String detail,
            String link) {}

    /** What time brings, one list a kind; {@code more} lines are not shown. */
    record Part(String icon, String title, String empty, List<Line> lines, int more) {}

    /** The whole page. */
    record View(
            List<BoardPages.Tab> standards,
            String day,
            String today,
            String latest,
            String problem,
            long days,
            String standard,
            String markNow,
            int percentNow,
            String markThen,
            int percentThen,
            int stops,
            String icons,
            List<Area> areas,
            List<Row> rows,
            List<CellLine> worse,
            int worseMore,
            List<Part> parts,
            int quietDays,
            List<StepView> plan,
            List<StepView> later) {}

    @CheckedTemplate(basePath = "readiness")
    static class Templates {
        private Templates() {}

        static native TemplateInstance timeMachine(UUID client, View view, boolean english);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance timeMachine(
            UUID client, @QueryParam("standard") @Nullable String standard, @QueryParam("day") @Nullable String typed) {
        Reader.Seat seat = reader.at(client);
        Catalogue catalogue = library.catalogue();
        Optional<Standard> chosen = BoardPages.standard(catalogue, seat, standard);
        ClientFacts facts = report.facts(client, seat.zone(), seat.auditOn(), rights.reach(seat));
        LocalDate today = facts.days().today();
        LocalDate latest = today.plusYears(MOST_YEARS);
        Optional<LocalDate> asked = day(typed).filter(d -> !d.isBefore(today) && !d.isAfter(latest));
        String problem = typed != null && !typed.isBlank() && asked.isEmpty()
                ? words.board()
                        .day_problem(
                                words.lang().day(today, today), words.lang().day(latest, today))
                : "";
        LocalDate day =
                asked.or(() -> seat.auditOn().filter(a -> !a.isBefore(today))).orElse(today.plusDays(USUAL_DAYS));
        TimeMachineReport.Window window = new TimeMachineReport.Window(client, today, day, rights.reach(seat));
        TimeMachine machine = TimeMachine.of(
                new TimeMachine.Read(
                        facts,
                        evidence.toRenew(client, window.reach(), day.minusDays(1), MOST_ROWS),
                        times.lapses(window),
                        times.newcomers(window, today.minusDays(NEW_DAYS)),
                        times.recurring(window),
                        times.tasks(window, MOST_ROWS)),
                day,
                catalogue,
                chosen);
        return Templates.timeMachine(
                client, view(machine, catalogue, seat, chosen, day, problem), words.lang() == Lang.EN);
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.ofNullable(typed).map(String::strip).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private View view(
            TimeMachine machine,
            Catalogue catalogue,
            Reader.Seat seat,
            Optional<Standard> chosen,
            LocalDate day,
            String problem) {
        Lang lang = words.lang();
        BoardMessages m = words.board();
        LocalDate today = machine.now().facts().days().today();
        List<StepView> steps = Plan.of(machine, catalogue, m, lang, rights.filesEvidence(seat), today, day).stream()
                .map(s -> step(s, today))
                .toList();
        Score now = machine.now().total();
        Score then = machine.then().total();
        return new View(
                BoardPages.tabs(catalogue, chosen, words),
                day.toString(),
                today.toString(),
                today.plusYears(MOST_YEARS).toString(),
                problem,
                ChronoUnit.DAYS.between(today, day),
                chosen.map(s -> s.title().in(lang)).orElse(words.messages().all_requirements()),
                now.state(machine.now().bounds()).mark(),
                now.percent(),
                then.state(machine.then().bounds()).mark(),
                then.percent(),
                then.stops(),
                BoardPages.icons(build),
                catalogue.areas(),
                rows(machine, catalogue, lang),
                machine.worse().stream()
                        .limit(SHOWN)
                        .map(w -> CellLine.of(w.then(), mark(w.now()), mark(w.then()), words, catalogue))
                        .toList(),
                Math.max(0, machine.worse().size() - SHOWN),
                parts(machine, catalogue, m, lang, today),
                Countdown.QUIET_DAYS,
                steps.stream().limit(SHOWN).toList(),
                steps.stream().skip(SHOWN).limit(MOST_ROWS).toList());
    }

    private StepView step(Countdown.Step<Plan.What> s, LocalDate today) {
        Lang lang = words.lang();
        return new StepView(
                lang.day(s.begin(), today),
                lang.day(s.by(), today),
                s.begin().equals(today),
                s.tight(),
                s.what().icon(),
                s.what().title(),
                s.what().detail(),
                s.what().link());
    }

    private List<Row> rows(TimeMachine machine, Catalogue catalogue, Lang lang) {
        Map<UUID, Map<String, Score>> now = machine.now().byDepartmentAndArea();
        Map<UUID, Map<String, Score>> then = machine.then().byDepartmentAndArea();
        return machine.then().departments().stream()
                .map(d -> {
                    Map<String, Score> before = now.getOrDefault(d.id(), Map.of());
                    Map<String, Score> after = then.getOrDefault(d.id(), Map.of());
                    return new Row(
                            d.id(),
                            d.name().in(lang),
                            catalogue.areas().stream()
                                    .map(a -> square(
                                            a.title().in(lang),
                                            before.getOrDefault(a.id(), Score.EMPTY),
                                            after.getOrDefault(a.id(), Score.EMPTY),
                                            machine.now().bounds()))
                                    .toList(),
                            square(
                                    "",
                                    before.values().stream().reduce(Score.EMPTY, Score::plus),
                                    after.values().stream().reduce(Score.EMPTY, Score::plus),
                                    machine.now().bounds()));
                })
                .toList();
    }

    private Square square(String title, Score before, Score after, Bounds bounds) {
        if (!after.applicable()) {
            return new Square(title, "na", words.state("na"), "", "", false);
        }
        State was = before.state(bounds);
        State is = after.state(bounds);
        boolean worse = after.percent() < before.percent() || new Change(Optional.of(was), Optional.of(is)).worse();
        return new Square(
                title,
                is.mark(),
                words.state(is.mark()),
                String.valueOf(after.percent()),
                worse ? words.board().was_percent(String.valueOf(before.percent())) : "",
                worse);
    }

    private static String mark(Readiness.Cell cell) {
        return cell.standing().state().map(State::mark).orElse("na");
    }

    private List<Part> parts(TimeMachine machine, Catalogue catalogue, BoardMessages m, Lang lang, LocalDate today) {
        Map<UUID, String> names = machine.names(lang);
        return List.of(
                part(
                        "camera",
                        m.will_expire(machine.evidence().size()),
                        m.will_expire_none(),
                        machine.evidence().stream()
                                .map(e -> new Line(
                                        e.title(),
                                        e.until()
                                                .map(u -> u.isBefore(today)
                                                        ? m.ended_on(lang.day(u, today))
                                                        : m.ends_on(lang.day(u, today)))
                                                .orElse(""),
                                        "/evidence/" + e.id()))
                                .toList()),
                part(
                        "walk",
                        m.will_be_old(machine.aged().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()),
                        m.will_be_old_none(),
                        machine.aged().entrySet().stream()
                                .map(e -> new Line(
                                        names.getOrDefault(e.getKey(), ""),
                                        m.requirements(e.getValue()),
                                        "/departments/" + e.getKey() + "/walk"))
                                .toList()),
                part(
                        "book",
                        m.will_lapse(machine.lapses().stream()
                                .mapToInt(TimeMachineReport.Lapse::people)
                                .sum()),
                        m.will_lapse_none(),
                        machine.lapses().stream()
                                .map(l -> new Line(
                                        catalogue
                                                .lesson(l.lesson())
                                                .map(x -> x.title().in(lang))
                                                .orElse(l.lesson()),
                                        m.lapse_line(
                                                names.getOrDefault(l.department(), ""),
                                                l.people(),
                                                lang.day(l.first(), today)),
                                        "/training/due?department=" + l.department()))
                                .toList()),
                part(
                        "users",
                        m.new_untrained(machine.untrained().values().stream()
                                .mapToInt(List::size)
                                .sum()),
                        m.new_untrained_none(NEW_DAYS),
                        machine.untrained().values().stream()
                                .flatMap(List::stream)
                                .map(u -> new Line(
                                        u.who().name() + " " + u.who().number(),
                                        m.newcomer_line(
                                                names.getOrDefault(u.who().department(), ""),
                                                lang.day(u.who().joinedOn(), today),
                                                u.missing()),
                                        "/training/due?department=" + u.who().department()))
                                .toList()),
                part(
                        "clock",
                        m.will_recur(machine.recurring().stream()
                                .mapToInt(r -> r.days().size() + r.late())
                                .sum()),
                        m.will_recur_none(),
                        machine.recurring().stream()
                                .map(r -> new Line(
                                        r.title(),
                                        m.plan_routine_detail(
                                                names.getOrDefault(r.department(), ""),
                                                r.days().size(),
                                                r.late(),
                                                r.owner()),
                                        "/routines"))
                                .toList()));
    }

    private static Part part(String icon, String title, String empty, List<Line> lines) {
        return new Part(icon, title, empty, lines.stream().limit(SHOWN).toList(), Math.max(0, lines.size() - SHOWN));
    }
}
