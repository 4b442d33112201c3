package auditorium.training.sessions;

import auditorium.platform.Text;
import auditorium.training.sessions.domain.Arrival;
import auditorium.training.sessions.domain.Attended;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads who was at sessions; costs grow with the people of one session, or with the sessions of one month. */
@ApplicationScoped
class SessionReport {

    private static final String LATEST = """
            from session_seat s
            join person p on p.client_id = s.client_id and p.id = s.person_id
            join department d on d.client_id = p.client_id and d.id = p.department_id
            left join lateral (select a.attended, a.at from session_attendance a
                 where a.client_id = s.client_id and a.session_id = s.session_id and a.person_id = s.person_id
                 order by a.at desc, a.id desc limit 1) latest on true
            left join lateral (select a.how, a.at, a.signature from session_attendance a
                 where a.client_id = s.client_id and a.session_id = s.session_id and a.person_id = s.person_id
                   and a.attended = 'PRESENT' and latest.attended <> 'ABSENT' order by a.at, a.id limit 1) arrival on true
            where s.client_id = ?1 and s.session_id = ?2""";

    private final EntityManager entities;

    SessionReport(EntityManager entities) {
        this.entities = entities;
    }

    /** Somebody on a session's list; {@code how} is empty for whoever was never there. */
    record Seated(
            UUID person,
            String number,
            String name,
            UUID department,
            Text departmentName,
            boolean walkIn,
            Attended attended,
            Optional<Arrival> how,
            Optional<Instant> arrivedAt,
            Optional<Instant> leftAt,
            Optional<String> signature) {}

    /** How many were meant to come, and how many came. */
    record Count(int seats, int came) {

        static final Count NONE = new Count(0, 0);
    }

    /** Everybody on the list as it stands, by department and in the order of pinyin. */
    List<Seated> seated(UUID client, UUID session) {
        return people("""
                select p.id, p.number, p.name, d.id, d.name_zh, d.name_en, s.walk_in, coalesce(latest.attended, 'ABSENT'),
                       arrival.how, arrival.at, case when latest.attended = 'LEFT' then latest.at end, arrival.signature
                """ + LATEST + " order by d.position, d.code, p.name_key nulls last, p.number", client, session);
    }

    /** Everybody who was on the list of a closed session, with the departments as they were then. */
    List<Seated> outcomes(UUID client, UUID session) {
        return people("""
                select p.id, p.number, p.name, p.department_id, o.department_zh, o.department_en, o.walk_in, o.attended, o.how, o.arrived_at,
                       o.left_at,
                       (select a.signature from session_attendance a where a.client_id = o.client_id and a.session_id = o.session_id
                           and a.person_id = o.person_id and a.attended = 'PRESENT' order by a.at, a.id limit 1)
                  from session_outcome o
                  join person p on p.client_id = o.client_id and p.id = o.person_id
                 where o.client_id = ?1 and o.session_id = ?2 order by o.department_zh, p.name_key nulls last, p.number""", client, session);
    }

    /** Writes what came of it for each person, in one statement. */
    int writeOutcomes(UUID client, UUID session) {
        return entities.createNativeQuery("""
                        insert into session_outcome (client_id, session_id, person_id, attended, walk_in, how, arrived_at, left_at, department_zh, department_en)
                        select s.client_id, s.session_id, p.id, coalesce(latest.attended, 'ABSENT'), s.walk_in, arrival.how, arrival.at,
                               case when latest.attended = 'LEFT' then latest.at end, d.name_zh, d.name_en
                        """ + LATEST)
                .setParameter(1, client)
                .setParameter(2, session)
                .executeUpdate();
    }

    private List<Seated> people(String sql, UUID client, UUID session) {
        List<?> rows = entities.createNativeQuery(sql, Object[].class)
                .setParameter(1, client)
                .setParameter(2, session)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Seated(
                        (UUID) r[0],
                        (String) r[1],
                        (String) r[2],
                        (UUID) r[3],
                        new Text((String) r[4], (String) r[5]),
                        (Boolean) r[6],
                        Attended.valueOf((String) r[7]),
                        Optional.ofNullable((String) r[8]).map(Arrival::valueOf),
                        instant(r[9]),
                        instant(r[10]),
                        Optional.ofNullable((String) r[11])))
                .toList();
    }

    private static Optional<Instant> instant(@Nullable Object value) {
        return Optional.ofNullable((Instant) value);
    }

    /** A name on the phone that goes round; {@code done}: took part already. */
    record Tapped(UUID person, String number, String name, boolean done) {}

    /** Who works in the department of a talk, and whoever else took part, in the order of pinyin; those who are done come last. */
    List<Tapped> line(UUID client, UUID session, UUID department, int most) {
        List<?> rows = entities.createNativeQuery("""
                        select p.id, p.number, p.name, s.person_id is not null
                          from person p
                          left join session_seat s on s.client_id = p.client_id and s.session_id = ?2 and s.person_id = p.id
                         where p.client_id = ?1 and p.left_on is null and (p.department_id = ?3 or s.person_id is not null)
                         order by s.person_id is not null, p.name_key nulls last, p.number limit ?4""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, session)
                .setParameter(3, department)
                .setParameter(4, most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Tapped((UUID) r[0], (String) r[1], (String) r[2], (Boolean) r[3]))
                .toList();
    }

    /** What the phone of one person asks: whether they are on the list, and whether they are there. */
    Optional<Attended> attended(UUID client, UUID session, UUID person) {
        List<?> rows = entities.createNativeQuery("""
                        select coalesce((select a.attended from session_attendance a
                                 where a.client_id = s.client_id and a.session_id = s.session_id and a.person_id = s.person_id
                                 order by a.at desc, a.id desc limit 1), 'ABSENT')
                          from session_seat s where s.client_id = ?1 and s.session_id = ?2 and s.person_id = ?3""", String.class)
                .setParameter(1, client)
                .setParameter(2, session)
                .setParameter(3, person)
                .getResultList();
        return rows.stream().map(a -> Attended.valueOf(String.valueOf(a))).findFirst();
    }

    /** How many of a session's list are there now. */
    Count count(UUID client, UUID session) {
        Object[] r = (Object[]) entities.createNativeQuery(
                        "select count(*), count(*) filter (where latest.attended = 'PRESENT') " + LATEST,
                        Object[].class)
                .setParameter(1, client)
                .setParameter(2, session)
                .getSingleResult();
        return new Count(((Number) r[0]).intValue(), ((Number) r[1]).intValue());
    }

    /** For each of these sessions how many were on the list, and of the closed ones how many came. */
    Map<UUID, Count> counts(UUID client, List<UUID> sessions) {
        if (sessions.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery("""
                        select s.session_id, count(*), count(*) filter (where o.attended <> 'ABSENT')
                          from session_seat s
                          left join session_outcome o on o.client_id = s.client_id and o.session_id = s.session_id and o.person_id = s.person_id
                         where s.client_id = :client and s.session_id in (:sessions) group by s.session_id""", Object[].class)
                .setParameter("client", client)
                .setParameter("sessions", sessions)
                .getResultList();
        Map<UUID, Count> counts = new HashMap<>();
        rows.stream()
                .map(Object[].class::cast)
                .forEach(r ->
                        counts.put((UUID) r[0], new Count(((Number) r[1]).intValue(), ((Number) r[2]).intValue())));
        return counts;
    }

    /** Something that was added to a closed session. */
    record Correction(String words, Instant at, String byName) {}

    List<Correction> corrections(UUID client, UUID session) {
        List<?> rows = entities.createNativeQuery("""
                        select words, made_at, made_by_name from session_correction
                         where client_id = ?1 and session_id = ?2 order by made_at, id""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, session)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Correction((String) r[0], (Instant) r[1], (String) r[2]))
                .toList();
    }
}
