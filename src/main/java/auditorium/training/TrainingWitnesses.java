package auditorium.training;

import auditorium.platform.Text;
import auditorium.records.Witness;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What training tells the record. */
@Singleton
class TrainingWitnesses {

    /** Somebody has mastered a lesson, in this version. */
    static final String ACHIEVEMENT = "achievement";

    @Produces
    @Singleton
    Witness achievements() {
        return Witness.of(ACHIEVEMENT, new Text("通过一课", "Lesson mastered"), """
                select id as subject, person_id, lesson, version, revision, achieved_at, valid_until, source, source_id, attempt_id, score
                  from achievement where client_id = current_client()""");
    }
}
