package auditorium.quizzes.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How well a person remembers one thing, and when to ask again: FSRS-6 (the Free Spaced Repetition Scheduler of
 * open-spaced-repetition, formulas of its wiki page "The Algorithm", default weights of version 6), without its random spread.
 * Days are whole days between dates of the client's time zone, so the hour of the day doesn't matter.
 *
 * @param stability days after which recall has fallen to 90 %, from 0.001
 * @param difficulty from 1 (easy) to 10
 * @param phase where in learning it is
 * @param step which of the phase's short steps comes next, from 0; 0 in review
 * @param reviewedOn the day of the last answer
 * @param pause how long after that answer to ask again: minutes within learning, else whole days
 */
public record Fsrs(double stability, double difficulty, Phase phase, int step, LocalDate reviewedOn, Duration pause) {

    /** How well it was remembered. {@link #HARD} still is remembered. */
    public enum Grade {
        AGAIN(1),
        HARD(2),
        GOOD(3),
        EASY(4);

        private final int number;

        Grade(int number) {
            this.number = number;
        }

        /** A quiz tells right from not quite right, and no more. */
        public static Grade of(Mark mark) {
            return mark.full() ? GOOD : AGAIN;
        }
    }

    /** New things and forgotten ones are asked again within minutes first. */
    public enum Phase {
        LEARNING(Duration.ofMinutes(1), Duration.ofMinutes(10)),
        REVIEW,
        RELEARNING(Duration.ofMinutes(10));

        private final List<Duration> steps;

        Phase(Duration... steps) {
            this.steps = List.of(steps);
        }
    }

    /** The recall at which it is time to ask again. */
    public static final double WANTED_RECALL = 0.9;

    private static final double[] W = {
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
        1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
    };

    private static final double F = Math.pow(0.9, -1 / W[20]) - 1;
    private static final double LEAST_STABILITY = 0.001;
    private static final int LONGEST_DAYS = 36_500;

    public Fsrs {
        if (!(stability >= LEAST_STABILITY) || !(difficulty >= 1 && difficulty <= 10)) {
            throw new IllegalArgumentException("stability " + stability + ", difficulty " + difficulty);
        }
    }

    /** After the first answer ever. */
    public static Fsrs first(Grade grade, LocalDate today) {
        double difficulty = Math.clamp(firstDifficulty(grade), 1, 10);
        return scheduled(W[grade.number - 1], difficulty, Phase.LEARNING, 0, grade, today);
    }

    /** After one more answer. A day before the last one counts as the same day. */
    public Fsrs next(Grade grade, LocalDate today) {
        double next = daysUntil(today) < 1
                ? sameDay(grade)
                : grade == Grade.AGAIN ? forgotten(recall(today)) : remembered(grade, recall(today));
        return scheduled(
                Math.max(LEAST_STABILITY, next),
                nextDifficulty(grade),
                phase,
                step,
                grade,
                today.isBefore(reviewedOn) ? reviewedOn : today);
    }

    /** The probability, from 0 to 1, that it is remembered on that day. */
    public double recall(LocalDate day) {
        return Math.pow(1 + F * daysUntil(day) / stability, -W[20]);
    }

    /** Whole days to wait; 0 while it is learned in steps of minutes. */
    public int days() {
        return Math.toIntExact(pause.toDays());
    }

    /** Whole days, from 1, until recall has fallen to {@link #WANTED_RECALL}: when to ask again where nobody waits for minutes. */
    public int restDays() {
        return Math.toIntExact(daysFor(stability));
    }

    /** The day to ask again; today's own if that is minutes away. */
    public LocalDate dueOn() {
        return reviewedOn.plusDays(days());
    }

    private static Fsrs scheduled(
            double stability, double difficulty, Phase phase, int step, Grade grade, LocalDate today) {
        Duration days = Duration.ofDays(daysFor(stability));
        Fsrs review = new Fsrs(stability, difficulty, Phase.REVIEW, 0, today, days);
        if (phase == Phase.REVIEW) {
            return grade == Grade.AGAIN ? review.inStep(Phase.RELEARNING, 0) : review;
        }
        return switch (grade) {
            case AGAIN -> review.inStep(phase, 0);
            case HARD -> new Fsrs(stability, difficulty, phase, step, today, waitWhenHard(phase.steps, step));
            case GOOD -> step + 1 < phase.steps.size() ? review.inStep(phase, step + 1) : review;
            case EASY -> review;
        };
    }

    private Fsrs inStep(Phase phase, int step) {
        return new Fsrs(stability, difficulty, phase, step, reviewedOn, phase.steps.get(step));
    }

    /** The same step again; the first one lasts as long as the mean of the first two, or half as long again if it is alone. */
    private static Duration waitWhenHard(List<Duration> steps, int step) {
        if (step > 0) {
            return steps.get(step);
        }
        return steps.size() == 1
                ? steps.getFirst().multipliedBy(3).dividedBy(2)
                : steps.get(0).plus(steps.get(1)).dividedBy(2);
    }

    private static long daysFor(double stability) {
        double days = stability / F * (Math.pow(WANTED_RECALL, -1 / W[20]) - 1);
        return Math.clamp(Math.round(days), 1, LONGEST_DAYS);
    }

    private static double firstDifficulty(Grade grade) {
        return W[4] - Math.exp(W[5] * (grade.number - 1)) + 1;
    }

    private double nextDifficulty(Grade grade) {
        double moved = difficulty - W[6] * (grade.number - 3) * (10 - difficulty) / 9;
        return Math.clamp(W[7] * firstDifficulty(Grade.EASY) + (1 - W[7]) * moved, 1, 10);
    }

    private double remembered(Grade grade, double recall) {
        double factor = switch (grade) {
            case HARD -> W[15];
            case EASY -> W[16];
            case AGAIN, GOOD -> 1;
        };
        double gain = Math.exp(W[8])
                * (11 - difficulty)
                * Math.pow(stability, -W[9])
                * (Math.exp(W[10] * (1 - recall)) - 1)
                * factor;
        return stability * (1 + gain);
    }

    private double forgotten(double recall) {
        double longTerm = W[11]
                * Math.pow(difficulty, -W[12])
                * (Math.pow(stability + 1, W[13]) - 1)
                * Math.exp(W[14] * (1 - recall));
        return Math.min(longTerm, stability / Math.exp(W[17] * W[18]));
    }

    private double sameDay(Grade grade) {
        double gain = Math.exp(W[17] * (grade.number - 3 + W[18])) * Math.pow(stability, -W[19]);
        return stability * (grade.compareTo(Grade.GOOD) >= 0 ? Math.max(1, gain) : gain);
    }

    private long daysUntil(LocalDate day) {
        return Math.max(0, ChronoUnit.DAYS.between(reviewedOn, day));
    }
}
