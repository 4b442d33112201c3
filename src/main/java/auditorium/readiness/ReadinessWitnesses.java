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

    @Produces
    @Singleton
    Witness responses() {
        return Witness.of(RESPONSE, new Text("检查结果", "Response"), """
                        select id as subject, department_id, requirement, version, result, method, note, made_by, made_by_name,
                               made_at, received_at
                          from response where client_id = current_client()""")
                .words("note")
                .personal("made_by_name", "made_by");
    }
}
