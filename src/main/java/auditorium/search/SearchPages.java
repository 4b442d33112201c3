package auditorium.search;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Departments;
import auditorium.library.Catalogue;
import auditorium.platform.CurrentLanguage;
import auditorium.search.domain.Wanted;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the library says about a word. Everybody finds what everybody may read. */
@Path("/c/{client}/search")
@Produces(MediaType.TEXT_HTML)
class SearchPages {

    private static final int FIRST = 5;
    private static final int ALL = 60;

    private final SearchIndex index;
    private final SearchReport report;
    private final Departments departments;
    private final CurrentReader reader;
    private final CurrentLanguage language;

    SearchPages(
            SearchIndex index,
            SearchReport report,
            Departments departments,
            CurrentReader reader,
            CurrentLanguage language) {
        this.index = index;
        this.report = report;
        this.departments = departments;
        this.reader = reader;
        this.language = language;
    }

    /** Results of one kind; {@code total} may be more than are shown. */
    record Group(String kind, int total, boolean more, List<Result> results) {}

    /** What was asked and what was found. */
    record Search(String typed, String encoded, State state, boolean questions, int total, List<Group> groups) {}

    /** How far the search came: nothing was typed, only signs, nothing was found, or something. */
    enum State {
        BLANK,
        SIGNS,
        NOTHING,
        FOUND
    }

    @CheckedTemplate(basePath = "search")
    static class Templates {
        private Templates() {}

        static native TemplateInstance search(UUID client, Search search);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance search(
            UUID client, @QueryParam("q") @Nullable String q, @QueryParam("kind") @Nullable String kind) {
        Wanted wanted = Wanted.of(q);
        Reader.Seat seat = reader.at(client);
        List<Kind> allowed = Kind.of(reader.get(), seat);
        boolean questions = allowed.contains(Kind.QUESTION);
        if (wanted.isEmpty()) {
            State state = wanted.typed().isEmpty() ? State.BLANK : State.SIGNS;
            return Templates.search(client, new Search(wanted.typed(), "", state, questions, 0, List.of()));
        }
        Optional<Kind> only = Optional.ofNullable(kind).flatMap(Kind::named).filter(allowed::contains);
        SearchIndex.Made made = index.current();
        List<SearchReport.Found> found =
                report.find(made.hash(), wanted, only.map(List::of).orElse(allowed), only.isPresent() ? ALL : FIRST);
        List<Group> groups = groups(client, seat, made.catalogue(), wanted, found);
        return Templates.search(
                client,
                new Search(
                        wanted.typed(),
                        URLEncoder.encode(wanted.typed(), StandardCharsets.UTF_8),
                        groups.isEmpty() ? State.NOTHING : State.FOUND,
                        questions,
                        groups.stream().mapToInt(Group::total).sum(),
                        groups));
    }

    private List<Group> groups(
            UUID client, Reader.Seat seat, Catalogue catalogue, Wanted wanted, List<SearchReport.Found> found) {
        boolean requirements = found.stream().anyMatch(f -> f.kind() == Kind.REQUIREMENT);
        Results results = new Results(
                client, catalogue, wanted, language.lang(), requirements ? departments.reachedBy(seat) : List.of());
        Map<Kind, List<Result>> byKind = new EnumMap<>(Kind.class);
        Map<Kind, Integer> totals = new EnumMap<>(Kind.class);
        for (SearchReport.Found f : found) {
            totals.put(f.kind(), f.ofKind());
            results.of(f)
                    .ifPresent(r -> byKind.computeIfAbsent(f.kind(), k -> new ArrayList<>())
                            .add(r));
        }
        List<Group> groups = new ArrayList<>();
        byKind.forEach((kind, list) -> {
            int total = Math.max(totals.getOrDefault(kind, 0), list.size());
            groups.add(new Group(kind.code(), total, total > list.size() && list.size() <= FIRST, list));
        });
        return groups;
    }
}
