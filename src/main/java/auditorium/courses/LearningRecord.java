package auditorium.courses;

import auditorium.library.ContentVersions;
import auditorium.library.content.Lesson;
import auditorium.records.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/** What people have seen and read, appended once each with the version that they saw. A phone may send it twice. */
@ApplicationScoped
public class LearningRecord {

    private final EntityManager entities;
    private final ContentVersions versions;
    private final Ledger ledger;

    LearningRecord(EntityManager entities, ContentVersions versions, Ledger ledger) {
        this.entities = entities;
        this.versions = versions;
        this.ledger = ledger;
    }

    void seen(UUID client, UUID id, UUID person, Lesson lesson, String card, Instant at) {
        entities.createNativeQuery("""
                        insert into card_seen (client_id, id, person_id, lesson, version, card, seen_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do nothing""")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, person)
                .setParameter(4, lesson.id())
                .setParameter(5, versions.use("lesson", lesson.id(), lesson.version()))
                .setParameter(6, card)
                .setParameter(7, at)
                .executeUpdate();
    }

    /** The whole lesson has been read. */
    public void read(UUID client, UUID id, UUID person, Lesson lesson, Instant at) {
        int added = entities.createNativeQuery("""
                        insert into lesson_completion (client_id, id, person_id, lesson, version, completed_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing""")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, person)
                .setParameter(4, lesson.id())
                .setParameter(5, versions.use("lesson", lesson.id(), lesson.version()))
                .setParameter(6, at)
                .executeUpdate();
        if (added == 1) {
            ledger.append(CourseWitnesses.LESSON_READ, id);
        }
    }
}
