package auditorium.library.content;

import auditorium.platform.Text;

/** One card of a lesson: about one screen of a phone. {@code html} was made by us from Markdown and is safe to show. */
public record Card(String id, Kind kind, Text title, Text html, Text plain) {

    /** What a card is about. */
    public enum Kind {
        RULE,
        PRACTICE,
        AUDITOR,
        EXAMPLE,
        MISTAKE,
        TOMORROW,
        RIGHTS,
        SOURCE
    }
}
