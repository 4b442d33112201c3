package auditorium.training;

import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.platform.Lang;
import auditorium.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * What the people of the current client are reminded of: lessons and tasks that are due soon, and that are late, each once. Everybody
 * finds them in the application; who has an e-mail address gets them by mail too.
 */
@ApplicationScoped
class Reminders {

    static final int DAYS_BEFORE_LESSON = 7;
    static final int DAYS_BEFORE_TASK = 2;

    /** What waited longer, because no mail server was named or none answered, is no news any more. */
    private static final Duration NEWS = Duration.ofDays(3);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(30);
    private static final int MOST_TRIES = 6;
    private static final int MOST_LINES = 12;

    private final EntityManager entities;
    private final AssignmentReport assignments;
    private final Library library;
    private final Settings settings;

    Reminders(EntityManager entities, AssignmentReport assignments, Library library, Settings settings) {
        this.entities = entities;
        this.assignments = assignments;
        this.library = library;
        this.settings = settings;
    }

    /** A reminder as its reader sees it. {@code task} is empty for lessons. */
    record Reminder(
            String kind,
            LocalDate dueOn,
            String task,
            @Nullable UUID taskId,
            Instant madeAt,
            boolean sent) {}

    /** A reminder that this server is handing over. */
    record Claimed(
            UUID id,
            UUID person,
            String kind,
            LocalDate dueOn,
            @Nullable UUID task) {}

    /** A mail that is ready. */
    record Mail(String to, String subject, String text) {}

    /** Makes what there is to remind of as of today; what was made before stays. Answers how many are new. */
    int make(LocalDate today, Instant now) {
        Map<String, Object> values = Map.of(
                "today", today,
                "now", now,
                "lesson_days", DAYS_BEFORE_LESSON,
                "task_days", DAYS_BEFORE_TASK);
        entities.flush();
        return entities.unwrap(Session.class).doReturningWork(c -> NamedSql.update(c, """
                insert into reminder (client_id, id, person_id, kind, due_on, task_id, made_at)
                select current_client(), uuidv7(), person_id, kind, due_on, task_id, :now from (
                  select a.person_id, case when a.late_from <= :today then 'LESSON_LATE' else 'LESSON_DUE' end as kind, a.due_on, null::uuid as task_id
                    from assignment a
                   where a.client_id = current_client() and a.closed_by is null and a.due_on <= :today + :lesson_days
                  union
                  select t.owner_id, case when t.due_on < :today then 'TASK_LATE' else 'TASK_DUE' end, t.due_on, t.id
                    from task t
                   where t.client_id = current_client() and t.state in ('OPEN', 'IN_PROGRESS') and t.due_on <= :today + :task_days
                ) due
                 where person_id in (select id from person where client_id = current_client() and left_on is null)
                on conflict (client_id, person_id, kind, due_on, task_id) do nothing""", values));
    }

    /** Takes up to {@code most} that can be mailed now; another server that asks at the same time takes others. */
    List<Claimed> claim(int most, Instant now) {
        Map<String, Object> values = Map.of(
                "most", most,
                "now", now,
                "since", now.minus(NEWS),
                "tried_before", now.minus(PAUSE_AFTER_FAILURE),
                "tries", MOST_TRIES);
        entities.flush();
        return entities.unwrap(Session.class).doReturningWork(c -> {
            List<Claimed> claimed = new ArrayList<>();
            try (PreparedStatement s = NamedSql.prepare(c, """
                            update reminder r set claimed_at = :now
                             where r.client_id = current_client() and r.id in (
                               select w.id from reminder w join person p on p.client_id = w.client_id and p.id = w.person_id
                                where w.client_id = current_client() and w.sent_at is null and w.claimed_at is null and w.made_at >= :since
                                  and w.tries < :tries and (w.tried_at is null or w.tried_at <= :tried_before or w.tried_at > :now)
                                  and p.email is not null and p.left_on is null
                                order by w.person_id limit :most
                                for update of w skip locked)
                            returning r.id, r.person_id, r.kind, r.due_on, r.task_id""", values);
                    ResultSet rows = s.executeQuery()) {
                while (rows.next()) {
                    claimed.add(new Claimed(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            rows.getString(3),
                            rows.getObject(4, LocalDate.class),
                            rows.getObject(5, UUID.class)));
                }
            }
            return claimed;
        });
    }

    /** They are with the mail server. */
    void sent(Collection<UUID> ids, Instant now) {
        entities.createNativeQuery("update reminder set sent_at = ?1 where client_id = current_client() and id in (?2)")
                .setParameter(1, now)
                .setParameter(2, ids)
                .executeUpdate();
    }

    /** The mail server has not taken them: they wait, and are tried again later. */
    void released(Collection<UUID> ids, Instant now) {
        entities.createNativeQuery(
                        "update reminder set claimed_at = null, tried_at = ?1, tries = tries + 1 where client_id = current_client() and id in (?2)")
                .setParameter(1, now)
                .setParameter(2, ids)
                .executeUpdate();
    }

    /** The reminders of one person as a mail in their language; empty when there is nothing to say any more, or nobody to say it to. */
    Optional<Mail> mail(UUID client, UUID person, List<Claimed> of, LocalDate today) {
        List<?> found = entities.createNativeQuery("""
                        select p.name, p.email, coalesce(a.language, 'zh'), c.name_zh, c.name_en
                          from person p join client c on c.id = p.client_id
                          left join membership m on m.client_id = p.client_id and m.person_id = p.id and m.ended_at is null
                          left join account a on a.id = m.account_id
                         where p.client_id = ?1 and p.id = ?2 and p.left_on is null and p.email is not null limit 1""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, person)
                .getResultList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Object[] who = (Object[]) found.get(0);
        Lang lang = Lang.of((String) who[2]);
        RemindMessages m = AssignWords.reminding(lang);
        List<String> lines = lessons(client, person, of, today, lang, m);
        lines.addAll(tasks(client, of, lang, today, m));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(m.mail_hello((String) who[0])).append("\n\n");
        lines.stream()
                .limit(MOST_LINES)
                .forEach(l -> text.append("- ").append(l).append('\n'));
        if (lines.size() > MOST_LINES) {
            text.append(m.mail_more(lines.size() - MOST_LINES)).append('\n');
        }
        text.append('\n').append(m.mail_where()).append('\n');
        settings.mail().site().ifPresent(s -> text.append(s).append('\n'));
        text.append('\n')
                .append(lang == Lang.EN ? who[4] : who[3])
                .append(" · ")
                .append(m.mail_from())
                .append('\n');
        return Optional.of(new Mail((String) who[1], m.mail_subject(lines.size()), text.toString()));
    }

    private List<String> lessons(
            UUID client, UUID person, List<Claimed> of, LocalDate today, Lang lang, RemindMessages m) {
        List<LocalDate> days =
                of.stream().filter(c -> c.task() == null).map(Claimed::dueOn).toList();
        if (days.isEmpty()) {
            return new ArrayList<>();
        }
        Catalogue catalogue = library.catalogue();
        List<String> lines = new ArrayList<>();
        for (DueLesson d : assignments.due(client, person, catalogue, lang, today)) {
            if (days.contains(LocalDate.parse(d.dueOn()))) {
                lines.add(
                        d.daysLeft() < 0
                                ? m.mail_late(d.title(), d.dueOn(), d.daysLate())
                                : m.mail_due(d.title(), d.dueOn()));
            }
        }
        return lines;
    }

    private List<String> tasks(UUID client, List<Claimed> of, Lang lang, LocalDate today, RemindMessages m) {
        Map<UUID, LocalDate> ids = new LinkedHashMap<>();
        of.forEach(c -> {
            if (c.task() != null) {
                ids.put(c.task(), c.dueOn());
            }
        });
        List<String> lines = new ArrayList<>();
        if (ids.isEmpty()) {
            return lines;
        }
        for (Object row : entities.createNativeQuery(
                        "select title_zh, title_en, due_on from task where client_id = ?1 and id in (?2) and state in ('OPEN', 'IN_PROGRESS') order by due_on",
                        Object[].class)
                .setParameter(1, client)
                .setParameter(2, ids.keySet())
                .getResultList()) {
            Object[] r = (Object[]) row;
            LocalDate due = AssignmentReport.day(r[2]);
            String title = (String) (lang == Lang.EN ? r[1] : r[0]);
            lines.add(
                    due.isBefore(today)
                            ? m.mail_late(title, due.toString(), java.time.temporal.ChronoUnit.DAYS.between(due, today))
                            : m.mail_due(title, due.toString()));
        }
        return lines;
    }

    /** The newest first. */
    List<Reminder> of(UUID client, UUID person, Lang lang, int most) {
        List<Reminder> all = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select r.kind, r.due_on, coalesce(t.title_zh, ''), coalesce(t.title_en, ''), r.task_id, r.made_at, r.sent_at is not null
                          from reminder r left join task t on t.client_id = r.client_id and t.id = r.task_id
                         where r.client_id = ?1 and r.person_id = ?2 order by r.made_at desc, r.due_on""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, person)
                .setMaxResults(most)
                .getResultList()) {
            Object[] r = (Object[]) row;
            all.add(new Reminder(
                    (String) r[0],
                    AssignmentReport.day(r[1]),
                    (String) (lang == Lang.EN ? r[3] : r[2]),
                    (UUID) r[4],
                    (Instant) r[5],
                    (Boolean) r[6]));
        }
        return all;
    }
}
