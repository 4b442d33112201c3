package auditorium.improvement.domain;

import auditorium.library.content.Severity;

/**
 * Who is told that a task is late: first whoever answers for the department, then whoever answers for the factory, then the consultant.
 * The worse the finding, the sooner. The days are the product's own defaults.
 */
public final class Escalation {

    /** Nobody is told. */
    public static final int NOBODY = 0;
    /** Whoever answers for the department. */
    public static final int DEPARTMENT = 1;
    /** Whoever answers for the factory. */
    public static final int FACTORY = 2;
    /** Whoever advises the factory. */
    public static final int CONSULTANT = 3;

    private Escalation() {}

    /** The highest role that is told of a task that is so many days late; a task that is not late is nobody's business. */
    public static int level(Severity grade, long daysLate) {
        int[] from = switch (grade) {
            case ZERO_TOLERANCE -> new int[] {1, 1, 2};
            case CRITICAL -> new int[] {1, 3, 7};
            case MAJOR -> new int[] {3, 7, 14};
            case MINOR -> new int[] {7, 14, 30};
        };
        int level = NOBODY;
        for (int i = 0; i < from.length; i++) {
            if (daysLate >= from[i]) {
                level = i + 1;
            }
        }
        return level;
    }
}
