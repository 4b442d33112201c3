package auditorium.platform.tables;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of a text, of which each keeps only as much as a person could have meant. */
public final class Lines {

    public static final int LONGEST = 64 * 1024;

    private final Reader text;
    private int number;
    private boolean afterReturn;

    public Lines(Reader text) {
        this.text = text;
    }

    /** The next line, cut after the longest and one more character; null at the end. */
    @Nullable
    public String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = text.read();
        if (afterReturn && c == '\n') {
            c = text.read();
        }
        afterReturn = false;
        if (c < 0) {
            return null;
        }
        number++;
        for (; c >= 0 && c != '\n' && c != '\r'; c = text.read()) {
            if (line.length() <= LONGEST) {
                line.append((char) c);
            }
        }
        afterReturn = c == '\r';
        return line.toString();
    }

    /** Of the line that was read last; the first is 1. */
    public int number() {
        return number;
    }
}
