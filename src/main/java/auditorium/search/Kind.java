package auditorium.search;

import auditorium.access.Reader;
import auditorium.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be found, in the order in which it is shown. */
enum Kind {
    LESSON,
    TERM,
    /** With its whole text: for those who answer for it. */
    REQUIREMENT,
    /** By its key and title only: for everybody. */
    REQUIREMENT_TITLE,
    LAW,
    /** By what it asks, never by its options or what is right: for those who make training, not for those who take it. */
    QUESTION;

    /** What somebody may find. */
    static List<Kind> of(Reader reader, Reader.Seat seat) {
        List<Kind> kinds = new ArrayList<>(List.of(LESSON, TERM));
        kinds.add(seat.role().sees() ? REQUIREMENT : REQUIREMENT_TITLE);
        kinds.add(LAW);
        if (seat.role() == Role.CONSULTANT || reader.administrator()) {
            kinds.add(QUESTION);
        }
        return kinds;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> named(String code) {
        for (Kind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
