package auditorium.exchange;

import java.util.List;
import java.util.Locale;

/** What became of one question: where it stands (its id, or its place in the file), and what was lost or why it was refused. */
public record ItemReport(Status status, String where, String reason) {

    /** How a question came through. */
    public enum Status {
        TAKEN,
        LOSSY,
        REFUSED;

        /** As it stands on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ItemReport taken(String where, List<String> losses) {
        return new ItemReport(losses.isEmpty() ? Status.TAKEN : Status.LOSSY, where, String.join("; ", losses));
    }

    static ItemReport refused(String where, String reason) {
        return new ItemReport(Status.REFUSED, where, reason);
    }
}
