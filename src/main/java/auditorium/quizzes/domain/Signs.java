package auditorium.quizzes.domain;

/** What may be said about answers to an experience question without pointing at anybody. */
public enum Signs {
    /** Too few people answered: nothing is said. */
    HIDDEN,
    /** Hardly anybody chose something that points at a risk. One person alone never shows. */
    NONE,
    /** More than a fifth did. */
    SOME,
    /** Half of them or more did. */
    MANY;

    /** Below that, nothing is shown of a group, and what is shown moves only by so many people at once. */
    public static final int SMALLEST_GROUP = 5;

    /** {@code signalled} of {@code people} chose something that points at a risk. */
    public static Signs of(int people, int signalled) {
        if (people < SMALLEST_GROUP) {
            return HIDDEN;
        }
        return 2 * signalled >= people ? MANY : 5 * signalled > people ? SOME : NONE;
    }

    /** Whether it is worth making a finding of. */
    public boolean shown() {
        return this == SOME || this == MANY;
    }
}
