package auditorium.files;

/**
 * A file that is kept, as a row that points at it describes it.
 *
 * @param sha256 the hash of the bytes as they are kept, not of what was sent: a picture is drawn anew before
 * @param mediaType what it is; decided by its first bytes
 * @param name safe in a header and on every disk
 * @param size in bytes, as kept
 */
@SuppressWarnings(
        "ArrayRecordComponent") // a hash travels as what the database takes; two kept files are never compared
public record KeptFile(byte[] sha256, String mediaType, String name, int size) {

    /** Whether it was drawn here, so that a page may show it. Everything else is only ever a download. */
    public boolean picture() {
        return mediaType.startsWith("image/");
    }
}
