package auditorium.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was due in a year, month by month, and what of it was learned: one statement however many people there are. */
@ApplicationScoped
class TrainingPlanReport {

    private final EntityManager entities;

    TrainingPlanReport(EntityManager entities) {
        this.entities = entities;
    }

    /** Planned: turns due, and terms that end and will be due. Done: those that were learned. */
    record Month(int planned, int done) {
        static final Month NONE = new Month(0, 0);

        Month plus(Month other) {
            return new Month(planned + other.planned, done + other.done);
        }
    }

    /** By lesson and month (1 to 12). A term that ends in the year and has not been asked for again yet is planned for its end. */
    Map<String, Map<Integer, Month>> of(UUID client, int year, Optional<UUID> department) {
        Map<String, Map<Integer, Month>> all = new HashMap<>();
        for (Object row : entities.createNativeQuery("""
                        with turn as (
                          select person_id, lesson, due_on, done_on from assignment where client_id = :client and due_on between :first and :last
                          union all
                          select person_id, lesson, due_on, done_on from assignment_past
                           where client_id = :client and due_on between :first and :last and (withdrawn_on is null or done_on is not null)
                          union all
                          select person_id, lesson, valid_until, null from assignment
                           where client_id = :client and closed_by is not null and valid_until between :first and :last
                        )
                        select t.lesson, cast(extract(month from t.due_on) as int) as month, count(*), count(t.done_on)
                          from turn t join person p on p.client_id = :client and p.id = t.person_id
                         where p.department_id = coalesce(cast(:department as uuid), p.department_id)
                         group by 1, 2""", Object[].class)
                .setParameter("client", client)
                .setParameter("first", LocalDate.of(year, 1, 1))
                .setParameter("last", LocalDate.of(year, 12, 31))
                .setParameter("department", department.map(UUID::toString).orElse(null))
                .getResultList()) {
            Object[] r = (Object[]) row;
            all.computeIfAbsent((String) r[0], k -> new HashMap<>())
                    .put(((Number) r[1]).intValue(), new Month(((Number) r[2]).intValue(), ((Number) r[3]).intValue()));
        }
        return all;
    }
}
