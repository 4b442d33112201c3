package auditorium.readiness.domain;

import auditorium.library.content.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is known about one requirement in one department. Whatever is absent does not apply: no lesson that teaches it to anybody here
 * means no share of trained people.
 */
public record Facts(
        Severity severity,
        Optional<Answered> answer,
        List<Severity> openFindings,
        Optional<Training> training,
        Optional<Mastery> mastery) {

    /** The latest response and its day. */
    public record Answered(Result result, LocalDate on) {}

    /** Of the people here whom a lesson is for, how many have passed it: the lesson with the lowest share. */
    public record Training(String lesson, int trained, int exposed) {
        public Training {
            if (exposed <= 0 || trained < 0 || trained > exposed) {
                throw new IllegalArgumentException(trained + " of " + exposed);
            }
        }

        public int percent() {
            return 100 * trained / exposed;
        }
    }

    /** Points earned by the people here on questions that test the requirement, in the latest attempt of each. */
    public record Mastery(int earned, int possible) {
        public Mastery {
            if (possible <= 0 || earned < 0 || earned > possible) {
                throw new IllegalArgumentException(earned + " of " + possible);
            }
        }

        public int percent() {
            return (int) (100L * earned / possible);
        }
    }
}
