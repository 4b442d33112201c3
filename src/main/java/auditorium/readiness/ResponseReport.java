package auditorium.readiness;

import auditorium.files.KeptFile;
import auditorium.readiness.domain.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads responses: the history of a requirement, and what each side said last. */
@ApplicationScoped
class ResponseReport {

    /** An answer as the history shows it. */
    record Past(
            UUID id,
            Side side,
            Result result,
            Responses.How how,
            String note,
            UUID by,
            String byName,
            Instant madeAt) {}

    /** What somebody else answered on the same walk, while neither knew of the other. */
    record Other(Result result, String note, String byName, Instant madeAt) {}

    /** The latest answer of a side. */
    record Latest(
            UUID id,
            String requirement,
            Side side,
            Result result,
            String note,
            String byName,
            Instant madeAt,
            Optional<Other> other) {}

    /** A photo of a response. */
    record Photo(UUID id, UUID response, UUID department, KeptFile file) {}

    private final EntityManager entities;

    ResponseReport(EntityManager entities) {
        this.entities = entities;
    }

    /** The newest first. */
    List<Past> history(UUID client, UUID department, String requirement, int most) {
        List<Past> history = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select id, side, result, method, note, made_by, made_by_name, made_at from response
                         where client_id = ?1 and department_id = ?2 and requirement = ?3 order by made_at desc, id desc""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, department)
                .setParameter(3, requirement)
                .setMaxResults(most)
                .getResultList()) {
            Object[] r = (Object[]) row;
            history.add(new Past(
                    (UUID) r[0],
                    Side.valueOf((String) r[1]),
                    Result.valueOf((String) r[2]),
                    Responses.How.valueOf((String) r[3]),
                    (String) r[4],
                    (UUID) r[5],
                    (String) r[6],
                    (Instant) r[7]));
        }
        return history;
    }

    /** What each side said last about the requirements of a department, by requirement; blank: about all of them. */
    Map<String, Map<Side, Latest>> latest(UUID client, UUID department, String requirement) {
        Map<String, Map<Side, Latest>> latest = new HashMap<>();
        for (Object row : entities.createNativeQuery("""
                        select l.requirement, l.side, r.id, r.result, r.note, r.made_by_name, r.made_at, o.result as other, o.note as other_note,
                               o.made_by_name as other_by, o.made_at as other_at
                          from latest_response l
                          join response r on r.client_id = l.client_id and r.id = l.response_id
                          left join response o on o.client_id = l.client_id and o.id = l.other_id
                         where l.client_id = ?1 and l.department_id = ?2 and (?3 = '' or l.requirement = ?3)""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, department)
                .setParameter(3, requirement)
                .getResultList()) {
            Object[] r = (Object[]) row;
            Side side = Side.valueOf((String) r[1]);
            Optional<Other> other = r[7] == null
                    ? Optional.empty()
                    : Optional.of(
                            new Other(Result.valueOf((String) r[7]), (String) r[8], (String) r[9], (Instant) r[10]));
            latest.computeIfAbsent((String) r[0], k -> new HashMap<>())
                    .put(
                            side,
                            new Latest(
                                    (UUID) r[2],
                                    (String) r[0],
                                    side,
                                    Result.valueOf((String) r[3]),
                                    (String) r[4],
                                    (String) r[5],
                                    (Instant) r[6],
                                    other));
        }
        return latest;
    }

    /** The photos of the responses to a requirement in a department. */
    List<Photo> photos(UUID client, UUID department, String requirement) {
        return photos(entities.createNativeQuery("""
                        select p.id, p.response_id, r.department_id, p.sha256, p.media_type, p.name, p.size
                          from response_photo p join response r on r.client_id = p.client_id and r.id = p.response_id
                         where p.client_id = ?1 and r.department_id = ?2 and r.requirement = ?3 order by p.taken_at, p.id""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, department)
                .setParameter(3, requirement)
                .getResultList());
    }

    Optional<Photo> photo(UUID client, UUID id) {
        return photos(entities.createNativeQuery("""
                                select p.id, p.response_id, r.department_id, p.sha256, p.media_type, p.name, p.size
                                  from response_photo p join response r on r.client_id = p.client_id and r.id = p.response_id
                                 where p.client_id = ?1 and p.id = ?2""", Object[].class)
                        .setParameter(1, client)
                        .setParameter(2, id)
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** Where a response belongs and who wrote it. */
    record Place(UUID department, UUID by) {}

    Optional<Place> place(UUID client, UUID response) {
        for (Object row : entities.createNativeQuery(
                        "select department_id, made_by from response where client_id = ?1 and id = ?2", Object[].class)
                .setParameter(1, client)
                .setParameter(2, response)
                .getResultList()) {
            Object[] r = (Object[]) row;
            return Optional.of(new Place((UUID) r[0], (UUID) r[1]));
        }
        return Optional.empty();
    }

    private static List<Photo> photos(List<?> rows) {
        List<Photo> photos = new ArrayList<>();
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            photos.add(new Photo(
                    (UUID) r[0],
                    (UUID) r[1],
                    (UUID) r[2],
                    new KeptFile((byte[]) r[3], (String) r[4], (String) r[5], ((Number) r[6]).intValue())));
        }
        return photos;
    }
}
