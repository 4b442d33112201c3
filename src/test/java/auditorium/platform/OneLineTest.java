package auditorium.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** HT45: lines of the log are the application's own. */
class OneLineTest {

    @SuppressWarnings("deprecation")
    private static String told(String format, Object... values) {
        ExtLogRecord r = new ExtLogRecord(Level.INFO, format, ExtLogRecord.FormatStyle.PRINTF, "x");
        r.setParameters(values);
        assertTrue(new OneLine().isLoggable(r));
        return r.getFormattedMessage();
    }

    @Test
    @DisplayName("HT45: what could begin a line of its own, or colour a terminal, is shown and does nothing")
    void whatWasTypedBeginsNoLineOfItsOwn() {
        assertEquals(
                "not sent: a\\u000d\\u000a12:00:00 ERROR forged\\u001b[31m 100%",
                told("not sent: %s", "a\r\n12:00:00 ERROR forged\u001b[31m 100%"));
        assertEquals("not sent: 张\t三", told("not sent: %s", "张\t三"));
        assertEquals("plain", told("plain"));
    }
}
