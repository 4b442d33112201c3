package auditorium.training.sessions.domain;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which questions a room is asked. Only those that a thumb answers on any phone and that a wall can show as bars: one or several of a
 * few options, or true and false; and none that needs its picture.
 */
public final class LiveDraw {

    /** The two options of a true-or-false question. */
    public static final String TRUE = "true";

    public static final String FALSE = "false";

    private LiveDraw() {}

    /** A question with the ids of its options in the order in which everybody sees them. */
    public record Drawn(Question question, List<String> choices) {}

    /** Up to {@code most} questions of a quiz, by the seed. */
    public static List<Drawn> of(Quiz quiz, int most, long seed) {
        Random random = new Random(seed);
        List<Question> fit =
                new ArrayList<>(quiz.questions().stream().filter(LiveDraw::fits).toList());
        Collections.shuffle(fit, random);
        return fit.stream()
                .limit(most)
                .map(q -> new Drawn(q, choices(q.form(), random)))
                .toList();
    }

    /** Whether a room can be asked it. */
    public static boolean fits(Question question) {
        return question.scored()
                && question.picture().isEmpty()
                && (question.form() instanceof Form.Single
                        || question.form() instanceof Form.Multiple
                        || question.form() instanceof Form.TrueFalse);
    }

    private static List<String> choices(Form form, Random random) {
        List<String> ids = new ArrayList<>(
                switch (form) {
                    case Form.Single f ->
                        f.options().stream().map(Form.Option::id).toList();
                    case Form.Multiple f ->
                        f.options().stream().map(Form.Option::id).toList();
                    default -> List.of(TRUE, FALSE);
                });
        if (!(form instanceof Form.TrueFalse)) {
            Collections.shuffle(ids, random);
        }
        return List.copyOf(ids);
    }
}
