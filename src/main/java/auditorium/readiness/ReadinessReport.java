package auditorium.readiness;

import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Severity;
import auditorium.platform.Text;
import auditorium.readiness.domain.Bounds;
import auditorium.readiness.domain.Facts;
import auditorium.readiness.domain.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts of a client, or of one department, in two statements however many people and years there are: what stands in the
 * tables that are kept for it at write time, one row a department and sort of fact. See {@link Packed}.
 */
@ApplicationScoped
class ReadinessReport {

    /** Visible to the test that asks the database how it reads them. */
    static final String FACTS = """
            select 'answer', department_id, side,
                   string_agg(concat_ws(chr(31), requirement, result, cast(floor(date_part('epoch', made_at)) as bigint), other_result), chr(30))
              from latest_response
             where client_id = :client and (cast(:department as uuid) is null or department_id = cast(:department as uuid))
             group by department_id, side
            union all
            select 'finding', f.department_id, '',
                   string_agg(concat_ws(chr(31), f.requirement, f.grade, f.id,
                     (select t.id from task t where t.client_id = f.client_id and t.finding_id = f.id and t.state in ('OPEN', 'IN_PROGRESS', 'DONE')
                       order by t.due_on, t.id limit 1)), chr(30) order by f.opened_at, f.id)
              from finding f
             where f.client_id = :client and f.closed_at is null and f.verified_at is null
               and (cast(:department as uuid) is null or f.department_id = cast(:department as uuid))
             group by f.department_id
            union all
            select 'evidence', department_id, '',
                   string_agg(concat_ws(chr(31), requirement, kind, until_on - date '1970-01-01'), chr(30))
              from evidence_standing
             where client_id = :client
               and (cast(:department as uuid) is null or department_id is null or department_id = cast(:department as uuid))
             group by department_id
            union all
            select kind, department_id, '', string_agg(concat_ws(chr(31), key, met, more), chr(30))
              from knowledge_sum
             where client_id = :client and (cast(:department as uuid) is null or department_id = cast(:department as uuid))
             group by kind, department_id
            union all
            select 'lapsed', department_id, '', string_agg(concat_ws(chr(31), lesson, people, leaders), chr(30))
              from (select p.department_id, a.lesson, count(*) as people, count(*) filter (where p.leads) as leaders
                      from assignment a join person p on p.client_id = a.client_id and p.id = a.person_id and p.left_on is null
                     where a.client_id = :client and a.closed_by is null and a.again and a.prior_until < :today
                       and (cast(:department as uuid) is null or p.department_id = cast(:department as uuid))
                     group by p.department_id, a.lesson) l
             group by department_id
            union all
            (select 'bounds', cast(null as uuid), '', concat_ws(chr(31), ready, near, gap) from readiness_bounds
              where client_id = :client order by set_at desc, id desc limit 1)""";

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
        Map<UUID, Map<String, List<ClientFacts.Open>>> findings = new HashMap<>();
        Map<UUID, Map<String, ClientFacts.Trained>> trained = new HashMap<>();
        Map<UUID, Map<String, ClientFacts.Trained>> lapsed = new HashMap<>();
        Map<UUID, Map<String, Facts.Mastery>> mastery = new HashMap<>();
        Bounds bounds = Bounds.DEFAULT;
        Query query = entities.createNativeQuery(FACTS, Object[].class)
                .setParameter("client", client)
                .setParameter("department", text(department))
                .setParameter("today", today);
        for (Object row : query.getResultList()) {
            Object[] r = (Object[]) row;
            UUID where = r[1] == null ? ClientFacts.WHOLE : (UUID) r[1];
            List<String[]> packed = Packed.rows((String) r[3]);
            switch ((String) r[0]) {
                case "answer" ->
                    answers(packed, zone)
                            .forEach((key, answer) -> (Side.valueOf((String) r[2]) == Side.CLAIM ? answers : verified)
                                    .computeIfAbsent(where, k -> new HashMap<>())
                                    .put(key, answer));
                case "finding" -> findings.put(where, findings(packed));
                case "evidence" -> evidence.put(where, evidence(packed));
                case "KNOWN" -> mastery.put(where, mastery(packed));
                case "PASSED" -> trained.put(where, people(packed));
                case "lapsed" -> lapsed.put(where, people(packed));
                default -> {
                    String[] b = packed.getFirst();
                    bounds = new Bounds(Integer.parseInt(b[0]), Integer.parseInt(b[1]), Integer.parseInt(b[2]));
                }
            }
        }
        return new ClientFacts(
                departments(client, department),
                answers,
                verified,
                evidence,
                findings,
                ClientFacts.without(trained, lapsed),
                mastery,
                new Facts.Days(today, audit.orElse(today)),
                bounds);
    }

    private static Map<String, Facts.Answered> answers(List<String[]> packed, ZoneId zone) {
        Map<String, Facts.Answered> all = HashMap.newHashMap(packed.size());
        for (String[] p : packed) {
            LocalDate on = LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(p[2])), zone);
            Optional<Result> other = p.length > 3 ? Optional.of(Result.valueOf(p[3])) : Optional.empty();
            all.put(p[0], new Facts.Answered(Result.valueOf(p[1]), on, other));
        }
        return all;
    }

    private static Map<String, List<ClientFacts.Open>> findings(List<String[]> packed) {
        Map<String, List<ClientFacts.Open>> all = new HashMap<>();
        for (String[] p : packed) {
            all.computeIfAbsent(p[0], k -> new ArrayList<>())
                    .add(new ClientFacts.Open(
                            UUID.fromString(p[2]),
                            Severity.valueOf(p[1]),
                            p.length > 3 ? Optional.of(UUID.fromString(p[3])) : Optional.empty()));
        }
        return all;
    }

    private static Map<String, Map<String, Optional<LocalDate>>> evidence(List<String[]> packed) {
        Map<String, Map<String, Optional<LocalDate>>> all = new HashMap<>();
        for (String[] p : packed) {
            all.computeIfAbsent(p[0], k -> new HashMap<>())
                    .put(
                            p[1],
                            p.length > 2 ? Optional.of(LocalDate.ofEpochDay(Long.parseLong(p[2]))) : Optional.empty());
        }
        return all;
    }

    /** Sums may be off for a moment when somebody moves while they answer; they never say more than there is. */
    private static Map<String, Facts.Mastery> mastery(List<String[]> packed) {
        Map<String, Facts.Mastery> all = HashMap.newHashMap(packed.size());
        added(packed).forEach((requirement, sum) -> {
            if (sum[1] > 0) {
                all.put(requirement, new Facts.Mastery(Math.clamp(sum[0], 0, sum[1]), sum[1]));
            }
        });
        return all;
    }

    private static Map<String, ClientFacts.Trained> people(List<String[]> packed) {
        Map<String, ClientFacts.Trained> all = HashMap.newHashMap(packed.size());
        added(packed)
                .forEach((lesson, sum) ->
                        all.put(lesson, new ClientFacts.Trained(Math.max(0, sum[0]), Math.max(0, sum[1]))));
        return all;
    }

    /** Most keys have one row; what came since the last folding is added here, which costs less than to group all of them. */
    private static Map<String, int[]> added(List<String[]> packed) {
        Map<String, int[]> sums = HashMap.newHashMap(packed.size());
        for (String[] p : packed) {
            int[] sum = sums.computeIfAbsent(p[0], k -> new int[2]);
            sum[0] += Integer.parseInt(p[1]);
            sum[1] += Integer.parseInt(p[2]);
        }
        return sums;
    }

    private List<ClientFacts.Dept> departments(UUID client, Optional<UUID> department) {
        List<ClientFacts.Dept> all = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select d.id, d.kind, d.name_zh, d.name_en, coalesce(p.people, 0), coalesce(p.leaders, 0)
                          from department d
                          left join (select department_id, count(*) as people, count(*) filter (where leads) as leaders from person
                                      where client_id = :client and left_on is null group by department_id) p on p.department_id = d.id
                         where d.client_id = :client and (cast(:department as uuid) is null or d.id = cast(:department as uuid))
                         order by d.position, d.code""", Object[].class)
                .setParameter("client", client)
                .setParameter("department", text(department))
                .getResultList()) {
            Object[] r = (Object[]) row;
            all.add(new ClientFacts.Dept(
                    (UUID) r[0],
                    DepartmentKind.valueOf((String) r[1]),
                    new Text((String) r[2], (String) r[3]),
                    ((Number) r[4]).intValue(),
                    ((Number) r[5]).intValue()));
        }
        return all;
    }

    /**
     * Readiness on past days, in per cent, oldest first; of one department where it is narrowed.
     *
     * @param standard its id, empty for all requirements
     */
    Map<LocalDate, Integer> trend(UUID client, LocalDate since, String standard, Optional<UUID> department) {
        Map<LocalDate, Integer> trend = new LinkedHashMap<>();
        for (Object row : entities.createNativeQuery("""
                        select taken_on, met, possible from readiness_day
                         where client_id = :client and standard = :standard and taken_on >= :since
                           and department_id is not distinct from cast(:department as uuid)
                         order by taken_on""", Object[].class)
                .setParameter("client", client)
                .setParameter("standard", standard)
                .setParameter("since", since)
                .setParameter("department", text(department))
                .getResultList()) {
            Object[] r = (Object[]) row;
            long possible = ((Number) r[2]).longValue();
            trend.put(day(r[0]), possible == 0 ? 0 : (int) (100 * ((Number) r[1]).longValue() / possible));
        }
        return trend;
    }

    static LocalDate day(Object value) {
        return value instanceof java.sql.Date d ? d.toLocalDate() : (LocalDate) value;
    }

    static @Nullable String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse(null);
    }
}
