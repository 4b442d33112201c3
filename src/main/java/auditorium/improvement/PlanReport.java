package auditorium.improvement;

import auditorium.access.Reader;
import auditorium.improvement.domain.TaskState;
import auditorium.platform.Lang;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The plan as its pages show it, each in one statement. What it costs grows with what is open, and not with what has been closed over the
 * years: all but the list of what is settled begin at findings that are not closed.
 */
@ApplicationScoped
class PlanReport {

    private static final String COLUMNS = """
            t.id, t.title_zh, t.title_en, f.requirement, f.grade, d.name_zh, d.name_en, p.name, t.state, t.kind, t.due_on,
            case when t.state = 'VERIFIED' and f.closed_at is null then f.check_on end as check_on""";

    private static final String FROM = """
             from finding f
             join task t on t.client_id = f.client_id and t.finding_id = f.id
             join person p on p.client_id = t.client_id and p.id = t.owner_id
             join department d on d.client_id = p.client_id and d.id = p.department_id
            where f.client_id = :client""";

    private static final String WISHES = " " + """
             and (cast(nullif(:reach, '') as uuid) is null or cast(nullif(:reach, '') as uuid) in (f.department_id, p.department_id))
             and (:department = '' or cast(f.department_id as text) = :department)
             and (:grade = '' or f.grade = :grade) and (:origin = '' or f.origin = :origin) and (:kind = '' or t.kind = :kind)""";

    private final EntityManager entities;

    PlanReport(EntityManager entities) {
        this.entities = entities;
    }

    /** For whom, and what of it. */
    record Asked(UUID client, Optional<UUID> reach, PlanFilter filter, Lang lang, LocalDate today) {}

    /** A card with how many there are in its lane, and how many are late in all lanes. */
    record Carded(TaskCard card, int lane, int late) {}

    /** The first cards of each lane, those that are due first. */
    List<Carded> board(Asked asked, int most) {
        return rows(
                        wishes(
                                "select * from (select " + COLUMNS
                                        + ", count(*) over (partition by t.state) as lane,"
                                        + " count(*) filter (where t.state in ('OPEN', 'IN_PROGRESS') and t.due_on < :today) over () as late,"
                                        + " row_number() over (partition by t.state order by t.due_on, t.id) as place"
                                        + FROM + WISHES
                                        + " and f.closed_at is null and t.state <> 'CANCELLED') x where place <= :most order by place",
                                asked),
                        q -> q.setParameter("most", most).setParameter("today", asked.today()))
                .stream()
                .map(r -> new Carded(card(r, asked), ((Number) r[12]).intValue(), ((Number) r[13]).intValue()))
                .toList();
    }

    /** One page of the list, and how many there are in all in {@code lane}. */
    List<Carded> list(Asked asked, int first, int most) {
        String which = switch (asked.filter().which()) {
            case OPEN -> " and f.closed_at is null and t.state in ('OPEN', 'IN_PROGRESS', 'DONE')";
            case LATE -> " and f.closed_at is null and t.state in ('OPEN', 'IN_PROGRESS') and t.due_on < :today";
            case DONE -> " and f.closed_at is null and t.state = 'DONE'";
            case WAITING -> " and f.closed_at is null and f.verified_at is not null and t.state = 'VERIFIED'";
            case SETTLED -> " and t.state in ('VERIFIED', 'CANCELLED')";
        };
        String order = asked.filter().which() == PlanFilter.Which.SETTLED
                ? " order by t.due_on desc, t.id"
                : " order by t.due_on, t.id";
        return rows(
                        wishes(
                                "select " + COLUMNS + ", count(*) over () as lane" + FROM + WISHES + which + order,
                                asked),
                        q -> {
                            if (asked.filter().which() == PlanFilter.Which.LATE) {
                                q.setParameter("today", asked.today());
                            }
                            q.setFirstResult(first).setMaxResults(most);
                        })
                .stream()
                .map(r -> new Carded(card(r, asked), ((Number) r[12]).intValue(), 0))
                .toList();
    }

    /** Something on a day: TASK, CHECK of a finding, TURN of a routine, or RENEWAL of evidence. */
    record OnDay(LocalDate day, String what, UUID id, String title, String requirement, boolean late) {}

    /** Everything from a day to another, in the order of days. */
    List<OnDay> days(Asked asked, LocalDate from, LocalDate until, int most) {
        String sql =
                "select 'TASK' as what, t.due_on as day, t.id, t.title_zh, t.title_en, f.requirement" + FROM + WISHES
                        + " and f.closed_at is null and t.state in ('OPEN', 'IN_PROGRESS') and t.due_on between :from and :until"
                        + """
                   union all
                  select 'CHECK', f.check_on, f.id, 'F-' || f.number, 'F-' || f.number, f.requirement from finding f
                   where f.client_id = :client and f.verified_at is not null and f.closed_at is null and f.check_on between :from and :until
                     and (cast(nullif(:reach, '') as uuid) is null or f.department_id = cast(nullif(:reach, '') as uuid))
                     and (:department = '' or cast(f.department_id as text) = :department)
                   union all
                  select 'TURN', u.due_on, u.id, r.title, r.title, r.requirement from routine_turn u
                    join routine r on r.client_id = u.client_id and r.id = u.routine_id
                   where u.client_id = :client and u.done_at is null and r.ended_at is null and u.due_on between :from and :until
                     and (cast(nullif(:reach, '') as uuid) is null or r.department_id = cast(nullif(:reach, '') as uuid))
                     and (:department = '' or cast(r.department_id as text) = :department)
                   order by day, what, id""";
        List<OnDay> all = new ArrayList<>();
        for (Object[] r : rows(wishes(sql, asked), q -> {
            q.setParameter("from", from);
            q.setParameter("until", until);
            q.setMaxResults(most);
        })) {
            LocalDate day = day(r[1]);
            all.add(new OnDay(
                    day,
                    (String) r[0],
                    (UUID) r[2],
                    (String) (asked.lang() == Lang.ZH ? r[3] : r[4]),
                    (String) r[5],
                    day.isBefore(asked.today())));
        }
        return all;
    }

    /** What a reader who manages has to look at: VERIFY, what others can't report, and what was passed up because it is late. */
    record Waiting(String why, TaskCard card) {}

    List<Waiting> waiting(Asked asked, Reader reader, Reader.Seat seat, int level, int most) {
        String each = "select '%s' as why, %s, row_number() over (order by t.due_on, t.id) as place" + FROM
                + " and f.closed_at is null and (cast(nullif(:reach, '') as uuid) is null or cast(nullif(:reach, '') as uuid) in (f.department_id, p.department_id))";
        String verify = each.formatted("VERIFY", COLUMNS) + """
                   and t.state = 'DONE' and t.owner_id <> cast(:person as uuid)
                   and not (f.grade = 'ZERO_TOLERANCE' and f.department_id = cast(:own as uuid))
                   and not exists (select from task_step s where s.client_id = t.client_id and s.task_id = t.id and s.kind = 'REPORTED' and s.made_by = :account)""";
        String others = each.formatted("OTHERS", COLUMNS) + """
                   and t.state in ('OPEN', 'IN_PROGRESS')
                   and not exists (select from membership m where m.client_id = p.client_id and m.person_id = p.id and m.ended_at is null)""";
        String late = each.formatted("LATE", COLUMNS) + """
                   and t.state in ('OPEN', 'IN_PROGRESS') and t.owner_id <> cast(:person as uuid)
                   and exists (select from task_escalation e where e.client_id = t.client_id and e.task_id = t.id and e.due_on = t.due_on and e.level >= :level)""";
        String sql = "select * from (" + verify + " union all " + others + " union all " + late
                + ") x where place <= :most order by why, place";
        UUID nobody = new UUID(0, 0);
        return Rows.of(entities.createNativeQuery(sql, Object[].class)
                        .setParameter("client", asked.client())
                        .setParameter("reach", asked.reach().map(UUID::toString).orElse(""))
                        .setParameter("person", seat.person().orElse(nobody).toString())
                        .setParameter("own", seat.department().orElse(nobody).toString())
                        .setParameter("account", reader.account())
                        .setParameter("level", level)
                        .setParameter("most", most))
                .stream()
                .map(r -> new Waiting((String) r[0], card(java.util.Arrays.copyOfRange(r, 1, r.length), asked)))
                .toList();
    }

    /** A finding whose effect is to be looked at by now. */
    record Check(UUID finding, String label, String requirement, String department, String on) {}

    List<Check> checks(Asked asked, int most) {
        return Rows.of(entities.createNativeQuery("""
                                select f.id, f.number, f.requirement, d.name_zh, d.name_en, f.check_on from finding f
                                  join department d on d.client_id = f.client_id and d.id = f.department_id
                                 where f.client_id = ?1 and f.verified_at is not null and f.closed_at is null and f.check_on <= ?2
                                   and f.department_id = coalesce(cast(nullif(?3, '') as uuid), f.department_id) order by f.check_on, f.number""", Object[].class)
                        .setParameter(1, asked.client())
                        .setParameter(2, asked.today())
                        .setParameter(3, asked.reach().map(UUID::toString).orElse(""))
                        .setMaxResults(most))
                .stream()
                .map(r -> new Check(
                        (UUID) r[0],
                        "F-" + r[1],
                        (String) r[2],
                        (String) (asked.lang() == Lang.ZH ? r[3] : r[4]),
                        day(r[5]).toString()))
                .toList();
    }

    static LocalDate day(Object value) {
        return value instanceof java.sql.Date d ? d.toLocalDate() : (LocalDate) value;
    }

    private static TaskCard card(Object[] r, Asked asked) {
        boolean zh = asked.lang() == Lang.ZH;
        LocalDate due = day(r[10]);
        return new TaskCard(
                (UUID) r[0],
                (String) (zh ? r[1] : r[2]),
                (String) r[3],
                (String) r[4],
                (String) (zh ? r[5] : r[6]),
                (String) r[7],
                TaskState.valueOf((String) r[8]).name(),
                (String) r[9],
                due.toString(),
                ChronoUnit.DAYS.between(asked.today(), due),
                r[11] == null ? "" : day(r[11]).toString());
    }

    private Query wishes(String sql, Asked asked) {
        PlanFilter filter = asked.filter();
        return entities.createNativeQuery(sql, Object[].class)
                .setParameter("client", asked.client())
                .setParameter("reach", asked.reach().map(UUID::toString).orElse(""))
                .setParameter("department", filter.department())
                .setParameter("grade", filter.grade())
                .setParameter("origin", filter.origin())
                .setParameter("kind", filter.kind());
    }

    private static List<Object[]> rows(Query query, java.util.function.Consumer<Query> more) {
        more.accept(query);
        return Rows.of(query);
    }
}
