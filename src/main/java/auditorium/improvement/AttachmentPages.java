package auditorium.improvement;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.files.FileBox;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Photos and files of tasks. Those may have them who own the task or reach its department. */
@Path("/c/{client}/attachments/{attachment}")
class AttachmentPages {

    private final Attachments attachments;
    private final FileBox files;
    private final Tasks tasks;
    private final TaskSteps steps;
    private final Rights rights;
    private final CurrentReader reader;

    AttachmentPages(
            Attachments attachments, FileBox files, Tasks tasks, TaskSteps steps, Rights rights, CurrentReader reader) {
        this.attachments = attachments;
        this.files = files;
        this.tasks = tasks;
        this.steps = steps;
        this.rights = rights;
        this.reader = reader;
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response bytes(UUID client, UUID attachment) {
        Attachment found = attachments.findByIdOptional(attachment).orElseThrow(NotFoundException::new);
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
        return files.handOut(client, found.file());
    }
}
