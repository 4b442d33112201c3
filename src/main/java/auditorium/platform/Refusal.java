package auditorium.platform;

/** Something that can't be done as it was asked, with words for the person: what is wrong and what to do. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String words;

    /** {@code status} is the HTTP status, 400 to 599; {@code words} are in the person's language. */
    public Refusal(int status, String words) {
        super(words);
        this.status = status;
        this.words = words;
    }

    public int status() {
        return status;
    }

    public String words() {
        return words;
    }
}
