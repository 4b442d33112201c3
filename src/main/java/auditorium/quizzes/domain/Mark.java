package auditorium.quizzes.domain;

/**
 * What a question brought, in hundredths of a point: {@code earned} from 0 to {@code possible}, which is 100 times the
 * question's points. Shares of a point round down.
 */
public record Mark(int earned, int possible) {

    /** Of something that is never scored. */
    public static final Mark UNSCORED = new Mark(0, 0);

    public Mark {
        if (earned < 0 || earned > possible) {
            throw new IllegalArgumentException(earned + " of " + possible + " is no mark");
        }
    }

    /** {@code part} of {@code whole} of what is possible, rounded down; less than nothing is nothing. */
    static Mark share(int part, int whole, int possible) {
        return new Mark(whole <= 0 ? 0 : (int) ((long) possible * Math.clamp(part, 0, whole) / whole), possible);
    }

    /** Everything that could be earned was. True of what is never scored: nothing is missing. */
    public boolean full() {
        return earned == possible;
    }

    /** From 0 to 100, rounded down. Where nothing could be earned nothing is missing: 100. */
    public int percent() {
        return possible == 0 ? 100 : (int) (100L * earned / possible);
    }

    public Mark plus(Mark other) {
        return new Mark(Math.addExact(earned, other.earned), Math.addExact(possible, other.possible));
    }
}
