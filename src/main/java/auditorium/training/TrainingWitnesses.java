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

    /** A certificate: issued, superseded, revoked. */
    static final String CERTIFICATE = "certificate";

    @Produces
    @Singleton
    Witness certificates() {
        return Witness.of(CERTIFICATE, new Text("证书", "Certificate"), """
                        select id as subject, number, person_id, course, lessons, issued_at, issued_on, issued_by, valid_until, superseded_by,
                               revoked_at, revoked_by, revoked_by_name, revocation_reason
                          from certificate where client_id = current_client()""")
                .personal("revoked_by_name", "revoked_by")
                .words("revocation_reason")
                .changing();
    }

    @Produces
    @Singleton
    Witness achievements() {
        return Witness.of(ACHIEVEMENT, new Text("通过一课", "Lesson mastered"), """
                select id as subject, person_id, lesson, version, revision, achieved_at, valid_until, source, source_id, attempt_id, score
                  from achievement where client_id = current_client()""");
    }
}
