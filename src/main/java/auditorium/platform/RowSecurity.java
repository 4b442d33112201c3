package auditorium.platform;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Tells PostgreSQL's row-level security the current client, once per transaction, where the connection is first used. The
 * setting ends with the transaction; a session-wide one would leak into the next user of the connection after a rollback.
 */
@Singleton
public class RowSecurity implements AgroalPoolInterceptor {

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            if (connection.getAutoCommit() || !Arc.container().requestContext().isActive()) {
                return; // outside a transaction nothing is told, so nothing is seen
            }
            var client = Arc.container().instance(CurrentClient.class).get().id();
            if (client.equals(CurrentClient.NOBODY)) {
                return;
            }
            try (PreparedStatement s = connection.prepareStatement("select set_config('auditorium.client', ?, true)")) {
                s.setString(1, client.toString());
                s.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the client can't be told to the database", e);
        }
    }
}
