package auditorium.exchange;

import java.io.IOException;

/** A file that can't be read as a whole: broken, hostile, or not what it says. The message is for the person who sent it. */
public final class Unreadable extends IOException {

    private static final long serialVersionUID = 1;

    Unreadable(String message) {
        super(message);
    }
}
