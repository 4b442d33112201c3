package auditorium.library;

import auditorium.library.content.Question;
import auditorium.library.content.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the text of every version that somebody saw, so that a record can be shown with the very words it is about. */
@ApplicationScoped
public class ContentVersions {

    private final EntityManager entities;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transaction;
    /** Hashes that this node has seen committed. */
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    ContentVersions(EntityManager entities, Clock clock, TransactionSynchronizationRegistry transaction) {
        this.entities = entities;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A version with what it is a version of. */
    public record Use(String kind, String key, Version version) {}

    /** Stores the version in the current transaction if this is its first use anywhere; answers its hash. */
    public String use(String kind, String key, Version version) {
        use(Set.of(new Use(kind, key, version)));
        return version.hash();
    }

    /** Stores all versions that are not there yet: no statement at all once they are known, one or two the first time. */
    public void use(Collection<Use> uses) {
        Set<String> unknown = new HashSet<>();
        uses.forEach(u -> unknown.add(u.version().hash()));
        unknown.removeAll(kept);
        if (unknown.isEmpty()) {
            return;
        }
        // in one order everywhere: two people who are the first to see the same two versions must not wait for each
        // other in a ring
        List<Use> missing = uses.stream()
                .filter(u -> unknown.remove(u.version().hash()))
                .sorted(Comparator.comparing(u -> u.version().hash()))
                .toList();
        Timestamp now = Timestamp.from(clock.instant());
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < missing.size(); i++) {
            rows.append(i == 0 ? "" : ", ").append("(?, ?, ?, ?, ?)");
        }
        var insert =
                entities.createNativeQuery("insert into content_version (hash, kind, key, body, first_used_at) values "
                        + rows + " on conflict (hash) do nothing");
        int place = 1;
        for (Use use : missing) {
            insert.setParameter(place++, use.version().hash());
            insert.setParameter(place++, use.kind());
            insert.setParameter(place++, use.key());
            insert.setParameter(place++, use.version().body());
            insert.setParameter(place++, now);
        }
        insert.executeUpdate();
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    missing.forEach(u -> kept.add(u.version().hash()));
                }
            }
        });
    }

    /** Whether somebody can have seen this version of that thing. */
    public boolean knows(String kind, String key, String hash) {
        return (Boolean) entities.createNativeQuery(
                        "select exists (select 1 from content_version where hash = ?1 and kind = ?2 and key = ?3)",
                        Boolean.class)
                .setParameter(1, hash)
                .setParameter(2, kind)
                .setParameter(3, key)
                .getSingleResult();
    }

    /** The questions of these versions, from the database: for attempts on a quiz that has changed since. */
    public Map<String, Question> questions(Collection<String> hashes) {
        Map<String, Question> questions = new HashMap<>();
        for (Object row : entities.createNativeQuery(
                        "select hash, body from content_version where hash in (:hashes)", Object[].class)
                .setParameter("hashes", hashes)
                .getResultList()) {
            Object[] r = (Object[]) row;
            questions.put((String) r[0], QuestionReader.restore(new Version((String) r[0], (String) r[1])));
        }
        return questions;
    }
}
