package auditorium.readiness;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.files.FileBox;
import auditorium.platform.Letter;
import auditorium.platform.Refusal;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Photos of responses. They travel after the response that they belong to, one by one, because they are large. */
@Path("/c/{client}/response-photos")
class ResponsePhotoPages {

    private final ResponsePhotos photos;
    private final ResponseReport report;
    private final FileBox files;
    private final Rights rights;
    private final CurrentReader reader;
    private final Clock clock;

    ResponsePhotoPages(
            ResponsePhotos photos,
            ResponseReport report,
            FileBox files,
            Rights rights,
            CurrentReader reader,
            Clock clock) {
        this.photos = photos;
        this.report = report;
        this.files = files;
        this.rights = rights;
        this.reader = reader;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public Response add(
            UUID client,
            @RestForm @Nullable UUID response,
            @RestForm("photo") List<FileUpload> sent,
            @BeanParam Letter letter) {
        letter.requireWriter(reader.get().account());
        ResponseReport.Place place = report.place(client, response == null ? new UUID(0, 0) : response)
                .filter(p -> p.by().equals(reader.get().account()))
                .orElseThrow(NotFoundException::new);
        rights.requireReach(reader.at(client), place.department());
        if (sent.isEmpty() || response == null) {
            return letter.refused(422);
        }
        Instant now = clock.instant();
        try {
            photos.add(client, letter.id(), response, sent.get(0), letter.at(now), now);
        } catch (Refusal no) {
            if (letter.plain()) {
                throw no;
            }
            return letter.refused(no.status());
        }
        return letter.receipt(URI.create("/c/" + client + "/walk"));
    }

    @GET
    @Path("{photo}")
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public Response photo(UUID client, UUID photo) {
        ResponseReport.Photo found = report.photo(client, photo).orElseThrow(NotFoundException::new);
        rights.requireReach(reader.at(client), found.department());
        return files.handOut(client, found.file());
    }
}
