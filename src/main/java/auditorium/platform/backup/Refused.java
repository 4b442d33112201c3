package auditorium.platform.backup;

/** A backup or a restore that can't be done, in words for the operator. Nothing has been changed. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String message) {
        super(message);
    }
}
