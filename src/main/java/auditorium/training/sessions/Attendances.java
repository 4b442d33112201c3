package auditorium.training.sessions;

import auditorium.platform.Ids;
import auditorium.training.sessions.domain.Arrival;
import auditorium.training.sessions.domain.Attended;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who is meant to come to a session of the current client, and who was there. Notes are added; the latest one counts. */
@ApplicationScoped
class Attendances {

    private final EntityManager entities;

    Attendances(EntityManager entities) {
        this.entities = entities;
    }

    /** Puts everybody who works in these departments on the list. */
    void seatDepartments(UUID client, UUID session, List<UUID> departments) {
        if (!departments.isEmpty()) {
            entities.createNativeQuery("""
                            insert into session_seat (client_id, session_id, person_id, walk_in)
                            select p.client_id, :session, p.id, false from person p
                             where p.client_id = :client and p.department_id in (:departments) and p.left_on is null
                            on conflict do nothing""")
                    .setParameter("client", client)
                    .setParameter("session", session)
                    .setParameter("departments", departments)
                    .executeUpdate();
        }
    }

    /** Those with these numbers who work here, within the reach. */
    Map<String, UUID> numbered(UUID client, List<String> numbers, Optional<UUID> within) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery("""
                        select p.id, p.number from person p
                         where p.client_id = :client and p.number in (:numbers) and p.left_on is null
                           and (cast(:within as uuid) is null or p.department_id = cast(:within as uuid))""", Object[].class)
                .setParameter("client", client)
                .setParameter("numbers", numbers)
                .setParameter("within", within.map(UUID::toString).orElse(null))
                .getResultList();
        Map<String, UUID> found = new HashMap<>();
        rows.stream().map(Object[].class::cast).forEach(r -> found.put((String) r[1], (UUID) r[0]));
        return found;
    }

    /** Puts these people on the list; whoever is on it already stays as they are. */
    void seat(UUID client, UUID session, Collection<UUID> people, boolean walkIn) {
        if (!people.isEmpty()) {
            entities.createNativeQuery("""
                            insert into session_seat (client_id, session_id, person_id, walk_in)
                            select p.client_id, :session, p.id, :walkIn from person p where p.client_id = :client and p.id in (:people)
                            on conflict do nothing""")
                    .setParameter("client", client)
                    .setParameter("session", session)
                    .setParameter("people", people)
                    .setParameter("walkIn", walkIn)
                    .executeUpdate();
        }
    }

    /** Takes somebody off the list about whom nothing was noted. */
    void unseat(UUID client, UUID session, UUID person) {
        entities.createNativeQuery("""
                        delete from session_seat s where s.client_id = ?1 and s.session_id = ?2 and s.person_id = ?3
                           and not exists (select from session_attendance a
                                where a.client_id = s.client_id and a.session_id = s.session_id and a.person_id = s.person_id)""")
                .setParameter(1, client)
                .setParameter(2, session)
                .setParameter(3, person)
                .executeUpdate();
    }

    /** A note. The same once more adds nothing. */
    void note(
            UUID client,
            UUID session,
            UUID person,
            Attended attended,
            Arrival how,
            UUID by,
            Optional<String> signature,
            Instant at) {
        entities.createNativeQuery("""
                        insert into session_attendance (client_id, id, session_id, person_id, attended, how, at, noted_by, signature)
                        select :client, :id, :session, :person, :attended, :how, :at, :by, cast(:signature as text)
                         where coalesce((select a.attended from session_attendance a
                                where a.client_id = :client and a.session_id = :session and a.person_id = :person
                                order by a.at desc, a.id desc limit 1), 'ABSENT') <> :attended""")
                .setParameter("client", client)
                .setParameter("id", Ids.next())
                .setParameter("session", session)
                .setParameter("person", person)
                .setParameter("attended", attended.name())
                .setParameter("how", how.name())
                .setParameter("at", at)
                .setParameter("by", by)
                .setParameter("signature", signature.orElse(null))
                .executeUpdate();
    }
}
