package auditorium.quizzes;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.UUID;

/**
 * What came of an attempt as its page shows it.
 *
 * @param when the end of the answering, by the factory's clock; {@code day} is its date
 * @param provisional time has closed it, and answers given in time may arrive until {@code openUntil}; the key is not shown yet
 * @param waiting how many answers a person has yet to mark; until then it is neither passed nor failed
 * @param timeUp time ended it, not the person
 * @param keyShown whether each question is shown with what is right
 * @param late how many answers came too late to count
 * @param left how many more attempts may be begun; -1: as many as one likes
 * @param known by requirement, where most was missed first
 * @param reviews each question looked back upon, when the key is shown
 */
record ResultView(
        UUID attempt,
        String quiz,
        String title,
        String lesson,
        String when,
        String day,
        long minutes,
        boolean provisional,
        String openUntil,
        int waiting,
        boolean timeUp,
        boolean keyShown,
        long late,
        int left,
        boolean passed,
        int percent,
        int pass,
        long right,
        long scored,
        long answered,
        List<Known> known,
        List<Regraded> regrades,
        List<Review> reviews) {

    /** It was marked anew by a corrected key; {@code before} and {@code after} in per cent. */
    record Regraded(String when, String by, String reason, int before, int after) {}

    /** It counts as passed although the points are no longer enough: a regrade takes no pass. */
    public boolean keepsPass() {
        return passed && percent < pass && !regrades.isEmpty();
    }

    /** Whether nothing was missed. */
    public boolean allKnown() {
        return known.stream().allMatch(k -> k.missed().isEmpty());
    }

    /**
     * A requirement with how many of its hundredths of a point were earned, the questions on it that were missed, and the cards
     * that explain them.
     */
    record Known(
            String key,
            String title,
            int earned,
            int possible,
            int percent,
            List<Missed> missed,
            List<Explained> cards) {}

    /** A question that did not earn everything, by its number on the paper. */
    record Missed(int number, String id) {}

    /** Where something is explained: a card of a lesson, or a whole lesson; then {@code card} and {@code lessonTitle} are empty. */
    record Explained(String lesson, String card, String title, String lessonTitle) {}

    /** One question looked back upon. Verdicts: right, partly, wrong, none (not answered), pending, unscored. */
    record Review(
            int number,
            String id,
            String verdict,
            String text,
            RawString picture,
            List<String> columns,
            List<List<Square>> squares,
            List<ReviewText.Line> lines,
            Written written,
            String reason,
            List<String> keys,
            List<Source> sources,
            String card,
            String cardTitle,
            String lesson) {}

    /**
     * What was written, and what a person gave for it.
     *
     * @param shown whether the question is one that a person marks
     * @param by who marked it; empty: nobody has yet
     */
    record Written(boolean shown, String text, List<Criterion> criteria, String comment, String by, String when) {

        static final Written NONE = new Written(false, "", List.of(), "", "", "");
    }

    /** What was looked for, with the points given of the most there are. */
    record Criterion(String text, int points, int most) {}

    /** A square of a picture: {@code found} a fault that was found, {@code missed} one that was not, {@code wrong} a tap beside. */
    record Square(String id, String state) {}

    /** What the question rests on: a law, with the id of its fact, or where a scheme treats the topic. */
    record Source(String id, String text) {}
}
