package auditorium.readiness;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.library.Catalogue;
import auditorium.library.content.Area;
import auditorium.library.content.Rating;
import auditorium.library.content.Requirement;
import auditorium.library.content.Standard;
import auditorium.lists.ClientLibrary;
import auditorium.platform.Lang;
import auditorium.readiness.domain.CheapestPath;
import auditorium.readiness.domain.Estimate;
import auditorium.readiness.domain.Rated;
import auditorium.readiness.domain.State;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What schemes that publish a score would most likely say today, each an estimate with its source, and what to put right first. */
@Path("/c/{client}/ratings")
@Produces(MediaType.TEXT_HTML)
class RatingPages {

    /** Marks of grades from the best down; whatever is lower fails. */
    private static final List<State> MARKS = List.of(State.READY, State.NEAR, State.GAP);

    private final ReadinessReport report;
    private final ClientLibrary library;
    private final Rights rights;
    private final CurrentReader reader;
    private final Words words;

    RatingPages(ReadinessReport report, ClientLibrary library, Rights rights, CurrentReader reader, Words words) {
        this.report = report;
        this.library = library;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
    }

    /** A clause with its grade. */
    record Clause(String number, String title, int percent, String grade, String mark) {}

    /** Something to put right, with the department in which it stands worst. */
    record Fix(String requirement, String title, UUID department, String mark) {}

    /** What to put right for the next grade, and that grade; nothing when there is no better one. */
    record Way(String grade, List<Fix> fixes) {}

    /** One scheme. */
    record View(
            String id,
            String title,
            String edition,
            String kind,
            String grade,
            String mark,
            int value,
            int of,
            List<Clause> clauses,
            Optional<Way> way,
            String source,
            String confidence) {}

    @CheckedTemplate(basePath = "readiness")
    static class Templates {
        private Templates() {}

        static native TemplateInstance ratings(UUID client, List<View> ratings, boolean part);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance ratings(UUID client) {
        Reader.Seat seat = reader.at(client);
        Catalogue catalogue = library.catalogue();
        Optional<UUID> reach = rights.reach(seat);
        ClientFacts facts = report.facts(client, seat.zone(), seat.auditOn(), reach);
        List<View> views =
                catalogue.ratings().stream().map(r -> view(r, catalogue, facts)).toList();
        return Templates.ratings(client, views, reach.isPresent());
    }

    private View view(Rating rating, Catalogue catalogue, ClientFacts facts) {
        Optional<Standard> standard = catalogue.standard(rating.standard());
        Readiness readiness = new Readiness(catalogue, facts, standard);
        Map<String, Rated> rated = new LinkedHashMap<>();
        Map<String, Readiness.Cell> worst = new HashMap<>();
        for (Readiness.Cell cell : readiness.cells()) {
            String key = cell.requirement().id();
            rated.put(
                    key,
                    rated.getOrDefault(key, Rated.none(key))
                            .plus(cell.grade(), cell.standing(), Remedy.days(cell.requirement(), catalogue)));
            if (cell.standing().state().isPresent()) {
                worst.merge(
                        key,
                        cell,
                        (a, b) -> a.standing()
                                                .state()
                                                .orElse(State.READY)
                                                .compareTo(b.standing().state().orElse(State.READY))
                                        <= 0
                                ? a
                                : b);
            }
        }
        Map<String, String> titles = new LinkedHashMap<>();
        List<Estimate.Clause> clauses = new ArrayList<>();
        Lang lang = words.lang();
        if (standard.isPresent()) {
            for (Standard.Clause clause : standard.get().clauses()) {
                titles.put(clause.clause(), clause.title().in(lang));
                clauses.add(new Estimate.Clause(clause.clause(), of(clause.requirements(), rated)));
            }
        } else {
            for (Area area : catalogue.areas()) {
                if (rating.areas().contains(area.id())) {
                    titles.put(area.id(), area.title().in(lang));
                    List<String> keys = catalogue.requirements().stream()
                            .filter(r -> r.area().equals(area.id()))
                            .map(Requirement::id)
                            .toList();
                    clauses.add(new Estimate.Clause(area.id(), of(keys, rated)));
                }
            }
        }
        Estimate estimate = Estimate.of(rating.scheme(), clauses);
        Optional<Way> way = CheapestPath.of(rating.scheme(), clauses)
                .map(p -> new Way(
                        p.grade(),
                        p.requirements().stream()
                                .map(key -> fix(key, worst, catalogue, lang))
                                .toList()));
        return new View(
                rating.id(),
                rating.title().in(lang),
                rating.edition(),
                kind(rating.scheme()),
                estimate.grade(),
                estimate.grade().isEmpty()
                        ? State.STOP.mark()
                        : mark(rating.scheme().grades(), estimate.grade()),
                estimate.value(),
                rating.scheme() instanceof Rating.Points p ? p.of() : 100,
                clauses(rating.scheme(), estimate, titles),
                way,
                rating.source().in(lang),
                rating.confidence().name());
    }

    private static List<Clause> clauses(Rating.Scheme scheme, Estimate estimate, Map<String, String> titles) {
        List<String> grades = scheme instanceof Rating.Clauses c
                ? c.bands().stream().map(Rating.Band::grade).toList()
                : List.of();
        return estimate.parts().stream()
                .map(p -> new Clause(
                        p.clause(),
                        titles.getOrDefault(p.clause(), ""),
                        p.percent(),
                        p.grade(),
                        mark(grades, p.grade())))
                .toList();
    }

    private static Fix fix(String key, Map<String, Readiness.Cell> worst, Catalogue catalogue, Lang lang) {
        Readiness.Cell cell = Objects.requireNonNull(worst.get(key), "only what applies can be put right");
        return new Fix(
                key,
                catalogue.requirement(key).map(r -> r.title().in(lang)).orElse(key),
                cell.department().id(),
                cell.standing().state().orElse(State.READY).mark());
    }

    private static List<Rated> of(List<String> keys, Map<String, Rated> rated) {
        return keys.stream().map(k -> rated.getOrDefault(k, Rated.none(k))).toList();
    }

    private static String mark(List<String> grades, String grade) {
        int at = grades.indexOf(grade);
        return (at < MARKS.size() ? MARKS.get(at) : State.FAILING).mark();
    }

    private static String kind(Rating.Scheme scheme) {
        return switch (scheme) {
            case Rating.Clauses c -> "clauses";
            case Rating.Bands b -> "bands";
            case Rating.Points p -> "points";
            case Rating.Nonconformities n -> "nonconformities";
        };
    }
}
