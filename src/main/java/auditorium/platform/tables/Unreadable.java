package auditorium.platform.tables;

import auditorium.platform.Lang;
import auditorium.platform.Text;
import java.io.IOException;

/** A file that can't be read as a whole: broken, hostile, or not what it says. The message is for the person who sent it. */
public final class Unreadable extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Text words;

    /** For those who work at a console, where everything is in English. */
    public Unreadable(String message) {
        this(message, message);
    }

    public Unreadable(String zh, String en) {
        super(en);
        words = new Text(zh, en);
    }

    public String words(Lang lang) {
        return words.in(lang);
    }
}
