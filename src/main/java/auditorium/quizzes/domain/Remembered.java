package auditorium.quizzes.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person remembers of one lesson: the memories of its questions, each with the requirements that it tests. A lesson that
 * nobody ever asked about has none.
 */
public record Remembered(List<Asked> asked) {

    /** A probability of 1, in the unit of this package's sums: whole numbers, so that sums don't hang on their order. */
    public static final long CERTAIN = 1_000_000;

    /** Never asked. */
    public static final Remembered NOTHING = new Remembered(List.of());

    public Remembered {
        asked = List.copyOf(asked);
    }

    /** One question's memory. */
    public record Asked(Fsrs memory, Set<String> tests) {}

    /**
     * The probability, in millionths rounded down, that a question on the requirement is answered rightly on that day: the mean
     * over the lesson's questions that test it, over all of its questions if none of those asked does. Never asked: 0.
     */
    public long recall(String requirement, LocalDate day) {
        List<Asked> about =
                asked.stream().filter(a -> a.tests().contains(requirement)).toList();
        List<Asked> counted = about.isEmpty() ? asked : about;
        return Math.round(Math.floor(counted.stream()
                        .mapToDouble(a -> a.memory().recall(day))
                        .average()
                        .orElse(0)
                * CERTAIN));
    }

    /** After the lesson was read again and its paper passed on that day: everything asked is remembered, and one question at least. */
    public Remembered refreshed(LocalDate on) {
        return asked.isEmpty()
                ? new Remembered(List.of(new Asked(Practice.after(Optional.empty(), Fsrs.Grade.GOOD, on), Set.of())))
                : new Remembered(asked.stream()
                        .map(a -> new Asked(a.memory().next(Fsrs.Grade.GOOD, on), a.tests()))
                        .toList());
    }
}
