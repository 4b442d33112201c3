package auditorium.exchange;

/** One item that can't be taken; the others of its file can. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final String why;

    Refused(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    /** For the person who sent the file. */
    String why() {
        return why;
    }
}
