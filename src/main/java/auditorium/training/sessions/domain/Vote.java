package auditorium.training.sessions.domain;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.Mark;
import auditorium.quizzes.domain.Marking;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What somebody chose of a question that was asked in a session: ids of its options, as many as the question allows. */
public record Vote(List<String> chosen) {

    /** The choice if it is one of this question; empty for none, for a strange option, or for several where one is meant. */
    public static Optional<Vote> of(Question question, List<String> choices, List<String> given) {
        Set<String> ids = new TreeSet<>(given);
        boolean several = question.form() instanceof Form.Multiple;
        return ids.isEmpty() || !Set.copyOf(choices).containsAll(ids) || (!several && ids.size() > 1)
                ? Optional.empty()
                : Optional.of(new Vote(List.copyOf(ids)));
    }

    /** What it earns, as in any quiz. */
    public Mark mark(Question question) {
        Answer answer = question.form() instanceof Form.TrueFalse
                ? new Answer.Truth(chosen.contains(LiveDraw.TRUE))
                : new Answer.Chosen(Set.copyOf(chosen));
        return Marking.mark(question, Optional.of(answer));
    }

    /** The options that are right. */
    public static Set<String> right(Question question) {
        Set<String> right = new TreeSet<>();
        switch (question.form()) {
            case Form.Single f ->
                f.options().stream().filter(Form.Option::correct).forEach(o -> right.add(o.id()));
            case Form.Multiple f ->
                f.options().stream().filter(Form.Option::correct).forEach(o -> right.add(o.id()));
            case Form.TrueFalse f -> right.add(f.answer() ? LiveDraw.TRUE : LiveDraw.FALSE);
            default -> {}
        }
        return right;
    }
}
