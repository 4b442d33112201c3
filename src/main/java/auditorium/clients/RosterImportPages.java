package auditorium.clients;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.clients.RosterImports.Import;
import auditorium.clients.RosterImports.State;
import auditorium.clients.domain.RosterChoices;
import auditorium.clients.domain.RosterColumns;
import auditorium.clients.domain.RosterLine;
import auditorium.library.content.DepartmentKind;
import auditorium.platform.ClientScope;
import auditorium.platform.Fields;
import auditorium.platform.tables.Plain;
import auditorium.platform.tables.TableFile;
import auditorium.platform.tables.Unreadable;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * A factory's own list of people: upload it, say what its columns mean, see what it would change, take it. Reading a file holds no
 * transaction, so these pages open their own where they touch the database.
 */
@Path("/c/{client}/people/imports")
@Produces(MediaType.TEXT_HTML)
class RosterImportPages {

    private final RosterImports imports;
    private final RosterPreview preview;
    private final RosterWork work;
    private final RosterColumnPages columns;
    private final Departments departments;
    private final ClientScope scope;
    private final Rights rights;
    private final CurrentReader reader;
    private final Words words;
    private final Clock clock;

    RosterImportPages(
            RosterImports imports,
            RosterPreview preview,
            RosterWork work,
            RosterColumnPages columns,
            Departments departments,
            ClientScope scope,
            Rights rights,
            CurrentReader reader,
            Words words,
            Clock clock) {
        this.imports = imports;
        this.preview = preview;
        this.work = work;
        this.columns = columns;
        this.departments = departments;
        this.scope = scope;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /** Something to choose. */
    record Choice(String id, String title, boolean chosen) {}

    /** What a list changed. */
    record Result(int fresh, int changed, int back, int left, int departments) {}

    @CheckedTemplate(basePath = "clients")
    static class Templates {
        private Templates() {}

        static native TemplateInstance importNew(UUID client, String problem, int mostRows);

        static native TemplateInstance importWorking(UUID client, Import list, int percent, boolean still);

        static native TemplateInstance importPreview(
                UUID client, Import list, RosterPreview.View view, List<Choice> choices, String today);

        static native TemplateInstance importDone(UUID client, Import list, Result result);
    }

    @GET
    @Blocking
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public TemplateInstance form(UUID client) {
        return Templates.importNew(client, "", TableFile.MOST_ROWS);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response upload(UUID client, @RestForm("file") @Nullable FileUpload file) throws IOException {
        if (file == null || file.size() == 0) {
            return refused(client, words.roster().file_missing());
        }
        try {
            TableFile.Arrival arrival = TableFile.arrival(file.uploadedFile(), RosterColumns::headingRow);
            String name = Fields.text(Plain.inReport(file.fileName()), 80);
            UUID by = reader.get().account();
            UUID id = scope.inside(client, () -> imports.add(client, name, arrival, by));
            return to(client, id);
        } catch (Unreadable e) {
            return refused(client, e.words(words.lang()));
        }
    }

    private static Response refused(UUID client, String problem) {
        return Response.status(422)
                .entity(Templates.importNew(client, problem, TableFile.MOST_ROWS))
                .build();
    }

    @GET
    @Path("{list}")
    @Blocking
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public TemplateInstance show(UUID client, UUID list) throws IOException {
        Import found = find(client, list);
        return switch (found.state()) {
            case COLUMNS -> columns.page(client, found, "");
            case CHECKING, APPLYING ->
                Templates.importWorking(
                        client,
                        found,
                        found.rowsTotal() == 0 ? 0 : Math.min(100, 100 * found.rowsDone() / found.rowsTotal()),
                        found.touchedAt().isBefore(clock.instant().minusSeconds(RosterImports.STILL_SECONDS)));
            case CHECKED -> preview(client, found);
            case DONE -> Templates.importDone(client, found, result(found.result()));
        };
    }

    private Import find(UUID client, UUID list) {
        return scope.inside(client, () -> imports.find(client, list)).orElseThrow(NotFoundException::new);
    }

    private RosterWork.Who who(UUID client) {
        return RosterWork.Who.of(client, reader.get(), rights, words.lang());
    }

    private TemplateInstance preview(UUID client, Import list) {
        RosterWork.Who who = who(client);
        record Seen(RosterPreview.View view, List<Choice> choices) {}
        Seen seen = scope.inside(client, () -> {
            List<Choice> choices = new ArrayList<>();
            for (DepartmentKind kind : DepartmentKind.values()) {
                choices.add(new Choice(
                        kind.name(), words.roster().new_of_kind(kind.title().in(words.lang())), false));
            }
            for (Department d : departments.inOrder()) {
                choices.add(new Choice(
                        d.id().toString(), words.roster().same_as(d.name().in(words.lang())), false));
            }
            return new Seen(preview.of(client, list, who.gives(), who.account()), choices);
        });
        return Templates.importPreview(
                client,
                list,
                seen.view(),
                seen.choices(),
                LocalDate.now(clock.withZone(who.zone())).toString());
    }

    /** Takes the list as a whole, with what was chosen for departments and for people who are missing from it. */
    @POST
    @Path("{list}/application")
    @Blocking
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response apply(UUID client, UUID list, MultivaluedMap<String, String> form) {
        Import found = find(client, list);
        RosterWork.Who who = who(client);
        LocalDate today = LocalDate.now(clock.withZone(who.zone()));
        Map<String, RosterChoices.Choice> chosen = new HashMap<>();
        for (int i = 0; form.containsKey("name-" + i); i++) {
            String name = Fields.text(form.getFirst("name-" + i), RosterLine.LONGEST_DEPARTMENT);
            RosterChoices.Choice.of(String.valueOf(form.getFirst("department-" + i)))
                    .ifPresent(c -> chosen.put(RosterLine.key(name), c));
        }
        Optional<LocalDate> missing = "yes".equals(form.getFirst("everybody"))
                ? PersonForm.date(Fields.text(form.getFirst("left-on"), 20)).filter(d -> !d.isAfter(today))
                : Optional.empty();
        String choices = new RosterChoices(chosen, missing).written();
        boolean sound = scope.inside(
                client,
                () -> preview.of(client, found, who.gives(), who.account()).sound());
        if (sound && scope.inside(client, () -> imports.begin(client, list, State.APPLYING, choices))) {
            work.apply(list, who);
        }
        return to(client, list);
    }

    /** Checks once more, after somebody else changed the roster or the work had died. */
    @POST
    @Path("{list}/check")
    @Blocking
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response checkAgain(UUID client, UUID list) {
        Import found = find(client, list);
        if (found.held() && scope.inside(client, () -> imports.begin(client, list, State.CHECKING, found.choices()))) {
            work.check(list, who(client));
        }
        return to(client, list);
    }

    @POST
    @Path("{list}/removal")
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response remove(UUID client, UUID list) {
        Import found = imports.find(client, list).orElseThrow(NotFoundException::new);
        if (!found.working()) {
            imports.remove(client, found.id());
        }
        return Response.seeOther(URI.create("/c/" + client + "/people/imports")).build();
    }

    private static Result result(String written) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String pair : written.split(" ", -1)) {
            int middle = pair.indexOf('=');
            if (middle > 0) {
                numbers.put(pair.substring(0, middle), Integer.parseInt(pair.substring(middle + 1)));
            }
        }
        return new Result(
                numbers.getOrDefault("NEW", 0),
                numbers.getOrDefault("CHANGE", 0),
                numbers.getOrDefault("CAME_BACK", 0),
                numbers.getOrDefault("LEAVE", 0) + numbers.getOrDefault("MISSING", 0),
                numbers.getOrDefault("DEPARTMENTS", 0));
    }

    private static Response to(UUID client, UUID list) {
        return Response.seeOther(URI.create("/c/" + client + "/people/imports/" + list))
                .build();
    }
}
