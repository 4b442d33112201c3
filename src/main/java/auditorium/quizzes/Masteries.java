package auditorium.quizzes;

import auditorium.quizzes.domain.Mark;
import auditorium.quizzes.domain.Score;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What people have shown to know, by requirement: the attempt that ended last says it. */
@ApplicationScoped
class Masteries {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final EntityManager entities;
    private final RegradeReport report;

    Masteries(EntityManager entities, RegradeReport report) {
        this.entities = entities;
        this.report = report;
    }

    /** Keeps what an attempt showed that ended then. Rows are written in the order of keys, so none waits in a ring. */
    void keep(UUID client, UUID person, Score score, Instant at) {
        TreeMap<String, Mark> marks = new TreeMap<>(score.requirements());
        marks.values().removeIf(m -> m.possible() == 0);
        if (marks.isEmpty()) {
            return;
        }
        StringBuilder rows = new StringBuilder();
        marks.forEach((key, mark) -> rows.append(rows.isEmpty() ? "" : ", ").append("(?, ?, ?, ?, ?, ?)"));
        var insert = entities.createNativeQuery(
                "insert into mastery (client_id, person_id, requirement, earned, possible, updated_at) values "
                        + rows
                        + " on conflict (client_id, person_id, requirement) do update set earned = excluded.earned, possible = excluded.possible, updated_at = excluded.updated_at where mastery.updated_at <= excluded.updated_at");
        int place = 1;
        for (Map.Entry<String, Mark> entry : marks.entrySet()) {
            insert.setParameter(place++, client);
            insert.setParameter(place++, person);
            insert.setParameter(place++, entry.getKey());
            insert.setParameter(place++, entry.getValue().earned());
            insert.setParameter(place++, entry.getValue().possible());
            insert.setParameter(place++, at);
        }
        insert.executeUpdate();
    }

    /** Marks of these attempts have changed: what people know changes where it rests on one of them, and not on a later one. */
    void again(UUID client, Collection<UUID> attempts) {
        ArrayNode rows = MAPPER.createArrayNode();
        report.requirements(client, attempts)
                .forEach((attempt, requirements) -> requirements.forEach((key, mark) -> rows.addObject()
                        .put("attempt", attempt.toString())
                        .put("requirement", key)
                        .put("earned", mark.earned())
                        .put("possible", mark.possible())));
        entities.createNativeQuery("""
                        update mastery m set earned = v.earned, possible = v.possible
                          from jsonb_to_recordset(cast(?2 as jsonb)) as v(attempt uuid, requirement text, earned int, possible int)
                          join attempt a on a.client_id = ?1 and a.id = v.attempt
                         where m.client_id = ?1 and m.person_id = a.person_id and m.requirement = v.requirement
                           and m.updated_at = a.submitted_at""")
                .setParameter(1, client)
                .setParameter(2, rows.toString())
                .executeUpdate();
    }
}
