package auditorium.improvement;

import auditorium.improvement.domain.Mentions;
import auditorium.improvement.domain.TaskState;
import auditorium.platform.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What people say about tasks, and to whom. Only who may see the task is ever told of it. */
@ApplicationScoped
class Remarks {

    private static final int MOST = 30;

    private final EntityManager entities;
    private final Improvement improvement;

    Remarks(EntityManager entities, Improvement improvement) {
        this.entities = entities;
        this.improvement = improvement;
    }

    /** A remark that speaks to somebody and has not been seen by them. */
    record Mention(UUID task, Text title, String note, String by, Instant at) {}

    /** Says something; those who are named behind an “@” find it among their tasks. Sent twice it is said once. */
    void add(UUID client, Task task, String words, Improvement.Act act) {
        improvement.step(task, TaskState.Step.REMARKED, words, act);
        if (words.indexOf('@') < 0) {
            return;
        }
        entities.flush();
        Map<String, List<UUID>> seers = new HashMap<>();
        for (Object row : entities.createNativeQuery("""
                        select a.name, a.id from membership m join account a on a.id = m.account_id
                         where m.client_id = ?1 and m.ended_at is null and position('@' || a.name in cast(?2 as text)) > 0
                           and (m.person_id = ?3 or m.role in ('FACTORY_MANAGER', 'CONSULTANT')
                                or m.role = 'DEPARTMENT_MANAGER' and m.department_id in (?4, ?5))""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, words)
                .setParameter(3, task.owner().id())
                .setParameter(4, task.finding().department())
                .setParameter(5, task.owner().department().id())
                .getResultList()) {
            Object[] r = (Object[]) row;
            seers.computeIfAbsent((String) r[0], k -> new ArrayList<>()).add((UUID) r[1]);
        }
        Set<String> meant = Mentions.in(words, seers.keySet());
        for (String name : meant) {
            for (UUID account : seers.getOrDefault(name, List.of())) {
                entities.createNativeQuery(
                                "insert into mention (client_id, task_step_id, account_id) values (?1, ?2, ?3) on conflict do nothing")
                        .setParameter(1, client)
                        .setParameter(2, act.id())
                        .setParameter(3, account)
                        .executeUpdate();
            }
        }
    }

    List<Mention> unseen(UUID client, UUID account) {
        return Rows.of(entities.createNativeQuery("""
                        select t.id, t.title_zh, t.title_en, s.note, s.made_by_name, s.made_at
                          from mention n
                          join task_step s on s.client_id = n.client_id and s.id = n.task_step_id
                          join task t on t.client_id = s.client_id and t.id = s.task_id
                         where n.client_id = ?1 and n.account_id = ?2 and n.seen_at is null order by s.made_at desc""", Object[].class)
                        .setParameter(1, client)
                        .setParameter(2, account)
                        .setMaxResults(MOST))
                .stream()
                .map(r -> {
                    return new Mention(
                            (UUID) r[0], new Text((String) r[1], (String) r[2]), (String) r[3], (String) r[4], (Instant)
                                    r[5]);
                })
                .toList();
    }

    /** Whoever opens the task has seen what was said to them. */
    void seen(UUID client, UUID task, UUID account, Instant at) {
        entities.createNativeQuery("""
                        update mention n set seen_at = ?4 from task_step s
                         where n.client_id = ?1 and n.account_id = ?3 and n.seen_at is null
                           and s.client_id = n.client_id and s.id = n.task_step_id and s.task_id = ?2""")
                .setParameter(1, client)
                .setParameter(2, task)
                .setParameter(3, account)
                .setParameter(4, at)
                .executeUpdate();
    }
}
