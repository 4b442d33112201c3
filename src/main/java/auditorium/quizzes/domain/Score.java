package auditorium.quizzes.domain;

import auditorium.library.content.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a whole attempt earned.
 *
 * @param total the sum of the marks, in hundredths of a point
 * @param questions the mark of each question, in the paper's order; experience is marked 0 of 0
 * @param requirements by requirement key, the sum of the marks of the questions that test it; a question that tests two keys
 *     counts for both, so they add up to more than the total
 * @param missed scored questions that didn't earn everything and wait for nobody, in the paper's order
 * @param pending questions whose answer a person has yet to mark; they earn nothing until then
 */
public record Score(
        Mark total,
        Map<String, Mark> questions,
        Map<String, Mark> requirements,
        List<String> missed,
        List<String> pending) {

    public Score {
        questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
        requirements = Collections.unmodifiableMap(new TreeMap<>(requirements));
        missed = List.copyOf(missed);
        pending = List.copyOf(pending);
    }

    /**
     * Marks every question and adds up.
     *
     * @param questions the paper's questions, in the versions that were asked
     * @param answers what stands for each of them, by question id
     * @param judged marks given by a person, by question id; they replace the engine's
     */
    public static Score of(List<Question> questions, Map<String, Answer> answers, Map<String, Mark> judged) {
        Mark total = Mark.UNSCORED;
        Map<String, Mark> marks = new LinkedHashMap<>();
        Map<String, Mark> requirements = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        List<String> pending = new ArrayList<>();
        for (Question question : questions) {
            Optional<Answer> answer = Optional.ofNullable(answers.get(question.id()));
            Optional<Mark> byPerson = Optional.ofNullable(judged.get(question.id()));
            Mark mark = byPerson.orElseGet(() -> Marking.mark(question, answer));
            if (marks.put(question.id(), mark) != null) {
                throw new IllegalArgumentException("a question stands twice on the paper");
            }
            total = total.plus(mark);
            if (question.scored()) {
                question.tests().stream().distinct().forEach(key -> requirements.merge(key, mark, Mark::plus));
            }
            if (byPerson.isEmpty() && Marking.pending(question, answer)) {
                pending.add(question.id());
            } else if (!mark.full()) {
                missed.add(question.id());
            }
        }
        return new Score(total, marks, requirements, missed, pending);
    }

    public int earned() {
        return total.earned();
    }

    public int possible() {
        return total.possible();
    }

    /** From 0 to 100, rounded down: 79.9 % doesn't pass at 80. Where nothing could be earned nothing is missing: 100. */
    public int percent() {
        return total.percent();
    }

    /** Whether it passes already; while something is {@link #pending}, not having passed is not final. */
    public boolean passed(int passPercent) {
        return percent() >= passPercent;
    }
}
