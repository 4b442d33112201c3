package auditorium.records.domain;

/**
 * Something that is not as it was recorded, and where. {@code sequence} is the entry's number, 0 where no entry is meant; {@code until}
 * is the last number where several are meant, otherwise the same. {@code thing} and {@code detail} say more where there is more.
 */
public record Fault(What what, long sequence, long until, String thing, String detail) {

    /** The ways in which a record can be wrong. */
    public enum What {
        /** What an entry says does not belong to its hash. */
        CHANGED,
        /** Entries {@code sequence} to {@code until} are gone. */
        MISSING,
        /** An entry stands between two that followed each other, or past the end. */
        ADDED,
        /** An entry stands at another place than its number. */
        DISPLACED,
        /** An entry is sound in itself but is not the one to which the next was chained. */
        REPLACED,
        /** An entry is earlier than the one before. */
        EARLIER,
        /** The last entry is not the one that the head of the record names. */
        END,
        /** Somebody outside knows another hash: entries {@code sequence} to {@code until} were rewritten, or some of them. */
        ANCHOR,
        /** An entry of another client. */
        FOREIGN,
        /** The row of which an entry tells says something else now; {@code detail} names the fields. */
        ROW_CHANGED,
        /** The row of which an entry tells is gone. */
        ROW_GONE,
        /** A row that should be in the record and is not. */
        ROW_UNTOLD,
        /** Personal words beside an entry do not belong to their salted hash; {@code detail} names the field. */
        WORDS_CHANGED,
        /** Personal words beside an entry are gone, and nobody has erased them. */
        WORDS_GONE,
        /** A line of an exported record can't be read. */
        UNREADABLE
    }

    public static Fault at(What what, long sequence) {
        return new Fault(what, sequence, sequence, "", "");
    }

    public static Fault between(What what, long from, long until) {
        return new Fault(what, from, until, "", "");
    }

    public static Fault about(What what, long sequence, String thing, String detail) {
        return new Fault(what, sequence, sequence, thing, detail);
    }
}
