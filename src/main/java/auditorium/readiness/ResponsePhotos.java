package auditorium.readiness;

import auditorium.files.FileBox;
import auditorium.files.KeptFile;
import auditorium.records.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Photos that show what a response says. Added by whoever gave the response, and never changed. */
@ApplicationScoped
class ResponsePhotos {

    private final EntityManager entities;
    private final FileBox files;
    private final Ledger ledger;

    ResponsePhotos(EntityManager entities, FileBox files, Ledger ledger) {
        this.entities = entities;
        this.files = files;
        this.ledger = ledger;
    }

    /** Keeps a photo; sending it twice keeps it once. Refuses, in words, what can't be kept. */
    void add(UUID client, UUID id, UUID response, FileUpload photo, Instant takenAt, Instant now) {
        boolean there = !entities.createNativeQuery("select 1 from response_photo where client_id = ?1 and id = ?2")
                .setParameter(1, client)
                .setParameter(2, id)
                .getResultList()
                .isEmpty();
        if (there) {
            return;
        }
        KeptFile kept = files.keep(client, photo);
        int added = entities.createNativeQuery("""
                        insert into response_photo (client_id, id, response_id, sha256, media_type, name, size, taken_at, received_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) on conflict (client_id, id) do nothing""")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, response)
                .setParameter(4, kept.sha256())
                .setParameter(5, kept.mediaType())
                .setParameter(6, kept.name())
                .setParameter(7, kept.size())
                .setParameter(8, takenAt)
                .setParameter(9, now)
                .executeUpdate();
        if (added == 1) {
            ledger.append(ReadinessWitnesses.PHOTO, id);
        }
    }
}
