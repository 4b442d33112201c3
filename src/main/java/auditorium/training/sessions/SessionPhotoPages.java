package auditorium.training.sessions;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.files.FileBox;
import auditorium.platform.Ids;
import auditorium.platform.Refusal;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Photos of the sheet that was signed on paper, for those who may hold the session. */
@Path("/c/{client}/sessions/{session}/photos")
class SessionPhotoPages {

    private final TrainingSessions sessions;
    private final SessionPhotos photos;
    private final FileBox files;
    private final CurrentReader reader;
    private final SessionWords words;
    private final Clock clock;

    SessionPhotoPages(
            TrainingSessions sessions,
            SessionPhotos photos,
            FileBox files,
            CurrentReader reader,
            SessionWords words,
            Clock clock) {
        this.sessions = sessions;
        this.photos = photos;
        this.files = files;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public Response add(UUID client, UUID session, @RestForm("file") List<FileUpload> given) {
        TrainingSession found = sessions.reached(reader.at(client), session);
        if (!found.open()) {
            throw new Refusal(409, words.messages().is_over());
        }
        given.stream()
                .filter(f -> f.size() > 0)
                .forEach(f -> photos.add(client, session, Ids.next(), files.keep(client, f), clock.instant()));
        return Response.seeOther(URI.create("/c/" + client + "/sessions/" + session + "#photos"))
                .build();
    }

    @GET
    @Path("{photo}")
    @Transactional
    @PermissionsAllowed(Rights.TRAIN)
    public Response photo(UUID client, UUID session, UUID photo) {
        sessions.reached(reader.at(client), session);
        return files.handOut(client, photos.get(client, session, photo));
    }
}
