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
        CANCELLED,
        /** It is due on another day. */
        MOVED,
        /** Somebody else owns it from now on. */
        HANDED_OVER,
        /** Somebody says something about it. */
        REMARKED
    }

    private static final Map<TaskState, Map<Step, TaskState>> TABLE = Map.of(
            OPEN,
                    Map.of(
                            Step.STARTED, IN_PROGRESS,
                            Step.REPORTED, DONE,
                            Step.CANCELLED, CANCELLED,
                            Step.MOVED, OPEN,
                            Step.HANDED_OVER, OPEN,
                            Step.REMARKED, OPEN),
            IN_PROGRESS,
                    Map.of(
                            Step.REPORTED, DONE,
                            Step.CANCELLED, CANCELLED,
                            Step.MOVED, IN_PROGRESS,
                            Step.HANDED_OVER, IN_PROGRESS,
                            Step.REMARKED, IN_PROGRESS),
            DONE, Map.of(Step.VERIFIED, VERIFIED, Step.REOPENED, IN_PROGRESS, Step.REMARKED, DONE),
            VERIFIED, Map.of(Step.REOPENED, IN_PROGRESS, Step.REMARKED, VERIFIED),
            CANCELLED, Map.of(Step.REOPENED, OPEN, Step.REMARKED, CANCELLED));

    /** Where the step leads; empty when it can't be taken from here. */
    public Optional<TaskState> after(Step step) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(step));
    }

    /** Whether nothing is left to do. */
    public boolean settled() {
        return this == VERIFIED || this == CANCELLED;
    }

    /** Whether its owner still has something to do. */
    public boolean toDo() {
        return this == OPEN || this == IN_PROGRESS;
    }
}
