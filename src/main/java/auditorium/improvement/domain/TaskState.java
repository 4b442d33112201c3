package auditorium.improvement.domain;

import java.util.Map;
import java.util.Optional;

/** Where an improvement task stands. The table of steps is all there is: what it does not name can't be done. */
public enum TaskState {
    OPEN,
    IN_PROGRESS,
    DONE,
    VERIFIED,
    CANCELLED;

    /** What somebody does to a task. */
    public enum Step {
        STARTED,
        REPORTED,
        VERIFIED,
        REOPENED,
        CANCELLED
    }

    private static final Map<TaskState, Map<Step, TaskState>> TABLE = Map.of(
            OPEN, Map.of(Step.STARTED, IN_PROGRESS, Step.REPORTED, DONE, Step.CANCELLED, CANCELLED),
            IN_PROGRESS, Map.of(Step.REPORTED, DONE, Step.CANCELLED, CANCELLED),
            DONE, Map.of(Step.VERIFIED, VERIFIED, Step.REOPENED, IN_PROGRESS),
            VERIFIED, Map.of(Step.REOPENED, IN_PROGRESS),
            CANCELLED, Map.of(Step.REOPENED, OPEN));

    /** Where the step leads; empty when it can't be taken from here. */
    public Optional<TaskState> after(Step step) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(step));
    }

    /** Whether nothing is left to do. */
    public boolean settled() {
        return this == VERIFIED || this == CANCELLED;
    }
}
