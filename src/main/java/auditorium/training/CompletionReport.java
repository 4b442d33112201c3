package auditorium.training;

import auditorium.library.content.DepartmentKind;
import auditorium.training.domain.Completion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** What people have mastered and which certificates they have: what decides about new ones. */
@ApplicationScoped
class CompletionReport {

    /** Until a factory says otherwise. */
    static final int MONTHS = 12;

    private final EntityManager entities;

    CompletionReport(EntityManager entities) {
        this.entities = entities;
    }

    /** Somebody's latest certificate of a course. */
    record Latest(UUID id, Instant issuedAt, boolean revoked) {}

    /** Somebody who learns: which lessons are meant for them, what they mastered, what they were given. */
    record Learner(
            UUID person,
            DepartmentKind kind,
            boolean leads,
            Map<String, Completion.Passed> passed,
            Map<String, Latest> certificates) {}

    List<UUID> working(UUID client) {
        return entities.unwrap(Session.class)
                .createNativeQuery("select id from person where client_id = ?1 and left_on is null", UUID.class)
                .setParameter(1, client)
                .getResultList();
    }

    ZoneId zone(UUID client) {
        return ZoneId.of((String) entities.createNativeQuery("select time_zone from client where id = ?1")
                .setParameter(1, client)
                .getSingleResult());
    }

    /** For how many months new certificates hold; empty: for ever. */
    Optional<Integer> months(UUID client) {
        List<?> set = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select coalesce(months, 0) from certificate_terms where client_id = ?1", Integer.class)
                .setParameter(1, client)
                .getResultList();
        return set.isEmpty()
                ? Optional.of(MONTHS)
                : Optional.of((Integer) set.get(0)).filter(m -> m > 0);
    }

    /** Those of them who work here and have mastered anything, in two statements. */
    Collection<Learner> learners(UUID client, List<UUID> people) {
        return entities.unwrap(Session.class).doReturningWork(c -> {
            Map<UUID, Learner> found = new LinkedHashMap<>();
            passed(c, client, people, found);
            certificates(c, client, people, found);
            return found.values();
        });
    }

    private static void passed(Connection c, UUID client, List<UUID> people, Map<UUID, Learner> found)
            throws SQLException {
        try (PreparedStatement s = c.prepareStatement("""
                select p.id, d.kind, p.leads, s.lesson, s.version, s.passed_at,
                       (select a.valid_until from achievement a
                         where a.client_id = s.client_id and a.person_id = s.person_id and a.lesson = s.lesson and a.achieved_at = s.passed_at
                         limit 1)
                  from person p
                  join department d on d.client_id = p.client_id and d.id = p.department_id
                  join lesson_standing s on s.client_id = p.client_id and s.person_id = p.id
                 where p.client_id = ? and p.id = any(?) and p.left_on is null
                 order by p.id""")) {
            s.setObject(1, client);
            s.setArray(2, c.createArrayOf("uuid", people.toArray()));
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    UUID person = r.getObject(1, UUID.class);
                    DepartmentKind kind = DepartmentKind.valueOf(r.getString(2));
                    boolean leads = r.getBoolean(3);
                    found.computeIfAbsent(person, p -> new Learner(p, kind, leads, new HashMap<>(), new HashMap<>()))
                            .passed()
                            .put(
                                    r.getString(4),
                                    new Completion.Passed(
                                            r.getString(4),
                                            r.getString(5),
                                            r.getTimestamp(6).toInstant(),
                                            Optional.ofNullable(r.getDate(7)).map(Date::toLocalDate)));
                }
            }
        }
    }

    private static void certificates(Connection c, UUID client, List<UUID> people, Map<UUID, Learner> found)
            throws SQLException {
        try (PreparedStatement s = c.prepareStatement("""
                select distinct on (person_id, course) person_id, course, id, issued_at, revoked_at is not null
                  from certificate where client_id = ? and person_id = any(?)
                 order by person_id, course, issued_at desc, number desc""")) {
            s.setObject(1, client);
            s.setArray(2, c.createArrayOf("uuid", people.toArray()));
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    Learner learner = found.get(r.getObject(1, UUID.class));
                    if (learner != null) {
                        learner.certificates()
                                .put(
                                        r.getString(2),
                                        new Latest(
                                                r.getObject(3, UUID.class),
                                                r.getTimestamp(4).toInstant(),
                                                r.getBoolean(5)));
                    }
                }
            }
        }
    }
}
