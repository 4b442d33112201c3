package auditorium.quizzes;

import auditorium.library.ContentVersions;
import auditorium.library.content.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was corrected about an attempt after it was marked: with this and its answers, its score can be worked out again. */
@ApplicationScoped
class Corrections {

    private final EntityManager entities;
    private final ContentVersions versions;

    Corrections(EntityManager entities, ContentVersions versions) {
        this.entities = entities;
        this.versions = versions;
    }

    /** A regrade that changed the attempt; the scores are in per cent, rounded down. */
    record Regraded(String question, String keyVersion, String reason, String by, Instant at, int before, int after) {}

    /** The regrades that changed the attempt, the earliest first. */
    List<Regraded> regrades(UUID client, UUID attempt) {
        List<Regraded> regrades = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select r.question, r.key_version, r.reason, r.made_by_name, r.made_at,
                               100 * c.earned_before / greatest(1, c.possible_before), 100 * c.earned_after / greatest(1, c.possible_after)
                          from regrade_change c join regrade r on r.client_id = c.client_id and r.id = c.regrade_id
                         where c.client_id = ?1 and c.attempt_id = ?2 order by r.made_at, r.id""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, attempt)
                .getResultList()) {
            Object[] r = (Object[]) row;
            regrades.add(new Regraded(
                    (String) r[0],
                    (String) r[1],
                    (String) r[2],
                    (String) r[3],
                    (Instant) r[4],
                    ((Number) r[5]).intValue(),
                    ((Number) r[6]).intValue()));
        }
        return regrades;
    }

    /** The paper with the questions whose key was corrected as they read with that key; the last correction holds. */
    Attempts.Frozen corrected(Attempts.Frozen frozen, List<Regraded> regrades) {
        if (regrades.isEmpty()) {
            return frozen;
        }
        Map<String, String> keys = new HashMap<>();
        regrades.forEach(r -> keys.put(r.question(), r.keyVersion()));
        Map<String, Question> questions = versions.questions(keys.values());
        return new Attempts.Frozen(
                frozen.paper(),
                frozen.questions().stream()
                        .map(q -> questions.getOrDefault(keys.getOrDefault(q.id(), ""), q))
                        .toList());
    }
}
