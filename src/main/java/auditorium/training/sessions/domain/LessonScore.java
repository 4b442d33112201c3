package auditorium.training.sessions.domain;

/**
 * What somebody earned on one lesson in a session.
 *
 * @param asked how many of the lesson's questions were asked
 * @param answered how many of them the person answered; the others earn nothing
 * @param earned hundredths of a point
 * @param possible hundredths of a point that all asked questions could bring
 */
public record LessonScore(int asked, int answered, int earned, int possible) {

    /** Fewer questions than this say nothing about a lesson. */
    public static final int LEAST = 3;

    /** Nothing was asked. */
    public static final LessonScore NONE = new LessonScore(0, 0, 0, 0);

    public LessonScore plus(boolean given, int points, int most) {
        return new LessonScore(asked + 1, answered + (given ? 1 : 0), earned + points, possible + most);
    }

    /** From 0 to 100, rounded down. */
    public int percent() {
        return possible == 0 ? 0 : (int) (100L * earned / possible);
    }

    /** Whether the lesson is mastered: enough was asked, and enough of it was right. {@code pass} is the quiz's own mark, in per cent. */
    public boolean passed(int pass) {
        return asked >= LEAST && possible > 0 && percent() >= pass;
    }
}
