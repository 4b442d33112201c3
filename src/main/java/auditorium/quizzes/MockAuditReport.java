package auditorium.quizzes;

import auditorium.quizzes.domain.Signs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * What mock audits show of departments, as sums over groups that are large enough. Smaller groups never leave the database: there
 * is no way to ask this class about one person. Its cost grows with departments and requirements, not with attempts.
 */
@ApplicationScoped
public class MockAuditReport {

    private final EntityManager entities;

    MockAuditReport(EntityManager entities) {
        this.entities = entities;
    }

    /** What at least {@link Signs#SMALLEST_GROUP} people of a department showed of a requirement, in hundredths of a point. */
    public record Result(UUID department, String requirement, int people, long earned, long possible) {

        /** From 0 to 100, rounded down. */
        public int percent() {
            return (int) (earned * 100 / possible);
        }
    }

    /** What people of a department said in a month to an experience question. */
    public record Sign(UUID department, LocalDate month, String quiz, String question, Signs signs) {}

    /** By department and requirement, each person's latest mock audit once; of all departments or one. */
    public List<Result> results(UUID client, Optional<UUID> department) {
        var query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select s.department_id, s.requirement, count(*) as people, sum(s.earned) as earned, sum(s.possible) as possible"
                                + " from mock_standing s join person p on p.client_id = s.client_id and p.id = s.person_id and p.left_on is null"
                                + " where s.client_id = :client"
                                + department
                                        .map(d -> " and s.department_id = :department")
                                        .orElse("")
                                + " group by s.department_id, s.requirement having count(*) >= :least"
                                + " order by s.requirement",
                        Object[].class)
                .setParameter("client", client)
                .setParameter("least", Signs.SMALLEST_GROUP);
        department.ifPresent(d -> query.setParameter("department", d));
        return query.getResultList().stream()
                .map(r -> new Result(
                        (UUID) r[0],
                        (String) r[1],
                        ((Number) r[2]).intValue(),
                        ((Number) r[3]).longValue(),
                        ((Number) r[4]).longValue()))
                .toList();
    }

    /** Since a month's first day, the latest month first; groups that are too small are left out. */
    public List<Sign> signs(UUID client, Optional<UUID> department, LocalDate since) {
        var query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select department_id, month, quiz, question, shown_people, shown_signalled from experience_turnout"
                                + " where client_id = :client and month >= :since and shown_people >= :least"
                                + department
                                        .map(d -> " and department_id = :department")
                                        .orElse("")
                                + " order by month desc, quiz, question",
                        Object[].class)
                .setParameter("client", client)
                .setParameter("since", since)
                .setParameter("least", Signs.SMALLEST_GROUP);
        department.ifPresent(d -> query.setParameter("department", d));
        return query.getResultList().stream()
                .map(r -> new Sign(
                        (UUID) r[0],
                        r[1] instanceof Date date ? date.toLocalDate() : (LocalDate) r[1],
                        (String) r[2],
                        (String) r[3],
                        Signs.of(((Number) r[4]).intValue(), ((Number) r[5]).intValue())))
                .toList();
    }
}
