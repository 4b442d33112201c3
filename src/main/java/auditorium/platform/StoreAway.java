package auditorium.platform;

/**
 * The place where files are does not answer now. It passes: the person is told to come again in a moment, what was begun is rolled
 * back, and phones send again.
 */
public final class StoreAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StoreAway(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreAway(String message) {
        super(message);
    }
}
