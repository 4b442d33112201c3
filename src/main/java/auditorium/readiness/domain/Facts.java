package auditorium.readiness.domain;

import auditorium.library.content.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is known about one requirement in one department. Whatever is absent does not apply: no lesson that teaches it to anybody here
 * means no share of trained people.
 *
 * @param answer what the factory itself says
 * @param verified what a consultant saw
 * @param evidence the weakest of the kinds of evidence that the requirement wants and that end some day
 */
public record Facts(
        Severity severity,
        Optional<Answered> answer,
        Optional<Answered> verified,
        Optional<Evidence> evidence,
        List<Severity> openFindings,
        Optional<Training> training,
        Optional<Mastery> mastery,
        Days days) {

    /** Today, and the day of the next audit; the same day where none is planned. */
    public record Days(LocalDate today, LocalDate audit) {}

    /**
     * The latest response of one side and its day.
     *
     * @param other what somebody else answered on the same walk without either knowing of the other, if that differs
     */
    public record Answered(Result result, LocalDate on, Optional<Result> other) {

        public Answered(Result result, LocalDate on) {
            this(result, on, Optional.empty());
        }
    }

    /**
     * Evidence of one kind.
     *
     * @param kind its key: the requirement, a slash, and its id in the catalogue
     * @param there whether there is any that nobody turned down
     * @param until the last day on which the one that holds longest holds; empty when it holds for good
     */
    public record Evidence(String kind, boolean there, Optional<LocalDate> until) {

        public String requirement() {
            return kind.substring(0, kind.indexOf('/'));
        }

        /** The kind's id among those of its requirement. */
        public String id() {
            return kind.substring(kind.indexOf('/') + 1);
        }
    }

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

    /** The same facts where the requirement weighs otherwise. */
    public Facts graded(Severity other) {
        return new Facts(other, answer, verified, evidence, openFindings, training, mastery, days);
    }

    /** The same facts on another day, if nobody does anything until then. */
    public Facts on(LocalDate day) {
        return new Facts(
                severity, answer, verified, evidence, openFindings, training, mastery, new Days(day, days.audit()));
    }
}
