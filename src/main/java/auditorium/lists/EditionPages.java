package auditorium.lists;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.lists.domain.Grades;
import auditorium.lists.domain.ListComparison;
import auditorium.lists.domain.ListLine;
import auditorium.platform.ClientScope;
import auditorium.platform.Fields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a list on its way in: how far the reading is, what it changes line by line, and taking or undoing it. Reading a file
 * holds no transaction, so these pages open their own where they touch the database.
 */
@Path("/c/{client}/list-editions/{edition}")
@Produces(MediaType.TEXT_HTML)
class EditionPages {

    private static final int PAGE = 50;

    private final Editions editions;
    private final Decisions decisions;
    private final ListReport report;
    private final ListWork work;
    private final ClientScope scope;
    private final Rights rights;
    private final CurrentReader reader;
    private final Words words;
    private final Clock clock;

    EditionPages(
            Editions editions,
            Decisions decisions,
            ListReport report,
            ListWork work,
            ClientScope scope,
            Rights rights,
            CurrentReader reader,
            Words words,
            Clock clock) {
        this.editions = editions;
        this.decisions = decisions;
        this.report = report;
        this.work = work;
        this.scope = scope;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /** A line on one side of a change. */
    record SideView(String reference, String words, String grade, String keys) {}

    /** A change with its lines on both sides. */
    record ChangeView(int percent, List<SideView> before, List<SideView> after) {}

    /** The changes of one kind. */
    record KindTab(String kind, int count, boolean chosen) {}

    /** What an edition changes. */
    record Compared(
            List<KindTab> kinds,
            String kind,
            List<ChangeView> changes,
            int page,
            int pages,
            boolean waits,
            boolean undoable,
            boolean manages) {}

    @CheckedTemplate(basePath = "lists")
    static class Templates {
        private Templates() {}

        static native TemplateInstance working(UUID client, Editions.Edition edition, boolean still);

        static native TemplateInstance changes(
                UUID client, Editions.Edition edition, Compared compared, String problem);
    }

    @GET
    @Blocking
    @PermissionsAllowed(Rights.SEE_READINESS)
    public Object show(
            UUID client,
            UUID edition,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("page") @Nullable String page) {
        Editions.Edition found = find(client, edition);
        if (found.state() == Editions.State.READING) {
            return Templates.working(
                    client, found, found.touchedAt().isBefore(clock.instant().minusSeconds(Editions.STILL_SECONDS)));
        }
        if (found.state() == Editions.State.COLUMNS) {
            return to(client, "/list-editions/" + edition + "/columns");
        }
        return found.before().isEmpty() ? to(client, "/lists/" + found.list()) : changes(client, found, kind, page, "");
    }

    private Editions.Edition find(UUID client, UUID edition) {
        return scope.inside(client, () -> editions.find(client, edition)).orElseThrow(NotFoundException::new);
    }

    /** Reads and compares once more, after the work had died or another edition was taken. */
    @POST
    @Path("reading")
    @Blocking
    @PermissionsAllowed(Rights.LISTS)
    public Response readAgain(UUID client, UUID edition) {
        find(client, edition);
        work.begin(client, edition, reader.get().account(), words.lang());
        return to(client, "/list-editions/" + edition);
    }

    private TemplateInstance changes(
            UUID client, Editions.Edition edition, @Nullable String kind, @Nullable String page, String problem) {
        return scope.inside(client, () -> {
            Map<ListComparison.Kind, Integer> counts = report.changes(client, edition.id());
            ListComparison.Kind chosen = Fields.named(ListComparison.Kind.values(), kind)
                    .orElseGet(() -> Arrays.stream(ListComparison.Kind.values())
                            .filter(k -> counts.getOrDefault(k, 0) > 0)
                            .findFirst()
                            .orElse(ListComparison.Kind.SAME));
            int pages = Math.max(1, (counts.getOrDefault(chosen, 0) + PAGE - 1) / PAGE);
            int at = Math.min(pages, Fields.page(page));
            List<ChangeView> shown = report.changed(client, edition.id(), chosen, (at - 1) * PAGE, PAGE).stream()
                    .map(c -> new ChangeView(c.percent(), sides(c.before()), sides(c.after())))
                    .toList();
            return Templates.changes(
                    client,
                    edition,
                    new Compared(
                            Arrays.stream(ListComparison.Kind.values())
                                    .map(k -> new KindTab(k.name(), counts.getOrDefault(k, 0), k == chosen))
                                    .toList(),
                            chosen.name(),
                            shown,
                            at,
                            pages,
                            edition.state() == Editions.State.READ,
                            edition.counts(),
                            rights.managesLists(reader.at(client))),
                    problem);
        });
    }

    private List<SideView> sides(List<ListReport.Side> sides) {
        return sides.stream()
                .map(s -> {
                    ListLine line = s.line();
                    return new SideView(
                            line.name(s.position()),
                            line.words(),
                            line.grade()
                                    .map(g -> Grades.name(g).in(words.lang()))
                                    .orElse(""),
                            s.keys());
                })
                .toList();
    }

    /** Makes the edition count. When another one was taken meanwhile it is compared anew first. */
    @POST
    @Path("taking")
    @Blocking
    @PermissionsAllowed(Rights.LISTS)
    public Response take(UUID client, UUID edition) {
        Editions.Edition found = find(client, edition);
        UUID by = reader.get().account();
        if (found.state() != Editions.State.READ && found.state() != Editions.State.TAKEN) {
            return to(client, "/list-editions/" + edition);
        }
        Decisions.Outcome outcome = scope.inside(client, () -> decisions.take(client, found.list(), edition, by));
        if (outcome == Decisions.Outcome.OUTDATED) {
            work.begin(client, edition, reader.get().account(), words.lang());
            return to(client, "/list-editions/" + edition);
        }
        return to(client, "/lists/" + found.list());
    }

    /** Makes the edition before count again, as it was. */
    @POST
    @Path("undoing")
    @Blocking
    @PermissionsAllowed(Rights.LISTS)
    public Object undo(UUID client, UUID edition) {
        Editions.Edition found = find(client, edition);
        UUID by = reader.get().account();
        if (!scope.inside(client, () -> decisions.undo(client, found, by)) && found.state() != Editions.State.UNDONE) {
            return Response.status(409)
                    .entity(changes(client, found, null, null, words.buyer().undo_not_now()))
                    .build();
        }
        return to(client, "/lists/" + found.list());
    }

    /** Throws an edition away that nobody has taken. */
    @POST
    @Path("removal")
    @Blocking
    @PermissionsAllowed(Rights.LISTS)
    public Response remove(UUID client, UUID edition) {
        Editions.Edition found = find(client, edition);
        if (found.state() == Editions.State.COLUMNS || found.state() == Editions.State.READ) {
            scope.inside(client, () -> editions.remove(client, found));
        }
        return to(client, found.current().isEmpty() ? "/lists" : "/lists/" + found.list());
    }

    private static Response to(UUID client, String path) {
        return Response.seeOther(URI.create("/c/" + client + path)).build();
    }
}
