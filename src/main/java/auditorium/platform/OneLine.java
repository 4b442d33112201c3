package auditorium.platform;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Keeps a message of the log on its one line: whatever could begin another line, or colour a terminal, is shown and does nothing. What
 * somebody typed can't look like something that happened.
 */
@LoggingFilter(name = "one-line")
public final class OneLine implements Filter {

    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\x80-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069&&[^\\t]]");

    @Override
    @SuppressWarnings("deprecation") // what stands for it needs a formatter, and a filter has none
    public boolean isLoggable(LogRecord r) {
        ExtLogRecord told = ExtLogRecord.wrap(r);
        String message = told.getFormattedMessage();
        if (message != null && CONTROL.matcher(message).find()) {
            String shown = CONTROL.matcher(message)
                    .replaceAll(m -> "\\\\u%04x".formatted((int) m.group().charAt(0)));
            if (r instanceof ExtLogRecord own) {
                own.setMessage(shown, ExtLogRecord.FormatStyle.NO_FORMAT);
            } else {
                r.setMessage(shown.replace("{", "'{'"));
            }
        }
        return true;
    }
}
