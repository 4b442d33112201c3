package auditorium.library.content;

import auditorium.platform.Text;
import java.time.LocalDate;
import java.util.Optional;

/** One fact of law with its source and how far it was verified. Training reference, not legal advice. */
public record Law(
        String id,
        Text fact,
        Text source,
        String inForce,
        Mark mark,
        String markNote,
        LocalDate verifiedOn,
        LocalDate reviewDue,
        Optional<Text> note,
        Optional<LocalDate> repealedOn) {

    /** How a fact was verified. Only {@link #TEXT} may carry a scored question with a number in it. */
    public enum Mark {
        /** Read in the law's own text. */
        TEXT,
        /** Stated by a secondary source. */
        SECONDARY,
        /** Known to the author, not verified. */
        KNOWN,
        /** Partly one, partly another. */
        MIXED
    }
}
