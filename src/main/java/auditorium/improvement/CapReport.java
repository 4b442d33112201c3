package auditorium.improvement;

import auditorium.platform.Lang;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The corrective action plan: every finding that is not closed, with its latest analysis, a row for each of its tasks. */
@ApplicationScoped
class CapReport {

    /** A sheet holds at most so many rows. */
    static final int MOST_ROWS = 3_000;

    private final EntityManager entities;

    CapReport(EntityManager entities) {
        this.entities = entities;
    }

    /** Which findings: of a department or of all in reach, or one. */
    record Asked(UUID client, Optional<UUID> reach, String department, String finding, Lang lang) {}

    /** A finding with one of its tasks, if it has any; texts that nobody has written are empty. */
    record Row(
            UUID finding,
            String label,
            String requirement,
            String grade,
            String fact,
            String source,
            Instant openedAt,
            String department,
            @Nullable Instant verifiedAt,
            @Nullable LocalDate checkOn,
            String containment,
            String cause,
            String whys,
            @Nullable UUID task,
            String kind,
            String title,
            String action,
            String closesWith,
            String owner,
            String ownerName,
            @Nullable LocalDate due,
            String state) {

        String key() {
            return task == null ? "F:" + finding : "T:" + task;
        }
    }

    List<Row> rows(Asked asked) {
        String words = asked.lang() == Lang.ZH ? "zh" : "en";
        return Rows.of(entities.createNativeQuery("""
                        select f.id, f.number, f.requirement, f.grade, f.fact, f.source, f.opened_at, d.name_%1$s, f.verified_at, f.check_on,
                               coalesce(r.containment, ''), coalesce(r.cause, ''), coalesce(array_to_string(r.whys, chr(10)), ''),
                               t.id as task, coalesce(t.kind, ''), coalesce(t.title_%1$s, ''), coalesce(t.action_%1$s, ''),
                               coalesce(t.closes_with_%1$s, ''), coalesce(p.number, ''), coalesce(p.name, ''), t.due_on, coalesce(t.state, '')
                          from finding f
                          join department d on d.client_id = f.client_id and d.id = f.department_id
                          left join lateral (select v.containment, v.cause, v.whys from finding_revision v
                                              where v.client_id = f.client_id and v.finding_id = f.id order by v.made_at desc, v.id desc limit 1) r on true
                          left join task t on t.client_id = f.client_id and t.finding_id = f.id and t.state <> 'CANCELLED'
                          left join person p on p.client_id = t.client_id and p.id = t.owner_id
                         where f.client_id = ?1 and (f.closed_at is null or cast(f.id as text) = ?4)
                           and f.department_id = coalesce(cast(nullif(?2, '') as uuid), f.department_id)
                           and (?3 = '' or cast(f.department_id as text) = ?3) and (?4 = '' or cast(f.id as text) = ?4)
                         order by f.number, t.created_at, t.id""".formatted(words), Object[].class)
                        .setParameter(1, asked.client())
                        .setParameter(2, asked.reach().map(UUID::toString).orElse(""))
                        .setParameter(3, asked.department())
                        .setParameter(4, asked.finding())
                        .setMaxResults(MOST_ROWS + 1))
                .stream()
                .map(CapReport::row)
                .toList();
    }

    private static Row row(Object[] r) {
        return new Row(
                (UUID) r[0],
                "F-" + r[1],
                (String) r[2],
                (String) r[3],
                (String) r[4],
                (String) r[5],
                (Instant) r[6],
                (String) r[7],
                (Instant) r[8],
                r[9] == null ? null : PlanReport.day(r[9]),
                (String) r[10],
                (String) r[11],
                (String) r[12],
                (UUID) r[13],
                (String) r[14],
                (String) r[15],
                (String) r[16],
                (String) r[17],
                (String) r[18],
                (String) r[19],
                r[20] == null ? null : PlanReport.day(r[20]),
                (String) r[21]);
    }

    /** The last time that a kind of step was taken on a task of these findings. */
    record Done(UUID task, String kind, String note, String by, Instant at) {}

    List<Done> steps(UUID client, List<UUID> findings) {
        return findings.isEmpty()
                ? List.of()
                : Rows.of(entities.createNativeQuery("""
                                select distinct on (s.task_id, s.kind) s.task_id, s.kind, s.note, s.made_by_name, s.made_at
                                  from task_step s join task t on t.client_id = s.client_id and t.id = s.task_id
                                 where s.client_id = :client and t.finding_id in (:findings) and s.kind in ('REPORTED', 'VERIFIED')
                                 order by s.task_id, s.kind, s.made_at desc""", Object[].class)
                                .setParameter("client", client)
                                .setParameter("findings", findings))
                        .stream()
                        .map(r -> {
                            return new Done((UUID) r[0], (String) r[1], (String) r[2], (String) r[3], (Instant) r[4]);
                        })
                        .toList();
    }

    /** A picture of a finding: taken when somebody began, or when it was reported done. */
    record Photo(UUID finding, UUID attachment, boolean before, Instant at) {}

    List<Photo> photos(UUID client, List<UUID> findings) {
        return findings.isEmpty()
                ? List.of()
                : Rows.of(entities.createNativeQuery("""
                                select t.finding_id, a.id, s.kind = 'STARTED', a.added_at
                                  from attachment a
                                  join task_step s on s.client_id = a.client_id and s.id = a.task_step_id
                                  join task t on t.client_id = s.client_id and t.id = s.task_id
                                 where a.client_id = :client and t.finding_id in (:findings) and a.media_type = 'image/jpeg'
                                   and s.kind in ('STARTED', 'REPORTED')
                                 order by a.added_at desc, a.id""", Object[].class)
                                .setParameter("client", client)
                                .setParameter("findings", findings))
                        .stream()
                        .map(r -> {
                            return new Photo((UUID) r[0], (UUID) r[1], (Boolean) r[2], (Instant) r[3]);
                        })
                        .toList();
    }

    /** Who judged whether a finding works, and what they saw; the newest first. */
    record Judged(UUID finding, String kind, String note, String by, Instant at) {}

    List<Judged> judged(UUID client, List<UUID> findings) {
        return findings.isEmpty()
                ? List.of()
                : Rows.of(entities.createNativeQuery("""
                                select finding_id, kind, note, made_by_name, made_at from finding_step
                                 where client_id = :client and finding_id in (:findings) and kind in ('CONFIRMED', 'FAILED', 'CAME_BACK')
                                 order by made_at desc, id""", Object[].class)
                                .setParameter("client", client)
                                .setParameter("findings", findings))
                        .stream()
                        .map(r -> {
                            return new Judged((UUID) r[0], (String) r[1], (String) r[2], (String) r[3], (Instant) r[4]);
                        })
                        .toList();
    }
}
