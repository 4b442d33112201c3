package auditorium.readiness;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.library.Catalogue;
import auditorium.library.content.Area;
import auditorium.library.content.Severity;
import auditorium.library.content.Standard;
import auditorium.lists.ClientLibrary;
import auditorium.platform.Build;
import auditorium.platform.Lang;
import auditorium.readiness.domain.FirstThings;
import auditorium.readiness.domain.Score;
import auditorium.readiness.domain.State;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The board: how ready each department is in each area, in one look, and what to do first. */
@Path("/c/{client}/readiness")
@Produces(MediaType.TEXT_HTML)
class BoardPages {

    private static final int MOST_FIRST = 10;

    private final ReadinessReport report;
    private final Spans spans;
    private final ClientLibrary library;
    private final Rights rights;
    private final CurrentReader reader;
    private final Words words;
    private final Build build;

    BoardPages(
            ReadinessReport report,
            Spans spans,
            ClientLibrary library,
            Rights rights,
            CurrentReader reader,
            Words words,
            Build build) {
        this.report = report;
        this.spans = spans;
        this.library = library;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
        this.build = build;
    }

    /** A square of the heat map. */
    record Square(String area, String areaTitle, String mark, String word, String percent) {}

    /** A department with its squares. */
    record Row(UUID id, String name, List<Square> squares, String mark, String percent) {}

    /** A requirement that should be dealt with first. */
    record First(
            UUID department,
            String departmentName,
            String requirement,
            String title,
            String grade,
            String mark,
            String why,
            String kind,
            String link) {}

    /** What changed since the last visit, in numbers. */
    record Since(
            String day, boolean visit, boolean known, int better, int worse, int opened, int verified, int closed) {}

    /** A standard to look through. */
    record Tab(String id, String title, boolean current) {}

    /** The whole board. */
    record Board(
            List<Tab> tabs,
            String standardId,
            String through,
            String icons,
            String standard,
            String mark,
            int percent,
            int stops,
            int open,
            int requirements,
            Optional<First> worst,
            String auditOn,
            long daysToAudit,
            List<Area> areas,
            List<Row> rows,
            Trend trend,
            List<First> first,
            Since since,
            String bounds,
            boolean mayBound,
            String asOf) {}

    @CheckedTemplate(basePath = "readiness")
    static class Templates {
        private Templates() {}

        static native TemplateInstance board(UUID client, Board board, boolean english);

        static native TemplateInstance department(UUID client, Row department, List<AreaList> areas, String standard);
    }

    /** An area with the requirements of one department. */
    record AreaList(String id, String title, String mark, String percent, List<Item> items) {}

    /** A requirement in the list of a department. */
    record Item(String id, String title, String grade, String mark, String why) {}

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance board(UUID client, @QueryParam("standard") @Nullable String standard) {
        Reader.Seat seat = reader.at(client);
        Lang lang = words.lang();
        Catalogue catalogue = library.catalogue();
        Optional<Standard> chosen = standard(catalogue, seat, standard);
        ClientFacts facts = report.facts(client, seat.zone(), seat.auditOn(), rights.reach(seat));
        LocalDate today = facts.days().today();
        Readiness readiness = new Readiness(catalogue, facts, chosen);
        Score total = readiness.total();
        Map<UUID, Map<String, Score>> scores = readiness.byDepartmentAndArea();
        List<Row> rows = readiness.departments().stream()
                .map(d -> row(d, scores.getOrDefault(d.id(), Map.of()), catalogue.areas(), readiness, lang))
                .toList();
        OptionalLong left = seat.auditOn()
                .filter(a -> !a.isBefore(today))
                .map(a -> OptionalLong.of(ChronoUnit.DAYS.between(today, a)))
                .orElse(OptionalLong.empty());
        List<First> first = first(readiness, catalogue, left, rights.filesEvidence(seat));
        Optional<LocalDate> visit = Changes.lastVisit(facts);
        Changes changes = Changes.between(
                spans.endOf(client, Changes.since(visit, today), seat.zone(), rights.reach(seat)), readiness);
        Optional<First> worst =
                first.stream().filter(f -> f.mark().equals("stop")).findFirst();
        Map<LocalDate, Integer> past = report.trend(
                client, today.minusMonths(6), chosen.map(Standard::id).orElse(""), rights.reach(seat));
        Board board = new Board(
                tabs(catalogue, chosen, words),
                chosen.map(Standard::id).orElse("all"),
                chosen.map(Standard::id).equals(seat.standard())
                        ? ""
                        : "?standard=" + chosen.map(Standard::id).orElse("all"),
                icons(build),
                chosen.map(s -> s.title().in(lang)).orElse(words.messages().all_requirements()),
                total.state(readiness.bounds()).mark(),
                total.percent(),
                total.stops(),
                total.open(),
                (int) readiness.cells().stream()
                        .map(c -> c.requirement().id())
                        .distinct()
                        .count(),
                worst,
                seat.auditOn().map(LocalDate::toString).orElse(""),
                left.orElse(-1),
                catalogue.areas(),
                rows,
                Trend.of(past, today, total.percent()),
                first,
                new Since(
                        lang.day(changes.then().day(), today),
                        visit.isPresent(),
                        changes.then().known(),
                        changes.better().size(),
                        changes.worse().size(),
                        changes.then().opened(),
                        changes.then().verified(),
                        changes.then().closed()),
                words.board()
                        .bounds_say(
                                facts.bounds().ready(),
                                facts.bounds().near(),
                                facts.bounds().gap()),
                rights.setsBounds(seat),
                today.toString());
        return Templates.board(client, board, lang == Lang.EN);
    }

    /** One department: every requirement that it answers for, by area, with the sentence why. */
    @GET
    @Path("departments/{department}")
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance department(
            UUID client, UUID department, @QueryParam("standard") @Nullable String standard) {
        Reader.Seat seat = reader.at(client);
        rights.requireReach(seat, department);
        Catalogue catalogue = library.catalogue();
        Lang lang = words.lang();
        Optional<Standard> chosen = standard(catalogue, seat, standard);
        Readiness readiness = new Readiness(
                catalogue, report.facts(client, seat.zone(), seat.auditOn(), Optional.of(department)), chosen);
        ClientFacts.Dept dept = readiness.departments().stream().findFirst().orElseThrow(NotFoundException::new);
        Map<String, Score> scores = readiness.byDepartmentAndArea().getOrDefault(department, Map.of());
        List<AreaList> lists = new ArrayList<>();
        for (Area area : catalogue.areas()) {
            Score score = scores.get(area.id());
            if (score == null) {
                continue;
            }
            List<Item> items = readiness.cells().stream()
                    .filter(c -> c.requirement().area().equals(area.id()))
                    .sorted(Comparator.comparing(
                                    (Readiness.Cell c) -> c.standing().state().orElse(State.READY))
                            .thenComparing(Readiness.Cell::grade))
                    .map(c -> new Item(
                            c.requirement().id(),
                            c.requirement().title().in(lang),
                            c.grade().name(),
                            c.standing().state().map(State::mark).orElse("na"),
                            words.because(c.standing().reason(), catalogue)))
                    .toList();
            lists.add(new AreaList(area.id(), area.title().in(lang), mark(score, readiness), percent(score), items));
        }
        return Templates.department(
                client,
                row(dept, scores, catalogue.areas(), readiness, lang),
                lists,
                chosen.map(s -> s.title().in(lang)).orElse(""));
    }

    /** The one asked for; else the one that the client is audited against next; “all” means no standard. */
    static Optional<Standard> standard(Catalogue catalogue, Reader.Seat seat, @Nullable String asked) {
        if ("all".equals(asked)) {
            return Optional.empty();
        }
        return Optional.ofNullable(asked).or(seat::standard).flatMap(catalogue::standard);
    }

    private Row row(
            ClientFacts.Dept department, Map<String, Score> scores, List<Area> areas, Readiness readiness, Lang lang) {
        Score all = scores.values().stream().reduce(Score.EMPTY, Score::plus);
        List<Square> squares = areas.stream()
                .map(a -> {
                    Score score = scores.getOrDefault(a.id(), Score.EMPTY);
                    String mark = mark(score, readiness);
                    return new Square(a.id(), a.title().in(lang), mark, words.state(mark), percent(score));
                })
                .toList();
        return new Row(department.id(), department.name().in(lang), squares, mark(all, readiness), percent(all));
    }

    private static String mark(Score score, Readiness readiness) {
        return score.applicable() ? score.state(readiness.bounds()).mark() : "na";
    }

    private static String percent(Score score) {
        return score.applicable() ? Integer.toString(score.percent()) : "";
    }

    /** By weight, ease and the time that is left; what nobody has looked at only where that is critical at least. */
    private List<First> first(Readiness readiness, Catalogue catalogue, OptionalLong daysToAudit, boolean files) {
        List<FirstThings.Thing<Candidate>> things = new ArrayList<>();
        for (Readiness.Cell c : readiness.cells()) {
            State state = c.standing().state().orElse(State.READY);
            if (state.open() && (state != State.UNKNOWN || c.grade().compareTo(Severity.CRITICAL) <= 0)) {
                Remedy remedy = Remedy.of(c, readiness.findings(c), catalogue, files);
                things.add(new FirstThings.Thing<>(
                        new Candidate(c, remedy),
                        state,
                        c.grade(),
                        remedy.days(),
                        c.requirement().id() + c.department().id()));
            }
        }
        return FirstThings.of(things, daysToAudit, MOST_FIRST).stream()
                .map(t -> first(t.what().cell(), t.what().remedy(), catalogue))
                .toList();
    }

    private record Candidate(Readiness.Cell cell, Remedy remedy) {}

    private First first(Readiness.Cell c, Remedy remedy, Catalogue catalogue) {
        return new First(
                c.department().id(),
                c.department().name().in(words.lang()),
                c.requirement().id(),
                c.requirement().title().in(words.lang()),
                c.grade().name(),
                c.standing().state().map(State::mark).orElse("na"),
                words.because(c.standing().reason(), catalogue),
                remedy.kind().name(),
                remedy.link());
    }

    /** The sheet of marks, for squares that draw theirs without a tag. */
    static String icons(Build build) {
        return "/icons.svg?v=" + build.id();
    }

    static List<Tab> tabs(Catalogue catalogue, Optional<Standard> chosen, Words words) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab("all", words.messages().all_requirements(), chosen.isEmpty()));
        catalogue
                .standards()
                .forEach(s -> tabs.add(new Tab(
                        s.id(),
                        s.title().in(words.lang()),
                        chosen.filter(c -> c.id().equals(s.id())).isPresent())));
        return tabs;
    }
}
