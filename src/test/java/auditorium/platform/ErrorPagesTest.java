package auditorium.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class ErrorPagesTest {

    @Test
    void aDatabaseThatIsAwayIsToldFromAFaultOfOurs() {
        assertTrue(away(new SQLException("an I/O error occurred", "08006")));
        assertTrue(away(new SQLException("connection refused", "08001")));
        assertTrue(away(new SQLException("terminating connection due to administrator command", "57P01")));
        assertTrue(away(new SQLException("the database system is starting up", "57P03")));
        assertTrue(away(new SQLTransientConnectionException("no connection")));
        assertTrue(away(new SQLException("Sorry, acquisition timeout!")));
        assertFalse(away(new SQLException("duplicate key", "23505")));
        assertFalse(away(new SQLException("syntax error")));
        assertFalse(ErrorPages.databaseAway(new IllegalStateException("nothing to do with it")));
    }

    private static boolean away(SQLException cause) {
        return ErrorPages.databaseAway(new IllegalStateException("it failed", new RuntimeException(cause)));
    }
}
