package auditorium.training;

import auditorium.training.domain.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everything that one person has achieved, as it was recorded. */
@ApplicationScoped
class PersonRecordReport {

    private final EntityManager entities;

    PersonRecordReport(EntityManager entities) {
        this.entities = entities;
    }

    /** One achievement; {@code until} is when it ends or ended, as far as that was ever worked out; {@code holds} says that it is the one that counts now. */
    record Entry(
            UUID id,
            Instant at,
            String lesson,
            String version,
            int revision,
            Source source,
            Optional<Integer> score,
            Optional<LocalDate> until,
            boolean holds) {}

    /** The newest first. */
    List<Entry> of(UUID client, UUID person) {
        List<Entry> all = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select a.id, a.achieved_at, a.lesson, a.version, a.revision, a.source, a.score,
                               case when t.person_id is not null then t.valid_until else coalesce(b.valid_until, a.valid_until) end as until, t.person_id is not null as holds
                          from achievement a
                          left join assignment t on t.client_id = a.client_id and t.person_id = a.person_id and t.lesson = a.lesson and t.counted_at = a.achieved_at
                          left join lateral (
                            select q.valid_until from assignment_past q
                             where q.client_id = a.client_id and q.person_id = a.person_id and q.lesson = a.lesson and q.counted_at = a.achieved_at
                             order by q.cycle desc limit 1) b on true
                         where a.client_id = ?1 and a.person_id = ?2
                         order by a.achieved_at desc, a.lesson""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, person)
                .getResultList()) {
            Object[] r = (Object[]) row;
            all.add(new Entry(
                    (UUID) r[0],
                    (Instant) r[1],
                    (String) r[2],
                    (String) r[3],
                    ((Number) r[4]).intValue(),
                    Source.valueOf((String) r[5]),
                    Optional.ofNullable(r[6]).map(s -> ((Number) s).intValue()),
                    Optional.ofNullable(r[7]).map(AssignmentReport::day),
                    (Boolean) r[8]));
        }
        return all;
    }
}
