package auditorium.readiness;

import auditorium.improvement.domain.Rhythm;
import auditorium.platform.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What time will bring until a day: one statement for each kind of thing, and none that reads history. */
@ApplicationScoped
class TimeMachineReport {

    private final EntityManager entities;

    TimeMachineReport(EntityManager entities) {
        this.entities = entities;
    }

    /** From when to when, of which client, and of which department if not of all. */
    record Window(UUID client, LocalDate today, LocalDate day, Optional<UUID> reach) {}

    /** A lesson that people of a department will have to learn anew; {@code first} is the day on which the first of them does. */
    record Lapse(UUID department, String lesson, LocalDate first, int people, int leaders) {}

    List<Lapse> lapses(Window w) {
        List<Lapse> all = new ArrayList<>();
        for (Object row : in(w, """
                        select p.department_id, a.lesson, min(coalesce(a.valid_until, a.prior_until)) as first_on,
                               count(*) as people, count(*) filter (where p.leads) as leaders
                          from assignment a
                          join person p on p.client_id = a.client_id and p.id = a.person_id and p.left_on is null
                         where a.client_id = :client
                           and ((a.valid_until >= :today and a.valid_until < :day)
                                or (a.closed_by is null and a.again and a.prior_until >= :today and a.prior_until < :day))
                           and (cast(:reach as uuid) is null or p.department_id = cast(:reach as uuid))
                         group by p.department_id, a.lesson
                         order by first_on, people desc""").getResultList()) {
            Object[] r = (Object[]) row;
            all.add(new Lapse(
                    (UUID) r[0],
                    (String) r[1],
                    ReadinessReport.day(r[2]),
                    ((Number) r[3]).intValue(),
                    ((Number) r[4]).intValue()));
        }
        return all;
    }

    /** The lapses as readiness wants them. */
    static Map<UUID, Map<String, ClientFacts.Trained>> byDepartment(List<Lapse> lapses) {
        Map<UUID, Map<String, ClientFacts.Trained>> all = new HashMap<>();
        lapses.forEach(l -> all.computeIfAbsent(l.department(), k -> new HashMap<>())
                .merge(l.lesson(), new ClientFacts.Trained(l.people(), l.leaders()), ClientFacts.Trained::plus));
        return all;
    }

    /** Somebody who came lately, with what they have passed. */
    record Newcomer(
            UUID department, String name, String number, boolean leads, LocalDate joinedOn, Set<String> passed) {}

    List<Newcomer> newcomers(Window w, LocalDate since) {
        List<Newcomer> all = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select p.department_id, p.name, p.number, p.leads, p.joined_on,
                               (select string_agg(s.lesson, ' ') from lesson_standing s where s.client_id = p.client_id and s.person_id = p.id) as passed
                          from person p
                         where p.client_id = :client and p.left_on is null and p.joined_on >= :since
                           and (cast(:reach as uuid) is null or p.department_id = cast(:reach as uuid))
                         order by p.joined_on desc, p.number""", Object[].class)
                .setParameter("client", w.client())
                .setParameter("since", since)
                .setParameter("reach", ReadinessReport.text(w.reach()))
                .getResultList()) {
            Object[] r = (Object[]) row;
            all.add(new Newcomer(
                    (UUID) r[0],
                    (String) r[1],
                    (String) r[2],
                    (Boolean) r[3],
                    ReadinessReport.day(r[4]),
                    r[5] == null ? Set.of() : Set.of(((String) r[5]).split(" "))));
        }
        return all;
    }

    /** Something that a department does again and again, with the days on which it is due until then; {@code late} turns were missed. */
    record Recurring(UUID department, String title, String requirement, String owner, List<LocalDate> days, int late) {}

    List<Recurring> recurring(Window w) {
        List<Recurring> all = new ArrayList<>();
        for (Object row : in(w, """
                        select r.department_id, r.title, r.requirement, p.name, r.rhythm, r.starts_on,
                               (select string_agg(cast(u.due_on as text), ' ') from routine_turn u
                                 where u.client_id = r.client_id and u.routine_id = r.id and u.done_at is not null
                                   and u.due_on between :today and :day) as done,
                               (select count(*) from routine_turn u where u.client_id = r.client_id and u.routine_id = r.id
                                   and u.done_at is null and u.due_on < :today) as late
                          from routine r join person p on p.client_id = r.client_id and p.id = r.owner_id
                         where r.client_id = :client and r.ended_at is null
                           and (cast(:reach as uuid) is null or r.department_id = cast(:reach as uuid))
                         order by r.title, r.id""").getResultList()) {
            Object[] r = (Object[]) row;
            Set<String> done = r[6] == null ? Set.of() : Set.of(((String) r[6]).split(" "));
            List<LocalDate> days =
                    Rhythm.valueOf((String) r[4]).turns(ReadinessReport.day(r[5]), w.today(), w.day()).stream()
                            .filter(d -> !done.contains(d.toString()))
                            .toList();
            int late = ((Number) r[7]).intValue();
            if (!days.isEmpty() || late > 0) {
                all.add(new Recurring((UUID) r[0], (String) r[1], (String) r[2], (String) r[3], days, late));
            }
        }
        return all;
    }

    /** A task that is not done yet. */
    record Open(UUID id, Text title, LocalDate dueOn, UUID department, String owner) {}

    List<Open> tasks(Window w, int most) {
        List<Open> all = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select t.id, t.title_zh, t.title_en, t.due_on, f.department_id, p.name
                          from task t
                          join finding f on f.client_id = t.client_id and f.id = t.finding_id
                          join person p on p.client_id = t.client_id and p.id = t.owner_id
                         where t.client_id = :client and t.state in ('OPEN', 'IN_PROGRESS')
                           and (cast(:reach as uuid) is null or f.department_id = cast(:reach as uuid))
                         order by t.due_on, t.id""", Object[].class)
                .setParameter("client", w.client())
                .setParameter("reach", ReadinessReport.text(w.reach()))
                .setMaxResults(most)
                .getResultList()) {
            Object[] r = (Object[]) row;
            all.add(new Open(
                    (UUID) r[0],
                    new Text((String) r[1], (String) r[2]),
                    ReadinessReport.day(r[3]),
                    (UUID) r[4],
                    (String) r[5]));
        }
        return all;
    }

    private Query in(Window w, String sql) {
        return entities.createNativeQuery(sql, Object[].class)
                .setParameter("client", w.client())
                .setParameter("today", w.today())
                .setParameter("day", w.day())
                .setParameter("reach", ReadinessReport.text(w.reach()));
    }
}
