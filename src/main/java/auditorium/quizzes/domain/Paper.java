package auditorium.quizzes.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The questions of one attempt, in the order they are asked, as they were drawn. It is stored, never drawn again. They may come
 * from several quizzes; whoever draws leaves out a question whose id is on the paper already.
 */
public record Paper(List<Drawn> questions) {

    public Paper {
        questions = List.copyOf(questions);
        Set<String> ids = new HashSet<>();
        if (!questions.stream().map(Drawn::question).allMatch(ids::add)) {
            throw new IllegalArgumentException("a question stands twice on the paper");
        }
    }

    public Optional<Drawn> drawn(String question) {
        return questions.stream().filter(d -> d.question().equals(question)).findFirst();
    }

    /**
     * A question on the paper: the quiz it is from, its id, the hash of the version that is asked, and the ids of what is
     * shown, in the order it is shown. What lies inside a part of the question has a path: {@code gap/option}, {@code step/option},
     * {@code step/gap/option}. The hash changes with the key, so it must never be served before the answer.
     */
    public record Drawn(String quiz, String question, String version, List<String> order) {

        public Drawn {
            order = List.copyOf(order);
        }

        /** What lies inside the gap or step, without its own id in front. */
        public List<String> within(String part) {
            String front = part + '/';
            return order.stream()
                    .filter(id -> id.startsWith(front))
                    .map(id -> id.substring(front.length()))
                    .toList();
        }
    }
}
