package auditorium.quizzes;

import auditorium.platform.Text;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.Mark;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what people wrote, what waits for somebody to mark it, and what it was given. */
@ApplicationScoped
public class EssayReport {

    /** An id that nobody has: for those who are no person of the factory. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final EntityManager entities;

    EssayReport(EntityManager entities) {
        this.entities = entities;
    }

    /** Answers to one question that wait, and the one that has waited longest. */
    record Waiting(String quiz, String question, String version, int count, Instant since, UUID oldest) {}

    /** One answer. */
    record Essay(
            UUID id,
            UUID attempt,
            UUID person,
            String quiz,
            String question,
            String version,
            String text,
            Instant handedIn,
            boolean waiting,
            String name,
            Text department) {}

    /** One marking; the one that no other takes the place of holds. */
    record Marking(
            UUID id,
            Optional<UUID> supersedes,
            Map<String, Integer> points,
            Mark mark,
            String comment,
            String reason,
            String by,
            Instant at) {}

    /** A marking that holds, with whose answer it is of. */
    record Marked(UUID essay, String quiz, String question, String name, Mark mark, String by, Instant at) {}

    /** How many answers the person may mark: all that wait but the own. */
    public int waiting(UUID client, Optional<UUID> own) {
        return rows(
                        "select count(*), 0 from essay where client_id = ?1 and waiting and answer_id is not null and person_id <> ?2",
                        client,
                        own.orElse(NOBODY))
                .mapToInt(r -> ((Number) r[0]).intValue())
                .sum();
    }

    /** What waits by question, the longest wait first, without the own answers. */
    List<Waiting> queue(UUID client, Optional<UUID> own) {
        return rows("""
                        select quiz, question, (array_agg(version order by handed_in_at, id))[1], count(*), min(handed_in_at),
                               (array_agg(id order by handed_in_at, id))[1]
                          from essay where client_id = ?1 and waiting and answer_id is not null and person_id <> ?2
                         group by quiz, question order by min(handed_in_at)""", client, own.orElse(NOBODY))
                .map(r -> new Waiting(
                        (String) r[0], (String) r[1], (String) r[2], ((Number) r[3]).intValue(), (Instant) r[4], (UUID)
                                r[5]))
                .toList();
    }

    /** The answer to the question that has waited longest, if another one waits. */
    Optional<UUID> next(UUID client, String quiz, String question, Optional<UUID> own) {
        return rows("""
                        select id, 0 from essay
                         where client_id = ?1 and waiting and answer_id is not null and person_id <> ?2 and quiz = ?3 and question = ?4
                         order by handed_in_at, id limit 1""", client, own.orElse(NOBODY), quiz, question)
                .map(r -> (UUID) r[0])
                .findFirst();
    }

    /** Nothing of somebody who was erased. */
    Optional<Essay> essay(UUID client, UUID id) {
        return rows("""
                        select e.id, e.attempt_id, e.person_id, e.quiz, e.question, e.version, a.answer, e.handed_in_at, e.waiting, p.name,
                               d.name_zh, d.name_en
                          from essay e
                          join answer_event a on a.client_id = ?1 and a.id = e.answer_id
                          join person p on p.client_id = ?1 and p.id = e.person_id
                          join department d on d.client_id = ?1 and d.id = p.department_id
                         where e.client_id = ?1 and e.id = ?2""", client, id)
                .map(r -> new Essay(
                        (UUID) r[0],
                        (UUID) r[1],
                        (UUID) r[2],
                        (String) r[3],
                        (String) r[4],
                        (String) r[5],
                        Json.answer((String) r[6]) instanceof Answer.FreeText free ? free.text() : "",
                        (Instant) r[7],
                        (Boolean) r[8],
                        (String) r[9],
                        new Text((String) r[10], (String) r[11])))
                .findFirst();
    }

    /** How an answer was marked, the marking that holds first. */
    List<Marking> markings(UUID client, UUID essay) {
        return rows("""
                        select id, supersedes, points, earned, possible, coalesce(comment, ''), coalesce(reason, ''), marked_by_name, marked_at
                          from essay_mark where client_id = ?1 and essay_id = ?2 order by marked_at desc, id desc""", client, essay).map(r -> marking(r, 0)).toList();
    }

    /** By question of an attempt, the marking that holds. */
    Map<String, Marking> holding(UUID client, UUID attempt) {
        Map<String, Marking> holding = new HashMap<>();
        rows("""
                        select e.question, m.id, m.supersedes, m.points, m.earned, m.possible, coalesce(m.comment, ''), coalesce(m.reason, ''),
                               m.marked_by_name, m.marked_at
                          from essay e join essay_mark m on m.client_id = ?1 and m.essay_id = e.id
                         where e.client_id = ?1 and e.attempt_id = ?2
                           and not exists (select from essay_mark l where l.client_id = ?1 and l.essay_id = e.id and l.supersedes = m.id)""", client, attempt).forEach(r -> holding.put((String) r[0], marking(r, 1)));
        return holding;
    }

    /** What was marked last, the latest first. */
    List<Marked> lately(UUID client, int most) {
        return rows("""
                        select e.id, e.quiz, e.question, p.name, m.earned, m.possible, m.marked_by_name, m.marked_at
                          from essay_mark m
                          join essay e on e.client_id = ?1 and e.id = m.essay_id
                          join person p on p.client_id = ?1 and p.id = e.person_id
                         where m.client_id = ?1
                           and not exists (select from essay_mark l where l.client_id = ?1 and l.essay_id = e.id and l.supersedes = m.id)
                         order by m.marked_at desc, m.id desc limit ?2""", client, most)
                .map(r -> new Marked(
                        (UUID) r[0],
                        (String) r[1],
                        (String) r[2],
                        (String) r[3],
                        new Mark(((Number) r[4]).intValue(), ((Number) r[5]).intValue()),
                        (String) r[6],
                        (Instant) r[7]))
                .toList();
    }

    private static Marking marking(Object[] r, int from) {
        return new Marking(
                (UUID) r[from],
                Optional.ofNullable((UUID) r[from + 1]),
                Json.points((String) r[from + 2]),
                new Mark(((Number) r[from + 3]).intValue(), ((Number) r[from + 4]).intValue()),
                (String) r[from + 5],
                (String) r[from + 6],
                (String) r[from + 7],
                (Instant) r[from + 8]);
    }

    private Stream<Object[]> rows(String sql, Object... values) {
        var query = entities.createNativeQuery(sql, Object[].class);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        List<Object[]> rows = new ArrayList<>();
        for (Object row : query.getResultList()) {
            rows.add((Object[]) row);
        }
        return rows.stream();
    }
}
