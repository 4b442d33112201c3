package auditorium.improvement;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Photos and files of tasks. Only pictures that were made here are shown in a page; all else is a download. */
@Path("/c/{client}/attachments/{attachment}")
class AttachmentPages {

    private final Uploads uploads;
    private final Tasks tasks;
    private final TaskSteps steps;
    private final Rights rights;
    private final CurrentReader reader;

    AttachmentPages(Uploads uploads, Tasks tasks, TaskSteps steps, Rights rights, CurrentReader reader) {
        this.uploads = uploads;
        this.tasks = tasks;
        this.steps = steps;
        this.rights = rights;
        this.reader = reader;
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response bytes(UUID client, UUID attachment) {
        Attachment found = uploads.findByIdOptional(attachment).orElseThrow(NotFoundException::new);
        Task task = steps.findByIdOptional(found.step())
                .flatMap(s -> tasks.whole(s.task()))
                .orElseThrow(NotFoundException::new);
        Reader.Seat seat = reader.at(client);
        boolean owner = seat.person().map(p -> p.equals(task.owner().id())).orElse(false);
        if (!owner) {
            if (!seat.role().sees()) {
                throw new NotFoundException();
            }
            rights.requireReach(seat, task.finding().department());
        }
        byte[] bytes = uploads.bytes(client, found).orElseThrow(NotFoundException::new);
        String name = URLEncoder.encode(found.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(bytes, found.mediaType())
                .header(
                        "Content-Disposition",
                        (found.picture() ? "inline" : "attachment") + "; filename*=UTF-8''" + name)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
