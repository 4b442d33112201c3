package auditorium.quizzes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What one person has done in quizzes and was granted. Mock audits are the person's own and are not in it. */
@ApplicationScoped
class AttemptReport {

    private final EntityManager entities;

    AttemptReport(EntityManager entities) {
        this.entities = entities;
    }

    /** An attempt as it stands now; without an end it goes on, without {@code finalAt} answers may still arrive, or a person has to mark some. */
    record Row(
            String quiz,
            Instant startedAt,
            Optional<Instant> deadlineAt,
            Optional<Instant> submittedAt,
            Optional<Instant> finalAt,
            boolean marking,
            boolean timeUp,
            int earned,
            int possible,
            boolean passed) {}

    /** A grant, and by whom it was taken back. */
    record Given(
            UUID id,
            String quiz,
            long seconds,
            int attempts,
            String reason,
            String by,
            Instant at,
            String withdrawnBy) {}

    /** The latest first; it stops after {@code most}. */
    List<Row> attempts(UUID client, UUID person, int most) {
        List<Row> rows = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select quiz, started_at, deadline_at, submitted_at, final_at, waiting_since is not null and final_at is null, ended_by = 'TIME', coalesce(earned, 0), coalesce(possible, 0), coalesce(passed, false)
                          from attempt where client_id = ?1 and person_id = ?2 and kind = 'QUIZ' order by started_at desc limit ?3""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, person)
                .setParameter(3, most)
                .getResultList()) {
            Object[] r = (Object[]) row;
            rows.add(new Row(
                    (String) r[0],
                    (Instant) r[1],
                    Optional.ofNullable((Instant) r[2]),
                    Optional.ofNullable((Instant) r[3]),
                    Optional.ofNullable((Instant) r[4]),
                    Boolean.TRUE.equals(r[5]),
                    Boolean.TRUE.equals(r[6]),
                    ((Number) r[7]).intValue(),
                    ((Number) r[8]).intValue(),
                    Boolean.TRUE.equals(r[9])));
        }
        return rows;
    }

    /** The latest first. */
    List<Given> grants(UUID client, UUID person) {
        List<Given> grants = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select g.id, g.quiz, g.extra_seconds, g.extra_attempts, g.reason, g.granted_by_name, g.granted_at, coalesce(w.granted_by_name, '')
                          from attempt_grant g left join attempt_grant w on w.client_id = g.client_id and w.withdraws = g.id
                         where g.client_id = ?1 and g.person_id = ?2 and g.withdraws is null order by g.granted_at desc limit 200""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, person)
                .getResultList()) {
            Object[] r = (Object[]) row;
            grants.add(new Given(
                    (UUID) r[0],
                    (String) r[1],
                    ((Number) r[2]).longValue(),
                    ((Number) r[3]).intValue(),
                    (String) r[4],
                    (String) r[5],
                    (Instant) r[6],
                    (String) r[7]));
        }
        return grants;
    }
}
