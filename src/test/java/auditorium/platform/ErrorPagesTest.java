package auditorium.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
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
        assertTrue(ErrorPages.databaseAway(new IllegalStateException("nothing to do with it"))
                .isEmpty());
    }

    @Test
    void aFullDiskIsToldFromADatabaseThatIsComingBack() {
        assertEquals(
                Optional.of(ErrorPages.Away.FULL), away("could not extend file: No space left on device", "53100"));
        assertEquals(Optional.of(ErrorPages.Away.FOR_A_WHILE), away("out of memory", "53200"));
        assertEquals(Optional.of(ErrorPages.Away.FOR_A_WHILE), away("sorry, too many clients already", "53300"));
    }

    @Test
    void aCommitThatFailsSaysWhyBesideItsCause() {
        RuntimeException commit = new IllegalStateException("could not commit");
        commit.addSuppressed(new IllegalStateException(new SQLException("an I/O error occurred", "08006")));
        assertEquals(Optional.of(ErrorPages.Away.FOR_A_WHILE), ErrorPages.databaseAway(commit));
    }

    private static Optional<ErrorPages.Away> away(String message, String state) {
        return ErrorPages.databaseAway(new IllegalStateException(new SQLException(message, state)));
    }

    private static boolean away(SQLException cause) {
        return ErrorPages.databaseAway(new IllegalStateException("it failed", new RuntimeException(cause)))
                .isPresent();
    }
}
