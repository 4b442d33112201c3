package auditorium.training;

import auditorium.library.Catalogue;
import auditorium.platform.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What follows from rules, saved or about to be. */
@ApplicationScoped
class RuleReport {

    private final EntityManager entities;

    RuleReport(EntityManager entities) {
        this.entities = entities;
    }

    /** What came of a rule: how many people it asks, how many of their lessons wait, and how many of these are late. */
    record Count(long people, long open, long late) {
        static final Count NONE = new Count(0, 0, 0);
    }

    /** By rule; narrowed to the people of a department. */
    Map<UUID, Count> counts(UUID client, LocalDate today, Optional<UUID> department) {
        Map<UUID, Count> counts = new HashMap<>();
        for (Object row : entities.createNativeQuery("""
                        select a.rule_id, count(distinct a.person_id), count(*) filter (where a.closed_by is null),
                               count(*) filter (where a.closed_by is null and a.late_from <= ?2)
                          from assignment a join person p on p.client_id = a.client_id and p.id = a.person_id
                         where a.client_id = ?1 and a.rule_id is not null and p.department_id = coalesce(cast(?3 as uuid), p.department_id)
                         group by a.rule_id""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, today)
                .setParameter(3, department.map(UUID::toString).orElse(null))
                .getResultList()) {
            Object[] r = (Object[]) row;
            counts.put(
                    (UUID) r[0],
                    new Count(((Number) r[1]).longValue(), ((Number) r[2]).longValue(), ((Number) r[3]).longValue()));
        }
        return counts;
    }

    /** The jobs that people have here, the most frequent first. */
    List<String> jobs(UUID client, Optional<UUID> department) {
        List<?> rows = entities.createNativeQuery("""
                        select job from person where client_id = ?1 and left_on is null and job <> '' and department_id = coalesce(cast(?2 as uuid), department_id)
                         group by job order by count(*) desc, job limit 200""", String.class)
                .setParameter(1, client)
                .setParameter(2, department.map(UUID::toString).orElse(null))
                .getResultList();
        return rows.stream().map(String.class::cast).toList();
    }

    /** Whom a rule would concern in one department: {@code held} lessons were learned and still hold. */
    record Affected(Text department, int people, int lessons, int held, int minutes) {
        int toLearn() {
            return lessons - held;
        }
    }

    /** Whom a rule would concern, saved or not, by department. {@code minutes} is the time that what is not held takes. */
    List<Affected> affected(Coverage.Ranked rule, Catalogue catalogue, LocalDate today, ZoneId zone) {
        Map<String, @Nullable Object> values =
                Coverage.ranked(List.of(rule), catalogue).values();
        List<String> ids = new ArrayList<>();
        List<Integer> minutes = new ArrayList<>();
        catalogue.lessons().forEach(l -> {
            ids.add(l.id());
            minutes.add(l.minutes());
        });
        values.put("time_lesson", new NamedSql.Column("text", ids));
        values.put("time_minutes", new NamedSql.Column("int4", minutes));
        values.put("repeat", rule.terms().renewal().repeat().name());
        values.put("months", rule.terms().renewal().months());
        values.put("anchor", rule.terms().renewal().anchor().orElse(null));
        values.put("early", rule.terms().renewal().earlyDays());
        values.put("today", today);
        values.put("zone", zone.getId());
        entities.flush();
        return entities.unwrap(Session.class).doReturningWork(c -> {
            List<Affected> all = new ArrayList<>();
            try (PreparedStatement s = NamedSql.prepare(c, Coverage.SQL + """
                            , latest as (
                              select distinct on (person_id, lesson) person_id, lesson, revision, valid_until, (achieved_at at time zone :zone)::date as learned_on
                                from achievement where client_id = current_client() order by person_id, lesson, achieved_at desc
                            ), judged as (
                              select c.person_id, c.department_id, m.minutes, coalesce(a.revision >= c.revision
                                     and a.learned_on >= coalesce(c.again_from, '-infinity'::date)
                                     and coalesce(holds_until(:repeat, :months, :anchor::date, :early, null, a.learned_on, a.valid_until), 'infinity'::date) >= :today, false) as held
                                from covered c
                                join unnest(:time_lesson, :time_minutes) as m (lesson, minutes) on m.lesson = c.lesson
                                left join latest a on a.person_id = c.person_id and a.lesson = c.lesson
                            )
                            select d.name_zh, d.name_en, count(distinct j.person_id), count(*), count(*) filter (where j.held),
                                   coalesce(sum(j.minutes) filter (where not j.held), 0)
                              from judged j join department d on d.client_id = current_client() and d.id = j.department_id
                             group by d.id, d.name_zh, d.name_en, d.position order by d.position""", values);
                    ResultSet rows = s.executeQuery()) {
                while (rows.next()) {
                    all.add(new Affected(
                            new Text(rows.getString(1), rows.getString(2)),
                            rows.getInt(3),
                            rows.getInt(4),
                            rows.getInt(5),
                            rows.getInt(6)));
                }
            }
            return all;
        });
    }
}
