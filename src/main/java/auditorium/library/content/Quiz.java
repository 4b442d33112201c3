package auditorium.library.content;

import auditorium.platform.Text;
import java.util.List;
import java.util.Optional;

/** The questions on a lesson; {@code draw} of them make a paper, {@code pass} per cent of its points pass it. */
public record Quiz(
        String id, Text title, String lesson, int pass, int draw, List<Question> questions, Version version) {

    public Optional<Question> question(String id) {
        return questions.stream().filter(q -> q.id().equals(id)).findFirst();
    }
}
