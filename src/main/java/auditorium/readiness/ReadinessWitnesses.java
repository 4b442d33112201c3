package auditorium.readiness;

import auditorium.platform.Text;
import auditorium.records.Witness;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What readiness tells the record. */
@Singleton
class ReadinessWitnesses {

    /** An answer about a requirement in a department. */
    static final String RESPONSE = "response";

    /** A photo of a response, by its hash. */
    static final String PHOTO = "response-photo";

    @Produces
    @Singleton
    Witness photos() {
        return Witness.of(PHOTO, new Text("检查照片", "Photo of a response"), """
                        select id as subject, response_id, encode(sha256, 'hex') as file, media_type, size, taken_at, received_at
                          from response_photo where client_id = current_client()""");
    }

    @Produces
    @Singleton
    Witness responses() {
        return Witness.of(RESPONSE, new Text("检查结果", "Response"), """
                        select id as subject, department_id, requirement, version, result, method, note, side, seen, made_by,
                               made_by_name, made_at, received_at
                          from response where client_id = current_client()""")
                .words("note")
                .personal("made_by_name", "made_by");
    }
}
