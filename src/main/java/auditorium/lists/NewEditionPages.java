package auditorium.lists;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.platform.tables.Unreadable;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The next edition of a list; it counts when somebody has seen what it changes. */
@Path("/c/{client}/lists/{list}/editions")
@Produces(MediaType.TEXT_HTML)
class NewEditionPages {

    private final ListReport report;
    private final Editions editions;
    private final CurrentReader reader;
    private final Words words;

    NewEditionPages(ListReport report, Editions editions, CurrentReader reader, Words words) {
        this.report = report;
        this.editions = editions;
        this.reader = reader;
        this.words = words;
    }

    @CheckedTemplate(basePath = "lists")
    static class Templates {
        private Templates() {}

        static native TemplateInstance newEdition(UUID client, UUID list, String title, String problem);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LISTS)
    public TemplateInstance form(UUID client, UUID list) {
        return Templates.newEdition(client, list, title(client, list), "");
    }

    private String title(UUID client, UUID list) {
        return report.list(client, list).orElseThrow(NotFoundException::new).title();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    @PermissionsAllowed(Rights.LISTS)
    public Response bring(UUID client, UUID list, @RestForm("file") @Nullable FileUpload file) {
        String title = title(client, list);
        String problem = words.buyer().file_missing();
        if (file != null && file.size() > 0) {
            try {
                UUID edition = editions.add(
                        client, list, ListUpload.of(file), reader.get().account());
                return Response.seeOther(URI.create("/c/" + client + "/list-editions/" + edition))
                        .build();
            } catch (Unreadable e) {
                problem = e.words(words.lang());
            } catch (IOException e) {
                problem = words.buyer().file_missing();
            }
        }
        return Response.status(422)
                .entity(Templates.newEdition(client, list, title, problem))
                .build();
    }
}
