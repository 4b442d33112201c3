package auditorium.improvement;

import auditorium.platform.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the departments of the current client do again and again, and when it is due. */
@ApplicationScoped
class Routines implements PanacheRepositoryBase<Routine, UUID> {

    /** A turn that is due or will be; {@code done} with who did it. */
    record Turn(UUID id, String title, String requirement, String owner, LocalDate dueOn) {}

    /** Those that go on, of a department or of all. */
    List<Routine> going(Optional<UUID> department) {
        return department
                .map(d -> list(
                        "from Routine r join fetch r.owner where r.endedAt is null and r.department = ?1 order by r.title",
                        d))
                .orElseGet(() -> list(
                        "from Routine r join fetch r.owner where r.endedAt is null order by r.department, r.title"));
    }

    /** Makes the turns that come soon, unless they are there: a routine has one turn a day, whoever makes it. */
    void unroll(UUID client, Routine routine, LocalDate today) {
        for (LocalDate day : routine.rhythm()
                .turns(routine.startsOn(), today, routine.rhythm().horizon(today))) {
            getEntityManager()
                    .createNativeQuery("""
                            insert into routine_turn (client_id, id, routine_id, due_on) values (?1, ?2, ?3, ?4)
                            on conflict (client_id, routine_id, due_on) do nothing""")
                    .setParameter(1, client)
                    .setParameter(2, Ids.next())
                    .setParameter(3, routine.id())
                    .setParameter(4, day)
                    .executeUpdate();
        }
    }

    /** Turns that are not done, the earliest first: a person's, or those of a department or all whose owner can't sign in. */
    List<Turn> due(UUID client, Optional<UUID> person, boolean manages, Optional<UUID> reach, int most) {
        return Rows.of(getEntityManager()
                        .createNativeQuery("""
                        select u.id, r.title, r.requirement, p.name, u.due_on
                          from routine_turn u
                          join routine r on r.client_id = u.client_id and r.id = u.routine_id
                          join person p on p.client_id = r.client_id and p.id = r.owner_id
                         where u.client_id = ?1 and u.done_at is null and r.ended_at is null
                           and (p.id = cast(nullif(?2, '') as uuid) or cast(?3 as boolean)
                                and r.department_id = coalesce(cast(nullif(?4, '') as uuid), r.department_id)
                                and not exists (select from membership m where m.client_id = p.client_id and m.person_id = p.id and m.ended_at is null))
                         order by u.due_on, r.title""", Object[].class)
                        .setParameter(1, client)
                        .setParameter(2, person.map(UUID::toString).orElse(""))
                        .setParameter(3, manages)
                        .setParameter(4, reach.map(UUID::toString).orElse(""))
                        .setMaxResults(most))
                .stream()
                .map(r -> {
                    return new Turn((UUID) r[0], (String) r[1], (String) r[2], (String) r[3], PlanReport.day(r[4]));
                })
                .toList();
    }

    /** The routine of a turn. */
    Optional<Routine> ofTurn(UUID client, UUID turn) {
        List<?> found = getEntityManager()
                .createNativeQuery("select routine_id from routine_turn where client_id = ?1 and id = ?2", UUID.class)
                .setParameter(1, client)
                .setParameter(2, turn)
                .getResultList();
        return found.isEmpty() ? Optional.empty() : findByIdOptional((UUID) found.get(0));
    }

    /** It has been done this time. The first word counts. */
    void done(UUID client, UUID turn, String note, FindingSteps.By by) {
        getEntityManager()
                .createNativeQuery("""
                        update routine_turn set done_at = ?3, done_by = ?4, done_by_name = ?5, note = ?6
                         where client_id = ?1 and id = ?2 and done_at is null""")
                .setParameter(1, client)
                .setParameter(2, turn)
                .setParameter(3, by.at())
                .setParameter(4, by.account())
                .setParameter(5, by.name())
                .setParameter(6, note)
                .executeUpdate();
    }

    /** How each routine's last turns went: done on time, done late, or not done. */
    record Past(UUID routine, LocalDate dueOn, Optional<LocalDate> doneOn, String by) {}

    List<Past> past(UUID client, LocalDate since, LocalDate today, ZoneId zone) {
        return Rows.of(getEntityManager()
                        .createNativeQuery("""
                        select routine_id, due_on, done_at, coalesce(done_by_name, '') from routine_turn
                         where client_id = ?1 and due_on between ?2 and ?3 order by due_on desc""", Object[].class)
                        .setParameter(1, client)
                        .setParameter(2, since)
                        .setParameter(3, today))
                .stream()
                .map(r -> {
                    return new Past(
                            (UUID) r[0],
                            PlanReport.day(r[1]),
                            Optional.ofNullable((Instant) r[2])
                                    .map(at -> at.atZone(zone).toLocalDate()),
                            (String) r[3]);
                })
                .toList();
    }
}
