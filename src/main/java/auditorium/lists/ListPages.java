package auditorium.lists;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.platform.Fields;
import auditorium.platform.tables.Unreadable;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The lists that a client's customers audit it by, and how one comes in. */
@Path("/c/{client}/lists")
@Produces(MediaType.TEXT_HTML)
class ListPages {

    static final int LONGEST_TITLE = 80;

    private final ListReport report;
    private final Editions editions;
    private final Rights rights;
    private final CurrentReader reader;
    private final Words words;

    ListPages(ListReport report, Editions editions, Rights rights, CurrentReader reader, Words words) {
        this.report = report;
        this.editions = editions;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
    }

    /** A list in the overview. */
    record Row(
            UUID id,
            String title,
            boolean archived,
            boolean counts,
            int number,
            String on,
            int lines,
            int open,
            int done,
            int look,
            String draft) {}

    @CheckedTemplate(basePath = "lists")
    static class Templates {
        private Templates() {}

        static native TemplateInstance lists(
                UUID client, List<Row> lists, int own, boolean manages, String title, String problem);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance lists(UUID client) {
        return page(client, "", "");
    }

    private TemplateInstance page(UUID client, String title, String problem) {
        Reader.Seat seat = reader.at(client);
        return Templates.lists(
                client,
                report.lists(client).stream()
                        .map(r -> new Row(
                                r.id(),
                                r.title(),
                                r.archived(),
                                r.current().isPresent(),
                                r.number(),
                                r.takenAt()
                                        .map((Instant t) -> t.atZone(seat.zone())
                                                .toLocalDate()
                                                .toString())
                                        .orElse(""),
                                r.lines(),
                                r.open(),
                                r.done(),
                                r.look(),
                                r.draft().map(UUID::toString).orElse("")))
                        .toList(),
                report.owns(client),
                rights.managesLists(seat),
                title,
                problem);
    }

    /** Keeps the file; a person then says what its columns mean. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    @PermissionsAllowed(Rights.LISTS)
    public Response bring(
            UUID client, @RestForm("title") @Nullable String typed, @RestForm("file") @Nullable FileUpload file) {
        String title = Fields.text(typed, LONGEST_TITLE);
        if (title.isEmpty()) {
            return refused(client, title, words.buyer().title_missing());
        }
        if (file == null || file.size() == 0) {
            return refused(client, title, words.buyer().file_missing());
        }
        try {
            ListUpload upload = ListUpload.of(file);
            UUID by = reader.get().account();
            UUID edition = editions.add(client, editions.addList(client, title, by), upload, by);
            return Response.seeOther(URI.create("/c/" + client + "/list-editions/" + edition))
                    .build();
        } catch (Unreadable e) {
            return refused(client, title, e.words(words.lang()));
        } catch (IOException e) {
            return refused(client, title, words.buyer().file_missing());
        }
    }

    private Response refused(UUID client, String title, String problem) {
        return Response.status(422).entity(page(client, title, problem)).build();
    }
}
