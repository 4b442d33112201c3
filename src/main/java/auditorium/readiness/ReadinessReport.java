package auditorium.readiness;

import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Severity;
import auditorium.platform.Text;
import auditorium.readiness.domain.Facts;
import auditorium.readiness.domain.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;

/** Reads the facts of a client, or of one department, in three statements however many people and years there are. */
@ApplicationScoped
class ReadinessReport {

    private final EntityManager entities;
    private final Clock clock;

    ReadinessReport(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** {@code audit} is the day of the next audit; {@code department} narrows everything to one department. */
    ClientFacts facts(UUID client, ZoneId zone, Optional<LocalDate> audit, Optional<UUID> department) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Map<UUID, Map<String, Facts.Answered>> answers = new HashMap<>();
        Map<UUID, Map<String, Facts.Answered>> verified = new HashMap<>();
        Map<UUID, Map<String, Map<String, Optional<LocalDate>>>> evidence = new HashMap<>();
        Map<UUID, Map<String, List<Severity>>> findings = new HashMap<>();
        for (Object[] r : rows("""
                select 'answer', department_id, requirement, result, made_at, side, other_result, cast(null as date) from latest_response
                 where client_id = ?1 and (cast(?2 as uuid) is null or department_id = ?2)
                union all
                select 'finding', department_id, requirement, grade, opened_at, null, null, null from finding
                 where client_id = ?1 and verified_at is null and (cast(?2 as uuid) is null or department_id = ?2)
                union all
                select 'evidence', department_id, requirement, kind, null, null, null, until_on from evidence_standing
                 where client_id = ?1 and (cast(?2 as uuid) is null or department_id is null or department_id = ?2)""", client, department)) {
            UUID where = (UUID) r[1];
            String requirement = (String) r[2];
            if ("answer".equals(r[0])) {
                LocalDate on = ((Instant) r[4]).atZone(zone).toLocalDate();
                Optional<Result> other = Optional.ofNullable((String) r[6]).map(Result::valueOf);
                (Side.valueOf((String) r[5]) == Side.CLAIM ? answers : verified)
                        .computeIfAbsent(where, k -> new HashMap<>())
                        .put(requirement, new Facts.Answered(Result.valueOf((String) r[3]), on, other));
            } else if ("evidence".equals(r[0])) {
                Object until = r[7];
                evidence.computeIfAbsent(where == null ? ClientFacts.WHOLE : where, k -> new HashMap<>())
                        .computeIfAbsent(requirement, k -> new HashMap<>())
                        .put(
                                (String) r[3],
                                Optional.ofNullable(
                                        until instanceof java.sql.Date d ? d.toLocalDate() : (LocalDate) until));
            } else {
                findings.computeIfAbsent(where, k -> new HashMap<>())
                        .computeIfAbsent(requirement, k -> new ArrayList<>())
                        .add(Severity.valueOf((String) r[3]));
            }
        }
        Map<UUID, Map<String, ClientFacts.Trained>> trained = new HashMap<>();
        Map<UUID, Map<String, Facts.Mastery>> mastery = new HashMap<>();
        for (Object[] r : rows("""
                select 'trained', p.department_id, s.lesson, count(*), count(*) filter (where p.leads)
                  from lesson_standing s join person p on p.client_id = s.client_id and p.id = s.person_id
                 where s.client_id = ?1 and p.left_on is null and (cast(?2 as uuid) is null or p.department_id = ?2)
                 group by p.department_id, s.lesson
                union all
                select 'mastery', p.department_id, m.requirement, sum(m.earned), sum(m.possible)
                  from mastery m join person p on p.client_id = m.client_id and p.id = m.person_id
                 where m.client_id = ?1 and p.left_on is null and (cast(?2 as uuid) is null or p.department_id = ?2)
                 group by p.department_id, m.requirement""", client, department)) {
            UUID where = (UUID) r[1];
            int first = ((Number) r[3]).intValue();
            int second = ((Number) r[4]).intValue();
            if ("trained".equals(r[0])) {
                trained.computeIfAbsent(where, k -> new HashMap<>())
                        .put((String) r[2], new ClientFacts.Trained(first, second));
            } else {
                mastery.computeIfAbsent(where, k -> new HashMap<>())
                        .put((String) r[2], new Facts.Mastery(first, second));
            }
        }
        return new ClientFacts(
                departments(client, department),
                answers,
                verified,
                evidence,
                findings,
                trained,
                mastery,
                new Facts.Days(today, audit.orElse(today)));
    }

    private List<ClientFacts.Dept> departments(UUID client, Optional<UUID> department) {
        List<ClientFacts.Dept> all = new ArrayList<>();
        for (Object[] r : rows("""
                select d.id, d.kind, d.name_zh, d.name_en, count(p.id), count(p.id) filter (where p.leads)
                  from department d
                  left join person p on p.client_id = d.client_id and p.department_id = d.id and p.left_on is null
                 where d.client_id = ?1 and (cast(?2 as uuid) is null or d.id = ?2)
                 group by d.id order by d.position""", client, department)) {
            all.add(new ClientFacts.Dept(
                    (UUID) r[0],
                    DepartmentKind.valueOf((String) r[1]),
                    new Text((String) r[2], (String) r[3]),
                    ((Number) r[4]).intValue(),
                    ((Number) r[5]).intValue()));
        }
        return all;
    }

    /** Readiness over all requirements on past days, in per cent, oldest first; of one department where it is narrowed. */
    Map<LocalDate, Integer> trend(UUID client, LocalDate since, Optional<UUID> department) {
        Map<LocalDate, Integer> trend = new java.util.LinkedHashMap<>();
        var query = entities.createNativeQuery("""
                        select taken_on, sum(met), sum(possible) from readiness_snapshot
                         where client_id = ?1 and taken_on >= ?2 and department_id = coalesce(cast(?3 as uuid), department_id)
                         group by taken_on order by taken_on""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, since)
                .setParameter(3, department.map(UUID::toString).orElse(null));
        for (Object row : query.getResultList()) {
            Object[] r = (Object[]) row;
            long possible = ((Number) r[2]).longValue();
            trend.put(
                    r[0] instanceof java.sql.Date d ? d.toLocalDate() : (LocalDate) r[0],
                    possible == 0 ? 0 : (int) (100 * ((Number) r[1]).longValue() / possible));
        }
        return trend;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, UUID client, Optional<UUID> department) {
        return (List<Object[]>) (List<?>) entities.createNativeQuery(sql, Object[].class)
                .setParameter(1, client)
                .setParameter(2, new TypedParameterValue<>(StandardBasicTypes.UUID, department.orElse(null)))
                .getResultList();
    }
}
