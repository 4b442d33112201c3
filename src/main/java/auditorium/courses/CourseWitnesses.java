package auditorium.courses;

import auditorium.platform.Text;
import auditorium.records.Witness;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What learning tells the record. */
@Singleton
class CourseWitnesses {

    /** Somebody has read a lesson to its end, in this version. */
    static final String LESSON_READ = "lesson-read";

    @Produces
    @Singleton
    Witness lessonsRead() {
        return Witness.of(LESSON_READ, new Text("读完一课", "Lesson read"), """
                select id as subject, person_id, lesson, version, completed_at, received_at, seconds, least_seconds
                  from lesson_completion where client_id = current_client()""");
    }
}
