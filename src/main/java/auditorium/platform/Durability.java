package auditorium.platform;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Whether the database that answers keeps what it has acknowledged, even through a power cut. */
@Readiness
public class Durability implements HealthCheck {

    private final AgroalDataSource database;
    private final Settings settings;

    Durability(AgroalDataSource database, Settings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("durable database");
        answer.withData("embedded", settings.embedded());
        boolean durable = true;
        try (Connection c = database.getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(
                        "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')")) {
            while (r.next()) {
                answer.withData(r.getString(1), r.getString(2));
                durable &= !"off".equals(r.getString(2));
            }
        } catch (SQLException e) {
            return answer.down()
                    .withData("error", "the database does not answer")
                    .build();
        }
        return answer.status(durable).build();
    }
}
