package auditorium.training.sessions;

import auditorium.files.KeptFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Photos and scans of signed sheets, of the current client's sessions. Added only, and only until the closing. */
@ApplicationScoped
class SessionPhotos {

    private final EntityManager entities;

    SessionPhotos(EntityManager entities) {
        this.entities = entities;
    }

    /** A file with the fingerprint of its bytes. */
    record Photo(UUID id, KeptFile file, Instant at) {

        /** The beginning of the SHA-256 of the bytes, in hexadecimal. */
        String fingerprint() {
            return HexFormat.of().formatHex(file.sha256()).substring(0, 16);
        }
    }

    void add(UUID client, UUID session, UUID id, KeptFile file, Instant at) {
        entities.createNativeQuery("""
                        insert into session_photo (client_id, id, session_id, sha256, media_type, name, size, added_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)""")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, session)
                .setParameter(4, file.sha256())
                .setParameter(5, file.mediaType())
                .setParameter(6, file.name())
                .setParameter(7, file.size())
                .setParameter(8, at)
                .executeUpdate();
    }

    /** Those of one session, the earliest first. */
    List<Photo> of(UUID client, UUID session) {
        List<?> rows = entities.createNativeQuery("""
                        select id, sha256, media_type, name, size, added_at from session_photo
                         where client_id = ?1 and session_id = ?2 order by added_at, id""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, session)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Photo(
                        (UUID) r[0],
                        new KeptFile((byte[]) r[1], (String) r[2], (String) r[3], ((Number) r[4]).intValue()),
                        (Instant) r[5]))
                .toList();
    }

    /** One of a session; not found otherwise. */
    KeptFile get(UUID client, UUID session, UUID id) {
        return of(client, session).stream()
                .filter(p -> p.id().equals(id))
                .map(Photo::file)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
